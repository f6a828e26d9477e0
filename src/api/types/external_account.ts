import type { ExternalAccountVerification } from "./verification.ts";

/** An account at an OAuth provider that a user has connected. */
export interface ExternalAccount {
  /** What this is; the two older names are still sent for some accounts. */
  readonly object: "external_account" | "facebook_account" | "google_account";
  /** Its id, `eac_…`. */
  readonly id: string;
  /** The provider, such as `oauth_google`. */
  readonly provider: string;
  /** The identification that it stands for, `idn_…`. */
  readonly identificationId: string;
  /** The user's id at the provider. */
  readonly providerUserId: string;
  /** The scopes that the user has granted, parted by spaces. */
  readonly approvedScopes: string;
  /** The e-mail address that the provider gave; may be empty. */
  readonly emailAddress: string;
  /** Whether the provider vouches for that address, or null. */
  readonly emailAddressVerified?: boolean | null;
  /** The given name that the provider gave; may be empty. */
  readonly firstName: string;
  /** The family name that the provider gave; may be empty. */
  readonly lastName: string;
  /**
   * The user's picture at the provider.
   *
   * @deprecated Use `imageUrl`.
   */
  readonly avatarUrl?: string;
  /** The user's picture at the provider, or null. */
  readonly imageUrl?: string | null;
  /** The user's name at the provider, or null. */
  readonly username?: string | null;
  /** The phone number that the provider gave, or null. */
  readonly phoneNumber?: string | null;
  /** What the provider told beyond the above; keys as they were sent. */
  readonly publicMetadata: { readonly [name: string]: unknown };
  /** A name that tells two accounts of one provider apart, or null. */
  readonly label?: string | null;
  /** When it was connected, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
  /** How it was verified, or null. */
  readonly verification: ExternalAccountVerification | null;
}
