/** Reads an OpenAPI description into the form of the project's tables. */
import type { SpecMember, SpecType } from "../../src/emulator/spec/parse.ts";
import type {
  Spec,
  SpecBody,
  SpecOperation,
  SpecSchema,
} from "../../src/emulator/spec/spec.ts";
import { isObject, type JsonObject } from "../../src/text/json.ts";

const METHODS = ["get", "post", "put", "patch", "delete"];
const SCHEMAS = "#/components/schemas/";

/**
 * Reads a description of OpenAPI 3.
 *
 * @throws {TypeError} When it is none, or says what cannot be read.
 */
export function readOpenApi(document: unknown): Spec {
  const root = object(document);
  if (!isObject(root.paths)) {
    throw new TypeError("Cannot read the description: it has no paths");
  }
  const operations = Object.entries(root.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => isObject(object(item)[method])).map((method) =>
      readOperation(root, path, method, object(item))
    )
  );
  const schemas = object(object(root.components).schemas);
  return {
    operations: new Map(
      operations.map((each) => [`${each.method} ${each.path}`, each]),
    ),
    schemas: new Map(
      Object.entries(schemas).map((
        [name, schema],
      ) => [name, readSchema(root, object(schema))]),
    ),
  };
}

function readOperation(
  root: JsonObject,
  path: string,
  method: string,
  item: JsonObject,
): SpecOperation {
  const own = object(item[method]);
  const parameters = [...list(item.parameters), ...list(own.parameters)]
    .map((each) => resolve(root, each));
  const responses = Object.entries(object(own.responses));
  const [status = "200", response] =
    responses.find(([code]) => code.startsWith("2")) ?? [];
  const answer = contentOf(resolve(root, response))?.schema;
  const security = own.security ?? root.security;
  return {
    id: String(own.operationId ?? `${method} ${path}`),
    method: method.toUpperCase(),
    path,
    deprecated: own.deprecated === true,
    open: Array.isArray(security) && security.length === 0,
    query: parameters.filter((each) => each.in === "query").map((each) => ({
      name: String(each.name).replace(/\[\]$/, ""),
      optional: each.required !== true,
      deprecated: each.deprecated === true,
      type: readType(root, object(each.schema)),
    })),
    body: readBody(root, resolve(root, own.requestBody)),
    status: Number(status),
    answer: answer && readType(root, answer),
  };
}

function readBody(root: JsonObject, body: JsonObject): SpecBody | undefined {
  const content = contentOf(body);
  if (!content) return undefined;
  const schema = resolve(root, content.schema);
  const required = body.required === true;
  if (schema.type === "array") {
    const items = resolve(root, schema.items);
    return { kind: "list", required, members: readMembers(root, items) };
  }
  const kind = content.type.startsWith("multipart/") ? "form" : "json";
  return { kind, required, members: readMembers(root, schema) };
}

interface Content {
  readonly type: string;
  readonly schema: JsonObject;
}

/** What is sent or answered as JSON or as a form; no other content has members. */
function contentOf(holder: JsonObject): Content | undefined {
  const [found] = Object.entries(object(holder.content)).filter(([type]) =>
    /^(?:application\/json|multipart\/form-data)\b/.test(type)
  );
  return found && { type: found[0], schema: object(object(found[1]).schema) };
}

function readSchema(root: JsonObject, schema: JsonObject): SpecSchema {
  return {
    closed: schema.additionalProperties === false,
    members: readMembers(root, schema),
  };
}

/** The members of an object, with those of all that it is made of. */
function readMembers(
  root: JsonObject,
  schema: JsonObject,
): readonly SpecMember[] {
  const required = list(schema.required);
  const own = Object.entries(object(schema.properties)).map((
    [name, member],
  ): SpecMember => ({
    name,
    optional: !required.includes(name),
    deprecated: object(member).deprecated === true,
    type: readType(root, object(member)),
  }));
  const inherited = list(schema.allOf)
    .flatMap((part) => readMembers(root, resolve(root, part)));
  const members = new Map<string, SpecMember>();
  for (const member of [...inherited, ...own]) members.set(member.name, member);
  return [...members.values()].map((member) =>
    required.includes(member.name) ? { ...member, optional: false } : member
  );
}

function readType(root: JsonObject, schema: JsonObject): SpecType {
  const types = [schema.type].flat();
  const mayBeNull = schema.nullable === true || types.includes("null") ||
    list(schema.enum).includes(null);
  const type = readPlainType(root, {
    ...schema,
    type: types.find((each) => each !== "null"),
  });
  if (!mayBeNull) return type;
  const of = type.kind === "union" ? type.of : [type];
  const NULL: SpecType = { kind: "literal", value: null };
  return { kind: "union", of: [...of, NULL] };
}

function readPlainType(root: JsonObject, schema: JsonObject): SpecType {
  const { $ref: ref, type, const: only } = schema;
  if (typeof ref === "string") return readReference(root, ref);
  if (only !== undefined) return literal(only);
  const values = list(schema.enum).filter((value) => value !== null);
  if (values.length > 0) return union(values.map(literal));
  const choices = [...list(schema.oneOf), ...list(schema.anyOf)];
  if (choices.length > 0) {
    return union(choices.map((each) => readType(root, object(each))));
  }
  const [part, ...more] = list(schema.allOf);
  if (part && more.length === 0 && !schema.properties) {
    return readType(root, object(part));
  }
  if (type === "array") {
    return { kind: "list", of: readType(root, object(schema.items)) };
  }
  return schema.properties || schema.allOf
    ? { kind: "object", members: readMembers(root, schema) }
    : readScalar(schema);
}

function readReference(root: JsonObject, ref: string): SpecType {
  if (!ref.startsWith(SCHEMAS)) {
    return readType(root, resolve(root, { $ref: ref }));
  }
  const target = resolve(root, { $ref: ref });
  // Only objects have a name of their own in the tables.
  return target.properties || target.allOf
    ? { kind: "schema", name: ref.slice(SCHEMAS.length) }
    : readType(root, target);
}

function readScalar(
  { type, format, pattern, additionalProperties }: JsonObject,
): SpecType {
  if (type === "object") {
    const isOfText = object(additionalProperties).type === "string";
    return { kind: "scalar", name: isOfText ? "map<string>" : "map" };
  }
  if (type !== "string") {
    return { kind: "scalar", name: type === undefined ? "any" : String(type) };
  }
  const known = ["date-time", "date", "uri", "email", "binary"];
  const name = known.find((each) => each === format) ?? "string";
  return typeof pattern === "string" && name === "string"
    ? { kind: "scalar", name, pattern }
    : { kind: "scalar", name };
}

function literal(value: unknown): SpecType {
  if (
    typeof value === "string" || typeof value === "number" ||
    typeof value === "boolean" || value === null
  ) return { kind: "literal", value };
  throw new TypeError(`Cannot read the value ${JSON.stringify(value)}`);
}

function union(of: readonly SpecType[]): SpecType {
  const [only] = of;
  return only && of.length === 1 ? only : { kind: "union", of };
}

/** Follows references to where something is written out. */
function resolve(root: JsonObject, value: unknown): JsonObject {
  const { $ref: ref, ...own } = object(value);
  if (typeof ref !== "string") return own;
  const target = ref.replace(/^#\//, "").split("/").reduce<unknown>(
    (at, name) => object(at)[name.replaceAll("~1", "/").replaceAll("~0", "~")],
    root,
  );
  if (!isObject(target)) throw new TypeError(`Cannot find "${ref}"`);
  return resolve(root, target);
}

function object(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
