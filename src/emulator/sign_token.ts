import { encodeBase64Url } from "../text/base64url.ts";
import { encodeUtf8 } from "../text/utf8.ts";
import { type Duration, parseDuration } from "./duration.ts";
import type { Instance } from "./instance.ts";
import type { SigningKey } from "./keys.ts";

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

/** The categories of tokens that the header tells apart. */
export const CATEGORY = {
  session: "cl_B7d4PD111AAA",
  template: "cl_B7d4PD222AAA",
  m2m: "cl_B7d4PD333AAA",
} as const;

/** A token that is not signed yet. */
export type Draft = readonly [claims: TokenClaims, header: TokenClaims];

/** Signs a token with the key of the instance. */
export async function signDraft(
  { keys }: Instance,
  [claims, header]: Draft,
): Promise<string> {
  return signToken(await keys.current(), claims, header);
}

/** Adds to claims what every token says. */
export function draftToken(
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

/** Signs claims with a key. */
export async function signToken(
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
