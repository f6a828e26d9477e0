import { type Result, succeed } from "../errors/result.ts";
import {
  refuse,
  type TokenVerificationError,
} from "../errors/token_verification_error.ts";
import { decodeBase64Url } from "../text/base64url.ts";
import { isObject, isTextOrAbsent, parseJson } from "../text/json.ts";
import { decodeUtf8 } from "../text/utf8.ts";
import type { JwtHeader, JwtPayload } from "./types.ts";

/** The longest token that is looked at, in characters. */
const LONGEST = 131_072;

/**
 * The last header seen, kept by the caller: the tokens of an instance have the
 * same header until its key changes.
 */
export interface HeaderCache {
  /** The header in base64url; empty at first. */
  text: string;
  /** What it parsed to. Frozen, as tokens share it. */
  header: JwtHeader | undefined;
}

/** A token whose claims are still to be parsed. */
export interface SplitJwt {
  /** The whole token. */
  readonly text: string;
  /** The header. */
  readonly header: JwtHeader;
  /** The claims, when they have been parsed. */
  readonly payload?: JwtPayload;
  /** The signature. */
  readonly signature: Uint8Array<ArrayBuffer>;
  /** Where the signed part ends: the index of the second dot. */
  readonly signedEnd: number;
}

/** A token that was parsed, not verified, in its lightest form. */
export interface UnverifiedJwt extends SplitJwt {
  /** The claims. */
  readonly payload: JwtPayload;
}

/**
 * Takes a token apart, strictly: three parts of canonical base64url, the first
 * two of them JSON objects in UTF-8. Nothing in it is to be believed yet.
 */
export function parseJwt(
  token: unknown,
  cache?: HeaderCache,
): Result<UnverifiedJwt, TokenVerificationError> {
  const split = splitJwt(token, cache);
  return split.result ? completeJwt(split.result) : split;
}

/** Parses the claims of a token, unless that was done. */
export function completeJwt(
  split: SplitJwt,
): Result<UnverifiedJwt, TokenVerificationError> {
  const { text, header, signature, signedEnd } = split;
  const payload = split.payload ??
    parsePart(text, text.indexOf(".") + 1, signedEnd);
  return isObject(payload)
    ? succeed({ text, header, payload, signature, signedEnd })
    : malformed(text);
}

/** Does of {@linkcode parseJwt} what must be done before a signature can be judged. */
export function splitJwt(
  token: unknown,
  cache?: HeaderCache,
): Result<SplitJwt, TokenVerificationError> {
  if (typeof token !== "string" || token.length > LONGEST) {
    return malformed(token);
  }
  const headerEnd = token.indexOf(".");
  const signedEnd = token.indexOf(".", headerEnd + 1);
  if (
    headerEnd < 1 || signedEnd < headerEnd + 2 ||
    signedEnd === token.length - 1 || token.indexOf(".", signedEnd + 1) > 0
  ) {
    return malformed(token);
  }
  const header = parseHeader(token, headerEnd, cache);
  if (!header) return malformed(token);
  const signature = decodeBase64Url(token, signedEnd + 1);
  if (!signature) return malformed(token);
  return succeed({ text: token, header, signature, signedEnd });
}

function malformed(token: unknown): Result<never, TokenVerificationError> {
  const received = typeof token !== "string"
    ? typeof token
    : /^bearer /i.test(token)
    ? '"Bearer " in front of them'
    : `${token.length} characters of something else`;
  return refuse(
    "token-invalid",
    `Cannot parse the token: expected three parts in base64url, received ${received}.`,
  );
}

function parseHeader(
  token: string,
  end: number,
  cache: HeaderCache | undefined,
): JwtHeader | undefined {
  if (cache?.text.length === end && token.startsWith(cache.text)) {
    return cache.header;
  }
  const header = parsePart(token, 0, end);
  if (!isHeader(header)) return undefined;
  if (cache) {
    cache.text = token.slice(0, end);
    cache.header = Object.freeze(header);
  }
  return header;
}

function isHeader(value: unknown): value is JwtHeader {
  return isObject(value) && typeof value.alg === "string" &&
    [value.typ, value.kid, value.cat].every(isTextOrAbsent);
}

function parsePart(token: string, start: number, end: number): unknown {
  const bytes = decodeBase64Url(token, start, end);
  return bytes && parseJson(decodeUtf8(bytes) ?? "");
}
