import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { BlocklistIdentifiersApi } from "../../src/api/blocklist_identifiers.ts";
import { type Row, setUp, testOperations } from "./operations.ts";

const rows: readonly Row<BlocklistIdentifiersApi>[] = [
  {
    operation: "ListBlocklistIdentifiers",
    call: (api) => api.getBlocklistIdentifierList({ limit: 1, offset: 2 }),
    sends: "GET /v1/blocklist_identifiers?limit=1&offset=2",
    answer: {
      data: [{
        object: "blocklist_identifier",
        id: "blid_1",
        identifier: "0x1",
        identifier_type: "web3_wallet",
        instance_id: "ins_1",
        created_at: 1,
        updated_at: 2,
      }],
      total_count: 3,
    },
    data: [{
      object: "blocklist_identifier",
      id: "blid_1",
      identifier: "0x1",
      identifierType: "web3_wallet",
      instanceId: "ins_1",
      createdAt: 1,
      updatedAt: 2,
    }],
    totalCount: 3,
  },
  {
    operation: "CreateBlocklistIdentifier",
    call: (api) => api.createBlocklistIdentifier({ identifier: "0x1" }),
    sends: "POST /v1/blocklist_identifiers",
    body: { identifier: "0x1" },
  },
  {
    operation: "DeleteBlocklistIdentifier",
    call: (api) => api.deleteBlocklistIdentifier("blid_1"),
    sends: "DELETE /v1/blocklist_identifiers/blid_1",
    answer: { object: "blocklist_identifier", id: "blid_1", deleted: true },
    data: { object: "blocklist_identifier", id: "blid_1", deleted: true },
  },
];

testOperations("blocklistIdentifiers", rows, [/^\/blocklist_identifiers\b/]);

describe("blocklistIdentifiers: a list that knows no pages", () => {
  it("is walked through once, whatever was asked for", async () => {
    const data = [{ id: "blid_1" }, { id: "blid_2" }, { id: "blid_3" }];
    const { clerk, sent } = setUp(() => ({ data, total_count: 3 }));
    const ids: string[] = [];
    const call = clerk.blocklistIdentifiers.getBlocklistIdentifierList({
      limit: 2,
    });
    for await (const { id } of call) ids.push(id);
    assertEquals(ids, ["blid_1", "blid_2", "blid_3"]);
    assertEquals(sent.length, 1);
  });
});
