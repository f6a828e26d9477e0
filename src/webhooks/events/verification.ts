/** What went wrong with a verification. */
export interface WebhookVerificationProblem {
  /** What went wrong, for a developer. */
  readonly message: string;
  /** What went wrong, fit for showing to a user. */
  readonly long_message: string;
  /** What went wrong, in a form to branch on. */
  readonly code: string;
  /** More about it. */
  readonly meta?: Readonly<Record<string, unknown>> | undefined;
}

/** A verification by a code that was sent. */
export interface OtpVerificationWebhookData {
  /** Always `verification_otp`. */
  readonly object?: "verification_otp" | undefined;
  /** How far it is. */
  readonly status: "unverified" | "verified" | "failed" | "expired";
  /** How it is done. */
  readonly strategy: "phone_code" | "email_code" | "reset_password_email_code";
  /** How often it was tried. */
  readonly attempts: number | null;
  /** When it ends, in milliseconds since 1970. */
  readonly expire_at: number | null;
  /** The channel that the code was sent by. */
  readonly channel?: string | null | undefined;
  /** The client that it was done on. */
  readonly verified_at_client?: string | null | undefined;
}

/** A verification by an administrator. */
export interface AdminVerificationWebhookData {
  /** Always `verification_admin`. */
  readonly object?: "verification_admin" | undefined;
  /** How far it is. */
  readonly status: "verified";
  /** How it is done. */
  readonly strategy: "admin";
  /** How often it was tried. */
  readonly attempts: number | null;
  /** When it ends, in milliseconds since 1970. */
  readonly expire_at: number | null;
  /** The client that it was done on. */
  readonly verified_at_client?: string | null | undefined;
}

/** A verification taken over from an OAuth provider. */
export interface FromOauthVerificationWebhookData {
  /** Always `verification_from_oauth`. */
  readonly object?: "verification_from_oauth" | undefined;
  /** How far it is. */
  readonly status: "unverified" | "verified";
  /** How it is done. */
  readonly strategy: string;
  /** How often it was tried. */
  readonly attempts: number | null;
  /** When it ends, in milliseconds since 1970. */
  readonly expire_at: number | null;
  /** What went wrong with it. */
  readonly error?: WebhookVerificationProblem | null | undefined;
  /** The client that it was done on. */
  readonly verified_at_client?: string | null | undefined;
}

/** A verification by a ticket. */
export interface TicketVerificationWebhookData {
  /** Always `verification_ticket`. */
  readonly object?: "verification_ticket" | undefined;
  /** How far it is. */
  readonly status: "unverified" | "verified" | "expired";
  /** How it is done. */
  readonly strategy: "ticket";
  /** How often it was tried. */
  readonly attempts: number | null;
  /** When it ends, in milliseconds since 1970. */
  readonly expire_at: number | null;
  /** The client that it was done on. */
  readonly verified_at_client?: string | null | undefined;
}

/** A verification by SAML. */
export interface SamlVerificationWebhookData {
  /** Always `verification_saml`. */
  readonly object?: "verification_saml" | undefined;
  /** How far it is. */
  readonly status:
    | "unverified"
    | "verified"
    | "failed"
    | "expired"
    | "transferable";
  /** How it is done. */
  readonly strategy: "saml";
  /** How often it was tried. */
  readonly attempts: number | null;
  /** When it ends, in milliseconds since 1970. */
  readonly expire_at?: number | null | undefined;
  /** Where to send the user for it. */
  readonly external_verification_redirect_url?: string | null | undefined;
  /** What went wrong with it. */
  readonly error?: WebhookVerificationProblem | null | undefined;
  /** The client that it was done on. */
  readonly verified_at_client?: string | null | undefined;
}

/** A verification by a link that was sent. */
export interface EmailLinkVerificationWebhookData {
  /** Always `verification_email_link`. */
  readonly object?: "verification_email_link" | undefined;
  /** How far it is. */
  readonly status: "unverified" | "verified" | "failed" | "expired";
  /** How it is done. */
  readonly strategy: "email_link";
  /** How often it was tried. */
  readonly attempts: number | null;
  /** When it ends, in milliseconds since 1970. */
  readonly expire_at: number | null;
  /** The client that it was done on. */
  readonly verified_at_client?: string | null | undefined;
}

/** A verification by a directory. */
export interface ScimVerificationWebhookData {
  /** Always `verification_scim`. */
  readonly object?: "verification_scim" | undefined;
  /** How far it is. */
  readonly status: "verified";
  /** How it is done. */
  readonly strategy: "scim";
  /** How often it was tried. */
  readonly attempts: number | null;
  /** When it ends, in milliseconds since 1970. */
  readonly expire_at: number | null;
}

/** A verification by the signature of a wallet. */
export interface Web3VerificationWebhookData {
  /** Always `verification_web3`. */
  readonly object?: "verification_web3" | undefined;
  /** How far it is. */
  readonly status: "unverified" | "verified" | "failed" | "expired";
  /** How it is done. */
  readonly strategy:
    | "web3_metamask_signature"
    | "web3_base_signature"
    | "web3_coinbase_wallet_signature"
    | "web3_okx_wallet_signature"
    | "web3_solana_signature";
  /** How often it was tried. */
  readonly attempts: number | null;
  /** When it ends, in milliseconds since 1970. */
  readonly expire_at: number | null;
  /** What was to be signed, in short. */
  readonly nonce?: string | null | undefined;
  /** What was to be signed, in full. */
  readonly message?: string | null | undefined;
  /** The client that it was done on. */
  readonly verified_at_client?: string | null | undefined;
}

/** A verification by a passkey. */
export interface PasskeyVerificationWebhookData {
  /** Always `verification_passkey`. */
  readonly object?: "verification_passkey" | undefined;
  /** How far it is. */
  readonly status: "verified";
  /** How it is done. */
  readonly strategy: "passkey";
  /** How often it was tried. */
  readonly attempts: number | null;
  /** When it ends, in milliseconds since 1970. */
  readonly expire_at: number | null;
  /** Always `nonce`. */
  readonly nonce?: "nonce" | undefined;
  /** What was to be signed. */
  readonly message?: string | null | undefined;
  /** The client that it was done on. */
  readonly verified_at_client?: string | null | undefined;
}

/** A verification by an OAuth provider. */
export interface OauthVerificationWebhookData {
  /** Always `verification_oauth`. */
  readonly object?: "verification_oauth" | undefined;
  /** How far it is. */
  readonly status:
    | "unverified"
    | "verified"
    | "failed"
    | "expired"
    | "transferable";
  /** How it is done. */
  readonly strategy: string;
  /** How often it was tried. */
  readonly attempts: number | null;
  /** When it ends, in milliseconds since 1970. */
  readonly expire_at: number | null;
  /** Where to send the user for it. */
  readonly external_verification_redirect_url?: string | undefined;
  /** What went wrong with it. */
  readonly error?: WebhookVerificationProblem | null | undefined;
  /** The client that it was done on. */
  readonly verified_at_client?: string | null | undefined;
}

/** A verification by Google One Tap. */
export interface GoogleOneTapVerificationWebhookData {
  /** Always `verification_google_one_tap`. */
  readonly object?: "verification_google_one_tap" | undefined;
  /** How far it is. */
  readonly status: "unverified" | "verified";
  /** How it is done. */
  readonly strategy: "google_one_tap";
  /** How often it was tried. */
  readonly attempts: number | null;
  /** When it ends, in milliseconds since 1970. */
  readonly expire_at: number | null;
  /** What went wrong with it. */
  readonly error?: WebhookVerificationProblem | null | undefined;
  /** The client that it was done on. */
  readonly verified_at_client?: string | null | undefined;
}
