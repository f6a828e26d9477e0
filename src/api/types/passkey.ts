import type { PasskeyVerification } from "./verification.ts";

/** A passkey of a user. */
export interface Passkey {
  /** What this is. */
  readonly object: "passkey";
  /** Its id, `idn_…`. */
  readonly id: string;
  /** Its name, as the user sees it. */
  readonly name: string;
  /** When it was last used, in milliseconds since 1970. */
  readonly lastUsedAt: number;
  /** How it was verified, or null. */
  readonly verification: PasskeyVerification | null;
}
