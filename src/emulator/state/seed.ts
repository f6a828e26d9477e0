import { checkNames, makeIdentifications } from "./identifiers.ts";
import { plantAccess } from "./seed_access.ts";
import { makeAccounts, makeFactors } from "./seed_accounts.ts";
import type {
  Seed,
  SeedInvitation,
  SeedMember,
  SeedOrganization,
  SeedUser,
} from "./seed_types.ts";
import { startRow, type Store } from "./store.ts";
import { makeUser, type UserRow } from "./user.ts";

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
  plantAccess(store, seed, now);
}

async function plantUser(store: Store, seed: SeedUser, now: number) {
  const at = seed.createdAt ?? now;
  const factors = await makeFactors(store, seed, at);
  if (seed.id !== undefined && store.users.get(seed.id)) {
    throw cannot(`user "${seed.id}"`, "there is one of that id already");
  }
  try {
    const user: UserRow = {
      ...makeUser(startRow(store, "user", at, seed.id)),
      ...makeIdentifiers(store, seed, at),
      ...factors,
      ...makeAccounts(store, seed, at),
      username: seed.username ?? null,
      externalId: seed.externalId ?? null,
      firstName: seed.firstName ?? null,
      lastName: seed.lastName ?? null,
      publicMetadata: seed.publicMetadata ?? {},
      privateMetadata: seed.privateMetadata ?? {},
      unsafeMetadata: seed.unsafeMetadata ?? {},
      banned: seed.banned ?? false,
    };
    checkNames(store, user);
    store.users.put(structuredClone(user));
  } catch (error) {
    const why = error instanceof Error ? error.message : "it is malformed";
    throw cannot(`user "${seed.id ?? seed.emailAddress ?? ""}"`, why, error);
  }
}

function makeIdentifiers(
  store: Store,
  seed: SeedUser,
  at: number,
): Partial<UserRow> {
  const make = (
    kind: "emails" | "phones" | "wallets",
    values: readonly string[] = [],
  ) => makeIdentifications(store, kind, values, [], at);
  const emails = make("emails", seed.emailAddress);
  const phones = make("phones", seed.phoneNumber);
  const wallets = make("wallets", seed.web3Wallet);
  return {
    emails,
    phones,
    wallets,
    primaryEmailId: emails[0]?.id ?? null,
    primaryPhoneId: phones[0]?.id ?? null,
    primaryWalletId: wallets[0]?.id ?? null,
  };
}

function plantOrganization(
  store: Store,
  seed: SeedOrganization,
  now: number,
): void {
  const row = startRow(store, "org", now, seed.id);
  const slug = seed.slug ?? seed.name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const publicMetadata = structuredClone(seed.publicMetadata ?? {});
  store.organizations.put({ ...row, name: seed.name, slug, publicMetadata });
  for (const member of seed.members ?? []) {
    plantMember(store, row.id, member, now);
  }
  for (const invitation of seed.invitations ?? []) {
    plantInvitation(store, row.id, invitation, now);
  }
}

function plantMember(
  store: Store,
  organizationId: string,
  { userId, role, permissions = [] }: SeedMember,
  now: number,
): void {
  if (!store.users.get(userId)) {
    throw cannot(`member "${userId}"`, "there is no such user");
  }
  store.memberships.put({
    ...startRow(store, "orgmem", now),
    userId,
    organizationId,
    role: fullRole(role),
    permissions: [...permissions],
    publicMetadata: {},
  });
}

function plantInvitation(
  store: Store,
  organizationId: string,
  { emailAddress, role, status = "pending", expiresAt }: SeedInvitation,
  now: number,
): void {
  store.invitations.put({
    ...startRow(store, "orginv", now),
    emailAddress: emailAddress.toLowerCase(),
    organizationId,
    role: fullRole(role),
    status,
    expiresAt: expiresAt ?? null,
  });
}

function fullRole(role = "member"): string {
  return role.startsWith("org:") ? role : `org:${role}`;
}

function cannot(what: string, why: string, cause?: unknown): TypeError {
  return new TypeError(`Cannot seed the ${what}: ${why}`, { cause });
}
