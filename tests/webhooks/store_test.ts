import { assert, assertEquals, assertThrows } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createMemoryWebhookStore, type WebhookStore } from "../../webhooks.ts";
import {
  BODY,
  headersOf,
  NOW,
  OTHER_SECRET,
  outcomeOf,
  untyped,
} from "./signed.ts";

const REPLAYED = "webhook-replayed";

function memory(now: () => number, max?: number): WebhookStore {
  return createMemoryWebhookStore({ clock: { now }, max });
}

describe("a store against replay", () => {
  it("lets a delivery through once", async () => {
    const store = memory(() => NOW * 1000);
    const input = { body: BODY, headers: await headersOf(BODY) };
    assertEquals(await outcomeOf(input, { store }), "accepted");
    assertEquals(await outcomeOf(input, { store }), REPLAYED);
    const other = await headersOf(BODY, { id: "msg_other" });
    const fresh = { body: BODY, headers: other };
    assertEquals(await outcomeOf(fresh, { store }), "accepted");
  });

  it("lets a message through that is delivered anew", async () => {
    const store = memory(() => NOW * 1000);
    const first = await headersOf(BODY);
    const second = await headersOf(BODY, { timestamp: NOW + 5 });
    for (const headers of [first, second]) {
      assertEquals(
        await outcomeOf({ body: BODY, headers }, { store }),
        "accepted",
      );
    }
  });

  it("lets one of many at the same time through", async () => {
    const store = memory(() => NOW * 1000);
    const input = { body: BODY, headers: await headersOf(BODY) };
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => outcomeOf(input, { store })),
    );
    assertEquals(outcomes.filter((o) => o === "accepted").length, 1);
    assertEquals(outcomes.filter((o) => o === REPLAYED).length, 19);
  });

  it("is asked about good deliveries alone, until they are too old", async () => {
    const calls: unknown[] = [];
    const store: WebhookStore = {
      seen(...args) {
        calls.push(args);
        return Promise.resolve(false);
      },
    };
    const wrong = await headersOf(BODY, { secret: OTHER_SECRET });
    await outcomeOf({ body: BODY, headers: wrong }, { store });
    await outcomeOf({ body: "{}", headers: await headersOf("{}") }, { store });
    assertEquals(calls, []);
    const headers = await headersOf(BODY, { id: "msg_1", timestamp: NOW - 3 });
    await outcomeOf({ body: BODY, headers }, {
      store,
      toleranceInSeconds: 60,
    });
    assertEquals(calls, [[`msg_1.${NOW - 3}`, (NOW - 3 + 60 + 1) * 1000]]);
  });

  it("refuses what it cannot look up", async () => {
    const input = { body: BODY, headers: await headersOf(BODY) };
    const failed = "webhook-check-failed";
    const rejecting = { seen: () => Promise.reject(new Error("down")) };
    assertEquals(await outcomeOf(input, { store: rejecting }), failed);
    assertEquals(await outcomeOf(input, { store: untyped({}) }), failed);
  });
});

describe("the store in memory", () => {
  it("forgets when the time has come", () => {
    let now = 1000;
    const store = memory(() => now);
    assertEquals(store.seen("a", 2000), false);
    now = 1999;
    assertEquals(store.seen("a", 2000), true);
    now = 2000;
    assertEquals(store.seen("a", 3000), false);
    assertEquals(store.seen("a", 3000), true);
  });

  it("forgets the oldest when it is full", () => {
    const store = memory(() => 0, 2);
    assertEquals(["a", "b", "c"].map((k) => store.seen(k, 10)), [
      false,
      false,
      false,
    ]);
    assertEquals(store.seen("b", 10), true);
    assertEquals(store.seen("c", 10), true);
    assertEquals(store.seen("a", 10), false);
    assertEquals(store.seen("b", 10), false);
  });

  it("drops nothing for one that came back", () => {
    let now = 0;
    const store = memory(() => now, 2);
    store.seen("b", 100);
    store.seen("a", 10);
    now = 10;
    assertEquals(store.seen("a", 100), false);
    assertEquals(store.seen("b", 100), true);
  });

  it("agrees with a plain list, whatever comes and goes", () => {
    let seed = 7;
    const roll = (n: number) => (seed = seed * 16_807 % 2_147_483_647) % n;
    for (const max of [1, 2, 5, 40]) {
      let now = 1000;
      let plain: { readonly key: string; readonly expiry: number }[] = [];
      const store = memory(() => now, max);
      for (let i = 0; i < 4000; i++) {
        now += roll(4) ? roll(3) : -roll(5);
        const key = `${roll(60)}`;
        const expiry = now + roll(80) - 5;
        const isKnown = plain.some((e) => e.key === key && e.expiry > now);
        assertEquals(store.seen(key, expiry), isKnown, `${max} ${i}`);
        if (isKnown) continue;
        plain = plain.filter((e) => e.key !== key);
        // What is too old goes as far as the first that is not.
        while (
          plain[0] && (plain[0].expiry <= now || plain.length >= max)
        ) plain.shift();
        plain.push({ key, expiry });
      }
    }
  });

  it("takes no longer when it is full, however large it is", () => {
    const max = 60_000;
    const store = memory(() => 0, max);
    let count = 0;
    /** The time that a thousand take, the median of sixty times. */
    const measure = () => {
      const times = Array.from({ length: max / 1000 }, () => {
        const start = performance.now();
        for (let i = 0; i < 1000; i++) store.seen(`msg_${count++}`, 1);
        return performance.now() - start;
      });
      return times.sort((a, b) => a - b)[times.length / 2] ?? NaN;
    };
    const filling = measure();
    const ratio = measure() / filling;
    // Starting anew at the oldest each time, it is forty and more.
    assert(ratio < 10, `${ratio}`);
  });

  it("forgets nothing by a clock that gives no time", () => {
    let now = 1000;
    const store = memory(() => now);
    assertEquals(store.seen("a", 2000), false);
    now = NaN;
    assertEquals(store.seen("a", 2000), true);
    assertEquals(store.seen("b", 2000), false);
    assertEquals(store.seen("b", 2000), true);
    now = 1000;
    assertEquals(store.seen("a", 2000), true);
    now = 2000;
    assertEquals(store.seen("a", 3000), false);
  });

  it("goes by the host's clock by default", () => {
    const store = createMemoryWebhookStore();
    assertEquals(store.seen("a", Date.now() + 60_000), false);
    assertEquals(store.seen("a", Date.now() + 60_000), true);
    assertEquals(store.seen("b", Date.now() - 1), false);
    assertEquals(store.seen("b", Date.now() - 1), false);
  });

  it("refuses a size that is none", () => {
    for (const max of [0, -1, 1.5, NaN, Infinity, "5"]) {
      assertThrows(
        () => createMemoryWebhookStore({ max: untyped(max) }),
        TypeError,
        '"max"',
      );
    }
  });
});
