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
import { billing, type BillingApi } from "./billing.ts";
import { clients, type ClientsApi } from "./clients.ts";
import { directories, type DirectoriesApi } from "./directories.ts";
import { emailAddresses, type EmailAddressesApi } from "./email_addresses.ts";
import { emails, type EmailsApi } from "./emails.ts";
import {
  enterpriseConnections,
  type EnterpriseConnectionsApi,
} from "./enterprise_connections.ts";
import { invitations, type InvitationsApi } from "./invitations.ts";
import { jwks, type JwksApi } from "./jwks.ts";
import { organizations, type OrganizationsApi } from "./organizations.ts";
import { phoneNumbers, type PhoneNumbersApi } from "./phone_numbers.ts";
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
import { users, type UsersApi } from "./users.ts";

/** The Backend API, by resource. */
export interface Api {
  /** Actor tokens: signing in as somebody else. */
  readonly actorTokens: ActorTokensApi;
  /** Tokens for links into the admin portal. */
  readonly adminPortalLinkTokens: AdminPortalLinkTokensApi;
  /** Agent tasks: letting an agent act for a user. */
  readonly agentTasks: AgentTasksApi;
  /** Plans, prices, subscriptions and statements. */
  readonly billing: BillingApi;
  /** Clients: the browsers and devices that sessions live on. */
  readonly clients: ClientsApi;
  /** Directories of enterprises, which keep users up to date by SCIM. */
  readonly directories: DirectoriesApi;
  /** E-mail addresses of users. */
  readonly emailAddresses: EmailAddressesApi;
  /** E-mails to users and other people. */
  readonly emails: EmailsApi;
  /** Connections to the identity providers of enterprises. */
  readonly enterpriseConnections: EnterpriseConnectionsApi;
  /** Applications that begin without an account at Clerk (keyless mode). */
  readonly __experimental_accountlessApplications: AccountlessApplicationsApi;
  /** Invitations to sign up to the application. */
  readonly invitations: InvitationsApi;
  /** The keys that the instance signs its tokens with. */
  readonly jwks: JwksApi;
  /** Organizations, their members, their invitations and their domains. */
  readonly organizations: OrganizationsApi;
  /** Phone numbers of users. */
  readonly phoneNumbers: PhoneNumbersApi;
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
  /** Users: everything that can be known and done about them. */
  readonly users: UsersApi;
}

/** The operations of all resources, by the name of the resource. */
export const TABLES: { readonly [Name in keyof Api]: Table<Api[Name]> } = {
  actorTokens,
  adminPortalLinkTokens,
  agentTasks,
  billing,
  clients,
  directories,
  emailAddresses,
  emails,
  enterpriseConnections,
  __experimental_accountlessApplications: accountlessApplications,
  invitations,
  jwks,
  organizations,
  phoneNumbers,
  samlConnections,
  scimDirectories,
  sessions,
  signInTokens,
  signUps,
  users,
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
