/**
 * What adapters for frameworks are built on. It may change between minor
 * versions; applications have no need of it.
 *
 * A request's token is verified, and the auth object made of what came of it:
 * nothing else can be made one.
 *
 * @example
 * ```ts
 * import { createSessionAuth, toAuthData, verifySessionToken } from "@isoclerk/backend/internal";
 * import { createEmulator } from "@isoclerk/backend/emulator";
 *
 * const emulator = await createEmulator({ seed: { users: [{ id: "user_1" }] } });
 * const { token } = await emulator.signIn("user_1");
 * const { result: verified, error } = await verifySessionToken(token, {
 *   secretKey: emulator.secretKey,
 *   fetch: emulator.fetch,
 * });
 * if (error) throw error;
 * const auth = createSessionAuth({ verified, token });
 * const forTheBrowser = JSON.stringify(toAuthData(auth));
 * console.log(JSON.parse(forTheBrowser).userId); // user_1
 * ```
 *
 * @module
 */
import { apiKeys } from "./src/api/api_keys.ts";
import { idPOAuthAccessToken } from "./src/api/idp_oauth_access_token.ts";
import { m2m } from "./src/api/m2m.ts";
import {
  createMachineTokenVerifierWith,
  type MachineTokenVerifier,
  type MachineTokenVerifierOptions,
} from "./src/auth/machine/create_verifier.ts";
import { createCheckedCore } from "./src/auth/verify_token.ts";
import { resolveOptions } from "./src/keys/resolve_options.ts";
import { bindTable } from "./src/rest/table.ts";
import {
  createTransport,
  type TransportOptions,
} from "./src/rest/transport.ts";
import { copyOptions, demandOptions } from "./src/text/options.ts";

/**
 * Makes what verifies the tokens of machines: JWTs with the keys of the
 * instance, opaque ones by asking Clerk each time, unless `opaqueTokenCache`
 * allows for less. Make one and keep it.
 *
 * @param options Keys, what to demand of JWTs, and how to ask. What is not given
 * is read from the environment variables that a client reads.
 * @returns The verifier.
 * @throws {TypeError} When an option cannot be used.
 *
 * @example
 * ```ts
 * import { createMachineTokenVerifier } from "@isoclerk/backend/internal";
 *
 * const verifier = createMachineTokenVerifier({ secretKey: "sk_test_example" });
 * const { error } = await verifier.verify("not a machine's");
 * console.log(error?.code); // token-invalid
 * ```
 */
export function createMachineTokenVerifier(
  options: MachineTokenVerifierOptions & TransportOptions = {},
): MachineTokenVerifier {
  demandOptions(options);
  const resolved = resolveOptions(copyOptions(options));
  const send = createTransport(resolved);
  const backend = {
    apiKeys: bindTable(apiKeys, send),
    idPOAuthAccessToken: bindTable(idPOAuthAccessToken, send),
    m2m: bindTable(m2m, send),
  };
  const core = createCheckedCore(resolved);
  return createMachineTokenVerifierWith({ ...resolved, core, backend });
}

export { pickPublicData } from "./src/api/public_data.ts";
export type {
  PrivateResource,
  PublicOrganization,
  PublicOrganizationInvitation,
  PublicOrganizationMembership,
  PublicUser,
} from "./src/api/public_data.ts";
export { createClerkRequest } from "./src/auth/clerk_request.ts";
export type { ClerkRequest } from "./src/auth/clerk_request.ts";
export { constants } from "./src/auth/constants.ts";
export {
  isMachineToken,
  isMachineTokenByPrefix,
  machineTokenTypeOf,
} from "./src/auth/machine/classify.ts";
export type {
  MachineTokenVerifier,
  MachineTokenVerifierOptions,
} from "./src/auth/machine/create_verifier.ts";
export type { OpaqueTokenCacheOptions } from "./src/auth/machine/opaque_token_cache.ts";
export type {
  ApiKeyRecord,
  M2mTokenRecord,
  MachineRecordByType,
  OAuthTokenRecord,
  TokenValidity,
  verifiedMachine,
  VerifiedMachineToken,
} from "./src/auth/machine/types.ts";
export type { MachineClaimsOptions } from "./src/auth/machine/verify_jwt.ts";
export {
  isTokenTypeAccepted,
  narrowAuth,
} from "./src/auth/objects/accepted.ts";
export type { AcceptedTokens } from "./src/auth/objects/accepted.ts";
export { toAuthData } from "./src/auth/objects/auth_data.ts";
export type { DataOf } from "./src/auth/objects/auth_data.ts";
export { isAuthorized } from "./src/auth/objects/authorization.ts";
export type { Authorization } from "./src/auth/objects/authorization.ts";
export type { AuthDebug, DebugSource } from "./src/auth/objects/debug.ts";
export { loadResources } from "./src/auth/objects/load_resources.ts";
export type {
  AuthResources,
  LoadResourcesOptions,
  ResourceBackend,
} from "./src/auth/objects/load_resources.ts";
export {
  createInvalidTokenAuth,
  createMachineAuth,
  createUnauthenticatedMachineAuth,
} from "./src/auth/objects/machine.ts";
export { decodeOrganizationClaims } from "./src/auth/objects/organization_claims.ts";
export type { OrganizationClaims } from "./src/auth/objects/organization_claims.ts";
export type {
  Reverification,
  ReverificationDemand,
  ReverificationLevel,
} from "./src/auth/objects/reverification.ts";
export { debugRequestState } from "./src/auth/request/debug_request_state.ts";
export type { RequestStateDebug } from "./src/auth/request/debug_request_state.ts";
export {
  createSessionAuth,
  createSignedOutAuth,
} from "./src/auth/objects/session.ts";
export type {
  SessionAuthInit,
  SignedOutAuthInit,
} from "./src/auth/objects/session.ts";
export type {
  ApiKeyData,
  AuthData,
  AuthFunctions,
  AuthObject,
  GetTokenOptions,
  InvalidTokenAuth,
  InvalidTokenData,
  M2mTokenData,
  MachineAuth,
  MachineDataByType,
  MachineTokenType,
  OAuthTokenData,
  SessionBackend,
  SignedInAuth,
  SignedInData,
  SignedOutAuth,
  SignedOutData,
  TokenType,
  Unauthenticated,
  UnauthenticatedMachineAuth,
  UnauthenticatedMachineData,
} from "./src/auth/objects/types.ts";
export { createRedirect } from "./src/auth/redirect.ts";
export type {
  RedirectOptions,
  Redirects,
  ReturnOptions,
} from "./src/auth/redirect.ts";
export {
  createReverificationError,
  createReverificationResponse,
} from "./src/auth/reverification_error.ts";
export type { ReverificationError } from "./src/auth/reverification_error.ts";
export { verifySessionToken } from "./src/auth/verify_session_token.ts";
export type { VerifyTokenOptions } from "./src/auth/verify_token_once.ts";
export type {
  ApiError,
  ApiErrorCode,
  ApiFailure,
  ApiResult,
  ApiSuccess,
} from "./src/errors/api_error.ts";
export { MachineTokenVerificationError } from "./src/errors/machine_token_verification_error.ts";
export type {
  MachineTokenVerificationErrorCode,
  MachineTokenVerificationErrorInit,
} from "./src/errors/machine_token_verification_error.ts";
export type {
  TokenContent,
  verified,
  VerifiedToken,
} from "./src/jwt/verified.ts";
export type {
  JwtActor,
  JwtHeader,
  JwtOrganization,
  JwtPayload,
} from "./src/jwt/types.ts";
export { parsePublishableKey } from "./src/text/publishable_key.ts";
export type {
  InstanceType,
  PublishableKey,
} from "./src/text/publishable_key.ts";
export { CLERK_API_VERSION, VERSION } from "./src/text/version.ts";
