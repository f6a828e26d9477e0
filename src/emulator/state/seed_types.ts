import type { JsonObject } from "../../text/json.ts";
import type { SeedAccess } from "./seed_access_types.ts";
import type { SeedSignUp } from "./seed_sign_up.ts";

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
  /** What members may read. */
  readonly publicMetadata?: JsonObject | undefined;
  /** What only the backend may read. */
  readonly privateMetadata?: JsonObject | undefined;
  /** How many members it may have; any number by default. */
  readonly maxAllowedMemberships?: number | undefined;
  /** The id of the user who made it. */
  readonly createdBy?: string | undefined;
  /** When it was made, in milliseconds since 1970; now by default. */
  readonly createdAt?: number | undefined;
  /** Its domains. */
  readonly domains?: readonly SeedOrganizationDomain[] | undefined;
  /** Its members. */
  readonly members?: readonly SeedMember[] | undefined;
  /** Who is invited. */
  readonly invitations?: readonly SeedInvitation[] | undefined;
}

/** A member to begin with. */
export interface SeedMember {
  /** The user. */
  readonly userId: string;
  /**
   * The role, with or without `org:`; `member` by default. One that there is not
   * yet is made.
   */
  readonly role?: string | undefined;
  /** Permissions beside those of the role, such as `org:invoices:read`. */
  readonly permissions?: readonly string[] | undefined;
  /** What members may read. */
  readonly publicMetadata?: JsonObject | undefined;
  /** What only the backend may read. */
  readonly privateMetadata?: JsonObject | undefined;
}

/** A domain of an organization to begin with. */
export interface SeedOrganizationDomain {
  /** The domain, such as `example.com`. */
  readonly name: string;
  /** How users with an address of it get in; by invitation by default. */
  readonly enrollmentMode?:
    | "manual_invitation"
    | "automatic_invitation"
    | "automatic_suggestion"
    | undefined;
  /** Whether it is verified; it is by default. */
  readonly verified?: boolean | undefined;
}

/**
 * A role to begin with, in the set of roles that organizations get. One that
 * there is already, as `org:admin` and `org:member` always are, gets the
 * permissions as well.
 */
export interface SeedRole {
  /** The name in code, with or without `org:`. */
  readonly key: string;
  /** The name; made from the key by default. */
  readonly name?: string | undefined;
  /** What it permits, such as `org:invoices:read`. */
  readonly permissions?: readonly string[] | undefined;
}

/** An invitation to begin with. */
export interface SeedInvitation {
  /** The id; made up by default. */
  readonly id?: string | undefined;
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
export interface Seed extends SeedAccess, SeedSignUp {
  /** Users. */
  readonly users?: readonly SeedUser[] | undefined;
  /** Roles in organizations. */
  readonly roles?: readonly SeedRole[] | undefined;
  /** Organizations. */
  readonly organizations?: readonly SeedOrganization[] | undefined;
}
