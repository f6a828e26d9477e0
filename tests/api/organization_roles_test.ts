import type { OrganizationRolesApi } from "../../src/api/organization_roles.ts";
import { type Row, testOperations } from "./operations.ts";

const role = {
  object: "role",
  id: "role_1",
  name: "Admin",
  key: "org:admin",
  description: null,
  is_creator_eligible: true,
  permissions: [{ object: "permission", key: "org:a:b", created_at: 3 }],
  created_at: 1,
  updated_at: 2,
};
const roleData = {
  object: "role",
  id: "role_1",
  name: "Admin",
  key: "org:admin",
  description: null,
  isCreatorEligible: true,
  permissions: [{ object: "permission", key: "org:a:b", createdAt: 3 }],
  createdAt: 1,
  updatedAt: 2,
};
const change = {
  name: "Admin",
  key: "org:admin",
  description: null,
  permissions: ["perm_1", "perm_2"],
};
const pair = { organizationRoleId: "role_1", permissionId: "perm_1" };

const rows: readonly Row<OrganizationRolesApi>[] = [
  {
    operation: "ListOrganizationRoles",
    call: (api) =>
      api.getOrganizationRoleList({
        query: "adm",
        orderBy: "-name",
        limit: 1,
        offset: 3,
      }),
    sends:
      "GET /v1/organization_roles?query=adm&order_by=-name&limit=1&offset=3",
    answer: { data: [role], total_count: 4 },
    data: [roleData],
    totalCount: 4,
  },
  {
    operation: "GetOrganizationRole",
    call: (api) => api.getOrganizationRole("role_1"),
    sends: "GET /v1/organization_roles/role_1",
    answer: role,
    data: roleData,
  },
  {
    operation: "CreateOrganizationRole",
    call: (api) =>
      api.createOrganizationRole({ ...change, includeInInitialRoleSet: true }),
    sends: "POST /v1/organization_roles",
    body: { ...change, include_in_initial_role_set: true },
  },
  {
    operation: "UpdateOrganizationRole",
    call: (api) =>
      api.updateOrganizationRole({ organizationRoleId: "role_1", ...change }),
    sends: "PATCH /v1/organization_roles/role_1",
    body: change,
  },
  {
    operation: "DeleteOrganizationRole",
    call: (api) => api.deleteOrganizationRole("role_1"),
    sends: "DELETE /v1/organization_roles/role_1",
    answer: { object: "role", id: "role_1", deleted: true },
    data: { object: "role", id: "role_1", deleted: true },
  },
  {
    operation: "AssignPermissionToOrganizationRole",
    call: (api) => api.assignPermissionToOrganizationRole(pair),
    sends: "POST /v1/organization_roles/role_1/permissions/perm_1",
  },
  {
    operation: "RemovePermissionFromOrganizationRole",
    call: (api) => api.removePermissionFromOrganizationRole(pair),
    sends: "DELETE /v1/organization_roles/role_1/permissions/perm_1",
  },
];

testOperations("organizationRoles", rows, [/^\/organization_roles/]);
