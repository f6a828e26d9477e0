import { subtle } from "../platform/subtle.ts";
import { encodeBase64Url } from "../text/base64url.ts";
import { encodeUtf8 } from "../text/utf8.ts";
import type { Instance } from "./instance.ts";
import type { SessionOrganization } from "./session_claims.ts";
import { placeOf } from "./state/organization_tables.ts";
import { permissionsOf } from "./state/roles.ts";
import type { UserRow } from "./state/user.ts";
import { makeTimes, type SessionTokenOptions, type Tokens } from "./tokens.ts";

/** What may be said about a session. */
export interface SignInOptions extends SessionTokenOptions {
  /**
   * The active organization by its id alone, of which the user is a member;
   * `organization` says it all and needs no member.
   */
  readonly orgId?: string | undefined;
}

/** A user's session: its token, ready to be sent. */
export interface SignedIn {
  /** The user. */
  readonly userId: string;
  /** The session. */
  readonly sessionId: string;
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
  const { store, clock } = instance;
  const now = clock.now();
  const user = requireSignable(instance, userId);
  const sessionId = options.sessionId ?? store.ids.next("sess");
  const organization = options.organization ??
    findOrganization(instance, userId, options.orgId);
  const session = { ...options, sessionId, organization };
  const token = await tokens.session(userId, session);
  const { exp, iat } = makeTimes(now, options.expiresIn);
  const past = makeTimes(now - HOUR - (exp - iat) * 1_000, options.expiresIn);
  const expiredToken = await tokens.session(userId, {
    ...session,
    claims: { ...options.claims, ...past },
  });
  store.users.put({
    ...(store.users.get(userId) ?? user),
    lastSignInAt: now,
    lastActiveAt: now,
  });
  const cookies = await makeCookies(instance, publishableKey, token, now);
  return {
    userId,
    sessionId,
    token,
    expiredToken,
    headers: { authorization: `Bearer ${token}` },
    cookies,
    cookieHeader: Object.entries(cookies)
      .map(([name, value]) => `${name}=${value}`).join("; "),
  };
}

function requireSignable(instance: Instance, userId: string): UserRow {
  const user = instance.store.users.get(userId);
  const why = !user
    ? "there is no such user; seed or create one, or use tokens.session for a token of nobody"
    : user.banned
    ? "the user is banned"
    : (user.lockedUntil ?? 0) > instance.clock.now()
    ? "the user is locked"
    : undefined;
  if (user && why === undefined) return user;
  throw new TypeError(`Cannot sign in "${userId}": ${why}.`);
}

function findOrganization(
  { store }: Instance,
  userId: string,
  orgId: string | undefined,
): SessionOrganization | undefined {
  if (orgId === undefined) return undefined;
  const organization = store.organizations.get(orgId);
  const [membership] = store.memberships
    .find("place", placeOf(orgId, userId));
  if (!organization || !membership) {
    throw new TypeError(
      `Cannot sign in "${userId}" to "${orgId}": the user is no member of it. Seed a membership, or say all of it with "organization".`,
    );
  }
  return {
    id: orgId,
    slug: organization.slug,
    role: membership.role,
    permissions: permissionsOf(store, membership),
  };
}

async function makeCookies(
  { store }: Instance,
  publishableKey: string,
  token: string,
  now: number,
): Promise<{ readonly [name: string]: string }> {
  const digest = await subtle().digest("SHA-1", encodeUtf8(publishableKey));
  const suffix = encodeBase64Url(new Uint8Array(digest)).slice(0, 8);
  const bare = {
    __session: token,
    __client_uat: String(Math.floor(now / 1_000)),
    __clerk_db_jwt: store.ids.next("dvb"),
  };
  const suffixed = Object.entries(bare)
    .map(([name, value]) => [`${name}_${suffix}`, value]);
  return { ...bare, ...Object.fromEntries(suffixed) };
}
