// Keys, tokens and an endpoint that counts, for the tests of keys and tokens.
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from "jose";

/** 2026-01-01T00:00:00Z, in milliseconds. */
export const START = 1_767_225_600_000;

export const SECRET = "sk_test_a_secret_that_must_not_show";
export const LIVE_SECRET = "sk_live_a_secret_that_must_not_show";
/** pk_test_ of `clerk.example.com$` */
export const PUBLISHABLE = "pk_test_Y2xlcmsuZXhhbXBsZS5jb20k";

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

export interface TestKey {
  readonly kid: string;
  readonly pair: KeyPair;
  readonly jwk: Record<string, unknown>;
  readonly pem: string;
}

const pairs = new Map<string, Promise<KeyPair>>();

/** A key; the same name gives the same material under whatever kid. */
export async function makeKey(name: string, kid: string): Promise<TestKey> {
  let made = pairs.get(name);
  if (!made) {
    made = generateKeyPair("RS256", { extractable: true });
    pairs.set(name, made);
  }
  const pair = await made;
  const jwk = await exportJWK(pair.publicKey);
  return {
    kid,
    pair,
    jwk: { ...jwk, kid, use: "sig", alg: "RS256" },
    pem: await exportSPKI(pair.publicKey),
  };
}

export interface TokenSpec {
  readonly header?: Record<string, unknown>;
  readonly claims?: Record<string, unknown>;
  /** When it is issued, in milliseconds. */
  readonly at?: number;
  /** How long it is valid, in seconds. */
  readonly lasts?: number;
}

let serial = 0;

/** A session token, signed by jose. No two of them are equal. */
export function makeToken(key: TestKey, spec: TokenSpec = {}): Promise<string> {
  const iat = Math.floor((spec.at ?? START) / 1000);
  const claims = {
    iss: "https://clerk.example.com",
    sub: "user_1",
    sid: "sess_1",
    jti: `jti_${++serial}`,
    iat,
    nbf: iat - 10,
    exp: iat + (spec.lasts ?? 7 * 24 * 3600),
    ...spec.claims,
  };
  return new SignJWT(claims).setProtectedHeader({
    alg: "RS256",
    typ: "JWT",
    kid: key.kid,
    cat: "cl_B7d4PD111AAA",
    ...spec.header,
  }).sign(key.pair.privateKey);
}

/** The token with another header; its signature is then wrong. */
export function withHeader(
  token: string,
  header: Record<string, unknown>,
): string {
  const text = btoa(JSON.stringify(header)).replace(/=+$/, "")
    .replaceAll("+", "-").replaceAll("/", "_");
  return text + token.slice(token.indexOf("."));
}

/** A clock that goes where it is told to. */
export interface TestClock {
  time: number;
  now(): number;
  /** Lets time pass, in seconds. */
  pass(seconds: number): void;
}

export function makeClock(): TestClock {
  const clock = {
    time: START,
    now: () => clock.time,
    pass: (seconds: number) => {
      clock.time += seconds * 1000;
    },
  };
  return clock;
}

export type Answer = (
  url: string,
  init: RequestInit,
) => Response | Promise<Response>;

/** An endpoint in process. What it answers may change between requests. */
export interface Endpoint {
  readonly requests: { readonly url: string; readonly init: RequestInit }[];
  answer: Answer;
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
}

export function makeEndpoint(answer: Answer): Endpoint {
  const endpoint: Endpoint = {
    requests: [],
    answer,
    fetch: async (url, init = {}) => {
      endpoint.requests.push({ url, init });
      const { answer } = endpoint;
      await Promise.resolve();
      return await answer(url, init);
    },
  };
  return endpoint;
}

/** What a sound endpoint answers. */
export function jwksOf(...keys: readonly TestKey[]): Answer {
  return () => Response.json({ keys: keys.map((key) => key.jwk) });
}

export function status(code: number, body = ""): Answer {
  return () => new Response(body, { status: code });
}

/** Never answers, until released. */
export function hang(): Answer & { release(): void } {
  const waiting: (() => void)[] = [];
  const answer = () =>
    new Promise<Response>((_, reject) => {
      waiting.push(() => reject(new Error("released")));
    });
  return Object.assign(answer, {
    release: () => waiting.forEach((end) => end()),
  });
}
