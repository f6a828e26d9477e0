import type { JsonObject } from "../../text/json.ts";
import { notFound, refuse, refuseParam } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import type { DomainRow, ProxyCheckRow } from "../state/instance_tables.ts";
import { writeSpan } from "../state/span.ts";
import { startRow } from "../state/store.ts";
import { describeOperations } from "./described.ts";

/** The domains of the instance, and the proxies before them. */
export const domains: Operations = describeOperations({
  "GET /domains": (instance) => {
    const satellites = [...instance.store.domains.newest()]
      .filter(({ isSatellite }) => isSatellite).reverse();
    const all = [primaryOf(instance), ...satellites];
    return {
      data: all.map((row) => write(instance, row)),
      total_count: all.length,
    };
  },
  "POST /domains": addDomain,
  "PATCH /domains/{domain_id}": updateDomain,
  "DELETE /domains/{domain_id}": (instance, call) => {
    const { id, isSatellite } = requireDomain(instance, call.slots.domain_id);
    if (!isSatellite) {
      throw refuse(
        "operation_not_allowed_on_primary_domain",
        "This is the primary domain of the instance; only satellite domains can be deleted.",
      );
    }
    for (const check of instance.store.proxyChecks.find("domain", id)) {
      instance.store.proxyChecks.delete(check.id);
    }
    instance.store.domains.delete(id);
    return { object: "domain", id, deleted: true };
  },
  "POST /proxy_checks": checkProxy,
  "POST /instance/change_domain": changePrimary,
  "PUT /beta_features/domain": changePrimary,
  "POST /beta_features/change_domain": changePrimary,
});

/** The id of the primary domain, in every instance, as a state may move on. */
const PRIMARY_ID = `dmn_${"primary".padStart(27, "0")}`;

/** The primary domain, which is where the instance is until it is changed. */
function primaryOf({ store, origin }: Instance): DomainRow {
  return store.domains.get(PRIMARY_ID) ?? {
    id: PRIMARY_ID,
    createdAt: 0,
    sequence: -1,
    name: new URL(origin).host,
    isSatellite: false,
    proxyUrl: null,
  };
}

function requireDomain(instance: Instance, id = ""): DomainRow {
  const primary = primaryOf(instance);
  const row = id === primary.id ? primary : instance.store.domains.get(id);
  if (row) return row;
  throw notFound("domain", id);
}

function addDomain(instance: Instance, { body }: Call) {
  const { store, clock } = instance;
  const name = readName(instance, body.name, undefined);
  const proxyUrl = readProxy(body) ?? null;
  const row = startRow(store, "dmn", clock.now());
  const made = { ...row, name, proxyUrl, isSatellite: true };
  store.domains.put(made);
  return write(instance, made);
}

function updateDomain(instance: Instance, { slots, body }: Call) {
  const row = requireDomain(instance, slots.domain_id);
  const proxyUrl = readProxy(body);
  const changed = {
    ...row,
    ...(typeof body.name === "string" && {
      name: readName(instance, body.name, row.id),
    }),
    ...(proxyUrl !== undefined && { proxyUrl }),
  };
  instance.store.domains.put(changed);
  return write(instance, changed);
}

/** Brings the primary domain to another home. */
function changePrimary(instance: Instance, { body }: Call): undefined {
  const { home_url: home } = body;
  if (home === undefined) return undefined;
  const primary = primaryOf(instance);
  const url = String(home).includes("://") ? String(home) : `https://${home}`;
  if (!URL.canParse(url)) {
    throw refuseParam(
      "form_param_format_invalid",
      "home_url",
      "home_url must be a valid url.",
    );
  }
  const name = readName(instance, new URL(url).host, primary.id);
  instance.store.domains.put({ ...primary, name });
  return undefined;
}

function checkProxy(instance: Instance, { body }: Call) {
  const { store, clock } = instance;
  const id = body.domain_id;
  const domain = typeof id === "string"
    ? requireDomain(instance, id)
    : primaryOf(instance);
  const proxyUrl = readProxy(body) ?? domain.proxyUrl;
  if (proxyUrl === null) {
    throw refuseParam(
      "form_param_missing",
      "proxy_url",
      "proxy_url must be included.",
    );
  }
  const row = startRow(store, "proxchk", clock.now());
  const check = { ...row, domainId: domain.id, proxyUrl };
  store.proxyChecks.put(check);
  return writeCheck(check);
}

function readName(
  { store, origin }: Instance,
  value: unknown,
  owner: string | undefined,
): string {
  const name = String(value).toLowerCase();
  if (!/^[a-z\d-]+(?:\.[a-z\d-]+)*(?::\d+)?$/.test(name)) {
    throw refuseParam(
      "form_param_format_invalid",
      "name",
      "name must be a valid domain name.",
    );
  }
  const taken = store.domains.find("name", name)
    .some(({ id }) => id !== owner) ||
    (owner === undefined && name === new URL(origin).host);
  if (!taken) return name;
  throw refuse("duplicate_record", `There is a domain ${name} already`, {
    param_name: "name",
  });
}

/** Reads where a proxy is; undefined when nothing is said of it. */
function readProxy({ proxy_url: url }: JsonObject): string | null | undefined {
  if (url === undefined || url === null) return url;
  if (/^https?:\/\//.test(String(url)) && URL.canParse(String(url))) {
    return String(url);
  }
  throw refuseParam(
    "form_param_format_invalid",
    "proxy_url",
    "proxy_url must be a valid url.",
  );
}

function write({ origin }: Instance, row: DomainRow): JsonObject {
  const { id, name, isSatellite, proxyUrl } = row;
  const frontend = isSatellite ? `https://clerk.${name}` : origin;
  return {
    object: "domain",
    id,
    name,
    is_satellite: isSatellite,
    frontend_api_url: proxyUrl ?? frontend,
    accounts_portal_url: isSatellite ? null : origin,
    proxy_url: proxyUrl,
    development_origin: "",
    cname_targets: isSatellite
      ? [{ host: `clerk.${name}`, value: new URL(origin).host, required: true }]
      : [],
  };
}

/** Nothing is asked of the proxy: what has the form of an address will do. */
function writeCheck(row: ProxyCheckRow): JsonObject {
  return {
    object: "proxy_check",
    id: row.id,
    domain_id: row.domainId,
    last_run_at: row.createdAt,
    proxy_url: row.proxyUrl,
    successful: true,
    ...writeSpan(row),
  };
}
