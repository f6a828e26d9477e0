/** How far a token that lets somebody in has come. */
export type SignInTokenStatus = "pending" | "accepted" | "revoked";

/** A token that lets a user sign in once, without any other proof. */
export interface SignInToken {
  /** What this is. */
  readonly object: "sign_in_token";
  /** Its id, `sit_…`. */
  readonly id: string;
  /** Whether it was used, revoked or neither. */
  readonly status: SignInTokenStatus;
  /** The user that it lets in. */
  readonly userId: string;
  /** The token itself, a secret, when it was made just now. */
  readonly token?: string;
  /** Where to send the user for signing in with it, or null. */
  readonly url?: string | null;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** What `createSignInToken` takes. */
export interface CreateSignInTokenParams {
  /** The user that it is to let in. */
  readonly userId: string;
  /** The organization that is to be active; the user must be a member. */
  readonly orgId?: string | null | undefined;
  /** How long it is good for, in seconds; 2,592,000 (30 days) by default. */
  readonly expiresInSeconds?: number | null | undefined;
}
