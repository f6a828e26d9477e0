import type { PageParams } from "./pagination.ts";

/** An application that lets people sign in with their account at your instance. */
export interface OAuthApplication {
  /** What this is. */
  readonly object: "oauth_application";
  /** The id of the application. */
  readonly id: string;
  /** The instance that it belongs to. */
  readonly instanceId: string;
  /** The name of the application. */
  readonly name: string;
  /** The id that it makes itself known with as a client of OAuth. */
  readonly clientId: string;
  /** The address of its own site, or null. */
  readonly clientUri: string | null;
  /** The address of its logo, or null. */
  readonly clientImageUrl: string | null;
  /** Whether it registered by itself (RFC 7591). */
  readonly dynamicallyRegistered: boolean;
  /** Whether people are asked before it is let in. */
  readonly consentScreenEnabled: boolean;
  /** Whether it has to use PKCE. */
  readonly pkceRequired: boolean;
  /** Whether it can keep no secret, as an app on a device. */
  readonly public: boolean;
  /** What it may ask for, with spaces between. */
  readonly scopes: string;
  /** The addresses that people may be sent back to. */
  readonly redirectUris: readonly string[];
  /**
   * The address that people are sent back to.
   *
   * @deprecated Use `redirectUris`.
   */
  readonly callbackUrl: string;
  /** Where people are sent to sign in. */
  readonly authorizeUrl: string;
  /** Where it gets its tokens. */
  readonly tokenFetchUrl: string;
  /** Where it learns who signed in. */
  readonly userInfoUrl: string;
  /** Where all these addresses can be found out. */
  readonly discoveryUrl: string;
  /** Where it can ask whether a token is good. */
  readonly tokenIntrospectionUrl: string;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** An application whose secret was just made. */
export interface OAuthApplicationWithSecret extends OAuthApplication {
  /** The client secret, which is told this once; absent for a public one. */
  readonly clientSecret?: string;
}

/** An order of applications: `+` or nothing for ascending, `-` for descending. */
export type OAuthApplicationOrder = `${"" | "+" | "-"}${
  | "name"
  | "created_at"}`;

/** Which OAuth applications to list. */
export interface GetOAuthApplicationListParams extends PageParams {
  /** Text that the name must hold. */
  readonly nameQuery?: string | undefined;
  /** What to sort by; `+created_at`, oldest first, by default. */
  readonly orderBy?: OAuthApplicationOrder | undefined;
}

/** What can be set about an OAuth application. */
export interface OAuthApplicationSettingsParams {
  /** The addresses that people may be sent back to. */
  readonly redirectUris?: readonly string[] | null | undefined;
  /**
   * The address that people are sent back to, in 1024 characters at most.
   *
   * @deprecated Use `redirectUris`.
   */
  readonly callbackUrl?: string | null | undefined;
  /** What it may ask for, with spaces between; `profile email` by default. */
  readonly scopes?: string | null | undefined;
  /** Whether people are asked before it is let in; true by default. */
  readonly consentScreenEnabled?: boolean | null | undefined;
  /** Whether it has to use PKCE; false by default. */
  readonly pkceRequired?: boolean | null | undefined;
  /** Whether it can keep no secret, as an app on a device. */
  readonly public?: boolean | null | undefined;
}

/** What an OAuth application is made of. */
export interface CreateOAuthApplicationParams
  extends OAuthApplicationSettingsParams {
  /** The name of the application. */
  readonly name: string;
}

/** What to change about an OAuth application. What is left out stays as it is. */
export interface UpdateOAuthApplicationParams
  extends OAuthApplicationSettingsParams {
  /** The id of the application. */
  readonly oauthApplicationId: string;
  /** The name of the application. */
  readonly name?: string | null | undefined;
}

/** The logo of an OAuth application. */
export interface UpdateOAuthApplicationLogoParams {
  /** The picture: a `File`, or a `Blob` with its media type. */
  readonly file: Blob;
  /** The id of the user who sends it. */
  readonly uploaderUserId?: string | undefined;
}

/** Which token of an OAuth application to revoke. */
export interface RevokeOAuthApplicationTokenParams {
  /** The id of the application. */
  readonly oauthApplicationId: string;
  /** The access token or the refresh token itself. */
  readonly token: string;
}
