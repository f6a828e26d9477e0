/** Those who follow a signal. */
interface Following {
  readonly controllers: Set<AbortController>;
  readonly abort: () => void;
}

/** Who follows which signal, in one client. */
export type Followers = WeakMap<AbortSignal, Following>;

/**
 * Runs something with a signal that aborts with another. However many do so at
 * a time, the other has one listener: Node warns of a leak at the eleventh.
 */
export async function withFollower<T>(
  followers: Followers,
  outer: AbortSignal,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const following = followers.get(outer) ?? startFollowing(followers, outer);
  const { controllers, abort } = following;
  const controller = new AbortController();
  controllers.add(controller);
  try {
    return await run(controller.signal);
  } finally {
    controllers.delete(controller);
    if (controllers.size === 0) {
      outer.removeEventListener("abort", abort);
      followers.delete(outer);
    }
  }
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
