/** What an identifier on the allowlist or the blocklist is. */
export type AllowlistIdentifierType =
  | "email_address"
  | "phone_number"
  | "web3_wallet";

/** An identifier that may sign up although sign-ups are restricted. */
export interface AllowlistIdentifier {
  /** What this is. */
  readonly object: "allowlist_identifier";
  /** Its id, `alid_…`. */
  readonly id: string;
  /** The id of the invitation that was sent to it, `inv_…`. */
  readonly invitationId?: string;
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

/** What `createAllowlistIdentifier` takes. */
export interface AllowlistIdentifierCreateParams {
  /** The address, number or wallet; `*@example.com` for a whole domain. */
  readonly identifier: string;
  /** Whether to invite the address or number to sign up; false by default. */
  readonly notify?: boolean | undefined;
}
