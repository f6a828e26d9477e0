import type { JsonObject } from "../../text/json.ts";
import type { Query } from "../http/fields.ts";
import { checkImage, refuseNoImage } from "../http/image.ts";
import { listRows, mapPage, type Orders } from "../http/listing.ts";
import { notFound, refuse } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import {
  checkOrganizationName,
  checkSlug,
  makeSlug,
} from "../state/organization_names.ts";
import type { OrganizationRow } from "../state/organization_rows.ts";
import { placeOf } from "../state/organization_tables.ts";
import { initialRoleSet } from "../state/roles.ts";
import { forgetOrganization } from "../state/sessions.ts";
import { readSettings } from "../state/settings.ts";
import { startRow, type Store } from "../state/store.ts";
import { describeOperations } from "./described.ts";
import { checkEnabled, checkSlugsEnabled } from "./organizations_enabled.ts";
import { addMember, removeMember } from "./memberships_save.ts";
import {
  changeMetadata,
  formerMetadata,
  mergeMetadata,
  type MetadataChange,
  readMap,
  readMetadata,
  replaceMetadata,
} from "./metadata.ts";
import { removeDomain } from "./organization_domains.ts";
import {
  requireFittingSet,
  requireOrganization,
  requireRoleSetByKey,
  saveOrganization,
} from "./organizations_find.ts";
import { showOrganization } from "./organizations_show.ts";
import { readTime } from "./users_read_body.ts";

const limits = { max_allowed_memberships: { min: 0 } };

/** Reading, making, changing and deleting organizations. */
export const organizations: Operations = describeOperations({
  "GET /organizations": listOrganizations,
  "POST /organizations": { handle: createOrganization, limits },
  "GET /organizations/{organization_id}": (instance, call) =>
    showOrganization(instance, requireByIdOrSlug(instance, call), call.query),
  "PATCH /organizations/{organization_id}": {
    handle: updateOrganization,
    limits,
    former: formerMetadata(["public_metadata", "private_metadata"]),
  },
  "DELETE /organizations/{organization_id}": removeOrganization,
  "PATCH /organizations/{organization_id}/metadata": (instance, call) =>
    updateMetadata(instance, call, mergeMetadata),
  "PUT /organizations/{organization_id}/metadata": (instance, call) =>
    updateMetadata(instance, call, replaceMetadata),
  "PUT /organizations/{organization_id}/logo": {
    handle: setLogo,
    limits: { file: { required: false } },
  },
  "DELETE /organizations/{organization_id}/logo"(instance, call) {
    const row = requireOrganization(instance, call);
    if (row.imageId === null) throw refuseNoImage();
    return saveOrganization(instance, row, { imageId: null });
  },
}, checkEnabled);

function listOrganizations(instance: Instance, { query }: Call): unknown {
  const { store } = instance;
  const { user_id: users, organization_id: ids } = query;
  const tests = [
    makeQueryTest(query),
    makeSignedTest(ids, (row, id) => row.id === id),
    makeSignedTest(
      users,
      (row, id) =>
        store.memberships.find("place", placeOf(row.id, id)).length > 0,
    ),
  ].flatMap((test) => test ?? []);
  const page = listRows(
    findNamed(store, query) ?? store.organizations,
    query,
    ORDERS,
    tests.length > 0 ? (row) => tests.every((test) => test(row)) : undefined,
    makeOrders(store),
  );
  return mapPage(page, (row) => showOrganization(instance, row, query));
}

/** Those that a query names by their ids or members, if it does. */
function findNamed(
  { organizations, memberships }: Store,
  { organization_id: ids, user_id: users }: Query,
): readonly OrganizationRow[] | undefined {
  const named = splitSigned(ids).some;
  const members = splitSigned(users).some;
  const found = named.length > 0
    ? named
    : members.flatMap((id) =>
      memberships.find("user", id).map((each) => each.organizationId)
    );
  if (named.length + members.length === 0) return undefined;
  return [...new Set(found)].flatMap((id) => organizations.get(id) ?? []);
}

const ORDERS: Orders<OrganizationRow> = {
  name: ({ name }) => name.toLowerCase(),
};

function makeOrders({ memberships }: Store): Orders<OrganizationRow> {
  return {
    members_count: ({ id }) => memberships.find("organization", id).length,
  };
}

type Test = (row: OrganizationRow) => boolean;

/** An id counts as a whole, of names and slugs a part does. */
function makeQueryTest({ query }: Query): Test | undefined {
  if (query === undefined || query === "") return undefined;
  const sought = String(query).toLowerCase();
  return ({ id, name, slug }) =>
    id === query || name.toLowerCase().includes(sought) ||
    slug.includes(sought);
}

/** Of values without a sign or with `+` one must hold, of those with `-` none. */
function makeSignedTest(
  values: Query[string] | undefined,
  holds: (row: OrganizationRow, value: string) => boolean,
): Test | undefined {
  const { some, none } = splitSigned(values);
  if (some.length + none.length === 0) return undefined;
  return (row) =>
    (some.length === 0 || some.some((value) => holds(row, value))) &&
    !none.some((value) => holds(row, value));
}

function splitSigned(values: Query[string] | undefined): {
  readonly some: readonly string[];
  readonly none: readonly string[];
} {
  const all = Array.isArray(values) ? values : [];
  const bare = (value: string) => value.replace(/^[+-]/, "");
  return {
    some: all.filter((value) => !value.startsWith("-")).map(bare),
    none: all.filter((value) => value.startsWith("-")).map(bare),
  };
}

/** Only reading one goes by the slug as well. */
function requireByIdOrSlug(instance: Instance, call: Call): OrganizationRow {
  const { organizations } = instance.store;
  const given = call.slots.organization_id ?? "";
  if (organizations.get(given)) return requireOrganization(instance, call);
  const [found] = organizations.find("slug", given);
  return found ?? requireOrganization(instance, call);
}

function createOrganization(instance: Instance, { body }: Call): JsonObject {
  const { store, clock } = instance;
  const now = clock.now();
  const name = String(body.name);
  const createdAt = readTime(body, "created_at") ?? now;
  const createdBy = readCreator(store, body.created_by);
  const usual = readSettings(store, "organizations");
  checkOrganizationName(name);
  checkSlugsEnabled(instance, body.slug);
  if (typeof body.slug === "string") checkSlug(store, body.slug);
  const set = typeof body.role_set_key === "string"
    ? requireRoleSetByKey(instance, body.role_set_key, "role_set_key")
    : initialRoleSet(store);
  const row: OrganizationRow = {
    ...startRow(store, "org", createdAt),
    name,
    slug: typeof body.slug === "string" ? body.slug : makeSlug(store, name),
    imageId: null,
    maxAllowedMemberships: Number(
      body.max_allowed_memberships ?? usual.max_allowed_memberships,
    ),
    adminDeleteEnabled: usual.admin_delete_enabled === true,
    createdBy,
    roleSetId: set.id,
    publicMetadata: readMap(body.public_metadata) ?? {},
    privateMetadata: readMap(body.private_metadata) ?? {},
    updatedAt: now,
  };
  store.organizations.put(row);
  const shown = showOrganization(instance, row);
  instance.emit("organization.created", shown);
  const role = store.roles.get(set.creatorRoleId);
  if (createdBy !== null && role) addMember(instance, row, createdBy, role.key);
  return shown;
}

/** Finds the user who makes an organization, and may make another. */
function readCreator(store: Store, id: unknown): string | null {
  if (typeof id !== "string") return null;
  const user = store.users.get(id);
  if (!user) {
    throw refuse(
      "organization_creator_not_found",
      `No users found with id ${id}.`,
    );
  }
  const limit = user.createOrganizationsLimit ?? 0;
  if (limit === 0) return id;
  if (store.organizations.find("creator", id).length < limit) return id;
  throw refuse(
    "org_creation_limit_exceeded",
    `The user has reached the limit of ${limit} organizations.`,
  );
}

function updateOrganization(instance: Instance, call: Call): JsonObject {
  const { body } = call;
  const row = requireOrganization(instance, call);
  const {
    name,
    slug,
    max_allowed_memberships: most,
    admin_delete_enabled: adminDeleteEnabled,
    role_set_key: setKey,
  } = body;
  const createdAt = readTime(body, "created_at");
  if (typeof name === "string") checkOrganizationName(name);
  checkSlugsEnabled(instance, slug);
  if (typeof slug === "string") checkSlug(instance.store, slug, row.id);
  return saveOrganization(instance, row, {
    ...(typeof name === "string" && { name }),
    ...(typeof slug === "string" && { slug }),
    ...(typeof most === "number" && { maxAllowedMemberships: most }),
    ...(typeof adminDeleteEnabled === "boolean" && { adminDeleteEnabled }),
    ...(typeof createdAt === "number" && { createdAt }),
    ...readMetadata(body),
    ...(typeof setKey === "string" && {
      roleSetId: requireFittingSet(instance, row, setKey),
    }),
  });
}

function removeOrganization(instance: Instance, call: Call): JsonObject {
  const { store } = instance;
  const { id, slug } = requireOrganization(instance, call);
  for (const membership of store.memberships.find("organization", id)) {
    removeMember(instance, membership);
  }
  for (const invitation of store.invitations.find("organization", id)) {
    store.invitations.delete(invitation.id);
  }
  for (const domain of store.organizationDomains.find("organization", id)) {
    removeDomain(instance, domain);
  }
  forgetOrganization(store, id, instance.clock.now());
  store.organizations.delete(id);
  const gone = { object: "organization", id, slug, deleted: true };
  instance.emit("organization.deleted", gone);
  return gone;
}

function updateMetadata(
  instance: Instance,
  call: Call,
  change: MetadataChange,
): JsonObject {
  const row = requireOrganization(instance, call);
  const changed = (old: JsonObject, name: string) =>
    changeMetadata(old, call.body, name, change);
  return saveOrganization(instance, row, {
    publicMetadata: changed(row.publicMetadata, "public_metadata"),
    privateMetadata: changed(row.privateMetadata, "private_metadata"),
  });
}

function setLogo(instance: Instance, call: Call): JsonObject {
  const { uploader_user_id: uploader, file } = call.body;
  const row = requireOrganization(instance, call);
  checkImage(file);
  if (typeof uploader === "string" && !instance.store.users.get(uploader)) {
    throw notFound("user", uploader);
  }
  const imageId = instance.store.ids.next("img");
  const shown = saveOrganization(instance, row, { imageId });
  return { ...shown, logo_url: shown.image_url };
}
