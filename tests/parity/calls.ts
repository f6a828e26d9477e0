/**
 * Calls of every method of the official client, each first with every parameter
 * that it has, then with what is special about it.
 */
// A table: exempt from the limit on lines.
import { FREE } from "./answers.ts";
import type { Sends } from "./wire.ts";

/** One call, the same through both clients. */
export interface Call {
  /** The arguments. */
  readonly args: readonly unknown[];
  /** What the API answers; what its description says, by default. */
  readonly answer?: unknown;
  /** The departure that the call shows, as docs/compat.md names it. */
  readonly departs?: string;
  /** What ours sends then instead: what is other in each request of theirs. */
  readonly sends?: Sends;
}

const DATE = new Date(1_767_225_600_000);
const IMAGE = new File(["png"], "me.png", { type: "image/png" });
const MESSAGE = {
  to: { userId: "user_1" },
  from: { address: "a@example.com" },
  subject: "subject 1",
  text: "text 1",
};
const OAUTH_TOKEN = {
  object: "clerk_idp_oauth_access_token",
  id: "oat_1",
  client_id: "client_1",
  subject: "user_1",
  scopes: ["email"],
  revoked: false,
  revocation_reason: null,
  expired: false,
  expiration: null,
  created_at: 1,
  updated_at: 2,
};
const EMPTY = { body: {}, contentType: "application/json" };
const PLAIN = {
  body: undefined,
  authorization: "Bearer sk_test_parity",
  version: "2026-05-12",
  idempotencyKey: null,
  contentType: undefined,
  own: null,
};
const MONEY = { amount: 5, currency: "USD" };
const TOTALS = {
  subtotal: MONEY,
  base_fee: MONEY,
  tax_total: MONEY,
  grand_total: MONEY,
};
const USERS = "GET https://api.clerk.com/v1/users";

/** The calls, by the method. */
export const CALLS: { readonly [method: string]: readonly Call[] } = {
  "__experimental_accountlessApplications.completeAccountlessApplicationOnboarding":
    [{
      args: [{
        source: "source 1",
        requestHeaders: new Headers({ "clerk-own": "1" }),
      }],
    }, {
      args: [{ requestHeaders: new Headers({ "x-own": "1" }) }],
      departs: "forwarded-headers",
      sends: [{ own: null }],
    }, { args: [] }],
  "__experimental_accountlessApplications.createAccountlessApplication": [{
    args: [{
      source: "source 1",
      requestHeaders: new Headers({ "clerk-own": "1" }),
    }],
    departs: "keyless",
    sends: [{ authorization: null }],
  }, { args: [], departs: "keyless", sends: [{ authorization: null }] }],
  "actorTokens.create": [{
    args: [{
      userId: "user_1",
      actor: { sub: "sub 1", additionalProperties: FREE },
      expiresInSeconds: 11,
      sessionMaxDurationInSeconds: 12,
    }],
  }],
  "actorTokens.revoke": [{ args: ["actor_token_1"] }],
  "agentTasks.create": [{
    args: [{
      onBehalfOf: { userId: "user_1" },
      permissions: "permissions 1",
      agentName: "agent_name 1",
      taskDescription: "task_description 1",
      redirectUrl: "https://example.com/1?a=b",
      sessionMaxDurationInSeconds: 13,
    }],
  }, {
    args: [{
      onBehalfOf: { identifier: "ada@example.com" },
      permissions: "*",
      agentName: "a",
      taskDescription: "b",
      redirectUrl: "https://example.com",
    }],
  }],
  "agentTasks.revoke": [{ args: ["agent_task_1"] }, {
    args: ["task_1"],
    answer: { object: "agent_task", agent_id: "a", task_id: "task_1" },
  }],
  "allowlistIdentifiers.createAllowlistIdentifier": [{
    args: [{ identifier: "identifier 1", notify: true }],
  }],
  "allowlistIdentifiers.deleteAllowlistIdentifier": [{
    args: ["allowlist_identifier_1"],
  }],
  "allowlistIdentifiers.getAllowlistIdentifierList": [{
    args: [{ limit: 3, offset: 6 }],
  }, { args: [] }],
  "apiKeys.create": [{
    args: [{
      name: "name 1",
      subject: "subject 1",
      description: "description 1",
      claims: FREE,
      scopes: ["scopes 1", "scopes 2"],
      createdBy: "created_by 1",
      secondsUntilExpiration: 18,
    }],
  }, {
    args: [{
      name: "name 1",
      subject: "user_1",
      claims: null,
      description: null,
      secondsUntilExpiration: null,
    }],
  }],
  "apiKeys.delete": [{ args: ["api_key_1"] }],
  "apiKeys.get": [{ args: ["api_key_1"] }],
  "apiKeys.getSecret": [{ args: ["api_key_1"] }],
  "apiKeys.list": [{
    args: [{ limit: 3, offset: 6, subject: "subject 1", includeInvalid: true }],
  }, {
    args: [{ subject: "user_1", includeInvalid: false }],
    departs: "falsy-filters",
    sends: [{
      line:
        "GET https://api.clerk.com/api_keys?include_invalid=false&subject=user_1",
    }],
  }],
  "apiKeys.revoke": [{
    args: [{ apiKeyId: "api_key_1", revocationReason: "revocation_reason 1" }],
  }, {
    args: [{ apiKeyId: "ak_1" }],
    departs: "null-defaults",
    sends: [{ body: {} }],
  }, { args: [{ apiKeyId: "ak_1", revocationReason: null }] }],
  "apiKeys.update": [{
    args: [{
      apiKeyId: "api_key_1",
      subject: "subject 1",
      description: "description 1",
      claims: FREE,
      scopes: ["scopes 1", "scopes 2"],
      secondsUntilExpiration: 19,
    }],
  }],
  "apiKeys.verify": [{ args: ["secret 1"] }],
  "betaFeatures.changeDomain": [{
    args: [{ homeUrl: "https://example.com/1?a=b", isSecondary: true }],
  }],
  "billing.cancelSubscriptionItem": [
    { args: ["subscription_item_1", { endNow: true }] },
    { args: ["item_1"] },
    {
      args: ["item_1", { endNow: false }],
      departs: "falsy-filters",
      sends: [{
        line:
          "DELETE https://api.clerk.com/v1/billing/subscription_items/item_1?end_now=false",
      }],
    },
  ],
  "billing.extendSubscriptionItemFreeTrial": [{
    args: ["subscription_item_1", { extendTo: DATE }],
  }],
  "billing.getOrganizationBillingSubscription": [{ args: ["organization_1"] }],
  "billing.getPlanList": [{
    args: [{ limit: 3, offset: 6, payerType: "user" }],
    departs: "plan-totals",
    sends: [{
      line:
        "GET https://api.clerk.com/v1/billing/plans?limit=3&offset=6&paginated=true&payer_type=user",
    }],
  }],
  "billing.getUserBillingSubscription": [{ args: ["user_1"] }, {
    args: ["user_1"],
    answer: {
      object: "commerce_subscription",
      id: "sub_1",
      active_at: null,
      subscription_items: null,
      eligible_for_free_trial: null,
    },
  }, {
    args: ["user_1"],
    answer: {
      object: "commerce_subscription",
      id: "sub_1",
      subscription_items: [{
        object: "commerce_subscription_item",
        id: "item_1",
        plan: {
          object: "commerce_plan",
          id: "plan_1",
          features: [{ object: "feature", id: "feat_1" }],
        },
        next_payment: { date: 1, amount: MONEY, totals: TOTALS },
      }],
    },
  }],
  "blocklistIdentifiers.createBlocklistIdentifier": [{
    args: [{ identifier: "identifier 1" }],
  }],
  "blocklistIdentifiers.deleteBlocklistIdentifier": [{
    args: ["blocklist_identifier_1"],
  }],
  "blocklistIdentifiers.getBlocklistIdentifierList": [{
    args: [{ limit: 3, offset: 6 }],
  }],
  "clients.getClient": [{ args: ["client_1"] }],
  "clients.getClientList": [{ args: [{ limit: 3, offset: 6 }] }],
  "clients.getHandshakePayload": [{ args: [{ nonce: "nonce 1" }] }],
  "clients.verifyClient": [{ args: ["token 1"] }],
  "domains.add": [{
    args: [{
      name: "name 1",
      is_satellite: true,
      proxy_url: "https://example.com/1?a=b",
    }],
  }, { args: [{ name: "example.com", is_satellite: false, proxy_url: null }] }],
  "domains.delete": [{ args: ["domain_1"] }],
  "domains.deleteDomain": [{ args: ["domain_1"] }],
  "domains.list": [{ args: [] }],
  "domains.update": [{
    args: [{
      name: "name 1",
      proxy_url: "https://example.com/1?a=b",
      domainId: "domain_1",
      is_secondary: true,
    }],
  }],
  "emailAddresses.createEmailAddress": [{
    args: [{
      userId: "user_1",
      emailAddress: "a+1@example.com",
      verified: true,
      primary: true,
    }],
  }, {
    args: [{
      userId: "user_1",
      emailAddress: "a@example.com",
      verified: false,
      primary: undefined,
    }],
  }],
  "emailAddresses.deleteEmailAddress": [{ args: ["email_address_1"] }],
  "emailAddresses.getEmailAddress": [{ args: ["email_address_1"] }],
  "emailAddresses.updateEmailAddress": [{
    args: ["email_address_1", { verified: true, primary: true }],
  }],
  "emails.create": [{
    args: [{
      to: { userId: "user_1" },
      from: { address: "a+1@example.com", name: "name 1" },
      replyTo: { address: "a+1@example.com", name: "name 1" },
      subject: "subject 1",
      cc: ["a+1@example.com", "a+2@example.com"],
      bcc: ["a+1@example.com", "a+2@example.com"],
      headers: { "X-Own": "1", in_snake: "2", inCamel: "3" },
      attachments: [{ filename: "filename 1", content: "content 1" }],
      html: "html 1",
      text: "text 1",
    }, { idempotencyKey: "key_1" }],
  }, {
    args: [{
      to: { address: "a@example.com" },
      from: { address: "b@example.com" },
      subject: "s",
      text: "t",
    }],
  }, {
    args: [{
      to: { userId: "user_1" },
      from: { address: "b@example.com" },
      subject: "s",
      text: "t",
    }, { idempotencyKey: "no spaces" }],
  }, {
    args: [{
      to: { userId: "user_1" },
      from: { address: "b@example.com" },
      subject: "s",
      text: "t",
    }, { idempotencyKey: "" }],
  }],
  "emails.createBatch": [
    {
      args: [[{
        to: { userId: "user_1" },
        from: { address: "a+1@example.com", name: "name 1" },
        replyTo: { address: "a+1@example.com", name: "name 1" },
        subject: "subject 1",
        cc: ["a+1@example.com", "a+2@example.com"],
        bcc: ["a+1@example.com", "a+2@example.com"],
        headers: { "X-Own": "1", in_snake: "2", inCamel: "3" },
        attachments: [{ filename: "filename 1", content: "content 1" }],
        html: "html 1",
        text: "text 1",
        idempotencyKey: "key_1",
      }]],
    },
    { args: [[]] },
    { args: [Array.from({ length: 101 }, () => MESSAGE)] },
    { args: [[{ ...MESSAGE, idempotencyKey: "no spaces" }]] },
    {
      args: [[MESSAGE]],
      answer: [{
        index: 0,
        errors: [{
          code: "code_1",
          message: "m",
          long_message: "l",
          meta: { param_name: "p" },
        }],
        status_code: 422,
        retry_after_seconds: 3,
      }],
    },
  ],
  "emails.get": [{ args: ["email_1"] }],
  "enterpriseConnections.createEnterpriseConnection": [{
    args: [{
      name: "name 1",
      domains: ["domains 1", "domains 2"],
      organizationId: "organization_1",
      active: true,
      syncUserAttributes: true,
      provider: "saml_custom",
      allowOrganizationAccountLinking: true,
      customAttributes: [{
        name: "name 1",
        key: "org:key_1",
        ssoPath: "sso_path 1",
        scimPath: "scim_path 1",
        multiValued: true,
      }],
      authenticatable: true,
      disableJitProvisioning: true,
      oidc: {
        authUrl: "https://example.com/1?a=b",
        clientId: "client_1",
        clientSecret: "client_secret 1",
        discoveryUrl: "https://example.com/1?a=b",
        requiresPkce: true,
        tokenUrl: "https://example.com/1?a=b",
        userInfoUrl: "https://example.com/1?a=b",
      },
      saml: {
        allowIdpInitiated: true,
        allowSubdomains: true,
        attributeMapping: {
          userId: "user_1",
          emailAddress: "a+1@example.com",
          firstName: "first_name 1",
          lastName: "last_name 1",
        },
        forceAuthn: true,
        idpCertificate: "idp_certificate 1",
        idpCertificates: ["idp_certificates 1", "idp_certificates 2"],
        idpEntityId: "idp_entity_1",
        idpMetadata: "idp_metadata 1",
        idpMetadataUrl: "https://example.com/1?a=b",
        idpSsoUrl: "https://example.com/1?a=b",
        loginHint: { mode: "custom_attribute", source: "source 1" },
      },
    }],
  }],
  "enterpriseConnections.deleteEnterpriseConnection": [{
    args: ["enterprise_connection_1"],
  }],
  "enterpriseConnections.getEnterpriseConnection": [{
    args: ["enterprise_connection_1"],
  }, {
    args: ["conn_1"],
    answer: {
      object: "enterprise_connection",
      id: "conn_1",
      saml_connection: { id: "saml_1", idp_certificates: null, login_hint: {} },
    },
  }],
  "enterpriseConnections.getEnterpriseConnectionList": [{
    args: [{
      limit: 3,
      offset: 6,
      organizationId: "organization_1",
      active: true,
    }],
  }],
  "enterpriseConnections.updateEnterpriseConnection": [{
    args: ["enterprise_connection_1", {
      name: "name 1",
      domains: ["domains 1", "domains 2"],
      organizationId: "organization_1",
      active: true,
      syncUserAttributes: true,
      disableAdditionalIdentifications: true,
      allowOrganizationAccountLinking: true,
      customAttributes: [{
        name: "name 1",
        key: "org:key_1",
        ssoPath: "sso_path 1",
        scimPath: "scim_path 1",
        multiValued: true,
      }],
      authenticatable: true,
      disableJitProvisioning: true,
      provider: "provider 1",
      oidc: {
        authUrl: "https://example.com/1?a=b",
        clientId: "client_1",
        clientSecret: "client_secret 1",
        discoveryUrl: "https://example.com/1?a=b",
        requiresPkce: true,
        tokenUrl: "https://example.com/1?a=b",
        userInfoUrl: "https://example.com/1?a=b",
      },
      saml: {
        allowIdpInitiated: true,
        allowSubdomains: true,
        attributeMapping: {
          userId: "user_1",
          emailAddress: "a+1@example.com",
          firstName: "first_name 1",
          lastName: "last_name 1",
        },
        forceAuthn: true,
        idpCertificate: "idp_certificate 1",
        idpCertificates: ["idp_certificates 1", "idp_certificates 2"],
        idpEntityId: "idp_entity_1",
        idpMetadata: "idp_metadata 1",
        idpMetadataUrl: "https://example.com/1?a=b",
        idpSsoUrl: "https://example.com/1?a=b",
        loginHint: { mode: "custom_attribute", source: "source 1" },
      },
    }],
  }],
  "idPOAuthAccessToken.verify": [
    { args: ["oat_1"] },
    {
      args: ["oat_1", { audience: "api_1" }],
      answer: { ...OAUTH_TOKEN, aud: ["api_1", "api_2"] },
    },
    {
      args: ["oat_1", { audience: ["api_1", "api_2"] }],
      answer: { ...OAUTH_TOKEN, aud: "api_3" },
    },
    {
      args: ["oat_1", { audience: "api_1" }],
      answer: { ...OAUTH_TOKEN, aud: ["api_3"] },
    },
    { args: ["oat_1", { audience: "api_1" }], answer: OAUTH_TOKEN },
    {
      args: ["oat_1", { audience: [] }],
      answer: { ...OAUTH_TOKEN, aud: "api_1" },
      departs: "empty-audience",
      sends: [],
    },
    {
      args: ["oat_1", { audience: "" }],
      answer: { ...OAUTH_TOKEN, aud: "api_1" },
      departs: "empty-audience",
      sends: [],
    },
  ],
  "instance.get": [{ args: [] }],
  "instance.getOrganizationSettings": [{ args: [] }],
  "instance.update": [{
    args: [{
      testMode: true,
      hibp: true,
      enhancedEmailDeliverability: true,
      supportEmail: "support_email 1",
      clerkJsVersion: "clerk_js_version 1",
      developmentOrigin: "https://example.com/1?a=b",
      allowedOrigins: [
        "https://example.com/1?a=b",
        "https://example.com/2?a=b",
      ],
      urlBasedSessionSyncing: true,
      preferredSignInStrategyWhenPasswordRequired: "otp",
    }],
  }],
  "instance.updateOrganizationSettings": [{
    args: [{
      enabled: true,
      maxAllowedMemberships: 28,
      adminDeleteEnabled: true,
      domainsEnabled: true,
      domainsEnrollmentModes: [
        "domains_enrollment_modes 1",
        "domains_enrollment_modes 2",
      ],
      creatorRoleId: "creator_role_1",
      domainsDefaultRoleId: "domains_default_role_1",
    }],
  }],
  "instance.updateRestrictions": [{
    args: [{
      allowlist: true,
      blocklist: true,
      blockEmailSubaddresses: true,
      blockDisposableEmailDomains: true,
      ignoreDotsForGmailAddresses: true,
    }],
  }],
  "invitations.createInvitation": [{
    args: [{
      emailAddress: "a+1@example.com",
      expiresInDays: 31,
      ignoreExisting: true,
      notify: true,
      publicMetadata: FREE,
      redirectUrl: "https://example.com/1?a=b",
      templateSlug: "invitation",
    }],
  }],
  "invitations.createInvitationBulk": [{
    args: [[{
      emailAddress: "a+1@example.com",
      expiresInDays: 32,
      ignoreExisting: true,
      notify: true,
      publicMetadata: FREE,
      redirectUrl: "https://example.com/1?a=b",
      templateSlug: "invitation",
    }]],
  }, { args: [[]], departs: "empty-bulk", sends: [] }],
  "invitations.deleteInvitation": [{ args: ["invitation_1"] }],
  "invitations.getInvitationList": [{
    args: [{
      limit: 3,
      offset: 6,
      orderBy: "-created_at",
      status: "expired",
      query: "a&b=c d",
    }],
  }, { args: [] }],
  "invitations.revokeInvitation": [{ args: ["invitation_1"] }],
  "jwks.getJwks": [{ args: [] }],
  "jwtTemplates.create": [{
    args: [{
      name: "name 1",
      claims: FREE,
      lifetime: 35,
      allowedClockSkew: 36,
      customSigningKey: true,
      signingAlgorithm: "signing_algorithm 1",
      signingKey: "org:signing_key_1",
    }],
  }],
  "jwtTemplates.delete": [{ args: ["template_1"] }],
  "jwtTemplates.get": [{ args: ["template_1"] }],
  "jwtTemplates.list": [{ args: [{ limit: 3, offset: 6 }] }, { args: [] }],
  "jwtTemplates.update": [{
    args: [{
      name: "name 1",
      claims: FREE,
      lifetime: 37,
      allowedClockSkew: 38,
      customSigningKey: true,
      signingAlgorithm: "signing_algorithm 1",
      signingKey: "org:signing_key_1",
      templateId: "template_1",
    }],
  }],
  "m2m.createToken": [
    {
      args: [{
        machineSecretKey: "ak_machine",
        secondsUntilExpiration: 46,
        claims: FREE,
        minRemainingTtlSeconds: 47,
        tokenFormat: "opaque",
      }],
    },
    { args: [], departs: "null-defaults", sends: [{ body: {} }] },
    {
      args: [{
        claims: null,
        secondsUntilExpiration: null,
        tokenFormat: "jwt",
      }],
    },
  ],
  "m2m.list": [{
    args: [{
      limit: 3,
      offset: 6,
      machineSecretKey: "ak_machine",
      subject: "subject 1",
      revoked: true,
      expired: true,
    }],
  }, {
    args: [{ subject: "mch_1", revoked: false }],
    departs: "falsy-filters",
    sends: [{
      line: "GET https://api.clerk.com/m2m_tokens?revoked=false&subject=mch_1",
    }],
  }],
  "m2m.revokeToken": [{
    args: [{
      machineSecretKey: "ak_machine",
      m2mTokenId: "m2m_token_1",
      revocationReason: "revocation_reason 1",
    }],
  }, {
    args: [{ m2mTokenId: "mt_1" }],
    departs: "null-defaults",
    sends: [{ body: {} }],
  }],
  "m2m.verify": [{
    args: [{ machineSecretKey: "ak_machine", token: "token 1" }],
  }, { args: [{ token: "a.b.c" }] }],
  "machines.create": [{
    args: [{
      name: "name 1",
      scopedMachines: ["scoped_machines 1", "scoped_machines 2"],
      defaultTokenTtl: 41,
    }],
  }],
  "machines.createScope": [{ args: ["machine_1", "to_machine_1"] }],
  "machines.delete": [{ args: ["machine_1"] }],
  "machines.deleteScope": [{ args: ["machine_1", "other_machine_1"] }, {
    args: ["mch_1", ""],
    departs: "missing-ids",
    sends: [],
  }],
  "machines.get": [{ args: ["machine_1"] }],
  "machines.getSecretKey": [{ args: ["machine_1"] }],
  "machines.list": [{
    args: [{ limit: 3, offset: 6, orderBy: "name", query: "a&b=c d" }],
  }, { args: [] }],
  "machines.rotateSecretKey": [{
    args: [{ machineId: "machine_1", previousTokenTtl: 43 }],
  }],
  "machines.update": [{
    args: [{ machineId: "machine_1", name: "name 1", defaultTokenTtl: 42 }],
  }],
  "oauthApplications.create": [{
    args: [{
      name: "name 1",
      redirectUris: ["https://example.com/1?a=b", "https://example.com/2?a=b"],
      scopes: "scopes 1",
      public: true,
    }],
  }],
  "oauthApplications.delete": [{ args: ["oauth_application_1"] }],
  "oauthApplications.get": [{ args: ["oauth_application_1"] }],
  "oauthApplications.list": [{
    args: [{ limit: 3, offset: 6, nameQuery: "name_query 1", orderBy: "name" }],
  }, { args: [] }],
  "oauthApplications.revokeToken": [{
    args: [{ oauthApplicationId: "oauth_application_1", token: "token 1" }],
  }],
  "oauthApplications.rotateSecret": [{ args: ["oauth_application_1"] }],
  "oauthApplications.update": [{
    args: [{
      name: "name 1",
      redirectUris: ["https://example.com/1?a=b", "https://example.com/2?a=b"],
      scopes: "scopes 1",
      public: true,
      oauthApplicationId: "oauth_application_1",
    }],
  }],
  "organizationPermissions.createOrganizationPermission": [{
    args: [{ name: "name 1", key: "org:key_1", description: "description 1" }],
  }],
  "organizationPermissions.deleteOrganizationPermission": [{
    args: ["permission_1"],
  }],
  "organizationPermissions.getOrganizationPermission": [{
    args: ["permission_1"],
  }],
  "organizationPermissions.getOrganizationPermissionList": [{
    args: [{ limit: 3, offset: 6, query: "a&b=c d", orderBy: "key" }],
  }],
  "organizationPermissions.updateOrganizationPermission": [{
    args: [{
      permissionId: "permission_1",
      name: "name 1",
      key: "org:key_1",
      description: "description 1",
    }],
  }],
  "organizationRoles.assignPermissionToOrganizationRole": [{
    args: [{
      organizationRoleId: "organization_role_1",
      permissionId: "permission_1",
    }],
  }],
  "organizationRoles.createOrganizationRole": [{
    args: [{
      name: "name 1",
      key: "org:key_1",
      description: "description 1",
      permissions: ["permissions 1", "permissions 2"],
      includeInInitialRoleSet: true,
    }],
  }],
  "organizationRoles.deleteOrganizationRole": [{
    args: ["organization_role_1"],
  }],
  "organizationRoles.getOrganizationRole": [{ args: ["organization_role_1"] }, {
    args: ["role_1"],
    answer: { object: "role", id: "role_1", permissions: null },
  }, { args: ["role_1"], answer: { object: "role", id: "role_1" } }],
  "organizationRoles.getOrganizationRoleList": [{
    args: [{ limit: 3, offset: 6, query: "a&b=c d", orderBy: "key" }],
  }],
  "organizationRoles.removePermissionFromOrganizationRole": [{
    args: [{
      organizationRoleId: "organization_role_1",
      permissionId: "permission_1",
    }],
  }],
  "organizationRoles.updateOrganizationRole": [{
    args: [{
      organizationRoleId: "organization_role_1",
      name: "name 1",
      key: "org:key_1",
      description: "description 1",
      permissions: ["permissions 1", "permissions 2"],
    }],
  }],
  "organizations.createOrganization": [{
    args: [{
      name: "name 1",
      slug: "slug 1",
      createdBy: "created_by 1",
      maxAllowedMemberships: 52,
      publicMetadata: FREE,
      privateMetadata: FREE,
    }],
  }],
  "organizations.createOrganizationDomain": [{
    args: [{
      organizationId: "organization_1",
      name: "name 1",
      enrollmentMode: "manual_invitation",
      verified: true,
    }],
  }, {
    args: [{
      organizationId: "org_1",
      name: "example.com",
      enrollmentMode: "automatic_invitation",
    }],
  }, {
    args: [{
      organizationId: "org_1",
      name: "example.com",
      enrollmentMode: "automatic_invitation",
      verified: false,
    }],
  }],
  "organizations.createOrganizationInvitation": [{
    args: [{
      organizationId: "organization_1",
      emailAddress: "a+1@example.com",
      role: "role 1",
      expiresInDays: 64,
      inviterUserId: "inviter_user_1",
      privateMetadata: FREE,
      publicMetadata: FREE,
      redirectUrl: "https://example.com/1?a=b",
    }],
  }],
  "organizations.createOrganizationInvitationBulk": [{
    args: ["organization_1", [{
      role: "role 1",
      emailAddress: "a+1@example.com",
      expiresInDays: 65,
      inviterUserId: "inviter_user_1",
      privateMetadata: FREE,
      publicMetadata: FREE,
      redirectUrl: "https://example.com/1?a=b",
    }]],
  }, { args: ["org_1", []], departs: "empty-bulk", sends: [] }],
  "organizations.createOrganizationMembership": [{
    args: [{
      organizationId: "organization_1",
      userId: "user_1",
      role: "role 1",
    }],
  }],
  "organizations.deleteOrganization": [{ args: ["organization_1"] }],
  "organizations.deleteOrganizationDomain": [{
    args: [{ organizationId: "organization_1", domainId: "domain_1" }],
  }],
  "organizations.deleteOrganizationLogo": [{ args: ["organization_1"] }],
  "organizations.deleteOrganizationMembership": [{
    args: [{ organizationId: "organization_1", userId: "user_1" }],
  }, {
    args: [{ organizationId: "org_1", userId: "" }],
    departs: "missing-ids",
    sends: [],
  }],
  "organizations.getInstanceOrganizationMembershipList": [{
    args: [{ limit: 3, offset: 6, orderBy: "-created_at" }],
  }],
  "organizations.getOrganization": [
    { args: [{ organizationId: "organization_1", includeMembersCount: true }] },
    { args: [{ slug: "acme", includeMembersCount: true }] },
    {
      args: [{ slug: "acme", includeMembersCount: false }],
      departs: "falsy-filters",
      sends: [{
        line:
          "GET https://api.clerk.com/v1/organizations/acme?include_members_count=false",
      }],
    },
    {
      args: [{ slug: "acme", organizationId: undefined }],
      departs: "undefined-ids",
      sends: [{
        ...PLAIN,
        line: "GET https://api.clerk.com/v1/organizations/acme",
      }],
    },
    { args: [{}] },
  ],
  "organizations.getOrganizationDomainList": [{
    args: [{ organizationId: "organization_1", limit: 3, offset: 6 }],
  }],
  "organizations.getOrganizationInvitation": [{
    args: [{ organizationId: "organization_1", invitationId: "invitation_1" }],
  }, {
    args: [{ organizationId: "org_1", invitationId: "orginv_1" }],
    answer: { object: "organization_invitation", id: "orginv_1" },
  }],
  "organizations.getOrganizationInvitationList": [{
    args: [{
      limit: 3,
      offset: 6,
      organizationId: "organization_1",
      status: ["expired", "revoked"],
    }],
  }],
  "organizations.getOrganizationList": [{
    args: [{
      limit: 3,
      offset: 6,
      includeMembersCount: true,
      query: "a&b=c d",
      orderBy: "name",
      organizationId: ["organization_1", "organization_2"],
    }],
  }, { args: [] }],
  "organizations.getOrganizationMembershipList": [{
    args: [{
      limit: 3,
      offset: 6,
      organizationId: "organization_1",
      orderBy: "-created_at",
      userId: ["user_1", "user_2"],
      emailAddress: ["a+1@example.com", "a+2@example.com"],
      phoneNumber: ["+15555550101", "+15555550102"],
      username: ["username 1", "username 2"],
      web3Wallet: ["web3_wallet 1", "web3_wallet 2"],
      role: ["role 1", "role 2"],
      query: "a&b=c d",
      emailAddressQuery: "a+1@example.com",
      phoneNumberQuery: "+15555550101",
      usernameQuery: "username_query 1",
      nameQuery: "name_query 1",
      lastActiveAtBefore: 56,
      lastActiveAtAfter: 57,
      createdAtBefore: 58,
      createdAtAfter: 59,
    }],
  }, {
    args: [{ organizationId: "org_1" }],
    answer: {
      data: [{
        object: "organization_membership",
        id: "orgmem_1",
        organization: { object: "organization", id: "org_1", image_url: null },
        public_user_data: { user_id: "user_1" },
      }],
      total_count: 1,
    },
  }],
  "organizations.replaceOrganizationMetadata": [{
    args: ["organization_1", { publicMetadata: FREE, privateMetadata: FREE }],
  }],
  "organizations.revokeOrganizationInvitation": [{
    args: [{
      organizationId: "organization_1",
      invitationId: "invitation_1",
      requestingUserId: "requesting_user_1",
    }],
  }, {
    args: [{
      organizationId: "org_1",
      invitationId: "",
      requestingUserId: "user_1",
    }],
    departs: "missing-ids",
    sends: [],
  }],
  "organizations.updateOrganization": [
    {
      args: ["organization_1", {
        name: "name 1",
        slug: "slug 1",
        adminDeleteEnabled: true,
        maxAllowedMemberships: 53,
        publicMetadata: FREE,
        privateMetadata: FREE,
      }],
    },
    { args: ["org_1", { name: "Acme", slug: null }] },
    { args: ["org_1", { publicMetadata: FREE }] },
    { args: ["org_1", {}], departs: "empty-bodies", sends: [EMPTY] },
  ],
  "organizations.updateOrganizationDomain": [{
    args: [{
      organizationId: "organization_1",
      domainId: "domain_1",
      name: "name 1",
      enrollmentMode: "manual_invitation",
      verified: true,
    }],
  }],
  "organizations.updateOrganizationLogo": [{
    args: ["organization_1", {
      file: IMAGE,
      uploaderUserId: "uploader_user_1",
    }],
  }, { args: ["org_1", { file: IMAGE }] }],
  "organizations.updateOrganizationMembership": [{
    args: [{
      organizationId: "organization_1",
      userId: "user_1",
      role: "role 1",
    }],
  }, {
    args: [{ organizationId: "org_1", role: "org:admin" }],
    departs: "missing-ids",
    sends: [],
  }],
  "organizations.updateOrganizationMembershipMetadata": [{
    args: [{
      organizationId: "organization_1",
      userId: "user_1",
      publicMetadata: FREE,
      privateMetadata: FREE,
    }],
  }, { args: [{ publicMetadata: FREE }], departs: "missing-ids", sends: [] }],
  "organizations.updateOrganizationMetadata": [{
    args: ["organization_1", { publicMetadata: FREE, privateMetadata: FREE }],
  }],
  "phoneNumbers.createPhoneNumber": [{
    args: [{
      userId: "user_1",
      phoneNumber: "+15555550101",
      verified: true,
      primary: true,
      reservedForSecondFactor: true,
    }],
  }],
  "phoneNumbers.deletePhoneNumber": [{ args: ["phone_number_1"] }],
  "phoneNumbers.getPhoneNumber": [{ args: ["phone_number_1"] }],
  "phoneNumbers.updatePhoneNumber": [{
    args: ["phone_number_1", {
      verified: true,
      primary: true,
      reservedForSecondFactor: true,
    }],
  }, { args: ["idn_1"] }],
  "proxyChecks.verify": [{
    args: [{ domainId: "domain_1", proxyUrl: "https://example.com/1?a=b" }],
  }],
  "redirectUrls.createRedirectUrl": [{
    args: [{ url: "https://example.com/1?a=b" }],
  }],
  "redirectUrls.deleteRedirectUrl": [{ args: ["redirect_url_1"] }],
  "redirectUrls.getRedirectUrl": [{ args: ["redirect_url_1"] }],
  "redirectUrls.getRedirectUrlList": [{ args: [] }],
  "roleSets.addRolesToRoleSet": [{
    args: [{
      roleSetKeyOrId: "rset_1",
      roleKeys: ["role_keys 1", "role_keys 2"],
      defaultRoleKey: "org:default_role_key_1",
      creatorRoleKey: "org:creator_role_key_1",
    }],
  }],
  "roleSets.createRoleSet": [{
    args: [{
      name: "name 1",
      key: "org:key_1",
      description: "description 1",
      defaultRoleKey: "org:default_role_key_1",
      creatorRoleKey: "org:creator_role_key_1",
      type: "initial",
      roles: ["roles 1", "roles 2"],
    }],
  }],
  "roleSets.getRoleSet": [{ args: ["rset_1"] }, {
    args: ["rset_1"],
    answer: { object: "role_set", id: "rset_1", roles: null },
  }],
  "roleSets.getRoleSetList": [{
    args: [{ limit: 3, offset: 6, query: "a&b=c d", orderBy: "key" }],
  }],
  "roleSets.replaceRoleInRoleSet": [{
    args: [{
      roleSetKeyOrId: "rset_1",
      roleKey: "org:role_key_1",
      toRoleKey: "org:to_role_key_1",
    }],
  }],
  "roleSets.replaceRoleSet": [{
    args: [{
      roleSetKeyOrId: "rset_1",
      destRoleSetKey: "org:dest_role_set_key_1",
      reassignmentMappings: { "X-Own": "1", in_snake: "2", inCamel: "3" },
    }],
  }],
  "roleSets.updateRoleSet": [{
    args: [{
      roleSetKeyOrId: "rset_1",
      name: "name 1",
      key: "org:key_1",
      description: "description 1",
      type: "initial",
      defaultRoleKey: "org:default_role_key_1",
      creatorRoleKey: "org:creator_role_key_1",
    }],
  }],
  "samlConnections.createSamlConnection": [{
    args: [{
      name: "name 1",
      provider: "saml_custom",
      domain: "domain 1",
      organizationId: "organization_1",
      idpEntityId: "idp_entity_1",
      idpSsoUrl: "https://example.com/1?a=b",
      idpCertificate: "idp_certificate 1",
      idpCertificates: ["idp_certificates 1", "idp_certificates 2"],
      idpMetadataUrl: "https://example.com/1?a=b",
      idpMetadata: "idp_metadata 1",
      attributeMapping: {
        emailAddress: "a+1@example.com",
        firstName: "first_name 1",
        lastName: "last_name 1",
        userId: "user_1",
      },
    }],
  }],
  "samlConnections.deleteSamlConnection": [{ args: ["saml_connection_1"] }],
  "samlConnections.getSamlConnection": [{ args: ["saml_connection_1"] }, {
    args: ["saml_1"],
    answer: { object: "saml_connection", id: "saml_1", idp_certificates: null },
  }],
  "samlConnections.getSamlConnectionList": [{
    args: [{
      limit: 3,
      offset: 6,
      query: "a&b=c d",
      orderBy: "-created_at",
      organizationId: ["organization_1", "organization_2"],
    }],
  }],
  "samlConnections.updateSamlConnection": [{
    args: ["saml_connection_1", {
      name: "name 1",
      provider: "saml_custom",
      domain: "domain 1",
      organizationId: "organization_1",
      idpEntityId: "idp_entity_1",
      idpSsoUrl: "https://example.com/1?a=b",
      idpCertificate: "idp_certificate 1",
      idpCertificates: ["idp_certificates 1", "idp_certificates 2"],
      idpMetadataUrl: "https://example.com/1?a=b",
      idpMetadata: "idp_metadata 1",
      attributeMapping: {
        emailAddress: "a+1@example.com",
        firstName: "first_name 1",
        lastName: "last_name 1",
        userId: "user_1",
      },
      active: true,
      syncUserAttributes: true,
      allowSubdomains: true,
      allowIdpInitiated: true,
    }],
  }, { args: ["saml_1"] }],
  "sessions.createSession": [{ args: [{ userId: "user_1" }] }],
  "sessions.getSession": [{ args: ["session_1"] }],
  "sessions.getSessionList": [
    {
      args: [{
        limit: 3,
        offset: 6,
        clientId: "client_1",
        userId: "user_1",
        status: "abandoned",
      }],
    },
    { args: [] },
    {
      args: [{ userId: "" }],
      departs: "falsy-filters",
      sends: [{
        line: "GET https://api.clerk.com/v1/sessions?paginated=true&user_id=",
      }],
    },
  ],
  "sessions.getToken": [
    { args: ["session_1", "template 1", 76] },
    { args: ["sess_1"] },
    { args: ["sess_1", ""] },
    { args: ["sess_1", undefined, 60] },
    { args: ["sess_1", "template 1"] },
    {
      args: ["sess_1", "a/b"],
      departs: "encoded-ids",
      sends: [{
        line: "POST https://api.clerk.com/v1/sessions/sess_1/tokens/a%2Fb",
      }],
    },
  ],
  "sessions.refreshSession": [{
    args: ["session_1", {
      expired_token: "expired_token 1",
      refresh_token: "refresh_token 1",
      request_origin: "https://example.com/1?a=b",
      request_originating_ip: "203.0.113.7",
      request_headers: { "X-Own": ["1"], in_snake: ["2"] },
      suffixed_cookies: true,
      format: "token",
    }],
  }, {
    args: ["sess_1", {
      expired_token: "t",
      refresh_token: "r",
      request_origin: "https://example.com",
      format: "cookie",
      suffixed_cookies: false,
    }],
    answer: { object: "cookies", cookies: ["__session=a; Path=/"] },
    departs: "falsy-filters",
    sends: [{
      line:
        "POST https://api.clerk.com/v1/sessions/sess_1/refresh?suffixed_cookies=false",
    }],
  }],
  "sessions.revokeSession": [{ args: ["session_1"] }],
  "sessions.verifySession": [{ args: ["session_1", "token 1"] }],
  "signInTokens.createSignInToken": [{
    args: [{ userId: "user_1", orgId: "org_1", expiresInSeconds: 77 }],
  }],
  "signInTokens.revokeSignInToken": [{ args: ["sign_in_token_1"] }],
  "signUps.get": [{ args: ["sign_up_attempt_1"] }],
  "signUps.update": [{
    args: [{
      signUpAttemptId: "sign_up_attempt_1",
      externalId: "external_1",
      customAction: true,
    }],
  }, { args: [{ externalId: "ext_1" }], departs: "missing-ids", sends: [] }],
  "testingTokens.createTestingToken": [{ args: [] }],
  "users.banUser": [{ args: ["user_1"] }],
  "users.createUser": [{
    args: [{
      externalId: "external_1",
      emailAddress: ["a+1@example.com", "a+2@example.com"],
      emailAddressIdentificationStatus: ["verified", "reserved"],
      phoneNumber: ["+15555550101", "+15555550102"],
      phoneNumberIdentificationStatus: ["verified", "reserved"],
      username: "username 1",
      password: "password 1",
      firstName: "first_name 1",
      lastName: "last_name 1",
      locale: "locale 1",
      timezone: "timezone 1",
      skipPasswordChecks: true,
      skipPasswordRequirement: true,
      skipLegalChecks: true,
      legalAcceptedAt: DATE,
      totpSecret: "totp_secret 1",
      backupCodes: ["backup_codes 1", "backup_codes 2"],
      createdAt: DATE,
      banned: true,
      locked: true,
      publicMetadata: FREE,
      privateMetadata: FREE,
      unsafeMetadata: FREE,
      passwordDigest: "password_digest 1",
      passwordHasher: "argon2i",
    }],
  }, {
    args: [{
      passwordDigest: "$2a$1",
      passwordHasher: "bcrypt",
      firstName: null,
      externalId: undefined,
    }],
  }],
  "users.deleteUser": [{ args: ["user_1"] }, {
    args: ["user_1"],
    answer: { object: "user", deleted: true },
  }],
  "users.deleteUserBackupCodes": [{ args: ["user_1"] }],
  "users.deleteUserExternalAccount": [{
    args: [{ userId: "user_1", externalAccountId: "external_account_1" }],
  }],
  "users.deleteUserPasskey": [{
    args: [{
      userId: "user_1",
      passkeyIdentificationId: "passkey_identification_1",
    }],
  }, { args: [{ userId: "user_1" }] }],
  "users.deleteUserProfileImage": [{ args: ["user_1"] }],
  "users.deleteUserTOTP": [{ args: ["user_1"] }],
  "users.deleteUserWeb3Wallet": [{
    args: [{
      userId: "user_1",
      web3WalletIdentificationId: "web3_wallet_identification_1",
    }],
  }],
  "users.disableUserMFA": [{ args: ["user_1"] }],
  "users.getCount": [
    {
      args: [{
        emailAddress: ["a+1@example.com", "a+2@example.com"],
        phoneNumber: ["+15555550101", "+15555550102"],
        username: ["username 1", "username 2"],
        web3Wallet: ["web3_wallet 1", "web3_wallet 2"],
        query: "a&b=c d",
        userId: ["user_1", "user_2"],
        externalId: ["external_1", "external_2"],
      }],
    },
    { args: [] },
    { args: [{ userId: [], query: "a" }], departs: "falsy-filters", sends: [] },
  ],
  "users.getOrganizationInvitationList": [{
    args: [{ limit: 3, offset: 6, userId: "user_1", status: "expired" }],
  }],
  "users.getOrganizationMembershipList": [
    { args: [{ limit: 3, offset: 6, userId: "user_1" }] },
    { args: [{ userId: "user_1" }] },
    {
      args: [{ userId: "user_1", limit: 1, offset: 0 }],
      departs: "falsy-filters",
      sends: [{
        line:
          "GET https://api.clerk.com/v1/users/user_1/organization_memberships?limit=1&offset=0",
      }],
    },
    { args: [{}] },
  ],
  "users.getUser": [
    { args: ["user_1"] },
    {
      args: ["user_1"],
      answer: {
        object: "user",
        id: "user_1",
        email_addresses: null,
        external_accounts: [{
          id: "eac_1",
          image_url: null,
          verification: null,
        }],
        web3_wallets: [{ id: "idn_1", verification: { status: "verified" } }],
        first_name: "Ada",
      },
    },
    {
      args: ["user_1"],
      answer: {
        object: "user",
        id: "user_1",
        first_name: null,
        last_name: "Lovelace",
        primary_phone_number_id: "idn_2",
        phone_numbers: [{ id: "idn_1", linked_to: [] }, {
          id: "idn_2",
          linked_to: [],
        }],
      },
    },
    { args: [""] },
    { args: [] },
    { args: [null] },
    {
      args: ["a b/c?d"],
      departs: "encoded-ids",
      sends: [{ line: "GET https://api.clerk.com/v1/users/a%20b%2Fc%3Fd" }],
    },
    {
      args: ["a\\b"],
      departs: "encoded-ids",
      sends: [{ line: "GET https://api.clerk.com/v1/users/a%5Cb" }],
    },
  ],
  "users.getUserList": [
    {
      args: [{
        limit: 3,
        offset: 6,
        emailAddress: ["a+1@example.com", "a+2@example.com"],
        phoneNumber: ["+15555550101", "+15555550102"],
        username: ["username 1", "username 2"],
        web3Wallet: ["web3_wallet 1", "web3_wallet 2"],
        query: "a&b=c d",
        userId: ["user_1", "user_2"],
        externalId: ["external_1", "external_2"],
        orderBy: "-created_at",
        last_active_at_since: 80,
        lastActiveAtBefore: 81,
        lastActiveAtAfter: 82,
        createdAtBefore: 83,
        createdAtAfter: 84,
        lastSignInAtAfter: 85,
        lastSignInAtBefore: 86,
        organizationId: ["organization_1", "organization_2"],
      }],
    },
    { args: [] },
    {
      args: [{ createdAtAfter: DATE, limit: 3 }],
      departs: "dates-in-queries",
      sends: [{ line: `${USERS}/count?created_at_after=1767225600000` }, {
        line: `${USERS}?created_at_after=1767225600000&limit=3`,
      }],
    },
    {
      args: [{ includeTotalCount: true }],
      departs: "own-parameters",
      sends: [{ line: USERS }, { line: `${USERS}/count` }],
    },
    {
      args: [{ emailAddress: [""], limit: 0 }],
      departs: "falsy-filters",
      sends: [{ line: `${USERS}/count?email_address=` }, {
        line: `${USERS}?email_address=&limit=0`,
      }],
    },
    {
      args: [{ query: "a", userId: null }],
      departs: "falsy-filters",
      sends: [],
    },
  ],
  "users.getUserOauthAccessToken": [
    { args: ["user_1", "facebook"] },
    {
      args: ["user_1", "google"],
      answer: {
        data: [{ object: "oauth_access_token", label: null }],
        total_count: 1,
      },
    },
    { args: ["user_1", "oauth_google"] },
    { args: ["user_1", "oauth_custom_x"] },
    { args: ["user_1", ""], departs: "missing-ids", sends: [] },
  ],
  "users.lockUser": [{ args: ["user_1"] }],
  "users.removePassword": [{
    args: ["user_1", { signOutOfOtherSessions: true }],
  }, { args: ["user_1"] }],
  "users.replaceUserEmailAddress": [{
    args: ["user_1", { emailAddress: "a+1@example.com" }],
  }],
  "users.replaceUserMetadata": [{
    args: ["user_1", {
      publicMetadata: FREE,
      privateMetadata: FREE,
      unsafeMetadata: FREE,
    }],
  }],
  "users.replaceUserPhoneNumber": [{
    args: ["user_1", { phoneNumber: "+15555550101" }],
  }],
  "users.setPasswordCompromised": [
    { args: ["user_1", { revokeAllSessions: true }] },
    { args: ["user_1"] },
    {
      args: ["user_1", {}],
      departs: "empty-bodies",
      sends: [{
        body: { revoke_all_sessions: false },
        contentType: "application/json",
      }],
    },
  ],
  "users.unbanUser": [{ args: ["user_1"] }],
  "users.unlockUser": [{ args: ["user_1"] }],
  "users.unsetPasswordCompromised": [{ args: ["user_1"] }],
  "users.updateUser": [
    {
      args: ["user_1", {
        firstName: "first_name 1",
        lastName: "last_name 1",
        username: "username 1",
        password: "password 1",
        skipPasswordChecks: true,
        signOutOfOtherSessions: true,
        primaryEmailAddressID: "idn_1",
        notifyPrimaryEmailAddressChanged: true,
        primaryPhoneNumberID: "idn_2",
        primaryWeb3WalletID: "idn_3",
        profileImageID: "img_1",
        totpSecret: "totp_secret 1",
        backupCodes: ["backup_codes 1", "backup_codes 2"],
        externalId: "external_1",
        createdAt: DATE,
        skipLegalChecks: true,
        legalAcceptedAt: DATE,
        locale: "locale 1",
        timezone: "timezone 1",
        deleteSelfEnabled: true,
        createOrganizationEnabled: true,
        createOrganizationsLimit: 87,
        publicMetadata: FREE,
        privateMetadata: FREE,
        unsafeMetadata: FREE,
        passwordDigest: "password_digest 1",
        passwordHasher: "argon2i",
      }],
    },
    { args: ["user_1", { publicMetadata: FREE }] },
    { args: ["user_1", { firstName: "Ada", privateMetadata: FREE }] },
    { args: ["user_1", { firstName: null, publicMetadata: undefined }] },
    { args: ["user_1", {}], departs: "empty-bodies", sends: [EMPTY] },
    { args: ["user_1"], departs: "empty-bodies", sends: [EMPTY] },
  ],
  "users.updateUserMetadata": [{
    args: ["user_1", {
      publicMetadata: FREE,
      privateMetadata: FREE,
      unsafeMetadata: FREE,
    }],
  }],
  "users.updateUserProfileImage": [{ args: ["user_1", { file: IMAGE }] }, {
    args: ["user_1", { file: new Blob(["png"], { type: "image/png" }) }],
    departs: "file-names",
    sends: [{ body: [["file", "file", "image/png"]] }],
  }],
  "users.verifyPassword": [{
    args: [{ userId: "user_1", password: "password 1" }],
  }],
  "users.verifyTOTP": [{ args: [{ userId: "user_1", code: "code 1" }] }],
  "waitlistEntries.create": [{
    args: [{ emailAddress: "a+1@example.com", notify: true }],
  }],
  "waitlistEntries.createBulk": [{
    args: [[{ emailAddress: "a+1@example.com", notify: true }]],
  }, { args: [[]], departs: "empty-bulk", sends: [] }],
  "waitlistEntries.delete": [{ args: ["x_1"] }],
  "waitlistEntries.invite": [{ args: ["x_1", { ignoreExisting: true }] }, {
    args: ["wle_1"],
  }],
  "waitlistEntries.list": [{
    args: [{
      limit: 3,
      offset: 6,
      query: "a&b=c d",
      status: "pending",
      orderBy: "-created_at",
    }],
  }, { args: [] }],
  "waitlistEntries.reject": [{ args: ["x_1"] }],
  "webhooks.createSvixApp": [{ args: [] }],
  "webhooks.deleteSvixApp": [{ args: [] }],
  "webhooks.generateSvixAuthURL": [{ args: [] }],
};
