/** A token for the link by which somebody gets into the admin portal. */
export interface AdminPortalLinkToken {
  /** What this is. */
  readonly object: "admin_portal_link_token";
  /** Its id, `aplt_…`. */
  readonly id: string;
  /** The id of the link that it is for, `apl_…`. */
  readonly adminPortalLinkId: string;
  /** The id of the Clerk instance. */
  readonly instanceId: string;
  /** The id of the organization that the link is for, or null. */
  readonly organizationId: string | null;
  /** Your own name for who gets the link, or null. */
  readonly itContactId: string | null;
  /** What the link gives access to, or null. */
  readonly scopes: readonly string[] | null;
  /** Whether it was revoked. */
  readonly revoked: boolean;
  /** Why it was revoked, or null. */
  readonly revocationReason: string | null;
  /** Whether it has expired. */
  readonly expired: boolean;
  /** When it expires, in milliseconds since 1970, or null. */
  readonly expiration: number | null;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** A new token, with its secret. */
export interface AdminPortalLinkTokenWithToken extends AdminPortalLinkToken {
  /** The token itself, a secret that is told but once and can be used but once. */
  readonly token: string;
}

/** What `create` of admin portal link tokens takes. */
export interface CreateAdminPortalLinkTokenParams {
  /** The id of the organization that the link is for. */
  readonly organizationId?: string | undefined;
  /** Your own name for who gets the link. */
  readonly itContactId?: string | undefined;
  /** What the link gives access to, such as `admin_portal:read`. */
  readonly scopes?: readonly string[] | undefined;
  /** How long it lasts, in seconds: up to 86400, 3600 by default. */
  readonly secondsUntilExpiration?: number | undefined;
}

/** What `revoke` of admin portal link tokens takes. */
export interface RevokeAdminPortalLinkTokenParams {
  /** The token's id, `aplt_…`. */
  readonly adminPortalLinkTokenId: string;
  /** Why, in words. */
  readonly revocationReason?: string | null | undefined;
}
