// Every method of the client, called on an emulated instance, which refuses what
// the API's description does not allow: what comes back must be the same as
// what was answered but for the names, and must be as the description says.
import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { readList } from "../../src/emulator/spec/list.ts";
import {
  readWholeSpec,
  type SpecOperation,
} from "../../src/emulator/spec/spec.ts";
import { isObject, type JsonObject } from "../../src/text/json.ts";
import { conform } from "../emulator/harness.ts";
import {
  type Caller,
  createCaller,
  type Exchange,
  itemsOf,
  listCalls,
  type MethodOutcome,
} from "./every_method.ts";
import { toWire } from "./wire.ts";

/** What is given otherwise than it was answered, on purpose. */
const GIVEN: { readonly [method: string]: (answer: unknown) => unknown } = {
  "users.getCount": (answer) => isObject(answer) && answer["total_count"],
  "interstitial.get": (answer) => answer,
};

/** The operations that several methods send. */
const SHARED: { readonly [operation: string]: readonly string[] } = {
  "DELETE /domains/{domain_id}": ["domains.delete", "domains.deleteDomain"],
  "GET /users/{user_id}/billing/subscription": [
    "billing.getUserBillingSubscription",
    "users.getUserBillingSubscription",
  ],
  "PUT /organizations/{organization_id}/metadata": [
    "organizations.replaceOrganizationMetadata",
    "organizations.updateOrganization",
  ],
  "PUT /users/{user_id}/metadata": [
    "users.replaceUserMetadata",
    "users.updateUser",
  ],
};

function keyOf({ method, path }: SpecOperation): string {
  return `${method} ${path}`;
}

/** Whether the API says how many there are, if asked. */
function isCounted({ answer, query }: SpecOperation): boolean {
  return readList(answer)?.member !== undefined ||
    query.some(({ name }) => name === "paginated");
}

function checkData(
  name: string,
  { operation, answer }: Exchange,
  data: unknown,
): void {
  const given = GIVEN[name];
  if (given) return assertEquals(data, given(answer));
  if (!operation.answer) return assertEquals(data, undefined);
  const list = readList(operation.answer);
  const items = itemsOf(operation, answer);
  const type: typeof operation.answer = list
    ? { kind: "list", of: list.of }
    : operation.answer;
  assertEquals(toWire(type, data), items);
  conform(keyOf(operation), envelop(operation, toWire(type, data)));
}

/** A list as the description has it, its items in the member for them. */
function envelop({ answer }: SpecOperation, items: unknown): unknown {
  const member = readList(answer)?.member;
  return member === undefined ? items : { [member]: items, total_count: 1 };
}

async function checkList(
  { operation }: Exchange,
  { returned, outcome }: MethodOutcome,
): Promise<void> {
  const list = readList(operation.answer);
  const isPaged = list && (operation.method === "GET" || list.member);
  if (!isPaged) return assertEquals("collect" in returned, false);
  assert(Array.isArray(outcome["data"]) && outcome["data"].length > 0);
  assertEquals(
    typeof outcome["totalCount"],
    isCounted(operation) ? "number" : "undefined",
  );
  const items: unknown[] = [];
  for await (const item of walk(returned)) items.push(item);
  assertEquals(items, outcome["data"]);
}

function walk(returned: object): AsyncIterable<unknown> {
  const isIterable = (value: object): value is AsyncIterable<unknown> =>
    Symbol.asyncIterator in value;
  assert(isIterable(returned), "A list must give its items one by one");
  return returned;
}

function checkSent(
  [exchange]: readonly Exchange[],
  { expected }: MethodOutcome,
): void {
  if (!expected || !exchange) return;
  assertEquals(exchange.query, expected.query);
  assertEquals(exchange.body, expected.body);
}

describe("every method, on the emulator", () => {
  const calls = listCalls();
  const sent = new Map<string, Set<string>>();
  let caller: Promise<Caller> | undefined;

  for (const each of calls) {
    const { name } = each;
    it(name, async () => {
      const call = await (caller ??= createCaller());
      const result = await call(each);
      const { outcome, exchanges } = result;
      assertEquals(outcome["errors"], undefined);
      const [exchange] = exchanges;
      assert(exchange && exchanges.length === 1, "One request must be sent");
      const key = keyOf(exchange.operation);
      sent.set(key, (sent.get(key) ?? new Set()).add(name));
      checkSent(exchanges, result);
      checkData(name, exchange, outcome["data"]);
      await checkList(exchange, result);
      assertEquals(structuredClone(outcome), outcome);
    });
  }

  it("sends every operation, and each one by one method alone", () => {
    const expected: JsonObject = Object.fromEntries(
      [...readWholeSpec().operations.keys()]
        .map((key) => [key, SHARED[key] ?? 1]),
    );
    const found: JsonObject = Object.fromEntries(
      [...sent].map(([key, names]) => [
        key,
        names.size === 1 ? 1 : [...names].sort(),
      ]),
    );
    assertEquals(found, expected);
  });
});
