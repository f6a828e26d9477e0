// Calls any method of the client on an emulated instance, with arguments that
// the API's description allows, and keeps what went to and fro.
import { assert } from "@std/assert";
import type { Emulator, Seed } from "../../emulator.ts";
import { createClerkClient, type Fetch } from "../../mod.ts";
import { TABLES } from "../../src/api/client.ts";
import { createEmulatorOf } from "../../src/emulator/create_emulator.ts";
import { users } from "../../src/emulator/routes/users.ts";
import { usersBilling } from "../../src/emulator/routes/users_billing.ts";
import { usersCredentials } from "../../src/emulator/routes/users_credentials.ts";
import { usersIdentifiers } from "../../src/emulator/routes/users_identifiers.ts";
import { usersLists } from "../../src/emulator/routes/users_lists.ts";
import { usersStatus } from "../../src/emulator/routes/users_status.ts";
import type { SpecMember, SpecType } from "../../src/emulator/spec/parse.ts";
import { readList } from "../../src/emulator/spec/list.ts";
import {
  readWholeSpec,
  type SpecOperation,
} from "../../src/emulator/spec/spec.ts";
import { isObject, type JsonObject } from "../../src/text/json.ts";
import { ARGUMENTS, type Arguments } from "./every_method_arguments.ts";
import { complete, sampleMembers, toClient } from "./wire.ts";

/** A call of a method: which one, and with what. */
export interface MethodCall {
  /** The method with its resource: `users.getUser`. */
  readonly name: string;
  /** Its arguments; generated where they are not told. */
  readonly args: Arguments | undefined;
}

/** A request that a method sent, and what came back. */
export interface Exchange {
  /** The operation that it is for. */
  readonly operation: SpecOperation;
  /** Its query, each value as text, in the order of the names. */
  readonly query: readonly string[];
  /** Its body: of JSON the value, of a form the names; undefined without one. */
  readonly body: unknown;
  /** The body of the answer; its text where that is no JSON. */
  readonly answer: unknown;
}

/** What a method gave, with what it sent. */
export interface MethodOutcome {
  /** What it returned, before it was awaited. */
  readonly returned: PromiseLike<unknown>;
  /** What that came to. */
  readonly outcome: JsonObject;
  /** What it sent, but for pages that were asked for later. */
  readonly exchanges: readonly Exchange[];
  /** What it should have sent, where the arguments were generated. */
  readonly expected: Pick<Exchange, "query" | "body"> | undefined;
}

/** An instance in which there is one of everything that has state. */
const SEED: Seed = {
  users: [{
    id: "user_1",
    emailAddress: ["ada@example.com"],
    phoneNumber: ["+15555550100"],
    web3Wallet: ["0x52908400098527886e0f7030069857d2e4169ee7"],
    password: "correct horse battery",
    totpSecret: "JBSWY3DPEHPK3PXP",
    backupCodes: ["a1b2c3d4"],
    passkeys: [{ id: "idn_passkey", name: "Laptop" }],
    externalAccounts: [{
      id: "eac_1",
      provider: "oauth_google",
      providerUserId: "1",
      emailAddress: "ada@example.com",
      token: "ya29",
    }],
    trustedDevices: [{
      id: "tdev_1",
      platform: "ios",
      appIdentifier: "com.example.app",
    }],
  }],
  organizations: [{
    id: "org_1",
    name: "Acme",
    members: [{ userId: "user_1" }],
    invitations: [{ emailAddress: "ada@example.com" }],
  }],
};

/** Every method of the client, once for each way to call it that is listed. */
export function listCalls(): readonly MethodCall[] {
  const clerk = createClerkClient({ env: {} });
  return Object.entries(clerk).flatMap(([resource, methods]) =>
    isObject(methods)
      ? Object.keys(methods).flatMap((method): readonly MethodCall[] => {
        const name = `${resource}.${method}`;
        return (ARGUMENTS[name] ?? [undefined]).map((args) => ({ name, args }));
      })
      : []
  );
}

/** The operations of the API, by the path that a request has. */
const OPERATIONS = [...readWholeSpec().operations.values()]
  .map((operation) => ({
    operation,
    // An operation that has no slot there comes first: /users/count.
    slots: operation.path.split("{").length,
    pattern: new RegExp(
      `^(?:/v1)?${operation.path.replace(/\{\w+\}/g, "[^/]+")}$`,
    ),
  }))
  .sort((a, b) => a.slots - b.slots);

function findOperation(method: string, path: string): SpecOperation {
  const found = OPERATIONS.find(({ operation, pattern }) =>
    operation.method === method && pattern.test(path)
  );
  assert(found, `${method} ${path} is no operation of the API`);
  return found.operation;
}

/** Calls a method on the instance as it was at the start. */
export type Caller = (call: MethodCall) => Promise<MethodOutcome>;

/** Makes an instance, and a client of it. */
export async function createCaller(): Promise<Caller> {
  // What needs state to be called with is told; all else is answered by example.
  const emulator = await createEmulatorOf([
    users,
    usersStatus,
    usersCredentials,
    usersIdentifiers,
    usersLists,
    usersBilling,
  ], { seed: SEED, ids: { prefix: "n" } });
  const exchanges: Exchange[] = [];
  const clerk = createClerkClient({
    secretKey: emulator.secretKey,
    clock: emulator.clock,
    env: {},
    retry: false,
    fetch: record(emulator, exchanges),
  });
  const file = new Blob(["picture"], { type: "image/png" });
  await clerk.users.updateUserProfileImage("user_1", { file });
  const start = emulator.snapshot();
  return async ({ name, args }) => {
    emulator.restore(start);
    exchanges.length = 0;
    const [resource = "", method = ""] = name.split(".");
    const { ids, params } = args ?? generate(resource, method);
    const run: unknown = Reflect.get(Reflect.get(clerk, resource), method);
    assert(typeof run === "function");
    const given = params === undefined ? ids : [...ids, params];
    const returned: PromiseLike<unknown> = run(...given);
    const outcome = await returned;
    assert(isObject(outcome));
    return {
      returned,
      outcome,
      exchanges: [...exchanges],
      expected: args ? undefined : expect(resource, method),
    };
  };
}

/** A fetch of the emulator that leaves nothing out of an answer, and keeps all. */
function record(emulator: Emulator, exchanges: Exchange[]): Fetch {
  return async (input, init = {}) => {
    const { method = "GET" } = init;
    const url = new URL(input);
    const operation = findOperation(method, url.pathname);
    const response = await emulator.fetch(input, init);
    const text = await response.text();
    const { answer: type } = operation;
    const answer = response.ok && type && text
      ? completeAnswer(type, JSON.parse(text))
      : text;
    exchanges.push({
      operation,
      query: [...url.searchParams].map((each) => each.join("=")).sort(),
      body: readBody(init.body),
      answer,
    });
    return typeof answer === "string"
      ? new Response(text || null, response)
      : Response.json(answer, { status: response.status });
  };
}

/** A list may have come with its length, though the description shows it bare. */
function completeAnswer(type: SpecType, body: unknown): unknown {
  return type.kind === "list" && isObject(body)
    ? { ...body, data: complete(type, body["data"]) }
    : complete(type, body);
}

function readBody(body: unknown): unknown {
  if (body instanceof FormData) return [...body.keys()].sort();
  return typeof body === "string" ? JSON.parse(body) : undefined;
}

/** The operation of a row; a row that is code has none, and needs arguments. */
function operationOf(resource: string, method: string): SpecOperation {
  const row = Reflect.get(Reflect.get(TABLES, resource), method);
  const path = String(Reflect.get(row, "path"));
  assert(
    isObject(row),
    `Cannot make arguments for ${resource}.${method}: its row is code, so ` +
      "every_method_arguments.ts must have some.",
  );
  return findOperation(String(row["method"]), path);
}

/** A name in camelCase is the older one of two for the same. */
function isAsked({ name }: SpecMember): boolean {
  return !/[A-Z]/.test(name);
}

function generate(resource: string, method: string): Arguments {
  const { path, query, body } = operationOf(resource, method);
  const ids = [...path.matchAll(/\{(\w+)\}/g)]
    .map(([, slot = ""]) => slot.replace(/(?:_id|ID)$/, "").concat("_1"));
  const members = [...query, ...(body?.members ?? [])]
    .filter((member) => isAsked(member) && member.name !== "paginated");
  if (members.length === 0) return { ids };
  const params = toClient(
    { kind: "object", members },
    sampleMembers(members),
  );
  return { ids, params: body?.kind === "list" ? [params, params] : params };
}

/** What the generated arguments must become. */
function expect(
  resource: string,
  method: string,
): Pick<Exchange, "query" | "body"> {
  const { query, body } = operationOf(resource, method);
  return { query: queryOf(query), body: body && bodyOf(body) };
}

function queryOf(members: readonly SpecMember[]): readonly string[] {
  return Object.entries(sampleMembers(members.filter(isAsked)))
    .map(([name, value]) => `${name}=${value}`).sort();
}

function bodyOf(
  { kind, members }: NonNullable<SpecOperation["body"]>,
): unknown {
  const whole = sampleMembers(members);
  if (kind === "form") return Object.keys(whole).sort();
  return kind === "list" ? [whole, whole] : whole;
}

/** What an answer is: of a list, its items. */
export function itemsOf(
  { answer: type }: SpecOperation,
  body: unknown,
): unknown {
  const list = readList(type);
  if (!list || !isObject(body)) return body;
  return body[list.member ?? "data"];
}
