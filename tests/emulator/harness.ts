/** What the tests of the emulator share: calling it, and judging its bodies. */
import { Ajv, type ValidateFunction } from "ajv";
import { assertEquals } from "@std/assert";
import {
  createEmulator,
  type Emulator,
  type EmulatorOptions,
} from "../../emulator.ts";
import { SCHEMAS } from "./schemas.ts";

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
const defs = Object.fromEntries(
  Object.entries(SCHEMAS).map(([name, text]) => [name, toJsonSchema(text)]),
);
const validators = new Map<string, ValidateFunction>();

/** Asserts that a body is as Clerk's OpenAPI description says. */
export function conform(schema: string, body: unknown): void {
  const validate = validators.get(schema) ?? compile(schema);
  validators.set(schema, validate);
  validate(body);
  assertEquals(validate.errors ?? [], [], JSON.stringify(body));
}

function compile(schema: string): ValidateFunction {
  const $ref = `#/$defs/${schema.replace("[]", "")}`;
  const root = schema.endsWith("[]")
    ? { type: "array", items: { $ref } }
    : { $ref };
  return ajv.compile({ $defs: defs, ...root });
}

function toJsonSchema(text: string): object {
  const [open, ...members] = text.trim().split(/\s+/);
  const required: string[] = [];
  const properties: Record<string, unknown> = {};
  for (const member of members) {
    const [, name = "", absent, type = ""] =
      /^([^:?]+)(\?)?:(.*)$/.exec(member) ??
        [];
    if (!absent) required.push(name);
    properties[name] = { anyOf: type.split("|").map(toType) };
  }
  const additionalProperties = open === "open";
  return { type: "object", required, properties, additionalProperties };
}

function toType(name: string): unknown {
  if (name.endsWith("[]")) {
    return { type: "array", items: toType(name.slice(0, -2)) };
  }
  if (name.startsWith("'")) return { const: name.slice(1, -1) };
  if (name === "never") return false;
  if (name === "map") return { type: "object" };
  return Object.hasOwn(SCHEMAS, name)
    ? { $ref: `#/$defs/${name}` }
    : { type: name };
}
