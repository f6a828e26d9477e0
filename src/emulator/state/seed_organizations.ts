import type { OrganizationRow, RoleRow } from "./organization_rows.ts";
import { checkSlug, makeSlug } from "./organization_names.ts";
import { readEmailAddress } from "./identifiers.ts";
import { placeOf } from "./organization_tables.ts";
import { findRole, initialRoleSet } from "./roles.ts";
import type {
  SeedInvitation,
  SeedMember,
  SeedOrganization,
  SeedOrganizationDomain,
  SeedRole,
} from "./seed_types.ts";
import { startRow, type Store } from "./store.ts";

/** Adds a role with its permissions, or permissions to a role. */
export function plantRole(
  store: Store,
  { key, name, permissions = [] }: SeedRole,
  now: number,
): void {
  const role = requireRole(store, key, name, now);
  const ids = permissions.map((each) => requirePermission(store, each, now));
  store.roles.put({
    ...role,
    permissionIds: [...new Set([...role.permissionIds, ...ids])],
  });
}

/** Finds the role of a key, or makes it, in the set that organizations get. */
function requireRole(
  store: Store,
  given: string,
  name: string | undefined,
  now: number,
): RoleRow {
  const key = given.startsWith("org:") ? given : `org:${given}`;
  const found = findRole(store, key);
  if (found) return found;
  const role: RoleRow = {
    ...startRow(store, "role", now),
    key,
    name: name ?? toTitle(key),
    description: null,
    permissionIds: [],
    updatedAt: now,
  };
  store.roles.put(role);
  const set = initialRoleSet(store);
  store.roleSets.put({ ...set, roleIds: [...set.roleIds, role.id] });
  return role;
}

function requirePermission(store: Store, key: string, now: number): string {
  const [found] = store.permissions.find("key", key);
  if (found) return found.id;
  const row = startRow(store, "perm", now);
  const name = toTitle(key);
  store.permissions.put({
    ...row,
    key,
    name,
    description: name,
    type: "user",
    updatedAt: now,
  });
  return row.id;
}

/** `org:billing_manager` becomes `Billing manager`. */
function toTitle(key: string): string {
  const words = key.replace(/^org:/, "").replace(/[:_]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * Adds an organization and all that belongs to it.
 *
 * @throws {TypeError} When its id or slug is taken, or a member is nobody.
 */
export function plantOrganization(
  store: Store,
  seed: SeedOrganization,
  now: number,
): void {
  const what = `organization "${seed.id ?? seed.name}"`;
  if (seed.id !== undefined && store.organizations.get(seed.id)) {
    throw cannotSeed(what, "there is one of that id already");
  }
  const at = seed.createdAt ?? now;
  const { slug } = seed;
  if (slug !== undefined) demandSeed(what, () => checkSlug(store, slug));
  const row = startRow(store, "org", at, seed.id);
  store.organizations.put(structuredClone({
    ...row,
    name: seed.name,
    slug: seed.slug ?? makeSlug(store, seed.name),
    imageId: null,
    maxAllowedMemberships: seed.maxAllowedMemberships ?? 0,
    adminDeleteEnabled: true,
    createdBy: seed.createdBy ?? null,
    roleSetId: initialRoleSet(store).id,
    publicMetadata: seed.publicMetadata ?? {},
    privateMetadata: seed.privateMetadata ?? {},
    updatedAt: at,
  }));
  const { members = [], invitations = [], domains = [] } = seed;
  for (const each of members) {
    plantMember(store, { id: row.id, name: seed.name }, each, at);
  }
  for (const each of invitations) plantInvitation(store, row.id, each, at);
  for (const each of domains) plantDomain(store, row.id, each, at);
}

function plantMember(
  store: Store,
  { id: organizationId, name }: Pick<OrganizationRow, "id" | "name">,
  seed: SeedMember,
  now: number,
): void {
  const { userId, role = "member", permissions = [] } = seed;
  const place = placeOf(organizationId, userId);
  const why = !store.users.get(userId)
    ? "there is no such user"
    : store.memberships.find("place", place).length > 0
    ? `the user is a member of "${organizationId}" already`
    : undefined;
  if (why) throw cannotSeed(`member "${userId}" of "${name}"`, why);
  store.memberships.put(structuredClone({
    ...startRow(store, "orgmem", now),
    userId,
    organizationId,
    role: requireRole(store, role, undefined, now).key,
    grants: [...permissions],
    publicMetadata: seed.publicMetadata ?? {},
    privateMetadata: seed.privateMetadata ?? {},
    updatedAt: now,
  }));
}

function plantInvitation(
  store: Store,
  organizationId: string,
  seed: SeedInvitation,
  now: number,
): void {
  const { id, role = "member", status = "pending", expiresAt = null } = seed;
  const what = `invitation of "${seed.emailAddress}"`;
  if (id !== undefined && store.invitations.get(id)) {
    throw cannotSeed(what, "there is one of that id already");
  }
  store.invitations.put({
    ...startRow(store, "orginv", now, id),
    emailAddress: demandSeed(what, () => readEmailAddress(seed.emailAddress)),
    organizationId,
    role: requireRole(store, role, undefined, now).key,
    status,
    expiresAt,
    inviterId: null,
    redirectUrl: null,
    publicMetadata: {},
    privateMetadata: {},
    updatedAt: now,
  });
}

function plantDomain(
  store: Store,
  organizationId: string,
  seed: SeedOrganizationDomain,
  now: number,
): void {
  const name = seed.name.toLowerCase();
  if (store.organizationDomains.find("name", name).length > 0) {
    const why = "it is an organization's already";
    throw cannotSeed(`domain "${seed.name}"`, why);
  }
  store.organizationDomains.put({
    ...startRow(store, "orgdmn", now),
    organizationId,
    name,
    enrollmentMode: seed.enrollmentMode ?? "manual_invitation",
    verifiedAt: seed.verified === false ? null : now,
    ownedAt: null,
    updatedAt: now,
  });
}

/** Does what refuses as the API does, and says so as seeds do. */
export function demandSeed<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const why = error instanceof Error ? error.message : "it is malformed";
    throw cannotSeed(what, why, error);
  }
}

/** Says what of a seed cannot be, and why. */
export function cannotSeed(
  what: string,
  why: string,
  cause?: unknown,
): TypeError {
  return new TypeError(`Cannot seed the ${what}: ${why}`, { cause });
}
