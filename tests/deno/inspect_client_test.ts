// What Deno shows of a client in the console holds no key.
import { assert } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createClerkClient, createTokenVerifier } from "../../mod.ts";

const SECRET = "sk_test_c2VjcmV0LWtleQ";
const MACHINE_SECRET = "ak_bWFjaGluZS1zZWNyZXQ";
const PRIVATE = "cHJpdmF0ZQ";

describe("Deno.inspect", () => {
  it("shows no key of a client or a verifier", async () => {
    const options = {
      secretKey: SECRET,
      machineSecretKey: MACHINE_SECRET,
      env: { OTHER: PRIVATE },
      fetch: () => Promise.resolve(Response.json({ errors: [] })),
    };
    const clerk = createClerkClient(options);
    const outcomes = [
      clerk,
      createTokenVerifier(options),
      await clerk.users.getUser("user_1", { retry: false }),
      await clerk.verifyToken("a.b.c"),
      await clerk.hydrate(),
    ];
    for (const outcome of outcomes) {
      const text = Deno.inspect(outcome, {
        depth: Infinity,
        showHidden: true,
        getters: true,
      });
      for (const secret of [SECRET, MACHINE_SECRET, PRIVATE]) {
        assert(!text.includes(secret), text);
      }
    }
  });
});
