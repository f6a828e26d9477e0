import { toFields } from "../examples/fields.ts";
import type { Field, Fields } from "../http/fields.ts";
import type { Instance, Operation, Operations } from "../instance.ts";
import { readWholeSpec } from "../spec/spec.ts";

/** What the API's description does not say of a parameter. */
export type Limits = { readonly [name: string]: Partial<Field> };

/** An operation whose parameters the API's description tells. */
export interface Described {
  /** Does it. */
  readonly handle: Operation["handle"];
  /** What else holds for its parameters. */
  readonly limits?: Limits;
  /** Members of its body that only earlier versions of the API take. */
  readonly former?: Fields;
}

/**
 * Makes operations whose queries and bodies are checked by the API's description.
 *
 * @param rows Operations by method and path, such as `GET /organizations`.
 * @param check Comes before each of them, and throws when it cannot be.
 */
export function describeOperations(
  rows: { readonly [route: string]: Described | Operation["handle"] },
  check?: (instance: Instance) => void,
): Operations {
  return Object.fromEntries(
    Object.entries(rows).map(([route, row]) => [
      route.replace(" ", " /v1"),
      typeof row === "function"
        ? describe(route, precede(row, check), {}, {})
        : describe(
          route,
          precede(row.handle, check),
          row.limits ?? {},
          row.former ?? {},
        ),
    ]),
  );
}

function precede(
  handle: Operation["handle"],
  check: ((instance: Instance) => void) | undefined,
): Operation["handle"] {
  if (!check) return handle;
  return (instance, call) => {
    check(instance);
    return handle(instance, call);
  };
}

/** The tables are read when the operation is first asked for. */
function describe(
  route: string,
  handle: Operation["handle"],
  limits: Limits,
  former: Fields,
): Operation {
  let read: Omit<Operation, "handle"> | undefined;
  const known = () => read ??= readDescription(route, limits, former);
  return {
    handle,
    get query() {
      return known().query;
    },
    get body() {
      return known().body;
    },
    get takes() {
      return known().takes;
    },
    get status() {
      return known().status;
    },
  };
}

function readDescription(
  route: string,
  limits: Limits,
  former: Fields,
): Omit<Operation, "handle"> {
  const operation = readWholeSpec().operations.get(route);
  if (!operation) {
    throw new Error(
      `Cannot emulate "${route}": the API has no such operation.`,
    );
  }
  const { query, body, status } = operation;
  return {
    query: limit(toFields(query), limits),
    ...(body &&
      { body: { ...former, ...limit(toFields(body.members), limits) } }),
    ...(body && body.kind !== "json" && { takes: body.kind }),
    status,
  };
}

function limit(fields: Fields, limits: Limits): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      { ...field, ...limits[name] },
    ]),
  );
}
