/** The tables of the API's description as JSON Schema, for an independent judge. */
import type { SpecMember, SpecType } from "../../src/emulator/spec/parse.ts";

/** The formats that the tables name. */
export const FORMATS: { readonly [name: string]: (text: string) => boolean } = {
  "date": (text) => /^\d{4}-\d{2}-\d{2}$/.test(text),
  "date-time": (text) => !Number.isNaN(Date.parse(text)),
  "email": (text) => /^\S+@\S+$/.test(text),
  "uri": (text) => URL.canParse(text),
};

/** Writes a type as JSON Schema; a schema is looked for in `$defs`. */
export function toJsonSchema(type: SpecType): object {
  switch (type.kind) {
    case "literal":
      return { const: type.value };
    case "schema":
      return { $ref: `#/$defs/${type.name}` };
    case "list":
      return { type: "array", items: toJsonSchema(type.of) };
    case "object":
      return toJsonObject(type.members, true);
    case "union":
      return { anyOf: type.of.map(toJsonSchema) };
    case "scalar":
      return {
        ...toJsonScalar(type.name),
        ...(type.pattern !== undefined && { pattern: type.pattern }),
      };
  }
}

/** Writes an object as JSON Schema. */
export function toJsonObject(
  members: readonly SpecMember[],
  closed: boolean,
): object {
  return {
    type: "object",
    required: members.filter(({ optional }) => !optional)
      .map(({ name }) => name),
    properties: Object.fromEntries(
      members.map(({ name, type }) => [name, toJsonSchema(type)]),
    ),
    additionalProperties: !closed,
  };
}

function toJsonScalar(name: string): object {
  if (Object.hasOwn(FORMATS, name)) return { type: "string", format: name };
  switch (name) {
    case "any":
      return {};
    case "map":
      return { type: "object" };
    case "map<string>":
      return { type: "object", additionalProperties: { type: "string" } };
    case "integer":
    case "number":
    case "boolean":
    case "string":
      return { type: name };
    default:
      throw new TypeError(`Cannot write "${name}" as JSON Schema`);
  }
}
