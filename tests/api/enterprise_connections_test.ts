import type { EnterpriseConnectionsApi } from "../../src/api/enterprise_connections.ts";
import { type Row, testOperations } from "./operations.ts";

const base = "/v1/enterprise_connections";

const settings = {
  organizationId: "org_1",
  allowOrganizationAccountLinking: true,
  active: false,
  authenticatable: true,
  disableJitProvisioning: true,
  syncUserAttributes: true,
  oidc: {
    clientId: "client_1",
    clientSecret: "s",
    discoveryUrl: null,
    authUrl: "https://idp.test/auth",
    tokenUrl: "https://idp.test/token",
    userInfoUrl: "https://idp.test/me",
    requiresPkce: true,
  },
  customAttributes: [{
    name: "Cost center",
    key: "costCenter",
    ssoPath: "cost_center",
    scimPath: "enterprise.costCenter",
    directoryPath: "cost.center",
    multiValued: false,
  }],
};

const settingsBody = {
  organization_id: "org_1",
  allow_organization_account_linking: true,
  active: false,
  authenticatable: true,
  disable_jit_provisioning: true,
  sync_user_attributes: true,
  oidc: {
    client_id: "client_1",
    client_secret: "s",
    discovery_url: null,
    auth_url: "https://idp.test/auth",
    token_url: "https://idp.test/token",
    user_info_url: "https://idp.test/me",
    requires_pkce: true,
  },
  custom_attributes: [{
    name: "Cost center",
    key: "costCenter",
    sso_path: "cost_center",
    scim_path: "enterprise.costCenter",
    directory_path: "cost.center",
    multi_valued: false,
  }],
};

const saml = {
  idpEntityId: "idp",
  idpSsoUrl: "https://idp.test/sso",
  idpCertificate: "A",
  idpCertificates: ["A", "B"],
  idpMetadataUrl: null,
  idpMetadata: "<xml/>",
  attributeMapping: {
    userId: "uid",
    emailAddress: "mail",
    firstName: null,
    lastName: "sn",
  },
  allowSubdomains: true,
  allowIdpInitiated: false,
  forceAuthn: true,
  loginHint: { mode: "custom_attribute", source: "staff_id" },
} as const;

const samlBody = {
  idp_entity_id: "idp",
  idp_sso_url: "https://idp.test/sso",
  idp_certificate: "A",
  idp_certificates: ["A", "B"],
  idp_metadata_url: null,
  idp_metadata: "<xml/>",
  attribute_mapping: {
    user_id: "uid",
    email_address: "mail",
    first_name: null,
    last_name: "sn",
  },
  allow_subdomains: true,
  allow_idp_initiated: false,
  force_authn: true,
  login_hint: { mode: "custom_attribute", source: "staff_id" },
};

const connectionJson = {
  object: "enterprise_connection",
  organization_id: null,
  custom_attributes: [{ key: "costCenter", sso_path: "cost_center" }],
  saml_connection: {
    idp_certificates: [{ issued_at: 1, expires_at: null }],
    login_hint: { mode: "off" },
  },
  oauth_config: null,
};

const connection = {
  object: "enterprise_connection",
  organizationId: null,
  customAttributes: [{ key: "costCenter", ssoPath: "cost_center" }],
  samlConnection: {
    idpCertificates: [{ issuedAt: 1, expiresAt: null }],
    loginHint: { mode: "off" },
  },
  oauthConfig: null,
};

const rows: readonly Row<EnterpriseConnectionsApi>[] = [
  {
    operation: "ListEnterpriseConnections",
    call: (api) =>
      api.getEnterpriseConnectionList({
        limit: 5,
        offset: 10,
        organizationId: "org_1",
        active: false,
      }),
    sends: `GET ${base}?limit=5&offset=10&organization_id=org_1&active=false`,
    answer: { data: [connectionJson], total_count: 7 },
    data: [connection],
    totalCount: 7,
  },
  {
    operation: "CreateEnterpriseConnection",
    call: (api) =>
      api.createEnterpriseConnection({
        ...settings,
        name: "Example",
        provider: "saml_okta",
        domains: ["example.com"],
        saml,
      }),
    sends: `POST ${base}`,
    body: {
      ...settingsBody,
      name: "Example",
      provider: "saml_okta",
      domains: ["example.com"],
      saml: samlBody,
    },
    answer: connectionJson,
    data: connection,
  },
  {
    operation: "GetEnterpriseConnection",
    call: (api) => api.getEnterpriseConnection("entconn_1"),
    sends: `GET ${base}/entconn_1`,
    answer: connectionJson,
    data: connection,
  },
  {
    operation: "UpdateEnterpriseConnection",
    call: (api) =>
      api.updateEnterpriseConnection("entconn_1", {
        ...settings,
        name: null,
        provider: "saml_okta",
        domains: ["example.com", "example.org"],
        disableAdditionalIdentifications: true,
        saml: { ...saml, name: "Okta" },
      }),
    sends: `PATCH ${base}/entconn_1`,
    body: {
      ...settingsBody,
      name: null,
      provider: "saml_okta",
      domains: ["example.com", "example.org"],
      disable_additional_identifications: true,
      saml: { ...samlBody, name: "Okta" },
    },
    answer: connectionJson,
    data: connection,
  },
  {
    operation: "UpdateEnterpriseConnection",
    call: (api) =>
      api.updateEnterpriseConnection("entconn_1", {
        domains: null,
        saml: { attributeMapping: null, loginHint: null },
        oidc: null,
        customAttributes: null,
      }),
    sends: `PATCH ${base}/entconn_1`,
    body: {
      domains: null,
      saml: { attribute_mapping: null, login_hint: null },
      oidc: null,
      custom_attributes: null,
    },
  },
  {
    operation: "DeleteEnterpriseConnection",
    call: (api) => api.deleteEnterpriseConnection("entconn_1"),
    sends: `DELETE ${base}/entconn_1`,
  },
  {
    operation: "ListEnterpriseConnectionTestRuns",
    call: (api) =>
      api.getEnterpriseConnectionTestRunList("entconn_1", {
        limit: 5,
        offset: 10,
        status: ["pending", "failed"],
      }),
    sends: `GET ${base}/entconn_1/test_runs?limit=5&offset=10&` +
      "status=pending&status=failed",
    answer: {
      data: [{
        connection_type: "saml",
        parsed_user_info: { first_name: "Ada" },
        logs: [{ short_message: "No" }],
        saml: { relay_state: "r" },
        oauth: null,
      }],
      total_count: 1,
    },
    data: [{
      connectionType: "saml",
      parsedUserInfo: { firstName: "Ada" },
      logs: [{ shortMessage: "No" }],
      saml: { relayState: "r" },
      oauth: null,
    }],
    totalCount: 1,
  },
  {
    operation: "CreateEnterpriseConnectionTestRun",
    call: (api) => api.createEnterpriseConnectionTestRun("entconn_1"),
    sends: `POST ${base}/entconn_1/test_runs`,
    answer: { url: "https://idp.test/try" },
    data: { url: "https://idp.test/try" },
  },
];

testOperations("enterpriseConnections", rows, [/^\/enterprise_connections\b/]);
