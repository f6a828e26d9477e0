import type { JsonObject } from "../../text/json.ts";
import { endSessionsOf } from "../end_sessions.ts";
import { checkImage, refuseNoImage } from "../http/image.ts";
import { readFormBody } from "../http/exchange.ts";
import { refuse, refuseParam } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import {
  checkNames,
  makeIdentifications,
  requireIdentification,
} from "../state/identifiers.ts";
import { checkAccess } from "../state/restrictions.ts";
import { readSettings } from "../state/settings.ts";
import { deleteUser, startRow } from "../state/store.ts";
import { makeUser, type UserRow } from "../state/user.ts";
import { countUsers, searchUsers } from "../state/user_search.ts";
import { enroll } from "./enrollment.ts";
import { removeMember } from "./memberships_save.ts";
import {
  changeMetadata,
  mergeMetadata,
  type MetadataChange,
  readMap,
  readMetadata,
  replaceMetadata,
} from "./metadata.ts";
import { userFields } from "./users_fields.ts";
import { checkOwnPassword } from "./users_passwords.ts";
import { readUserBody } from "./users_read_body.ts";
import { requireUser, saveUser, showUser } from "./users_save.ts";
import { completeEntries } from "./waitlist.ts";

/** How long a user stays locked, in milliseconds. */
export const LOCKOUT = 3_600_000;

/** Reading, making, changing and deleting users. */
export const users: Operations = {
  "GET /v1/users": { query: userFields.list, handle: listUsers },
  "POST /v1/users": { body: userFields.create, handle: createUser },
  "GET /v1/users/count": {
    query: userFields.list,
    handle: ({ store }, { query }) => ({
      object: "total_count",
      total_count: countUsers(store, withoutPage(query)),
    }),
  },
  "GET /v1/users/{user_id}": {
    handle: (instance, call) => showUser(instance, requireUser(instance, call)),
  },
  "PATCH /v1/users/{user_id}": { body: userFields.update, handle: updateUser },
  "DELETE /v1/users/{user_id}": { handle: removeUser },
  "PATCH /v1/users/{user_id}/metadata": {
    body: userFields.metadata,
    handle: (instance, call) => updateMetadata(instance, call, mergeMetadata),
  },
  "PUT /v1/users/{user_id}/metadata": {
    body: userFields.metadata,
    handle: (instance, call) => updateMetadata(instance, call, replaceMetadata),
  },
  "POST /v1/users/{user_id}/profile_image": { handle: setImage },
  "DELETE /v1/users/{user_id}/profile_image": {
    handle(instance, call) {
      const user = requireUser(instance, call);
      if (user.imageId === null) throw refuseNoImage();
      return saveUser(instance, user, { imageId: null });
    },
  },
};

function listUsers(instance: Instance, { query }: Call): unknown {
  return searchUsers(instance.store, query)
    .map((user) => showUser(instance, user));
}

/** The count is of all that match, whatever page was asked for. */
function withoutPage(query: Call["query"]): Call["query"] {
  const { limit: _, offset: __, order_by: ___, starting_after: ____, ...rest } =
    query;
  return rest;
}

/** Makes a user out of a body that was checked, and tells who listens. */
export async function createUser(
  instance: Instance,
  { body }: Pick<Call, "body">,
): Promise<JsonObject> {
  const { store, clock } = instance;
  const now = clock.now();
  const read = await readUserBody(body, now);
  checkNamed(body);
  checkStatuses(body);
  const createdAt = read.createdAt ?? now;
  const identifiers = readIdentifiers(store, body, createdAt);
  checkNames(store, { ...makeUser(NOBODY), ...read });
  checkAccess(store, [
    ...textsOf(body.email_address),
    ...textsOf(body.phone_number),
    ...textsOf(body.web3_wallet),
  ]);
  checkUserLimit(store);
  checkOwnPassword(body, { ...makeUser(NOBODY), ...read, ...identifiers });
  const user: UserRow = {
    ...makeUser(startRow(store, "user", createdAt)),
    ...read,
    ...identifiers,
    publicMetadata: readMap(body.public_metadata) ?? {},
    privateMetadata: readMap(body.private_metadata) ?? {},
    unsafeMetadata: readMap(body.unsafe_metadata) ?? {},
    banned: body.banned === true,
    lockedUntil: body.locked === true ? now + LOCKOUT : null,
    mfaEnabledAt: read.totpSecret ? now : null,
    updatedAt: now,
  };
  store.users.put(user);
  const shown = showUser(instance, user);
  instance.emit("user.created", shown);
  completeEntries(instance, user);
  enroll(instance, user);
  return shown;
}

/** Statuses are said of each address and number, or of none. */
function checkStatuses(body: Call["body"]): void {
  for (const name of ["email_address", "phone_number"]) {
    const param = `${name}_identification_status`;
    const { length } = textsOf(body[param]);
    if (length === 0 || length === textsOf(body[name]).length) continue;
    throw refuseParam(
      "form_param_array_length_mismatch",
      param,
      `${param} needs as many items as ${name}.`,
    );
  }
}

/** Development instances may have but so many users. */
function checkUserLimit(store: Instance["store"]): void {
  const { user_limit: limit } = readSettings(store, "sign_up");
  if (typeof limit !== "number" || store.users.size < limit) return;
  throw refuse(
    "user_quota_exceeded",
    `You have reached your limit of ${limit} users.`,
  );
}

/** A user needs something to be known by, unless the caller says otherwise. */
function checkNamed(body: Call["body"]): void {
  const named = body.username || body.skip_user_requirement ||
    ["email_address", "phone_number", "web3_wallet"]
      .some((name) => textsOf(body[name]).length > 0);
  if (named) return;
  throw refuse(
    "form_data_missing",
    '["email_address"] data doesn\'t match user requirements set for this instance',
    { param_names: ["email_address"] },
  );
}

function readIdentifiers(
  store: Instance["store"],
  body: Call["body"],
  createdAt: number,
): Partial<UserRow> {
  const read = (kind: "emails" | "phones" | "wallets", param: string) =>
    makeIdentifications(
      store,
      kind,
      textsOf(body[param]),
      textsOf(body[`${param}_identification_status`]),
      createdAt,
    );
  const emails = read("emails", "email_address");
  const phones = read("phones", "phone_number");
  const wallets = read("wallets", "web3_wallet");
  return {
    emails,
    phones,
    wallets,
    primaryEmailId: emails[0]?.id ?? null,
    primaryPhoneId: phones[0]?.id ?? null,
    primaryWalletId: wallets[0]?.id ?? null,
  };
}

/** A user that is not there yet. */
const NOBODY = { id: "", createdAt: 0, sequence: 0 };

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value : [];
}

async function updateUser(instance: Instance, call: Call) {
  requireUser(instance, call);
  const { body } = call;
  const read = await readUserBody(body, instance.clock.now());
  // Digests take a moment, in which the user may have changed.
  const user = requireUser(instance, call);
  const change: Partial<UserRow> = {
    ...read,
    ...primary(user.emails, body, "primary_email_address_id", "primaryEmailId"),
    ...primary(user.phones, body, "primary_phone_number_id", "primaryPhoneId"),
    ...primary(
      user.wallets,
      body,
      "primary_web3_wallet_id",
      "primaryWalletId",
    ),
    ...readMetadata(body),
    ...(typeof body.profile_image_id === "string" && {
      imageId: body.profile_image_id,
    }),
  };
  checkNames(instance.store, { ...user, ...change });
  checkOwnPassword(body, { ...user, ...change });
  const shown = saveUser(instance, user, change);
  if (change.password && body.sign_out_of_other_sessions === true) {
    endSessionsOf(instance, user.id, "revoked");
  }
  return shown;
}

function primary(
  list: UserRow["emails"],
  body: Call["body"],
  param: string,
  member: "primaryEmailId" | "primaryPhoneId" | "primaryWalletId",
): Partial<UserRow> {
  const id = body[param];
  if (id === undefined) return {};
  if (id === null) return { [member]: null };
  const found = requireIdentification(list, String(id), param);
  if (found.status === "verified") return { [member]: found.id };
  throw refuseParam(
    "form_verification_needed",
    param,
    "What is not verified cannot be primary.",
  );
}

function removeUser(instance: Instance, call: Call) {
  const { id, externalId } = requireUser(instance, call);
  endSessionsOf(instance, id, "removed");
  for (const membership of instance.store.memberships.find("user", id)) {
    removeMember(instance, membership);
  }
  deleteUser(instance.store, id);
  const gone = {
    object: "user",
    id,
    deleted: true,
    ...(externalId !== null && { external_id: externalId }),
  };
  instance.emit("user.deleted", gone);
  return gone;
}

function updateMetadata(
  instance: Instance,
  call: Call,
  change: MetadataChange,
) {
  const user = requireUser(instance, call);
  const changed = (old: JsonObject, name: string) =>
    changeMetadata(old, call.body, name, change);
  return saveUser(instance, user, {
    publicMetadata: changed(user.publicMetadata, "public_metadata"),
    privateMetadata: changed(user.privateMetadata, "private_metadata"),
    unsafeMetadata: changed(user.unsafeMetadata, "unsafe_metadata"),
  });
}

async function setImage(instance: Instance, call: Call) {
  requireUser(instance, call);
  const form = await readFormBody(call.exchange);
  checkImage(form.get("file"));
  const imageId = instance.store.ids.next("img");
  return saveUser(instance, requireUser(instance, call), { imageId });
}
