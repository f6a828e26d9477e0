import type { SamlConnectionsApi } from "../../src/api/saml_connections.ts";
import { type Row, testOperations } from "./operations.ts";

const base = "/v1/saml_connections";

const settings = {
  name: "Example",
  domain: "example.com",
  domains: ["example.com", "example.org"],
  provider: "saml_custom",
  idpEntityId: "idp",
  idpSsoUrl: "https://idp.test/sso",
  idpCertificate: "A",
  idpCertificates: ["A", "B"],
  idpMetadataUrl: null,
  idpMetadata: "<xml/>",
  organizationId: null,
  attributeMapping: {
    userId: "uid",
    emailAddress: "mail",
    firstName: "givenName",
    lastName: "sn",
  },
  forceAuthn: false,
  loginHint: { mode: "custom_attribute", source: "staff_id" },
} as const;

const settingsBody = {
  name: "Example",
  domain: "example.com",
  domains: ["example.com", "example.org"],
  provider: "saml_custom",
  idp_entity_id: "idp",
  idp_sso_url: "https://idp.test/sso",
  idp_certificate: "A",
  idp_certificates: ["A", "B"],
  idp_metadata_url: null,
  idp_metadata: "<xml/>",
  organization_id: null,
  attribute_mapping: {
    user_id: "uid",
    email_address: "mail",
    first_name: "givenName",
    last_name: "sn",
  },
  force_authn: false,
  login_hint: { mode: "custom_attribute", source: "staff_id" },
};

const answersConnection = {
  answer: {
    object: "saml_connection",
    idp_certificate: null,
    idp_certificates: [{ issued_at: 1, expires_at: null }],
    attribute_mapping: { user_id: "uid" },
    login_hint: { mode: "off" },
  },
  data: {
    object: "saml_connection",
    idpCertificate: null,
    idpCertificates: [{ issuedAt: 1, expiresAt: null }],
    attributeMapping: { userId: "uid" },
    loginHint: { mode: "off" },
  },
};

const rows: readonly Row<SamlConnectionsApi>[] = [
  {
    operation: "ListSAMLConnections",
    call: (api) =>
      api.getSamlConnectionList({
        limit: 5,
        offset: 10,
        query: "ex",
        orderBy: "+created_at",
        organizationId: ["org_1", "org_2"],
      }),
    sends: `GET ${base}?limit=5&offset=10&query=ex&order_by=%2Bcreated_at&` +
      "organization_id=org_1&organization_id=org_2",
    answer: { data: [answersConnection.answer], total_count: 7 },
    data: [answersConnection.data],
    totalCount: 7,
  },
  {
    operation: "CreateSAMLConnection",
    call: (api) => api.createSamlConnection(settings),
    sends: `POST ${base}`,
    body: settingsBody,
    ...answersConnection,
  },
  {
    operation: "GetSAMLConnection",
    call: (api) => api.getSamlConnection("samlc_1"),
    sends: `GET ${base}/samlc_1`,
    ...answersConnection,
  },
  {
    operation: "UpdateSAMLConnection",
    call: (api) =>
      api.updateSamlConnection("samlc_1", {
        ...settings,
        active: true,
        syncUserAttributes: false,
        allowSubdomains: null,
        allowIdpInitiated: true,
        disableAdditionalIdentifications: true,
        allowOrganizationAccountLinking: false,
        consentVerifiedDomainsDeletion: true,
      }),
    sends: `PATCH ${base}/samlc_1`,
    body: {
      ...settingsBody,
      active: true,
      sync_user_attributes: false,
      allow_subdomains: null,
      allow_idp_initiated: true,
      disable_additional_identifications: true,
      allow_organization_account_linking: false,
      consent_verified_domains_deletion: true,
    },
    ...answersConnection,
  },
  {
    operation: "UpdateSAMLConnection",
    call: (api) =>
      api.updateSamlConnection("samlc_1", {
        attributeMapping: null,
        loginHint: null,
      }),
    sends: `PATCH ${base}/samlc_1`,
    body: { attribute_mapping: null, login_hint: null },
  },
  {
    operation: "DeleteSAMLConnection",
    call: (api) => api.deleteSamlConnection("samlc_1"),
    sends: `DELETE ${base}/samlc_1`,
  },
];

testOperations("samlConnections", rows, [/^\/saml_connections\b/]);
