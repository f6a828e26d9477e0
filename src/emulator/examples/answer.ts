import { toSnakeCase } from "../../text/case.ts";
import { isObject, type JsonObject } from "../../text/json.ts";
import type { Call, Instance } from "../instance.ts";
import { readList, type SpecList } from "../spec/list.ts";
import type { SpecMember, SpecType } from "../spec/parse.ts";
import { readWholeSpec, type SpecOperation } from "../spec/spec.ts";
import { fits } from "./fits.ts";
import { makeScalar } from "./scalar.ts";

/** What an answer is made of. */
interface Making {
  /** What the path says, by names in snake_case. */
  readonly slots: ReadonlyMap<string, string>;
  /** What the request says for the object that is being made. */
  readonly given: JsonObject;
  /** The name of the schema of the object that is being made. */
  readonly schema: string;
  /** What that object says that it is. */
  readonly kind: string;
  /** The id of the instance. */
  readonly instanceId: string;
  /** The time, in milliseconds since 1970. */
  readonly now: number;
  /** What drawn text depends on: the same request is answered alike. */
  readonly seed: string;
}

/** What of an instance an answer depends on. */
type Surroundings = Pick<Instance, "id"> & {
  readonly clock: Pick<Instance["clock"], "now">;
};

/** What an operation answers with that gives a page and no data. */
const PAGE = "<!doctype html><title>Clerk emulator</title>";

/** Makes an answer that the API's description allows. */
export function makeAnswer(
  { method, status, answer }: SpecOperation,
  { id, clock }: Surroundings,
  { slots, query, body, items, exchange }: Call,
): unknown {
  if (!answer) return status === 200 ? PAGE : undefined;
  const given = { ...query, ...body };
  const making: Making = {
    slots: new Map(
      Object.entries(slots).map(([name, value]) => [
        toSnakeCase(name.replace(/ID$/, "Id")),
        value,
      ]),
    ),
    given,
    schema: "",
    kind: "",
    instanceId: id,
    now: clock.now(),
    // What is read is the same whatever page or form it is asked for in.
    seed: [
      method,
      exchange.url.pathname,
      ...(method === "GET" ? [] : [JSON.stringify([given, items])]),
    ].join(" "),
  };
  const list = readList(answer);
  return list
    ? makeList(making, list, items.length > 0 ? items : itemsOf(body))
    : makeValue(making, answer, "");
}

/** What a body says for each of several. */
function itemsOf(body: JsonObject): readonly JsonObject[] {
  const [first] = Object.values(body).filter((value) =>
    Array.isArray(value) && value.length > 0 && value.every(isObject)
  );
  return Array.isArray(first) ? first : [];
}

function makeList(
  making: Making,
  { of, member }: SpecList,
  items: readonly JsonObject[],
): unknown {
  const { given, seed } = making;
  const { paginated, offset = 0 } = given;
  const all = items.length > 0 ? items : [given];
  const data = all.slice(Number(offset)).map((each, i) =>
    makeValue({ ...making, given: each, seed: `${i} ${seed}` }, of, "")
  );
  return member === undefined && paginated !== true
    ? data
    : { [member ?? "data"]: data, total_count: all.length };
}

function makeValue(making: Making, type: SpecType, name: string): unknown {
  switch (type.kind) {
    case "literal":
      return type.value;
    case "scalar":
      return makeScalar(type, { ...making, name });
    case "list":
      return [makeValue({ ...making, given: {} }, type.of, name)];
    case "object":
      return makeObject(making, type.members);
    case "schema": {
      const members = readWholeSpec().schemas.get(type.name)?.members ?? [];
      return makeObject({ ...making, schema: type.name }, members);
    }
    case "union":
      return makeValue(making, choose(making, type.of), name);
  }
}

/** Null where that may be and nothing is said, else the first. */
function choose({ given }: Making, of: readonly SpecType[]): SpecType {
  const isSaid = Object.keys(given).length > 0;
  return of.find((each) => isNull(each) !== isSaid) ?? of[0] ?? NULL;
}

const NULL: SpecType = { kind: "literal", value: null };

function isNull(type: SpecType): boolean {
  return type.kind === "literal" && type.value === null;
}

function kindOf(members: readonly SpecMember[]): string {
  const type = members.find(({ name }) => name === "object")?.type;
  const first = type?.kind === "union" ? type.of[0] : type;
  return first?.kind === "literal" ? String(first.value) : "";
}

function makeObject(
  making: Making,
  members: readonly SpecMember[],
): JsonObject {
  const within = { ...making, kind: kindOf(members) };
  const { schema } = making;
  return Object.fromEntries(
    members
      .filter(({ name, optional }) => !optional || isExpected(schema, name))
      .map((member) => [member.name, makeMember(within, member)]),
  );
}

/** What only failures have is left out, and of what is gone all but its id. */
function isExpected(schema: string, name: string): boolean {
  return schema === "DeletedObject"
    ? name === "id"
    : name !== "errors" && name !== "retry_after_seconds";
}

function makeMember(making: Making, { name, type }: SpecMember): unknown {
  const { given } = making;
  const asked = [
    Object.hasOwn(given, name) ? given[name] : undefined,
    making.slots.get(name),
    name === "id" ? findId(making) : undefined,
    name === "object" ? nameObject(making) : undefined,
    name === "instance_id" ? making.instanceId : undefined,
  ].find((value) => value !== undefined && fits(type, value));
  if (asked !== undefined) return asked;
  const inner = given[name];
  const said = isObject(inner) ? inner : {};
  return makeValue({ ...making, given: said }, type, name);
}

/** The id in the path, when it is the id of what is being made. */
function findId({ slots, kind, schema }: Making): string | undefined {
  if (schema === "DeletedObject") return [...slots.values()].at(-1);
  const names = [...slots.keys()].reverse();
  const found = names.find((name) => {
    const of = stem(name);
    return name === "id" || endsWith(kind, of) || endsWith(of, kind);
  });
  return found && slots.get(found);
}

/** The resource that a slot names: `organization_role_id` is of a role. */
function stem(slot: string): string {
  return slot.replace(/(?:_key_or)?_id$/, "").replace(
    /^m2m/,
    "machine_to_machine",
  );
}

function endsWith(name: string, end: string): boolean {
  return end !== "" && `_${name}`.endsWith(`_${end}`);
}

/** What an object says that it is, where the description leaves that open. */
function nameObject({ slots, schema }: Making): string {
  const last = [...slots.keys()].at(-1) ?? "";
  return schema === "DeletedObject"
    ? stem(last)
    : toSnakeCase(schema).toLowerCase().replace(/_response$/, "");
}
