/** Which API keys to list. */
export interface GetAPIKeyListParams {
  /** Whose keys: the id of a user, an organization or a machine. */
  readonly subject: string;
  /** Keys of this kind only; `api_key` by default. */
  readonly type?: string | undefined;
  /** Whether to list keys too that were revoked or have ended; false by default. */
  readonly includeInvalid?: boolean | undefined;
  /** Text that the keys are searched for. */
  readonly query?: string | undefined;
  /** How many keys a page has: 1 to 100, 10 by default. */
  readonly limit?: number | undefined;
  /** How many keys to leave out before the first; 0 by default. */
  readonly offset?: number | undefined;
}

/** What an API key is made of. */
export interface CreateAPIKeyParams {
  /** The name of the key, of three characters or more. */
  readonly name: string;
  /** Whom it stands for: the id of a user, an organization or a machine. */
  readonly subject: string;
  /** What kind of key it is, in 3 to 25 characters; `api_key` by default. */
  readonly type?: string | undefined;
  /** What the key is for, in 255 characters at most. */
  readonly description?: string | null | undefined;
  /** What to say about the bearer; the names stay as they are. */
  readonly claims?: { readonly [name: string]: unknown } | null | undefined;
  /** What it permits, in words of your own; nothing by default. */
  readonly scopes?: readonly string[] | undefined;
  /** The id of the user who makes it. */
  readonly createdBy?: string | null | undefined;
  /** How long it is good, in seconds; null, as by default, for ever. */
  readonly secondsUntilExpiration?: number | null | undefined;
}

/** What to change about an API key. What is left out stays as it is. */
export interface UpdateAPIKeyParams {
  /** The id of the key. */
  readonly apiKeyId: string;
  /** Whom it stands for: the id of a user, an organization or a machine. */
  readonly subject?: string | undefined;
  /** What the key is for, in 255 characters at most; null to say nothing. */
  readonly description?: string | null | undefined;
  /** What to say about the bearer, in place of what was said. */
  readonly claims?: { readonly [name: string]: unknown } | null | undefined;
  /** What it permits, in place of what it did. */
  readonly scopes?: readonly string[] | undefined;
  /** How long it is good from now on, in seconds; null for ever. */
  readonly secondsUntilExpiration?: number | null | undefined;
}

/** Which API key to revoke. */
export interface RevokeAPIKeyParams {
  /** The id of the key. */
  readonly apiKeyId: string;
  /** Why, for whoever looks at the key later. */
  readonly revocationReason?: string | null | undefined;
}
