import type { EmailAddress } from "./email_address.ts";
import type { EnterpriseAccount } from "./enterprise_account.ts";
import type { ExternalAccount } from "./external_account.ts";
import type {
  UserPrivateMetadata,
  UserPublicMetadata,
  UserUnsafeMetadata,
} from "./metadata.ts";
import type { OrganizationMembership } from "./organization_membership.ts";
import type { Passkey } from "./passkey.ts";
import type { PhoneNumber } from "./phone_number.ts";
import type { SamlAccount } from "./saml_account.ts";
import type { Web3Wallet } from "./web3_wallet.ts";

/** Somebody who can sign in to your application. A plain object, fit for JSON. */
export interface User {
  /** What this is. */
  readonly object: "user";
  /** Its id, `user_…`. */
  readonly id: string;
  /** The user's id in your own system, or null. */
  readonly externalId: string | null;
  /** Which of `emailAddresses` is the primary one, or null. */
  readonly primaryEmailAddressId: string | null;
  /** Which of `phoneNumbers` is the primary one, or null. */
  readonly primaryPhoneNumberId: string | null;
  /** Which of `web3Wallets` is the primary one, or null. */
  readonly primaryWeb3WalletId: string | null;
  /** The user name, or null. */
  readonly username: string | null;
  /** The given name, or null. */
  readonly firstName: string | null;
  /** The family name, or null. */
  readonly lastName: string | null;
  /** The language, as a tag such as `en-US`, or null. */
  readonly locale?: string | null;
  /** The time zone, such as `Europe/Paris`, or null. */
  readonly timezone?: string | null;
  /**
   * The picture.
   *
   * @deprecated Use `imageUrl`.
   */
  readonly profileImageUrl?: string;
  /** The picture, or one made from the name. */
  readonly imageUrl?: string;
  /** Whether a picture has been uploaded. */
  readonly hasImage: boolean;
  /** What your application keeps about the user, for anybody to read. */
  readonly publicMetadata: UserPublicMetadata;
  /** What your application keeps about the user, for the backend alone. */
  readonly privateMetadata?: UserPrivateMetadata | null;
  /** What the user's own browser may write: never trust it. */
  readonly unsafeMetadata?: UserUnsafeMetadata;
  /** All e-mail addresses. */
  readonly emailAddresses: readonly EmailAddress[];
  /** All phone numbers. */
  readonly phoneNumbers: readonly PhoneNumber[];
  /** All wallets. */
  readonly web3Wallets: readonly Web3Wallet[];
  /** All passkeys. */
  readonly passkeys: readonly Passkey[];
  /** Whether the user has a password. */
  readonly passwordEnabled: boolean;
  /** Whether signing in takes a second factor. */
  readonly twoFactorEnabled: boolean;
  /** Whether the user has an authenticator app. */
  readonly totpEnabled: boolean;
  /** Whether the user has backup codes. */
  readonly backupCodeEnabled: boolean;
  /** When the second factor was switched on, in milliseconds since 1970, or null. */
  readonly mfaEnabledAt: number | null;
  /** When the second factor was switched off, in milliseconds since 1970, or null. */
  readonly mfaDisabledAt: number | null;
  /** When the password last changed, in milliseconds since 1970, or null. */
  readonly passwordLastUpdatedAt?: number | null;
  /** All connected accounts of OAuth providers. */
  readonly externalAccounts: readonly ExternalAccount[];
  /** All accounts of SAML providers. */
  readonly samlAccounts: readonly SamlAccount[];
  /** All accounts of enterprise connections. */
  readonly enterpriseAccounts: readonly EnterpriseAccount[];
  /** The places in organizations; most answers leave them out. */
  readonly organizationMemberships?: readonly OrganizationMembership[];
  /** When the user last signed in, in milliseconds since 1970, or null. */
  readonly lastSignInAt: number | null;
  /** Whether the user is banned, and so cannot sign in. */
  readonly banned: boolean;
  /** Whether the user is locked after too many wrong attempts. */
  readonly locked: boolean;
  /** Whether a directory has withdrawn the user. */
  readonly deprovisioned?: boolean;
  /** How long the lock still holds, in seconds, or null. */
  readonly lockoutExpiresInSeconds: number | null;
  /** How many wrong attempts are left before the lock, or null. */
  readonly verificationAttemptsRemaining: number | null;
  /** When the user last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
  /** When the user was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** Whether users may delete themselves. */
  readonly deleteSelfEnabled: boolean;
  /** Whether the user may make organizations. */
  readonly createOrganizationEnabled: boolean;
  /** How many organizations the user may make, or null for no limit. */
  readonly createOrganizationsLimit?: number | null;
  /** The day of the user's last activity, in milliseconds since 1970, or null. */
  readonly lastActiveAt: number | null;
  /** When the user accepted the legal terms, in milliseconds since 1970, or null. */
  readonly legalAcceptedAt: number | null;
  /** Whether the user may sign in on a new device without further proof. */
  readonly bypassClientTrust?: boolean;
  /** The directory that provisions the user, or null. */
  readonly scim?: UserScim | null;
}

/** The directory that provisions a user. */
export interface UserScim {
  /** The directory's id. */
  readonly directoryId: string;
  /** Whether the directory is switched on. */
  readonly directoryEnabled?: boolean;
  /** The user's id in the directory, or null. */
  readonly externalId: string | null;
}
