import { isObject, type JsonObject } from "../../text/json.ts";
import { readEmailAddress, readListedIdentifier } from "./identifiers.ts";
import { cannotSeed, demandSeed } from "./seed_organizations.ts";
import {
  changeSettings,
  isSettingsSection,
  whyNotSettings,
} from "./settings.ts";
import { startRow, type Store } from "./store.ts";

/** An invitation to sign up. */
export interface SeedSignUpInvitation {
  /** The id; one is made by default. */
  readonly id?: string | undefined;
  /** Who is invited. */
  readonly emailAddress: string;
  /** How it stands; `pending` by default. */
  readonly status?: "pending" | "accepted" | "revoked" | undefined;
  /** When it is over, in milliseconds since 1970; never by default. */
  readonly expiresAt?: number | undefined;
  /** Where the link in it leads to. */
  readonly redirectUrl?: string | undefined;
  /** What becomes the user's public metadata. */
  readonly publicMetadata?: JsonObject | undefined;
}

/** Who may sign up, and what the instance goes by. */
export interface SeedSignUp {
  /** Invitations to sign up. */
  readonly invitations?: readonly SeedSignUpInvitation[] | undefined;
  /** E-mail addresses on the waitlist, the first first. */
  readonly waitlist?: readonly string[] | undefined;
  /** Who alone may sign up: addresses, `*@` and a domain, numbers, wallets. */
  readonly allowlist?: readonly string[] | undefined;
  /** Who may not sign up, in the same form. */
  readonly blocklist?: readonly string[] | undefined;
  /**
   * Settings by their section, in the words of the API, such as
   * `{ organizations: { max_allowed_memberships: 2 } }`. The section `sign_up`
   * is not in the API: `mode` is `public`, `restricted` or `waitlist`, and
   * `user_limit` is how many users there may be, any number by default.
   */
  readonly settings?: { readonly [section: string]: JsonObject } | undefined;
}

/**
 * Adds who may sign up, and sets settings.
 *
 * @throws {TypeError} When something is malformed or there already.
 */
export function plantSignUp(store: Store, seed: SeedSignUp, now: number): void {
  for (const [section, values] of Object.entries(seed.settings ?? {})) {
    if (!isSettingsSection(section) || !isObject(values)) {
      throw cannotSeed(`settings "${section}"`, "there is no such section");
    }
    const why = whyNotSettings(store, section, values);
    if (why !== undefined) throw cannotSeed(`settings "${section}"`, why);
    changeSettings(store, section, structuredClone(values), now);
  }
  for (const each of seed.invitations ?? []) plantInvitation(store, each, now);
  for (const each of seed.waitlist ?? []) plantWaiting(store, each, now);
  for (const name of ["allowlist", "blocklist"] as const) {
    for (const each of seed[name] ?? []) plantListed(store, name, each, now);
  }
}

function plantInvitation(
  store: Store,
  seed: SeedSignUpInvitation,
  now: number,
): void {
  const { id, status = "pending", expiresAt = null, redirectUrl = null } = seed;
  const what = `invitation of "${seed.emailAddress}"`;
  if (id !== undefined && store.instanceInvitations.get(id)) {
    throw cannotSeed(what, "there is one of that id already");
  }
  store.instanceInvitations.put({
    ...startRow(store, "inv", now, id),
    emailAddress: demandSeed(what, () => readEmailAddress(seed.emailAddress)),
    status,
    expiresAt,
    redirectUrl,
    publicMetadata: structuredClone(seed.publicMetadata ?? {}),
    updatedAt: now,
  });
}

function plantWaiting(store: Store, text: string, now: number): void {
  const what = `waitlist entry "${text}"`;
  const emailAddress = demandSeed(what, () => readEmailAddress(text));
  if (store.waitlist.find("email", emailAddress).length > 0) {
    throw cannotSeed(what, "there is one already");
  }
  store.waitlist.put({
    ...startRow(store, "wle", now),
    emailAddress,
    status: "pending",
    isLocked: false,
    invitationId: null,
    invitedAt: null,
    updatedAt: now,
  });
}

function plantListed(
  store: Store,
  name: "allowlist" | "blocklist",
  text: string,
  now: number,
): void {
  const what = `${name} identifier "${text}"`;
  const [identifierType, identifier] = demandSeed(
    what,
    () => readListedIdentifier(text),
  );
  if (store[name].find("identifier", identifier).length > 0) {
    throw cannotSeed(what, "there is one already");
  }
  store[name].put({
    ...startRow(store, name === "allowlist" ? "alid" : "blid", now),
    identifier,
    identifierType,
    invitationId: null,
  });
}
