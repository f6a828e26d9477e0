// What is the user's own goes through every method as it is, in both directions:
// no name in it is converted, nothing is lost, and nothing is taken for a
// prototype.
import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator } from "../../emulator.ts";
import { createClerkClient, unwrap } from "../../mod.ts";
import { readList } from "../../src/emulator/spec/list.ts";
import type { SpecType } from "../../src/emulator/spec/parse.ts";
import {
  readWholeSpec,
  type SpecOperation,
} from "../../src/emulator/spec/spec.ts";
import {
  type Caller,
  createCaller,
  type Exchange,
  listCalls,
} from "./every_method.ts";
import { CONTENT, findMaps, sample, TEXTS, toWire } from "./wire.ts";

/** What a request holds, as a type; undefined when it holds nothing. */
function bodyType({ body }: SpecOperation): SpecType | undefined {
  if (!body) return undefined;
  const item: SpecType = { kind: "object", members: body.members };
  return body.kind === "list" ? { kind: "list", of: item } : item;
}

/** What a method gives, as a type: of a list, the items. */
function dataType({ answer }: SpecOperation): SpecType | undefined {
  const list = readList(answer);
  return list ? { kind: "list", of: list.of } : answer;
}

/** Where in a value something free-form stands; that it is whole. */
function findWhole(type: SpecType | undefined, value: unknown): string[] {
  const found = type ? findMaps(type, value) : [];
  for (const [at, content] of found) {
    const whole = [CONTENT, TEXTS].map((each) => JSON.stringify(each));
    assert(
      whole.includes(JSON.stringify(content)),
      `${at} is ${JSON.stringify(content)}`,
    );
  }
  return found.map(([at]) => at);
}

function namePlaces(
  { method, path }: SpecOperation,
  way: "sends" | "gives",
  places: readonly string[],
): readonly string[] {
  return places.map((at) => `${method} ${path} ${way} ${at}`);
}

/** All places of the API where something is free-form. */
function listPlaces(): readonly string[] {
  return [...readWholeSpec().operations.values()].flatMap((operation) => {
    const find = (type: SpecType | undefined) =>
      type ? findMaps(type, sample(type, "")).map(([at]) => at) : [];
    return [
      ...namePlaces(operation, "sends", find(bodyType(operation))),
      ...namePlaces(operation, "gives", find(dataType(operation))),
    ];
  });
}

function check(
  { operation, body }: Exchange,
  data: unknown,
): readonly string[] {
  const type = dataType(operation);
  const given = type && toWire(type, data);
  return [
    ...namePlaces(operation, "sends", findWhole(bodyType(operation), body)),
    ...namePlaces(operation, "gives", findWhole(type, given)),
  ];
}

describe("what is free-form", () => {
  const seen = new Set<string>();
  let caller: Promise<Caller> | undefined;

  for (const each of listCalls()) {
    it(`is left alone by ${each.name}`, async () => {
      const call = await (caller ??= createCaller());
      const { outcome, exchanges } = await call(each);
      for (const exchange of exchanges) {
        for (const place of check(exchange, outcome["data"])) seen.add(place);
      }
    });
  }

  it("was seen in every place of the API that has it", () => {
    assertEquals([...seen].sort(), [...new Set(listPlaces())].sort());
    assert(seen.size > 250, `${seen.size} places`);
  });

  it("comes back from where it is kept", async () => {
    const emulator = await createEmulator();
    const clerk = createClerkClient({
      secretKey: emulator.secretKey,
      fetch: emulator.fetch,
      env: {},
    });
    const made = unwrap(
      await clerk.users.createUser({
        emailAddress: ["ada@example.com"],
        privateMetadata: CONTENT,
      }),
    );
    const user = unwrap(await clerk.users.getUser(made.id));
    assertEquals(
      JSON.stringify(user.privateMetadata),
      JSON.stringify(CONTENT),
    );
    assertEquals(Object.getPrototypeOf(user.privateMetadata), Object.prototype);
    assertEquals("is_own" in {}, false);
  });
});
