// What each method of a resource sends and gives, one row for each operation of
// the Backend API, and the tests that all resources share.
import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator } from "../../emulator.ts";
import { type ClerkClient, createClerkClient } from "../../mod.ts";
import { readSpec } from "../../src/emulator/spec/spec.ts";
import {
  type Answer,
  bodyOf,
  createRecorder,
  lineOf,
  type Recorder,
  refuse,
  sortLine,
} from "./recorder.ts";

/** One operation of the API and the method that is there for it. */
export interface Row<Api> {
  /** The operation's id in the API's description; its method otherwise. */
  readonly operation: string;
  /** The call. */
  readonly call: (api: Api) => PromiseLike<unknown>;
  /** The method, the path and the query, in any order, that must be sent. */
  readonly sends: string;
  /** The JSON body that must be sent. */
  readonly body?: unknown;
  /** What the API answers; `{ object: "thing", created_at: 1 }` by default. */
  readonly answer?: unknown;
  /** What the call must give as data; the default's in camelCase by default. */
  readonly data?: unknown;
  /** How many items the list says there are. */
  readonly totalCount?: number;
  /** What must be sent as `authorization`, where it is not the secret key. */
  readonly authorization?: string | null;
}

/** A client, and what it sends. */
export interface Setup extends Recorder {
  /** The client. */
  readonly clerk: ClerkClient;
}

/** Makes a client whose requests are answered as told. */
export function setUp(answer: Answer): Setup {
  const recorder = createRecorder(answer);
  const clerk = createClerkClient({
    secretKey: "sk_test_secret",
    env: {},
    fetch: recorder.fetch,
    retry: false,
  });
  return { ...recorder, clerk };
}

interface Outcome {
  readonly data: unknown;
  readonly errors:
    | readonly { readonly code: string; readonly longMessage?: string }[]
    | undefined;
  readonly totalCount: unknown;
}

/**
 * Tests the methods of a resource.
 *
 * @param name The resource's name on the client.
 * @param rows Its methods, each once at least.
 * @param paths What the paths of its operations begin with: each operation of
 * the API there must have a row.
 */
export function testOperations<Name extends ResourceName>(
  name: Name,
  rows: readonly Row<ClerkClient[Name]>[],
  paths: readonly RegExp[],
): void {
  describe(`${name}: what each method sends and gives`, () => {
    for (const row of rows) {
      it(`${row.operation}: ${row.sends.slice(0, 70)}`, async () => {
        await checkRow(name, row);
      });
    }

    it("covers every operation of the API", () => {
      const covered = new Set(rows.map(({ operation }) => operation));
      const missing = [...readSpec().operations.values()]
        .filter(({ path }) => paths.some((pattern) => pattern.test(path)))
        .filter(({ id }) => !covered.has(id));
      assertEquals(missing.map(({ id }) => id), []);
    });

    it("covers every method", () => {
      const called = new Set<string>();
      const { clerk } = setUp(() => ({ data: [] }));
      const spy = new Proxy(clerk[name], {
        get: (api, method) => {
          called.add(String(method));
          return Reflect.get(api, method);
        },
      });
      for (const row of rows) row.call(spy);
      assertEquals([...called].sort(), Object.keys(clerk[name]).sort());
    });

    it("sends what the emulator takes, member by member", async () => {
      const emulator = await createEmulator();
      const clerk = createClerkClient({
        secretKey: emulator.secretKey,
        env: {},
        fetch: emulator.fetch,
        retry: false,
      });
      const refused = [];
      for (const row of rows) {
        const { errors } = await row.call(clerk[name]) as Outcome;
        for (const { code, longMessage } of errors ?? []) {
          if (UNTAKEN.test(code)) refused.push([row.sends, longMessage]);
        }
      }
      assertEquals(refused, []);
    });

    it("gives an error, not a rejection, for every method", async () => {
      const { clerk } = setUp(() => refuse(404, "resource_not_found"));
      for (const row of rows) {
        const { errors } = await row.call(clerk[name]) as Outcome;
        assertEquals(errors?.[0]?.code, "resource_not_found", row.operation);
      }
    });
  });
}

/** What says that the client sends another thing than the API describes. */
const UNTAKEN =
  /^(?:not_emulated|form_param_(?:unknown|missing|nil|type_invalid)|request_body_invalid)$/;

/** The resources of a client. */
export type ResourceName = Exclude<
  keyof ClerkClient,
  "verifyToken" | "hydrate"
>;

async function checkRow<Name extends ResourceName>(
  name: Name,
  row: Row<ClerkClient[Name]>,
): Promise<void> {
  const { answer = { object: "thing", created_at: 1 } } = row;
  const { clerk, sent } = setUp(() => answer);
  const outcome = await row.call(clerk[name]) as Outcome;
  assertEquals(outcome.errors, undefined);
  assertEquals(sent.length, 1);
  const [request] = sent;
  assert(request);
  assertEquals(lineOf(request), sortLine(row.sends));
  assertEquals(bodyOf(request), row.body);
  const { authorization = "Bearer sk_test_secret" } = row;
  assertEquals(request.headers.get("authorization"), authorization);
  assertEquals(outcome.totalCount, row.totalCount);
  const { data = { object: "thing", createdAt: 1 } } = row;
  if (row.data !== undefined || row.answer === undefined) {
    assertEquals(outcome.data, data);
  }
  assertEquals(structuredClone(outcome.data), outcome.data);
}
