import type { AdminPortalLinkTokensApi } from "../../src/api/admin_portal_link_tokens.ts";
import { type Row, testOperations } from "./operations.ts";

const base = "/v1/admin_portal_link_tokens";

const rows: readonly Row<AdminPortalLinkTokensApi>[] = [
  {
    operation: "createAdminPortalLinkToken",
    call: (api) =>
      api.create({
        organizationId: "org_1",
        itContactId: "ada",
        scopes: ["admin_portal:read"],
        secondsUntilExpiration: 600,
      }),
    sends: `POST ${base}`,
    body: {
      organization_id: "org_1",
      it_contact_id: "ada",
      scopes: ["admin_portal:read"],
      seconds_until_expiration: 600,
    },
    answer: { admin_portal_link_id: "apl_1", scopes: null, token: "secret" },
    data: { adminPortalLinkId: "apl_1", scopes: null, token: "secret" },
  },
  {
    operation: "createAdminPortalLinkToken",
    call: (api) => api.create({}),
    sends: `POST ${base}`,
    body: {},
  },
  {
    operation: "revokeAdminPortalLinkToken",
    call: (api) =>
      api.revoke({
        adminPortalLinkTokenId: "aplt_1",
        revocationReason: "Sent to the wrong one",
      }),
    sends: `POST ${base}/aplt_1/revoke`,
    body: { revocation_reason: "Sent to the wrong one" },
  },
  {
    operation: "revokeAdminPortalLinkToken",
    call: (api) => api.revoke({ adminPortalLinkTokenId: "aplt_1" }),
    sends: `POST ${base}/aplt_1/revoke`,
    body: {},
  },
];

testOperations("adminPortalLinkTokens", rows, [
  /^\/admin_portal_link_tokens\b/,
]);
