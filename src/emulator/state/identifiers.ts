import {
  type Refusal,
  refuseAll,
  refuseParam,
  type WireError,
  wireError,
} from "../http/refusal.ts";
import type { ListedIdentifierRow } from "./organization_rows.ts";
import type { Store, UserIndex } from "./store.ts";
import type { Identification, UserRow } from "./user.ts";

/** A kind of identifier: what it is called, and what it must look like. */
interface Kind {
  readonly param: string;
  readonly label: string;
  readonly form: RegExp;
  readonly index: UserIndex;
  /** Brings a value into the form that it is kept and found in. */
  normalize(value: string): string;
  /** The code and the message for a value that is not in the form. */
  explain?(value: string): readonly [code: string, long: string];
}

const same = (value: string) => value;
const lower = (value: string) => value.toLowerCase();

/** The kinds of identifiers, each of them unique in an instance. */
export const KINDS = {
  emails: {
    param: "email_address",
    label: "email address",
    form: /^[^\s@"(),:;<>[\\\]]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/,
    index: "email",
    normalize: lower,
  },
  phones: {
    param: "phone_number",
    label: "phone number",
    explain: () => [
      "form_param_format_invalid",
      "phone_number must be a valid phone number according to E.164 international standard.",
    ],
    form: /^\+[1-9]\d{6,14}$/,
    index: "phone",
    normalize: same,
  },
  wallets: {
    param: "web3_wallet",
    label: "web3 wallet",
    form: /^(?:0x[0-9a-fA-F]{40}|[1-9A-HJ-NP-Za-km-z]{32,44})$/,
    index: "wallet",
    normalize: same,
  },
} as const satisfies { readonly [kind: string]: Kind };

const USERNAME: Kind = {
  param: "username",
  label: "username",
  form: /^(?=.*\D)[\w-]{4,64}$/,
  index: "username",
  normalize: lower,
  explain(value) {
    if (KINDS.phones.form.test(value)) {
      return [
        "form_username_cannot_be_phone_number",
        "A username cannot be a phone number.",
      ];
    }
    if (value.length < 4 || value.length > 64) {
      return [
        "form_username_invalid_length",
        "A username must have 4 to 64 characters.",
      ];
    }
    return /^\d+$/.test(value)
      ? [
        "form_username_needs_non_number_char",
        "A username must have a character that is no digit.",
      ]
      : [
        "form_username_invalid_character",
        "A username can have letters, digits, - and _ only.",
      ];
  },
};

const EXTERNAL_ID: Kind = {
  param: "external_id",
  label: "external ID",
  form: /^[^]{1,256}$/,
  index: "externalId",
  normalize: same,
};

/**
 * Makes identifications out of values that are well formed and nobody's, or the
 * owner's already.
 *
 * @throws {Refusal} When one is not.
 */
export function makeIdentifications(
  store: Store,
  name: keyof typeof KINDS,
  values: readonly string[],
  statuses: readonly string[],
  createdAt: number,
  owner?: string,
): readonly Identification[] {
  const kind = KINDS[name];
  checkIdentifiers(store, kind, values, owner);
  return values.map((value, i) => ({
    id: store.ids.next("idn"),
    value: kind.normalize(value),
    status: toStatus(statuses[i]),
    createdAt,
  }));
}

/** Brings a username into the form that it is kept in: lower case, as Clerk's. */
export function normalizeUsername(username: string): string {
  return USERNAME.normalize(username);
}

/**
 * Checks the username and the external id that a user is to have.
 *
 * @throws {Refusal} When one is malformed or another user's.
 */
export function checkNames(
  store: Store,
  { id, username, externalId }: UserRow,
): void {
  checkIdentifiers(store, USERNAME, username ? [username] : [], id);
  checkIdentifiers(store, EXTERNAL_ID, externalId ? [externalId] : [], id);
}

/** Takes the status that the API was given for one that is kept. */
export function toStatus(text: unknown): Identification["status"] {
  return text === "reserved" || text === "unverified" ? text : "verified";
}

function checkIdentifiers(
  store: Store,
  kind: Kind,
  values: readonly string[],
  owner: string | undefined,
): void {
  const seen = new Set<string>();
  const errors: WireError[] = [];
  for (const value of values) {
    const key = kind.normalize(value);
    const error = checkIdentifier(store, kind, value, key, owner) ??
      (seen.has(key) ? duplicate(kind) : undefined);
    if (error) errors.push(error);
    seen.add(key);
  }
  if (errors.length > 0) throw refuseAll(errors);
}

function checkIdentifier(
  store: Store,
  kind: Kind,
  value: string,
  key: string,
  owner: string | undefined,
): WireError | undefined {
  const meta = { param_name: kind.param };
  if (!kind.form.test(value)) {
    const [code, long] = kind.explain?.(value) ?? [
      "form_param_format_invalid",
      `${kind.param} must be a valid ${kind.label}.`,
    ];
    return wireError(code, long, meta);
  }
  return store.users.find(kind.index, key).some((user) => user.id !== owner)
    ? wireError(
      "form_identifier_exists",
      `That ${kind.label} is taken. Please try another.`,
      meta,
    )
    : undefined;
}

function duplicate({ param }: Kind): WireError {
  return wireError(
    "form_param_duplicate",
    `${param} contains duplicate values`,
    { param_name: param },
  );
}

/**
 * Reads an e-mail address, in lower case.
 *
 * @throws {Refusal} When it is none.
 */
export function readEmailAddress(value: unknown): string {
  const { form, param, label } = KINDS.emails;
  const text = String(value);
  if (form.test(text)) return text.toLowerCase();
  throw refuseParam(
    "form_param_format_invalid",
    param,
    `${param} must be a valid ${label}.`,
  );
}

/** Finds an identification of a user by its id, or refuses. */
export function requireIdentification(
  list: readonly Identification[],
  id: string,
  param: string,
): Identification {
  const found = list.find((each) => each.id === id);
  if (found) return found;
  throw missingResource(param);
}

function missingResource(param: string): Refusal {
  return refuseParam(
    "form_resource_not_found",
    param,
    `The resource associated with the supplied ${param} was not found.`,
  );
}

/**
 * Tells what an identifier of a list is. Of an address, `*@` stands for any
 * before.
 */
export function readListedIdentifier(
  text: string,
): readonly [ListedIdentifierRow["identifierType"], string] {
  const { emails, phones, wallets } = KINDS;
  const whole = text.replace(/^\*@/, "any@");
  if (emails.form.test(whole)) return ["email_address", text.toLowerCase()];
  if (phones.form.test(text)) return ["phone_number", text];
  if (wallets.form.test(text)) return ["web3_wallet", text];
  throw refuseParam(
    "form_param_format_invalid",
    "identifier",
    "identifier must be an email address, a phone number in E.164 form or a web3 wallet.",
  );
}
