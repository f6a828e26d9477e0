import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator } from "../../emulator.ts";
import type { Duration } from "../../emulator.ts";
import { createClerkClient } from "../../mod.ts";

describe("the emulator's clock", () => {
  it("goes by another clock", async () => {
    let now = 1_000;
    const { clock } = await createEmulator({ clock: { now: () => now } });
    assertEquals(clock.now(), 1_000);
    now += 5;
    assertEquals(clock.now(), 1_005);
    assertEquals(clock.advance("61s"), 62_005);
    now += 5;
    assertEquals(clock.now(), 62_010);
    clock.set(0);
    now += 5;
    assertEquals(clock.now(), 5);
    clock.reset();
    assertEquals(clock.now(), now);
  });

  it("stands still when frozen, but for what moves it", async () => {
    let now = 1_000;
    const { clock } = await createEmulator({ clock: { now: () => now } });
    clock.freeze();
    now += 5;
    assertEquals(clock.now(), 1_000);
    clock.advance(10);
    assertEquals(clock.now(), 1_010);
    clock.set(7);
    assertEquals(clock.now(), 7);
    clock.freeze(99);
    assertEquals(clock.now(), 99);
    await clock.sleep(1);
    assertEquals(clock.now(), 100);
  });

  it("reads durations in every unit, and nothing else", async () => {
    const { clock } = await createEmulator();
    clock.freeze(0);
    const durations: readonly [Duration, number][] = [
      [5, 5],
      ["5ms", 5],
      ["1.5s", 1_500],
      ["2m", 120_000],
      ["1h", 3_600_000],
      ["1d", 86_400_000],
      ["-1s", -1_000],
    ];
    for (const [duration, ms] of durations) {
      clock.freeze(0);
      assertEquals(clock.advance(duration), ms);
    }
    for (const bad of ["", "s", "1", "1 s", "1w", "1e3s", NaN, Infinity]) {
      assertThrows(() => clock.advance(bad as Duration), TypeError, "duration");
    }
    assertThrows(() => clock.set(NaN), TypeError, "milliseconds");
  });

  it("sleeps in no time, sleepers waking in their order", async () => {
    const { clock } = await createEmulator();
    clock.freeze(0);
    const woken: string[] = [];
    const sleep = async (name: string, ms: number) => {
      await clock.sleep(ms);
      woken.push(`${name}@${clock.now()}`);
    };
    const started = performance.now();
    await Promise.all([
      sleep("late", 60_000),
      sleep("early", 10_000),
      sleep("middle", 20_000).then(() => sleep("again", 30_000)),
    ]);
    assertEquals(woken, [
      "early@10000",
      "middle@20000",
      "again@50000",
      "late@60000",
    ]);
    assert(performance.now() - started < 2_000);
  });

  it("sleeps while a test has put fake timers in place", async () => {
    const emulator = await createEmulator({
      seed: { users: [{ id: "user_1" }] },
    });
    const clerk = createClerkClient(emulator.options);
    emulator.faults.add({ status: 429, retryAfter: 5, times: 1 });
    const { setTimeout, clearTimeout } = globalThis;
    Object.assign(globalThis, { setTimeout: () => 0, clearTimeout() {} });
    try {
      const { data } = await clerk.users.getUser("user_1");
      assertEquals(data?.id, "user_1");
    } finally {
      Object.assign(globalThis, { setTimeout, clearTimeout });
    }
  });

  it("lets a sleep end early, without moving on", async () => {
    const { clock } = await createEmulator();
    clock.freeze(0);
    const controller = new AbortController();
    const sleeping = clock.sleep(60_000, controller.signal);
    controller.abort(new Error("awake"));
    await assertRejects(() => sleeping, Error, "awake");
    await assertRejects(
      () => clock.sleep(1, AbortSignal.abort(new Error("never"))),
      Error,
      "never",
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
    assertEquals(clock.now(), 0);
    await assertRejects(() => clock.sleep(Infinity), TypeError, "sleep");
  });

  it("refuses what is no time, and stays as it was", async () => {
    const { clock } = await createEmulator();
    for (const time of [NaN, -1e300, Infinity, 1e300]) {
      assertThrows(() => clock.set(time), TypeError, "Cannot set the clock");
      assertThrows(() => clock.freeze(time), TypeError, "Cannot set the clock");
    }
    assertThrows(() => clock.advance("9999999999d"), TypeError, "year 9999");
    await assertRejects(() => clock.sleep(1e300), TypeError, "year 9999");
    const before = clock.now();
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert(clock.now() > before);
  });

  it("tells whole milliseconds, whatever it is set to and goes by", async () => {
    const clock = { now: () => 1e12 + 0.25, sleep: () => Promise.resolve() };
    const emulator = await createEmulator({ clock });
    assertEquals(emulator.clock.now(), 1e12);
    emulator.clock.freeze(1e12 + 0.5);
    assertEquals(emulator.clock.now(), 1e12);
  });
});
