// What reviews found, and what must not come back.
import { assert, assertEquals, assertThrows } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator } from "../../emulator.ts";
import {
  decodeJwt,
  hasValidSignature,
  importKey,
  signJwt,
  verifyJwt,
} from "../../jwt.ts";
import {
  createClerkClient,
  createTokenVerifier,
  verifyToken,
} from "../../mod.ts";

describe("what reviews found", () => {
  it("an id or key of a hundred thousand characters takes no time", async () => {
    const clerk = createClerkClient({ secretKey: "sk_test_x", env: {} });
    const start = performance.now();
    for (const filler of [" ", ". ", "%2e"]) {
      const id = `.${filler.repeat(100_000 / filler.length)}/..`;
      const { errors } = await clerk.users.getUser(id);
      assertEquals(errors?.[0].code, "invalid_argument");
    }
    const key = await importKey("\\".repeat(100_000));
    assert(key.error);
    assert(performance.now() - start < 5_000);
  });

  it("keys that came by a redirect are not believed", async () => {
    const emulator = await createEmulator({
      seed: { users: [{ id: "user_1" }] },
    });
    const { token } = await emulator.signIn("user_1");
    const fetch = async (input: string, init?: RequestInit) => {
      const response = await emulator.fetch(input, init);
      return Object.defineProperty(response, "redirected", { value: true });
    };
    const { error } = await verifyToken(token, {
      secretKey: emulator.secretKey,
      env: {},
      fetch,
    });
    assertEquals(error?.reason, "jwk-remote-failed-to-load");
  });

  it("what throws when it is looked at gives an error, not a rejection", async () => {
    const hostile: never = new Proxy({}, {
      get: () => {
        throw new RangeError("no");
      },
    }) as never;
    const key = { secret: "an example secret of 32 bytes or more" };
    const algorithms = ["HS256"] as const;
    const token = await signJwt({ exp: 4_102_444_800 }, key, {
      algorithm: "HS256",
    });
    const text = token.result ?? "";
    const jwt = decodeJwt(text).result as never;
    const clocks = [{}, null, hostile, {
      now: () => Number(Reflect.get(hostile, "now")),
    }];
    const outcomes = [
      ...clocks.map((clock) =>
        verifyJwt(text, { key, algorithms, clock: clock as never })
      ),
      verifyJwt(text, hostile),
      verifyJwt(text, { key: hostile, algorithms }),
      importKey(hostile),
      hasValidSignature(jwt, hostile),
      hasValidSignature(hostile, key),
      signJwt(hostile, key, { algorithm: "HS256" }),
      signJwt({}, hostile, { algorithm: "HS256" }),
      signJwt({}, key, hostile),
      verifyToken(text, hostile),
      verifyToken(text, null as never),
    ];
    for (const outcome of outcomes) {
      const { result, error } = await outcome;
      assertEquals(result, undefined);
      assert(error instanceof Error);
    }
  });

  it("a version of the API is a name, and a URL of it names none", () => {
    const secretKey = "sk_test_x";
    for (const apiVersion of ["../../evil#", "v1/../..", "", "v1?"]) {
      assertThrows(
        () => createTokenVerifier({ secretKey, apiVersion, env: {} }),
        TypeError,
        "apiVersion",
      );
    }
    assertThrows(
      () =>
        createClerkClient({ secretKey, apiUrl: "https://api.clerk.com/v1" }),
      TypeError,
      "without version",
    );
    assertThrows(
      () => createClerkClient({ secretKey: '"sk_test_x"' }),
      TypeError,
      "quotes",
    );
  });

  it("a token with its scheme in front is told so", async () => {
    const { error } = await verifyToken("Bearer a.b.c", {
      secretKey: "sk_test_x",
      env: {},
    });
    assert(error?.message.includes('"Bearer "'));
  });
});
