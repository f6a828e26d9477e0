/** What the tests of the emulator share: calling it, and judging its bodies. */
import { Ajv, type ValidateFunction } from "ajv";
import { assertEquals } from "@std/assert";
import {
  createEmulator,
  type Emulator,
  type EmulatorOptions,
} from "../../emulator.ts";
import { parseType } from "../../src/emulator/spec/parse.ts";
import { readWholeSpec } from "../../src/emulator/spec/spec.ts";
import { FORMATS, toJsonObject, toJsonSchema } from "./json_schema.ts";
import { WEBHOOK_SCHEMAS } from "./webhook_schemas.ts";

/** An answer whose body was read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // deno-lint-ignore no-explicit-any
  readonly body: any;
}

/** Calls the Backend API with the emulator's secret key. */
export async function call(
  emulator: Emulator,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await emulator.fetch(`${emulator.apiUrl}/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${emulator.secretKey}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? undefined : JSON.parse(text),
  };
}

/** Calls the Backend API and expects a refusal; gives its first error. */
export async function refused(
  emulator: Emulator,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; code: string; param: unknown }> {
  const answer = await call(emulator, method, path, body);
  conform("ClerkErrors", answer.body);
  const [error] = answer.body.errors;
  return {
    status: answer.status,
    code: error.code,
    param: error.meta?.param_name,
  };
}

/** An emulator with Ada, who is `user_1`. */
export function withAda(
  options: EmulatorOptions = {},
  ada: object = {},
): Promise<Emulator> {
  const user = { id: "user_1", emailAddress: ["ada@example.com"], ...ada };
  return createEmulator({ seed: { users: [user] }, ...options });
}

const ajv = new Ajv({ strict: false, allErrors: true });
for (const [name, accepts] of Object.entries(FORMATS)) {
  ajv.addFormat(name, accepts);
}
const $defs = Object.fromEntries(
  [...readWholeSpec().schemas, ...WEBHOOK_SCHEMAS].map((
    [name, { closed, members }],
  ) => [
    name,
    toJsonObject(members, closed),
  ]),
);
const validators = new Map<string, ValidateFunction>();

/**
 * Asserts that a body is as Clerk's OpenAPI description says.
 *
 * @param expected A type as the tables write it, such as `User[]`, or the
 * method and path of the operation that answered.
 */
export function conform(expected: string, body: unknown): void {
  const validate = validators.get(expected) ?? compile(expected);
  validators.set(expected, validate);
  validate(body);
  assertEquals(
    validate.errors ?? [],
    [],
    `${expected} ${JSON.stringify(body)}`,
  );
}

function compile(expected: string): ValidateFunction {
  const operation = readWholeSpec().operations.get(expected);
  const type = operation ? operation.answer : parseType(expected);
  return ajv.compile({ $defs, ...(type && toJsonSchema(type)) });
}
