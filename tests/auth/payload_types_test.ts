import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator } from "../../emulator.ts";
import {
  type ClerkClient,
  createClerkClient,
  createTokenVerifier,
  type TokenClass,
  verifyToken,
} from "../../mod.ts";

/** A token and what verifies it, made when they are needed: they live a minute. */
async function signIn() {
  const seed = { users: [{ id: "user_1" }] };
  const emulator = await createEmulator({ seed });
  const { token } = await emulator.signIn("user_1");
  return { token, options: { jwtKey: await emulator.jwtKey } };
}

describe("the claims of a session", () => {
  it("have a subject and an end, whoever verified it", async () => {
    const { token, options } = await signIn();
    const verifier = createTokenVerifier(options);
    const clerk: ClerkClient = createClerkClient(options);
    for (
      const { result } of [
        await verifyToken(token, options),
        await verifyToken(token, { ...options, tokenClass: "session" }),
        await verifier.verify(token, { clockSkewInMs: 0 }),
        await clerk.verifyToken(token),
      ]
    ) {
      const sub: string | undefined = result?.sub;
      const exp: number = result ? result.exp : 0;
      assertEquals([sub, typeof exp], ["user_1", "number"]);
    }
  });
});

describe("the claims of any token", () => {
  it("may lack a subject", async () => {
    const { token, options } = await signIn();
    const any = createTokenVerifier({ ...options, tokenClass: "any" });
    const unknown: TokenClass = "session" as TokenClass;
    for (
      const { result } of [
        await any.verify(token),
        await verifyToken(token, { ...options, tokenClass: "any" }),
        await verifyToken(token, { ...options, tokenClass: unknown }),
      ]
    ) {
      // @ts-expect-error: it may be undefined
      const sub: string = result ? result.sub : "";
      assertEquals(sub, "user_1");
    }
    const { result } = await any.verify(token, { tokenClass: "session" });
    const sub: string = result ? result.sub : "";
    assertEquals(sub, "user_1");
  });
});
