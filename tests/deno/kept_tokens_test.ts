// A token that is cut out of a header of cookies is a view of it to V8, and
// keeps all of it alive. Nothing in the language tells, so that the memory is
// measured. Run with --v8-flags=--expose-gc, as the script does.
import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createTokenVerifier } from "../../mod.ts";
import { makeClock, makeKey, makeToken } from "../keys/fixtures.ts";

async function measureHeap(): Promise<number> {
  // What is on the stack is not garbage.
  await new Promise((resolve) => setTimeout(resolve));
  for (let i = 0; i < 3; i++) {
    Reflect.apply(Reflect.get(globalThis, "gc"), undefined, []);
  }
  return Deno.memoryUsage().heapUsed;
}

describe("the memory of verified tokens", () => {
  it("keeps tokens, and nothing of the cookies that they came among", async () => {
    const key = await makeKey("a", "ins_a");
    const { verify } = createTokenVerifier({
      jwtKey: key.pem,
      env: {},
      clock: makeClock(),
    });
    const bytes = new TextEncoder().encode("c".repeat(50_000));
    const see = async () => {
      const cookies = new TextDecoder().decode(bytes);
      const header = `${cookies}; __session=${await makeToken(key)}`;
      const token = header.slice(header.indexOf("__session=") + 10);
      assertEquals((await verify(token)).error, undefined);
    };
    await see();
    const before = await measureHeap();
    for (let i = 0; i < 200; i++) await see();
    const kept = (await measureHeap() - before) / 200;
    // One takes 2 KB; with what it came among, 50 KB more.
    assert(kept < 20_000, `${kept} bytes for each`);
  });
});
