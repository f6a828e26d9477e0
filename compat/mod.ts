/**
 * The official package's names and manners on this package's core, as drop-in
 * for `@clerk/backend`: everything throws, and gives plain values.
 *
 * @module
 */
export { createClerkClient } from "./client.ts";
export type {
  ClerkClient,
  ClerkOptions,
  PaginatedResourceResponse,
  Plain,
  Throwing,
} from "./client.ts";
export type {
  ExternalAccountGetters,
  Members,
  Official,
  Raw,
  UserGetters,
} from "./resources.ts";
export type {
  EmailAddress,
  ExternalAccount,
  OauthAccessToken,
  Organization,
  OrganizationInvitation,
  OrganizationMembership,
  PhoneNumber,
  User,
} from "./types.ts";
export type * from "./webhook_events.ts";
export { verifyToken } from "./verify_token.ts";
export type { OfficialClaimsOptions } from "./policy.ts";
export type { VerifyTokenOptions } from "./verify_token.ts";
export type { Api } from "../src/api/client.ts";
export type { JwksApi } from "../src/api/jwks.ts";
export type * from "../src/api/resources.ts";
export type {
  EmailAddress as CoreEmailAddress,
  ExternalAccount as CoreExternalAccount,
  OauthAccessToken as CoreOauthAccessToken,
  Organization as CoreOrganization,
  OrganizationInvitation as CoreOrganizationInvitation,
  OrganizationMembership as CoreOrganizationMembership,
  PhoneNumber as CorePhoneNumber,
  User as CoreUser,
} from "../src/api/resources.ts";
export type { UsersApi } from "../src/api/users.ts";
export type {
  ApiError,
  ApiErrorCode,
  ApiFailure,
  ApiResult,
  ApiSuccess,
} from "../src/errors/api_error.ts";
export type {
  JwtActor,
  JwtOrganization,
  JwtPayload,
} from "../src/jwt/types.ts";
export type { Fetch } from "../src/platform/fetch.ts";
export type { RequestOptions } from "../src/rest/options.ts";
export type {
  ApiListCall,
  ApiListFailure,
  ApiListResult,
  ApiListSuccess,
  CollectOptions,
} from "../src/rest/result.ts";
