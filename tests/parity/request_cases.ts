/** Random requests over everything that request authentication looks at. */
import { NOW } from "./tokens.ts";
import {
  keyOf,
  type Material,
  NONCES,
  REFRESH_TOKENS,
  SECRETS,
} from "./request_material.ts";

/** A request and the options that it is authenticated with. */
export interface RequestCase {
  readonly kind: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, unknown>>;
  /** What time it is, in milliseconds; NOW by default. */
  readonly now?: number;
}

/** A source of numbers from 0 to 1 that a seed determines. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What chance decides. */
export interface Dice {
  chance(p: number): boolean;
  pick<T>(items: readonly T[]): T;
}

function createDice(random: () => number): Dice {
  return {
    chance: (p) => random() < p,
    pick: <T>(items: readonly T[]) =>
      items[Math.floor(random() * items.length)] as T,
  };
}

/** Makes the next random case. */
export function createCase(
  material: Material,
  random: () => number,
): RequestCase {
  const dice = createDice(random);
  const kind = dice.pick(["test", "live"]);
  const isMachine = dice.chance(0.12);
  const options = createOptions(dice, kind, material, isMachine);
  const headers = createHeaders(dice, kind, material, isMachine);
  return {
    kind,
    method: dice.chance(0.88) ? "GET" : dice.pick(["POST", "HEAD", "PUT"]),
    url: createUrl(dice, material),
    headers,
    options,
  };
}

const ACCEPTS = [
  "session_token",
  "api_key",
  "m2m_token",
  "oauth_token",
  "any",
  ["session_token", "api_key"],
  ["api_key", "m2m_token", "oauth_token"],
  ["session_token"],
  [],
];

const PATTERNS = [
  ["/orgs/:id", "/orgs/:id/(.*)"],
  ["/orgs/:slug", "/orgs/:slug/(.*)"],
  ["/:any/orgs/:id"],
  ["/orgs"],
];

function createOptions(
  dice: Dice,
  kind: string,
  { key }: Material,
  isMachine: boolean,
): Record<string, unknown> {
  const options: Record<string, unknown> = {
    publishableKey: keyOf(kind),
    secretKey: SECRETS[kind],
    jwtKey: key.publicPem,
  };
  const set = (p: number, name: string, values: readonly unknown[]) => {
    if (dice.chance(p)) options[name] = dice.pick(values);
  };
  if (isMachine) options.acceptsToken = dice.pick(ACCEPTS);
  set(0.25, "isSatellite", [true, true, true, false]);
  set(options.isSatellite ? 0.95 : 0.1, "domain", [
    "satellite.example",
    "app.example.com",
  ]);
  set(options.isSatellite ? 0.95 : 0.2, "signInUrl", [
    "https://primary.example/sign-in",
    "https://primary.example/sign-in?a=1",
    "https://app.example.com/sign-in",
  ]);
  set(0.4, "satelliteAutoSync", [true, false]);
  set(0.12, "proxyUrl", [
    "/__clerk",
    "https://proxy.example/__clerk",
    "https://proxy.example/__clerk//",
  ]);
  set(0.1, "authorizedParties", [
    ["https://app.example.com"],
    ["https://other.example"],
  ]);
  set(isMachine ? 0 : 0.05, "audience", ["api", ["api", "web"]]);
  set(0.05, "clockSkewInMs", [0, 60_000]);
  set(0.05, "afterSignInUrl", ["/in"]);
  set(0.05, "signUpUrl", ["/up"]);
  if (dice.chance(0.25)) {
    options.organizationSyncOptions = {
      ...dice.chance(0.8) && { organizationPatterns: dice.pick(PATTERNS) },
      ...dice.chance(0.5) && {
        personalAccountPatterns: dice.pick([["/me", "/me/(.*)"], [
          "/orgs/(.*)",
        ]]),
      },
    };
  }
  return options;
}

function createHeaders(
  dice: Dice,
  kind: string,
  material: Material,
  isMachine: boolean,
): Record<string, string> {
  const headers: Record<string, string> = { "user-agent": "Mozilla/5.0" };
  const set = (p: number, name: string, values: readonly string[]) => {
    if (dice.chance(p)) headers[name] = dice.pick(values);
  };
  const { tokens } = material;
  if (dice.chance(isMachine ? 0.8 : 0.25)) {
    const token = tokens[pickToken(dice, tokens)];
    headers.authorization = dice.pick([
      `Bearer ${token}`,
      `Bearer ${token}`,
      `Bearer ${token}`,
      `${token}`,
      `Basic ${token}`,
      `bearer ${token}`,
      `Bearer ${token} x`,
      `Bearer  ${token}`,
    ]);
  }
  set(0.8, "host", ["app.example.com", "app.example.com", "localhost:3000"]);
  set(0.85, "sec-fetch-dest", [
    "document",
    "document",
    "document",
    "iframe",
    "empty",
    "image",
  ]);
  set(0.5, "accept", ["text/html,application/xhtml+xml", "*/*", "text/html"]);
  set(0.3, "referer", [
    "https://app.example.com/x",
    "https://elsewhere.example/",
    "https://accounts.example.com/sign-in",
    "https://clerk.example.com/v1",
    "https://foo-bar-1.accounts.dev/",
    "https://accounts.foo.bar-1.lcl.dev/x",
    "https://accounts.attacker.example/",
    "https://satellite.example/",
    "https://primary.example/sign-in",
    "https://proxy.example/__clerk/x",
    "http://localhost:3000/",
    "none",
  ]);
  set(0.1, "sec-fetch-site", ["cross-site", "same-origin", "same-site"]);
  set(0.1, "origin", ["https://app.example.com", "https://elsewhere.example"]);
  set(0.1, "x-forwarded-host", [
    "app.example.com",
    "app.example.com, b.example",
  ]);
  set(0.15, "x-forwarded-proto", ["https", "http", "https,http"]);
  set(0.03, "x-forwarded-port", ["8443"]);
  // What anybody can send must not be believed.
  set(0.03, "x-clerk-auth-status", ["signed-in"]);
  set(0.03, "x-clerk-auth-token", [tokens.good ?? ""]);
  const cookies = createCookies(dice, kind, material);
  if (cookies) headers.cookie = cookies;
  return headers;
}

const USUAL = ["good", "older", "newer", "expired", "organization", "active"];

/** Half of the time a usual token, which gets further than others. */
function pickToken(
  dice: Dice,
  tokens: Readonly<Record<string, string>>,
): string {
  return dice.chance(0.5) ? dice.pick(USUAL) : dice.pick(Object.keys(tokens));
}

const UATS = [
  String(NOW - 100),
  String(NOW - 20),
  String(NOW),
  String(NOW + 1),
  "0",
  "x",
  "",
];

function createCookies(
  dice: Dice,
  kind: string,
  { tokens, handshakes, suffixes }: Material,
): string {
  const pairs: string[] = [];
  const add = (p: number, name: string, value: () => string) => {
    if (dice.chance(p)) pairs.push(`${name}=${value()}`);
  };
  const has = dice.chance(0.85);
  const suffixed = dice.chance(0.5) ? 0.75 : 0;
  const suffix = suffixes[kind];
  const token = () => tokens[pickToken(dice, tokens)] ?? "";
  add(has ? 0.7 : 0, "__session", token);
  add(has ? 0.75 : 0, "__client_uat", () => dice.pick(UATS));
  add(has ? 0.7 : 0, "__clerk_db_jwt", () => "dvb_plain");
  add(has ? suffixed : 0, `__session_${suffix}`, token);
  add(has ? suffixed : 0, `__client_uat_${suffix}`, () => dice.pick(UATS));
  add(has ? suffixed : 0, `__clerk_db_jwt_${suffix}`, () => "dvb_suffixed");
  add(has ? 0.35 : 0, `__refresh_${suffix}`, () => dice.pick(REFRESH_TOKENS));
  add(0.05, "__refresh", () => "good");
  add(0.05, "__session_AAAAAAAA", token);
  add(0.05, "__client_uat_AAAAAAAA", () => dice.pick(UATS));
  add(0.05, "__session", token);
  add(
    0.12,
    "__clerk_redirect_count",
    () => dice.pick(["1", "2", "3", "3", "x"]),
  );
  add(
    0.02,
    "__clerk_handshake",
    () => handshakes[dice.pick(Object.keys(handshakes))] ?? "",
  );
  add(0.02, "__clerk_handshake_nonce", () => dice.pick(NONCES));
  add(0.1, "theme", () => "dark%20blue");
  const at = Math.floor(pairs.length * (dice.chance(0.5) ? 0 : 0.5));
  return [...pairs.slice(at), ...pairs.slice(0, at)].join("; ");
}

function createUrl(dice: Dice, { handshakes }: Material): string {
  const origin = dice.pick([
    "https://app.example.com",
    "http://app.example.com",
    "http://localhost:3000",
    "http://10.0.0.1:8080",
  ]);
  const path = dice.pick([
    "/",
    "/dashboard",
    "/a/b.html",
    "/orgs",
    "/orgs/org_1",
    "/orgs/org_2/",
    "/orgs/acme/settings",
    "/en/orgs/org_2",
    "/me",
    "/me/x",
  ]);
  const pairs: string[] = [];
  const add = (p: number, name: string, values: readonly string[]) => {
    if (dice.chance(p)) pairs.push(`${name}=${dice.pick(values)}`);
  };
  add(0.2, "a", ["1", "", "b"]);
  add(0.2, "__clerk_synced", ["false", "false", "true", "x", ""]);
  add(0.12, "__clerk_redirect_url", [
    encodeURIComponent(
      "https://satellite.example/x?b=1&__clerk_synced=false#h",
    ),
    encodeURIComponent("https://satellite.example"),
    "",
  ]);
  add(0.12, "__clerk_db_jwt", ["dvb_url", ""]);
  add(0.08, "__clerk_handshake", Object.values(handshakes));
  add(0.08, "__clerk_handshake_nonce", NONCES);
  add(0.03, "__clerk_help", ["1"]);
  add(0.1, "q", ["x", "a%26b"]);
  return origin + path + (pairs.length ? `?${pairs.join("&")}` : "");
}
