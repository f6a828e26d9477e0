import { createRouter, type Match, type Router } from "../http/router.ts";
import type { Operation, Operations } from "../instance.ts";
import { readWholeSpec, type SpecOperation } from "../spec/spec.ts";
import { makeAnswer } from "./answer.ts";
import { toFields } from "./fields.ts";

let router: Router | undefined;

/**
 * Finds the operation that is answered by an example. The tables are read when
 * this is first called, and not when an emulator is made.
 */
export function findExample(method: string, path: string): Match | undefined {
  router ??= createRouter([describeAll()]);
  return router(method, path);
}

function describeAll(): Operations {
  const { operations } = readWholeSpec();
  return Object.fromEntries(
    [...operations.values()].map((each) => [
      `${each.method} /v1${each.path}`,
      describe(each),
    ]),
  );
}

function describe(operation: SpecOperation): Operation {
  const { query, body, status, open } = operation;
  return {
    query: toFields(query),
    ...(body && { body: toFields(body.members) }),
    ...(body && body.kind !== "json" && { takes: body.kind }),
    open,
    status,
    tier: 2,
    handle: (instance, call) => makeAnswer(operation, instance, call),
  };
}
