import type { JsonObject } from "../../text/json.ts";
import type { Row } from "./table.ts";

/** An e-mail address, a phone number or a wallet of a user. */
export interface Identification {
  /** Its id. */
  readonly id: string;
  /** The address, the number or the wallet itself. */
  readonly value: string;
  /** How far it is verified; a reserved one cannot be used to sign in. */
  readonly status: "verified" | "unverified" | "reserved";
  /** When it was added, in milliseconds since 1970. */
  readonly createdAt: number;
  /** Whether a code verified it, and not the caller. */
  readonly byCode?: boolean;
  /** Whether a phone number is kept for a second factor. */
  readonly isFactor?: boolean;
}

/** What is kept of a password: a digest, never the password. */
export interface PasswordDigest {
  /** How the digest was made; `emulator` for the emulator's own. */
  readonly hasher: string;
  /** The digest. */
  readonly digest: string;
  /** Random text that went into it. */
  readonly salt: string;
}

/** A user. Never changed, only replaced. */
export interface UserRow extends Row {
  /** The caller's own id of the user. */
  readonly externalId: string | null;
  /** The name to sign in with. */
  readonly username: string | null;
  /** The first name. */
  readonly firstName: string | null;
  /** The last name. */
  readonly lastName: string | null;
  /** The language, such as `en-US`. */
  readonly locale: string | null;
  /** Their time zone, which only the official client knows of. */
  readonly timezone: string | null;
  /** E-mail addresses. */
  readonly emails: readonly Identification[];
  /** Phone numbers. */
  readonly phones: readonly Identification[];
  /** Web3 wallets. */
  readonly wallets: readonly Identification[];
  /** The id of the first e-mail address among equals. */
  readonly primaryEmailId: string | null;
  /** The id of the first phone number among equals. */
  readonly primaryPhoneId: string | null;
  /** The id of the first wallet among equals. */
  readonly primaryWalletId: string | null;
  /** Passkeys, in the form of the API. */
  readonly passkeys: readonly JsonObject[];
  /** Accounts elsewhere, in the form of the API. */
  readonly externalAccounts: readonly JsonObject[];
  /** OAuth tokens of accounts elsewhere, in the form of the API. */
  readonly oauthTokens: readonly JsonObject[];
  /** Devices that are trusted, in the form of the API. */
  readonly trustedDevices: readonly JsonObject[];
  /** What anybody may read. */
  readonly publicMetadata: JsonObject;
  /** What only the backend may read. */
  readonly privateMetadata: JsonObject;
  /** What the user may write. */
  readonly unsafeMetadata: JsonObject;
  /** The digest of the password. */
  readonly password: PasswordDigest | null;
  /** When the password was set, in milliseconds since 1970. */
  readonly passwordSetAt: number | null;
  /** Whether the password is known to others. */
  readonly passwordCompromised: boolean;
  /** The secret of the authenticator app, in base32. */
  readonly totpSecret: string | null;
  /** The digests of the codes to use instead. */
  readonly backupCodes: readonly PasswordDigest[];
  /** When a second factor was first there, in milliseconds since 1970. */
  readonly mfaEnabledAt: number | null;
  /** When the last one went, in milliseconds since 1970. */
  readonly mfaDisabledAt: number | null;
  /** The id of an uploaded image. */
  readonly imageId: string | null;
  /** Whether the user is banned. */
  readonly banned: boolean;
  /** Until when the user is locked, in milliseconds since 1970. */
  readonly lockedUntil: number | null;
  /** Whether the user may delete the account. */
  readonly deleteSelfEnabled: boolean;
  /** Whether the user may create organizations. */
  readonly createOrganizationEnabled: boolean;
  /** How many organizations the user may create; 0 or null for any number. */
  readonly createOrganizationsLimit: number | null;
  /** Whether new devices of the user need no proof. */
  readonly bypassClientTrust: boolean;
  /** When the user agreed to the terms, in milliseconds since 1970. */
  readonly legalAcceptedAt: number | null;
  /** When the user last signed in, in milliseconds since 1970. */
  readonly lastSignInAt: number | null;
  /** When the user was last seen, in milliseconds since 1970. */
  readonly lastActiveAt: number | null;
  /** When the user last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** What is set of a user of whom nothing is known. */
const NOTHING: Omit<UserRow, keyof Row | "updatedAt"> = {
  externalId: null,
  username: null,
  firstName: null,
  lastName: null,
  locale: null,
  timezone: null,
  emails: [],
  phones: [],
  wallets: [],
  primaryEmailId: null,
  primaryPhoneId: null,
  primaryWalletId: null,
  passkeys: [],
  externalAccounts: [],
  oauthTokens: [],
  trustedDevices: [],
  publicMetadata: {},
  privateMetadata: {},
  unsafeMetadata: {},
  password: null,
  passwordSetAt: null,
  passwordCompromised: false,
  totpSecret: null,
  backupCodes: [],
  mfaEnabledAt: null,
  mfaDisabledAt: null,
  imageId: null,
  banned: false,
  lockedUntil: null,
  deleteSelfEnabled: true,
  createOrganizationEnabled: true,
  createOrganizationsLimit: null,
  bypassClientTrust: false,
  legalAcceptedAt: null,
  lastSignInAt: null,
  lastActiveAt: null,
};

/** A user with nothing set. */
export function makeUser(row: Row): UserRow {
  return { ...row, ...NOTHING, updatedAt: row.createdAt };
}
