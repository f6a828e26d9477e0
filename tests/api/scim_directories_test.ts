import type { ScimDirectoriesApi } from "../../src/api/scim_directories.ts";
import { type Row, testOperations } from "./operations.ts";

const attributes = { first_name: "name.givenName", costCenter: "cost_center" };

const directoryJson = {
  object: "scim_directory",
  id: "dir_1",
  enterprise_connection_id: null,
  attribute_mapping: attributes,
  custom_attributes: [{ directory_path: "a.b", multi_valued: true }],
  api_key: "secret",
};

const directory = {
  object: "scim_directory",
  id: "dir_1",
  enterpriseConnectionId: null,
  attributeMapping: attributes,
  customAttributes: [{ directoryPath: "a.b", multiValued: true }],
  apiKey: "secret",
};

const answersDirectory = { answer: directoryJson, data: directory };

const mapping = {
  answer: {
    object: "scim_group_role_mapping",
    scim_group_id: "group_1",
    role: { is_creator_eligible: false },
  },
  data: {
    object: "scim_group_role_mapping",
    scimGroupId: "group_1",
    role: { isCreatorEligible: false },
  },
};

const answersMappings = {
  answer: { data: [mapping.answer], total_count: 7 },
  data: [mapping.data],
  totalCount: 7,
};

const rows: readonly Row<ScimDirectoriesApi>[] = [
  {
    operation: "ListSCIMDirectories",
    call: (api) => api.getScimDirectoryList({ limit: 5, offset: 10 }),
    sends: "GET /v1/scim_directories?limit=5&offset=10",
    answer: { data: [directoryJson], total_count: 7 },
    data: [directory],
    totalCount: 7,
  },
  {
    operation: "CreateSCIMDirectory",
    call: (api) =>
      api.createScimDirectory({
        enterpriseConnectionId: "entconn_1",
        name: "Staff",
        provider: "okta",
        groupRoleMappings: [{
          scimGroupId: "group_1",
          scimGroupDisplayName: "Admins",
          roleId: "role_1",
          precedence: 1,
        }],
      }),
    sends: "POST /v1/scim_directories",
    body: {
      enterprise_connection_id: "entconn_1",
      name: "Staff",
      provider: "okta",
      group_role_mappings: [{
        scim_group_id: "group_1",
        scim_group_display_name: "Admins",
        role_id: "role_1",
        precedence: 1,
      }],
    },
    ...answersDirectory,
  },
  {
    operation: "GetSCIMDirectory",
    call: (api) => api.getScimDirectory("dir_1"),
    sends: "GET /v1/scim_directories/dir_1",
    ...answersDirectory,
  },
  {
    operation: "UpdateSCIMDirectory",
    call: (api) =>
      api.updateScimDirectory("dir_1", {
        name: "Staff",
        enabled: false,
        provider: "okta",
        attributeMapping: attributes,
        groupRoleMappingEnabled: true,
      }),
    sends: "PATCH /v1/scim_directories/dir_1",
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
    operation: "DeleteSCIMDirectory",
    call: (api) => api.deleteScimDirectory("dir_1"),
    sends: "DELETE /v1/scim_directories/dir_1",
  },
  {
    operation: "RotateSCIMDirectoryAPIKey",
    call: (api) => api.rotateScimDirectoryApiKey("dir_1"),
    sends: "POST /v1/scim_directories/dir_1/rotate_api_key",
    ...answersDirectory,
  },
  {
    operation: "ListSCIMGroupRoleMappings",
    call: (api) => api.getScimGroupRoleMappingList("dir_1"),
    sends: "GET /v1/scim_directories/dir_1/group_role_mappings",
    ...answersMappings,
  },
  {
    operation: "CreateSCIMGroupRoleMapping",
    call: (api) =>
      api.createScimGroupRoleMapping("dir_1", {
        scimGroupId: "group_1",
        roleId: "role_1",
        precedence: 2,
      }),
    sends: "POST /v1/scim_directories/dir_1/group_role_mappings",
    body: {
      scim_group_id: "group_1",
      role_id: "role_1",
      precedence: 2,
    },
    ...mapping,
  },
  {
    operation: "ReplaceSCIMGroupRoleMappings",
    call: (api) =>
      api.replaceScimGroupRoleMappings("dir_1", {
        mappings: [
          { scimGroupId: "group_1", roleId: "role_1" },
          { scimGroupId: "group_2", roleId: "role_2" },
        ],
      }),
    sends: "PUT /v1/scim_directories/dir_1/group_role_mappings",
    body: {
      mappings: [
        { scim_group_id: "group_1", role_id: "role_1" },
        { scim_group_id: "group_2", role_id: "role_2" },
      ],
    },
    ...answersMappings,
  },
  {
    operation: "DeleteSCIMGroupRoleMapping",
    call: (api) => api.deleteScimGroupRoleMapping("dir_1", "map_1"),
    sends: "DELETE /v1/scim_directories/dir_1/group_role_mappings/map_1",
    answer: { object: "scim_group_role_mapping", id: "map_1", deleted: true },
    data: { object: "scim_group_role_mapping", id: "map_1", deleted: true },
  },
];

testOperations("scimDirectories", rows, [/^\/scim_directories\b/]);
