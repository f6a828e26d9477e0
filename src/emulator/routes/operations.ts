import { frontend } from "../frontend/operations.ts";
import type { Operations } from "../instance.ts";
import { pages } from "../pages/operations.ts";
import { apiKeys } from "./api_keys.ts";
import { clients } from "./clients.ts";
import { domains } from "./domains.ts";
import { identifications } from "./identifications.ts";
import { jwtTemplates } from "./jwt_templates.ts";
import { m2mTokens } from "./m2m_tokens.ts";
import { machines } from "./machines.ts";
import { oauthApplications } from "./oauth_applications.ts";
import { redirectUrls } from "./redirect_urls.ts";
import { sessions } from "./sessions.ts";
import { sessionsTokens } from "./sessions_tokens.ts";
import { settings } from "./settings.ts";
import { tickets } from "./tickets.ts";
import { identifierLists } from "./identifier_lists.ts";
import { invitations } from "./invitations.ts";
import { jwks, open as openJwks } from "./jwks.ts";
import { memberships } from "./memberships.ts";
import { organizationDomains } from "./organization_domains.ts";
import { organizationInvitations } from "./organization_invitations.ts";
import { organizationPermissions } from "./organization_permissions.ts";
import { organizationRoles } from "./organization_roles.ts";
import { organizations } from "./organizations.ts";
import { roleSets } from "./role_sets.ts";
import { users } from "./users.ts";
import { usersBilling } from "./users_billing.ts";
import { usersCredentials } from "./users_credentials.ts";
import { usersIdentifiers } from "./users_identifiers.ts";
import { usersLists } from "./users_lists.ts";
import { usersStatus } from "./users_status.ts";
import { waitlist } from "./waitlist.ts";

/** The operations that ask for the secret key. */
export const guarded: readonly Operations[] = [
  jwks,
  users,
  usersStatus,
  usersCredentials,
  usersIdentifiers,
  usersLists,
  usersBilling,
  sessions,
  sessionsTokens,
  clients,
  tickets,
  jwtTemplates,
  identifications,
  redirectUrls,
  domains,
  settings,
  machines,
  m2mTokens,
  apiKeys,
  oauthApplications,
  organizations,
  memberships,
  organizationInvitations,
  organizationDomains,
  organizationRoles,
  organizationPermissions,
  roleSets,
  invitations,
  waitlist,
  identifierLists,
];

/** The operations that anybody may use. */
export const open: readonly Operations[] = [openJwks, frontend, pages];
