/** A key that lets whoever holds it act for a user, an organization or a machine. */
export interface APIKey {
  /** What this is. */
  readonly object: "api_key";
  /** The id of the key, `ak_…`; not the key itself. */
  readonly id: string;
  /** What kind of key it is; `api_key` unless it was made as another. */
  readonly type: string;
  /** Whom it stands for: the id of a user, an organization or a machine. */
  readonly subject: string;
  /** The name of the key. */
  readonly name: string;
  /** What the key is for, in words; null when nothing was said. */
  readonly description?: string | null;
  /** What your application says about the bearer; names as you gave them. */
  readonly claims: { readonly [name: string]: unknown } | null;
  /** What it permits, in words of your own. */
  readonly scopes: readonly string[];
  /** Whether it was revoked. */
  readonly revoked: boolean;
  /** Why it was revoked, when somebody said so. */
  readonly revocationReason: string | null;
  /** Whether its time is over. */
  readonly expired: boolean;
  /** When it ends, in milliseconds since 1970, or null for never. */
  readonly expiration: number | null;
  /** The user who made it, or null when it was the backend. */
  readonly createdBy: string | null;
  /** When it was last verified, in milliseconds since 1970, or null for never. */
  readonly lastUsedAt: number | null;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** A key that was just made, with the key itself. */
export interface APIKeyWithSecret extends APIKey {
  /** The key itself: a secret. */
  readonly secret: string;
}

/** A key itself. */
export interface APIKeySecret {
  /** The key: a secret. */
  readonly secret: string;
}

/** What is left of a key that was deleted. */
export interface DeletedAPIKey {
  /** What it was. */
  readonly object: "api_key";
  /** The id that it had. */
  readonly id: string;
  /** That it is gone. */
  readonly deleted: true;
}
