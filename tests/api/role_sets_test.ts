import type { RoleSetsApi } from "../../src/api/role_sets.ts";
import { type Row, testOperations } from "./operations.ts";

// Keys of roles, which look like names of the API and must stay as they are.
const mappings = {
  "org:old_role": "org:new_role",
  old_role: "b",
  oldRole: "c",
};

const item = {
  object: "role_set_item",
  id: "role_1",
  name: "Member",
  key: "org:member",
  description: null,
  members_count: null,
  has_members: true,
  created_at: 1,
  updated_at: 2,
};
const itemData = {
  object: "role_set_item",
  id: "role_1",
  name: "Member",
  key: "org:member",
  description: null,
  membersCount: null,
  hasMembers: true,
  createdAt: 1,
  updatedAt: 2,
};
const roleSet = {
  object: "role_set",
  id: "roleset_1",
  key: "role_set:one",
  roles: [item],
  default_role: item,
  creator_role: null,
  type: "initial",
  role_set_migration: {
    object: "role_set_migration",
    organization_id: null,
    source_role_set_id: "roleset_0",
    dest_role_set_id: "roleset_1",
    trigger_type: "replace",
    migrated_members: 3,
    mappings,
    started_at: 4,
    completed_at: null,
  },
};
const roleSetData = {
  object: "role_set",
  id: "roleset_1",
  key: "role_set:one",
  roles: [itemData],
  defaultRole: itemData,
  creatorRole: null,
  type: "initial",
  roleSetMigration: {
    object: "role_set_migration",
    organizationId: null,
    sourceRoleSetId: "roleset_0",
    destRoleSetId: "roleset_1",
    triggerType: "replace",
    migratedMembers: 3,
    mappings,
    startedAt: 4,
    completedAt: null,
  },
};
const roleSetKeyOrId = "role_set:one";

const rows: readonly Row<RoleSetsApi>[] = [
  {
    operation: "ListRoleSets",
    call: (api) =>
      api.getRoleSetList({
        query: "one",
        orderBy: "created_at",
        limit: 5,
        offset: 0,
      }),
    sends: "GET /v1/role_sets?query=one&order_by=created_at&limit=5&offset=0",
    answer: { data: [roleSet], total_count: 1 },
    data: [roleSetData],
    totalCount: 1,
  },
  {
    operation: "GetRoleSet",
    call: (api) => api.getRoleSet(roleSetKeyOrId),
    sends: "GET /v1/role_sets/role_set%3Aone",
    answer: roleSet,
    data: roleSetData,
  },
  {
    operation: "CreateRoleSet",
    call: (api) =>
      api.createRoleSet({
        name: "One",
        key: "role_set:one",
        description: null,
        defaultRoleKey: "org:member",
        creatorRoleKey: "org:admin",
        type: "custom",
        roles: ["org:member", "org:admin"],
      }),
    sends: "POST /v1/role_sets",
    body: {
      name: "One",
      key: "role_set:one",
      description: null,
      default_role_key: "org:member",
      creator_role_key: "org:admin",
      type: "custom",
      roles: ["org:member", "org:admin"],
    },
  },
  {
    operation: "UpdateRoleSet",
    call: (api) =>
      api.updateRoleSet({
        roleSetKeyOrId,
        name: "Two",
        key: "role_set:two",
        description: "",
        type: "initial",
        defaultRoleKey: null,
        creatorRoleKey: "org:admin",
      }),
    sends: "PATCH /v1/role_sets/role_set%3Aone",
    body: {
      name: "Two",
      key: "role_set:two",
      description: "",
      type: "initial",
      default_role_key: null,
      creator_role_key: "org:admin",
    },
  },
  {
    operation: "ReplaceRoleSet",
    call: (api) =>
      api.replaceRoleSet({
        roleSetKeyOrId,
        destRoleSetKey: "role_set:two",
        reassignmentMappings: mappings,
      }),
    sends: "POST /v1/role_sets/role_set%3Aone/replace",
    body: {
      dest_role_set_key: "role_set:two",
      reassignment_mappings: mappings,
    },
    answer: { object: "role_set", id: "roleset_1", deleted: true },
    data: { object: "role_set", id: "roleset_1", deleted: true },
  },
  {
    operation: "AddRolesToRoleSet",
    call: (api) =>
      api.addRolesToRoleSet({
        roleSetKeyOrId,
        roleKeys: ["org:a"],
        defaultRoleKey: "org:a",
        creatorRoleKey: "org:a",
      }),
    sends: "POST /v1/role_sets/role_set%3Aone/roles",
    body: {
      role_keys: ["org:a"],
      default_role_key: "org:a",
      creator_role_key: "org:a",
    },
  },
  {
    operation: "ReplaceRoleInRoleSet",
    call: (api) =>
      api.replaceRoleInRoleSet({
        roleSetKeyOrId,
        roleKey: "org:a",
        toRoleKey: "org:b",
      }),
    sends: "POST /v1/role_sets/role_set%3Aone/roles/replace",
    body: { role_key: "org:a", to_role_key: "org:b" },
  },
];

testOperations("roleSets", rows, [/^\/role_sets\b/]);
