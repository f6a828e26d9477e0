import type { OrganizationPermissionsApi } from "../../src/api/organization_permissions.ts";
import { type Row, testOperations } from "./operations.ts";

const permission = {
  object: "permission",
  id: "perm_1",
  name: "Manage billing",
  key: "org:billing:manage",
  description: "Invoices",
  type: "user",
  created_at: 1,
  updated_at: 2,
};
const permissionData = {
  object: "permission",
  id: "perm_1",
  name: "Manage billing",
  key: "org:billing:manage",
  description: "Invoices",
  type: "user",
  createdAt: 1,
  updatedAt: 2,
};
const change = {
  name: "Manage billing",
  key: "org:billing:manage",
  description: "Invoices",
};

const rows: readonly Row<OrganizationPermissionsApi>[] = [
  {
    operation: "ListOrganizationPermissions",
    call: (api) =>
      api.getOrganizationPermissionList({
        query: "bill",
        orderBy: "+key",
        limit: 2,
        offset: 1,
      }),
    sends:
      "GET /v1/organization_permissions?query=bill&order_by=%2Bkey&limit=2&offset=1",
    answer: { data: [permission], total_count: 2 },
    data: [permissionData],
    totalCount: 2,
  },
  {
    operation: "GetOrganizationPermission",
    call: (api) => api.getOrganizationPermission("perm_1"),
    sends: "GET /v1/organization_permissions/perm_1",
    answer: permission,
    data: permissionData,
  },
  {
    operation: "CreateOrganizationPermission",
    call: (api) => api.createOrganizationPermission(change),
    sends: "POST /v1/organization_permissions",
    body: change,
  },
  {
    operation: "UpdateOrganizationPermission",
    call: (api) =>
      api.updateOrganizationPermission({ permissionId: "perm_1", ...change }),
    sends: "PATCH /v1/organization_permissions/perm_1",
    body: change,
  },
  {
    operation: "DeleteOrganizationPermission",
    call: (api) => api.deleteOrganizationPermission("perm_1"),
    sends: "DELETE /v1/organization_permissions/perm_1",
    answer: { object: "permission", id: "perm_1", deleted: true },
    data: { object: "permission", id: "perm_1", deleted: true },
  },
];

testOperations("organizationPermissions", rows, [
  /^\/organization_permissions/,
]);
