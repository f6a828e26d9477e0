import { isText } from "../text/json.ts";
import { demand } from "../text/options.ts";
import { parseUrl } from "../text/url.ts";
import { CLASSES, type TokenClass } from "./token_class.ts";

/** What to demand of a token's claims. */
export interface ClaimsOptions {
  /**
   * Who the token must be for. When this is given, the token must have an `aud`
   * claim that shares a value with it. Not checked by default.
   */
  readonly audience?: string | readonly string[] | undefined;
  /**
   * The origins that the token may have been made for, such as
   * `https://example.com`. When this is given, the token must have an `azp` claim
   * that is one of them. Not checked by default.
   */
  readonly authorizedParties?: readonly string[] | undefined;
  /** Who must have issued the token: its exact `iss`. Not checked by default. */
  readonly issuer?: string | readonly string[] | undefined;
  /** How far clocks may be apart, in milliseconds. 5000 by default. */
  readonly clockSkewInMs?: number | undefined;
  /**
   * The types that the header may name in `typ`. By default `JWT`, or no type at
   * all; when this is given, the header must name one.
   */
  readonly headerType?: string | readonly string[] | undefined;
  /** What the token must be for. `any` by default; `session` in verifyToken. */
  readonly tokenClass?: TokenClass | undefined;
  /**
   * Whether to refuse the token of a session that still has tasks to do. False by
   * default; true in verifyToken.
   */
  readonly treatPendingAsSignedOut?: boolean | undefined;
}

/** What is demanded of claims, checked and in the form to compare with. */
export interface ClaimsPolicy {
  /** The audiences to share a value with. */
  readonly audience: readonly string[] | undefined;
  /** Whether a token without audience passes all the same. */
  readonly audienceOptional?: boolean;
  /** The origins, without trailing slash. */
  readonly authorizedParties: readonly string[] | undefined;
  /** The issuers. */
  readonly issuer: readonly string[] | undefined;
  /** How far clocks may be apart, in milliseconds. */
  readonly clockSkewInMs: number;
  /** The header types, in the form of {@linkcode foldType}. */
  readonly headerType: readonly string[];
  /** Whether a token without type passes all the same. */
  readonly headerTypeOptional: boolean;
  /** What the token must be for. */
  readonly tokenClass: TokenClass;
  /** Whether a token without subject passes. */
  readonly subjectOptional: boolean;
  /** Whether to refuse a pending session. */
  readonly treatPendingAsSignedOut: boolean;
}

/**
 * Checks options and puts them into the form to compare with.
 *
 * @param options What the caller demands.
 * @param isSession Whether it is a session's token unless the options say so.
 * @throws {TypeError} When an option is of the wrong type or out of range.
 */
export function createClaimsPolicy(
  options: ClaimsOptions,
  isSession = false,
): ClaimsPolicy {
  const {
    authorizedParties,
    clockSkewInMs = 5000,
    tokenClass = isSession ? "session" : "any",
    treatPendingAsSignedOut = isSession,
  } = options;
  demand(
    "clockSkewInMs",
    Number.isFinite(clockSkewInMs) && clockSkewInMs >= 0,
    "milliseconds",
  );
  demand("tokenClass", CLASSES.includes(tokenClass), CLASSES.join());
  demand(
    "treatPendingAsSignedOut",
    typeof treatPendingAsSignedOut === "boolean",
    "true or false",
  );
  demand("authorizedParties", !isText(authorizedParties), "a list");
  return Object.freeze({
    audience: listOf(options, "audience"),
    authorizedParties: listOf(options, "authorizedParties")?.map(originOf),
    issuer: listOf(options, "issuer"),
    clockSkewInMs,
    headerType: listOf(options, "headerType")?.map(foldType) ?? ["jwt"],
    headerTypeOptional: options.headerType === undefined,
    tokenClass,
    subjectOptional: tokenClass !== "session",
    treatPendingAsSignedOut,
  });
}

/** Puts a header type into the form to compare: case and prefix don't count. */
export function foldType(type: string): string {
  return type.toLowerCase().replace(/^application\/(?=[^/]*$)/, "");
}

function listOf(
  options: ClaimsOptions,
  name: "audience" | "authorizedParties" | "issuer" | "headerType",
): readonly string[] | undefined {
  const value: unknown = options[name];
  if (value === undefined) return undefined;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = list.filter((each): each is string =>
    isText(each) && each !== ""
  );
  demand(
    name,
    texts[0] && texts.length === list.length,
    "one text or more, none empty",
  );
  return texts;
}

/** The origin that an entry stands for, as browsers write it. */
function originOf(entry: string): string {
  // What is in that form already is by far the most common, and URL is slow.
  if (/^https?:\/\/([a-z\d-]+\.)*[a-z]+$/.test(entry)) return entry;
  const isOrigin = /^[\w+.-]+:\/\/[^/?#@*\\\s]+\/?$/.test(entry);
  const origin = isOrigin && parseUrl(entry)?.origin;
  demand(
    "authorizedParties",
    origin,
    `"https://example.com", not "${entry}"`,
  );
  // Origins of other schemes than the web's are opaque to URL.
  return !origin || origin === "null" ? entry.replace(/\/$/, "") : origin;
}
