import { TokenVerificationError } from "../../errors/token_verification_error.ts";
import { NO_KEY } from "../../keys/create_key_store.ts";
import { readToken, type TokenText, verifyWithCore } from "../token_core.ts";
import { type Context, createContext } from "./context.ts";
import { handshake, trySync } from "./handshake.ts";
import { authenticateMachine } from "./machine.ts";
import { isOneKind } from "./rules.ts";
import { refreshSession } from "./refresh.ts";
import { CURABLE, resolveHandshake } from "./resolve_handshake.ts";
import type { Settings } from "./settings.ts";
import { type CoreState, signedIn, signedOut } from "./state.ts";
import { createCookieContext } from "./suffix.ts";
import type { CarriedToken } from "./types.ts";

/** Says who sent a request, by its header or its cookies. */
export function authenticate(
  request: Request,
  settings: Settings,
): Promise<CoreState> {
  const c = createContext(request, settings);
  const token = readAuthorization(c.headers.get("authorization"));
  const { core, accepts, backend } = settings;
  const isSession = accepts === "session_token";
  // Without a key nobody is ever signed in, whatever the request brings.
  if (!core.keys.store && (isSession || !backend)) {
    const kind = isOneKind(accepts) ? accepts : null;
    const state = signedOut(c, "jwk-failed-to-resolve", NO_KEY, kind);
    return Promise.resolve(state);
  }
  if (!isSession) return authenticateAny(c, token);
  return token === undefined ? byCookies(c) : byHeader(c, token);
}

async function authenticateAny(
  c: Context,
  token: string | undefined,
): Promise<CoreState> {
  return await authenticateMachine(c, token) ??
    await (token === undefined ? byCookies(c) : byHeader(c, token));
}

/** The token of an `Authorization` header; undefined when there is none. */
function readAuthorization(header: string | null): string | undefined {
  if (!header) return undefined;
  const space = header.indexOf(" ");
  if (space < 0) return header;
  if (!header.startsWith("Bearer ")) return undefined;
  const end = header.indexOf(" ", space + 1);
  return header.slice(space + 1, end < 0 ? undefined : end);
}

async function byHeader(c: Context, text: string): Promise<CoreState> {
  const { settings } = c;
  let view: TokenText | undefined;
  try {
    view = readToken(settings.core, text);
    if (!settings.manner.isSession(view)) {
      return signedOut(c, "token-type-mismatch");
    }
    const verified = verifyWithCore(
      settings.core,
      text,
      settings.policy,
      view.split,
    );
    return signedIn(
      c,
      verified instanceof Promise ? await verified : verified,
      text,
    );
  } catch (cause) {
    return await refuse(c, cause, { text, carrier: "header" }, view);
  }
}

async function byCookies(context: Context): Promise<CoreState> {
  const c = await createCookieContext(context);
  const resolved = await resolveHandshake(c);
  if (resolved) return resolved;
  const { rules, core, policy, manner } = c.settings;
  const rule = rules.cookie.find(({ when }) => when(c));
  if (rule) {
    const { reason, then } = rule;
    return then === "signed-out"
      ? signedOut(c, reason)
      : handshake(c, { reason, then });
  }
  const { session, view } = c;
  try {
    const split = (view ?? readToken(core, session)).split;
    const pending = verifyWithCore(core, session, policy, split);
    const verified = pending instanceof Promise ? await pending : pending;
    if (!verified.payload.azp) manner.notice?.("azp-missing");
    const found = rules.verified.find(({ when }) => when({ c, verified }));
    const state = found && trySync(c, found.reason);
    if (state) return state;
    return signedIn(c, verified, session);
  } catch (cause) {
    return await refuse(c, cause, { text: session, carrier: "cookie" }, view);
  }
}

/** What becomes of a request whose token is refused. */
async function refuse(
  context: Context,
  cause: unknown,
  token: CarriedToken,
  view: TokenText | undefined,
): Promise<CoreState> {
  if (!(cause instanceof TokenVerificationError)) {
    // What was thrown may hold anything, and messages go to the browser.
    return signedOut(context, "unexpected-error", "Something threw an error.");
  }
  cause.tokenCarrier = token.carrier;
  const [refusal, message] = context.settings.manner.describe(cause, token);
  const reason = CURABLE[cause.reason];
  if (!reason) return signedOut(context, refusal, message);
  const c = await createCookieContext(context);
  const init = { reason, message, token: token.text };
  if (cause.reason !== "token-expired") return handshake(c, init);
  // A browser's own token is the one that its cookies go with.
  const fresh = await refreshSession(
    c,
    c.session || token.text,
    c.session ? c.view : view,
  );
  return typeof fresh === "string"
    ? handshake(c, { ...init, reason: `${reason}-refresh-${fresh}` })
    : signedIn(c, fresh.verified, fresh.token, fresh.headers);
}
