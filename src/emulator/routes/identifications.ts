import type { JsonObject } from "../../text/json.ts";
import { notFound, refuse, refuseParam } from "../http/refusal.ts";
import type { Call, Instance, Operation, Operations } from "../instance.ts";
import { makeIdentifications } from "../state/identifiers.ts";
import { checkAccess } from "../state/restrictions.ts";
import type { Identification, UserRow } from "../state/user.ts";
import { writeEmail, writePhone } from "../state/user_body.ts";
import { describeOperations } from "./described.ts";
import { saveUser } from "./users_save.ts";
import { attemptVerification, prepareVerification } from "./verifications.ts";

/** What tells e-mail addresses from phone numbers. */
export interface IdentificationKind {
  /** Where users have them. */
  readonly list: "emails" | "phones";
  /** Where users have the first among equals. */
  readonly primary: "primaryEmailId" | "primaryPhoneId";
  /** What the API calls them. */
  readonly object: "email_address" | "phone_number";
  /** How a code proves them. */
  readonly strategy: "email_code" | "phone_code";
  /** Writes one as the API does. */
  write(each: Identification): JsonObject;
}

/** A user's address or number, found by its id. */
export interface Found {
  /** The user. */
  readonly user: UserRow;
  /** The address or the number. */
  readonly each: Identification;
}

const EMAIL: IdentificationKind = {
  list: "emails",
  primary: "primaryEmailId",
  object: "email_address",
  strategy: "email_code",
  write: writeEmail,
};

const PHONE: IdentificationKind = {
  list: "phones",
  primary: "primaryPhoneId",
  object: "phone_number",
  strategy: "phone_code",
  write: writePhone,
};

/** E-mail addresses and phone numbers. */
export const identifications: Operations = describeOperations({
  ...operationsOf("/email_addresses", EMAIL),
  ...operationsOf("/phone_numbers", PHONE),
});

function operationsOf(
  path: string,
  kind: IdentificationKind,
): { readonly [route: string]: Operation["handle"] } {
  const one = `${path}/{${kind.object}_id}`;
  return {
    [`POST ${path}`]: (instance, call) => create(instance, call, kind),
    [`GET ${one}`]: (instance, call) =>
      kind.write(requireOne(instance, call, kind).each),
    [`PATCH ${one}`]: (instance, call) => update(instance, call, kind),
    [`DELETE ${one}`]: (instance, call) => remove(instance, call, kind),
    [`POST ${one}/prepare_verification`]: (instance, call) =>
      prepareVerification(instance, requireOne(instance, call, kind), kind),
    [`POST ${one}/attempt_verification`]: (instance, call) =>
      attemptVerification(
        instance,
        requireOne(instance, call, kind),
        call,
        kind,
      ),
  };
}

function requireOne(
  { store }: Instance,
  { slots }: Call,
  { object, list }: IdentificationKind,
): Found {
  const id = slots[`${object}_id`] ?? "";
  const [user] = store.users.find("identification", id);
  const each = user?.[list].find((each) => each.id === id);
  if (user && each) return { user, each };
  throw notFound(object.replace("_", " "), id);
}

function create(
  instance: Instance,
  { body }: Call,
  kind: IdentificationKind,
): JsonObject {
  const { store, clock } = instance;
  const userId = String(body.user_id);
  const user = store.users.get(userId);
  if (!user) throw notFound("user", userId);
  const [made] = makeIdentifications(
    store,
    kind.list,
    [String(body[kind.object])],
    [body.verified === true ? "verified" : "unverified"],
    clock.now(),
  );
  if (!made) throw notFound("user", userId);
  checkAccess(store, [made.value], userId);
  const each = withFactor(made, body);
  if (each.isFactor && each.status !== "verified") {
    throw refuse(
      "identification_create_second_factor_unverified",
      "A second factor has to be verified first.",
    );
  }
  const isFirst = user[kind.list].length === 0;
  saveUser(instance, user, {
    [kind.list]: [...user[kind.list], each],
    ...(becomesPrimary(body, each, isFirst) && { [kind.primary]: each.id }),
  });
  return kind.write(each);
}

function update(
  instance: Instance,
  call: Call,
  kind: IdentificationKind,
): JsonObject {
  const { body } = call;
  const { user, each } = requireOne(instance, call, kind);
  const { verified } = body;
  const changed = withFactor({
    ...each,
    ...(typeof verified === "boolean" && {
      status: verified ? "verified" : "unverified",
      byCode: false,
    }),
  }, body);
  if (body.reserved_for_second_factor === true) checkFactor(user, changed);
  const isPrimary = user[kind.primary] === each.id;
  saveUser(instance, user, {
    [kind.list]: user[kind.list].map((other) =>
      other.id === each.id ? changed : other
    ),
    ...(becomesPrimary(body, changed, false) && { [kind.primary]: each.id }),
    ...(isPrimary && changed.status !== "verified" && { [kind.primary]: null }),
  });
  return kind.write(changed);
}

/** Only what is verified can come first. */
function becomesPrimary(
  { primary }: JsonObject,
  { status }: Identification,
  isFirst: boolean,
): boolean {
  if (primary === true && status !== "verified") {
    throw refuseParam(
      "form_verification_needed",
      "primary",
      "What is not verified cannot be primary.",
    );
  }
  return primary === true || (isFirst && status === "verified");
}

/** A second factor must be verified, and the user be known by something else. */
function checkFactor(user: UserRow, each: Identification): void {
  if (each.status !== "verified") {
    throw refuse(
      "identification_update_second_factor_unverified",
      "A second factor has to be verified first.",
    );
  }
  const isKnown = user.username !== null || user.wallets.length > 0 ||
    user.externalAccounts.length > 0 || user.emails.length > 0 ||
    user.phones.some(({ id, isFactor }) => id !== each.id && !isFactor);
  if (isKnown) return;
  throw refuse(
    "identification_update_failed",
    "The user would have nothing left to sign in by.",
  );
}

function withFactor(
  each: Identification,
  { reserved_for_second_factor: isFactor }: JsonObject,
): Identification {
  return typeof isFactor === "boolean" ? { ...each, isFactor } : each;
}

function remove(
  instance: Instance,
  call: Call,
  kind: IdentificationKind,
): JsonObject {
  const { store } = instance;
  const { user, each } = requireOne(instance, call, kind);
  const { id } = each;
  const left = user[kind.list].filter((other) => other.id !== id);
  const isKnown = left.length > 0 || user.username !== null ||
    [user.emails, user.phones, user.wallets, user.externalAccounts]
      .some((list) => list !== user[kind.list] && list.length > 0);
  if (!isKnown) {
    throw refuse(
      "identification_deletion_failed",
      "The user would have nothing left to sign in by.",
    );
  }
  const next = left.find(({ status }) => status === "verified");
  saveUser(instance, user, {
    [kind.list]: left,
    ...(user[kind.primary] === id && { [kind.primary]: next?.id ?? null }),
  });
  for (const each of store.verifications.find("identification", id)) {
    store.verifications.delete(each.id);
  }
  return { object: kind.object, id, deleted: true };
}
