import type { JwtPayload } from "../../jwt/types.ts";
import { refuse } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import { readOwnToken } from "../own_token.ts";
import { writeSessionCookies } from "../session_cookies.ts";
import { signSession } from "../session_token.ts";
import type { SessionRow } from "../state/session_tables.ts";
import { isOpen } from "../state/sessions.ts";
import { signTemplate } from "../template_token.ts";
import { describeOperations, type Limits } from "./described.ts";
import { requireOpenSession } from "./sessions.ts";

/** How long after its end a token may still be refreshed, in seconds. */
const TOO_OLD = 86_400;

/** Of how many tokens a session knows that they were refreshed: a day's and more. */
const REMEMBERED = 3_000;

const limits: Limits = {
  expires_in_seconds: { min: 30, max: 315_360_000 },
};

/** The tokens of sessions. */
export const sessionsTokens: Operations = describeOperations({
  "POST /sessions/{session_id}/tokens": { limits, handle: createToken },
  "POST /sessions/{session_id}/tokens/{template_name}": {
    limits,
    handle: createTemplateToken,
  },
  "POST /sessions/{session_id}/refresh": refreshSession,
});

async function createToken(instance: Instance, call: Call) {
  const session = touch(instance, requireOpenSession(instance, call));
  const jwt = await signSession(instance, session, secondsOf(call));
  return { object: "token", jwt };
}

async function createTemplateToken(instance: Instance, call: Call) {
  const { store } = instance;
  const session = touch(instance, requireOpenSession(instance, call));
  const name = call.slots.template_name ?? "";
  const [template] = store.jwtTemplates.find("name", name);
  if (!template) {
    throw refuse(
      "resource_not_found",
      `No JWT template exists with name: ${name}`,
    );
  }
  const jwt = await signTemplate(instance, session, template, secondsOf(call));
  return { object: "token", jwt };
}

function secondsOf({ body }: Call): number | undefined {
  return typeof body.expires_in_seconds === "number"
    ? body.expires_in_seconds
    : undefined;
}

/** Notes that a session was used. */
function touch({ store, clock }: Instance, session: SessionRow): SessionRow {
  const used = { ...session, lastActiveAt: clock.now() };
  store.sessions.put(used);
  return used;
}

async function refreshSession(instance: Instance, call: Call) {
  const { store, clock } = instance;
  const { body, slots } = call;
  const token = await readOwnToken(instance, String(body.expired_token));
  const refresh: Refresh = {
    token,
    origin: body.request_origin,
    session: store.sessions.get(slots.session_id ?? ""),
    holder: store.sessions.find("refresh", String(body.refresh_token))[0],
    now: clock.now(),
  };
  for (const [code, why, isSo] of REFUSALS) {
    if (isSo(refresh)) throw refuse(code, why);
  }
  const session = touch(instance, {
    ...requireOpenSession(instance, call),
    refreshed: [...refresh.session?.refreshed ?? [], String(token?.jti)]
      .slice(-REMEMBERED),
  });
  const jwt = await signSession(instance, session);
  if (body.format !== "cookie") return { object: "token", jwt };
  const cookies = await writeSessionCookies(instance, session, jwt);
  return { object: "cookies", cookies };
}

/** What decides about a new token for an old one. */
interface Refresh {
  /** The old token, if the instance signed it. */
  readonly token: JwtPayload | undefined;
  /** Where the request came from. */
  readonly origin: unknown;
  /** The session that the path names. */
  readonly session: SessionRow | undefined;
  /** The session that the refresh token is of. */
  readonly holder: SessionRow | undefined;
  /** The time in milliseconds since 1970. */
  readonly now: number;
}

/** What may be wrong, in the order in which it can be known. */
const REFUSALS: readonly (readonly [
  code: string,
  why: string,
  isSo: (refresh: Refresh) => boolean,
])[] = [
  [
    "expired_session_token_invalid",
    "The expired token is no session token of this instance.",
    ({ token }) =>
      token?.sid === undefined || token.jti === undefined ||
      token.exp === undefined,
  ],
  [
    "session_refresh_session_not_found",
    "There is no such session.",
    ({ session }) => !session,
  ],
  [
    "refresh_token_not_found",
    "There is no such refresh token.",
    ({ holder }) => !holder,
  ],
  [
    "refresh_sid_mismatch",
    "The refresh token and the expired token are of different sessions.",
    ({ token, session, holder }) =>
      holder?.id !== token?.sid || holder?.id !== session?.id,
  ],
  [
    "refresh_request_origin_azp_mismatch",
    "The expired token is for another origin than that of the request.",
    ({ token, origin }) => token?.azp !== undefined && token.azp !== origin,
  ],
  [
    "session_refresh_inactive_session",
    "The session is over.",
    ({ session, now }) => session !== undefined && !isOpen(session, now),
  ],
  [
    "session_refresh_expired_session_token_too_old",
    "The expired token ended too long ago.",
    ({ token, now }) => now / 1_000 - (token?.exp ?? 0) > TOO_OLD,
  ],
  [
    "session_refresh_expired_session_token_consumed",
    "The expired token was exchanged for a new one before.",
    ({ token, session }) =>
      session?.refreshed.includes(String(token?.jti)) === true,
  ],
];
