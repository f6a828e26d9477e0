import type { AllowlistIdentifierType } from "./allowlist_identifier.ts";

/** An identifier that may neither sign up nor sign in. */
export interface BlocklistIdentifier {
  /** What this is. */
  readonly object: "blocklist_identifier";
  /** Its id, `blid_…`. */
  readonly id: string;
  /** The address, number or wallet; `*@example.com` for a whole domain. */
  readonly identifier?: string;
  /** What it is. */
  readonly identifierType?: AllowlistIdentifierType;
  /** The instance's id, `ins_…`. */
  readonly instanceId?: string;
  /** When it was added, in milliseconds since 1970. */
  readonly createdAt?: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt?: number;
}

/** What `createBlocklistIdentifier` takes. */
export interface BlocklistIdentifierCreateParams {
  /** The address, number or wallet; `*@example.com` for a whole domain. */
  readonly identifier: string;
}
