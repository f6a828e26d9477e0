import {
  checkNames,
  makeIdentifications,
  normalizeUsername,
} from "./identifiers.ts";
import { plantAccess } from "./seed_access.ts";
import {
  digestSecrets,
  hasSecrets,
  makeAccounts,
  makeFactors,
  NO_SECRETS,
  type Secrets,
} from "./seed_accounts.ts";
import {
  cannotSeed,
  plantOrganization,
  plantRole,
} from "./seed_organizations.ts";
import { checkMembers } from "./seed_members.ts";
import { plantSignUp } from "./seed_sign_up.ts";
import type { Seed, SeedUser } from "./seed_types.ts";
import { allOrNothing, startRow, type Store } from "./store.ts";
import { makeUser, type UserRow } from "./user.ts";

/**
 * Writes down a seed that somebody gave, so that nobody has a hold on it and
 * keeping it for later takes a small part of the memory.
 *
 * @returns Its JSON.
 * @throws {TypeError} When it has what is not known or of the wrong type.
 */
export function writeSeed(given: Seed): string {
  checkMembers(given);
  return JSON.stringify(given);
}

function readSeed(written: string): Seed {
  const seed: unknown = JSON.parse(written);
  // Again: what has a toJSON, as dates do, may have become anything.
  checkMembers(seed);
  return seed;
}

/**
 * Adds to a store: all of a seed or, when it is refused, nothing.
 *
 * @param written What `writeSeed` gave.
 * @throws {TypeError} When something in it is taken, or names what is not
 * there.
 */
export async function plantSeed(
  store: Store,
  written: string,
  now: number,
): Promise<void> {
  const seed = readSeed(written);
  const users = seed.users ?? [];
  const secrets = new Map<SeedUser, Secrets>();
  for (const user of users.filter(hasSecrets)) {
    secrets.set(user, await digestSecrets(user));
  }
  // From here on nothing waits, so that no request sees half of a seed.
  allOrNothing(store, () => {
    for (const user of users) {
      plantUser(store, user, secrets.get(user) ?? NO_SECRETS, now);
    }
    for (const role of seed.roles ?? []) plantRole(store, role, now);
    for (const each of seed.organizations ?? []) {
      plantOrganization(store, each, now);
    }
    plantAccess(store, seed, now);
    plantSignUp(store, seed, now);
  });
}

function plantUser(
  store: Store,
  seed: SeedUser,
  secrets: Secrets,
  now: number,
): void {
  const at = seed.createdAt ?? now;
  const factors = makeFactors(store, seed, secrets, at);
  if (seed.id !== undefined && store.users.get(seed.id)) {
    throw cannotSeed(`user "${seed.id}"`, "there is one of that id already");
  }
  try {
    const user: UserRow = {
      ...makeUser(startRow(store, "user", at, seed.id)),
      ...makeIdentifiers(store, seed, at),
      ...factors,
      ...makeAccounts(store, seed, at),
      username: seed.username ? normalizeUsername(seed.username) : null,
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
