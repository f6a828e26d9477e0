import type { JsonObject } from "../../text/json.ts";
import { createTable, type Row, type Table } from "./table.ts";

/** A service that calls others. */
export interface MachineRow extends Row {
  /** Its name. */
  readonly name: string;
  /** What it makes itself known by. */
  readonly secretKey: string;
  /** A key before that one, and until when it counts. */
  readonly oldKey:
    | { readonly secretKey: string; readonly until: number }
    | null;
  /** How long its tokens are good by default, in seconds. */
  readonly tokenSeconds: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** That a machine may talk to another; the id is both of theirs. */
export interface MachineScopeRow extends Row {
  /** The machine that may. */
  readonly from: string;
  /** The machine that it may talk to. */
  readonly to: string;
}

/** What all tokens have that can be revoked. */
export interface RevocableRow extends Row {
  /** The token itself. */
  readonly secret: string;
  /** Whether it was revoked. */
  readonly revoked: boolean;
  /** Why. */
  readonly revocationReason: string | null;
  /** When it is over, in milliseconds since 1970; null for never. */
  readonly expiresAt: number | null;
  /** When it was last verified, in milliseconds since 1970. */
  readonly lastUsedAt: number | null;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** A machine's token. */
export interface M2mTokenRow extends RevocableRow {
  /** The machine. */
  readonly machineId: string;
  /** The machines that it is for. */
  readonly scopes: readonly string[];
  /** What it says besides. */
  readonly claims: JsonObject | null;
}

/** A key that acts for a user, an organization or a machine. */
export interface ApiKeyRow extends RevocableRow {
  /** What kind of key it is. */
  readonly type: string;
  /** Whom it acts for. */
  readonly subject: string;
  /** Its name. */
  readonly name: string;
  /** What it is for. */
  readonly description: string | null;
  /** What it says besides. */
  readonly claims: JsonObject | null;
  /** What it permits. */
  readonly scopes: readonly string[];
  /** The user who made it. */
  readonly createdBy: string | null;
}

/** An application that people sign in to with their account here. */
export interface OAuthApplicationRow extends Row {
  /** Its name. */
  readonly name: string;
  /** What it makes itself known as. */
  readonly clientId: string;
  /** What proves that; public applications have none. */
  readonly clientSecret: string | null;
  /** Where people may be sent back to. */
  readonly redirectUris: readonly string[];
  /** What it may ask for, with spaces between. */
  readonly scopes: string;
  /** Whether people are asked first. */
  readonly consentScreenEnabled: boolean;
  /** Whether PKCE is a must. */
  readonly pkceRequired: boolean;
  /** Whether it cannot keep a secret. */
  readonly public: boolean;
  /** Its logo. */
  readonly imageId: string | null;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** What an application has of a user. */
export interface OAuthTokenRow extends RevocableRow {
  /** The application, by its id as a client. */
  readonly clientId: string;
  /** The user. */
  readonly userId: string;
  /** What it allows. */
  readonly scopes: readonly string[];
}

/** Machines, keys and applications. */
export interface MachineTables {
  /** Machines. */
  readonly machines: Table<MachineRow, "secret">;
  /** Which machine may talk to which. */
  readonly machineScopes: Table<MachineScopeRow, "from" | "to">;
  /** Tokens of machines. */
  readonly m2mTokens: Table<M2mTokenRow, "machine" | "secret">;
  /** API keys. */
  readonly apiKeys: Table<ApiKeyRow, "subject" | "secret">;
  /** OAuth applications. */
  readonly oauthApplications: Table<OAuthApplicationRow, "client">;
  /** OAuth access tokens. */
  readonly oauthTokens: Table<OAuthTokenRow, "client" | "user" | "secret">;
}

const bySecret = ({ secret }: RevocableRow) => [secret];

/** Makes the tables, empty. */
export function createMachineTables(): MachineTables {
  return {
    machines: createTable<MachineRow, "secret">({
      secret: ({ secretKey, oldKey }) =>
        oldKey ? [secretKey, oldKey.secretKey] : [secretKey],
    }),
    machineScopes: createTable<MachineScopeRow, "from" | "to">({
      from: ({ from }) => [from],
      to: ({ to }) => [to],
    }),
    m2mTokens: createTable<M2mTokenRow, "machine" | "secret">({
      machine: ({ machineId }) => [machineId],
      secret: bySecret,
    }),
    apiKeys: createTable<ApiKeyRow, "subject" | "secret">({
      subject: ({ subject }) => [subject],
      secret: bySecret,
    }),
    oauthApplications: createTable<OAuthApplicationRow, "client">({
      client: ({ clientId }) => [clientId],
    }),
    oauthTokens: createTable<OAuthTokenRow, "client" | "user" | "secret">({
      client: ({ clientId }) => [clientId],
      user: ({ userId }) => [userId],
      secret: bySecret,
    }),
  };
}
