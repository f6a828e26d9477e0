import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { runInBulk } from "../../bulk.ts";
import type { ApiResult, Clock } from "../../mod.ts";
import { type VirtualTime, virtualTime } from "./virtual_time.ts";

/** Says for a request at a time how long to wait, in milliseconds; 0 lets it in. */
type Limiter = (now: number) => number;

/** Windows that begin with a request. */
function windows(requests: number, perMs: number): Limiter {
  let start = -Infinity;
  let count = 0;
  return (now) => {
    if (now >= start + perMs) [start, count] = [now, 0];
    return ++count > requests ? start + perMs - now : 0;
  };
}

/** Windows that begin by the clock. */
function clockWindows(requests: number, perMs: number): Limiter {
  let window = 0;
  let count = 0;
  return (now) => {
    const current = Math.floor(now / perMs);
    if (current !== window) [window, count] = [current, 0];
    return ++count > requests ? (current + 1) * perMs - now : 0;
  };
}

/** No more than so many in any stretch of so long. */
function sliding(requests: number, perMs: number): Limiter {
  const times: number[] = [];
  return (now) => {
    while ((times[0] ?? now) <= now - perMs) times.shift();
    if (times.length >= requests) return (times[0] ?? now) + perMs - now;
    times.push(now);
    return 0;
  };
}

/** A bucket that fills evenly. */
function bucket(requests: number, perMs: number): Limiter {
  let tokens = requests;
  let last = -1;
  return (now) => {
    const filled = last < 0 ? 0 : (now - last) * requests / perMs;
    tokens = Math.min(requests, tokens + filled);
    last = now;
    if (tokens < 1) return (1 - tokens) * perMs / requests;
    tokens--;
    return 0;
  };
}

/** An API that takes its time, and lets in what a limiter does. */
function limitedApi(clock: Required<Clock>, limiter: Limiter, latency: number) {
  const seen = { admitted: 0, refused: 0, latest: 0 };
  async function create(_item: number): Promise<ApiResult<number>> {
    await clock.sleep(latency / 2);
    const ms = limiter(clock.now());
    const refusal: ApiResult<never> = {
      data: undefined,
      errors: [{ code: "too_many_requests", message: "Too many" }],
      status: 429,
      clerkTraceId: undefined,
      retryAfter: Math.ceil(ms / 1000),
      attempts: 1,
    };
    if (ms > 0) seen.refused++;
    else [seen.admitted, seen.latest] = [seen.admitted + 1, clock.now()];
    await clock.sleep(latency / 2);
    return ms > 0 ? refusal : { data: seen.admitted, errors: undefined };
  }
  return { create, seen };
}

/** Makes so many calls of an API, in virtual time; gives how many failed. */
async function run(
  clock: VirtualTime,
  api: ReturnType<typeof limitedApi>,
  calls: number,
  rate?: number,
): Promise<number> {
  let failed = 0;
  const items = Array.from({ length: calls }, (_, i) => i);
  await clock.until((async () => {
    const outcomes = runInBulk(items, api.create, { clock, rate });
    for await (const { result } of outcomes) if (result.errors) failed++;
  })());
  return failed;
}

const KINDS = { windows, clockWindows, sliding, bucket };

describe("a run in bulk against a rate limit", () => {
  for (const [name, make] of Object.entries(KINDS)) {
    it(`reaches nine tenths of it, and wastes little: ${name}`, async () => {
      // As for a development instance; for production, of one kind.
      for (const requests of make === windows ? [1000, 100] : [100]) {
        const clock = virtualTime();
        const api = limitedApi(clock, make(requests, 10_000), 250);
        const start = clock.now();
        const calls = requests * 30;
        assertEquals(await run(clock, api, calls), 0);
        const { admitted, refused, latest } = api.seen;
        assertEquals(admitted, calls);
        // The limiter lets a first lot through at once, which is not to flatter.
        const reached = (calls - requests) / (latest - start);
        const share = reached / (requests / 10_000);
        assert(share >= 0.9, `${requests}: ${share} of the rate`);
        assert(refused <= calls * 0.03, `${requests}: ${refused} refused`);
      }
    });
  }

  it("leaves room for others, which are rarely refused", async () => {
    const clock = virtualTime();
    const limiter = windows(1000, 10_000);
    const api = limitedApi(clock, limiter, 80);
    const start = clock.now();
    const others = { asked: 0, refused: 0 };
    let isDone = false;
    const ask = async () => {
      while (!isDone) {
        await clock.sleep(500);
        // By then it has learned.
        const counts = clock.now() > start + 30_000;
        if (limiter(clock.now()) > 0 && counts) others.refused++;
        if (counts) others.asked++;
      }
    };
    ask();
    await run(clock, api, 12_000);
    isDone = true;
    assert(others.asked > 150, `${others.asked} asked`);
    assert(others.refused < others.asked * 0.1, `${others.refused} refused`);
  });

  it("goes no faster than it is told to, and meets no limit then", async () => {
    const clock = virtualTime();
    const api = limitedApi(clock, windows(1000, 10_000), 80);
    const start = clock.now();
    await run(clock, api, 2000, 80);
    assertEquals(api.seen.refused, 0);
    const rate = 2000 / (api.seen.latest - start) * 1000;
    assert(rate > 78 && rate < 81, `${rate} in a second`);
  });

  it("gets faster again when there is more room", async () => {
    const clock = virtualTime();
    const start = clock.now();
    const [tight, wide] = [windows(100, 10_000), windows(1000, 10_000)];
    const api = limitedApi(
      clock,
      (now) => (now < start + 60_000 ? tight : wide)(now),
      80,
    );
    await run(clock, api, 6000);
    const elapsed = (api.seen.latest - start) / 1000;
    // It would take 600 seconds at the first rate.
    assert(elapsed < 400, `${elapsed} s`);
  });

  it("goes no faster by a clock that gives no time, for a while or ever", async () => {
    for (const bad of [NaN, Infinity, -Infinity]) {
      for (const isBad of [(n: number) => n > 20 && n < 30, () => true]) {
        let [time, looks, slept, starts] = [1_700_000_000_000, 0, 0, 0];
        const clock = {
          now: () => isBad(looks++) ? bad : time,
          sleep(ms: number) {
            slept += ms;
            time += ms;
            return Promise.resolve();
          },
        };
        const items = Array.from({ length: 100 }, (_, i) => i);
        for await (
          const _ of runInBulk(items, () => starts++, { clock, rate: 10 })
        );
        assertEquals(starts, 100);
        assert(slept > 9_000 && slept < 11_000, `${slept} ms by ${bad}`);
      }
    }
  });
});
