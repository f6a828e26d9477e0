import { beginSession, whyNotSignable } from "./begin_session.ts";
import { cookieSuffixOf } from "./cookie_names.ts";
import type { Instance } from "./instance.ts";
import type { SessionOrganization } from "./session_claims.ts";
import { startBrowser } from "./state/browsers.ts";
import { checkSignIn } from "./sign_in_options.ts";
import type { UserRow } from "./state/user.ts";
import {
  findPlace,
  makeActor,
  type SessionTokenOptions,
} from "./session_token.ts";
import { makeTimes } from "./sign_token.ts";
import type { SessionRow } from "./state/session_tables.ts";
import type { Tokens } from "./tokens.ts";

/** What may be said about a session. */
export interface SignInOptions extends SessionTokenOptions {
  /**
   * The active organization by its id alone, of which the user is a member;
   * `organization` says it all and needs no member.
   */
  readonly orgId?: string | undefined;
  /** The browser or app that it is in; a new one by default. */
  readonly clientId?: string | undefined;
}

/** A user's session: its token, ready to be sent. */
export interface SignedIn {
  /** The user. */
  readonly userId: string;
  /** The session, which the emulator keeps. */
  readonly sessionId: string;
  /** The browser or app that it is in. */
  readonly clientId: string;
  /** What `refreshSession` gives a new token for, once the last is over. */
  readonly refreshToken: string;
  /** The session token. */
  readonly token: string;
  /** The same, but its time was over an hour ago. */
  readonly expiredToken: string;
  /** Headers that carry the token. */
  readonly headers: {
    /** `Bearer` and the token. */
    readonly authorization: string;
  };
  /** Cookies as a browser has them, by their names, with and without suffix. */
  readonly cookies: { readonly [name: string]: string };
  /** The same cookies as the header `Cookie`. */
  readonly cookieHeader: string;
}

const HOUR = 3_600_000;

/** Signs a user in. */
export async function signIn(
  instance: Instance,
  tokens: Tokens,
  publishableKey: string,
  userId: string,
  options: SignInOptions,
): Promise<SignedIn> {
  checkSignIn(options);
  const user = requireSignable(instance, userId);
  const { orgId, clientId: _, ...said } = options;
  const organization = options.organization ??
    findOrganization(instance, userId, orgId);
  const session = begin(instance, user, options);
  const { id, clientId, refreshToken, actor } = session;
  const [token, expiredToken] = await makeTokens(instance, tokens, userId, {
    ...said,
    sessionId: id,
    organization,
    ...(actor && { act: actor }),
  });
  const cookies = await makeCookies(instance, publishableKey, token, session);
  return {
    userId,
    sessionId: id,
    clientId,
    refreshToken,
    token,
    expiredToken,
    headers: { authorization: `Bearer ${token}` },
    cookies,
    cookieHeader: Object.entries(cookies)
      .map(([name, value]) => `${name}=${value}`).join("; "),
  };
}

/** Makes a token, and the same whose time was over an hour ago. */
async function makeTokens(
  { clock }: Instance,
  tokens: Tokens,
  userId: string,
  session: SessionTokenOptions,
): Promise<readonly [token: string, expiredToken: string]> {
  const now = clock.now();
  const token = await tokens.session(userId, session);
  const { exp, iat } = makeTimes(now, session.expiresIn);
  const past = makeTimes(now - HOUR - (exp - iat) * 1_000, session.expiresIn);
  const claims = { ...session.claims, ...past };
  return [token, await tokens.session(userId, { ...session, claims })];
}

/** Begins the session. */
function begin(
  instance: Instance,
  user: UserRow,
  options: SignInOptions,
): SessionRow {
  const { azp, fva, pla, fea, version, claims, act } = options;
  return beginSession(instance, user, {
    id: options.sessionId,
    clientId: options.clientId,
    pending: options.sts === "pending",
    organizationId: options.orgId,
    organization: options.organization,
    actor: act === undefined ? null : makeActor(instance, act),
    words: structuredClone({ azp, fva, pla, fea, version, claims }),
  });
}

function requireSignable(instance: Instance, userId: string): UserRow {
  const user = instance.store.users.get(userId);
  if (!user) {
    throw new TypeError(
      `Cannot sign in "${userId}": there is no such user; seed or create one, or use tokens.session for a token of nobody.`,
    );
  }
  const why = whyNotSignable(user, instance.clock.now());
  if (why === undefined) return user;
  throw new TypeError(`Cannot sign in "${userId}": the user is ${why}.`);
}

function findOrganization(
  { store }: Instance,
  userId: string,
  orgId: string | undefined,
): SessionOrganization | undefined {
  if (orgId === undefined) return undefined;
  const organization = findPlace(store, userId, orgId);
  if (organization) return organization;
  throw new TypeError(
    `Cannot sign in "${userId}" to "${orgId}": the user is no member of it. Seed a membership, or say all of it with "organization".`,
  );
}

/** The token must not be older than what `__client_uat` says. */
async function makeCookies(
  { store }: Instance,
  publishableKey: string,
  token: string,
  { clientId, refreshToken, createdAt }: SessionRow,
): Promise<{ readonly [name: string]: string }> {
  const suffix = await cookieSuffixOf(publishableKey);
  const bare = {
    __session: token,
    __client_uat: String(Math.floor(createdAt / 1_000)),
    __clerk_db_jwt: startBrowser(store, createdAt, clientId).id,
  };
  const suffixed = Object.entries(bare)
    .map(([name, value]) => [`${name}_${suffix}`, value]);
  return {
    ...bare,
    ...Object.fromEntries(suffixed),
    [`__refresh_${suffix}`]: refreshToken,
  };
}
