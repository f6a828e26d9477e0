/** What hardly any client sends, laid over the requests of request_cases.ts. */
// A table: exempt from the limit on lines.
import { NOW } from "./tokens.ts";
import { createCase, type Dice, type RequestCase } from "./request_cases.ts";
import { keyOf, type Material } from "./request_material.ts";

/** A case that is still being made. */
interface Draft extends RequestCase {
  method: string;
  url: string;
  now?: number;
  readonly headers: Record<string, string>;
  readonly options: Record<string, unknown>;
}

type Oddity = (draft: Draft, dice: Dice, material: Material) => void;

/** Makes the next random case, with a few oddities in it. */
export function createOddCase(
  material: Material,
  random: () => number,
): RequestCase {
  const draft = { ...createCase(material, random) } as Draft;
  const pick = <T>(items: readonly T[]) =>
    items[Math.floor(random() * items.length)] as T;
  const dice = { chance: (p: number) => random() < p, pick };
  do dice.pick(ODDITIES)(draft, dice, material); while (dice.chance(0.6));
  // departs: "query-kept"
  const { headers } = draft;
  if (headers.host !== undefined || headers["x-forwarded-host"] !== undefined) {
    draft.url = draft.url.split("#", 1)[0] ?? "";
  }
  return draft;
}

/** Sets a header to one of a few values. */
function header(name: string, ...values: readonly string[]): Oddity {
  return ({ headers }, { pick }) => {
    headers[name] = pick(values);
  };
}

/** Sets an option to one of a few values. */
function option(name: string, ...values: readonly unknown[]): Oddity {
  return ({ options }, { pick }) => {
    options[name] = pick(values);
  };
}

/** Puts a part into the `Cookie` header, in front or behind. */
function cookie(
  make: (
    token: string,
    suffix: string,
    material: Material,
    dice: Dice,
  ) => readonly string[],
): Oddity {
  return ({ headers, kind }, dice, material) => {
    const { pick, chance } = dice;
    const token = material.tokens[pick(Object.keys(material.tokens))] ?? "";
    const suffix = material.suffixes[kind] ?? "";
    const parts = [headers.cookie, pick(make(token, suffix, material, dice))];
    if (chance(0.5)) parts.reverse();
    headers.cookie = parts.filter((part) => part !== undefined).join(
      pick(["; ", "; ", ";", " ;  "]),
    );
  };
}

/** Puts a parameter into the query, in front or behind. */
function parameter(...values: readonly string[]): Oddity {
  return (draft, { pick, chance }) => {
    const [path = "", query] = draft.url.split("?");
    const parts = [query, pick(values)];
    if (chance(0.5)) parts.reverse();
    draft.url = `${path}?${
      parts.filter((part) => part !== undefined).join("&")
    }`;
  };
}

const PATTERNS = [
  "/orgs/:id",
  "/orgs/:id/",
  "/Orgs/:slug",
  "/orgs/:ID",
  "/orgs/:id/(.*)",
  "/orgs/:id(.*)",
  "/orgs/:slug/:tab?",
  "/:locale?/orgs/:id",
  "/:any/orgs/:slug/(.*)",
  "/:id",
  "/(.*)",
  "/(.*)/:slug",
  "/",
  "/orgs/:org_id",
  "/orgs/:id.html",
  "orgs/:id",
  "/me",
  "/me/",
  "/orgs/o%5Frg",
];

/** All of them; what departs on purpose is left to request_departures_test.ts. */
export const ODDITIES: readonly Oddity[] = [
  (draft, { pick }) => {
    draft.method = pick([
      "OPTIONS",
      "DELETE",
      "PATCH",
      "get",
      "QUERY",
    ]);
  },
  (draft, { pick }) => {
    const path = draft.url.slice(draft.url.indexOf("/", 8));
    draft.url = pick([
      "https://[::1]:8443",
      "http://[2001:db8::1]",
      "http://127.0.0.1",
      "https://app.example.com:443",
      "http://app.example.com:80",
      "https://app.example.com:8443",
      "https://APP.example.com",
      "https://bücher.example",
      "https://app.example.com.",
      "https://a_b.example.com",
      "https://satellite.example",
      "https://primary.example",
    ]) + path;
  },
  (draft, { pick }) => {
    const [, query] = draft.url.split("?");
    draft.url = new URL(draft.url).origin + pick([
      "/a//b",
      "/a%20b",
      "/ü",
      "/a/../b",
      "/a/%2e%2e/b",
      "/a;b=c",
      "/a@b:c",
      "/a%2Fb",
      "/%",
      "/%zz",
      "/orgs/org%5F1",
      "/orgs/org%201",
      "/ORGS/org_1",
      "/orgs/org_1/a/b/",
      "/orgs//",
      "/orgs/org_1//",
      "/orgs/org_1.html",
      "/org_1",
      "/x/acme",
      "/me/",
      "/Me",
      "/'\"",
      "",
    ]) + (query ? `?${query}` : "");
  },
  parameter(
    "",
    "&",
    "=",
    "a",
    "a=1&a=2",
    "a=%ZZ",
    "a=+",
    "ü=ü",
    "a[]=1",
    "u=https://a.example/?b=c",
  ),
  parameter(
    "__clerk_synced=true",
    "__clerk_synced=false",
    "__clerk_synced=FALSE",
    "__clerk_synced",
    "__clerk_synced=true&__clerk_synced=false",
    "__clerk_synced=false&__clerk_synced=true",
  ),
  parameter(
    "__clerk_db_jwt",
    "__clerk_db_jwt=dvb_1&__clerk_db_jwt=dvb_2",
    "__clerk_db_jwt=a%20b",
    "__clerk_db_jwt=a+b",
    "__clerk_db_jwt_AAAAAAAA=x",
  ),
  parameter(
    "__clerk_handshake",
    "__clerk_handshake=",
    "__clerk_handshake=a.b.c",
    "__clerk_handshake_nonce=",
    "__clerk_handshake_nonce=good&__clerk_handshake_nonce=404",
    "__clerk_handshake_nonce=a%2Fb%26c",
    "__clerk_help=1&__clerk_help=2",
    "__clerk_ticket=t",
    "__session=t",
    "__dev_session=t",
    "__clerk_status=verified",
  ),
  parameter(
    "__clerk_redirect_url",
    "__clerk_redirect_url=https%3A%2F%2Fsatellite.example%3A8443%2Fa%2520b",
    "__clerk_redirect_url=HTTPS%3A%2F%2FSatellite.example",
    "__clerk_redirect_url=http%3A%2F%2F%5B%3A%3A1%5D%3A3000%2F%3Fx",
    "__clerk_redirect_url=https%3A%2F%2Fu%3Ap%40satellite.example%2F",
    "__clerk_redirect_url=https%3A%2F%2Fs.example%2F%3F__clerk_db_jwt%3Dx",
    "__clerk_redirect_url=https%3A%2F%2Fs.example&__clerk_redirect_url=https%3A%2F%2Ft.example",
    "__clerk_redirect_url=https%3A%2F%2Fs.example%2F%3F__clerk_synced%3Da%26__clerk_synced%3Db",
  ),
  (draft, { pick }) => {
    draft.url += pick(["#", "#h", "#?__clerk_synced=false", "#/a?b#c"]);
  },
  header(
    "host",
    "APP.example.com",
    "app.example.com:443",
    "app.example.com:80",
    "app.example.com:8443",
    "[::1]:3000",
    "[::1]",
    "127.0.0.1:8080",
    "satellite.example",
    "primary.example",
    "a_b.example.com",
    "app.example.com.",
  ),
  header(
    "x-forwarded-host",
    "",
    "b.example",
    "b.example:8443",
    " b.example",
    "[::1]:3000",
    "B.EXAMPLE",
    "10.0.0.1:80",
  ),
  header(
    "x-forwarded-proto",
    "https",
    "http",
    "https, http",
    "http,https",
  ),
  header("x-forwarded-port", "", "443", "80", "8443", "3000", "443,80"),
  header("cloudfront-forwarded-proto", "http", "https"),
  header("forwarded", "for=1.2.3.4;host=b.example;proto=https"),
  header("x-original-host", "b.example"),
  header(
    "sec-fetch-dest",
    "Document",
    "DOCUMENT",
    "",
    "document, iframe",
    "iframe",
    "frame",
    "embed",
    "nested-document",
    "worker",
  ),
  ({ headers }) => {
    delete headers["sec-fetch-dest"];
  },
  header("sec-fetch-site", "none", "Cross-Site", "cross-site", "same-site"),
  header("sec-fetch-mode", "navigate", "cors", "no-cors"),
  header("sec-fetch-user", "?1"),
  header("sec-purpose", "prefetch", "prefetch;prerender"),
  header("purpose", "prefetch"),
  header("next-router-prefetch", "1"),
  header(
    "accept",
    "TEXT/HTML",
    "application/json, text/html",
    " text/html",
    "text/htmlx",
    "text/html;q=0.9",
    "text/*",
    "",
  ),
  header(
    "referer",
    "",
    "about:blank",
    "HTTPS://APP.EXAMPLE.COM/x",
    "https://app.example.com:443/x",
    "https://app.example.com:8443/x",
    "http://app.example.com/x",
    "https://app.example.com.evil.example/",
    "https://u:p@elsewhere.example/",
    "http://[::1]:3000/x",
    "http://127.0.0.1/",
    "android-app://com.example/",
    "/x",
    "https://accounts.dev/",
    "https://x.accounts.dev.evil.example/",
    "https://foo.clerk.accounts.dev/",
    "https://accounts.example.com:8443/",
    "https://clerk.satellite.example/",
    "https://accounts.satellite.example/",
    "https://example.com/",
    "https://b.example/",
  ),
  header("origin", "null", "", "https://primary.example", "abc"),
  header("user-agent", "", "Amazon CloudFront", "curl/8"),
  ({ headers }, dice, { tokens }) => {
    const token = tokens[dice.pick(Object.keys(tokens))];
    headers.authorization = dice.pick([
      "",
      "Bearer",
      "Bearer ",
      " ",
      `BEARER ${token}`,
      `Bearer\t${token}`,
      `Token ${token}`,
      `Bearer ${token}, Bearer ${token}`,
      `Bearer ${token},`,
      `${token}.x`,
      "Bearer null",
      "Bearer undefined",
      `Bearer "${token}"`,
      `Bearer Bearer ${token}`,
      `${token} ${token}`,
      `Bearer: ${token}`,
      `Bearer =${token}`,
    ]);
  },
  ({ headers }, dice, { tokens }) => {
    headers.authorization = `Bearer ${tokens[dice.pick(Object.keys(tokens))]}`;
  },
  ({ headers, options }, { pick }) => {
    headers.authorization = `Bearer ${
      pick([
        "ak_",
        "mt_",
        "oat_",
        "AK_good",
        "ak",
        "mt_a b",
        "oat_ü",
      ])
    }`;
    options.acceptsToken = pick([
      "any",
      "api_key",
      "m2m_token",
      "oauth_token",
      ["api_key", "m2m_token"],
    ]);
  },
  cookie((token) => [
    "__session",
    "__session=",
    "=x",
    "=",
    "",
    " ",
    `__session =${token}`,
    `__session= ${token} `,
    `__session="${token}"`,
    `__session=${encodeURIComponent(token)}%20`,
    `__session=${token}%`,
    `__Session=${token}`,
    `__session\t=${token}`,
    `a=b, __session=${token}`,
    "__proto__=x",
    "constructor=x",
    "toString",
    "$Version=1",
  ]),
  cookie((token) => [`__session=${token}`]),
  cookie((token, suffix) => [`__session_${suffix}=${token}`]),
  cookie((_, suffix, __, { pick }) => {
    const name = pick(["__client_uat", `__client_uat_${suffix}`]);
    return [
      `${name}`,
      `${name}=`,
      `${name}=01`,
      `${name}=-1`,
      `${name}=1e9`,
      `${name}=${NOW}.5`,
      `${name}= ${NOW}`,
      `${name}=${NOW}x`,
      `${name}=0x10`,
      `${name}=00`,
      `${name}=NaN`,
      `${name}=%30`,
      `${name}=${NOW * 1000}`,
      `${name}=0; ${name}=${NOW}`,
      `${name}=${NOW}; ${name}=0`,
    ];
  }),
  cookie((_, suffix, __, { pick }) => {
    const name = pick(["__clerk_db_jwt", `__clerk_db_jwt_${suffix}`]);
    return [`${name}`, `${name}=`, `${name}=a%20b`, `${name}=a; ${name}=b`];
  }),
  cookie((_, suffix, __, { pick }) => {
    const name = pick(["__refresh", `__refresh_${suffix}`]);
    return [`${name}=`, `${name}=good`, `${name}=a%2Fb; ${name}=good`];
  }),
  cookie(() =>
    [
      "",
      "0",
      "03",
      "3.0",
      "2.5",
      "3x",
      "-1",
      "%33",
      " 3",
      "1; __clerk_redirect_count=3",
    ]
      .map((count) => `__clerk_redirect_count=${count}`)
  ),
  cookie((_, __, { handshakes }, { pick }) => [
    `__clerk_handshake=${handshakes[pick(Object.keys(handshakes))]}`,
    "__clerk_handshake=",
    "__clerk_handshake_nonce=",
    "__clerk_handshake_nonce=good",
  ]),
  option(
    "domain",
    "",
    undefined,
    null,
    "satellite.example:8443",
    "SATELLITE.example",
    "localhost",
  ),
  option("isSatellite", true, false, undefined, null),
  ({ options }) => {
    Object.assign(options, {
      isSatellite: true,
      domain: undefined,
      signInUrl: "https://primary.example/sign-in",
      proxyUrl: "https://proxy.example/__clerk",
    });
  },
  option(
    "proxyUrl",
    "",
    undefined,
    null,
    "/",
    "/__clerk/",
    "/a/b",
    "http://proxy.example",
    "https://proxy.example:8443/a///",
    "https://app.example.com/__clerk",
  ),
  option(
    "signInUrl",
    "",
    undefined,
    null,
    "/sign-in",
    "https://primary.example",
    "https://primary.example/a#/sign-in",
    "https://primary.example/sign-in?__clerk_redirect_url=x",
    "http://[::1]:3000/sign-in",
  ),
  option("satelliteAutoSync", true, false, undefined, null),
  option("allowedRedirectOrigins", undefined),
  ({ options }, { pick, chance }) => {
    const list = () =>
      [PATTERNS, PATTERNS, PATTERNS].slice(0, pick([1, 2, 3]))
        .map(pick);
    options.organizationSyncOptions = pick([
      {
        ...chance(0.9) && { organizationPatterns: list() },
        ...chance(0.6) && { personalAccountPatterns: list() },
      },
      { organizationPatterns: [] },
      {},
      undefined,
      null,
    ]);
  },
  option(
    "authorizedParties",
    undefined,
    null,
    [],
    [""],
    ["https://APP.example.com"],
    ["https://app.example.com/"],
    ["https://a.example", "https://app.example.com"],
    ["https://a.example", ""],
  ),
  option("audience", undefined, "", [], [""], ["", "api"], ["api"]),
  option("issuer", undefined, "", "https://clerk.example.com", [
    "https://clerk.example.com",
    "x",
  ], "x"),
  option("headerType", undefined, "JWT", ["JWT", "at+jwt"]),
  option(
    "clockSkewInMs",
    undefined,
    null,
    0,
    1,
    4999,
    5000,
    5001,
    NaN,
    Infinity,
    "9",
  ),
  option(
    "publishableKey",
    undefined,
    "",
    null,
    keyOf("test", "foo-bar-1.clerk.accounts.dev"),
    keyOf("live", "clerk.foo.example"),
    keyOf("test"),
    keyOf("live"),
    "pk_test_",
    "pk_live_abc",
    "abc",
  ),
  option("secretKey", undefined, "", null, "sk_test_other", "abc"),
  option("jwtKey", undefined, "", null),
  ({ options, headers }, { pick }, { tokens }) => {
    options.jwtKey = undefined;
    headers.authorization = `Bearer ${
      pick([tokens.good, tokens.otherKid, tokens.forged, tokens.expired])
    }`;
  },
  option("machineSecretKey", undefined, "", "ak_machine"),
  option("apiUrl", "https://api.elsewhere.example", undefined),
  option("apiVersion", "v2", undefined),
  option("skipJwksCache", true, false),
  option("afterSignInUrl", "", undefined, null, "/in"),
  option("afterSignUpUrl", "", undefined, null, "/up"),
  option("signUpUrl", "", undefined, null, "/up"),
  option(
    "acceptsToken",
    undefined,
    [],
    ["any"],
    ["session_token", "session_token"],
    ["m2m_token"],
    ["oauth_token", "session_token"],
    "session_token",
    "m2m_token",
  ),
  (draft, { pick }) => {
    const seconds = [
      -90,
      -65,
      -60,
      -10,
      -5,
      -4,
      -1,
      0,
      1,
      5,
      6,
      55,
      60,
      65,
      66,
    ];
    const offset = [-1, 0, 0, 0, 1, 500];
    draft.now = (NOW + pick(seconds)) * 1000 + pick(offset);
  },
];
