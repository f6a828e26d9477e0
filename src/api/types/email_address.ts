import type { IdentificationLink } from "./identification_link.ts";
import type { EmailAddressVerification } from "./verification.ts";

/** An e-mail address of a user. */
export interface EmailAddress {
  /** What this is. */
  readonly object: "email_address";
  /** Its id, `idn_…`. */
  readonly id: string;
  /** The address itself. */
  readonly emailAddress: string;
  /** Whether it is held for the user until it is verified. */
  readonly reserved: boolean;
  /** How it was verified, or null when nothing has been tried. */
  readonly verification: EmailAddressVerification | null;
  /** Other identifications that brought this address along. */
  readonly linkedTo: readonly IdentificationLink[];
  /** Whether an enterprise connection covers its domain. */
  readonly matchesSsoConnection?: boolean;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}
