import type { JsonObject } from "../../text/json.ts";
import { digestPassword } from "./digest.ts";
import { checkNames, makeIdentifications } from "./identifiers.ts";
import { startRow, type Store } from "./store.ts";
import { makeUser, type UserRow } from "./user.ts";

/** A user to begin with. */
export interface SeedUser {
  /** The id; made up by default. */
  readonly id?: string | undefined;
  /** E-mail addresses, the first of them primary. */
  readonly emailAddress?: readonly string[] | undefined;
  /** Phone numbers, such as `+15555550100`, the first of them primary. */
  readonly phoneNumber?: readonly string[] | undefined;
  /** Web3 wallets, the first of them primary. */
  readonly web3Wallet?: readonly string[] | undefined;
  /** The name to sign in with. */
  readonly username?: string | undefined;
  /** The caller's own id of the user. */
  readonly externalId?: string | undefined;
  /** The first name. */
  readonly firstName?: string | undefined;
  /** The last name. */
  readonly lastName?: string | undefined;
  /** The password; only its digest is kept. */
  readonly password?: string | undefined;
  /** The secret of the authenticator app, in base32. */
  readonly totpSecret?: string | undefined;
  /** Codes to use instead of it. */
  readonly backupCodes?: readonly string[] | undefined;
  /** What anybody may read. */
  readonly publicMetadata?: JsonObject | undefined;
  /** What only the backend may read. */
  readonly privateMetadata?: JsonObject | undefined;
  /** What the user may write. */
  readonly unsafeMetadata?: JsonObject | undefined;
  /** Whether the user is banned. */
  readonly banned?: boolean | undefined;
  /** When the user was made, in milliseconds since 1970; now by default. */
  readonly createdAt?: number | undefined;
  /** Passkeys: their ids and names. */
  readonly passkeys?: readonly SeedPasskey[] | undefined;
  /** Accounts elsewhere. */
  readonly externalAccounts?: readonly SeedExternalAccount[] | undefined;
  /** Devices that are trusted. */
  readonly trustedDevices?: readonly SeedTrustedDevice[] | undefined;
}

/** A passkey to begin with. */
export interface SeedPasskey {
  /** The id; made up by default. */
  readonly id?: string | undefined;
  /** The name. */
  readonly name: string;
}

/** An account elsewhere to begin with. */
export interface SeedExternalAccount {
  /** The id; made up by default. */
  readonly id?: string | undefined;
  /** Where it is, such as `oauth_google`. */
  readonly provider: string;
  /** The id of the user there. */
  readonly providerUserId: string;
  /** The e-mail address there. */
  readonly emailAddress: string;
  /** An OAuth access token; none by default. */
  readonly token?: string | undefined;
  /** What the token allows. */
  readonly scopes?: readonly string[] | undefined;
}

/** A trusted device to begin with. */
export interface SeedTrustedDevice {
  /** The id; made up by default. */
  readonly id?: string | undefined;
  /** The system of the device. */
  readonly platform: "ios" | "android";
  /** The app on the device. */
  readonly appIdentifier: string;
  /** The name of the device. */
  readonly name?: string | undefined;
}

/** An organization to begin with. */
export interface SeedOrganization {
  /** The id; made up by default. */
  readonly id?: string | undefined;
  /** The name. */
  readonly name: string;
  /** The name in URLs; made from the name by default. */
  readonly slug?: string | undefined;
  /** What anybody may read. */
  readonly publicMetadata?: JsonObject | undefined;
  /** Its members. */
  readonly members?: readonly SeedMember[] | undefined;
  /** Who is invited. */
  readonly invitations?: readonly SeedInvitation[] | undefined;
}

/** A member to begin with. */
export interface SeedMember {
  /** The user. */
  readonly userId: string;
  /** The role, with or without `org:`; `member` by default. */
  readonly role?: string | undefined;
  /** The permissions, such as `org:invoices:read`. */
  readonly permissions?: readonly string[] | undefined;
}

/** An invitation to begin with. */
export interface SeedInvitation {
  /** The address that is invited. */
  readonly emailAddress: string;
  /** The role to be, with or without `org:`; `member` by default. */
  readonly role?: string | undefined;
  /** How it stands; `pending` by default. */
  readonly status?: "pending" | "accepted" | "revoked" | undefined;
  /** When it expires, in milliseconds since 1970; never by default. */
  readonly expiresAt?: number | undefined;
}

/** What an instance begins with. */
export interface Seed {
  /** Users. */
  readonly users?: readonly SeedUser[] | undefined;
  /** Organizations. */
  readonly organizations?: readonly SeedOrganization[] | undefined;
}

/**
 * Adds to a store.
 *
 * @throws {TypeError} When an identifier is malformed or taken.
 */
export async function plantSeed(
  store: Store,
  seed: Seed,
  now: number,
): Promise<void> {
  for (const user of seed.users ?? []) await plantUser(store, user, now);
  for (const each of seed.organizations ?? []) {
    plantOrganization(store, each, now);
  }
}

async function plantUser(store: Store, seed: SeedUser, now: number) {
  const at = seed.createdAt ?? now;
  const none: readonly string[] = [];
  if (seed.id !== undefined && store.users.get(seed.id)) {
    throw cannot(`user "${seed.id}"`, "there is one of that id already");
  }
  try {
    const factors = await plantFactors(store, seed, at);
    const emails = makeIdentifications(
      store,
      "emails",
      seed.emailAddress ?? none,
      none,
      at,
    );
    const phones = makeIdentifications(
      store,
      "phones",
      seed.phoneNumber ?? none,
      none,
      at,
    );
    const wallets = makeIdentifications(
      store,
      "wallets",
      seed.web3Wallet ?? none,
      none,
      at,
    );
    const user: UserRow = {
      ...makeUser(startRow(store, "user", at, seed.id)),
      emails,
      phones,
      wallets,
      primaryEmailId: emails[0]?.id ?? null,
      primaryPhoneId: phones[0]?.id ?? null,
      primaryWalletId: wallets[0]?.id ?? null,
      username: seed.username ?? null,
      externalId: seed.externalId ?? null,
      firstName: seed.firstName ?? null,
      lastName: seed.lastName ?? null,
      publicMetadata: seed.publicMetadata ?? {},
      privateMetadata: seed.privateMetadata ?? {},
      unsafeMetadata: seed.unsafeMetadata ?? {},
      banned: seed.banned ?? false,
      ...factors,
      ...plantAccounts(store, seed, at),
    };
    checkNames(store, user);
    store.users.put(structuredClone(user));
  } catch (error) {
    const why = error instanceof Error ? error.message : "it is malformed";
    throw cannot(`user "${seed.id ?? ""}"`, why, error);
  }
}

async function plantFactors(
  store: Store,
  seed: SeedUser,
  at: number,
): Promise<Partial<UserRow>> {
  const { password, totpSecret, backupCodes = [], passkeys = [] } = seed;
  return {
    ...(password !== undefined && {
      password: await digestPassword(password),
      passwordSetAt: at,
    }),
    ...(totpSecret !== undefined && { totpSecret, mfaEnabledAt: at }),
    backupCodes: await Promise.all(
      backupCodes.map((code) => digestPassword(code)),
    ),
    passkeys: passkeys.map(({ id = store.ids.next("idn"), name }) => ({
      id,
      object: "passkey",
      name,
      last_used_at: at,
      verification: {
        object: "verification_passkey",
        status: "verified",
        strategy: "passkey",
        attempts: null,
        expire_at: null,
      },
    })),
  };
}

function plantAccounts(
  store: Store,
  seed: SeedUser,
  at: number,
): Partial<UserRow> {
  const accounts = (seed.externalAccounts ?? []).map((account) => ({
    ...account,
    id: account.id ?? store.ids.next("eac"),
  }));
  return {
    externalAccounts: accounts.map((account) => ({
      object: "external_account",
      id: account.id,
      provider: account.provider,
      identification_id: store.ids.next("idn"),
      provider_user_id: account.providerUserId,
      approved_scopes: (account.scopes ?? []).join(" "),
      email_address: account.emailAddress,
      first_name: seed.firstName ?? "",
      last_name: seed.lastName ?? "",
      image_url: null,
      username: null,
      phone_number: null,
      public_metadata: {},
      label: null,
      created_at: at,
      updated_at: at,
      verification: {
        object: "verification_oauth",
        status: "verified",
        strategy: account.provider,
        attempts: null,
        expire_at: at,
      },
    })),
    oauthTokens: accounts.filter(({ token }) => token !== undefined)
      .map((account) => ({
        object: "oauth_access_token",
        external_account_id: account.id,
        provider_user_id: account.providerUserId,
        token: account.token,
        expires_at: null,
        provider: account.provider,
        public_metadata: {},
        label: null,
        scopes: account.scopes ?? [],
      })),
    trustedDevices: (seed.trustedDevices ?? []).map((device) => ({
      object: "trusted_device",
      id: device.id ?? store.ids.next("tdev"),
      platform: device.platform,
      app_identifier: device.appIdentifier,
      name: device.name ?? null,
      algorithm: "ES256",
      status: "active",
      created_at: at,
      updated_at: at,
      last_used_at: null,
      revoked_at: null,
    })),
  };
}

function plantOrganization(
  store: Store,
  seed: SeedOrganization,
  now: number,
): void {
  const row = startRow(store, "org", now, seed.id);
  const slug = seed.slug ?? seed.name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const publicMetadata = seed.publicMetadata ?? {};
  store.organizations.put({ ...row, name: seed.name, slug, publicMetadata });
  for (const { userId, role, permissions = [] } of seed.members ?? []) {
    if (!store.users.get(userId)) {
      throw cannot(`member "${userId}"`, "there is no such user");
    }
    store.memberships.put({
      ...startRow(store, "orgmem", now),
      userId,
      organizationId: row.id,
      role: fullRole(role),
      permissions,
      publicMetadata: {},
    });
  }
  for (const invitation of seed.invitations ?? []) {
    store.invitations.put({
      ...startRow(store, "orginv", now),
      emailAddress: invitation.emailAddress.toLowerCase(),
      organizationId: row.id,
      role: fullRole(invitation.role),
      status: invitation.status ?? "pending",
      expiresAt: invitation.expiresAt ?? null,
    });
  }
}

function fullRole(role = "member"): string {
  return role.startsWith("org:") ? role : `org:${role}`;
}

function cannot(what: string, why: string, cause?: unknown): TypeError {
  return new TypeError(`Cannot seed the ${what}: ${why}`, { cause });
}
