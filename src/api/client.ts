import { bindTable, type Send, type Table } from "../rest/table.ts";
import {
  allowlistIdentifiers,
  type AllowlistIdentifiersApi,
} from "./allowlist_identifiers.ts";
import { betaFeatures, type BetaFeaturesApi } from "./beta_features.ts";
import {
  blocklistIdentifiers,
  type BlocklistIdentifiersApi,
} from "./blocklist_identifiers.ts";
import { domains, type DomainsApi } from "./domains.ts";
import { instance, type InstanceApi } from "./instance.ts";
import { interstitial, type InterstitialApi } from "./interstitial.ts";
import { jwks, type JwksApi } from "./jwks.ts";
import { jwtTemplates, type JwtTemplatesApi } from "./jwt_templates.ts";
import {
  organizationPermissions,
  type OrganizationPermissionsApi,
} from "./organization_permissions.ts";
import {
  organizationRoles,
  type OrganizationRolesApi,
} from "./organization_roles.ts";
import { proxyChecks, type ProxyChecksApi } from "./proxy_checks.ts";
import { redirectUrls, type RedirectUrlsApi } from "./redirect_urls.ts";
import { roleSets, type RoleSetsApi } from "./role_sets.ts";
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
  /** Who may sign up while sign-ups are restricted. */
  readonly allowlistIdentifiers: AllowlistIdentifiersApi;
  /** Settings of the instance that are in beta, or were. */
  readonly betaFeatures: BetaFeaturesApi;
  /** Who may neither sign up nor sign in. */
  readonly blocklistIdentifiers: BlocklistIdentifiersApi;
  /** The primary domain of the instance, and its satellites. */
  readonly domains: DomainsApi;
  /** The instance that the secret key belongs to, and its settings. */
  readonly instance: InstanceApi;
  /** The page that finds out in a browser whether somebody is signed in. */
  readonly interstitial: InterstitialApi;
  /** The keys that the instance signs its tokens with. */
  readonly jwks: JwksApi;
  /** What tokens for other services are made from. */
  readonly jwtTemplates: JwtTemplatesApi;
  /** What members of organizations may be permitted to do. */
  readonly organizationPermissions: OrganizationPermissionsApi;
  /** The roles that members of organizations can have. */
  readonly organizationRoles: OrganizationRolesApi;
  /** Checks of proxies before the Frontend API. */
  readonly proxyChecks: ProxyChecksApi;
  /** Where native applications may be sent back to after signing in. */
  readonly redirectUrls: RedirectUrlsApi;
  /** Sets of roles, of which each organization uses one. */
  readonly roleSets: RoleSetsApi;
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
  allowlistIdentifiers,
  betaFeatures,
  blocklistIdentifiers,
  domains,
  instance,
  interstitial,
  jwks,
  jwtTemplates,
  organizationPermissions,
  organizationRoles,
  proxyChecks,
  redirectUrls,
  roleSets,
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
