import type { AllowlistIdentifiersApi } from "../../src/api/allowlist_identifiers.ts";
import { type Row, testOperations } from "./operations.ts";

const rows: readonly Row<AllowlistIdentifiersApi>[] = [
  {
    operation: "ListAllowlistIdentifiers",
    call: (api) => api.getAllowlistIdentifierList({ limit: 1, offset: 2 }),
    sends: "GET /v1/allowlist_identifiers?paginated=true&limit=1&offset=2",
    answer: {
      data: [{
        object: "allowlist_identifier",
        id: "alid_1",
        invitation_id: "inv_1",
        identifier: "a@example.com",
        identifier_type: "email_address",
        instance_id: "ins_1",
        created_at: 1,
        updated_at: 2,
      }],
      total_count: 3,
    },
    data: [{
      object: "allowlist_identifier",
      id: "alid_1",
      invitationId: "inv_1",
      identifier: "a@example.com",
      identifierType: "email_address",
      instanceId: "ins_1",
      createdAt: 1,
      updatedAt: 2,
    }],
    totalCount: 3,
  },
  {
    operation: "CreateAllowlistIdentifier",
    call: (api) =>
      api.createAllowlistIdentifier({
        identifier: "*@example.com",
        notify: true,
      }),
    sends: "POST /v1/allowlist_identifiers",
    body: { identifier: "*@example.com", notify: true },
  },
  {
    operation: "DeleteAllowlistIdentifier",
    call: (api) => api.deleteAllowlistIdentifier("alid_1"),
    sends: "DELETE /v1/allowlist_identifiers/alid_1",
    answer: { object: "allowlist_identifier", id: "alid_1", deleted: true },
    data: { object: "allowlist_identifier", id: "alid_1", deleted: true },
  },
];

testOperations("allowlistIdentifiers", rows, [/^\/allowlist_identifiers\b/]);
