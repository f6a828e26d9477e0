import { isObject, type JsonObject } from "../../text/json.ts";
import { findMetadataError } from "./metadata.ts";
import { refuseAll, type WireError, wireError } from "./refusal.ts";

/** What a value may be; a `map` has members of any name, a `file` is in a form. */
export type FieldType =
  | "string"
  | "boolean"
  | "integer"
  | "number"
  | "string[]"
  | "map"
  | "object"
  | "object[]"
  | "file"
  | "any";

/** What a member of a body or a parameter of a query must be. */
export interface Field {
  /** The type of its value. */
  readonly type: FieldType;
  /** Whether it must be there. */
  readonly required?: boolean;
  /** Whether null is a value of it. */
  readonly nullable?: boolean;
  /** The values that it may have. */
  readonly values?: readonly (string | boolean)[];
  /** The members of an object, or of each object of a list. */
  readonly fields?: Fields;
  /** The least value, or the least number of items. */
  readonly min?: number;
  /** The greatest value, or the greatest number of items. */
  readonly max?: number;
  /** The first version of the API that does not take it any more. */
  readonly until?: string;
}

/** The members that a body may have, or the parameters of a query. */
export type Fields = { readonly [name: string]: Field };

/** A query whose parameters were checked and have their types. */
export type Query = {
  readonly [name: string]: string | boolean | number | readonly string[];
};

/** Short names for the common fields. */
export const field = {
  text: { type: "string" },
  textOrNull: { type: "string", nullable: true },
  requiredText: { type: "string", required: true },
  texts: { type: "string[]" },
  flag: { type: "boolean" },
  flagOrNull: { type: "boolean", nullable: true },
  whole: { type: "integer" },
  wholeOrNull: { type: "integer", nullable: true },
  map: { type: "map", nullable: true },
} as const satisfies Fields;

/** The two parameters of every list. */
export const paging: Fields = {
  limit: { type: "integer", min: 1, max: 500 },
  offset: { type: "integer", min: 0 },
};

/**
 * Checks a body against the members that it may have.
 *
 * @param version The version of the API that was asked for, if any.
 * @throws {Refusal} With an error for each member that is not as it must be.
 */
export function checkBody(
  fields: Fields,
  body: JsonObject,
  version: string | null = null,
): void {
  const gone = Object.keys(body).filter((name) => {
    const { until } = Object.hasOwn(fields, name) ? fields[name] ?? {} : {};
    return until !== undefined && version !== null && version >= until;
  });
  throwIfAny([...gone.map(deprecated), ...checkMembers(fields, body, "")]);
}

/** Checks the members of an object, whose own name stands before theirs. */
function checkMembers(
  fields: Fields,
  body: JsonObject,
  before: string,
): readonly WireError[] {
  const errors: WireError[] = [];
  for (const name of Object.keys(body)) {
    const value = body[name];
    const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!known) errors.push(unknown(before + name));
    else if (value !== undefined) {
      errors.push(...checkValue(known, before + name, value));
    }
  }
  return [...errors, ...checkPresence(fields, body, before)];
}

function checkPresence(
  fields: Fields,
  members: JsonObject,
  before: string,
): readonly WireError[] {
  return Object.entries(fields)
    .filter(([name, { required }]) => required && members[name] === undefined)
    .map(([name]) => missing(before + name));
}

function throwIfAny(errors: readonly WireError[]): void {
  if (errors.length > 0) throw refuseAll(errors);
}

/**
 * Reads a query: gives each parameter its type and checks it.
 *
 * @throws {Refusal} With an error for each parameter that is not as it must be.
 */
export function readQuery(fields: Fields, search: URLSearchParams): Query {
  const query: { [name: string]: Query[string] } = {};
  const errors: WireError[] = [];
  for (const name of new Set(search.keys())) {
    const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const value = known && readParam(known, search.getAll(name));
    if (!known) errors.push(unknown(name));
    else if (value === undefined) errors.push(wrongType(name, known));
    else {
      errors.push(...checkValue(known, name, value));
      query[name] = value;
    }
  }
  const given = Object.fromEntries(search);
  throwIfAny([...errors, ...checkPresence(fields, given, "")]);
  return query;
}

function readParam(
  { type, values }: Field,
  texts: readonly string[],
): Query[string] | undefined {
  const text = texts[0] ?? "";
  switch (type) {
    case "string[]":
      // A list of names may be sent as one text.
      return values ? texts.flatMap((each) => each.split(",")) : texts;
    case "integer":
    case "number":
      return /^-?\d{1,16}$/.test(text) ? Number(text) : undefined;
    case "boolean":
      return text === "true" ? true : text === "false" ? false : undefined;
    default:
      return text;
  }
}

function checkValue(
  known: Field,
  name: string,
  value: unknown,
): readonly WireError[] {
  if (value === null) {
    return known.nullable
      ? []
      : [paramError("form_param_nil", name, `${name} must not be null.`)];
  }
  if (known.type === "map" && /_metadata$/.test(name)) {
    const error = findMetadataError(name, value);
    return error ? [error] : [];
  }
  if (!hasType(known.type, value)) return [wrongType(name, known)];
  const { fields } = known;
  if (fields) {
    return [value].flat().flatMap((each) =>
      isObject(each) ? checkMembers(fields, each, `${name}.`) : []
    );
  }
  const error = checkRange(known, name, value) ??
    checkAllowed(known, name, value);
  return error ? [error] : [];
}

function hasType(type: Field["type"], value: unknown): boolean {
  switch (type) {
    case "string[]":
      return Array.isArray(value) &&
        value.every((item) => typeof item === "string");
    case "object[]":
      return Array.isArray(value) && value.every(isObject);
    case "integer":
      return Number.isSafeInteger(value);
    case "number":
      return Number.isFinite(value);
    case "map":
    case "object":
      return isObject(value);
    case "file":
      return value instanceof Blob;
    case "any":
      return true;
    case "boolean":
      return typeof value === "boolean";
    default:
      return typeof value === "string";
  }
}

function checkRange(
  { min = -Infinity, max = Infinity }: Field,
  name: string,
  value: unknown,
): WireError | undefined {
  const items = Array.isArray(value);
  const size = items ? value.length : typeof value === "number" ? value : null;
  if (size === null || (size >= min && size <= max)) return undefined;
  return paramError(
    "form_param_value_invalid",
    name,
    `${name} must ${items ? "have" : "be"} ${
      size < min ? `at least ${min}` : `at most ${max}`
    }${items ? " items" : ""}.`,
  );
}

function checkAllowed(
  { values }: Field,
  name: string,
  value: unknown,
): WireError | undefined {
  const given = Array.isArray(value) ? value : [value];
  const odd = values && given.find((item) => !values.includes(item));
  return odd === undefined ? undefined : paramError(
    "form_param_value_invalid",
    name,
    `${odd} does not match the allowed values for parameter ${name}. Allowed values: ${
      values?.join(", ")
    }`,
  );
}

function paramError(code: string, name: string, long: string): WireError {
  return wireError(code, long, { param_name: name });
}

function unknown(name: string): WireError {
  return paramError(
    "form_param_unknown",
    name,
    `${name} is not a valid parameter for this request.`,
  );
}

function deprecated(name: string): WireError {
  return paramError(
    "form_param_deprecated",
    name,
    `${name} is not accepted here any more. Use the operations on metadata.`,
  );
}

function missing(name: string): WireError {
  return paramError("form_param_missing", name, `${name} must be included.`);
}

function wrongType(name: string, { type }: Field): WireError {
  return paramError(
    "form_param_type_invalid",
    name,
    `${name} must be of type ${type}.`,
  );
}
