import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { op } from "../../src/rest/operation.ts";
import { apiError, fakeApi, json, type Reply } from "./fake_api.ts";
import { virtualTime } from "./virtual_time.ts";

const getUser = op("GET /users/{user_id}");
const createUser = op("POST /users", { body: true });

const tooMany = (seconds: number) =>
  apiError(429, "too_many_requests", { "retry-after": `${seconds}` });

/** Waits are as long as was asked for, and no longer. */
const random = () => 0;

/** Time that only passes when all wait. */
function patientClock(time = 1_700_000_000_000) {
  const ends: { at: number; wake: () => void }[] = [];
  const slept: number[] = [];
  return {
    slept,
    now: () => time,
    sleep(ms: number): Promise<void> {
      slept.push(ms);
      return new Promise((wake) => ends.push({ at: time + ms, wake }));
    },
    /** Lets everything happen that can, then the next wait end. */
    async pass(): Promise<void> {
      await new Promise((resolve) => setTimeout(resolve));
      const end = Math.min(...ends.map(({ at }) => at));
      if (ends.length > 0) time = end;
      for (const { wake } of ends.splice(0)) wake();
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

describe("a client that was told to wait", () => {
  it("keeps its other calls back for as long", async () => {
    const clock = patientClock();
    const replies: Reply[] = [tooMany(3), json({ id: "u" })];
    const { send, sent } = fakeApi(replies, { clock, random });
    const first = send(createUser, {});
    await new Promise((resolve) => setTimeout(resolve));
    const others = [send(getUser, "u"), send(createUser, {})];
    await new Promise((resolve) => setTimeout(resolve));
    assertEquals([sent.length, clock.slept], [1, [3000, 3000, 3000]]);
    await clock.pass();
    for (const call of [first, ...others]) {
      assertEquals((await call).errors, undefined);
    }
    assertEquals(sent.length, 4);
    // It is over: what comes now does not wait.
    await send(getUser, "u");
    assertEquals(clock.slept.length, 3);
  });

  it("is so also when the call that was told gives up", async () => {
    const { send, waits } = fakeApi([tooMany(3), json({})], { random });
    assert((await send(createUser, {}, { retry: 0 })).errors);
    assertEquals(waits, []);
    await send(getUser, "u");
    await send(getUser, "u");
    assertEquals(waits, [3000]);
  });

  it("keeps no call back that would not wait by itself", async () => {
    for (const options of [{ retry: false }, { totalTimeout: 2000 }]) {
      const { send, sent, waits } = fakeApi([tooMany(3), json({})]);
      await send(createUser, {}, { retry: 0 });
      assertEquals((await send(getUser, "u", options)).errors, undefined);
      assertEquals([sent.length, waits], [2, []]);
    }
  });

  it("keeps none back for another limit than that of all calls", async () => {
    const clock = patientClock();
    const { send, sent } = fakeApi([tooMany(11), json({})], { clock });
    await send(createUser, {}, { retry: 0 });
    await send(getUser, "u");
    assertEquals([sent.length, clock.slept], [2, []]);
  });

  it("spends nothing of the budget for retries on it", async () => {
    let opensAt = 0;
    const { send, sent, clock } = fakeApi((one) =>
      (clock.now() < opensAt ? tooMany(1) : json({}))(one)
    );
    for (let i = 0; i < 40; i++) {
      opensAt = clock.now() + 1000;
      await send(createUser, {}, { retry: 0 });
      const { errors } = await send(createUser, {});
      assertEquals(errors, undefined);
    }
    assertEquals(sent.length, 80);
  });

  it("counts the wait for the whole call, and ends it by its signal", async () => {
    const late = fakeApi([tooMany(3), tooMany(3), json({})], { random });
    await late.send(createUser, {}, { retry: 0 });
    const { errors } = await late.send(getUser, "u", { totalTimeout: 5000 });
    assertEquals([errors?.[0].code, late.waits], ["too_many_requests", [3000]]);

    const { send, sent } = fakeApi([tooMany(3), json({})], {
      clock: { now: () => 1_700_000_000_000 },
    });
    await send(createUser, {}, { retry: 0 });
    const controller = new AbortController();
    const call = send(getUser, "u", { signal: controller.signal });
    controller.abort();
    const outcome = await call;
    assert(outcome.errors && "attempts" in outcome);
    assertEquals([outcome.errors[0].code, outcome.attempts, sent.length], [
      "aborted",
      0,
      1,
    ]);
  });

  it("is not for ever by a clock that stands still, nor for long by one set back", async () => {
    let time = 1_700_000_000_000;
    const slept: number[] = [];
    const clock = {
      now: () => time,
      sleep: (ms: number) => {
        slept.push(ms);
        return Promise.resolve();
      },
    };
    const still = fakeApi([tooMany(3), json({})], { clock, random });
    await still.send(createUser, {}, { retry: 0 });
    await still.send(getUser, "u");
    await still.send(getUser, "u");
    assertEquals(slept.splice(0), [3000]);
    const back = fakeApi([tooMany(3), json({})], { clock });
    await back.send(createUser, {}, { retry: 0 });
    time -= 3_600_000;
    await back.send(getUser, "u");
    assertEquals(slept, []);
  });

  it("still waits when a retry for another reason is over", async () => {
    const clock = patientClock();
    const rolls = [0.5];
    const { send, sent } = fakeApi([apiError(503), tooMany(3), json({})], {
      clock,
      random: () => rolls.shift() ?? 0,
    });
    const read = send(getUser, "u");
    await new Promise((resolve) => setTimeout(resolve));
    await send(createUser, {}, { retry: 0 });
    await clock.pass();
    assertEquals((await read).errors, undefined);
    const other = send(getUser, "u");
    await clock.pass();
    await other;
    assertEquals([sent.length, clock.slept], [4, [125, 2875]]);
  });

  it("does not let all come at once when it is over, and none wait for long", async () => {
    const run = async () => {
      const clock = virtualTime(0);
      const sentAt: number[] = [];
      let seed = 1;
      const random = () => (seed = seed * 16_807 % 2_147_483_647) / 2 ** 31;
      const { send } = fakeApi((one) => {
        sentAt.push(clock.now());
        return (clock.now() < 2000 ? tooMany(2) : json({ id: "u" }))(one);
      }, { clock, random });
      const calls = [send(createUser, {}), send(createUser, {})];
      await clock.until(clock.sleep(0));
      for (let i = 0; i < 300; i++) calls.push(send(getUser, "u"));
      for (const { errors } of await clock.until(Promise.all(calls))) {
        assertEquals(errors, undefined);
      }
      return sentAt.slice(2);
    };
    const sentAt = await run();
    assertEquals([sentAt.length, Math.max(...sentAt) <= 2250], [302, true]);
    assertEquals(Math.min(...sentAt) >= 2000, true);
    const fifths = [0, 1, 2, 3, 4].map((fifth) =>
      sentAt.filter((at) => Math.floor((at - 2000) / 50) === fifth).length
    );
    for (const count of fifths) assert(count > 40 && count < 80, `${fifths}`);
    assertEquals(await run(), sentAt);
  });

  it("does not let those wait again who waited, or come too late", async () => {
    const clock = virtualTime(0);
    const sentAt: number[] = [];
    const { send } = fakeApi((one) => {
      sentAt.push(clock.now());
      return tooMany(1)(one);
    }, { clock, random: () => sentAt.length % 2 });
    await send(createUser, {}, { retry: 0 });
    const options = { retry: 1, totalTimeout: 1200 };
    const calls = [send(getUser, "u", options)];
    await clock.until(clock.sleep(100));
    calls.push(send(getUser, "u", { ...options, totalTimeout: 5000 }));
    await clock.until(Promise.all(calls));
    // The first keeps most of the time that it has left; the second is held up no
    // more by the refusal of the first.
    assertEquals(sentAt.slice(0, 3), [0, 1025, 1113]);
  });
});
