/** Requests as BEHAVIOURS' tables describe them, and both flavours to judge them. */
import { assertEquals } from "@std/assert";
import { createClerkClient as createOfficialClient } from "../../../compat/mod.ts";
import { createClerkClient } from "../../../mod.ts";
import {
  createRsaKey,
  encode,
  signText,
  type TestKey,
} from "../../parity/tokens.ts";

type Json = Readonly<Record<string, unknown>>;

/** The frozen time, in seconds. */
export const T0 = 1_666_648_250;
export const FAPI = "clerk.inspired.puma-74.lcl.dev";
export const API = "https://api.clerk.test";
export const keyOf = (kind: "test" | "live", host = FAPI) =>
  `pk_${kind}_${encode(`${host}$`)}`;

const CLAIMS: Json = {
  azp: "https://accounts.inspired.puma-74.lcl.dev",
  exp: T0 + 60,
  iat: T0,
  iss: `https://${FAPI}`,
  nbf: T0 - 10,
  sid: "sess_2GbDB4enHdCa5vS1zpC3Xzg9tK9",
  sub: "user_2GIpXOEpVyJw51rkZn9Kmnc6Sxr",
};
const HEADER: Json = { alg: "RS256", kid: "ins_1", typ: "JWT" };

let made: Promise<{ readonly key: TestKey; readonly other: TestKey }>;
const keys = () =>
  made ??= (async () => ({
    key: await createRsaKey(),
    other: await createRsaKey(),
  }))();

/** The public key of the instance, as PEM text. */
export async function publicPem(): Promise<string> {
  return (await keys()).key.publicPem;
}

/** Signs a session token, with claims and header parameters replaced. */
export async function sign(
  claims: Json = {},
  header: Json = {},
  isForged = false,
): Promise<string> {
  const { key, other } = await keys();
  return await signText(
    JSON.stringify({ ...HEADER, ...header }),
    JSON.stringify({ ...CLAIMS, ...claims }),
    isForged ? other : key,
  );
}

/** Signs what a handshake brings back, without the claims of a session. */
export async function signHandshake(
  handshake: unknown,
  header: Json = {},
  isForged = false,
): Promise<string> {
  const none = Object.fromEntries(
    Object.keys(CLAIMS).map((name) => [name, undefined]),
  );
  return await sign({ ...none, handshake }, header, isForged);
}

/** The suffix of the cookies of an instance. */
export async function suffixOf(publishableKey: string): Promise<string> {
  const bytes = new TextEncoder().encode(publishableKey);
  const digest = await crypto.subtle.digest("SHA-1", bytes);
  return encode(new Uint8Array(digest)).slice(0, 8);
}

/** What a request is made of. */
export interface RequestInit {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly cookies?: Readonly<Record<string, unknown>>;
}

/** A request; the `host` header wins over the URL. */
export function requestOf(
  { method = "GET", url = "http://clerk.com/path", headers, cookies = {} }:
    RequestInit,
): Request {
  const all = new Headers({
    "host": "example.com",
    "user-agent": "Mozilla/TestAgent",
    "sec-fetch-dest": "document",
  });
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (value === undefined) all.delete(name);
    else all.set(name, value);
  }
  const cookie = Object.entries(cookies).map(([n, v]) => `${n}=${v}`).join(
    "; ",
  );
  if (cookie) all.set("cookie", cookie);
  return new Request(url, { method, headers: all });
}

/** What a stand-in for `fetch` was asked. */
export interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: Json;
}

/** A Backend API that serves the keys, and what it is told to besides. */
export interface Backend {
  readonly sent: Sent[];
  answer: (sent: Sent) => Response;
  readonly fetch: (
    url: string,
    init?: globalThis.RequestInit,
  ) => Promise<Response>;
}

/** An answer in JSON. */
export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json" },
  });
}

export function createBackend(
  answer: (sent: Sent) => Response = () => json({ errors: [] }, 404),
): Backend {
  const backend: Backend = {
    sent: [],
    answer,
    fetch: async (url, init = {}) => {
      const sent = {
        url,
        method: init.method ?? "GET",
        headers: new Headers(init.headers),
        body: typeof init.body === "string" ? JSON.parse(init.body) : {},
      };
      backend.sent.push(sent);
      if (!url.endsWith("/jwks")) return backend.answer(sent);
      const { publicJwk } = (await keys()).key;
      return json({ keys: [{ ...publicJwk, alg: "RS256" }] });
    },
  };
  return backend;
}

/** A state, as far as the tests look. */
export interface State {
  readonly status: string;
  readonly reason: string | null;
  readonly message: string | null;
  readonly token: string | null;
  readonly tokenType: string | null;
  readonly isSignedIn: boolean;
  readonly isAuthenticated: boolean;
  readonly headers: Headers;
  readonly proxyUrl: string;
  readonly signInUrl: string;
  readonly domain: string;
  readonly isSatellite: boolean;
  readonly toAuth: (options?: Json) => unknown;
}

/** What the flavours have in common. */
export interface Flavour {
  readonly name: string;
  readonly authenticate: (
    request: Request,
    options?: Json,
    client?: Json,
  ) => Promise<State>;
}

const CLIENT = {
  secretKey: "sk_test_deadbeef",
  publishableKey: keyOf("test"),
  apiUrl: API,
  retry: 0,
};
const LIVE = { secretKey: "sk_live_deadbeef", publishableKey: keyOf("live") };

/** Options of a client of a production instance. */
export const live: Json = LIVE;

/** Both flavours, each with a fresh client for each request. */
export function createFlavours(backend: Backend): readonly Flavour[] {
  type Make = (options: never) => { readonly authenticateRequest: unknown };
  const flavour = (name: string, make: Make): Flavour => ({
    name,
    authenticate: (request, options, client) => {
      const { fetch } = backend;
      const all = { ...CLIENT, ...client, fetch };
      const made = make(all as never).authenticateRequest;
      return (made as Flavour["authenticate"])(request, options);
    },
  });
  return [
    flavour("default", createClerkClient),
    flavour("compat", createOfficialClient),
  ];
}

/** What a row of a table demands of a state. */
export interface Expected {
  readonly status: string;
  readonly reason?: string | null;
  /** As the drop-in flavour words it. */
  readonly message?: string;
  readonly tokenType?: string | null;
  /** The whole `location`, or what it must hold. */
  readonly location?: string | RegExp | null;
  readonly cookies?: readonly string[];
}

/** Asserts what a table demands, and what holds for every state of a kind. */
export function assertState(
  { name }: Flavour,
  state: State,
  expected: Expected,
): void {
  const { status, reason, message, location } = expected;
  assertEquals(state.status, status);
  if (reason !== undefined) assertEquals(state.reason, reason);
  if (message !== undefined && name === "compat") {
    assertEquals(state.message, message);
  }
  const isIn = status === "signed-in";
  assertEquals(state.isSignedIn, isIn);
  assertEquals(state.isAuthenticated, isIn);
  assertEquals(state.token === null, !isIn);
  const { tokenType = "session_token" } = expected;
  assertEquals(state.tokenType, tokenType);
  if (status === "handshake") {
    assertEquals(state.toAuth(), null);
    assertEquals(state.headers.get("cache-control"), "no-store");
  }
  const sent = state.headers.get("location");
  if (location instanceof RegExp) {
    assertEquals(location.test(sent ?? ""), true, `${sent}`);
  } else if (location !== undefined) assertEquals(sent, location);
  if (expected.cookies) {
    assertEquals(state.headers.getSetCookie(), [...expected.cookies]);
  }
}

/** Holds the host's clock and its console for a while. */
export function holdHost(): {
  readonly printed: string[];
  time: number;
  release(): void;
} {
  const now = Date.now;
  const kept = { ...console };
  const printed: string[] = [];
  const host = {
    printed,
    time: T0 * 1000,
    release: () => {
      Date.now = now;
      Object.assign(console, kept);
    },
  };
  Date.now = () => host.time;
  for (const level of ["log", "warn", "error"] as const) {
    console[level] = (...parts: unknown[]) => {
      printed.push(`${level}: ${parts.join(" ")}`);
    };
  }
  return host;
}
