// Random sequences of time, rotation, outages and look-ups, against what must
// hold for all of them.
import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import fc from "fast-check";
import { attempt } from "../../src/jwt/attempt.ts";
import { createJwksStore } from "../../src/keys/jwks_store.ts";
import { makeClock, makeEndpoint, makeKey, type TestKey } from "./fixtures.ts";

const KIDS = ["ins_a", "ins_b", "__proto__"];
const FRESH = 300_000;
const MAX_STALE = 3_600_000;

type Step =
  | { readonly do: "pass"; readonly seconds: number }
  | { readonly do: "serve"; readonly kids: readonly string[] }
  | { readonly do: "fail"; readonly status: number }
  | { readonly do: "find"; readonly kid: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("pass" as const),
      seconds: fc.oneof(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: -100, max: -1 }),
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("serve" as const),
      kids: fc.subarray(KIDS, { minLength: 1 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("fail" as const),
      status: fc.constantFrom(200, 302, 401, 404, 429, 500, 503),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("find" as const),
      kid: fc.constantFrom(...KIDS, "ins_unknown"),
    }),
  },
);

interface World {
  /** How much time passed, a clock set back counting as time. */
  now: number;
  /** What the endpoint serves; undefined while it fails. */
  served: readonly string[] | undefined;
  /** Since when the endpoint has served just that. */
  servedSince: number;
  /** What the last good answer held, and when it was asked for. */
  loaded: readonly string[];
  loadedAt: number;
  /** When it was asked last, and whether it failed. */
  askedAt: number;
  failed: boolean;
}

async function play(
  keys: ReadonlyMap<string, TestKey>,
  steps: readonly Step[],
) {
  const clock = makeClock();
  let status = 200;
  const world: World = {
    now: 0,
    served: KIDS,
    servedSince: 0,
    loaded: [],
    loadedAt: -Infinity,
    askedAt: -Infinity,
    failed: false,
  };
  const endpoint = makeEndpoint(() => {
    const gap = world.now - world.askedAt;
    const fresh = world.now - world.loadedAt < FRESH;
    const pause = world.failed ? 2000 : fresh ? 10_000 : 0;
    assert(gap >= pause, `asked ${gap} ms after the last time`);
    world.askedAt = world.now;
    world.failed = world.served === undefined;
    if (!world.served) return new Response("<html>", { status });
    world.loaded = world.served;
    world.loadedAt = world.now;
    return Response.json({
      keys: world.served.map((kid) => keys.get(kid)?.jwk),
    });
  });
  const store = createJwksStore({
    source: ["https://example.com/jwks", {}, endpoint.fetch],
    clock,
    jwksTimeoutInMs: 1000,
    freshForMs: FRESH,
    jwksMaxStaleInMs: MAX_STALE,
  });
  for (const next of steps) {
    if (next.do === "pass") {
      // How much time a step back hides cannot be told by those who slept.
      const sleeps = next.seconds >= 0;
      if (!sleeps) await look(store, world, clock.now(), "ins_unknown");
      clock.pass(next.seconds);
      world.now += Math.abs(next.seconds) * 1000;
      if (!sleeps) await look(store, world, clock.now(), "ins_unknown");
    } else if (next.do === "find") {
      await look(store, world, clock.now(), next.kid);
    } else {
      world.served = next.do === "serve" ? next.kids : undefined;
      world.servedSince = world.now;
      if (next.do === "fail") status = next.status;
    }
  }
}

async function look(
  store: ReturnType<typeof createJwksStore>,
  world: World,
  nowMs: number,
  kid: string,
) {
  const peeked = store.peek(kid, nowMs);
  if (peeked) {
    assert(world.now - world.loadedAt < FRESH, "stale without another look");
    assert(world.loaded.includes(kid), "a withdrawn key");
  }
  const { result, error } = await attempt(() => store.find(kid));
  const age = world.now - world.loadedAt;
  const isHeld = world.loaded.includes(kid) && age <= MAX_STALE;
  // Neither more nor less than the last good answer, while it is not too old.
  assertEquals(result !== undefined, isHeld, error?.message);
  if (result) assertEquals(result.kid, kid);
  if (peeked) assertEquals(peeked, result);
  // Whatever happened before, a key is found half a minute after it is there.
  if (world.served?.includes(kid) && world.now - world.servedSince >= 30_000) {
    assert(result, `not found in time: ${error?.message}`);
  }
}

describe("the store of fetched keys", () => {
  it("keeps its promises in any order of events", async () => {
    const keys = new Map<string, TestKey>();
    for (const kid of KIDS) keys.set(kid, await makeKey(kid, kid));
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40 }),
        (steps) => play(keys, steps),
      ),
      { numRuns: 300 },
    );
  });
});
