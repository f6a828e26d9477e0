import type {
  MetadataPatch,
  UserPrivateMetadata,
  UserPublicMetadata,
  UserUnsafeMetadata,
} from "./metadata.ts";

/** How a password digest was made. */
export type PasswordHasher =
  | "argon2i"
  | "argon2id"
  | "awscognito"
  | "bcrypt"
  | "bcrypt_sha256_django"
  | "ldap_ssha"
  | "md5"
  | "md5_phpass"
  | "pbkdf2_sha1"
  | "pbkdf2_sha256"
  | "pbkdf2_sha256_django"
  | "phpass"
  | "scrypt_firebase"
  | "scrypt_werkzeug"
  | "sha256"
  | (string & Record<never, never>);

/** A password in clear text, or none. */
export interface ClearPassword {
  /** The password, at least 8 characters. */
  readonly password?: string | null | undefined;
  /** Goes with {@linkcode HashedPassword} only. */
  readonly passwordDigest?: undefined;
  /** Goes with {@linkcode HashedPassword} only. */
  readonly passwordHasher?: undefined;
}

/** A password as another system has stored it. */
export interface HashedPassword {
  /** Goes with {@linkcode ClearPassword} only. */
  readonly password?: undefined;
  /** The digest, in the form that goes with its algorithm. */
  readonly passwordDigest: string;
  /** The algorithm that the digest was made with. */
  readonly passwordHasher: PasswordHasher;
}

/** What new and existing users have in common. */
export interface UserProfileParams {
  /** The user's id in your own system; unique. */
  readonly externalId?: string | null | undefined;
  /** The given name. */
  readonly firstName?: string | null | undefined;
  /** The family name. */
  readonly lastName?: string | null | undefined;
  /** The language, as a tag such as `en-US`. */
  readonly locale?: string | null | undefined;
  /** The time zone, such as `Europe/Paris`. */
  readonly timezone?: string | null | undefined;
  /** The user name; unique. */
  readonly username?: string | null | undefined;
  /** Whether to take the password without checking its strength. */
  readonly skipPasswordChecks?: boolean | null | undefined;
  /** The secret of an authenticator app, in base32, to carry it over. */
  readonly totpSecret?: string | null | undefined;
  /** Backup codes, plain or hashed with bcrypt, to carry them over. */
  readonly backupCodes?: readonly string[] | undefined;
  /** Whether users may delete themselves. */
  readonly deleteSelfEnabled?: boolean | null | undefined;
  /** When the user accepted the legal terms, as a date or in RFC 3339 form. */
  readonly legalAcceptedAt?: Date | string | null | undefined;
  /** Whether to do without the user's consent to the legal terms. */
  readonly skipLegalChecks?: boolean | null | undefined;
  /** Whether the user may make organizations. */
  readonly createOrganizationEnabled?: boolean | null | undefined;
  /** How many organizations the user may make; 0 for no limit. */
  readonly createOrganizationsLimit?: number | null | undefined;
  /** When the user was made, as a date or in RFC 3339 form, to carry it over. */
  readonly createdAt?: Date | string | null | undefined;
  /** Whether the user may sign in on a new device without further proof. */
  readonly bypassClientTrust?: boolean | null | undefined;
}

/** What `createUser` takes beside a password. */
export interface NewUserParams extends UserProfileParams {
  /** E-mail addresses; the first one becomes the primary one. */
  readonly emailAddress?: readonly string[] | undefined;
  /** For each e-mail address whether it counts as verified; `verified` by default. */
  readonly emailAddressIdentificationStatus?:
    | readonly ("verified" | "reserved")[]
    | undefined;
  /** Phone numbers in E.164 form; the first one becomes the primary one. */
  readonly phoneNumber?: readonly string[] | undefined;
  /** For each phone number whether it counts as verified; `verified` by default. */
  readonly phoneNumberIdentificationStatus?:
    | readonly ("verified" | "reserved")[]
    | undefined;
  /** Wallets; the first one becomes the primary one. */
  readonly web3Wallet?: readonly string[] | undefined;
  /** Whether to do without a password although the instance asks for one. */
  readonly skipPasswordRequirement?: boolean | null | undefined;
  /** Whether to do without anything else that the instance asks for. */
  readonly skipUserRequirement?: boolean | null | undefined;
  /** What your application keeps about the user, for anybody to read. */
  readonly publicMetadata?: UserPublicMetadata | undefined;
  /** What your application keeps about the user, for the backend alone. */
  readonly privateMetadata?: UserPrivateMetadata | undefined;
  /** What the user's own browser may write later. */
  readonly unsafeMetadata?: UserUnsafeMetadata | undefined;
  /** Whether the user starts out banned. */
  readonly banned?: boolean | null | undefined;
  /** Whether the user starts out locked. */
  readonly locked?: boolean | null | undefined;
}

/** What `createUser` takes. */
export type CreateUserParams =
  & NewUserParams
  & (ClearPassword | HashedPassword);

/** What `updateUser` takes beside a password. A member left out stays as it is. */
export interface UserChangeParams extends UserProfileParams {
  /** Which of the user's verified e-mail addresses is to be the primary one. */
  readonly primaryEmailAddressId?: string | null | undefined;
  /** Whether to tell the former primary e-mail address about the change. */
  readonly notifyPrimaryEmailAddressChanged?: boolean | null | undefined;
  /** Which of the user's verified phone numbers is to be the primary one. */
  readonly primaryPhoneNumberId?: string | null | undefined;
  /** Which of the user's verified wallets is to be the primary one. */
  readonly primaryWeb3WalletId?: string | null | undefined;
  /** The picture, by the id of an uploaded one. */
  readonly profileImageId?: string | null | undefined;
  /** Whether to end the user's sessions when the password changes. */
  readonly signOutOfOtherSessions?: boolean | null | undefined;
  /**
   * Replaces the public metadata as a whole, by a second request.
   *
   * @deprecated Use `updateUserMetadata` to merge, `replaceUserMetadata` to replace.
   */
  readonly publicMetadata?: UserPublicMetadata | undefined;
  /**
   * Replaces the private metadata as a whole, by a second request.
   *
   * @deprecated Use `updateUserMetadata` to merge, `replaceUserMetadata` to replace.
   */
  readonly privateMetadata?: UserPrivateMetadata | undefined;
  /**
   * Replaces the unsafe metadata as a whole, by a second request.
   *
   * @deprecated Use `updateUserMetadata` to merge, `replaceUserMetadata` to replace.
   */
  readonly unsafeMetadata?: UserUnsafeMetadata | undefined;
}

/** What `updateUser` takes. */
export type UpdateUserParams =
  & UserChangeParams
  & (ClearPassword | HashedPassword);

/** What `updateUserMetadata` takes: changes to be merged, null to remove. */
export interface UpdateUserMetadataParams {
  /** Changes to what anybody may read. */
  readonly publicMetadata?: MetadataPatch<UserPublicMetadata> | undefined;
  /** Changes to what the backend alone may read. */
  readonly privateMetadata?: MetadataPatch<UserPrivateMetadata> | undefined;
  /** Changes to what the user's own browser may write. */
  readonly unsafeMetadata?: MetadataPatch<UserUnsafeMetadata> | undefined;
}

/** What `replaceUserMetadata` takes. A member left out stays as it is. */
export interface ReplaceUserMetadataParams {
  /** What anybody may read, as a whole. */
  readonly publicMetadata?: UserPublicMetadata | undefined;
  /** What the backend alone may read, as a whole. */
  readonly privateMetadata?: UserPrivateMetadata | undefined;
  /** What the user's own browser may write, as a whole. */
  readonly unsafeMetadata?: UserUnsafeMetadata | undefined;
}

/** Whether a new address or number counts as verified. */
export type IdentificationStatus = "verified" | "reserved" | "unverified";

/** What `replaceUserEmailAddress` takes. */
export interface ReplaceUserEmailAddressParams {
  /** The address. */
  readonly emailAddress: string;
  /** Whether it counts as verified; `verified` by default. */
  readonly identificationStatus?: IdentificationStatus | undefined;
  /** Whether to tell the former address about the change; false by default. */
  readonly notifyPrimaryEmailAddressChanged?: boolean | null | undefined;
}

/** What `replaceUserPhoneNumber` takes. */
export interface ReplaceUserPhoneNumberParams {
  /** The number in E.164 form, such as `+15555550100`. */
  readonly phoneNumber: string;
  /** Whether it counts as verified; `verified` by default. */
  readonly identificationStatus?: IdentificationStatus | undefined;
}

/** What `updateUserProfileImage` takes. */
export interface UpdateUserProfileImageParams {
  /** The picture: a `File`, or a `Blob` with its media type. */
  readonly file: Blob;
}

/** What `removePassword` takes. */
export interface RemovePasswordParams {
  /** Whether to end the user's sessions; false by default. */
  readonly signOutOfOtherSessions?: boolean | undefined;
}

/** What `setPasswordCompromised` takes. */
export interface SetPasswordCompromisedParams {
  /** Whether to end the user's sessions; false by default. */
  readonly revokeAllSessions?: boolean | null | undefined;
}
