/**
 * The names of `@clerk/backend/internal`, as drop-in: what adapters for
 * frameworks are built on.
 *
 * @module
 */
export {
  authenticatedMachineObject,
  getAuthObjectForAcceptedToken,
  getAuthObjectFromJwt,
  invalidTokenAuthObject,
  makeAuthObjectSerializable,
  signedInAuthObject,
  signedOutAuthObject,
  unauthenticatedMachineObject,
} from "./auth_objects.ts";
export type { AcceptedTokenParams, AuthContext } from "./auth_objects.ts";
export type * from "./auth_types.ts";
export type {
  AcceptingOptions,
  AuthenticateRequest,
} from "./authenticate_request.ts";
export type { AuthenticateRequestOptions } from "./request_options.ts";
export { createBootstrapSignedOutState } from "./bootstrap_state.ts";
export type { BootstrapOptions } from "./bootstrap_state.ts";
export type { JwtPayload, SessionTokenStatus } from "./claims.ts";
export { createAuthenticateRequest } from "./create_authenticate_request.ts";
export type {
  CreateAuthenticateRequestOptions,
  RequestApiClient,
  RequestAuthenticator,
} from "./create_authenticate_request.ts";
export { createClerkRequest } from "./clerk_request.ts";
export type {
  ClerkRequest,
  ClerkRequestJson,
  ClerkUrl,
} from "./clerk_request.ts";
export { debugRequestState } from "./debug_request_state.ts";
export type { RequestStateDebug } from "./debug_request_state.ts";
export type {
  AuthenticatedState,
  AuthOptions,
  RedirectFun,
  RequestState,
  SessionTokenType,
  SignedInState,
  SignedOutState,
  StateOf,
  UnauthenticatedState,
} from "./request_state.ts";
export type { OrganizationSyncOptions } from "../src/auth/request/options.ts";
export { AuthStatus, TokenType } from "./auth_values.ts";
export type * from "./get_auth.ts";
export type {
  GetTokenContext,
  SignedInAuthObjectOptions,
} from "./get_token.ts";
export { verifyMachineAuthToken } from "./machine_tokens.ts";
export type {
  MachineTokenResult,
  VerifyMachineTokenOptions,
} from "./machine_tokens.ts";
export {
  decorateObjectWithResources,
  stripPrivateDataFromObject,
} from "./private_data.ts";
export type { DecorateOptions } from "./private_data.ts";
export {
  reverificationError,
  reverificationErrorResponse,
} from "./reverification.ts";
export { constants } from "../src/auth/constants.ts";
export {
  isMachineToken,
  isMachineTokenByPrefix,
} from "../src/auth/machine/classify.ts";
export type { ClerkRequest as CoreClerkRequest } from "../src/auth/clerk_request.ts";
export { createRedirect } from "../src/auth/redirect.ts";
export type {
  RedirectOptions,
  Redirects,
  ReturnOptions,
} from "../src/auth/redirect.ts";
export { isTokenTypeAccepted } from "../src/auth/objects/accepted.ts";
export type { AcceptedTokens } from "../src/auth/objects/accepted.ts";
export type { MachineTokenType } from "../src/auth/objects/types.ts";
