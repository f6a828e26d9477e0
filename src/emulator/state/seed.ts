import { checkNames, makeIdentifications } from "./identifiers.ts";
import { plantAccess } from "./seed_access.ts";
import { makeAccounts, makeFactors } from "./seed_accounts.ts";
import {
  cannotSeed,
  plantOrganization,
  plantRole,
} from "./seed_organizations.ts";
import { checkMembers } from "./seed_members.ts";
import { plantSignUp } from "./seed_sign_up.ts";
import type { Seed, SeedUser } from "./seed_types.ts";
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
  checkMembers(seed);
  for (const user of seed.users ?? []) await plantUser(store, user, now);
  for (const role of seed.roles ?? []) plantRole(store, role, now);
  for (const each of seed.organizations ?? []) {
    plantOrganization(store, each, now);
  }
  plantAccess(store, seed, now);
  plantSignUp(store, seed, now);
}

async function plantUser(store: Store, given: SeedUser, now: number) {
  // A copy, which the caller has no hold on.
  const seed = structuredClone(given);
  const at = seed.createdAt ?? now;
  const factors = await makeFactors(store, seed, at);
  if (seed.id !== undefined && store.users.get(seed.id)) {
    throw cannotSeed(`user "${seed.id}"`, "there is one of that id already");
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
    store.users.put(user);
  } catch (error) {
    const why = error instanceof Error ? error.message : "it is malformed";
    throw cannotSeed(
      `user "${seed.id ?? seed.emailAddress ?? ""}"`,
      why,
      error,
    );
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
