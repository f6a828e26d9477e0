import type { JsonObject } from "../../text/json.ts";
import type { SessionOrganization } from "../session_claims.ts";
import { createTable, type Row, type Table } from "./table.ts";

/** How a session stands in the table; that it is over, the clock tells. */
export type SessionStatus =
  | "active"
  | "pending"
  | "ended"
  | "removed"
  | "replaced"
  | "revoked";

/** What the tokens of a session say beyond what every token says. */
export interface SessionWords {
  /** The origin that they are for. */
  readonly azp?: string | undefined;
  /** Minutes since the first and the second factor, when it began. */
  readonly fva?: readonly [number, number] | undefined;
  /** The plans. */
  readonly pla?: string | undefined;
  /** The features. */
  readonly fea?: string | undefined;
  /** The version of their form. */
  readonly version?: 1 | 2 | undefined;
  /** Claims of one's own. */
  readonly claims?: JsonObject | undefined;
}

/** A session. Never changed, only replaced. */
export interface SessionRow extends Row {
  /** The user. */
  readonly userId: string;
  /** The browser or app that it is in. */
  readonly clientId: string;
  /** How it stands, but for what the clock tells. */
  readonly status: SessionStatus;
  /** The active organization. */
  readonly organizationId: string | null;
  /** The same with role and permissions, when a test said so itself. */
  readonly organization: SessionOrganization | null;
  /** Who acts as the user, as the claim. */
  readonly actor: JsonObject | null;
  /** What its tokens say. */
  readonly words: SessionWords;
  /** What a new token is had for once the last is over. */
  readonly refreshToken: string;
  /** The `jti` of tokens that were exchanged for new ones. */
  readonly refreshed: readonly string[];
  /** When it was last used, in milliseconds since 1970. */
  readonly lastActiveAt: number;
  /** When it is over, in milliseconds since 1970. */
  readonly expireAt: number;
  /** When it counts as abandoned, in milliseconds since 1970. */
  readonly abandonAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** A browser or an app, with the sessions in it. */
export interface ClientRow extends Row {
  /** The session that was active last. */
  readonly lastActiveSessionId: string | null;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** Cookies that wait for who shows a nonce, which is the id. */
export interface HandshakeRow extends Row {
  /** Values of `Set-Cookie`. */
  readonly directives: readonly string[];
}

/** A token that lets somebody in; its words are in a ticket. */
export interface TicketRow extends Row {
  /** The user. */
  readonly userId: string;
  /** How it stands. */
  readonly status: "pending" | "accepted" | "revoked";
  /** The ticket. */
  readonly token: string;
  /** When it is over, in milliseconds since 1970. */
  readonly expiresAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** A token to sign in with. */
export interface SignInTokenRow extends TicketRow {
  /** The organization that will be active. */
  readonly organizationId: string | null;
}

/** A token to act as a user with. */
export interface ActorTokenRow extends TicketRow {
  /** Who acts. */
  readonly actor: JsonObject;
  /** How long the session may be, in seconds. */
  readonly sessionSeconds: number;
}

/** What an agent does on behalf of a user. */
export interface AgentTaskRow extends TicketRow {
  /** The agent, the same for the same name. */
  readonly agentId: string;
  /** The name of the agent. */
  readonly agentName: string;
  /** What it does. */
  readonly description: string;
  /** Where it goes once it is signed in. */
  readonly redirectUrl: string;
  /** How long the session may be, in seconds. */
  readonly sessionSeconds: number;
}

/** An attempt to verify an address or a number by a code. */
export interface VerificationRow extends Row {
  /** The address or the number. */
  readonly identificationId: string;
  /** The user. */
  readonly userId: string;
  /** What proves it. */
  readonly strategy: "email_code" | "phone_code";
  /** The code that is right. */
  readonly code: string;
  /** Whether the right code came. */
  readonly verified: boolean;
  /** How many codes came. */
  readonly attempts: number;
  /** When the code is over, in milliseconds since 1970. */
  readonly expiresAt: number;
}

/** What makes tokens of one's own form. */
export interface JwtTemplateRow extends Row {
  /** What it is asked for by. */
  readonly name: string;
  /** The claims, with shortcodes. */
  readonly claims: JsonObject;
  /** How long its tokens are good, in seconds. */
  readonly lifetime: number;
  /** How far before their time of issue they are good, in seconds. */
  readonly allowedClockSkew: number;
  /** The algorithm that they are signed with. */
  readonly signingAlgorithm: string;
  /** The key that they are signed with; the instance's by default. */
  readonly signingKey: string | null;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** Sessions, and what leads to them and out of them. */
export interface SessionTables {
  /** Sessions. */
  readonly sessions: Table<
    SessionRow,
    "user" | "client" | "refresh" | "organization"
  >;
  /** Clients. */
  readonly clients: Table<ClientRow, never>;
  /** Cookies of handshakes. */
  readonly handshakes: Table<HandshakeRow, never>;
  /** Tokens to sign in with. */
  readonly signInTokens: Table<SignInTokenRow, "user" | "token">;
  /** Tokens to act as a user with. */
  readonly actorTokens: Table<ActorTokenRow, "user" | "token">;
  /** Tasks of agents. */
  readonly agentTasks: Table<AgentTaskRow, "user" | "token" | "agent">;
  /** Attempts to verify addresses and numbers. */
  readonly verifications: Table<VerificationRow, "identification" | "user">;
  /** What makes tokens of one's own form. */
  readonly jwtTemplates: Table<JwtTemplateRow, "name">;
}

const ofUser = ({ userId }: { readonly userId: string }) => [userId];
const byToken = ({ token }: TicketRow) => [token];

/** Makes the tables, empty. */
export function createSessionTables(): SessionTables {
  return {
    sessions: createTable<
      SessionRow,
      "user" | "client" | "refresh" | "organization"
    >({
      user: ofUser,
      client: ({ clientId }) => [clientId],
      refresh: ({ refreshToken }) => [refreshToken],
      organization: ({ organizationId }) =>
        organizationId === null ? [] : [organizationId],
    }),
    clients: createTable<ClientRow, never>({}),
    handshakes: createTable<HandshakeRow, never>({}),
    signInTokens: createTable<SignInTokenRow, "user" | "token">({
      user: ofUser,
      token: byToken,
    }),
    actorTokens: createTable<ActorTokenRow, "user" | "token">({
      user: ofUser,
      token: byToken,
    }),
    agentTasks: createTable<AgentTaskRow, "user" | "token" | "agent">({
      user: ofUser,
      token: byToken,
      agent: ({ agentName }) => [agentName],
    }),
    verifications: createTable<VerificationRow, "identification" | "user">({
      identification: ({ identificationId }) => [identificationId],
      user: ofUser,
    }),
    jwtTemplates: createTable<JwtTemplateRow, "name">({
      name: ({ name }) => [name],
    }),
  };
}
