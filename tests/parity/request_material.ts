/** Tokens, keys and a Backend API for comparing request authentication. */
// A table: exempt from the limit on lines.
import { json, type SentRequest } from "./fetch_switch.ts";
import {
  CLAIMS,
  createRsaKey,
  encode,
  NOW,
  signToken,
  type TestKey,
} from "./tokens.ts";

type Json = Readonly<Record<string, unknown>>;

export const HOST = "clerk.example.com";
export const keyOf = (kind: string, host = HOST) =>
  `pk_${kind}_${encode(`${host}$`)}`;
export const SECRETS: Readonly<Record<string, string>> = {
  test: "sk_test_parity",
  live: "sk_live_parity",
};

/** The suffix of an instance's cookies, computed by nothing of ours. */
async function suffixOf(publishableKey: string): Promise<string> {
  const bytes = new TextEncoder().encode(publishableKey);
  const digest = await crypto.subtle.digest("SHA-1", bytes);
  return encode(new Uint8Array(digest)).slice(0, 8);
}

/** What all cases are made of. */
export interface Material {
  readonly key: TestKey;
  /** Session tokens and others, by what they are. */
  readonly tokens: Readonly<Record<string, string>>;
  /** Tokens of handshakes, by what they hold. */
  readonly handshakes: Readonly<Record<string, string>>;
  /** The suffix of each kind of instance. */
  readonly suffixes: Readonly<Record<string, string>>;
}

const session = (claims: Json = {}): Json => ({ jti: "jti_1", ...claims });
const times = (iat: number, lasts = 60): Json => ({
  iat,
  nbf: iat - 10,
  exp: iat + lasts,
});
const TEMPLATE = { cat: "cl_B7d4PD222AAA" };
const MACHINE = { cat: "cl_B7d4PD333AAA" };
const NO_CATEGORY = { cat: undefined };

/** Claims and header of each token. */
const TOKENS: Readonly<Record<string, readonly [Json, Json?]>> = {
  good: [session()],
  older: [session(times(NOW - 30))],
  newer: [session(times(NOW + 3))],
  expired: [session(times(NOW - 90))],
  longExpired: [session(times(NOW - 100_000))],
  early: [session(times(NOW + 90))],
  future: [session({ iat: NOW + 90 })],
  withoutAzp: [session({ azp: undefined })],

  withoutSub: [session({ sub: undefined })],
  withoutIss: [session({ iss: undefined })],
  expiredWithoutSid: [session({ ...times(NOW - 90), sid: undefined })],
  expiredElsewhere: [
    session({ ...times(NOW - 90), iss: "https://clerk.other.example" }),
  ],
  elsewhere: [session({ iss: "https://clerk.other.example" })],
  satellite: [session({ iss: "https://clerk.satellite.example" })],
  pending: [session({ sts: "pending" })],
  active: [session({ sts: "active", fva: [1, -1], v: 2 })],
  organization: [
    session({ org_id: "org_1", org_slug: "acme", org_role: "org:admin" }),
  ],
  organizationV2: [
    session({
      v: 2,
      sts: "active",
      o: { id: "org_1", slg: "acme", rol: "admin" },
    }),
  ],
  acting: [session({ act: { sub: "user_2" } })],
  audience: [session({ aud: "api" })],
  noCategory: [session(), NO_CATEGORY],
  ignored: [session(), { cat: "cl_I7d4PD111III" }],
  template: [session({ sid: undefined }), TEMPLATE],
  otherCategory: [session(), { cat: "cl_x" }],
  machine: [
    { ...session(), sub: "mch_1", sid: undefined, jti: "mt_1" },
    MACHINE,
  ],
  machineAsSession: [session({ sub: "mch_1" })],
  userAsMachine: [session(), MACHINE],
  oauth: [
    session({ jti: "oat_1", client_id: "c_1", scope: "a b", sid: undefined }),
    { ...NO_CATEGORY, typ: "at+jwt" },
  ],
  wrongType: [session(), { typ: "x" }],

  justExpired: [session(times(NOW - 65))],
  hardlyExpired: [session(times(NOW - 64))],
  hardlyEarly: [session({ ...times(NOW), nbf: NOW + 5 })],
  justEarly: [session({ ...times(NOW), nbf: NOW + 6 })],
  hardlyFuture: [session(times(NOW + 5))],
  justFuture: [session(times(NOW + 6))],
  emptyAzp: [session({ azp: "" })],
  elsewhereOverHttp: [session({ iss: "http://clerk.example.com" })],
  issuerWithSlash: [session({ iss: "https://clerk.example.com/" })],
  issuerByHost: [session({ iss: "clerk.example.com" })],
  proxyIssuer: [session({ iss: "https://proxy.example/__clerk" })],
  pendingOrganization: [
    session({ sts: "pending", org_id: "org_2", org_slug: "acme" }),
  ],
  actingForAgent: [session({ act: { sub: "a", iss: "x", sid: "s" } })],
  privileged: [
    session({
      v: 2,
      sts: "active",
      fva: [5, 15],
      pla: "o:pro,u:free",
      fea: "o:invoices,u:themes,uo:teams",
      o: {
        id: "org_2",
        slg: "acme",
        rol: "member",
        per: "create,read",
        fpm: "3,2",
      },
    }),
  ],
  permitted: [
    session({
      org_id: "org_2",
      org_role: "admin",
      org_slug: "acme",
      org_permissions: ["org:invoices:create"],
    }),
  ],
  machineNoCategory: [
    { ...session(), sub: "mch_1", sid: undefined, scopes: "a b", jti: "j" },
    NO_CATEGORY,
  ],
  machineExpired: [
    { ...session(times(NOW - 90)), sub: "mch_1", sid: undefined, jti: "j" },
    MACHINE,
  ],
  oauthLong: [
    session({ jti: "oat_2", client_id: "c_1", scp: ["a"], sid: undefined }),
    { ...NO_CATEGORY, typ: "application/at+jwt" },
  ],
  oauthExpired: [
    session({ ...times(NOW - 90), client_id: "c_1", aud: "api" }),
    { ...NO_CATEGORY, typ: "at+jwt" },
  ],
};

/** Tokens that are none of ours, or none. */
const TEXTS: Readonly<Record<string, string>> = {
  none: "abc",
  dots: "a.b.c",
  empty: "",
  apiKey: "ak_good",
  apiKeyOfOrganization: "ak_org",
  unknownApiKey: "ak_404",
  brokenApiKey: "ak_500",
  machineToken: "mt_good",
  unknownMachineToken: "mt_404",
  accessToken: "oat_good",
  unknownAccessToken: "oat_404",
};

/** Makes keys and signs tokens, once. */
export async function createMaterial(): Promise<Material> {
  const key = await createRsaKey();
  const other = await createRsaKey();
  const tokens: Record<string, string> = { ...TEXTS };
  for (const [name, [claims, header]] of Object.entries(TOKENS)) {
    tokens[name] = await signToken(key, claims, header);
  }
  tokens.otherKid = await signToken(key, {}, { kid: "ins_2" });
  tokens.forged = await signToken(other, CLAIMS);
  tokens.forgedExpired = await signToken(other, times(NOW - 90));
  const handshakes = await signHandshakes(key, other, tokens);
  const suffixes: Record<string, string> = {};
  for (const kind of ["test", "live"]) {
    suffixes[kind] = await suffixOf(keyOf(kind));
  }
  return { key, tokens, handshakes, suffixes };
}

async function signHandshakes(
  key: TestKey,
  other: TestKey,
  tokens: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  // A handshake has none of the claims of a session.
  const none = Object.fromEntries(
    Object.keys(CLAIMS).map((name) => [name, undefined]),
  );
  const sign = (handshake: unknown, header: Json = {}, by = key) =>
    signToken(by, { ...none, handshake }, header);
  const cookies = (name: string) => [
    `__session=${tokens[name]}; Path=/`,
    `__client_uat=${NOW}; Path=/`,
  ];
  return {
    good: await sign(cookies("good")),
    noCategory: await sign(cookies("good"), NO_CATEGORY),
    ignored: await sign(cookies("good"), { cat: "cl_I7d4PD111III" }),
    template: await sign(cookies("good"), TEMPLATE),
    machine: await sign(cookies("good"), MACHINE),
    forged: await sign(cookies("good"), {}, other),
    empty: await sign([]),
    absent: await sign(undefined),
    text: await sign("__session=x"),
    signedOut: await sign(["__session=; Path=/", "__client_uat=0"]),
    expired: await sign(cookies("expired")),
    longExpired: await sign(cookies("longExpired")),
    early: await sign(cookies("early")),
    badSession: await sign(cookies("none")),
    forgedSession: await sign(cookies("forged")),
    several: await sign([
      `__session=${tokens.none}`,
      `__session_abc=${tokens.good}; Secure`,
    ]),
    injected: await sign(["a=b\r\nx: y"]),
    numbers: await sign([5]),
    garbage: "abc",
    dots: "a.b.c",
  };
}

/** What refresh tokens get, by their text. */
export const REFRESH_TOKENS = [
  "good",
  "expired",
  "none",
  "nothing",
  "401",
  "500",
  "html",
  "network",
];
/** What nonces get, by their text. */
export const NONCES = ["good", "expired", "signedOut", "empty", "404", "wrong"];

const API_KEY = {
  object: "api_key",
  id: "ak_1",
  type: "api_key",
  name: "Key",
  subject: "user_9",
  scopes: ["a"],
  claims: null,
  revoked: false,
  revocation_reason: null,
  expired: false,
  expiration: null,
  created_by: null,
  description: null,
  last_used_at: null,
  created_at: 1,
  updated_at: 1,
};

/** The Backend API. */
export function answerFor(
  { key, tokens }: Material,
  { url, body }: SentRequest,
): Response {
  const sent: Json = typeof body === "string" ? JSON.parse(body) : {};
  const { pathname, searchParams } = new URL(url);
  if (pathname.endsWith("/jwks")) return json({ keys: [key.publicJwk] });
  if (pathname.endsWith("/handshake_payload")) {
    return answerNonce(tokens, searchParams.get("nonce") ?? "");
  }
  if (pathname.endsWith("/refresh")) {
    return answerRefresh(tokens, String(sent.refresh_token));
  }
  return answerMachine(String(sent.secret ?? sent.token ?? sent.access_token));
}

const failure = (status: number, code?: string) =>
  json({ errors: code ? [{ code, message: code }] : [] }, { status });

function answerNonce(
  tokens: Readonly<Record<string, string>>,
  nonce: string,
): Response {
  if (nonce === "404") return failure(404, "resource_not_found");
  if (nonce === "wrong") return json({});
  if (nonce === "empty") return json({ directives: [] });
  return json({
    directives: [
      `__session=${nonce === "signedOut" ? "" : tokens[nonce]}; Path=/`,
      "a=b",
    ],
  });
}

function answerRefresh(
  tokens: Readonly<Record<string, string>>,
  token: string,
): Response {
  if (token === "401") return failure(401, "refresh_token_not_found");
  if (token === "500") return failure(500);
  if (token === "html") return new Response("<html>", { status: 500 });
  if (token === "network") throw new TypeError("No network");
  if (token === "nothing") return json({ object: "cookies", cookies: ["a=b"] });
  return json({
    object: "cookies",
    cookies: [`__session=${tokens[token]}; Path=/; Secure`],
  });
}

function answerMachine(secret: string): Response {
  if (secret.endsWith("404")) return failure(404, "resource_not_found");
  if (secret.endsWith("500")) return failure(500);
  return json(
    secret.startsWith("mt_")
      ? {
        ...API_KEY,
        object: "machine_to_machine_token",
        id: "mt_1",
        subject: "mch_1",
      }
      : secret.startsWith("oat_")
      ? {
        ...API_KEY,
        object: "clerk_idp_oauth_access_token",
        id: "oat_1",
        client_id: "c_1",
      }
      : { ...API_KEY, subject: secret === "ak_org" ? "org_1" : "user_9" },
  );
}
