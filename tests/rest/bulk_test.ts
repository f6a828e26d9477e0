import {
  assert,
  assertEquals,
  assertRejects,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { type BulkOutcome, runInBulk } from "../../bulk.ts";
import { createEmulator } from "../../emulator.ts";
import { createClerkClient, unwrap } from "../../mod.ts";
import { virtualTime } from "./virtual_time.ts";
import { watchListeners } from "./watch_listeners.ts";

/** Lets everything happen that needs no time. */
const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

const good = <T>(data: T) => ({ data, errors: undefined });

async function collect<T>(outcomes: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const outcome of outcomes) all.push(outcome);
  return all;
}

const codeOf = ({ result }: BulkOutcome<unknown, unknown>) => {
  const { errors } = result as { errors?: readonly { code: string }[] };
  return errors?.[0]?.code;
};

function* count(to: number) {
  for (let i = 0; i < to; i++) yield i;
}

describe("runInBulk", () => {
  it("gives each item, its place and what came of it, as it comes", async () => {
    const ends = new Map<string, () => void>();
    const outcomes = collect(
      runInBulk(["a", "b", "c"], async (item) => {
        await new Promise<void>((resolve) => ends.set(item, resolve));
        return good(item.toUpperCase());
      }),
    );
    await settle();
    for (const item of ["c", "a", "b"]) {
      ends.get(item)?.();
      await settle();
    }
    assertEquals(await outcomes, [
      { item: "c", index: 2, result: good("C") },
      { item: "a", index: 0, result: good("A") },
      { item: "b", index: 1, result: good("B") },
    ]);
  });

  it("gives all that came at a time, however slow the items are", async () => {
    const ends: (() => void)[] = [];
    let rest = () => {};
    async function* items() {
      yield* ["a", "b"];
      await new Promise<void>((resolve) => rest = resolve);
    }
    const seen: string[] = [];
    const all = (async () => {
      const outcomes = runInBulk(
        items(),
        () => new Promise<void>((resolve) => ends.push(resolve)),
      );
      for await (const { item } of outcomes) seen.push(item);
    })();
    await settle();
    for (const end of ends) end();
    await settle();
    assertEquals(seen, ["a", "b"]);
    rest();
    await all;
  });

  it("takes no more items than may be under way, however slow the loop is", async () => {
    let taken = 0;
    let running = 0;
    let most = 0;
    let seen = 0;
    async function* items() {
      for (const i of count(50)) {
        taken++;
        yield await Promise.resolve(i);
      }
    }
    const outcomes = runInBulk(items(), async (item) => {
      most = Math.max(most, ++running);
      await settle();
      running--;
      return item;
    }, { concurrency: 4 });
    for await (const _ of outcomes) {
      if (seen % 10 === 0) { for (let i = 0; i < 5; i++) await settle(); }
      assert(taken <= seen + 4, `${taken} taken, ${seen} seen`);
      seen++;
    }
    assertEquals([taken, seen, most], [50, 50, 4]);
  });

  it("makes 32 calls at a time, none of which is to try again by itself", async () => {
    let running = 0;
    let most = 0;
    await collect(runInBulk(count(50), async (_, options) => {
      assertEquals(options, { retry: 0 });
      most = Math.max(most, ++running);
      await settle();
      running--;
    }));
    assertEquals(most, 32);
  });

  it("takes items one at a time", async () => {
    let asked = 0;
    let i = 0;
    const items = {
      [Symbol.asyncIterator]: () => ({
        async next() {
          assertEquals(++asked, 1);
          await settle();
          asked--;
          return i < 9
            ? { done: false as const, value: i++ }
            : { done: true as const, value: undefined };
        },
      }),
    };
    const outcomes = await collect(runInBulk(items, good));
    assertEquals(outcomes.length, 9);
  });

  it("leaves items alone that have come to their end", async () => {
    let [nexts, returns] = [0, 0];
    const items = {
      [Symbol.iterator]: () => ({
        next: () => ({ done: ++nexts > 3, value: nexts }),
        return() {
          returns++;
          return { done: true as const, value: undefined };
        },
      }),
    };
    const outcomes = await collect(
      runInBulk(items, good, { concurrency: 2 }),
    );
    assertEquals([outcomes.length, nexts, returns], [3, 4, 0]);
  });

  it("makes a failure of what a call throws, and goes on", async () => {
    const cause = new RangeError("odd");
    const outcomes = await collect(runInBulk([1, 2, 3], (item) => {
      if (item % 2) throw cause;
      return good(item);
    }, { concurrency: 1 }));
    const [first, second, third] = outcomes;
    assertEquals(second?.result, good(2));
    for (const outcome of [first, third]) {
      assert(outcome?.result.errors);
      const [error] = outcome.result.errors;
      assertEquals([error.code, error.message], ["call_threw", "odd"]);
      assertStrictEquals(error.cause, cause);
    }
  });

  it("goes on after a call that throws what is no error at all", async () => {
    const odd: unknown[] = [undefined, "text", Symbol("s"), {
      __proto__: null,
    }];
    const outcomes = await collect(runInBulk(odd, (item) => {
      throw item;
    }, { concurrency: 1 }));
    assertEquals(
      outcomes.map(({ result }) => Reflect.get(Object(result), "errors")[0]),
      [
        { code: "call_threw", message: "undefined" },
        { code: "call_threw", message: "text", cause: odd[1] },
        { code: "call_threw", message: "Symbol(s)", cause: odd[2] },
        { code: "call_threw", message: "It cannot be told.", cause: odd[3] },
      ],
    );
  });

  it("throws what the items throw, after all outcomes", async () => {
    const cause = new Error("The file ended in the middle");
    function* items() {
      yield* count(3);
      throw cause;
    }
    const seen: number[] = [];
    const thrown = await assertRejects(async () => {
      const outcomes = runInBulk(items(), async (item) => {
        await settle();
        return good(item);
      });
      for await (const { item } of outcomes) seen.push(item);
    });
    assertStrictEquals(thrown, cause);
    assertEquals(seen, [0, 1, 2]);
  });

  it("has nothing to do without items", async () => {
    assertEquals(await collect(runInBulk([], good)), []);
  });

  it("refuses what holds no items, and what cannot be called", () => {
    for (const items of [null, undefined, 5, "user_1", {}, () => [1]]) {
      assertThrows(() => runInBulk(items as never, good), TypeError, '"items"');
    }
    for (const call of [null, undefined, {}]) {
      assertThrows(() => runInBulk([1], call as never), TypeError, '"call"');
    }
    assertThrows(
      () => runInBulk([1], good, null as never),
      TypeError,
      '"options"',
    );
  });

  it("refuses options that it cannot use", () => {
    const wrong: [string, object][] = [
      ["concurrency", { concurrency: 0 }],
      ["concurrency", { concurrency: 1.5 }],
      ["concurrency", { concurrency: "5" }],
      ["rate", { rate: 0 }],
      ["rate", { rate: NaN }],
    ];
    for (const [name, options] of wrong) {
      assertThrows(() => runInBulk([1], good, options), TypeError, name);
    }
  });
});

const refusal = {
  data: undefined,
  errors: [{ code: "too_many_requests", message: "" }] as const,
  status: 429,
  clerkTraceId: undefined,
  retryAfter: 7,
  attempts: 1,
};

describe("a run in bulk that meets a 429", () => {
  it("sends the call again when it was told to, and no other meanwhile", async () => {
    const clock = virtualTime();
    const start = clock.now();
    const log: [number, number][] = [];
    let refused = false;
    const outcomes = await clock.until(collect(runInBulk(count(5), (item) => {
      log.push([item, clock.now() - start]);
      if (item !== 1 || refused) return good(item);
      refused = true;
      return refusal;
    }, { clock, concurrency: 1 })));
    assertEquals(outcomes.map(({ result }) => result), [...count(5)].map(good));
    const times = [[0, 0], [1, 0], [1, 7000], [2, 7000], [3, 7000], [4, 7000]];
    assertEquals(log, times);
  });

  it("waits a second when it was not told how long", async () => {
    for (const retryAfter of [undefined, 0]) {
      const clock = virtualTime();
      const start = clock.now();
      const times: number[] = [];
      await clock.until(collect(runInBulk([1], () => {
        times.push(clock.now() - start);
        return times.length === 1 ? { ...refusal, retryAfter } : good(1);
      }, { clock })));
      assertEquals(times, [0, 1000]);
    }
  });

  it("knows it by a thrown error too, and by no other failure", async () => {
    const clock = virtualTime();
    const replies = [refusal, { ...refusal, status: 503 }];
    let calls = 0;
    const outcomes = await clock.until(collect(runInBulk([1], () => {
      calls++;
      return unwrap(replies.shift() ?? good(1));
    }, { clock })));
    assertEquals([calls, outcomes.map(codeOf)], [2, ["call_threw"]]);
  });

  it("waits no longer at a time than timers can", async () => {
    const waits: number[] = [];
    const end = new AbortController();
    const clock = {
      now: () => 0,
      sleep(ms: number, signal?: AbortSignal): Promise<void> {
        waits.push(ms);
        if (waits.length === 2) end.abort();
        return signal?.aborted
          ? Promise.reject(signal.reason)
          : Promise.resolve();
      },
    };
    const call = () => ({ status: 429, retryAfter: 4_000_000 });
    await collect(runInBulk([1], call, { clock, signal: end.signal }));
    assertEquals(waits, [2 ** 31 - 1, 4_000_000_000 - 2 ** 31 + 1]);
  });

  it("gives up on a call that is refused each time", async () => {
    const clock = virtualTime();
    let calls = 0;
    const outcomes = await clock.until(collect(runInBulk([1], () => {
      calls++;
      return refusal;
    }, { clock })));
    assertEquals([calls, outcomes.map(codeOf)], [10, ["too_many_requests"]]);
  });

  it("waits also by a clock that stands still", async () => {
    const slept: number[] = [];
    const clock = {
      now: () => 0,
      sleep: (ms: number) => {
        slept.push(ms);
        return Promise.resolve();
      },
    };
    const replies = [refusal];
    const call = () => replies.shift() ?? good(1);
    assertEquals((await collect(runInBulk([1], call, { clock }))).length, 1);
    assertEquals(slept, [7000]);
  });

  it("keeps to the limit of an emulator, and loses and doubles none", async () => {
    const emulator = await createEmulator({ rateLimit: "development" });
    const { secretKey, fetch, clock } = emulator;
    clock.freeze();
    const clerk = createClerkClient({ secretKey, fetch, clock });
    const people = [...count(450)].map((i) => ({
      externalId: `person_${i}`,
      emailAddress: [`person_${i}@example.com`],
    }));
    const outcomes = await collect(runInBulk(
      people,
      (person, options) => clerk.users.createUser(person, options),
      { clock, concurrency: 8 },
    ));
    assertEquals(outcomes.filter(({ result }) => result.errors), []);
    assertEquals((await clerk.users.getCount()).data, 450);
    const refused = emulator.requests.filter(({ status }) => status === 429);
    assert(refused.length > 0 && refused.length < 45, `${refused.length}`);
  });
});

describe("a run in bulk that is ended", () => {
  it("by its signal starts nothing more, and tells of all it had begun", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const started: number[] = [];
    const ends: (() => void)[] = [];
    const outcomes = collect(runInBulk(count(9), async (item) => {
      started.push(item);
      await new Promise<void>((resolve) => ends.push(resolve));
      return good(item);
    }, { concurrency: 3, signal }));
    await settle();
    controller.abort();
    await settle();
    for (const end of ends) end();
    assertEquals((await outcomes).map(({ result }) => result), [
      good(0),
      good(1),
      good(2),
    ]);
    assertEquals(started, [0, 1, 2]);
  });

  it("by its signal waits no longer for the API, nor for items", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    async function* items() {
      yield 1;
      await new Promise(() => {});
    }
    // By the host's timers, which must not be left running either.
    const outcomes = collect(
      runInBulk(items(), () => refusal, { concurrency: 2, signal }),
    );
    await settle();
    controller.abort(new Error("enough"));
    assertEquals((await outcomes).map(codeOf), ["aborted"]);
    assertEquals(
      await collect(runInBulk([1], good, { signal: AbortSignal.abort() })),
      [],
    );
  });

  it("by a signal that many runs share, with one listener, and none at the end", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const listeners = watchListeners(signal);
    const call = async (item: number) => {
      await settle();
      return good(item);
    };
    const run = (items: Iterable<number>) =>
      collect(runInBulk(items, call, { concurrency: 2, signal }));
    await Promise.all(Array.from({ length: 12 }, () => run(count(5))));
    assertEquals([listeners.most(), listeners.now()], [1, 0]);
    function* endless() {
      for (let i = 0;; i++) yield i;
    }
    const runs = Array.from({ length: 12 }, () => run(endless()));
    await settle();
    assertEquals([listeners.most(), listeners.now()], [1, 1]);
    controller.abort();
    await Promise.all(runs);
    assertEquals(listeners.now(), 0);
  });

  it("by leaving the loop lets go of the items, and starts nothing more", async () => {
    let isClosed = false;
    function* items() {
      try {
        yield* count(99);
      } finally {
        isClosed = true;
      }
    }
    let calls = 0;
    for await (
      const _ of runInBulk(items(), async (item) => {
        calls++;
        await settle();
        return good(item);
      }, { concurrency: 3 })
    ) break;
    assertEquals([calls, isClosed], [3, true]);
    await settle();
    assertEquals(calls, 3);
  });
});
