/**
 * Auth objects: who sent a request, in a form to ask and to pass on. Each is
 * made of plain data ({@linkcode AuthData}: what JSON and structured cloning
 * carry unchanged) and of three functions, `getToken`, `has` and `debug`. A
 * session is made of a `VerifiedToken` and nothing else, and so is the auth
 * object of a machine of a `VerifiedMachineToken`.
 */
import type { ApiResult, ApiSuccess } from "../../errors/api_error.ts";
import type { JwtActor, JwtPayload } from "../../jwt/types.ts";
import type { Authorization } from "./authorization.ts";
import type { AuthDebug } from "./debug.ts";

/** The kinds of token by which a machine makes itself known. */
export type MachineTokenType = "api_key" | "m2m_token" | "oauth_token";

/** The kinds of token by which a request can be authenticated. */
export type TokenType = "session_token" | MachineTokenType;

/** What a session that is signed in tells. */
export interface SignedInData {
  /** The kind of token. */
  readonly tokenType: "session_token";
  /** That it was accepted. */
  readonly isAuthenticated: true;
  /** The claims of the session token, as they are in it. */
  readonly sessionClaims: JwtPayload;
  /** The id of the session. */
  readonly sessionId: string;
  /** `active`, or `pending` while it has tasks to do; null in older tokens. */
  readonly sessionStatus: string | null;
  /** The id of the user. */
  readonly userId: string;
  /** Who acts as the user, when somebody does. */
  readonly actor: JwtActor | null;
  /** The id of the active organization. */
  readonly orgId: string | null;
  /** The user's role in it, such as `org:admin`. */
  readonly orgRole: string | null;
  /** Its slug. */
  readonly orgSlug: string | null;
  /** The user's permissions in it, such as `org:invoices:create`. */
  readonly orgPermissions: readonly string[] | null;
  /**
   * Minutes since the first and the second factor were verified; -1 for never.
   */
  readonly factorVerificationAge: readonly [number, number] | null;
}

/** What is told of a request without a session. */
export interface SignedOutData {
  /** The kind of token. */
  readonly tokenType: "session_token";
  /** That there is no session. */
  readonly isAuthenticated: false;
  /** None. */
  readonly sessionClaims: null;
  /** None. */
  readonly sessionId: null;
  /** `pending` when there is a session that has tasks to do first. */
  readonly sessionStatus: string | null;
  /** None. */
  readonly userId: null;
  /** None. */
  readonly actor: null;
  /** None. */
  readonly orgId: null;
  /** None. */
  readonly orgRole: null;
  /** None. */
  readonly orgSlug: null;
  /** None. */
  readonly orgPermissions: null;
  /** None. */
  readonly factorVerificationAge: null;
}

/** What an API key tells. */
export interface ApiKeyData {
  /** The kind of token. */
  readonly tokenType: "api_key";
  /** That it was accepted. */
  readonly isAuthenticated: true;
  /** The id of the key; not the key itself. */
  readonly id: string;
  /** The user or the organization that the key belongs to. */
  readonly subject: string;
  /** What its owner calls it. */
  readonly name: string;
  /** What the key says beyond the usual. */
  readonly claims: { readonly [name: string]: unknown } | null;
  /** What the key is for. */
  readonly scopes: readonly string[];
  /** The user that the key belongs to. */
  readonly userId: string | null;
  /** The organization that the key belongs to. */
  readonly orgId: string | null;
}

/** What a token of a machine tells. */
export interface M2mTokenData {
  /** The kind of token. */
  readonly tokenType: "m2m_token";
  /** That it was accepted. */
  readonly isAuthenticated: true;
  /** The id of the token; not the token itself. */
  readonly id: string;
  /** The machine that sent it, `mch_…`. */
  readonly subject: string;
  /** What the token says beyond the usual. */
  readonly claims: { readonly [name: string]: unknown } | null;
  /** The machines that it is for. */
  readonly scopes: readonly string[];
  /** The machine that sent it, `mch_…`. */
  readonly machineId: string;
}

/** What an OAuth access token tells. */
export interface OAuthTokenData {
  /** The kind of token. */
  readonly tokenType: "oauth_token";
  /** That it was accepted. */
  readonly isAuthenticated: true;
  /** The id of the token; not the token itself. */
  readonly id: string;
  /** The user who granted it. */
  readonly subject: string;
  /** What it grants. */
  readonly scopes: readonly string[];
  /** The user who granted it. */
  readonly userId: string;
  /** The application that it was granted to. */
  readonly clientId: string;
}

/** What each kind of accepted machine token tells. */
export interface MachineDataByType {
  /** An API key. */
  readonly api_key: ApiKeyData;
  /** A token of a machine. */
  readonly m2m_token: M2mTokenData;
  /** An OAuth access token. */
  readonly oauth_token: OAuthTokenData;
}

/** The data of a token that was not accepted: the same members, all null. */
export type Unauthenticated<Data> =
  & {
    readonly [Name in Exclude<keyof Data, "tokenType" | "isAuthenticated">]:
      null;
  }
  & {
    /** That it was not accepted. */
    readonly isAuthenticated: false;
  };

/** What is told of a request without an accepted machine token of a kind. */
export type UnauthenticatedMachineData<
  Type extends MachineTokenType = MachineTokenType,
> = {
  readonly [Each in MachineTokenType]:
    & Unauthenticated<MachineDataByType[Each]>
    & {
      /** The kind of token that was asked for. */
      readonly tokenType: Each;
    };
}[Type];

/** What is told of a request whose token is of none of the kinds asked for. */
export interface InvalidTokenData {
  /** None. */
  readonly tokenType: null;
  /** That nothing was accepted. */
  readonly isAuthenticated: false;
}

/**
 * Who sent a request, as plain data: it survives JSON and structured cloning
 * unchanged, and holds no token, key or private metadata, so that a server may
 * hand it to the browser. {@linkcode toAuthData} makes it.
 */
export type AuthData =
  | SignedInData
  | SignedOutData
  | ApiKeyData
  | M2mTokenData
  | OAuthTokenData
  | UnauthenticatedMachineData
  | InvalidTokenData;

/** Which token to get. */
export interface GetTokenOptions {
  /** The JWT template to make one by; the session's own token by default. */
  readonly template?: string | undefined;
  /** How long a new token is to be valid, in seconds. */
  readonly expiresInSeconds?: number | undefined;
}

/** What every auth object can be asked. */
export interface AuthFunctions<Token> {
  /**
   * Gets the token that the request came with or, when a template or a time is
   * asked for, a new token of the session. Never rejects.
   */
  getToken(options?: GetTokenOptions): Promise<Token>;
  /**
   * Tells whether the user may do something: every part of what is asked must
   * hold. Nothing asked, or a claim that is malformed, means no.
   *
   * @throws {TypeError} When something unknown is asked.
   */
  has(authorization: Authorization): boolean;
  /** What helps to find out why, without tokens and keys. */
  debug(): AuthDebug;
}

/** The auth object of a session. */
export type SignedInAuth = SignedInData & AuthFunctions<ApiResult<string>>;

/** The auth object of a request without a session. */
export type SignedOutAuth = SignedOutData & AuthFunctions<ApiSuccess<null>>;

/** The auth object of an accepted machine token. */
export type MachineAuth<Type extends MachineTokenType = MachineTokenType> = {
  readonly [Each in MachineTokenType]:
    & MachineDataByType[Each]
    & AuthFunctions<ApiSuccess<string>>;
}[Type];

/** The auth object of a request without an accepted machine token of a kind. */
export type UnauthenticatedMachineAuth<
  Type extends MachineTokenType = MachineTokenType,
> = {
  readonly [Each in MachineTokenType]:
    & UnauthenticatedMachineData<Each>
    & AuthFunctions<ApiSuccess<null>>;
}[Type];

/** The auth object of a request whose token is of none of the kinds asked for. */
export type InvalidTokenAuth =
  & InvalidTokenData
  & AuthFunctions<ApiSuccess<null>>;

/** Any auth object; `tokenType` and `isAuthenticated` tell which. */
export type AuthObject =
  | SignedInAuth
  | SignedOutAuth
  | MachineAuth
  | UnauthenticatedMachineAuth
  | InvalidTokenAuth;

/** The one call of the Backend API that a session's auth object makes. */
export interface SessionBackend {
  /** Makes a token of a session, as `sessions.getToken` of the client does. */
  getToken(
    sessionId: string,
    template?: string | null,
    expiresInSeconds?: number | null,
  ): Promise<ApiResult<{ readonly jwt: string }>>;
}
