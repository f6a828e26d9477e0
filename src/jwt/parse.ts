import { refuseToken } from "../errors/token_verification_error.ts";
import { decodeSection } from "../text/base64url.ts";
import { isObject, isText, parseJson } from "../text/json.ts";
import { decodeUtf8, encodeWithRoom } from "../text/utf8.ts";
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
  /** The bytes of the token, and room behind them. */
  readonly bytes: Uint8Array<ArrayBuffer>;
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
export function parseJwt(token: unknown, cache?: HeaderCache): UnverifiedJwt {
  return completeJwt(splitJwt(token, cache));
}

/** Parses the claims of a token, unless that was done. */
export function completeJwt(split: SplitJwt): UnverifiedJwt {
  const payload = parsePayload(split);
  return isObject(payload) ? { ...split, payload } : refuseForm(split.text);
}

/** What is in the place of a token's claims. Never throws. */
export function parsePayload(
  { payload, text, bytes, signedEnd }: SplitJwt,
): unknown {
  return payload ??
    parsePart(bytes, text.indexOf(".") + 1, signedEnd, text.length);
}

/** Does of {@linkcode parseJwt} what must be done before a signature can be judged. */
export function splitJwt(token: unknown, cache?: HeaderCache): SplitJwt {
  const text = isText(token) && token.length < LONGEST ? token : "";
  const headerEnd = text.indexOf(".");
  const signedEnd = text.indexOf(".", headerEnd + 1);
  const bytes = encodeWithRoom(text);
  const header = headerEnd > 0 && parseHeader(text, headerEnd, bytes, cache);
  // One dot more, or less, is none of the alphabet's.
  const signature = decodeSection(bytes, signedEnd + 1, text.length);
  return header && signature?.length
    ? { text, header, signature, bytes, signedEnd }
    : refuseForm(token);
}

/** Refuses what is no token. */
export function refuseForm(token: unknown): never {
  refuseToken(
    "token-invalid",
    `three parts in base64url${
      !isText(token)
        ? `, received ${typeof token}`
        : /^bearer /i.test(token)
        ? ' without "Bearer " in front'
        : ""
    }`,
  );
}

function parseHeader(
  text: string,
  end: number,
  bytes: Uint8Array<ArrayBuffer>,
  cache: HeaderCache = { text: "", header: undefined },
): JwtHeader | undefined {
  if (cache.text.length !== end || !text.startsWith(cache.text)) {
    const header = parsePart(bytes, 0, end, text.length);
    if (!isHeader(header)) return undefined;
    cache.text = text.slice(0, end);
    cache.header = Object.freeze(header);
  }
  return cache.header;
}

function isHeader(value: unknown): value is JwtHeader {
  if (!isObject(value)) return false;
  const { alg, typ = "", kid = "", cat = "" } = value;
  return [alg, typ, kid, cat].every(isText);
}

function parsePart(
  bytes: Uint8Array<ArrayBuffer>,
  start: number,
  end: number,
  at: number,
): unknown {
  const part = decodeSection(bytes, start, end, at);
  return part && parseJson(decodeUtf8(part) ?? "");
}
