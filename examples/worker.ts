/**
 * A Cloudflare Worker. Its variables and secrets come with each request, and the
 * client is made of them: CLERK_SECRET_KEY or CLERK_JWT_KEY. In your own project
 * import from "@isoclerk/backend/handler".
 */
import { withClerk } from "../handler.ts";

/** The variables of the Worker that are its own. */
interface Env {
  readonly GREETING?: string;
}

export default {
  fetch: withClerk<Env>((_request, { auth, env, waitUntil }) => {
    waitUntil(countVisit(auth.userId));
    return Response.json({ [env.GREETING ?? "Hello"]: auth.userId });
  }),
};

/** Stands for what may take longer than the response. */
async function countVisit(userId: string): Promise<void> {
  await Promise.resolve(userId);
}
