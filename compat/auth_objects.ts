/** The auth objects of `@clerk/backend/internal`. */
import type {
  ApiKeyRecord,
  M2mTokenRecord,
  MachineRecordByType,
  OAuthTokenRecord,
} from "../src/auth/machine/types.ts";
import {
  type AcceptedTokens,
  isTokenTypeAccepted,
} from "../src/auth/objects/accepted.ts";
import { createHas } from "../src/auth/objects/authorization.ts";
import {
  NO_MACHINE_DATA,
  readApiKey,
  readM2mToken,
  readOAuthToken,
} from "../src/auth/objects/machine_data.ts";
import { readSession, SIGNED_OUT } from "../src/auth/objects/session_data.ts";
import type { MachineTokenType } from "../src/auth/objects/types.ts";
import type { Jwt, JwtPayload as Claims } from "../src/jwt/types.ts";
import { createOfficialDebug } from "./auth_debug.ts";
import type {
  AuthenticatedMachineObject,
  AuthObject,
  InvalidTokenAuthObject,
  SignedInAuthObject,
  SignedOutAuthObject,
  UnauthenticatedMachineObject,
} from "./auth_types.ts";
import { promise, type SessionTokenStatus } from "./claims.ts";
import { createGetToken, type GetTokenContext } from "./get_token.ts";

/** What an auth object is told of the request, and of the client. */
export interface AuthContext extends GetTokenContext {
  /** Anything else, for `debug()`. */
  readonly [name: string]: unknown;
}

/**
 * Makes the auth object of a session from claims that the caller vouches for:
 * nothing is verified here. The default flavour has no such function.
 *
 * @param context What `debug()` tells; and the secret key, for `getToken` with a
 * template.
 * @param sessionToken The token.
 * @param sessionClaims Its claims. Verify the token first.
 * @returns The auth object.
 */
export function signedInAuthObject(
  context: AuthContext,
  sessionToken: string,
  sessionClaims: Claims,
): SignedInAuthObject {
  const data = readSession(sessionClaims);
  return {
    ...data,
    sessionClaims: promise(sessionClaims),
    // The official type knows no other text.
    sessionStatus: data.sessionStatus as SessionTokenStatus | null,
    actor: data.actor ?? undefined,
    orgId: data.orgId ?? undefined,
    orgRole: data.orgRole ?? undefined,
    orgSlug: data.orgSlug ?? undefined,
    orgPermissions: data.orgPermissions?.slice(),
    factorVerificationAge: data.factorVerificationAge &&
      [...data.factorVerificationAge],
    getToken: createGetToken(context, data.sessionId, sessionToken),
    has: createHas(data),
    debug: createOfficialDebug(context, { sessionToken }),
  };
}

/**
 * Makes the auth object of a request without a session.
 *
 * @param debugData What `debug()` tells.
 * @param initialSessionStatus `pending` for a session that has tasks to do.
 * @returns The auth object.
 */
export function signedOutAuthObject(
  debugData?: object,
  initialSessionStatus?: SessionTokenStatus,
): SignedOutAuthObject {
  return {
    ...SIGNED_OUT,
    sessionStatus: initialSessionStatus ?? null,
    ...createNone(debugData),
  };
}

/**
 * Makes the auth object of a machine token from what the caller vouches for.
 *
 * @param tokenType The kind of token.
 * @param token The token.
 * @param verificationResult What its verification told.
 * @param debugData What `debug()` tells.
 * @returns The auth object.
 */
export function authenticatedMachineObject<Type extends MachineTokenType>(
  tokenType: Type,
  token: string,
  verificationResult: MachineRecordByType[Type],
  debugData?: object,
): AuthenticatedMachineObject<Type>;
export function authenticatedMachineObject(
  tokenType: MachineTokenType,
  token: string,
  verificationResult: ApiKeyRecord & OAuthTokenRecord & M2mTokenRecord,
  debugData?: object,
): object {
  const functions = {
    getToken: () => Promise.resolve(token),
    has: createHas(undefined),
    debug: createOfficialDebug(debugData),
  };
  switch (tokenType) {
    case "api_key":
      return { ...readApiKey(verificationResult), ...functions };
    case "m2m_token":
      return { ...readM2mToken(verificationResult), ...functions };
    case "oauth_token":
      return { ...readOAuthToken(verificationResult), ...functions };
    default:
      throw new Error(`Invalid token type: ${tokenType}`);
  }
}

/**
 * Makes the auth object of a request without an accepted machine token.
 *
 * @param tokenType The kind of token that was asked for.
 * @param debugData What `debug()` tells.
 * @returns The auth object.
 */
export function unauthenticatedMachineObject<Type extends MachineTokenType>(
  tokenType: Type,
  debugData?: object,
): UnauthenticatedMachineObject<Type>;
export function unauthenticatedMachineObject(
  tokenType: MachineTokenType,
  debugData?: object,
): UnauthenticatedMachineObject {
  if (!Object.hasOwn(NO_MACHINE_DATA, tokenType)) {
    throw new Error(`Invalid token type: ${tokenType}`);
  }
  return { ...NO_MACHINE_DATA[tokenType], ...createNone(debugData) };
}

/**
 * Makes the auth object of a request whose token is of no kind asked for.
 *
 * @returns The auth object.
 */
export function invalidTokenAuthObject(): InvalidTokenAuthObject {
  return {
    tokenType: null,
    isAuthenticated: false,
    ...createNone(undefined),
    debug: () => ({}),
  };
}

/**
 * Makes the auth object of a session token that was decoded: the caller vouches
 * for it, as nothing is verified here.
 *
 * @param jwt The token, as `decodeJwt` gives it. Verify it first.
 * @param options Whether a pending session counts as signed out; and a context.
 * @returns The auth object.
 */
export function getAuthObjectFromJwt(
  jwt: Jwt,
  { treatPendingAsSignedOut = true, ...context }: AuthContext & {
    /** Whether a session with tasks to do counts as none; true by default. */
    readonly treatPendingAsSignedOut?: boolean | undefined;
  },
): SignedInAuthObject | SignedOutAuthObject {
  return treatPendingAsSignedOut && jwt.payload.sts === "pending"
    ? signedOutAuthObject(context, "pending")
    : signedInAuthObject(context, jwt.raw.text, jwt.payload);
}

/** What {@linkcode getAuthObjectForAcceptedToken} takes. */
export interface AcceptedTokenParams {
  /** The auth object of the request. */
  readonly authObject: AuthObject;
  /** One kind of token, a list of them, or `any`; session tokens by default. */
  readonly acceptsToken?: AcceptedTokens | undefined;
}

/**
 * Gives the auth object of a request to somebody who accepts certain kinds of
 * token and no others.
 *
 * @param params The auth object, and what is accepted.
 * @returns The very same, or one that is not authenticated.
 */
export function getAuthObjectForAcceptedToken(
  { authObject, acceptsToken = "session_token" }: AcceptedTokenParams,
): AuthObject {
  if (acceptsToken === "any") return authObject;
  const { tokenType } = authObject;
  if (tokenType !== null && isTokenTypeAccepted(tokenType, acceptsToken)) {
    return authObject;
  }
  if (typeof acceptsToken !== "string") return invalidTokenAuthObject();
  return acceptsToken === "session_token"
    ? signedOutAuthObject(authObject.debug())
    : unauthenticatedMachineObject(acceptsToken, authObject.debug());
}

/**
 * Takes the functions off an auth object, for what can carry data alone.
 *
 * @param obj The auth object.
 * @returns A copy without `getToken`, `has` and `debug`.
 */
export function makeAuthObjectSerializable<T extends object>(obj: T): T;
export function makeAuthObjectSerializable(obj: object): object {
  const { getToken: _, has: _h, debug: _d, ...data } = { ...NONE, ...obj };
  return data;
}

const NONE = { getToken: undefined, has: undefined, debug: undefined };

function createNone(debugData: object | undefined) {
  return {
    getToken: () => Promise.resolve(null),
    has: createHas(undefined),
    debug: createOfficialDebug(debugData),
  };
}
