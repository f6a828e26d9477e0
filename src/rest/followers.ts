/** Those who follow a signal. */
interface Following {
  readonly controllers: Set<AbortController>;
  readonly abort: () => void;
}

/** Who follows which signal, in one client. */
export type Followers = WeakMap<AbortSignal, Following>;

/**
 * Lets a controller abort with a signal. However many do so at a time, the
 * signal has one listener: Node warns of a leak at the eleventh.
 *
 * @returns What takes the controller out again.
 */
export function addFollower(
  followers: Followers,
  outer: AbortSignal,
  controller: AbortController,
): () => void {
  const following = followers.get(outer) ?? startFollowing(followers, outer);
  const { controllers, abort } = following;
  controllers.add(controller);
  return () => {
    if (!controllers.delete(controller) || controllers.size) return;
    outer.removeEventListener("abort", abort);
    followers.delete(outer);
  };
}

function startFollowing(followers: Followers, outer: AbortSignal): Following {
  const controllers = new Set<AbortController>();
  const abort = () => {
    for (const controller of controllers) controller.abort(outer.reason);
  };
  const following = { controllers, abort };
  outer.addEventListener("abort", abort);
  followers.set(outer, following);
  return following;
}
