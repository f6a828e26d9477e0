import type { JsonObject } from "../../text/json.ts";
import type { Identification, UserRow } from "./user.ts";

/** How many wrong codes lock a user. */
const ATTEMPTS = 100;

/**
 * Writes a user as the API does.
 *
 * @param user The user.
 * @param now The time in milliseconds since 1970.
 * @param origin Where images are.
 */
export function writeUser(
  user: UserRow,
  now: number,
  origin: string,
): JsonObject {
  const image = `${origin}/images/${user.imageId ?? "default"}`;
  return {
    id: user.id,
    object: "user",
    username: user.username,
    first_name: user.firstName,
    last_name: user.lastName,
    locale: user.locale,
    ...(user.timezone !== null && { timezone: user.timezone }),
    image_url: image,
    profile_image_url: image,
    has_image: user.imageId !== null,
    ...writeIdentifiers(user),
    ...writeSecurity(user, now),
    public_metadata: user.publicMetadata,
    private_metadata: user.privateMetadata,
    unsafe_metadata: user.unsafeMetadata,
    external_id: user.externalId,
    created_at: user.createdAt,
    updated_at: user.updatedAt,
    last_sign_in_at: user.lastSignInAt,
    last_active_at: user.lastActiveAt,
    legal_accepted_at: user.legalAcceptedAt,
    delete_self_enabled: user.deleteSelfEnabled,
    create_organization_enabled: user.createOrganizationEnabled,
    create_organizations_limit: user.createOrganizationsLimit,
  };
}

function writeIdentifiers(user: UserRow): JsonObject {
  return {
    primary_email_address_id: user.primaryEmailId,
    primary_phone_number_id: user.primaryPhoneId,
    primary_web3_wallet_id: user.primaryWalletId,
    email_addresses: user.emails.map(writeEmail),
    phone_numbers: user.phones.map(writePhone),
    web3_wallets: user.wallets.map(writeWallet),
    passkeys: user.passkeys,
    external_accounts: user.externalAccounts,
    saml_accounts: [],
    enterprise_accounts: [],
  };
}

/** Whether a user proves who it is by an authenticator app or a phone as well. */
export function hasSecondFactor({ totpSecret, phones }: UserRow): boolean {
  return totpSecret !== null || phones.some(({ isFactor }) => isFactor);
}

function writeSecurity(user: UserRow, now: number): JsonObject {
  const left = (user.lockedUntil ?? now) - now;
  const locked = left > 0;
  return {
    password_enabled: user.password !== null,
    password_last_updated_at: user.passwordSetAt,
    two_factor_enabled: hasSecondFactor(user),
    totp_enabled: user.totpSecret !== null,
    backup_code_enabled: user.backupCodes.length > 0,
    mfa_enabled_at: user.mfaEnabledAt,
    mfa_disabled_at: user.mfaDisabledAt,
    banned: user.banned,
    locked,
    lockout_expires_in_seconds: locked ? Math.ceil(left / 1_000) : null,
    verification_attempts_remaining: locked ? 0 : ATTEMPTS,
    bypass_client_trust: user.bypassClientTrust,
  };
}

/** Writes an e-mail address as the API does. */
export function writeEmail(email: Identification): JsonObject {
  return {
    ...writeIdentification("email_address", email, "email_code"),
    reserved: email.status === "reserved",
    linked_to: [],
    matches_sso_connection: false,
  };
}

/** Writes a phone number as the API does. */
export function writePhone(phone: Identification): JsonObject {
  return {
    ...writeIdentification("phone_number", phone, "phone_code"),
    reserved: phone.status === "reserved",
    reserved_for_second_factor: phone.isFactor === true,
    default_second_factor: phone.isFactor === true,
    linked_to: [],
    backup_codes: null,
  };
}

function writeWallet(wallet: Identification): JsonObject {
  return writeIdentification("web3_wallet", wallet, "web3_metamask_signature");
}

function writeIdentification(
  object: string,
  { id, value, status, createdAt, byCode }: Identification,
  strategy: string,
): JsonObject {
  return {
    id,
    object,
    [object]: value,
    verification: status === "reserved"
      ? null
      : status === "verified" && !byCode
      ? {
        object: "verification_admin",
        status,
        strategy: "admin",
        attempts: null,
        expire_at: null,
      }
      : {
        object: "verification_otp",
        status,
        strategy,
        attempts: byCode ? 1 : 0,
        expire_at: null,
      },
    created_at: createdAt,
    updated_at: createdAt,
  };
}
