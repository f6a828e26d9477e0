import type { ClaimsOptions } from "../../jwt/claims.ts";
import type { AcceptsToken } from "./types.ts";

/** Which organization is to be active on which path. */
export interface OrganizationSyncOptions {
  /**
   * Paths of organizations, such as `/orgs/:slug` and `/orgs/:id/(.*)`: the
   * parameter `id` or `slug` names the one that is to be active. Fixed text,
   * `:name`, `(.*)` and `?` for what may be absent; nothing else.
   */
  readonly organizationPatterns?: readonly string[] | undefined;
  /** Paths on which no organization is to be active, such as `/me/(.*)`. */
  readonly personalAccountPatterns?: readonly string[] | undefined;
}

/** What `authenticateRequest` goes by, besides the keys of the instance. */
export interface AuthenticateRequestOptions
  extends Omit<ClaimsOptions, "tokenClass" | "treatPendingAsSignedOut"> {
  /** Which kinds of token are accepted; `session_token` by default. */
  readonly acceptsToken?: AcceptsToken | undefined;
  /** The domain of a satellite application, such as `satellite.example`. */
  readonly domain?: string | undefined;
  /**
   * Whether the application is a satellite: signed in by another domain. It needs
   * a `domain` or a `proxyUrl`, and in development a `signInUrl`.
   */
  readonly isSatellite?: boolean | undefined;
  /**
   * Whether a satellite asks the primary domain at each first visit, rather than
   * when `__clerk_synced=false` in the URL says so. False by default.
   */
  readonly satelliteAutoSync?: boolean | undefined;
  /**
   * Where the Frontend API is proxied: a full URL, or a path on the request's own
   * origin such as `/__clerk`.
   */
  readonly proxyUrl?: string | undefined;
  /** The application's sign-in page. */
  readonly signInUrl?: string | undefined;
  /** The application's sign-up page. */
  readonly signUpUrl?: string | undefined;
  /** Where to go after signing in. */
  readonly afterSignInUrl?: string | undefined;
  /** Where to go after signing up. */
  readonly afterSignUpUrl?: string | undefined;
  /** Which organization is to be active on which path. */
  readonly organizationSyncOptions?: OrganizationSyncOptions | undefined;
  /**
   * The origins that a primary application in development may send a browser back
   * to, when that comes from a satellite. Any by default; in production none is
   * ever taken from a URL.
   */
  readonly allowedRedirectOrigins?: readonly string[] | undefined;
}
