import { assert, assertEquals } from "@std/assert";
import { afterEach, beforeEach, describe, it } from "@std/testing/bdd";
import {
  assertState,
  createBackend,
  createFlavours,
  type Expected,
  FAPI,
  holdHost,
  keyOf,
  live,
  requestOf,
  sign,
  suffixOf,
  T0,
} from "./harness.ts";
import type { RequestInit } from "./harness.ts";

interface Row extends RequestInit {
  readonly name: string;
  readonly token?: () => Promise<string> | string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly client?: Readonly<Record<string, unknown>>;
  /** How much later it is, in seconds. */
  readonly later?: number;
  readonly expected: Expected;
  /** How often the keys are fetched at most. */
  readonly fetches?: number;
}

const TEMPLATE = { cat: "cl_B7d4PD222AAA" };
const dead = (uat: unknown = T0 - 10) => ({
  __clerk_db_jwt: "deadbeef",
  __client_uat: uat,
});

/** Session tokens in the Authorization header. */
const HEADER_ROWS: readonly Row[] = [
  {
    name: "a good token",
    token: () => sign(),
    expected: { status: "signed-in", reason: null },
  },
  {
    name: "a token without scheme",
    headers: { authorization: "PLAIN" },
    token: () => sign(),
    expected: { status: "signed-in" },
  },
  {
    name: "another scheme is no token",
    headers: { authorization: "Basic abc" },
    client: live,
    expected: {
      status: "signed-out",
      reason: "session-token-and-uat-missing",
      message: "",
    },
  },
  {
    name: "another party",
    token: () => sign({ azp: "https://a.example" }),
    options: { authorizedParties: ["https://b.example"] },
    expected: {
      status: "signed-out",
      reason: "token-invalid-authorized-parties",
      message:
        'Invalid JWT Authorized party claim (azp) "https://a.example". Expected "https://b.example". (reason=token-invalid-authorized-parties, token-carrier=header)',
    },
  },
  {
    name: "expired",
    token: () => sign(),
    later: 3600,
    expected: {
      status: "handshake",
      reason: "session-token-expired-refresh-non-eligible-no-refresh-cookie",
    },
  },
  {
    name: "expired, where a satellite asks",
    url: "http://clerk.com/path?__clerk_redirect_url=https://satellite.dev/",
    cookies: { __clerk_db_jwt: "deadbeef" },
    token: () => sign(),
    later: 3600,
    expected: {
      status: "handshake",
      location: /^https:\/\/clerk\.inspired\.puma-74\.lcl\.dev\//,
    },
  },
  {
    name: "of another key",
    token: () => sign({}, {}, true),
    expected: {
      status: "signed-out",
      reason: "token-invalid-signature",
      message:
        "JWT signature is invalid. (reason=token-invalid-signature, token-carrier=header)",
    },
  },
  {
    name: "no token at all",
    token: () => "test_header_token",
    fetches: 0,
    expected: {
      status: "signed-out",
      reason: "token-invalid",
      message:
        "Invalid JWT form. A JWT consists of three parts separated by dots. (reason=token-invalid, token-carrier=header)",
    },
  },
  {
    name: "of a JWT template, before any key is fetched",
    token: () => sign({ sid: undefined }, TEMPLATE),
    fetches: 0,
    expected: {
      status: "signed-out",
      reason: "token-type-mismatch",
      message: "",
    },
  },
  {
    name: "of a machine, before any key is fetched",
    token: () => sign({ sub: "mch_1" }, { cat: "cl_B7d4PD333AAA" }),
    fetches: 0,
    expected: { status: "signed-out", reason: "token-type-mismatch" },
  },
  {
    name: "of OAuth, before any key is fetched",
    token: () => sign({}, { typ: "at+jwt" }),
    fetches: 0,
    expected: { status: "signed-out", reason: "token-type-mismatch" },
  },
  {
    name: "without azp",
    token: () => sign({ azp: undefined }),
    expected: { status: "signed-in" },
  },
  {
    name: "not valid yet",
    token: () => sign({ nbf: T0 + 60 }),
    expected: { status: "handshake", reason: "session-token-nbf" },
  },
  {
    name: "issued in the future, for a request that is no page's",
    token: () => sign({ iat: T0 + 60 }),
    method: "POST",
    expected: {
      status: "signed-out",
      reason: "session-token-iat-in-the-future",
    },
  },
];

/** Session tokens in cookies, and browsers known in development. */
const COOKIE_ROWS: readonly Row[] = [
  {
    name: "no cookies, in production",
    client: live,
    expected: {
      status: "signed-out",
      reason: "session-token-and-uat-missing",
    },
  },
  {
    name: "signed out, no session",
    client: live,
    cookies: { __client_uat: 0 },
    expected: {
      status: "signed-out",
      reason: "session-token-and-uat-missing",
    },
  },
  {
    name: "signed in, no session",
    client: live,
    cookies: { __client_uat: 12345 },
    expected: {
      status: "handshake",
      reason: "client-uat-but-no-session-token",
    },
  },
  {
    name: "signed in after the token was issued",
    cookies: { ...dead(T0 + 10), __session: "TOKEN" },
    token: () => sign(),
    expected: {
      status: "handshake",
      reason: "session-token-iat-before-client-uat",
      message: "",
    },
  },
  {
    name: "a token without sub",
    cookies: { ...dead(), __session: "TOKEN" },
    token: () => sign({ sub: undefined }),
    expected: {
      status: "signed-out",
      reason: "token-verification-failed",
      message:
        "Subject claim (sub) is required and must be a string. Received undefined. Make sure that this is a valid Clerk-generated JWT. (reason=token-verification-failed, token-carrier=cookie)",
    },
  },
  {
    name: "a good token",
    cookies: { ...dead(), __session: "TOKEN" },
    token: () => sign(),
    expected: { status: "signed-in", reason: null },
  },
  {
    name: "a machine's token",
    cookies: { ...dead(), __session: "TOKEN" },
    token: () => sign({ sub: "mch_1" }),
    fetches: 0,
    expected: {
      status: "signed-out",
      reason: "token-type-mismatch",
      message: "",
    },
  },
  {
    name: "a template's token",
    cookies: { ...dead(), __session: "TOKEN" },
    token: () => sign({}, TEMPLATE),
    fetches: 0,
    expected: { status: "signed-out", reason: "token-type-mismatch" },
  },
  {
    name: "what is no token at all",
    cookies: { ...dead(), __session: "test_cookie_token" },
    fetches: 0,
    expected: {
      status: "signed-out",
      reason: "token-invalid",
      message:
        "Invalid JWT form. A JWT consists of three parts separated by dots. (reason=token-invalid, token-carrier=cookie)",
    },
  },
  {
    name: "an expired token",
    cookies: { ...dead(), __session: "TOKEN" },
    token: () => sign(),
    later: 3600,
    expected: {
      status: "handshake",
      reason: "session-token-expired-refresh-non-eligible-no-refresh-cookie",
    },
  },
  {
    name: "an expired token, for POST",
    method: "POST",
    cookies: { ...dead(), __session: "TOKEN" },
    token: () => sign(),
    later: 3600,
    expected: {
      status: "signed-out",
      reason: "session-token-expired-refresh-non-eligible-non-get",
    },
  },
  {
    name: "through CloudFront",
    client: live,
    headers: { "user-agent": "Amazon CloudFront" },
    cookies: { __client_uat: 12345, __session: "TOKEN" },
    token: () => sign(),
    expected: { status: "signed-in" },
  },
  {
    name: "a browser that is not known",
    cookies: { __session: "TOKEN" },
    token: () => sign(),
    expected: { status: "handshake", reason: "dev-browser-missing" },
  },
  {
    name: "nothing at all, in development",
    expected: { status: "handshake", reason: "dev-browser-missing" },
  },
  {
    name: "a known browser and a session, but no time",
    cookies: { __clerk_db_jwt: "deadbeef", __session: "TOKEN" },
    token: () => sign(),
    expected: {
      status: "handshake",
      reason: "session-token-but-no-client-uat",
    },
  },
  {
    name: "back from Clerk's pages",
    url: "http://clerk.com/path?__clerk_synced=true&__clerk_db_jwt=deadbeef",
    expected: {
      status: "handshake",
      reason: "dev-browser-sync",
      location:
        `https://${FAPI}/v1/client/handshake?redirect_url=http%3A%2F%2Fexample.com%2Fpath%3F__clerk_synced%3Dtrue&__clerk_api_version=2026-05-12&suffixed_cookies=false&__clerk_hs_reason=dev-browser-sync&format=nonce&__clerk_db_jwt=deadbeef`,
    },
  },
  {
    name: "back from Clerk's pages with what production has no use for",
    client: live,
    url: "http://clerk.com/path?__clerk_db_jwt=deadbeef",
    cookies: { __client_uat: 12345, __session: "TOKEN" },
    token: () => sign(),
    expected: { status: "signed-in", location: null },
  },
  {
    name: "for POST, signed in without session",
    client: live,
    method: "POST",
    cookies: { __client_uat: 12345 },
    expected: {
      status: "signed-out",
      reason: "client-uat-but-no-session-token",
      location: null,
    },
  },
  {
    name: "for POST, signed in after the token was issued",
    method: "POST",
    cookies: { ...dead(T0 + 10), __session: "TOKEN" },
    token: () => sign(),
    expected: {
      status: "signed-out",
      reason: "session-token-iat-before-client-uat",
    },
  },
  {
    name: "for an image",
    headers: { "sec-fetch-dest": "image" },
    expected: { status: "signed-out", reason: "dev-browser-missing" },
  },
  {
    name: "for a frame",
    headers: { "sec-fetch-dest": "iframe" },
    expected: { status: "handshake", reason: "dev-browser-missing" },
  },
  {
    name: "for HTML, by an old browser",
    headers: { "sec-fetch-dest": undefined, "accept": "text/html,*/*" },
    expected: { status: "handshake", reason: "dev-browser-missing" },
  },
  {
    name: "for anything, by an old browser",
    headers: { "sec-fetch-dest": undefined, "accept": "*/*,text/html" },
    expected: { status: "signed-out", reason: "dev-browser-missing" },
  },
];

function replaced(
  values: Readonly<Record<string, unknown>> | undefined,
  token: string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [
      name,
      value === "TOKEN" || value === "PLAIN" ? token : value as string,
    ]),
  );
}

describe("session tokens", () => {
  const backend = createBackend();
  let host: ReturnType<typeof holdHost>;
  beforeEach(() => {
    host = holdHost();
    backend.sent.length = 0;
  });
  afterEach(() => host.release());

  for (const flavour of createFlavours(backend)) {
    const run = async (row: Row, isHeader: boolean) => {
      const token = await row.token?.() ?? "";
      host.time += (row.later ?? 0) * 1000;
      const cookies = replaced(row.cookies, token);
      const headers = {
        ...isHeader && token && { authorization: `Bearer ${token}` },
        ...row.headers && replaced(row.headers, token),
      };
      const state = await flavour.authenticate(
        requestOf({ ...row, cookies, headers }),
        row.options,
        row.client,
      );
      assertState(flavour, state, row.expected);
      const fetched = backend.sent.length;
      assert(fetched <= (row.fetches ?? 1), `${fetched} requests`);
    };
    for (const row of HEADER_ROWS) {
      it(`${flavour.name}, header: ${row.name}`, () => run(row, true));
    }
    for (const row of COOKIE_ROWS) {
      it(`${flavour.name}, cookies: ${row.name}`, () => run(row, false));
    }

    it(`${flavour.name}: the auth object tells what the token does`, async () => {
      const token = await sign();
      const state = await flavour.authenticate(
        requestOf({ headers: { authorization: `Bearer ${token}` } }),
      );
      assertEquals(state.token, token);
      const auth = JSON.parse(JSON.stringify(state.toAuth()));
      assertEquals(auth.userId, "user_2GIpXOEpVyJw51rkZn9Kmnc6Sxr");
      assertEquals(auth.sessionId, "sess_2GbDB4enHdCa5vS1zpC3Xzg9tK9");
      assertEquals(auth.isAuthenticated, true);
      assertEquals(
        Object.keys(auth.sessionClaims),
        ["azp", "exp", "iat", "iss", "nbf", "sid", "sub"],
      );
    });

    it(`${flavour.name}: a pending session is signed in, and signed out to most`, async () => {
      const token = await sign({ sts: "pending" });
      const state = await flavour.authenticate(
        requestOf({ headers: { authorization: `Bearer ${token}` } }),
      );
      assertEquals(state.status, "signed-in");
      const read = (options?: Record<string, unknown>) =>
        JSON.parse(JSON.stringify(state.toAuth(options)));
      assertEquals(read().isAuthenticated, false);
      assertEquals(read().sessionStatus, "pending");
      const all = read({ treatPendingAsSignedOut: false });
      assertEquals(all.isAuthenticated, true);
    });
  }

  it("warns of a cookie's token without azp once, in the drop-in flavour alone", async () => {
    const [ours, official] = createFlavours(backend);
    const __session = await sign({ azp: undefined });
    const request = () => requestOf({ cookies: { ...dead(), __session } });
    for (const flavour of [ours, official, official]) {
      assertEquals(
        (await flavour?.authenticate(request()))?.status,
        "signed-in",
      );
    }
    assertEquals(host.printed, [
      "warn: Clerk: Session token from cookie is missing the azp claim. In a future version of Clerk, this token will be considered invalid. Please contact Clerk support if you see this warning.",
    ]);
  });

  it("says how far a clock is behind", async () => {
    const [ours] = createFlavours(backend);
    for (const claims of [{ nbf: T0 + 90 }, { iat: T0 + 90 }]) {
      const state = await ours?.authenticate(
        requestOf({
          headers: { authorization: `Bearer ${await sign(claims)}` },
        }),
      );
      assertEquals(
        state?.message?.endsWith(
          "This server's clock is 90 s behind, or more.",
        ),
        true,
        `${state?.message}`,
      );
    }
  });

  it("says that a JWKS without keys has none", async () => {
    const [, official] = createFlavours({
      ...backend,
      fetch: () => Promise.resolve(new Response("{}")),
    });
    const token = await sign();
    const state = await official?.authenticate(
      requestOf({ headers: { authorization: `Bearer ${token}` } }),
    );
    assertEquals(state?.status, "signed-out");
    assertEquals(state?.reason, "jwk-remote-failed-to-load");
  });
});

/** Which cookies count: what they say, in time and issuer. */
interface SuffixRow {
  readonly name: string;
  readonly kind: "test" | "live";
  readonly plain?: Readonly<Record<string, unknown>> | string;
  readonly suffixed?: Readonly<Record<string, unknown>>;
  readonly plainUat?: unknown;
  readonly suffixedUat?: unknown;
  readonly usesSuffix: boolean;
}

const SUFFIX_ROWS: readonly SuffixRow[] = [
  {
    name: "plain cookies alone",
    kind: "live",
    plain: {},
    plainUat: T0 + 20,
    usesSuffix: false,
  },
  {
    name: "the plain session is newer, both signed in",
    kind: "live",
    plain: { iat: T0 + 2 },
    suffixed: {},
    plainUat: T0 + 20,
    suffixedUat: T0 + 20,
    usesSuffix: false,
  },
  {
    name: "signed out with the suffix, not without",
    kind: "live",
    plain: {},
    suffixed: {},
    plainUat: T0 + 20,
    suffixedUat: "0",
    usesSuffix: false,
  },
  {
    name: "both sessions, same time",
    kind: "live",
    plain: {},
    suffixed: { jti: "other" },
    plainUat: T0 + 20,
    suffixedUat: T0 + 20,
    usesSuffix: true,
  },
  {
    name: "a plain session of another instance",
    kind: "live",
    plain: { iss: "https://clerk.other.example", iat: T0 + 2 },
    suffixed: {},
    plainUat: T0 + 20,
    suffixedUat: T0 + 20,
    usesSuffix: true,
  },
  {
    name: "a plain session whose issuer is no text",
    kind: "live",
    plain: { iss: ["https://clerk.other.example"], iat: T0 + 2 },
    suffixed: {},
    plainUat: T0 + 20,
    suffixedUat: T0 + 20,
    usesSuffix: true,
  },
  {
    name: "a session with the suffix, but no time",
    kind: "live",
    plain: {},
    suffixed: {},
    plainUat: T0 + 20,
    usesSuffix: false,
  },
  {
    name: "a time with the suffix, but no session",
    kind: "live",
    plain: {},
    plainUat: T0 + 20,
    suffixedUat: T0 + 20,
    usesSuffix: false,
  },
  {
    name: "signed out without the suffix, and the other session is over",
    kind: "test",
    plain: {},
    suffixed: { exp: T0 },
    plainUat: "0",
    suffixedUat: T0 + 20,
    usesSuffix: false,
  },
  {
    name: "signed out without the suffix, and the other session is not over",
    kind: "test",
    plain: { iat: T0 + 2 },
    suffixed: { exp: T0 + 1 },
    plainUat: "0",
    suffixedUat: T0 + 20,
    usesSuffix: true,
  },
  {
    name: "signed out without the suffix, in production",
    kind: "live",
    plain: {},
    suffixed: { exp: T0 },
    plainUat: "0",
    suffixedUat: T0 + 20,
    usesSuffix: true,
  },
  {
    name: "other applications' cookies too",
    kind: "test",
    suffixed: {},
    plainUat: T0 + 20,
    suffixedUat: T0 + 20,
    usesSuffix: true,
  },
];

describe("cookies with the instance's suffix", () => {
  const backend = createBackend();
  let host: ReturnType<typeof holdHost>;
  beforeEach(() => {
    host = holdHost();
  });
  afterEach(() => host.release());

  for (const flavour of createFlavours(backend)) {
    for (const row of SUFFIX_ROWS) {
      it(`${flavour.name}: ${row.name}`, async () => {
        const suffix = await suffixOf(keyOf(row.kind));
        const claims = row.plain;
        const plain = typeof claims === "object"
          ? await sign(claims)
          : undefined;
        const suffixed = row.suffixed && await sign(row.suffixed);
        const cookies = Object.fromEntries(
          [
            ["__session", plain],
            ["__client_uat", row.plainUat],
            ["__clerk_db_jwt", "plain"],
            [`__session_${suffix}`, suffixed],
            [`__client_uat_${suffix}`, row.suffixedUat],
            [`__clerk_db_jwt_${suffix}`, "suffixed"],
            ["__session_AAAAAAAA", "a.b.c"],
            ["__client_uat_AAAAAAAA", "1"],
          ].filter(([, value]) => value !== undefined),
        );
        const state = await flavour.authenticate(
          requestOf({ cookies }),
          {},
          row.kind === "live" ? live : {},
        );
        const { searchParams } = new URL(state.headers.get("location") ?? "");
        const said = (name: string) => searchParams.get(name) ?? undefined;
        assertEquals(said("suffixed_cookies"), `${row.usesSuffix}`);
        assertEquals(said("__session"), row.usesSuffix ? suffixed : plain);
        if (row.kind === "test") {
          const browser = row.usesSuffix ? "suffixed" : "plain";
          assertEquals(said("__clerk_db_jwt"), browser);
        }
      });
    }

    it(`${flavour.name}: signed out by both, with sessions`, async () => {
      const suffix = await suffixOf(keyOf("live"));
      const suffixed = await sign({ jti: "suffixed" });
      const state = await flavour.authenticate(
        requestOf({
          cookies: {
            __session: await sign(),
            __client_uat: 0,
            [`__session_${suffix}`]: suffixed,
            [`__client_uat_${suffix}`]: 0,
          },
        }),
        {},
        live,
      );
      assertState(flavour, state, {
        status: "handshake",
        reason: "session-token-but-no-client-uat",
      });
      const { searchParams } = new URL(state.headers.get("location") ?? "");
      assertEquals(searchParams.get("__session"), suffixed);
    });

    it(`${flavour.name}: debug tells which cookies counted, and no token`, async () => {
      const suffix = await suffixOf(keyOf("live"));
      const token = await sign();
      const state = await flavour.authenticate(
        requestOf({
          cookies: {
            [`__session_${suffix}`]: token,
            [`__client_uat_${suffix}`]: T0 - 7,
            [`__refresh_${suffix}`]: "refresh_of_somebody",
          },
        }),
        {},
        live,
      );
      const auth = state.toAuth() as { debug(): Record<string, unknown> };
      const debug = auth.debug();
      assertEquals(debug.clientUat, T0 - 7);
      assertEquals(debug.refreshTokenInCookie, "refresh");
      const text = JSON.stringify(debug);
      assertEquals(text.includes(token), false);
      assertEquals(text.includes("deadbeef"), false);
    });

    it(`${flavour.name}: debug tells what was asked of what, and why`, async () => {
      const options = {
        domain: "x.example",
        proxyUrl: "https://proxy.example",
        signInUrl: "/in",
      };
      const state = await flavour.authenticate(
        requestOf({
          headers: { accept: "text/html", "sec-fetch-dest": "image" },
          cookies: {
            __clerk_db_jwt: "browser_1",
            __client_uat: T0,
            __clerk_redirect_count: 2,
            __session: "not_a_token",
          },
        }),
        options,
      );
      const auth = state.toAuth() as { debug(): Record<string, unknown> };
      const expected = {
        ...options,
        status: "signed-out",
        reason: "token-invalid",
        message: state.message,
        publishableKey: keyOf("test"),
        frontendApi: FAPI,
        instanceType: "development",
        isSatellite: false,
        clientUat: T0,
        usesSuffixedCookies: false,
        sessionTokenInCookie: "not_a_t",
        refreshTokenInCookie: "",
        devBrowserToken: "browser",
        handshakeRedirectLoopCounter: 2,
        method: "GET",
        secFetchDest: "image",
        accept: "text/html",
        userAgent: "Mozilla/TestAgent",
      };
      // The drop-in flavour shows more, and all of this.
      const shown = auth.debug();
      const names = Object.keys(expected);
      const told = Object.fromEntries(names.map((name) => [name, shown[name]]));
      assertEquals(told, expected);
      if (flavour.name === "default") {
        assertEquals(Object.keys(shown).length, names.length);
      }
    });

    it(`${flavour.name}: signed out with the suffix, and no session of it`, async () => {
      const suffix = await suffixOf(keyOf("live"));
      const state = await flavour.authenticate(
        requestOf({
          cookies: { [`__client_uat_${suffix}`]: 0, __client_uat: 0 },
        }),
        {},
        live,
      );
      assertState(flavour, state, {
        status: "signed-out",
        reason: "session-token-and-uat-missing",
      });
    });
  }
});
