/** A token by which one machine makes itself known to another. */
export interface M2MToken {
  /** What this is. */
  readonly object: "machine_to_machine_token";
  /** The id of the token, `mt_…`; not the token itself. */
  readonly id: string;
  /** The machine that it stands for, `mch_…`. */
  readonly subject: string;
  /** What the token says beyond the usual; names as they were given. */
  readonly claims?: { readonly [name: string]: unknown } | null;
  /** The ids of the machines that it is for. */
  readonly scopes?: readonly string[];
  /** Whether it was revoked. */
  readonly revoked: boolean;
  /** Why it was revoked, when somebody said so. */
  readonly revocationReason: string | null;
  /** Whether its time is over. */
  readonly expired: boolean;
  /** When it ends, in milliseconds since 1970, or null for never. */
  readonly expiration: number | null;
  /** When it was last verified, in milliseconds since 1970, or null. */
  readonly lastUsedAt: number | null;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** A token that was just made, with the token itself. */
export interface M2MTokenWithToken extends M2MToken {
  /** The token itself: a secret. */
  readonly token: string;
}

/** The key that a call about machines' tokens may be sent with. */
export interface MachineKeyParams {
  /** The secret key of the machine, instead of the client's own keys. */
  readonly machineSecretKey?: string | undefined;
}

/** Which tokens of a machine to list. */
export interface GetM2MTokenListParams extends MachineKeyParams {
  /** The id of the machine, `mch_…`. */
  readonly subject: string;
  /** Only tokens that were revoked, or with false those that were not. */
  readonly revoked?: boolean | undefined;
  /** Only tokens whose time is over, or with false those that go on. */
  readonly expired?: boolean | undefined;
  /** How many tokens a page has: 1 to 100, 10 by default. */
  readonly limit?: number | undefined;
  /** How many tokens to leave out before the first; 0 by default. */
  readonly offset?: number | undefined;
}

/** What a machine's token is to be. */
export interface CreateM2MTokenParams extends MachineKeyParams {
  /**
   * `opaque`, as by default: a name for what Clerk keeps, which can be revoked.
   * `jwt`: signed, so that it can be verified without asking Clerk.
   */
  readonly tokenFormat?: "opaque" | "jwt" | undefined;
  /** How long it is good, in seconds. */
  readonly secondsUntilExpiration?: number | null | undefined;
  /** What it is to say beyond the usual; the names stay as they are. */
  readonly claims?: { readonly [name: string]: unknown } | null | undefined;
  /**
   * Takes a token that was made before, if there is one like it that goes on for
   * so many seconds at least.
   */
  readonly minRemainingTtlSeconds?: number | undefined;
}

/** Which token of a machine to revoke. */
export interface RevokeM2MTokenParams extends MachineKeyParams {
  /** The id of the token, `mt_…`. */
  readonly m2mTokenId: string;
  /** Why, for whoever looks at the token later. */
  readonly revocationReason?: string | null | undefined;
}

/** Which token of a machine to verify. */
export interface VerifyM2MTokenParams extends MachineKeyParams {
  /** The token itself, as it came. */
  readonly token: string;
}
