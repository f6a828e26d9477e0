import { assertEquals } from "@std/assert";
import { afterEach, beforeEach, describe, it } from "@std/testing/bdd";
import {
  assertState,
  createBackend,
  createFlavours,
  holdHost,
  json,
  keyOf,
  live,
  publicPem,
  requestOf,
  sign,
  suffixOf,
  T0,
} from "./harness.ts";

const EXPIRED = { exp: T0 - 30, iat: T0 - 90, nbf: T0 - 100 };
const URL = "https://example.com/page";

describe("refresh", () => {
  const backend = createBackend();
  let host: ReturnType<typeof holdHost>;
  let suffix: string;
  let expired: string;
  let fresh: string;
  beforeEach(async () => {
    host = holdHost();
    backend.sent.length = 0;
    suffix = await suffixOf(keyOf("live"));
    expired = await sign(EXPIRED);
    fresh = await sign();
    const cookies = [`__session_${suffix}=${fresh}; Path=/; Secure`, "a=b"];
    backend.answer = () => json({ object: "cookies", cookies });
  });
  afterEach(() => host.release());

  const calls = () =>
    backend.sent.filter(({ url }) => url.includes("/refresh"));

  for (const flavour of createFlavours(backend)) {
    const { name } = flavour;
    const run = (
      cookies: Record<string, unknown>,
      rest: Parameters<typeof requestOf>[0] = {},
      client: Record<string, unknown> = live,
    ) =>
      flavour.authenticate(
        requestOf({
          url: URL,
          ...rest,
          cookies: { __client_uat: 12345, ...cookies },
        }),
        {},
        client,
      );

    it(`${name}: a refresh cookie brings a fresh token`, async () => {
      const state = await run({
        __session: expired,
        [`__refresh_${suffix}`]: "refresh_1",
      });
      assertState(flavour, state, {
        status: "signed-in",
        cookies: [`__session_${suffix}=${fresh}; Path=/; Secure`, "a=b"],
      });
      assertEquals(state.token, fresh);
      const [call] = calls();
      assertEquals(
        call?.url,
        "https://api.clerk.test/v1/sessions/sess_2GbDB4enHdCa5vS1zpC3Xzg9tK9/refresh",
      );
      assertEquals(call?.body.expired_token, expired);
      assertEquals(call?.body.refresh_token, "refresh_1");
      assertEquals(call?.body.request_origin, "https://example.com");
      assertEquals(call?.body.format, "cookie");
      const headers = call?.body.request_headers as Record<string, unknown>;
      assertEquals(headers["user-agent"], ["Mozilla/TestAgent"]);
    });

    it(`${name}: the suffixed refresh cookie is the one that counts`, async () => {
      const state = await run({
        __session: expired,
        __refresh: "plain",
        [`__refresh_${suffix}`]: "suffixed",
      });
      assertState(flavour, state, { status: "signed-in" });
      assertEquals(calls()[0]?.body.refresh_token, "suffixed");
    });

    it(`${name}: nothing is refreshed without a refresh cookie`, async () => {
      const state = await run({ __session: expired, __refresh: "plain" });
      assertState(flavour, state, {
        status: "handshake",
        reason: "session-token-expired-refresh-non-eligible-no-refresh-cookie",
      });
      assertEquals(calls(), []);
    });

    it(`${name}: nothing is refreshed that is not expired`, async () => {
      const state = await run({
        __session: fresh,
        __client_uat: "",
        [`__refresh_${suffix}`]: "refresh_1",
      });
      assertState(flavour, state, {
        status: "handshake",
        reason: "session-token-but-no-client-uat",
      });
      assertEquals(calls(), []);
    });

    it(`${name}: nothing is refreshed for a token of another key`, async () => {
      const state = await run({
        __session: await sign(EXPIRED, {}, true),
        [`__refresh_${suffix}`]: "refresh_1",
      });
      assertState(flavour, state, {
        status: "signed-out",
        reason: "token-invalid-signature",
      });
      assertEquals(calls(), []);
    });

    const FAILURES = [
      [
        () => json({ errors: [{ code: "refresh_token_not_found" }] }, 401),
        "refresh_token_not_found",
      ],
      [() => json({ errors: [] }, 500), "unexpected-bapi-error"],
      [
        () => {
          throw new TypeError("No network");
        },
        "fetch-error",
      ],
      [
        () => {
          throw new DOMException("Too late", "TimeoutError");
        },
        "fetch-error",
      ],
      [() => json({}), "unexpected-sdk-error"],
      [() => json({ cookies: "a=b" }), "unexpected-sdk-error"],
      [() => json({ cookies: [5] }), "unexpected-sdk-error"],
      [() => json({ cookies: ["a=b\r\nc: d"] }), "unexpected-sdk-error"],
      [() => json({ cookies: ["a=b"] }), "invalid-session-token"],
      [() => json({ cookies: ["__session=a.b.c"] }), "invalid-session-token"],
    ] as const;
    for (const [answer, reason] of FAILURES) {
      it(`${name}: what fails with ${reason} ends in a handshake`, async () => {
        backend.answer = answer;
        const state = await run({
          __session: expired,
          [`__refresh_${suffix}`]: "refresh_1",
        });
        assertState(flavour, state, {
          status: "handshake",
          reason: `session-token-expired-refresh-${reason}`,
        });
      });
    }

    it(`${name}: a reason that no header can hold is left out there`, async () => {
      backend.answer = () => json({ errors: [{ code: "x\r\ny: z" }] }, 401);
      const state = await run({
        __session: expired,
        [`__refresh_${suffix}`]: "refresh_1",
      });
      assertEquals(state.headers.get("x-clerk-auth-reason"), null);
      assertEquals(state.headers.get("x-clerk-auth-status"), "handshake");
      assertEquals(state.headers.get("y"), null);
    });
  }

  it("cannot be without a secret key, which is no reason to fail", async () => {
    const [ours] = createFlavours(backend);
    const state = await ours?.authenticate(
      requestOf({
        url: URL,
        cookies: {
          __client_uat: 12345,
          __session: expired,
          [`__refresh_${suffix}`]: "refresh_1",
        },
      }),
      {},
      { ...live, secretKey: undefined, jwtKey: await publicPem(), env: {} },
    );
    assertEquals(state?.status, "handshake");
    assertEquals(
      state?.reason,
      "session-token-expired-refresh-missing-api-client",
    );
    assertEquals(backend.sent, []);
  });
});
