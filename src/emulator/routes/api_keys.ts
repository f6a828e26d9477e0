import { isObject, type JsonObject } from "../../text/json.ts";
import { listRows, mapPage } from "../http/listing.ts";
import { notFound, type Refusal, refuse } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import { keepApiKey } from "../machine_tokens.ts";
import type { ApiKeyRow } from "../state/machine_tables.ts";
import { isGood, revoke, writeRevocable } from "../state/revocable.ts";
import type { Store } from "../state/store.ts";
import { describeOperations, type Limits } from "./described.ts";

const limits: Limits = {
  limit: { min: 1, max: 100 },
  seconds_until_expiration: { min: 1, max: 315_360_000 },
};

/** Keys that act for a user, an organization or a machine. */
export const apiKeys: Operations = describeOperations({
  "GET /api_keys": { limits, handle: listKeys },
  "POST /api_keys": { limits, handle: createKey },
  "GET /api_keys/{apiKeyID}": (instance, call) =>
    write(requireKey(instance, call), instance.clock.now()),
  "PATCH /api_keys/{apiKeyID}": { limits, handle: updateKey },
  "DELETE /api_keys/{apiKeyID}": (instance, call) => {
    const { id } = requireKey(instance, call);
    instance.store.apiKeys.delete(id);
    return { object: "api_key", id, deleted: true };
  },
  "GET /api_keys/{apiKeyID}/secret": (instance, call) => ({
    secret: requireKey(instance, call).secret,
  }),
  "POST /api_keys/{apiKeyID}/revoke": (instance, call) => {
    const { store, clock } = instance;
    const now = clock.now();
    const { revocation_reason: reason } = call.body;
    const revoked = revoke(requireKey(instance, call), reason, now);
    store.apiKeys.put(revoked);
    return write(revoked, now);
  },
  "POST /api_keys/verify": ({ store, clock }, { body }) => {
    const now = clock.now();
    const [key] = store.apiKeys.find("secret", String(body.secret));
    if (!key || !isGood(key, now)) {
      throw refuse("resource_not_found", "No valid API key was found.");
    }
    const used = { ...key, lastUsedAt: now };
    store.apiKeys.put(used);
    return write(used, now);
  },
});

function requireKey({ store }: Instance, { slots }: Call): ApiKeyRow {
  const id = slots.apiKeyID ?? "";
  const key = store.apiKeys.get(id);
  if (key) return key;
  throw notFound("API key", id);
}

function listKeys({ store, clock }: Instance, { query }: Call) {
  const now = clock.now();
  const subject = String(query.subject);
  checkSubject(store, subject);
  const { type = "api_key", include_invalid: invalid } = query;
  const sought = String(query.query ?? "").toLowerCase();
  const found = store.apiKeys.find("subject", subject).filter((key) =>
    key.type === type && (invalid === "true" || isGood(key, now)) &&
    [key.id, key.name, key.description ?? ""]
      .some((text) => text.toLowerCase().includes(sought))
  );
  return mapPage(listRows(found, query), (key) => write(key, now));
}

function createKey({ store, clock }: Instance, { body }: Call) {
  const now = clock.now();
  const subject = String(body.subject);
  const createdBy = textOf(body.created_by);
  checkText("name", body.name, 3, 255);
  checkText("type", body.type, 3, 25);
  checkText("description", body.description, 0, 255);
  checkSubject(store, subject);
  if (createdBy !== null && !store.users.get(createdBy)) {
    throw notFound("user", createdBy);
  }
  const key = keepApiKey(
    store,
    {
      subject,
      name: String(body.name),
      type: textOf(body.type) ?? "api_key",
      description: textOf(body.description),
      claims: isObject(body.claims) ? body.claims : null,
      scopes: Array.isArray(body.scopes) ? body.scopes : [],
      createdBy,
    },
    now,
    endOf(body, now) ?? null,
  );
  return { ...write(key, now), secret: key.secret };
}

function updateKey(instance: Instance, call: Call) {
  const { store, clock } = instance;
  const key = requireKey(instance, call);
  const { body } = call;
  const now = clock.now();
  checkText("description", body.description, 0, 255);
  if (body.subject !== undefined) checkSubject(store, String(body.subject));
  const expiresAt = endOf(body, now);
  const changed: ApiKeyRow = {
    ...key,
    ...(body.subject !== undefined && { subject: String(body.subject) }),
    ...(body.description !== undefined && {
      description: textOf(body.description),
    }),
    ...(body.claims !== undefined && {
      claims: isObject(body.claims) ? body.claims : null,
    }),
    ...(Array.isArray(body.scopes) && { scopes: body.scopes }),
    ...(expiresAt !== undefined && { expiresAt }),
    updatedAt: now,
  };
  store.apiKeys.put(changed);
  return write(changed, now);
}

/** When a key is over; null for never, undefined when nothing is said. */
function endOf(
  { seconds_until_expiration: seconds }: JsonObject,
  now: number,
): number | null | undefined {
  if (typeof seconds === "number") return now + seconds * 1_000;
  return seconds === null ? null : undefined;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function checkText(
  name: string,
  value: unknown,
  min: number,
  max: number,
): void {
  if (typeof value !== "string") return;
  if (value.length >= min && value.length <= max) return;
  throw malformed(`${name} must have ${min} to ${max} characters.`);
}

/** A key acts for somebody who is there; directories are not kept. */
function checkSubject(store: Store, subject: string): void {
  const [kind = ""] = subject.split("_");
  const kinds = [
    ["user", ["user", store.users]],
    ["org", ["organization", store.organizations]],
    ["mch", ["machine", store.machines]],
    ["scim", ["directory", undefined]],
  ] as const;
  const found = kinds.find(([name]) => name === kind);
  if (!found) {
    throw malformed(
      "subject must be the id of a user, an organization or a machine.",
    );
  }
  const [, [what, table]] = found;
  if (table && !table.get(subject)) throw notFound(what, subject);
}

function malformed(why: string): Refusal {
  return refuse("bad_request", why);
}

function write(key: ApiKeyRow, now: number): JsonObject {
  return {
    object: "api_key",
    ...writeRevocable(key, now),
    type: key.type,
    subject: key.subject,
    name: key.name,
    description: key.description,
    claims: key.claims,
    scopes: key.scopes,
    created_by: key.createdBy,
    last_used_at: key.lastUsedAt,
  };
}
