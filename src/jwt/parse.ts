import { fail, type Result, succeed } from "../errors/result.ts";
import { TokenVerificationError } from "../errors/token_verification_error.ts";
import { decodeBase64Url } from "../text/base64url.ts";
import { isObject, type JsonObject, parseJson } from "../text/json.ts";
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

/** A token that was parsed, not verified, in its lightest form. */
export interface UnverifiedJwt {
  /** The whole token. */
  readonly text: string;
  /** The header. */
  readonly header: JwtHeader;
  /** The claims. */
  readonly payload: JwtPayload;
  /** The signature. */
  readonly signature: Uint8Array<ArrayBuffer>;
  /** Where the signed part ends: the index of the second dot. */
  readonly signedEnd: number;
}

/**
 * Takes a token apart, strictly: three parts of canonical base64url, the first
 * two of them JSON objects in UTF-8. Nothing in it is to be believed yet.
 */
export function parseJwt(
  token: unknown,
  cache?: HeaderCache,
): Result<UnverifiedJwt, TokenVerificationError> {
  if (typeof token !== "string") {
    return refuse(`expected a string, received ${typeof token}`);
  }
  if (token.length > LONGEST) {
    return refuse(`it is longer than ${LONGEST} characters`);
  }
  const headerEnd = token.indexOf(".");
  const signedEnd = token.indexOf(".", headerEnd + 1);
  if (
    headerEnd < 1 || signedEnd < headerEnd + 2 ||
    signedEnd === token.length - 1 || token.indexOf(".", signedEnd + 1) > 0
  ) {
    return refuse("expected three parts with dots between them");
  }
  const header = parseHeader(token, headerEnd, cache);
  if (!header) return refuse("its header is not that of a JWT");
  const payload = parsePart(token, headerEnd + 1, signedEnd);
  if (!isObject(payload)) return refuse("its claims are not a JSON object");
  const signature = decodeBase64Url(token, signedEnd + 1);
  if (!signature) return refuse("its signature is not base64url");
  return succeed({ text: token, header, payload, signature, signedEnd });
}

function refuse(why: string): Result<never, TokenVerificationError> {
  return fail(
    new TokenVerificationError({
      reason: "token-invalid",
      message: `Cannot parse the token: ${why}.`,
      action: "Make sure that it is a JWT, whole and unchanged.",
    }),
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
    isText(value, "typ") && isText(value, "kid") && isText(value, "cat");
}

function isText(object: JsonObject, name: string): boolean {
  return object[name] === undefined || typeof object[name] === "string";
}

function parsePart(token: string, start: number, end: number): unknown {
  const bytes = decodeBase64Url(token, start, end);
  const text = bytes && decodeUtf8(bytes);
  return text === undefined ? undefined : parseJson(text);
}
