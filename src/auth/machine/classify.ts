import { foldType } from "../../jwt/claims_policy.ts";
import { parseJwt, type UnverifiedJwt } from "../../jwt/parse.ts";
import { isText } from "../../text/json.ts";
import type { MachineTokenType } from "../objects/types.ts";

/** What opaque tokens of each kind begin with, in this case and no other. */
const PREFIXES: readonly (readonly [string, MachineTokenType])[] = [
  ["ak_", "api_key"],
  ["mt_", "m2m_token"],
  ["oat_", "oauth_token"],
];

/** A token that says it is a machine's. Nothing about it is verified. */
export interface MachineToken {
  /** The kind of token. */
  readonly tokenType: MachineTokenType;
  /** The text of the token. */
  readonly text: string;
  /** What it holds, when it is a JWT. */
  readonly jwt: UnverifiedJwt | undefined;
}

/** The kind of an opaque machine token; undefined for any other text. */
export function typeOfPrefix(token: unknown): MachineTokenType | undefined {
  return isText(token)
    ? PREFIXES.find(([prefix]) => token.startsWith(prefix))?.[1]
    : undefined;
}

/** The kind of machine token that a JWT says it is; undefined for none. */
export function typeOfJwt(
  jwt: Pick<UnverifiedJwt, "header" | "payload">,
): MachineTokenType | undefined {
  if (isM2mJwt(jwt)) return "m2m_token";
  const { typ = "" } = jwt.header;
  return foldType(typ) === "at+jwt" ? "oauth_token" : undefined;
}

/** Whether a JWT says that it is the token of a machine. */
export function isM2mJwt(
  { payload: { sub } }: Pick<UnverifiedJwt, "payload">,
): boolean {
  return isText(sub) && sub.startsWith("mch_");
}

/**
 * Tells whether a token is a machine's, and which kind, by its own word.
 *
 * @param token The token as it came.
 * @returns What it says it is; undefined for a session's token or anything else.
 */
export function classifyMachineToken(token: unknown): MachineToken | undefined {
  if (!isText(token)) return undefined;
  const opaque = typeOfPrefix(token);
  if (opaque) return { tokenType: opaque, text: token, jwt: undefined };
  const jwt = tryParse(token);
  const tokenType = jwt && typeOfJwt(jwt);
  return tokenType && { tokenType, text: token, jwt };
}

/**
 * Tells which kind of machine token a token says it is. Nothing is verified.
 *
 * @param token The token as it came.
 * @returns The kind; undefined for a session's token or anything else.
 */
export function machineTokenTypeOf(
  token: string,
): MachineTokenType | undefined {
  return classifyMachineToken(token)?.tokenType;
}

/**
 * Tells whether a token is a machine's by what it begins with: `ak_`, `mt_` or
 * `oat_`.
 *
 * @param token The token as it came.
 * @returns Whether it is. JWTs of machines are not.
 */
export function isMachineTokenByPrefix(token: string): boolean {
  return typeOfPrefix(token) !== undefined;
}

/**
 * Tells whether a token is a machine's: an API key, a token of a machine or an
 * OAuth access token, as opaque text or as JWT. Nothing is verified.
 *
 * @param token The token as it came.
 * @returns Whether it is.
 */
export function isMachineToken(token: string): boolean {
  return classifyMachineToken(token) !== undefined;
}

function tryParse(token: string): UnverifiedJwt | undefined {
  try {
    return parseJwt(token);
  } catch {
    return undefined;
  }
}
