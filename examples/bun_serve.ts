/**
 * A server for users and for programs with an API key. Try it with
 * `CLERK_SECRET_KEY=… CLERK_PUBLISHABLE_KEY=… bun examples/bun_serve.ts`: Bun
 * serves what a program exports by default. In your own project import from
 * "@isoclerk/backend/handler".
 */
import { withClerk } from "../handler.ts";

export default {
  hostname: "127.0.0.1",
  fetch: withClerk(
    (_request, { auth }) =>
      Response.json(
        auth.tokenType === "api_key"
          ? { program: auth.name, of: auth.subject }
          : { user: auth.userId },
      ),
    { acceptsToken: ["session_token", "api_key"] },
  ),
};
