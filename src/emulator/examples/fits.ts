import { parseTimestamp } from "../../platform/calendar.ts";
import { isObject } from "../../text/json.ts";
import type { SpecMember, SpecType } from "../spec/parse.ts";
import { readWholeSpec } from "../spec/spec.ts";

/** Whether a value is as the API's description says. */
export function fits(type: SpecType, value: unknown): boolean {
  switch (type.kind) {
    case "literal":
      return value === type.value;
    case "union":
      return type.of.some((each) => fits(each, value));
    case "list":
      return Array.isArray(value) && value.every((item) => fits(type.of, item));
    case "object":
      return fitsMembers(type.members, true, value);
    case "schema": {
      const schema = readWholeSpec().schemas.get(type.name);
      return schema !== undefined &&
        fitsMembers(schema.members, schema.closed, value);
    }
    case "scalar":
      return fitsScalar(type.name, value) &&
        (type.pattern === undefined ||
          new RegExp(type.pattern).test(String(value)));
  }
}

function fitsMembers(
  members: readonly SpecMember[],
  closed: boolean,
  value: unknown,
): boolean {
  if (!isObject(value)) return false;
  const known = members.every(({ name, optional, type }) =>
    Object.hasOwn(value, name) ? fits(type, value[name]) : optional
  );
  const names = new Set(members.map(({ name }) => name));
  return known &&
    (!closed || Object.keys(value).every((name) => names.has(name)));
}

function fitsScalar(name: string, value: unknown): boolean {
  switch (name) {
    case "any":
      return true;
    case "integer":
      return Number.isSafeInteger(value);
    case "number":
      return Number.isFinite(value);
    case "boolean":
      return typeof value === "boolean";
    case "map":
      return isObject(value);
    case "map<string>":
      return isObject(value) &&
        Object.values(value).every((each) => typeof each === "string");
    default:
      return typeof value === "string" && fitsFormat(name, value);
  }
}

function fitsFormat(name: string, text: string): boolean {
  switch (name) {
    case "string":
      return true;
    case "email":
      return /^[^@\s]+@[^@\s]+$/.test(text);
    case "uri":
      return URL.canParse(text);
    case "date-time":
      return parseTimestamp(text) !== undefined;
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/.test(text);
    default:
      return false;
  }
}
