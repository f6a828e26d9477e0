import type { UserPublicMetadata, UserUnsafeMetadata } from "./metadata.ts";

/** What an attempt to sign up still needs for one address, number or wallet. */
export interface SignUpAttemptVerification {
  /** What is to come next: sending a proof, checking it, or nothing. */
  readonly nextAction?: "needs_prepare" | "needs_attempt" | "";
  /** The ways in which it can be verified, such as `email_code`. */
  readonly supportedStrategies?: readonly string[];
  /** What else is known of it, such as `status`, `strategy` and `expireAt`. */
  readonly [name: string]: unknown;
}

/** How far the verifications of an attempt to sign up have come. */
export interface SignUpAttemptVerifications {
  /** That of the e-mail address, or null. */
  readonly emailAddress: SignUpAttemptVerification | null;
  /** That of the phone number, or null. */
  readonly phoneNumber: SignUpAttemptVerification | null;
  /** That of the wallet, or null. */
  readonly web3Wallet: SignUpAttemptVerification | null;
  /** That of the account at an OAuth provider, or null; keys as they were sent. */
  readonly externalAccount: { readonly [name: string]: unknown } | null;
}

/** An attempt to sign up, complete or not. */
export interface SignUpAttempt {
  /** What this is. */
  readonly object: "sign_up_attempt";
  /** Its id, `sua_…`. */
  readonly id: string;
  /** How far it has come. */
  readonly status: "missing_requirements" | "complete" | "abandoned";
  /** What the instance asks for, such as `email_address`. */
  readonly requiredFields: readonly string[];
  /** What may be given besides. */
  readonly optionalFields: readonly string[];
  /** What is required and not yet given. */
  readonly missingFields: readonly string[];
  /** What is given and not yet verified. */
  readonly unverifiedFields: readonly string[];
  /** How far the verifications have come. */
  readonly verifications: SignUpAttemptVerifications;
  /** The user name, or null. */
  readonly username: string | null;
  /** The e-mail address, or null. */
  readonly emailAddress: string | null;
  /** The phone number in E.164 form, or null. */
  readonly phoneNumber: string | null;
  /** The wallet, or null. */
  readonly web3Wallet: string | null;
  /** Whether a password was given. */
  readonly passwordEnabled: boolean;
  /** The given name, or null. */
  readonly firstName: string | null;
  /** The family name, or null. */
  readonly lastName: string | null;
  /** What the browser gave for the user to come: never trust it. */
  readonly unsafeMetadata?: UserUnsafeMetadata;
  /** What the user to come will have for anybody to read. */
  readonly publicMetadata?: UserPublicMetadata;
  /** Whether something of your own has yet to be done before it completes. */
  readonly customAction: boolean;
  /** The id of the user to come in your own system, or null. */
  readonly externalId: string | null;
  /** The session that came of it, or null. */
  readonly createdSessionId: string | null;
  /** The user that came of it, or null. */
  readonly createdUserId: string | null;
  /** When it is given up, in milliseconds since 1970. */
  readonly abandonAt: number;
  /** When the legal terms were accepted, in milliseconds since 1970, or null. */
  readonly legalAcceptedAt: number | null;
  /** The language, as a tag such as `en-US`, or null. */
  readonly locale?: string | null;
  /**
   * The account at an OAuth provider; keys as they were sent.
   *
   * @deprecated Use `verifications.externalAccount`.
   */
  readonly externalAccount?: { readonly [name: string]: unknown };
}

/** What `signUps.update` takes. A member left out stays as it is. */
export interface UpdateSignUpParams {
  /** The attempt's id, `sua_…`. */
  readonly signUpAttemptId: string;
  /** The id of the user to come in your own system. */
  readonly externalId?: string | null | undefined;
  /** Whether something of your own has yet to be done before it completes. */
  readonly customAction?: boolean | null | undefined;
}
