/**
 * A Cloudflare Worker: its variables and secrets come with each request, so the
 * verifier is made with the first one and kept.
 */
import { createTokenVerifier, type TokenVerifier } from "../mod.ts";

/** The variables and secrets of the Worker. */
interface Env {
  readonly CLERK_JWT_KEY?: string;
  readonly CLERK_SECRET_KEY?: string;
}

let verifier: TokenVerifier | undefined;

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    verifier ??= createTokenVerifier({ env });
    const token = request.headers.get("authorization")?.replace(
      /^Bearer +/i,
      "",
    );
    const { result, error } = await verifier.verify(token ?? "");
    return error
      ? Response.json({ error: error.reason }, { status: 401 })
      : Response.json({ userId: result.sub });
  },
};
