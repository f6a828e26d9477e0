/** The auth objects of the official package: what the core's have, in its manner. */
import type { JwtActor } from "../src/jwt/types.ts";
import type { Authorization } from "../src/auth/objects/authorization.ts";
import type {
  GetTokenOptions,
  MachineDataByType,
  MachineTokenType,
  SignedOutData,
  UnauthenticatedMachineData,
} from "../src/auth/objects/types.ts";
import type { JwtPayload } from "./claims.ts";

/** What every auth object can be asked. */
export interface OfficialAuthFunctions<Token> {
  /** Gets the token of the request, or a new one of the session. */
  getToken(options?: GetTokenOptions): Promise<Token>;
  /** Tells whether the user may do something. */
  has(authorization: Authorization): boolean;
  /** What helps to find out why. */
  debug(): { readonly [name: string]: unknown };
}

/** The auth object of a session. */
export interface SignedInAuthObject
  extends OfficialAuthFunctions<string | null> {
  /** The kind of token. */
  readonly tokenType: "session_token";
  /** That it was accepted. */
  readonly isAuthenticated: true;
  /** The claims of the session token. */
  readonly sessionClaims: JwtPayload;
  /** The id of the session. */
  readonly sessionId: string;
  /** `active` or `pending`; null in older tokens. */
  readonly sessionStatus: string | null;
  /** Who acts as the user, when somebody does. */
  readonly actor: JwtActor | undefined;
  /** The id of the user. */
  readonly userId: string;
  /** The id of the active organization. */
  readonly orgId: string | undefined;
  /** The user's role in it. */
  readonly orgRole: string | undefined;
  /** Its slug. */
  readonly orgSlug: string | undefined;
  /** The user's permissions in it. */
  readonly orgPermissions: readonly string[] | undefined;
  /** Minutes since each factor was verified; -1 for never. */
  readonly factorVerificationAge: readonly [number, number] | null;
}

/** The auth object of a request without a session. */
export type SignedOutAuthObject = SignedOutData & OfficialAuthFunctions<null>;

/** The auth object of a request that may have a session. */
export type SessionAuthObject = SignedInAuthObject | SignedOutAuthObject;

/** The auth object of an accepted machine token. */
export type AuthenticatedMachineObject<
  Type extends MachineTokenType = MachineTokenType,
> = {
  readonly [Each in MachineTokenType]:
    & MachineDataByType[Each]
    & OfficialAuthFunctions<string>;
}[Type];

/** The auth object of a request without an accepted machine token of a kind. */
export type UnauthenticatedMachineObject<
  Type extends MachineTokenType = MachineTokenType,
> = {
  readonly [Each in MachineTokenType]:
    & UnauthenticatedMachineData<Each>
    & OfficialAuthFunctions<null>;
}[Type];

/** The auth object of a request that may have a machine token. */
export type MachineAuthObject<
  Type extends MachineTokenType = MachineTokenType,
> = AuthenticatedMachineObject<Type> | UnauthenticatedMachineObject<Type>;

/** The auth object of a request whose token is of no kind asked for. */
export interface InvalidTokenAuthObject extends OfficialAuthFunctions<null> {
  /** None. */
  readonly tokenType: null;
  /** That nothing was accepted. */
  readonly isAuthenticated: false;
}

/** Any auth object. */
export type AuthObject =
  | SignedInAuthObject
  | SignedOutAuthObject
  | AuthenticatedMachineObject
  | UnauthenticatedMachineObject
  | InvalidTokenAuthObject;
