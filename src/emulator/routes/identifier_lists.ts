import type { JsonObject } from "../../text/json.ts";
import { listRows, mapPage, type Page } from "../http/listing.ts";
import { refuse } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import { readListedIdentifier } from "../state/identifiers.ts";
import type { ListedIdentifierRow } from "../state/organization_rows.ts";
import { startRow } from "../state/store.ts";
import { describeOperations } from "./described.ts";
import { inviteAll } from "./invitations.ts";

/** One of the two lists. */
type List = "allowlist" | "blocklist";

/** Who is let in, and who is kept out. */
export const identifierLists: Operations = describeOperations({
  "GET /allowlist_identifiers"(instance, { query }) {
    const page = list(instance, "allowlist", query);
    return query.paginated === true ? page : page.data;
  },
  "POST /allowlist_identifiers": (instance, { body }) =>
    create(instance, "allowlist", body),
  "DELETE /allowlist_identifiers/{identifier_id}": (instance, call) =>
    remove(instance, "allowlist", call),
  "GET /blocklist_identifiers": (instance, { query }) =>
    list(instance, "blocklist", query),
  "POST /blocklist_identifiers": (instance, { body }) =>
    create(instance, "blocklist", body),
  "DELETE /blocklist_identifiers/{identifier_id}": (instance, call) =>
    remove(instance, "blocklist", call),
});

function list(
  instance: Instance,
  name: List,
  query: Call["query"],
): Page<JsonObject> {
  return mapPage(
    listRows(instance.store[name], query),
    (row) => show(instance, name, row),
  );
}

function show(
  { id: instanceId }: Instance,
  name: List,
  row: ListedIdentifierRow,
): JsonObject {
  return {
    object: `${name}_identifier`,
    id: row.id,
    identifier: row.identifier,
    identifier_type: row.identifierType,
    ...(row.invitationId !== null && { invitation_id: row.invitationId }),
    instance_id: instanceId,
    created_at: row.createdAt,
    updated_at: row.createdAt,
  };
}

function create(instance: Instance, name: List, body: JsonObject): JsonObject {
  const { store, clock } = instance;
  const [identifierType, identifier] = readListedIdentifier(
    String(body.identifier),
  );
  if (store[name].find("identifier", identifier).length > 0) {
    throw refuse(
      "duplicate_record",
      `the identifier ${identifier} already exists`,
    );
  }
  const notified = body.notify === true && identifierType === "email_address" &&
    !identifier.startsWith("*");
  const start = { identifier, identifierType, invitationId: null };
  const id = name === "allowlist" ? "alid" : "blid";
  let row: ListedIdentifierRow = {
    ...startRow(store, id, clock.now()),
    ...start,
  };
  store[name].put(row);
  if (notified) {
    const invitationId = invite(instance, name, row);
    row = { ...row, invitationId };
    store[name].put(row);
  }
  return show(instance, name, row);
}

/** Who is invited must be let in first; who cannot be invited is not listed. */
function invite(
  instance: Instance,
  name: List,
  { id, identifier }: ListedIdentifierRow,
): string {
  try {
    return inviteAll(instance, [{ email_address: identifier }])[0].id;
  } catch (error) {
    instance.store[name].delete(id);
    throw error;
  }
}

function remove({ store }: Instance, name: List, { slots }: Call): JsonObject {
  const id = slots.identifier_id ?? "";
  if (store[name].delete(id)) {
    return { object: `${name}_identifier`, id, deleted: true };
  }
  throw refuse("resource_not_found", `No identifier was found with id ${id}`);
}
