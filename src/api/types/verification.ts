/** What every verification has, whatever was verified. */
export interface VerificationBase {
  /** How often it was tried, or null where that is not counted. */
  readonly attempts: number | null;
  /** When it ends, in milliseconds since 1970, or null when it does not. */
  readonly expireAt: number | null;
  /** The client that passed it, or null. */
  readonly verifiedAtClient?: string | null;
}

/** What an identity provider answered instead of a proof. */
export interface VerificationError {
  /** What went wrong, in a form to branch on. */
  readonly code: string;
  /** What went wrong, for a developer. */
  readonly message: string;
  /** What went wrong, in a form fit for showing to a user. */
  readonly longMessage: string;
  /** More about it. */
  readonly meta?: { readonly [name: string]: unknown };
}

/** Proof by a one-time code, sent by e-mail or by text message. */
export interface OtpVerification extends VerificationBase {
  /** What kind of verification this is. */
  readonly object?: "verification_otp";
  /** How far it has come. */
  readonly status: "unverified" | "verified" | "failed" | "expired";
  /** Which kind of code was sent. */
  readonly strategy: "phone_code" | "email_code" | "reset_password_email_code";
  /** How a text message went out, such as `sms`, or null. */
  readonly channel?: string | null;
}

/** The word of an administrator or of the Backend API. */
export interface AdminVerification extends VerificationBase {
  /** What kind of verification this is. */
  readonly object?: "verification_admin";
  /** Always verified. */
  readonly status: "verified";
  /** Always `admin`. */
  readonly strategy: "admin";
}

/** The word of an OAuth provider about an address that it knows. */
export interface FromOauthVerification extends VerificationBase {
  /** What kind of verification this is. */
  readonly object?: "verification_from_oauth";
  /** How far it has come. */
  readonly status: "unverified" | "verified";
  /** The provider after `from_oauth_`, such as `from_oauth_google`. */
  readonly strategy: `from_oauth_${string}`;
  /** What the provider answered instead, or null. */
  readonly error?: VerificationError | null;
}

/** Proof by a ticket, such as an invitation's or a sign-in token. */
export interface TicketVerification extends VerificationBase {
  /** What kind of verification this is. */
  readonly object?: "verification_ticket";
  /** How far it has come. */
  readonly status: "unverified" | "verified" | "expired";
  /** Always `ticket`. */
  readonly strategy: "ticket";
}

/** The word of a SAML identity provider. */
export interface SamlVerification extends Omit<VerificationBase, "expireAt"> {
  /** What kind of verification this is. */
  readonly object?: "verification_saml";
  /** How far it has come. */
  readonly status:
    | "unverified"
    | "verified"
    | "failed"
    | "expired"
    | "transferable";
  /** Always `saml`. */
  readonly strategy: "saml";
  /** Where to send the browser to go on, or null. */
  readonly externalVerificationRedirectUrl?: string | null;
  /** What the provider answered instead, or null. */
  readonly error?: VerificationError | null;
  /** When it ends, in milliseconds since 1970, or null when it does not. */
  readonly expireAt?: number | null;
}

/** Proof by a link in an e-mail. */
export interface EmailLinkVerification extends VerificationBase {
  /** What kind of verification this is. */
  readonly object?: "verification_email_link";
  /** How far it has come. */
  readonly status: "unverified" | "verified" | "failed" | "expired";
  /** Always `email_link`. */
  readonly strategy: "email_link";
}

/** The word of a directory that provisions users. */
export interface ScimVerification extends VerificationBase {
  /** What kind of verification this is. */
  readonly object?: "verification_scim";
  /** Always verified. */
  readonly status: "verified";
  /** Always `scim`. */
  readonly strategy: "scim";
}

/** Proof by a wallet's signature. */
export interface Web3Verification extends VerificationBase {
  /** What kind of verification this is. */
  readonly object?: "verification_web3";
  /** How far it has come. */
  readonly status: "unverified" | "verified" | "failed" | "expired";
  /** Which wallet signed. */
  readonly strategy:
    | "web3_metamask_signature"
    | "web3_base_signature"
    | "web3_coinbase_wallet_signature"
    | "web3_okx_wallet_signature"
    | "web3_solana_signature";
  /** What the wallet had to sign, or null. */
  readonly nonce?: string | null;
  /** The text that the wallet showed, or null. */
  readonly message?: string | null;
}

/** Proof by a passkey. */
export interface PasskeyVerification extends VerificationBase {
  /** What kind of verification this is. */
  readonly object?: "verification_passkey";
  /** Always verified. */
  readonly status: "verified";
  /** Always `passkey`. */
  readonly strategy: "passkey";
  /** What the passkey had to sign. */
  readonly nonce?: "nonce";
  /** The text that was shown, or null. */
  readonly message?: string | null;
}

/** The word of an OAuth provider about its own account. */
export interface OauthVerification extends Omit<VerificationBase, "expireAt"> {
  /** What kind of verification this is. */
  readonly object?: "verification_oauth";
  /** How far it has come. */
  readonly status:
    | "unverified"
    | "verified"
    | "failed"
    | "expired"
    | "transferable";
  /** The provider after `oauth_`, such as `oauth_google`. */
  readonly strategy: `oauth_${string}`;
  /** Where to send the browser to go on. */
  readonly externalVerificationRedirectUrl?: string;
  /** What the provider answered instead, or null. */
  readonly error?: VerificationError | null;
  /** When it ends, in milliseconds since 1970. */
  readonly expireAt: number;
}

/** Proof by Google One Tap. */
export interface GoogleOneTapVerification extends VerificationBase {
  /** What kind of verification this is. */
  readonly object?: "verification_google_one_tap";
  /** How far it has come. */
  readonly status: "unverified" | "verified";
  /** Always `google_one_tap`. */
  readonly strategy: "google_one_tap";
  /** What Google answered instead, or null. */
  readonly error?: VerificationError | null;
}

/** How an e-mail address was, or is to be, verified. */
export type EmailAddressVerification =
  | OtpVerification
  | AdminVerification
  | FromOauthVerification
  | TicketVerification
  | SamlVerification
  | EmailLinkVerification
  | ScimVerification;

/** How a phone number was, or is to be, verified. */
export type PhoneNumberVerification = OtpVerification | AdminVerification;

/** How a wallet was, or is to be, verified. */
export type Web3WalletVerification = Web3Verification | AdminVerification;

/** How an external account was, or is to be, verified. */
export type ExternalAccountVerification =
  | OauthVerification
  | GoogleOneTapVerification;

/** How an account of an enterprise connection was, or is to be, verified. */
export type EnterpriseAccountVerification =
  | TicketVerification
  | SamlVerification
  | OauthVerification;

/** How anything was, or is to be, verified; `strategy` tells the kinds apart. */
export type Verification =
  | EmailAddressVerification
  | PhoneNumberVerification
  | Web3WalletVerification
  | PasskeyVerification
  | ExternalAccountVerification
  | EnterpriseAccountVerification;
