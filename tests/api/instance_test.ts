import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { InstanceApi } from "../../src/api/instance.ts";
import { type Row, setUp, testOperations } from "./operations.ts";

const organizationSettings = {
  object: "organization_settings",
  enabled: true,
  max_allowed_memberships: 5,
  max_role_sets_allowed: 2,
  domains_enrollment_modes: ["automatic_suggestion"],
  initial_role_set_key: null,
};
const organizationSettingsData = {
  object: "organization_settings",
  enabled: true,
  maxAllowedMemberships: 5,
  maxRoleSetsAllowed: 2,
  domainsEnrollmentModes: ["automatic_suggestion"],
  initialRoleSetKey: null,
};
const oauthSettings = {
  dynamic_oauth_client_registration: true,
  default_scopes: null,
  oauth_jwt_access_tokens: false,
  client_id_metadata_documents_advertised: true,
  client_id_metadata_documents_only_allow_pre_registered_clients: false,
  client_id_metadata_documents_block_implicitly_allowed_clients: null,
};
const oauthSettingsData = {
  dynamicOauthClientRegistration: true,
  defaultScopes: null,
  oauthJwtAccessTokens: false,
  clientIdMetadataDocumentsAdvertised: true,
  clientIdMetadataDocumentsOnlyAllowPreRegisteredClients: false,
  clientIdMetadataDocumentsBlockImplicitlyAllowedClients: null,
};

const rows: readonly Row<InstanceApi>[] = [
  {
    operation: "GetInstance",
    call: (api) => api.get(),
    sends: "GET /v1/instance",
    answer: {
      object: "instance",
      id: "ins_1",
      environment_type: "production",
      allowed_origins: null,
      workspace_id: null,
    },
    data: {
      object: "instance",
      id: "ins_1",
      environmentType: "production",
      allowedOrigins: null,
      workspaceId: null,
    },
  },
  {
    operation: "UpdateInstance",
    call: (api) =>
      api.update({
        testMode: true,
        hibp: false,
        enhancedEmailDeliverability: true,
        supportEmail: null,
        clerkJsVersion: "5",
        developmentOrigin: "http://localhost:3000",
        allowedOrigins: ["chrome-extension://a"],
        cookielessDev: false,
        urlBasedSessionSyncing: true,
        preferredSignInStrategyWhenPasswordRequired: "",
      }),
    sends: "PATCH /v1/instance",
    body: {
      test_mode: true,
      hibp: false,
      enhanced_email_deliverability: true,
      support_email: null,
      clerk_js_version: "5",
      development_origin: "http://localhost:3000",
      allowed_origins: ["chrome-extension://a"],
      cookieless_dev: false,
      url_based_session_syncing: true,
      preferred_sign_in_strategy_when_password_required: "",
    },
  },
  {
    operation: "UpdateInstanceRestrictions",
    call: (api) =>
      api.updateRestrictions({
        allowlist: true,
        blocklist: false,
        allowlistBlocklistDisabledOnSignIn: true,
        blockEmailSubaddresses: null,
        blockDisposableEmailDomains: true,
        ignoreDotsForGmailAddresses: false,
      }),
    sends: "PATCH /v1/instance/restrictions",
    body: {
      allowlist: true,
      blocklist: false,
      allowlist_blocklist_disabled_on_sign_in: true,
      block_email_subaddresses: null,
      block_disposable_email_domains: true,
      ignore_dots_for_gmail_addresses: false,
    },
    answer: {
      object: "instance_restrictions",
      allowlist: true,
      allowlist_blocklist_disabled_on_sign_in: true,
    },
    data: {
      object: "instance_restrictions",
      allowlist: true,
      allowlistBlocklistDisabledOnSignIn: true,
    },
  },
  {
    operation: "GetInstanceOrganizationSettings",
    call: (api) => api.getOrganizationSettings(),
    sends: "GET /v1/instance/organization_settings",
    answer: organizationSettings,
    data: organizationSettingsData,
  },
  {
    operation: "UpdateInstanceOrganizationSettings",
    call: (api) =>
      api.updateOrganizationSettings({
        enabled: true,
        maxAllowedMemberships: 0,
        adminDeleteEnabled: false,
        domainsEnabled: true,
        slugDisabled: null,
        domainsEnrollmentModes: ["automatic_invitation"],
        creatorRoleId: "role_1",
        domainsDefaultRoleId: "role_2",
      }),
    sends: "PATCH /v1/instance/organization_settings",
    body: {
      enabled: true,
      max_allowed_memberships: 0,
      admin_delete_enabled: false,
      domains_enabled: true,
      slug_disabled: null,
      domains_enrollment_modes: ["automatic_invitation"],
      creator_role_id: "role_1",
      domains_default_role_id: "role_2",
    },
    answer: organizationSettings,
    data: organizationSettingsData,
  },
  {
    operation: "GetInstanceCommunication",
    call: (api) => api.getCommunication(),
    sends: "GET /v1/instance/communication",
    answer: { object: "instance_communication", blocked_country_codes: ["DE"] },
    data: { object: "instance_communication", blockedCountryCodes: ["DE"] },
  },
  {
    operation: "UpdateInstanceCommunication",
    call: (api) => api.updateCommunication({ blockedCountryCodes: [] }),
    sends: "PATCH /v1/instance/communication",
    body: { blocked_country_codes: [] },
  },
  {
    operation: "GetInstanceOAuthApplicationSettings",
    call: (api) => api.getOauthApplicationSettings(),
    sends: "GET /v1/instance/oauth_application_settings",
    answer: { object: "oauth_application_settings", ...oauthSettings },
    data: { object: "oauth_application_settings", ...oauthSettingsData },
  },
  {
    operation: "UpdateInstanceOAuthApplicationSettings",
    call: (api) => api.updateOauthApplicationSettings(oauthSettingsData),
    sends: "PATCH /v1/instance/oauth_application_settings",
    body: oauthSettings,
  },
  {
    operation: "GetInstanceProtect",
    call: (api) => api.getProtect(),
    sends: "GET /v1/instance/protect",
    answer: {
      object: "instance_protect",
      rules_enabled: true,
      specter_enabled: false,
      checks_bypassed: true,
    },
    data: {
      object: "instance_protect",
      rulesEnabled: true,
      specterEnabled: false,
      checksBypassed: true,
    },
  },
  {
    operation: "UpdateInstanceProtect",
    call: (api) =>
      api.updateProtect({ rulesEnabled: true, specterEnabled: null }),
    sends: "PATCH /v1/instance/protect",
    body: { rules_enabled: true, specter_enabled: null },
  },
  {
    operation: "ChangeProductionInstanceDomain",
    call: (api) =>
      api.changeDomain({ homeUrl: "https://a.example", isSecondary: true }),
    sends: "POST /v1/instance/change_domain",
    body: { home_url: "https://a.example", is_secondary: true },
  },
];

testOperations("instance", rows, [/^\/instance\b/]);

describe("instance: answers without a body", () => {
  it("give no data, whether done or begun", async () => {
    for (const status of [202, 204]) {
      const { clerk } = setUp(() => new Response(null, { status }));
      const done = { data: undefined, errors: undefined };
      assertEquals(await clerk.instance.update({ testMode: true }), done);
      assertEquals(await clerk.instance.changeDomain({}), done);
    }
  });
});
