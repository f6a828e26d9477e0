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
import { accountlessApplications as accountlessApplicationsTable } from "./src/api/accountless_applications.ts";
import { actorTokens as actorTokensTable } from "./src/api/actor_tokens.ts";
import { adminPortalLinkTokens as adminPortalLinkTokensTable } from "./src/api/admin_portal_link_tokens.ts";
import { agentTasks as agentTasksTable } from "./src/api/agent_tasks.ts";
import { allowlistIdentifiers as allowlistIdentifiersTable } from "./src/api/allowlist_identifiers.ts";
import { apiKeys as apiKeysTable } from "./src/api/api_keys.ts";
import { betaFeatures as betaFeaturesTable } from "./src/api/beta_features.ts";
import { billing as billingTable } from "./src/api/billing.ts";
import { blocklistIdentifiers as blocklistIdentifiersTable } from "./src/api/blocklist_identifiers.ts";
import type { Api } from "./src/api/client.ts";
import { clients as clientsTable } from "./src/api/clients.ts";
import { directories as directoriesTable } from "./src/api/directories.ts";
import { domains as domainsTable } from "./src/api/domains.ts";
import { emailAddresses as emailAddressesTable } from "./src/api/email_addresses.ts";
import { emails as emailsTable } from "./src/api/emails.ts";
import { enterpriseConnections as enterpriseConnectionsTable } from "./src/api/enterprise_connections.ts";
import { idPOAuthAccessToken as idPOAuthAccessTokenTable } from "./src/api/idp_oauth_access_token.ts";
import { instance as instanceTable } from "./src/api/instance.ts";
import { interstitial as interstitialTable } from "./src/api/interstitial.ts";
import { invitations as invitationsTable } from "./src/api/invitations.ts";
import { jwks as jwksTable } from "./src/api/jwks.ts";
import { jwtTemplates as jwtTemplatesTable } from "./src/api/jwt_templates.ts";
import { m2m as m2mTable } from "./src/api/m2m.ts";
import { machines as machinesTable } from "./src/api/machines.ts";
import { oauthApplications as oauthApplicationsTable } from "./src/api/oauth_applications.ts";
import { organizationPermissions as organizationPermissionsTable } from "./src/api/organization_permissions.ts";
import { organizationRoles as organizationRolesTable } from "./src/api/organization_roles.ts";
import { organizations as organizationsTable } from "./src/api/organizations.ts";
import { phoneNumbers as phoneNumbersTable } from "./src/api/phone_numbers.ts";
import { proxyChecks as proxyChecksTable } from "./src/api/proxy_checks.ts";
import { redirectUrls as redirectUrlsTable } from "./src/api/redirect_urls.ts";
import { roleSets as roleSetsTable } from "./src/api/role_sets.ts";
import { samlConnections as samlConnectionsTable } from "./src/api/saml_connections.ts";
import { scimDirectories as scimDirectoriesTable } from "./src/api/scim_directories.ts";
import { sessions as sessionsTable } from "./src/api/sessions.ts";
import { signInTokens as signInTokensTable } from "./src/api/sign_in_tokens.ts";
import { signUps as signUpsTable } from "./src/api/sign_ups.ts";
import { templates as templatesTable } from "./src/api/templates.ts";
import { testingTokens as testingTokensTable } from "./src/api/testing_tokens.ts";
import { users as usersTable } from "./src/api/users.ts";
import { waitlistEntries as waitlistEntriesTable } from "./src/api/waitlist_entries.ts";
import { webhooks as webhooksTable } from "./src/api/webhooks.ts";
import type { Resource } from "./src/rest/resource.ts";

export { createResources } from "./src/api/create_resources.ts";
export type {
  ResourceMethods,
  ResourcesOptions,
} from "./src/api/create_resources.ts";

// A test compares these with the resources of a client.

/** Actor tokens: signing in as somebody else. */
export const actorTokens: Resource<Api["actorTokens"]> = actorTokensTable;
/** Tokens for links into the admin portal. */
export const adminPortalLinkTokens: Resource<Api["adminPortalLinkTokens"]> =
  adminPortalLinkTokensTable;
/** Agent tasks: letting an agent act for a user. */
export const agentTasks: Resource<Api["agentTasks"]> = agentTasksTable;
/** Who may sign up while sign-ups are restricted. */
export const allowlistIdentifiers: Resource<Api["allowlistIdentifiers"]> =
  allowlistIdentifiersTable;
/** Keys that let whoever holds one act for a user, an organization or a machine. */
export const apiKeys: Resource<Api["apiKeys"]> = apiKeysTable;
/** Settings of the instance that are in beta, or were. */
export const betaFeatures: Resource<Api["betaFeatures"]> = betaFeaturesTable;
/** Plans, prices, subscriptions and statements. */
export const billing: Resource<Api["billing"]> = billingTable;
/** Who may neither sign up nor sign in. */
export const blocklistIdentifiers: Resource<Api["blocklistIdentifiers"]> =
  blocklistIdentifiersTable;
/** Clients: the browsers and devices that sessions live on. */
export const clients: Resource<Api["clients"]> = clientsTable;
/** Directories of enterprises, which keep users up to date by SCIM. */
export const directories: Resource<Api["directories"]> = directoriesTable;
/** The primary domain of the instance, and its satellites. */
export const domains: Resource<Api["domains"]> = domainsTable;
/** E-mail addresses of users. */
export const emailAddresses: Resource<Api["emailAddresses"]> =
  emailAddressesTable;
/** E-mails to users and other people. */
export const emails: Resource<Api["emails"]> = emailsTable;
/** Connections to the identity providers of enterprises. */
export const enterpriseConnections: Resource<Api["enterpriseConnections"]> =
  enterpriseConnectionsTable;
/** Applications that begin without an account at Clerk (keyless mode). */
export const __experimental_accountlessApplications: Resource<
  Api["__experimental_accountlessApplications"]
> = accountlessApplicationsTable;
/** Access tokens that the instance gave to OAuth applications. */
export const idPOAuthAccessToken: Resource<Api["idPOAuthAccessToken"]> =
  idPOAuthAccessTokenTable;
/** The instance that the secret key belongs to, and its settings. */
export const instance: Resource<Api["instance"]> = instanceTable;
/** The page that finds out in a browser whether somebody is signed in. */
export const interstitial: Resource<Api["interstitial"]> = interstitialTable;
/** Invitations to sign up to the application. */
export const invitations: Resource<Api["invitations"]> = invitationsTable;
/** The keys that the instance signs its tokens with. */
export const jwks: Resource<Api["jwks"]> = jwksTable;
/** What tokens for other services are made from. */
export const jwtTemplates: Resource<Api["jwtTemplates"]> = jwtTemplatesTable;
/** Tokens by which machines make themselves known to each other. */
export const m2m: Resource<Api["m2m"]> = m2mTable;
/** Machines: services of yours that call each other. */
export const machines: Resource<Api["machines"]> = machinesTable;
/** Applications that let people sign in with their account at the instance. */
export const oauthApplications: Resource<Api["oauthApplications"]> =
  oauthApplicationsTable;
/** What members of organizations may be permitted to do. */
export const organizationPermissions: Resource<Api["organizationPermissions"]> =
  organizationPermissionsTable;
/** The roles that members of organizations can have. */
export const organizationRoles: Resource<Api["organizationRoles"]> =
  organizationRolesTable;
/** Organizations, their members, their invitations and their domains. */
export const organizations: Resource<Api["organizations"]> = organizationsTable;
/** Phone numbers of users. */
export const phoneNumbers: Resource<Api["phoneNumbers"]> = phoneNumbersTable;
/** Checks of proxies before the Frontend API. */
export const proxyChecks: Resource<Api["proxyChecks"]> = proxyChecksTable;
/** Where native applications may be sent back to after signing in. */
export const redirectUrls: Resource<Api["redirectUrls"]> = redirectUrlsTable;
/** Sets of roles, of which each organization uses one. */
export const roleSets: Resource<Api["roleSets"]> = roleSetsTable;
/**
 * Connections to SAML identity providers.
 *
 * @deprecated Use `enterpriseConnections`.
 */
export const samlConnections: Resource<Api["samlConnections"]> =
  samlConnectionsTable;
/** Directories of enterprises under the name that they had before. */
export const scimDirectories: Resource<Api["scimDirectories"]> =
  scimDirectoriesTable;
/** Sessions: where users are signed in, and the tokens of that. */
export const sessions: Resource<Api["sessions"]> = sessionsTable;
/** Sign-in tokens: letting a user in without any other proof. */
export const signInTokens: Resource<Api["signInTokens"]> = signInTokensTable;
/** Attempts to sign up. */
export const signUps: Resource<Api["signUps"]> = signUpsTable;
/** What e-mails and text messages of the instance are made from. */
export const templates: Resource<Api["templates"]> = templatesTable;
/** Tokens for end-to-end tests. */
export const testingTokens: Resource<Api["testingTokens"]> = testingTokensTable;
/** Users: everything that can be known and done about them. */
export const users: Resource<Api["users"]> = usersTable;
/** Those who wait for access to the application. */
export const waitlistEntries: Resource<Api["waitlistEntries"]> =
  waitlistEntriesTable;
/** The instance's application at Svix, which delivers its webhooks. */
export const webhooks: Resource<Api["webhooks"]> = webhooksTable;

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
