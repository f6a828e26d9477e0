import type { IdentificationLink } from "./identification_link.ts";
import type { PhoneNumberVerification } from "./verification.ts";

/** A phone number of a user. */
export interface PhoneNumber {
  /** What this is. */
  readonly object: "phone_number";
  /** Its id, `idn_…`. */
  readonly id: string;
  /** The number in E.164 form, such as `+15555550100`. */
  readonly phoneNumber: string;
  /** Whether codes of the second factor may go to it. */
  readonly reservedForSecondFactor?: boolean;
  /** Whether codes of the second factor go to it before any other. */
  readonly defaultSecondFactor?: boolean;
  /** Whether it is held for the user until it is verified. */
  readonly reserved: boolean;
  /** How it was verified, or null when nothing has been tried. */
  readonly verification: PhoneNumberVerification | null;
  /** Other identifications that brought this number along. */
  readonly linkedTo: readonly IdentificationLink[];
  /** Backup codes, sent once when they are made, else null or absent. */
  readonly backupCodes?: readonly string[] | null;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}
