import { bindTable, type Send, type Table } from "../rest/table.ts";
import {
  accountlessApplications,
  type AccountlessApplicationsApi,
} from "./accountless_applications.ts";
import { actorTokens, type ActorTokensApi } from "./actor_tokens.ts";
import {
  adminPortalLinkTokens,
  type AdminPortalLinkTokensApi,
} from "./admin_portal_link_tokens.ts";
import { agentTasks, type AgentTasksApi } from "./agent_tasks.ts";
import {
  allowlistIdentifiers,
  type AllowlistIdentifiersApi,
} from "./allowlist_identifiers.ts";
import { apiKeys, type ApiKeysApi } from "./api_keys.ts";
import { betaFeatures, type BetaFeaturesApi } from "./beta_features.ts";
import { billing, type BillingApi } from "./billing.ts";
import {
  blocklistIdentifiers,
  type BlocklistIdentifiersApi,
} from "./blocklist_identifiers.ts";
import { clients, type ClientsApi } from "./clients.ts";
import { directories, type DirectoriesApi } from "./directories.ts";
import { domains, type DomainsApi } from "./domains.ts";
import { emailAddresses, type EmailAddressesApi } from "./email_addresses.ts";
import { emails, type EmailsApi } from "./emails.ts";
import {
  enterpriseConnections,
  type EnterpriseConnectionsApi,
} from "./enterprise_connections.ts";
import {
  idPOAuthAccessToken,
  type IdPOAuthAccessTokenApi,
} from "./idp_oauth_access_token.ts";
import { instance, type InstanceApi } from "./instance.ts";
import { interstitial, type InterstitialApi } from "./interstitial.ts";
import { invitations, type InvitationsApi } from "./invitations.ts";
import { jwks, type JwksApi } from "./jwks.ts";
import { jwtTemplates, type JwtTemplatesApi } from "./jwt_templates.ts";
import { m2m, type M2mApi } from "./m2m.ts";
import { machines, type MachinesApi } from "./machines.ts";
import {
  oauthApplications,
  type OAuthApplicationsApi,
} from "./oauth_applications.ts";
import {
  organizationPermissions,
  type OrganizationPermissionsApi,
} from "./organization_permissions.ts";
import {
  organizationRoles,
  type OrganizationRolesApi,
} from "./organization_roles.ts";
import { organizations, type OrganizationsApi } from "./organizations.ts";
import { phoneNumbers, type PhoneNumbersApi } from "./phone_numbers.ts";
import { proxyChecks, type ProxyChecksApi } from "./proxy_checks.ts";
import { redirectUrls, type RedirectUrlsApi } from "./redirect_urls.ts";
import { roleSets, type RoleSetsApi } from "./role_sets.ts";
import {
  samlConnections,
  type SamlConnectionsApi,
} from "./saml_connections.ts";
import {
  scimDirectories,
  type ScimDirectoriesApi,
} from "./scim_directories.ts";
import { sessions, type SessionsApi } from "./sessions.ts";
import { signInTokens, type SignInTokensApi } from "./sign_in_tokens.ts";
import { signUps, type SignUpsApi } from "./sign_ups.ts";
import { templates, type TemplatesApi } from "./templates.ts";
import { testingTokens, type TestingTokensApi } from "./testing_tokens.ts";
import { users, type UsersApi } from "./users.ts";
import {
  waitlistEntries,
  type WaitlistEntriesApi,
} from "./waitlist_entries.ts";
import { webhooks, type WebhooksApi } from "./webhooks.ts";

/** The Backend API, by resource. */
export interface Api {
  /** Actor tokens: signing in as somebody else. */
  readonly actorTokens: ActorTokensApi;
  /** Tokens for links into the admin portal. */
  readonly adminPortalLinkTokens: AdminPortalLinkTokensApi;
  /** Agent tasks: letting an agent act for a user. */
  readonly agentTasks: AgentTasksApi;
  /** Who may sign up while sign-ups are restricted. */
  readonly allowlistIdentifiers: AllowlistIdentifiersApi;
  /** Keys that let whoever holds one act for a user, an organization or a machine. */
  readonly apiKeys: ApiKeysApi;
  /** Settings of the instance that are in beta, or were. */
  readonly betaFeatures: BetaFeaturesApi;
  /** Plans, prices, subscriptions and statements. */
  readonly billing: BillingApi;
  /** Who may neither sign up nor sign in. */
  readonly blocklistIdentifiers: BlocklistIdentifiersApi;
  /** Clients: the browsers and devices that sessions live on. */
  readonly clients: ClientsApi;
  /** Directories of enterprises, which keep users up to date by SCIM. */
  readonly directories: DirectoriesApi;
  /** The primary domain of the instance, and its satellites. */
  readonly domains: DomainsApi;
  /** E-mail addresses of users. */
  readonly emailAddresses: EmailAddressesApi;
  /** E-mails to users and other people. */
  readonly emails: EmailsApi;
  /** Connections to the identity providers of enterprises. */
  readonly enterpriseConnections: EnterpriseConnectionsApi;
  /** Applications that begin without an account at Clerk (keyless mode). */
  readonly __experimental_accountlessApplications: AccountlessApplicationsApi;
  /** Access tokens that the instance gave to OAuth applications. */
  readonly idPOAuthAccessToken: IdPOAuthAccessTokenApi;
  /** The instance that the secret key belongs to, and its settings. */
  readonly instance: InstanceApi;
  /** The page that finds out in a browser whether somebody is signed in. */
  readonly interstitial: InterstitialApi;
  /** Invitations to sign up to the application. */
  readonly invitations: InvitationsApi;
  /** The keys that the instance signs its tokens with. */
  readonly jwks: JwksApi;
  /** What tokens for other services are made from. */
  readonly jwtTemplates: JwtTemplatesApi;
  /** Tokens by which machines make themselves known to each other. */
  readonly m2m: M2mApi;
  /** Machines: services of yours that call each other. */
  readonly machines: MachinesApi;
  /** Applications that let people sign in with their account at the instance. */
  readonly oauthApplications: OAuthApplicationsApi;
  /** What members of organizations may be permitted to do. */
  readonly organizationPermissions: OrganizationPermissionsApi;
  /** The roles that members of organizations can have. */
  readonly organizationRoles: OrganizationRolesApi;
  /** Organizations, their members, their invitations and their domains. */
  readonly organizations: OrganizationsApi;
  /** Phone numbers of users. */
  readonly phoneNumbers: PhoneNumbersApi;
  /** Checks of proxies before the Frontend API. */
  readonly proxyChecks: ProxyChecksApi;
  /** Where native applications may be sent back to after signing in. */
  readonly redirectUrls: RedirectUrlsApi;
  /** Sets of roles, of which each organization uses one. */
  readonly roleSets: RoleSetsApi;
  /**
   * Connections to SAML identity providers.
   *
   * @deprecated Use `enterpriseConnections`.
   */
  readonly samlConnections: SamlConnectionsApi;
  /** Directories of enterprises under the name that they had before. */
  readonly scimDirectories: ScimDirectoriesApi;
  /** Sessions: where users are signed in, and the tokens of that. */
  readonly sessions: SessionsApi;
  /** Sign-in tokens: letting a user in without any other proof. */
  readonly signInTokens: SignInTokensApi;
  /** Attempts to sign up. */
  readonly signUps: SignUpsApi;
  /** What e-mails and text messages of the instance are made from. */
  readonly templates: TemplatesApi;
  /** Tokens for end-to-end tests. */
  readonly testingTokens: TestingTokensApi;
  /** Users: everything that can be known and done about them. */
  readonly users: UsersApi;
  /** Those who wait for access to the application. */
  readonly waitlistEntries: WaitlistEntriesApi;
  /** The instance's application at Svix, which delivers its webhooks. */
  readonly webhooks: WebhooksApi;
}

/** The operations of all resources, by the name of the resource. */
export const TABLES: { readonly [Name in keyof Api]: Table<Api[Name]> } = {
  actorTokens,
  adminPortalLinkTokens,
  agentTasks,
  allowlistIdentifiers,
  apiKeys,
  betaFeatures,
  billing,
  blocklistIdentifiers,
  clients,
  directories,
  domains,
  emailAddresses,
  emails,
  enterpriseConnections,
  __experimental_accountlessApplications: accountlessApplications,
  idPOAuthAccessToken,
  instance,
  interstitial,
  invitations,
  jwks,
  jwtTemplates,
  m2m,
  machines,
  oauthApplications,
  organizationPermissions,
  organizationRoles,
  organizations,
  phoneNumbers,
  proxyChecks,
  redirectUrls,
  roleSets,
  samlConnections,
  scimDirectories,
  sessions,
  signInTokens,
  signUps,
  templates,
  testingTokens,
  users,
  waitlistEntries,
  webhooks,
};

/** Makes the methods of all resources. */
export function createApi(send: Send): Api;
export function createApi(send: Send): object {
  return Object.fromEntries(
    Object.entries(TABLES).map(([name, table]) => [
      name,
      bindTable<Record<never, never>>(table, send),
    ]),
  );
}
