/** A verification by code that is under way, or has come to an end. */
export interface VerificationAttempt {
  /** What kind of verification this is. */
  readonly object: string;
  /** Its id, to be given along with the code. */
  readonly id: string;
  /** How far it has come: `unverified`, `verified`, `failed` or `expired`. */
  readonly status?: string;
  /** Which kind of code was sent: `email_code` or `phone_code`. */
  readonly strategy?: string;
  /** How often a code was tried, or null. */
  readonly attempts?: number | null;
  /** When the code ends, in milliseconds since 1970, or null. */
  readonly expireAt?: number | null;
  /** How a text message went out, such as `sms`, or null. */
  readonly channel?: string | null;
}

/** What trying a code takes, for an e-mail address or a phone number. */
export interface AttemptVerificationParams {
  /** The verification's id, as preparing it gave it. */
  readonly verificationId: string;
  /** The code that the user typed. */
  readonly code: string;
}
