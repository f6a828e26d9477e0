import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { DirectoriesApi } from "../../src/api/directories.ts";
import { type Row, setUp, testOperations } from "./operations.ts";

const attributes = { first_name: "name.givenName", costCenter: "cost_center" };

const directoryJson = {
  object: "directory",
  id: "dir_1",
  enterprise_connection_id: null,
  attribute_mapping: attributes,
  custom_attributes: [{ directory_path: "a.b", multi_valued: true }],
  api_key: "secret",
};

const directory = {
  object: "directory",
  id: "dir_1",
  enterpriseConnectionId: null,
  attributeMapping: attributes,
  customAttributes: [{ directoryPath: "a.b", multiValued: true }],
  apiKey: "secret",
};

const answersDirectory = { answer: directoryJson, data: directory };

const mapping = {
  answer: {
    object: "directory_group_role_mapping",
    scim_group_id: "group_1",
    role: { is_creator_eligible: false },
  },
  data: {
    object: "directory_group_role_mapping",
    scimGroupId: "group_1",
    role: { isCreatorEligible: false },
  },
};

const answersMappings = {
  answer: { data: [mapping.answer], total_count: 7 },
  data: [mapping.data],
  totalCount: 7,
};

const rows: readonly Row<DirectoriesApi>[] = [
  {
    operation: "ListDirectories",
    call: (api) => api.getDirectoryList({ limit: 5, offset: 10 }),
    sends: "GET /v1/directories?limit=5&offset=10",
    answer: { data: [directoryJson], total_count: 7 },
    data: [directory],
    totalCount: 7,
  },
  {
    operation: "CreateDirectory",
    call: (api) =>
      api.createDirectory({
        enterpriseConnectionId: "entconn_1",
        name: "Staff",
        provider: "okta",
        groupRoleMappings: [{
          directoryGroupId: "group_1",
          scimGroupId: "group_1",
          directoryGroupDisplayName: "Admins",
          scimGroupDisplayName: "Admins",
          roleId: "role_1",
          precedence: 1,
        }],
      }),
    sends: "POST /v1/directories",
    body: {
      enterprise_connection_id: "entconn_1",
      name: "Staff",
      provider: "okta",
      group_role_mappings: [{
        directory_group_id: "group_1",
        scim_group_id: "group_1",
        directory_group_display_name: "Admins",
        scim_group_display_name: "Admins",
        role_id: "role_1",
        precedence: 1,
      }],
    },
    ...answersDirectory,
  },
  {
    operation: "GetDirectory",
    call: (api) => api.getDirectory("dir_1"),
    sends: "GET /v1/directories/dir_1",
    ...answersDirectory,
  },
  {
    operation: "UpdateDirectory",
    call: (api) =>
      api.updateDirectory("dir_1", {
        name: "Staff",
        enabled: false,
        provider: "okta",
        attributeMapping: attributes,
        groupRoleMappingEnabled: true,
      }),
    sends: "PATCH /v1/directories/dir_1",
    body: {
      name: "Staff",
      enabled: false,
      provider: "okta",
      attribute_mapping: attributes,
      group_role_mapping_enabled: true,
    },
    ...answersDirectory,
  },
  {
    operation: "DeleteDirectory",
    call: (api) => api.deleteDirectory("dir_1"),
    sends: "DELETE /v1/directories/dir_1",
  },
  {
    operation: "RotateDirectoryAPIKey",
    call: (api) => api.rotateDirectoryApiKey("dir_1"),
    sends: "POST /v1/directories/dir_1/rotate_api_key",
    ...answersDirectory,
  },
  {
    operation: "ListDirectoryGroupRoleMappings",
    call: (api) => api.getDirectoryGroupRoleMappingList("dir_1"),
    sends: "GET /v1/directories/dir_1/group_role_mappings",
    ...answersMappings,
  },
  {
    operation: "CreateDirectoryGroupRoleMapping",
    call: (api) =>
      api.createDirectoryGroupRoleMapping("dir_1", {
        directoryGroupId: "group_1",
        scimGroupId: "group_1",
        roleId: "role_1",
        precedence: 2,
      }),
    sends: "POST /v1/directories/dir_1/group_role_mappings",
    body: {
      directory_group_id: "group_1",
      scim_group_id: "group_1",
      role_id: "role_1",
      precedence: 2,
    },
    ...mapping,
  },
  {
    operation: "ReplaceDirectoryGroupRoleMappings",
    call: (api) =>
      api.replaceDirectoryGroupRoleMappings("dir_1", {
        mappings: [
          { directoryGroupId: "group_1", roleId: "role_1" },
          { scimGroupId: "group_2", roleId: "role_2" },
        ],
      }),
    sends: "PUT /v1/directories/dir_1/group_role_mappings",
    body: {
      mappings: [
        { directory_group_id: "group_1", role_id: "role_1" },
        { scim_group_id: "group_2", role_id: "role_2" },
      ],
    },
    ...answersMappings,
  },
  {
    operation: "DeleteDirectoryGroupRoleMapping",
    call: (api) => api.deleteDirectoryGroupRoleMapping("dir_1", "map_1"),
    sends: "DELETE /v1/directories/dir_1/group_role_mappings/map_1",
    answer: {
      object: "directory_group_role_mapping",
      id: "map_1",
      deleted: true,
    },
    data: {
      object: "directory_group_role_mapping",
      id: "map_1",
      deleted: true,
    },
  },
];

testOperations("directories", rows, [/^\/directories\b/]);

describe("directories", () => {
  it("replaces mappings once, even when the answer seems one page of more", async () => {
    const { clerk, sent } = setUp(() => ({
      data: [{ id: "map_1" }],
      total_count: 9,
    }));
    const ids: string[] = [];
    const call = clerk.directories.replaceDirectoryGroupRoleMappings("dir_1", {
      mappings: [],
    });
    for await (const { id } of call) ids.push(id);
    assertEquals(ids, ["map_1"]);
    assertEquals(sent.length, 1);
  });

  it("reads mappings once, since the API gives them all at once", async () => {
    const { clerk, sent } = setUp(() => ({
      data: [{ id: "map_1" }],
      total_count: 9,
    }));
    await clerk.directories.getDirectoryGroupRoleMappingList("dir_1").collect({
      max: 100,
    });
    assertEquals(sent.length, 1);
  });
});

/** Never called: checking it is the test. */
function neverCalled(api: DirectoriesApi): void {
  // @ts-expect-error: no group
  api.createDirectoryGroupRoleMapping("dir_1", { roleId: "role_1" });
  api.replaceDirectoryGroupRoleMappings("dir_1", {
    // @ts-expect-error: no role
    mappings: [{ directoryGroupId: "group_1" }],
  });
}

it("directories: a mapping has a group and a role", () => {
  assertEquals(neverCalled.length, 1);
});
