import { encodeBase64Url } from "../text/base64url.ts";
import { encodeUtf8 } from "../text/utf8.ts";
import { type Duration, parseDuration } from "./duration.ts";
import { randomText } from "./ids.ts";
import type { Instance } from "./instance.ts";
import type { SigningKey } from "./keys.ts";
import {
  makeOrganizationClaims,
  type SessionOrganization,
} from "./session_claims.ts";

/** The claims of a token, or the parameters of its header. */
export type TokenClaims = { readonly [name: string]: unknown };

/** What may be said about any token. */
export interface TokenOptions {
  /** How long it is valid: seconds, or text such as `"5m"`; 60 seconds by default. */
  readonly expiresIn?: Duration | undefined;
  /**
   * Claims to add to the usual ones or to put in their place; undefined leaves
   * a claim out.
   */
  readonly claims?: TokenClaims | undefined;
  /** Parameters to add to the header, such as `kid`. It is always RS256. */
  readonly header?: TokenClaims | undefined;
}

/** What may be said about a session token. */
export interface SessionTokenOptions extends TokenOptions {
  /** The id of the session; a new one by default. */
  readonly sessionId?: string | undefined;
  /** The active organization; none by default. */
  readonly organization?: SessionOrganization | undefined;
  /** The origin that the token is for; no such claim by default. */
  readonly azp?: string | undefined;
  /** Minutes since the first and the second factor; `[0, -1]` by default. */
  readonly fva?: readonly [number, number] | undefined;
  /** Whether the session has tasks to do; `active` by default. */
  readonly sts?: "active" | "pending" | undefined;
  /** Who acts as the user: the id of a user, or the claim itself. */
  readonly act?: string | TokenClaims | undefined;
  /** The plans, such as `o:pro`. */
  readonly pla?: string | undefined;
  /** The features, such as `o:invoices,u:export`. */
  readonly fea?: string | undefined;
  /** The version of the token's form; 2 by default. */
  readonly version?: 1 | 2 | undefined;
}

/** What may be said about a machine's token. */
export interface M2mTokenOptions extends TokenOptions {
  /** The id of the machine; a new one by default. */
  readonly subject?: string | undefined;
  /** The machines that it is for. */
  readonly scopes?: readonly string[] | undefined;
}

/** What may be said about an OAuth access token. */
export interface OAuthTokenOptions extends TokenOptions {
  /** The id of the client; a new one by default. */
  readonly clientId?: string | undefined;
  /** What it allows; `openid` by default. */
  readonly scopes?: readonly string[] | undefined;
}

/** Makes tokens of every kind, always signed. */
export interface Tokens {
  /** Makes a session token of a user, known to the emulator or not. */
  session(userId: string, options?: SessionTokenOptions): Promise<string>;
  /** Makes a token by a JWT template: without a session, of another category. */
  template(userId: string, options?: TokenOptions): Promise<string>;
  /** Makes a machine's token in JWT form. */
  m2m(options?: M2mTokenOptions): Promise<string>;
  /** Makes an OAuth access token in JWT form. */
  oauth(userId: string, options?: OAuthTokenOptions): Promise<string>;
  /** Makes a handshake token that carries cookies. */
  handshake(cookies: readonly string[]): Promise<string>;
  /**
   * Makes a session token as {@linkcode Tokens.session} does, with the id of the
   * instance's key, but signed by another: every verifier must refuse it.
   */
  forged(userId: string, options?: SessionTokenOptions): Promise<string>;
  /**
   * Signs any claims at all with RS256.
   *
   * @param claims The claims, nothing added.
   * @param header Parameters to add to the header.
   */
  sign(claims: TokenClaims, header?: TokenClaims): Promise<string>;
}

const SESSION = "cl_B7d4PD111AAA";
const TEMPLATE = "cl_B7d4PD222AAA";
const M2M = "cl_B7d4PD333AAA";

const HEX = "0123456789abcdef";

/** A token that is not signed yet. */
type Draft = readonly [claims: TokenClaims, header: TokenClaims];

/** Makes what makes tokens. */
export function createTokens(instance: Instance): Tokens {
  const { keys } = instance;
  const sign = async (claims: TokenClaims, header?: TokenClaims) =>
    signToken(await keys.current(), claims, header);
  return {
    sign,
    session: (userId, options = {}) =>
      sign(...draftSession(instance, userId, options)),
    async forged(userId, options = {}) {
      const { kid } = await keys.current();
      const [claims, header] = draftSession(instance, userId, options);
      return signToken(await keys.stranger(), claims, { kid, ...header });
    },
    template: (userId, options = {}) =>
      sign(...draft(
        instance,
        { sub: userId, jti: randomText(20) },
        { cat: TEMPLATE },
        options,
      )),
    m2m: (options = {}) => sign(...draftM2m(instance, options)),
    oauth: (userId, options = {}) =>
      sign(...draftOAuth(instance, userId, options)),
    handshake: (cookies) => sign({ handshake: cookies }, { cat: SESSION }),
  };
}

function draft(
  { clock, origin }: Instance,
  claims: TokenClaims,
  header: TokenClaims,
  options: TokenOptions,
): Draft {
  return [
    {
      ...claims,
      ...makeTimes(clock.now(), options.expiresIn),
      iss: origin,
      ...options.claims,
    },
    { ...header, ...options.header },
  ];
}

function draftM2m(instance: Instance, options: M2mTokenOptions): Draft {
  const { subject = instance.store.ids.next("mch"), scopes = [] } = options;
  const claims = {
    sub: subject,
    jti: `mt_${randomHex()}`,
    aud: scopes,
    scopes: scopes.join(" "),
  };
  return draft(instance, claims, { cat: M2M }, options);
}

function draftOAuth(
  instance: Instance,
  userId: string,
  options: OAuthTokenOptions,
): Draft {
  const { clientId = randomText(16), scopes = ["openid"] } = options;
  const claims = {
    sub: userId,
    client_id: clientId,
    scope: scopes.join(" "),
    jti: `oat_${randomHex()}`,
  };
  return draft(instance, claims, { typ: "at+jwt" }, options);
}

function draftSession(
  instance: Instance,
  userId: string,
  options: SessionTokenOptions,
): Draft {
  const { azp, fva = [0, -1], act, sts = "active", version = 2 } = options;
  const { organization, pla, fea, sessionId } = options;
  const claims = {
    ...(azp !== undefined && { azp }),
    fva,
    jti: randomText(20),
    sid: sessionId ?? instance.store.ids.next("sess"),
    sub: userId,
    sts,
    ...(version === 2 && { v: 2 }),
    ...(act !== undefined && { act: makeActor(instance, act) }),
    ...makeOrganizationClaims({ version, organization, pla, fea }),
  };
  return draft(instance, claims, { cat: SESSION }, options);
}

function makeActor(
  { origin, store }: Instance,
  act: string | TokenClaims,
): TokenClaims {
  return typeof act === "string"
    ? { iss: origin, sid: store.ids.next("sess"), sub: act }
    : act;
}

/** The claims about time of a token that is made at a time. */
export function makeTimes(
  now: number,
  expiresIn: Duration = 60,
): { readonly exp: number; readonly iat: number; readonly nbf: number } {
  const seconds = typeof expiresIn === "number"
    ? expiresIn
    : parseDuration(expiresIn) / 1_000;
  const iat = Math.floor(now / 1_000);
  return { exp: iat + Math.floor(seconds), iat, nbf: iat - 10 };
}

async function signToken(
  key: SigningKey,
  claims: TokenClaims,
  header: TokenClaims = {},
): Promise<string> {
  const { cat, ...rest } = header;
  const full = {
    alg: "RS256",
    ...(cat !== undefined && { cat }),
    kid: key.kid,
    typ: "JWT",
    ...rest,
  };
  const head = { ...full, alg: "RS256" };
  const text = `${encodeJson(head)}.${encodeJson(claims)}`;
  return `${text}.${encodeBase64Url(await key.sign(text))}`;
}

function encodeJson(value: unknown): string {
  return encodeBase64Url(encodeUtf8(JSON.stringify(value)));
}

function randomHex(): string {
  return Array.from(
    randomText(32),
    (letter) => HEX.charAt(letter.charCodeAt(0) % 16),
  ).join("");
}
