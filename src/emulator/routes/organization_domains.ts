import type { JsonObject } from "../../text/json.ts";
import type { Query } from "../http/fields.ts";
import { listRows, mapPage, type Orders } from "../http/listing.ts";
import { notFound, refuse, refuseParam } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import type {
  EnrollmentMode,
  OrganizationDomainRow,
} from "../state/organization_rows.ts";
import { readSettings } from "../state/settings.ts";
import { startRow } from "../state/store.ts";
import { describeOperations } from "./described.ts";
import { checkDomainsEnabled, checkEnabled } from "./organizations_enabled.ts";
import { requireOrganization } from "./organizations_find.ts";
import { statusOf, writeNames } from "./organizations_show.ts";

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** Domains that are everybody's. */
const COMMON: readonly string[] = [
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "yahoo.com",
  "icloud.com",
  "aol.com",
  "proton.me",
  "protonmail.com",
];

const MODES: readonly EnrollmentMode[] = [
  "manual_invitation",
  "automatic_invitation",
  "automatic_suggestion",
];

const limits = {
  name: { required: true },
  enrollment_mode: { values: MODES },
};

/** The domains of organizations. */
export const organizationDomains: Operations = describeOperations({
  "GET /organization_domains"(instance, { query }) {
    const { organization_id, domains } = query;
    const { organizationDomains: all } = instance.store;
    const page = listRows(
      Array.isArray(domains)
        ? [...new Set(domains)].flatMap((name) => all.find("name", name))
        : organization_id === undefined
        ? all
        : all.find("organization", String(organization_id)),
      query,
      ORDERS,
      makeTest(query),
    );
    return mapPage(page, (row) => show(instance, row));
  },
  "GET /organizations/{organization_id}/domains"(instance, call) {
    const { id } = requireOrganization(instance, call);
    const page = listRows(
      instance.store.organizationDomains.find("organization", id),
      call.query,
      ORDERS,
      makeTest(call.query),
    );
    return mapPage(page, (row) => show(instance, row));
  },
  "POST /organizations/{organization_id}/domains": { handle: create, limits },
  "PATCH /organizations/{organization_id}/domains/{domain_id}": {
    handle: update,
    limits: { enrollment_mode: { values: MODES } },
  },
  "DELETE /organizations/{organization_id}/domains/{domain_id}": remove,
  "POST /organizations/{organization_id}/domains/{domain_id}/verify_ownership":
    verify,
}, checkEnabled);

const ORDERS: Orders<OrganizationDomainRow> = { name: ({ name }) => name };

function isVerified({ verifiedAt, ownedAt }: OrganizationDomainRow): boolean {
  return verifiedAt !== null || ownedAt !== null;
}

function makeTest(query: Query): (row: OrganizationDomainRow) => boolean {
  const { organization_id, verified, enrollment_mode, domains } = query;
  const modes = enrollment_mode === undefined ? [] : [enrollment_mode].flat();
  const without = modes.map(String).filter((mode) => mode.startsWith("-"));
  const within = modes.filter((mode) => !without.includes(String(mode)));
  const sought = String(query.query ?? "").toLowerCase();
  return (row) =>
    (organization_id === undefined || row.organizationId === organization_id) &&
    (verified === undefined || String(isVerified(row)) === verified) &&
    (within.length === 0 || within.includes(row.enrollmentMode)) &&
    !without.includes(`-${row.enrollmentMode}`) &&
    (!Array.isArray(domains) || domains.includes(row.name)) &&
    (sought.startsWith("org_")
      ? row.organizationId === query.query
      : row.name.includes(sought));
}

function show(instance: Instance, row: OrganizationDomainRow): JsonObject {
  const organization = instance.store.organizations.get(row.organizationId);
  const affiliation = writeVerification(row.verifiedAt, "admin");
  return {
    object: "organization_domain",
    id: row.id,
    organization_id: row.organizationId,
    name: row.name,
    enrollment_mode: row.enrollmentMode,
    affiliation_email_address: null,
    affiliation_verification: affiliation,
    ownership_verification: writeVerification(row.ownedAt, "manual_override"),
    verification: affiliation,
    total_pending_invitations: countInvited(instance, row),
    total_pending_suggestions: 0,
    public_organization_data: organization
      ? writeNames(instance, organization)
      : null,
    created_at: row.createdAt,
    updated_at: row.updatedAt,
  };
}

/** Counts who was invited because of a domain, and has not come yet. */
function countInvited(
  { store, clock }: Instance,
  { id, organizationId }: OrganizationDomainRow,
): number {
  const now = clock.now();
  return store.invitations.find("organization", organizationId)
    .filter((row) => row.domainId === id && statusOf(row, now) === "pending")
    .length;
}

function writeVerification(
  verifiedAt: number | null,
  strategy: string,
): JsonObject | null {
  return verifiedAt === null ? null : {
    status: "verified",
    strategy,
    attempts: null,
    expire_at: null,
    verified_at: verifiedAt,
  };
}

function requireDomain(
  instance: Instance,
  call: Call,
): OrganizationDomainRow {
  const { id } = requireOrganization(instance, call);
  const domainId = call.slots.domain_id ?? "";
  const found = instance.store.organizationDomains.get(domainId);
  if (found?.organizationId === id) return found;
  throw notFound("organization domain", domainId);
}

/** Reads a domain that an organization may have. */
function readName(
  { store }: Instance,
  organizationId: string,
  value: unknown,
  owner?: string,
): string {
  const name = String(value).toLowerCase();
  if (!DOMAIN.test(name)) {
    throw refuseParam(
      "form_param_format_invalid",
      "name",
      "name must be a fully qualified domain name.",
    );
  }
  if (COMMON.includes(name)) {
    throw refuseParam(
      "organization_domain_common",
      "name",
      "This is a common email provider domain. Please use a different one.",
    );
  }
  const [found] = store.organizationDomains.find("name", name);
  if (!found || found.id === owner) return name;
  throw found.organizationId === organizationId
    ? refuseParam(
      "organization_domain_already_exists_same_organization",
      "name",
      "The organization has this domain already.",
    )
    : refuseParam(
      "organization_domain_already_exists",
      "name",
      "Another organization has this domain.",
    );
}

function readMode(value: unknown): EnrollmentMode | undefined {
  return MODES.find((mode) => mode === value);
}

function create(instance: Instance, call: Call): JsonObject {
  const { store, clock } = instance;
  const { id } = requireOrganization(instance, call);
  const { body } = call;
  const mode = readMode(body.enrollment_mode) ?? "manual_invitation";
  checkDomainsEnabled(instance, mode);
  const name = readName(instance, id, body.name);
  const { max_allowed_domains: most } = readSettings(store, "organizations");
  if (
    store.organizationDomains.find("organization", id).length >= Number(most)
  ) {
    throw refuse(
      "organization_domain_quota_exceeded",
      `You have reached your limit of ${most} domains per organization.`,
    );
  }
  const now = clock.now();
  const row: OrganizationDomainRow = {
    ...startRow(store, "orgdmn", now),
    organizationId: id,
    name,
    enrollmentMode: mode,
    verifiedAt: body.verified === false ? null : now,
    ownedAt: null,
    updatedAt: now,
  };
  store.organizationDomains.put(row);
  const shown = show(instance, row);
  instance.emit("organizationDomain.created", shown);
  return shown;
}

function save(
  instance: Instance,
  row: OrganizationDomainRow,
  change: Partial<OrganizationDomainRow>,
): JsonObject {
  const saved = { ...row, ...change, updatedAt: instance.clock.now() };
  instance.store.organizationDomains.put(saved);
  const shown = show(instance, saved);
  instance.emit("organizationDomain.updated", shown);
  return shown;
}

function update(instance: Instance, call: Call): JsonObject {
  const row = requireDomain(instance, call);
  const { name, enrollment_mode, verified } = call.body;
  const enrollmentMode = readMode(enrollment_mode);
  checkDomainsEnabled(instance, enrollmentMode);
  const now = instance.clock.now();
  return save(instance, row, {
    ...(name !== undefined && {
      name: readName(instance, row.organizationId, name, row.id),
    }),
    ...(enrollmentMode && { enrollmentMode }),
    ...(verified === true && { verifiedAt: row.verifiedAt ?? now }),
    ...(verified === false && { verifiedAt: null }),
  });
}

function remove(instance: Instance, call: Call): JsonObject {
  return removeDomain(instance, requireDomain(instance, call));
}

/** Takes a domain away, and tells who listens. */
export function removeDomain(
  instance: Instance,
  { id }: OrganizationDomainRow,
): JsonObject {
  instance.store.organizationDomains.delete(id);
  const gone = { object: "organization_domain", id, deleted: true };
  instance.emit("organizationDomain.deleted", gone);
  return gone;
}

/** What is verified already stays as it is. */
function verify(instance: Instance, call: Call): JsonObject {
  const row = requireDomain(instance, call);
  checkDomainsEnabled(instance);
  return row.ownedAt === null
    ? save(instance, row, { ownedAt: instance.clock.now() })
    : show(instance, row);
}
