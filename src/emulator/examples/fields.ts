import { type Field, type Fields, paging } from "../http/fields.ts";
import type { SpecMember, SpecType } from "../spec/parse.ts";
import { readWholeSpec } from "../spec/spec.ts";

/**
 * What a query or a body must be, by the API's description. Names and types
 * count, and not the form of an id: tests have ids of their own.
 */
export function toFields(members: readonly SpecMember[]): Fields {
  return Object.fromEntries(
    members.map(({ name, optional, type }) => [
      name,
      {
        ...toField(type),
        ...paging[name],
        ...(!optional && { required: true }),
      },
    ]),
  );
}

function toField(type: SpecType): Field {
  switch (type.kind) {
    case "scalar":
      return { type: readScalar(type.name) };
    case "literal":
      return readLiterals([type]);
    case "schema": {
      const members = readWholeSpec().schemas.get(type.name)?.members ?? [];
      return { type: "object", fields: toFields(members) };
    }
    case "object":
      return { type: "object", fields: toFields(type.members) };
    case "list": {
      const { fields, values } = toField(type.of);
      return fields
        ? { type: "object[]", fields }
        : { type: "string[]", ...(values && { values }) };
    }
    case "union":
      return readUnion(type.of);
  }
}

function readUnion(of: readonly SpecType[]): Field {
  const rest = of.filter((each) => !isNull(each));
  const [first] = rest;
  const field: Field = first && rest.length === 1
    ? toField(first)
    : readLiterals(rest);
  return rest.length < of.length ? { ...field, nullable: true } : field;
}

/** Several literals are a choice; several of anything else may be anything. */
function readLiterals(of: readonly SpecType[]): Field {
  const values = of.flatMap((each) =>
    each.kind === "literal" &&
      (typeof each.value === "string" || typeof each.value === "boolean")
      ? [each.value]
      : []
  );
  if (values.length < of.length) return { type: "any" };
  return {
    type: typeof values[0] === "boolean" ? "boolean" : "string",
    values,
  };
}

function isNull(type: SpecType): boolean {
  return type.kind === "literal" && type.value === null;
}

function readScalar(name: string): Field["type"] {
  switch (name) {
    case "integer":
    case "number":
    case "boolean":
    case "any":
      return name;
    case "map":
    case "map<string>":
      return "map";
    case "binary":
      return "file";
    default:
      return "string";
  }
}
