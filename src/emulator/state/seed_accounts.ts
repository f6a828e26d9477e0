import { digestPassword } from "./digest.ts";
import type {
  SeedExternalAccount,
  SeedPasskey,
  SeedTrustedDevice,
  SeedUser,
} from "./seed_types.ts";
import type { Store } from "./store.ts";
import type { PasswordDigest, UserRow } from "./user.ts";
import type { JsonObject } from "../../text/json.ts";

/** What is kept of the secrets of a seeded user. */
export interface Secrets {
  /** The digest of the password. */
  readonly password: PasswordDigest | undefined;
  /** The digests of the backup codes. */
  readonly backupCodes: readonly PasswordDigest[];
}

/** What is kept of the secrets of a user who has none. */
export const NO_SECRETS: Secrets = { password: undefined, backupCodes: [] };

/** Whether a seeded user has secrets of which only digests are kept. */
export function hasSecrets({ password, backupCodes }: SeedUser): boolean {
  return password !== undefined || backupCodes !== undefined;
}

/** Makes digests of the secrets of a seeded user. */
export async function digestSecrets(
  { password, backupCodes = [] }: SeedUser,
): Promise<Secrets> {
  return {
    password: password === undefined
      ? undefined
      : await digestPassword(password),
    backupCodes: await Promise.all(
      backupCodes.map((code) => digestPassword(code)),
    ),
  };
}

/** Makes what a seeded user proves to be the user with. */
export function makeFactors(
  store: Store,
  { totpSecret, passkeys = [] }: SeedUser,
  { password, backupCodes }: Secrets,
  at: number,
): Partial<UserRow> {
  return {
    ...(password && { password, passwordSetAt: at }),
    ...(totpSecret !== undefined && { totpSecret, mfaEnabledAt: at }),
    backupCodes,
    passkeys: passkeys.map((passkey) => makePasskey(store, passkey, at)),
  };
}

/** Makes what a seeded user has elsewhere. */
export function makeAccounts(
  store: Store,
  seed: SeedUser,
  at: number,
): Partial<UserRow> {
  const accounts = (seed.externalAccounts ?? []).map((account) => ({
    ...account,
    id: account.id ?? store.ids.next("eac"),
  }));
  return {
    externalAccounts: accounts
      .map((account) => makeAccount(store, seed, account, at)),
    oauthTokens: accounts.filter(({ token }) => token !== undefined)
      .map(makeOAuthToken),
    trustedDevices: (seed.trustedDevices ?? [])
      .map((device) => makeDevice(store, device, at)),
  };
}

function makePasskey(
  store: Store,
  { id = store.ids.next("idn"), name }: SeedPasskey,
  at: number,
): JsonObject {
  return {
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
  };
}

function makeAccount(
  store: Store,
  seed: SeedUser,
  account: SeedExternalAccount,
  at: number,
): JsonObject {
  return {
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
  };
}

function makeOAuthToken(account: SeedExternalAccount): JsonObject {
  return {
    object: "oauth_access_token",
    external_account_id: account.id,
    provider_user_id: account.providerUserId,
    token: account.token,
    expires_at: null,
    provider: account.provider,
    public_metadata: {},
    label: null,
    scopes: account.scopes ?? [],
  };
}

function makeDevice(
  store: Store,
  device: SeedTrustedDevice,
  at: number,
): JsonObject {
  return {
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
  };
}
