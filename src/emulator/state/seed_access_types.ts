import type { JsonObject } from "../../text/json.ts";

/** A session to begin with. */
export interface SeedSession {
  /** The id; made up by default. */
  readonly id?: string | undefined;
  /** The user. */
  readonly userId: string;
  /** The browser or app that it is in; a new one by default. */
  readonly clientId?: string | undefined;
  /** The active organization, of which the user is a member; none by default. */
  readonly organizationId?: string | undefined;
}

/** A JWT template to begin with. */
export interface SeedJwtTemplate {
  /** The id; made up by default. */
  readonly id?: string | undefined;
  /** What it is asked for by. */
  readonly name: string;
  /** The claims, with shortcodes such as `{{user.id}}`. */
  readonly claims: JsonObject;
  /** How long its tokens are good, in seconds; 60 by default. */
  readonly lifetime?: number | undefined;
}

/** A machine to begin with. */
export interface SeedMachine {
  /** The id; made up by default. */
  readonly id?: string | undefined;
  /** The name. */
  readonly name: string;
  /** What it makes itself known by, `ak_…`; made up by default. */
  readonly secretKey?: string | undefined;
  /** The machines that it may talk to, seeded before it or with it. */
  readonly scopedMachines?: readonly string[] | undefined;
  /** How long its tokens are good, in seconds; an hour by default. */
  readonly defaultTokenTtl?: number | undefined;
}

/** An API key to begin with. */
export interface SeedApiKey {
  /** The id; made up by default. */
  readonly id?: string | undefined;
  /** The key itself, `ak_…`; made up by default. */
  readonly secret?: string | undefined;
  /** Whom it acts for: a user, an organization or a machine. */
  readonly subject: string;
  /** The name. */
  readonly name: string;
  /** What it permits. */
  readonly scopes?: readonly string[] | undefined;
  /** What it says besides. */
  readonly claims?: JsonObject | undefined;
}

/** An OAuth application to begin with. */
export interface SeedOAuthApplication {
  /** The id; made up by default. */
  readonly id?: string | undefined;
  /** The name. */
  readonly name: string;
  /** What it makes itself known as; made up by default. */
  readonly clientId?: string | undefined;
  /** What proves that; made up by default. */
  readonly clientSecret?: string | undefined;
  /** Where people may be sent back to. */
  readonly redirectUris?: readonly string[] | undefined;
  /** What it may ask for; `profile email` by default. */
  readonly scopes?: string | undefined;
}

/** What an instance begins with besides users and organizations. */
export interface SeedAccess {
  /** Sessions. */
  readonly sessions?: readonly SeedSession[] | undefined;
  /** JWT templates. */
  readonly jwtTemplates?: readonly SeedJwtTemplate[] | undefined;
  /** Machines. */
  readonly machines?: readonly SeedMachine[] | undefined;
  /** API keys. */
  readonly apiKeys?: readonly SeedApiKey[] | undefined;
  /** OAuth applications. */
  readonly oauthApplications?: readonly SeedOAuthApplication[] | undefined;
  /** Addresses that people may be sent back to. */
  readonly redirectUrls?: readonly string[] | undefined;
}
