import type { VerifiedToken } from "../../jwt/verified.ts";
import { isText } from "../../text/json.ts";
import type { TokenType } from "../objects/types.ts";
import type { TokenText } from "../token_core.ts";
import { type CookieContext, isForPage } from "./context.ts";
import { isFromElsewhere } from "./cross_origin.ts";
import { findOrganization } from "./organization_sync.ts";
import {
  findSatelliteUrl,
  isToldToSync,
  isUnsynced,
  syncsByItself,
} from "./satellite.ts";
import type { RefreshReason, StateReason } from "./reasons.ts";
import { SUFFIX_RULES, type SuffixRule } from "./suffix.ts";
import type { AcceptsToken } from "./types.ts";

/** One rule of a table: the first that holds decides. */
export interface Rule<Facts, Reason extends string> {
  /** What the state gives as its reason. */
  readonly reason: Reason;
  /** Whether the rule holds. */
  readonly when: (facts: Facts) => boolean;
}

/** A rule about cookies. */
export interface CookieRule extends Rule<CookieContext, StateReason> {
  /** What is done then. */
  readonly then: Then;
}

/** What to do about a request without an acceptable token. */
export type Then =
  /** Let the browser ask the Frontend API. */
  | "handshake"
  /** Let it ask the primary domain. */
  | "ask-primary"
  /** Send it back to the satellite that it came from. */
  | "answer-satellite"
  /** Nothing: the request is signed out. */
  | "signed-out";

/** What is known before a token is verified, by kind of token. */
export interface AcceptFacts {
  /** Which kinds are accepted. */
  readonly accepts: AcceptsToken;
  /** The kind of the token in the header; undefined when there is none. */
  readonly type: TokenType | undefined;
}

/** What is known once a session token from a cookie was verified. */
export interface VerifiedFacts {
  /** The request. */
  readonly c: CookieContext;
  /** The token. */
  readonly verified: VerifiedToken;
}

/** What is known when an expired token may be refreshed. */
export interface RefreshFacts {
  /** The request. */
  readonly c: CookieContext;
  /** The session that the token names, when it can be parsed. */
  readonly view: TokenText | undefined;
}

/** The tables by which a request is judged, in the order of their use. */
export interface RuleTables {
  /** Kinds of token that are refused. */
  readonly accept: readonly Rule<AcceptFacts, StateReason>[];
  /** Which cookies count. */
  readonly suffix: readonly SuffixRule[];
  /** Cookies, before a token is verified. */
  readonly cookie: readonly CookieRule[];
  /** A session that is good; a handshake that cannot be leaves it at that. */
  readonly verified: readonly Rule<VerifiedFacts, StateReason>[];
  /** Why an expired token is not refreshed. */
  readonly refresh: readonly Rule<RefreshFacts, RefreshReason>[];
}

const isUnknown = (c: CookieContext) => !c.clientUat && !c.session;
/** Whether one kind is asked for, which is a machine's: sessions need no rule. */
export const isOneKind = (accepts: AcceptsToken): accepts is TokenType =>
  isText(accepts) && accepts !== "any";

/** The rules of the package. */
export const RULES: RuleTables = {
  accept: [
    {
      reason: "No token in header",
      when: ({ accepts, type }) => isOneKind(accepts) && !type,
    },
    {
      // Cookies hold sessions, if anything.
      reason: "token-type-mismatch",
      when: ({ accepts, type = "session_token" }) =>
        accepts !== "any" && ![accepts].flat().includes(type),
    },
  ],
  suffix: SUFFIX_RULES,
  cookie: [
    {
      reason: "primary-responds-to-syncing",
      when: (c) => findSatelliteUrl(c) !== undefined,
      then: "answer-satellite",
    },
    {
      reason: "satellite-needs-syncing",
      when: isToldToSync,
      then: "ask-primary",
    },
    {
      reason: "satellite-needs-syncing",
      when: (c) => isUnknown(c) && syncsByItself(c),
      then: "ask-primary",
    },
    {
      reason: "session-token-and-uat-missing",
      when: (c) => isUnknown(c) && isUnsynced(c),
      then: "signed-out",
    },
    {
      reason: "dev-browser-sync",
      when: (c) =>
        c.settings.isDevelopment && c.query.get("__clerk_db_jwt") !== null,
      then: "handshake",
    },
    {
      reason: "dev-browser-missing",
      when: (c) => c.settings.isDevelopment && !c.devBrowser,
      then: "handshake",
    },
    {
      reason: "session-token-and-uat-missing",
      when: isUnknown,
      then: "signed-out",
    },
    {
      reason: "session-token-but-no-client-uat",
      when: (c) => !c.clientUat,
      then: "handshake",
    },
    {
      reason: "client-uat-but-no-session-token",
      when: (c) => !c.session,
      then: "handshake",
    },
    {
      reason: "token-type-mismatch",
      when: ({ view, settings }) =>
        view !== undefined && !settings.manner.isSession(view),
      then: "signed-out",
    },
    {
      reason: "session-token-iat-before-client-uat",
      when: ({ view, clientUat }) => Number(view?.payload.iat) < clientUat,
      then: "handshake",
    },
  ],
  verified: [
    {
      reason: "primary-domain-cross-origin-sync",
      when: ({ c }) =>
        !c.settings.shown.isSatellite && !c.redirectCount && isForPage(c) &&
        isFromElsewhere(c),
    },
    {
      reason: "active-organization-mismatch",
      // A session that has tasks to do has no organization yet.
      when: ({ c, verified: { payload } }) =>
        payload.sts !== "pending" &&
        findOrganization(c)?.isActive(payload) === false,
    },
  ],
  refresh: [
    {
      reason: "non-eligible-non-get",
      when: ({ c }) => c.request.method !== "GET",
    },
    {
      reason: "non-eligible-no-refresh-cookie",
      when: ({ c }) => !c.refreshToken,
    },
    {
      reason: "missing-api-client",
      when: ({ c }) => !c.settings.backend,
    },
    {
      reason: "expired-session-token-decode-failed",
      when: ({ view }) => !view,
    },
    {
      reason: "expired-session-token-missing-sid-claim",
      when: ({ view }) => !view?.payload.sid,
    },
  ],
};
