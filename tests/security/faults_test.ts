// Security cases 15, 18 and 19: what a client does while the API fails, with an
// emulator in its place.
import { assert, assertEquals } from "@std/assert";
import { beforeEach, describe, it } from "@std/testing/bdd";
import { createEmulator, type Emulator } from "../../emulator.ts";
import { type ClerkClient, createClerkClient } from "../../mod.ts";
import { createRsaKey } from "../parity/tokens.ts";

const START = 1_767_225_600_000;
const MINUTE = 60_000;

let now: number;
let emulator: Emulator;
let clerk: ClerkClient;

/** The host's clock, as both sides see it; it may be wrong, too. */
const clock = { now: () => now };

let made: Promise<JsonWebKey> | undefined;

/** An emulator; its first key is made once, as that takes long. */
async function emulate(): Promise<Emulator> {
  made ??= createRsaKey().then((key) => key.privateJwk);
  const { kty, n, e, d, p, q, dp, dq, qi } = await made;
  const privateJwk = { kty, n, e, d, p, q, dp, dq, qi };
  return await createEmulator({ clock, env: {}, keys: { privateJwk } });
}

function connect(): ClerkClient {
  return createClerkClient({
    secretKey: emulator.secretKey,
    fetch: emulator.fetch,
    clock,
    jwksTimeoutInMs: 30,
    env: {},
  });
}

async function judge(token: string, by = clerk): Promise<string> {
  const { error } = await by.verifyToken(token);
  return error?.reason ?? "accepted";
}

/** How often the keys were asked for. */
function fetches(): number {
  return emulator.requests.filter(({ path }) => path.endsWith("/jwks")).length;
}

const LONG = { expiresIn: 7 * 24 * 3600 };

describe("while the API fails", () => {
  beforeEach(async () => {
    now = START;
    emulator = await emulate();
    clerk = connect();
  });

  it("a cold start of 100 at once asks once", async () => {
    const tokens = await Promise.all(
      Array.from({ length: 100 }, () => emulator.tokens.session("user_1")),
    );
    const reasons = await Promise.all(tokens.map((token) => judge(token)));
    assertEquals(new Set(reasons), new Set(["accepted"]));
    assertEquals(fetches(), 1);
  });

  it("a cold start of 100 at once asks once for what does not come", async () => {
    emulator.faults.add({ status: 503 });
    const token = await emulator.tokens.session("user_1", LONG);
    const reasons = await Promise.all(
      Array.from({ length: 100 }, () => judge(token)),
    );
    assertEquals(new Set(reasons), new Set(["jwk-remote-failed-to-load"]));
    assertEquals(fetches(), 1);
  });

  it("a flood of bad kids neither asks for each nor keeps others out", async () => {
    const good = await emulator.tokens.session("user_1", LONG);
    assertEquals(await judge(good), "accepted");
    for (let i = 0; i < 200; i++) {
      now += 100;
      const header = { kid: `ins_bad_${i}` };
      const bad = await emulator.tokens.session("user_1", { ...LONG, header });
      assertEquals(await judge(bad), "jwk-kid-mismatch");
      assertEquals(await judge(good), "accepted");
    }
    assert(fetches() <= 3, `${fetches()} fetches in 20 s`);
  });

  it("held keys serve for ten minutes of 503, new ones come after it", async () => {
    const token = await emulator.tokens.session("user_1", LONG);
    assertEquals(await judge(token), "accepted");
    const fault = emulator.faults.add({ status: 503 });
    for (let minute = 0; minute < 10; minute++) {
      now += MINUTE;
      assertEquals(await judge(token), "accepted", `${minute}`);
    }
    assert(fetches() < 30, `${fetches()} fetches`);
    fault.remove();
    await emulator.rotateKey();
    const renewed = await emulator.tokens.session("user_1", LONG);
    now += 31_000;
    assertEquals(await judge(renewed), "accepted");
    assertEquals(await judge(token), "accepted");
  });

  it("held keys serve for a day at most", async () => {
    const token = await emulator.tokens.session("user_1", LONG);
    assertEquals(await judge(token), "accepted");
    emulator.faults.add({ reset: true });
    now += 24 * 60 * MINUTE - 1_000;
    assertEquals(await judge(token), "accepted");
    now += 2_000;
    assertEquals(await judge(token), "jwk-remote-failed-to-load");
  });

  it("a key that is gone is gone with the first answer that comes", async () => {
    const token = await emulator.tokens.session("user_1", LONG);
    assertEquals(await judge(token), "accepted");
    await emulator.rotateKey({ keepOld: false });
    const renewed = await emulator.tokens.session("user_1", LONG);
    now += 10_001;
    assertEquals(await judge(renewed), "accepted");
    assertEquals(await judge(token), "jwk-kid-mismatch");
  });

  it("a rotation in flight refuses nobody who has a good token", async () => {
    const old = await emulator.tokens.session("user_1", LONG);
    assertEquals(await judge(old), "accepted");
    now += 10_001;
    await emulator.rotateKey();
    const renewed = await emulator.tokens.session("user_1", LONG);
    const reasons = await Promise.all(
      Array.from({ length: 50 }, (_, i) => judge(i % 2 ? old : renewed)),
    );
    assertEquals(new Set(reasons), new Set(["accepted"]));
    assertEquals(fetches(), 2);
  });

  it("answers that are no keys are refused, and no key is made of them", async () => {
    const token = await emulator.tokens.session("user_1", LONG);
    const { keys } = await emulator.jwks();
    const bodies: readonly (readonly [string, string])[] = [
      ["{}", "jwk-remote-failed-to-load"],
      ["[]", "jwk-remote-failed-to-load"],
      ["null", "jwk-remote-failed-to-load"],
      ['{"keys":{}}', "jwk-remote-failed-to-load"],
      ['{"keys":[]}', "jwk-remote-missing"],
      ['{"keys":[null,1,"a",[]]}', "jwk-remote-missing"],
      [
        JSON.stringify({ keys: keys.map(({ n, e, kty }) => ({ n, e, kty })) }),
        "jwk-remote-missing",
      ],
      [JSON.stringify(keys), "jwk-remote-failed-to-load"],
      [
        `{"__proto__":${JSON.stringify({ keys })}}`,
        "jwk-remote-failed-to-load",
      ],
      [`${"[".repeat(200_000)}`, "jwk-remote-failed-to-load"],
      [
        `{"keys":[${'{"kid":"x"},'.repeat(30_000)}null]}`,
        "jwk-remote-failed-to-load",
      ],
    ];
    for (const [text, reason] of bodies) {
      const fault = emulator.faults.add({ status: 200, body: { text } });
      assertEquals(await judge(token, connect()), reason, text.slice(0, 40));
      fault.remove();
    }
    for (const body of ["html", "broken-json", "empty"] as const) {
      const fault = emulator.faults.add({ status: 200, body });
      const reason = await judge(token, connect());
      assertEquals(reason, "jwk-remote-failed-to-load", body);
      fault.remove();
    }
  });

  it("401 blames the secret key, and is not asked for again at once", async () => {
    emulator.faults.add({ path: "/v1/jwks", status: 401 });
    const token = await emulator.tokens.session("user_1", LONG);
    for (let i = 0; i < 20; i++) {
      now += 1_000;
      assertEquals(await judge(token), "secret-key-invalid");
    }
    assertEquals(fetches(), 1);
  });

  it("an endpoint that hangs costs its time-out, and no more than that", async () => {
    emulator.faults.add({ path: "/v1/jwks", hang: true });
    const token = await emulator.tokens.session("user_1", LONG);
    const reasons = await Promise.all([1, 2, 3].map(() => judge(token)));
    assertEquals(new Set(reasons), new Set(["jwk-remote-failed-to-load"]));
    assertEquals(fetches(), 1);
    emulator.faults.clear();
    now += 2_001;
    assertEquals(await judge(token), "accepted");
  });

  it("a request whose owner is gone keeps nobody waiting", async () => {
    const token = await emulator.tokens.session("user_1", LONG);
    let calls = 0;
    const other = createClerkClient({
      secretKey: emulator.secretKey,
      clock,
      jwksTimeoutInMs: 30,
      env: {},
      // As on Workers: the promise of a request that ended never settles.
      fetch: (url, init) =>
        ++calls === 1 ? new Promise(() => {}) : emulator.fetch(url, init),
    });
    const first = judge(token, other);
    now += 31;
    assertEquals(await judge(token, other), "accepted");
    assertEquals(await first, "accepted");
  });
});

describe("a clock that is wrong", () => {
  beforeEach(async () => {
    now = START;
    emulator = await emulate();
    clerk = connect();
  });

  it("is forgiven 5 s and not more, either way", async () => {
    const token = await emulator.tokens.session("user_1", {
      claims: { nbf: START / 1000 },
    });
    assertEquals(await judge(token), "accepted");
    const steps: readonly (readonly [number, string])[] = [
      [-5_000, "accepted"],
      [-7_000, "token-not-active-yet"],
      [-30_000, "token-not-active-yet"],
      [-60 * MINUTE, "token-not-active-yet"],
      [7_000, "accepted"],
      [30_000, "accepted"],
      [64_999, "accepted"],
      [65_000, "token-expired"],
      [67_000, "token-expired"],
      [60 * MINUTE, "token-expired"],
      [0, "accepted"],
    ];
    for (const [step, reason] of steps) {
      now = START + step;
      assertEquals(await judge(token), reason, `${step}`);
    }
  });

  it("is forgiven nothing where nothing is to be", async () => {
    const token = await emulator.tokens.session("user_1", {
      claims: { nbf: START / 1000 },
    });
    const strict = async () =>
      (await clerk.verifyToken(token, { clockSkewInMs: 0 })).error?.reason;
    assertEquals(await strict(), undefined);
    now = START - 1;
    assertEquals(await strict(), "token-not-active-yet");
    now = START + MINUTE;
    assertEquals(await strict(), "token-expired");
  });

  it("never freezes what is to be asked again, nor makes old keys young", async () => {
    const token = await emulator.tokens.session("user_1", LONG);
    assertEquals(await judge(token), "accepted");
    await emulator.rotateKey({ keepOld: false });
    now -= 60 * MINUTE;
    const early = { claims: { nbf: 1, iat: 1 } };
    const renewed = await emulator.tokens.session("user_1", {
      ...LONG,
      ...early,
    });
    assertEquals(await judge(renewed), "accepted");
    assertEquals(await judge(token), "jwk-kid-mismatch");
  });
});

describe("a write", () => {
  it("is never sent again when it may have been carried out", async () => {
    for (
      const fault of [
        { reset: true },
        { status: 500 },
        { status: 502 },
        { status: 503, retryAfter: 0 },
        { status: 504 },
        { status: 408 },
        { status: 200, body: "broken-json" },
        { status: 200, body: "html" },
        { hang: true },
      ] as const
    ) {
      emulator = await emulate();
      clerk = createClerkClient({
        secretKey: emulator.secretKey,
        fetch: emulator.fetch,
        clock: emulator.clock,
        timeout: 20,
        env: {},
      });
      emulator.faults.add(fault);
      const { users } = clerk;
      const outcomes = [
        await users.createUser({ firstName: "Ada" }),
        await users.updateUser("user_1", { firstName: "Ada" }),
        await users.deleteUser("user_1"),
        await users.banUser("user_1"),
      ];
      for (const { errors } of outcomes) assert(errors, JSON.stringify(fault));
      assertEquals(emulator.requests.length, 4, JSON.stringify(fault));
    }
  });

  it("is repeated after 429 within a budget that a storm uses up", async () => {
    emulator = await emulate();
    clerk = createClerkClient({
      secretKey: emulator.secretKey,
      fetch: emulator.fetch,
      clock: emulator.clock,
      env: {},
    });
    emulator.faults.add({ status: 429 });
    const calls = 500;
    for (let i = 0; i < calls; i++) {
      await clerk.users.createUser({ firstName: "Ada" });
    }
    const repeated = emulator.requests.length - calls;
    assert(repeated > 0 && repeated <= 10 + calls / 10, `${repeated}`);
  });
});
