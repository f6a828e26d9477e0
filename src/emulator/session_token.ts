import { randomText } from "./ids.ts";
import type { Instance } from "./instance.ts";
import {
  makeOrganizationClaims,
  type SessionOrganization,
} from "./session_claims.ts";
import {
  CATEGORY,
  type Draft,
  draftToken,
  signDraft,
  type TokenClaims,
  type TokenOptions,
} from "./sign_token.ts";
import { placeOf } from "./state/organization_tables.ts";
import { permissionsOf } from "./state/roles.ts";
import type { Store } from "./state/store.ts";
import type { SessionRow } from "./state/session_tables.ts";

/** What may be said about a session token. */
export interface SessionTokenOptions extends TokenOptions {
  /** The id of the session; a new one by default. */
  readonly sessionId?: string | undefined;
  /** The active organization; none by default. */
  readonly organization?: SessionOrganization | undefined;
  /** The origin that the token is for; no such claim by default. */
  readonly azp?: string | undefined;
  /** Minutes since the first and the second factor; `[0, -1]` by default. */
  readonly fva?: readonly [number, number] | undefined;
  /** Whether the session has tasks to do; `active` by default. */
  readonly sts?: "active" | "pending" | undefined;
  /** Who acts as the user: the id of a user, or the claim itself. */
  readonly act?: string | TokenClaims | undefined;
  /** The plans, such as `o:pro`. */
  readonly pla?: string | undefined;
  /** The features, such as `o:invoices,u:export`. */
  readonly fea?: string | undefined;
  /** The version of the token's form; 2 by default. */
  readonly version?: 1 | 2 | undefined;
}

/** Makes the claims of a session token. */
export function draftSession(
  instance: Instance,
  userId: string,
  options: SessionTokenOptions,
): Draft {
  const { azp, fva = [0, -1], act, sts = "active", version = 2 } = options;
  const { organization, pla, fea, sessionId } = options;
  const claims = {
    ...(azp !== undefined && { azp }),
    fva,
    jti: randomText(20),
    sid: sessionId ?? instance.store.ids.next("sess"),
    sub: userId,
    sts,
    ...(version === 2 && { v: 2 }),
    ...(act !== undefined && { act: makeActor(instance, act) }),
    ...makeOrganizationClaims({ version, organization, pla, fea }),
  };
  return draftToken(instance, claims, { cat: CATEGORY.session }, options);
}

/** Makes the claim about who acts as the user. */
export function makeActor(
  { origin, store }: Instance,
  act: string | TokenClaims,
): TokenClaims {
  return typeof act === "string"
    ? { iss: origin, sid: store.ids.next("sess"), sub: act }
    : act;
}

/** Makes a token of a session that is kept, as the session stands. */
export function signSession(
  instance: Instance,
  session: SessionRow,
  expiresIn?: number,
): Promise<string> {
  const { words, actor, status } = session;
  const [first, second] = words.fva ?? [0, -1];
  const age = (instance.clock.now() - session.createdAt) / 60_000;
  const older = (minutes: number) =>
    minutes < 0 ? minutes : minutes + Math.max(0, Math.floor(age));
  const draft = draftSession(instance, session.userId, {
    ...words,
    fva: [older(first), older(second)],
    sessionId: session.id,
    sts: status === "pending" ? "pending" : "active",
    ...(actor && { act: actor }),
    organization: organizationOf(instance, session),
    ...(expiresIn !== undefined && { expiresIn }),
  });
  return signDraft(instance, draft);
}

/** The active organization of a session, with the user's place in it. */
export function organizationOf(
  { store }: Instance,
  { organization, organizationId, userId }: SessionRow,
): SessionOrganization | undefined {
  if (organization) return organization;
  return organizationId === null
    ? undefined
    : findPlace(store, userId, organizationId);
}

/** An organization with a user's place in it; undefined for who is no member. */
export function findPlace(
  store: Store,
  userId: string,
  organizationId: string,
): SessionOrganization | undefined {
  const organization = store.organizations.get(organizationId);
  const [membership] = store.memberships
    .find("place", placeOf(organizationId, userId));
  return organization && membership && {
    id: organizationId,
    slug: organization.slug,
    role: membership.role,
    permissions: permissionsOf(store, membership),
  };
}
