/**
 * Answers of the API to what a client asks, made from the API's description:
 * one that holds everything, one whose every member is as empty as it may be,
 * and one that holds no more than it must.
 */
import { makeScalar } from "../../src/emulator/examples/scalar.ts";
import { readList } from "../../src/emulator/spec/list.ts";
import type { SpecMember, SpecType } from "../../src/emulator/spec/parse.ts";
import {
  readWholeSpec,
  type SpecOperation,
} from "../../src/emulator/spec/spec.ts";
import { json, type SentRequest } from "./fetch_switch.ts";

/** How much an answer holds. */
export const AMOUNTS = ["full", "empty", "least"] as const;

/** How much an answer holds. */
export type Amount = typeof AMOUNTS[number];

/** The content of what is the user's own, whose names must stay. */
export const FREE = { in_snake: { inCamel: 1, in_snake: [null] }, inCamel: 2 };

/** Answers a request as the API's description says. */
export function answerBySpec(
  amount: Amount,
): (request: SentRequest) => Response {
  return ({ method, url }) => {
    const { pathname, searchParams } = new URL(url);
    const { answer, status } = findOperation(method, pathname);
    if (!answer) return new Response(null, { status });
    const list = readList(answer);
    const isBare = list?.member === undefined && !searchParams.has("paginated");
    if (!list || isBare) return json(make(answer, "", "", amount), { status });
    return json({
      [list.member ?? "data"]: [make(list.of, "", "", amount)],
      total_count: 7,
    });
  };
}

/** The operation that a request is for; one with fewer slots goes before. */
function findOperation(method: string, pathname: string): SpecOperation {
  const path = pathname.replace(/^\/v1/, "");
  const [found] = [...readWholeSpec().operations.values()]
    .filter((each) => each.method === method && isPathOf(each.path, path))
    .sort((a, b) => countSlots(a.path) - countSlots(b.path));
  if (!found) throw new Error(`No operation is there for ${method} ${path}`);
  return found;
}

function isPathOf(template: string, path: string): boolean {
  const pattern = template.replace(/\{[^}]+\}/g, "[^/]+");
  return new RegExp(`^${pattern}$`).test(path);
}

function countSlots(template: string): number {
  return template.split("{").length;
}

function make(
  type: SpecType,
  name: string,
  kind: string,
  amount: Amount,
): unknown {
  switch (type.kind) {
    case "literal":
      return type.value;
    case "scalar":
      return amount === "full"
        ? makeFull(type, name, kind)
        : makeEmpty(type, name, kind);
    case "list":
      return amount === "full" ? [make(type.of, name, kind, amount)] : [];
    case "object":
      return makeObject(type.members, amount);
    case "schema":
      return makeObject(
        readWholeSpec().schemas.get(type.name)?.members ?? [],
        amount,
      );
    case "union": {
      // The least of an object is more than null: its parts have defaults too.
      const ofNull = type.of.find(isNull);
      const ofRest = type.of.find((each) => each !== ofNull);
      // Parts of an object have defaults of their own, so the least has them.
      const wanted = ofNull && (amount === "empty" ||
          amount === "least" && !isObjectType(ofRest))
        ? ofNull
        : ofRest;
      return wanted && make(wanted, name, kind, amount);
    }
  }
}

function isObjectType(type: SpecType | undefined): boolean {
  return type?.kind === "schema" || type?.kind === "object";
}

function isNull(type: SpecType): boolean {
  return type.kind === "literal" && type.value === null;
}

function makeObject(members: readonly SpecMember[], amount: Amount): unknown {
  const object = members.find(({ name }) => name === "object");
  const kind = object ? String(make(object.type, "object", "", "full")) : "";
  return Object.fromEntries(
    members
      .filter(({ optional }) => !optional || amount !== "least")
      .map(({ name, type }) => [name, make(type, name, kind, amount)]),
  );
}

type Scalar = Extract<SpecType, { readonly kind: "scalar" }>;

function makeFull(type: Scalar, name: string, kind: string): unknown {
  const made = makeScalar(type, {
    name,
    kind,
    now: 1_767_225_600_000,
    seed: "",
  });
  if (/^(?:map|any)$/.test(type.name)) return FREE;
  if (type.name === "map<string>") return { in_snake: "1", inCamel: "2" };
  return type.name === "boolean" ? true : made === 0 ? 5 : made;
}

function makeEmpty(type: Scalar, name: string, kind: string): unknown {
  switch (type.name) {
    case "boolean":
      // What is gone has no other value for it.
      return name === "deleted";
    case "integer":
    case "number":
      return 0;
    case "string":
      return type.pattern === undefined && !/^(?:id|slug)$/.test(name)
        ? ""
        : makeFull(type, name, kind);
    default:
      return makeScalar(type, { name, kind, now: 0, seed: "" });
  }
}
