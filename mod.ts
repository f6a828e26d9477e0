/**
 * A client for Clerk's Backend API, and the verification of session tokens.
 *
 * Nothing here rejects: calls of the API give `{ data, errors }`, verifications
 * give `{ result, error }`. Wrong configuration throws a TypeError when a client
 * or a verifier is made.
 *
 * @example
 * ```ts
 * import { createClerkClient } from "@isoclerk/backend";
 * import { createEmulator } from "@isoclerk/backend/emulator";
 *
 * const emulator = await createEmulator({
 *   seed: { users: [{ id: "user_1", emailAddress: ["ada@example.com"] }] },
 * });
 * const clerk = createClerkClient({
 *   secretKey: emulator.secretKey,
 *   fetch: emulator.fetch,
 * });
 *
 * const { token } = await emulator.signIn("user_1");
 * const { result: claims, error } = await clerk.verifyToken(token);
 * if (error) throw error;
 *
 * const { data: user } = await clerk.users.getUser(claims.sub);
 * console.log(user?.emailAddresses[0]?.emailAddress); // ada@example.com
 * ```
 *
 * @module
 */
import { type Api, createApi } from "./src/api/client.ts";
import {
  type AuthenticateRequest,
  createAuthenticator,
} from "./src/auth/request/authenticate_request.ts";
import { createInstance } from "./src/auth/request/create_instance.ts";
import type { AuthenticateRequestOptions } from "./src/auth/request/options.ts";
import { createM2mVerifier } from "./src/auth/verify_m2m_token.ts";
import {
  createCheckedCore,
  createVerifier,
  type TokenVerifier,
  type TokenVerifierOptions,
} from "./src/auth/verify_token.ts";
import type { OfClass, TokenClass } from "./src/jwt/token_class.ts";
import { demandOptions } from "./src/text/options.ts";
import { resolveOptions } from "./src/keys/resolve_options.ts";
import {
  createTransport,
  type TransportOptions,
} from "./src/rest/transport.ts";

/**
 * What a client is made of. Everything is optional, and no key or address is read
 * later than when the client is made.
 */
export interface ClerkClientOptions
  extends
    TransportOptions,
    TokenVerifierOptions,
    Omit<AuthenticateRequestOptions, "acceptsToken"> {}

/** A client for one instance. It holds the instance's keys and caches. */
export interface ClerkClient<Class extends TokenClass = "session"> extends Api {
  /**
   * Verifies a session token: its signature, then its claims. The client's keys
   * are fetched when the first token comes, and kept.
   *
   * @param token The token.
   * @param overrides What to demand of this one token instead of what the client
   * was made with.
   * @returns The claims, frozen, or an error that says why it is refused.
   */
  readonly verifyToken: TokenVerifier<Class>["verify"];
  /**
   * Gets the keys ahead of the first token, or takes them from the caller.
   *
   * @param jwks The instance's keys, when they need not be fetched.
   * @returns The ids of the keys, or an error that says why there are none.
   */
  readonly hydrate: TokenVerifier["hydrate"];
  /**
   * Says who sent a request: by the `Authorization` header or, for a browser, by
   * cookies. Never rejects.
   *
   * @param request The request. Its body is left alone.
   * @param options What to go by for this request instead of what the client was
   * made with.
   * @returns The state: signed in, signed out, or that the browser has to be sent
   * elsewhere to find out.
   */
  readonly authenticateRequest: AuthenticateRequest;
}

/**
 * Makes a client for one instance of Clerk: the Backend API by resource, and the
 * verification of session tokens. Make one and keep it. Clients share nothing,
 * so several instances can live side by side.
 *
 * What is not given is read from `CLERK_SECRET_KEY`, `CLERK_PUBLISHABLE_KEY`,
 * `CLERK_JWT_KEY`, `CLERK_MACHINE_SECRET_KEY`, `CLERK_API_URL` and
 * `CLERK_API_VERSION`. A client without a secret key can verify tokens by a
 * publishable key or a `jwtKey`; calls of the API then give an error.
 *
 * @param options Keys, and whatever is to be other than usual.
 * @returns The client.
 * @throws {TypeError} When an option cannot be used. The message says which and
 * why, and never holds a key.
 *
 * @example
 * ```ts
 * import { createClerkClient } from "@isoclerk/backend";
 * import { createEmulator } from "@isoclerk/backend/emulator";
 *
 * const emulator = await createEmulator({
 *   seed: { users: [{ id: "user_1", emailAddress: ["ada@example.com"] }] },
 * });
 * const clerk = createClerkClient({
 *   secretKey: emulator.secretKey,
 *   fetch: emulator.fetch,
 *   timeout: 5_000,
 * });
 * const { data: users, errors } = await clerk.users.getUserList();
 * if (errors) console.log(errors[0].code, errors[0].message);
 * else console.log(users.map((user) => user.id)); // [ "user_1" ]
 * ```
 */
export function createClerkClient<const Class extends TokenClass = "session">(
  options: ClerkClientOptions & OfClass<Class> = {},
): ClerkClient<Class> {
  demandOptions(options);
  const resolved = resolveOptions(options);
  const core = createCheckedCore(resolved);
  const verifier = createVerifier<Class>(core, resolved);
  const { m2m, ...api } = createApi(createTransport(resolved));
  return {
    ...api,
    m2m: { ...m2m, verify: createM2mVerifier(core, resolved, m2m.verify) },
    verifyToken: verifier.verify,
    hydrate: verifier.hydrate,
    authenticateRequest: createAuthenticator(
      createInstance(resolved, core, { ...api, m2m }, options.env),
      resolved,
    ),
  };
}

export { createMultiInstanceVerifier } from "./src/auth/multi_instance_verifier.ts";
export type {
  InstanceVerifierOptions,
  MultiInstanceVerifier,
} from "./src/auth/multi_instance_verifier.ts";
export type { AuthenticateRequest } from "./src/auth/request/authenticate_request.ts";
export type {
  AuthenticateRequestOptions,
  OrganizationSyncOptions,
} from "./src/auth/request/options.ts";
export type {
  AuthReason,
  RefreshReason,
  StateReason,
} from "./src/auth/request/reasons.ts";
export type {
  AcceptedType,
  AcceptsToken,
  AuthenticatedState,
  HandshakeState,
  RequestState,
  StateBase,
  StateOf,
  ToAuthOptions,
  UnauthenticatedState,
} from "./src/auth/request/types.ts";
export {
  authenticateRequest,
  createAuthenticateRequest,
} from "./src/auth/request/standalone.ts";
export type { StandaloneAuthenticateRequestOptions } from "./src/auth/request/standalone.ts";
export { createTokenVerifier } from "./src/auth/verify_token.ts";
export type {
  TokenVerifier,
  TokenVerifierOptions,
} from "./src/auth/verify_token.ts";
export { verifyToken } from "./src/auth/verify_token_once.ts";
export type { VerifyTokenOptions } from "./src/auth/verify_token_once.ts";
export { ClerkApiResponseError, unwrap } from "./src/errors/api_error.ts";
export type {
  ApiError,
  ApiErrorCode,
  ApiFailure,
  ApiResult,
  ApiSuccess,
} from "./src/errors/api_error.ts";
export type { Failure, Result, Success } from "./src/errors/result.ts";
export { TokenVerificationError } from "./src/errors/token_verification_error.ts";
export type {
  TokenCarrier,
  TokenVerificationErrorInit,
  TokenVerificationErrorReason,
} from "./src/errors/token_verification_error.ts";
export type { ClaimsOptions } from "./src/jwt/claims.ts";
export type { OfClass, PayloadOf, TokenClass } from "./src/jwt/token_class.ts";
export type {
  Jwk,
  JwtActor,
  JwtOrganization,
  JwtPayload,
  SessionJwtPayload,
  VerifiedJwtPayload,
} from "./src/jwt/types.ts";
export type { KeyOptions, KeyTuning } from "./src/keys/create_key_store.ts";
export type { Jwks } from "./src/keys/jwks.ts";
export { createJwksCache } from "./src/keys/jwks_cache.ts";
export type {
  JwksCache,
  JwksCacheEntry,
  JwksCacheLimits,
  JwksCacheStore,
} from "./src/keys/jwks_cache.ts";
export type { JwksSource, LoadJwks } from "./src/keys/fetch_jwks.ts";
export type { JwksEntry } from "./src/keys/jwks.ts";
export type { InstanceCredentials } from "./src/keys/resolve_credentials.ts";
export type { Clock } from "./src/platform/clock.ts";
export type { Fetch } from "./src/platform/fetch.ts";
export type {
  RequestEvent,
  RequestHooks,
  RequestOptions,
  ResponseEvent,
  RetryEvent,
} from "./src/rest/options.ts";
export type {
  ApiListCall,
  ApiListResult,
  ApiListSuccess,
  CollectOptions,
} from "./src/rest/result.ts";
export type { Api } from "./src/api/client.ts";
export type { JwksApi } from "./src/api/jwks.ts";
export type { UsersApi } from "./src/api/users.ts";
export type { TransportOptions } from "./src/rest/transport.ts";
export type * from "./src/api/resources.ts";
