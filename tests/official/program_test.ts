// The official package, unmodified, on an emulator that listens: all that it is
// used for, over HTTP and with nothing but this machine's network.
import { type Cases, run } from "./served.ts";
import { describe, it } from "@std/testing/bdd";
import { handshakes } from "./handshakes.ts";
import { machines } from "./machines.ts";
import { organizations } from "./organizations.ts";
import { requests } from "./requests.ts";
import { sessions } from "./sessions.ts";
import { users } from "./users.ts";
import { verifyTokens } from "./verify_token.ts";
import { webhooks } from "./webhooks.ts";

const PROGRAM: { readonly [part: string]: Cases } = {
  "users": users,
  "sessions": sessions,
  "organizations": organizations,
  "verifyToken": verifyTokens,
  "authenticateRequest": requests,
  "authenticateRequest, with a browser": handshakes,
  "tokens of machines": machines,
  "webhooks": webhooks,
};

for (const [part, cases] of Object.entries(PROGRAM)) {
  describe(`@clerk/backend on the emulator: ${part}`, () => {
    for (const [name, act] of Object.entries(cases)) {
      it(name, () => run(act));
    }
  });
}
