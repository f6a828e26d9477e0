/** The auth objects of the official package: what the core's have, in its manner. */
import type { Declared } from "../src/api/types/declared.ts";
import type { Authorization } from "../src/auth/objects/authorization.ts";
import type {
  ApiKeyData,
  GetTokenOptions,
  MachineDataByType,
  MachineTokenType,
  SignedInData,
  SignedOutData,
  UnauthenticatedMachineData,
} from "../src/auth/objects/types.ts";
import type { JwtActor } from "../src/jwt/types.ts";
import type { JwtPayload, SessionTokenStatus } from "./claims.ts";

/** A role in an organization: one of those that a program declares, if it does. */
export type OrganizationRole = Declared<"authorization"> extends
  { readonly role: infer Role extends string } ? Role : string;

/** A permission in an organization, likewise. */
export type OrganizationPermission = Declared<"authorization"> extends
  { readonly permission: infer Permission extends string } ? Permission
  : string;

/** What to ask of a user: all of what is given must hold. */
export interface OfficialAuthorization extends Authorization {
  /** A role in the active organization, such as `org:admin`. */
  readonly role?: OrganizationRole;
  /** A permission in the active organization, such as `org:invoices:create`. */
  readonly permission?: OrganizationPermission;
}

/** What every auth object can be asked. */
export interface OfficialAuthFunctions<Token> {
  /** Gets the token of the request, or a new one of the session. */
  getToken(options?: GetTokenOptions): Promise<Token>;
  /** Tells whether the user may do something. */
  has(authorization: OfficialAuthorization): boolean;
  /** What helps to find out why. */
  debug(): { readonly [name: string]: unknown };
}

/** The auth object of a session. */
export interface SignedInAuthObject extends
  Pick<
    SignedInData,
    "tokenType" | "isAuthenticated" | "sessionId" | "userId"
  >,
  OfficialAuthFunctions<string | null> {
  /** The claims of the session token. */
  readonly sessionClaims: JwtPayload;
  /** `active` or `pending`; null in older tokens. */
  readonly sessionStatus: SessionTokenStatus | null;
  /** Who acts as the user, when somebody does. */
  readonly actor: JwtActor | undefined;
  /** The id of the active organization. */
  readonly orgId: string | undefined;
  /** The user's role in it. */
  readonly orgRole: OrganizationRole | undefined;
  /** Its slug. */
  readonly orgSlug: string | undefined;
  /** The user's permissions in it. */
  readonly orgPermissions: OrganizationPermission[] | undefined;
  /** Minutes since each factor was verified; -1 for never. */
  readonly factorVerificationAge: [number, number] | null;
}

/** The auth object of a request without a session. */
export interface SignedOutAuthObject
  extends Omit<SignedOutData, "sessionStatus">, OfficialAuthFunctions<null> {
  /** `pending` when there is a session that has tasks to do first. */
  readonly sessionStatus: SessionTokenStatus | null;
}

/** The auth object of a request that may have a session. */
export type SessionAuthObject = SignedInAuthObject | SignedOutAuthObject;

/** What a machine token tells, with lists that can be changed. */
export type MachineData<Data> =
  & {
    readonly [Name in keyof Data]: Data[Name] extends readonly string[]
      ? string[]
      : Data[Name];
  }
  & (Data extends ApiKeyData ? ApiKeyOwner : unknown);

/** Whom an API key belongs to: a user or an organization. */
export type ApiKeyOwner =
  | { readonly userId: string; readonly orgId: null }
  | { readonly userId: null; readonly orgId: string };

/** The auth object of an accepted machine token. */
export type AuthenticatedMachineObject<
  Type extends MachineTokenType = MachineTokenType,
> = {
  readonly [Each in MachineTokenType]:
    & MachineData<MachineDataByType[Each]>
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
