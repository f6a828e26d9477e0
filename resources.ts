/**
 * The Backend API by the resource, for where every kilobyte counts: a bundle
 * holds the resources that are imported, and no verification of tokens.
 *
 * @example
 * ```ts
 * import { createResources, machines, users } from "@isoclerk/backend/resources";
 * import { createEmulator } from "@isoclerk/backend/emulator";
 *
 * const emulator = await createEmulator({
 *   seed: { users: [{ id: "user_1", emailAddress: ["ada@example.com"] }] },
 * });
 * const clerk = createResources({
 *   secretKey: emulator.secretKey,
 *   fetch: emulator.fetch,
 * }, { users, machines });
 * for await (const user of clerk.users.getUserList()) {
 *   console.log(user.emailAddresses[0]?.emailAddress); // ada@example.com
 * }
 * ```
 *
 * @module
 */
import { apiKeys as apiKeysTable } from "./src/api/api_keys.ts";
import type { Api } from "./src/api/client.ts";
import { idPOAuthAccessToken as idPOAuthAccessTokenTable } from "./src/api/idp_oauth_access_token.ts";
import { jwks as jwksTable } from "./src/api/jwks.ts";
import { m2m as m2mTable } from "./src/api/m2m.ts";
import { machines as machinesTable } from "./src/api/machines.ts";
import { oauthApplications as oauthApplicationsTable } from "./src/api/oauth_applications.ts";
import { users as usersTable } from "./src/api/users.ts";
import type { Resource } from "./src/rest/resource.ts";

export { createResources } from "./src/api/create_resources.ts";
export type {
  ResourceMethods,
  ResourcesOptions,
} from "./src/api/create_resources.ts";

// A test compares these with the resources of a client.

/** Keys that let whoever holds one act for a user, an organization or a machine. */
export const apiKeys: Resource<Api["apiKeys"]> = apiKeysTable;
/** Access tokens that the instance gave to OAuth applications. */
export const idPOAuthAccessToken: Resource<Api["idPOAuthAccessToken"]> =
  idPOAuthAccessTokenTable;
/** The keys that the instance signs its tokens with. */
export const jwks: Resource<Api["jwks"]> = jwksTable;
/** Tokens by which machines make themselves known to each other. */
export const m2m: Resource<Api["m2m"]> = m2mTable;
/** Machines: services of yours that call each other. */
export const machines: Resource<Api["machines"]> = machinesTable;
/** Applications that let people sign in with their account at the instance. */
export const oauthApplications: Resource<Api["oauthApplications"]> =
  oauthApplicationsTable;
/** Users: everything that can be known and done about them. */
export const users: Resource<Api["users"]> = usersTable;

export { ClerkApiResponseError, unwrap } from "./src/errors/api_error.ts";
export type {
  ApiError,
  ApiErrorCode,
  ApiFailure,
  ApiResult,
  ApiSuccess,
} from "./src/errors/api_error.ts";
export type { TokenVerificationErrorReason } from "./src/errors/token_verification_error.ts";
export type { Jwk } from "./src/jwt/types.ts";
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
export type { Resource } from "./src/rest/resource.ts";
export type {
  ApiListCall,
  ApiListResult,
  ApiListSuccess,
  CollectOptions,
} from "./src/rest/result.ts";
export type { TransportOptions } from "./src/rest/transport.ts";
export type { Api } from "./src/api/client.ts";
export type { JwksApi } from "./src/api/jwks.ts";
export type { UsersApi } from "./src/api/users.ts";
export type * from "./src/api/resources.ts";
