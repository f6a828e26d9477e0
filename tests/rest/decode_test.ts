import {
  assert,
  assertEquals,
  assertNotStrictEquals,
  assertStrictEquals,
} from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import fc from "fast-check";
import { type Shapes, toCamelJson } from "../../src/rest/decode.ts";
import { freeForm } from "../../src/rest/free_form.ts";
import { op } from "../../src/rest/operation.ts";
import { toCamelCase, toSnakeCase } from "../../src/text/case.ts";

const FREE = freeForm({});

function parse(text: string, free: readonly string[] = FREE): unknown {
  return toCamelJson(JSON.parse(text), free, []);
}

/** The same, done plainly on what was parsed. */
function camelCase(value: unknown, free: readonly string[]): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => camelCase(item, free));
  const entries = Object.entries(value).map(([name, member]) => [
    toCamelCase(name),
    free.includes(name) ? member : camelCase(member, free),
  ]);
  return Object.fromEntries(entries);
}

/** Overwrites all that can be reached. */
function spoil(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    spoil(member);
    Reflect.set(value, name, "spoilt");
  }
  Reflect.set(value, "added", "spoilt");
}

const name = fc.oneof(
  fc.constantFrom(...FREE, "a_b", "aB", "_id", "a__b", "line_1", "x5t#S256"),
  fc.constantFrom("__proto__", "constructor", "a_", "_", "org:a_b", 'q"a_b'),
  fc.constantFrom("1", "10", "0", "-1", "4294967295", "1_a"),
  fc.constantFrom("\\a_b", "a_b\\", "a b_c", "é_a", "a_é", "A_b", "to_json"),
  fc.string({ unit: fc.constantFrom("a", "b", "_", "1", '"', "\\", ":", "{") }),
  fc.string({ unit: "grapheme" }),
);
const text = fc.oneof(
  name,
  fc.constantFrom('"a_b":', '{"a_b":1}', '\\"a_b\\":', ',"claims":{"a_b":1}'),
  fc.string({ unit: "binary" }),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    text,
    fc.constantFrom(null, true, false, 0, -1.5, 1e21),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.array(fc.tuple(name, tie("value")), { maxLength: 6 }).map((entries) =>
      Object.fromEntries(entries)
    ),
  ),
}));

describe("toCamelJson", () => {
  it("gives what renaming each member plainly gives, seen before or not", () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 4 }),
        fc.subarray([...FREE, "a_b", "data"]),
        (values, free) => {
          const shapes: Shapes = [];
          for (const each of [...values, ...values]) {
            const before = JSON.stringify(each);
            const renamed = toCamelJson(each, free, shapes);
            assertEquals(renamed, camelCase(each, free));
            assertEquals(
              JSON.stringify(renamed),
              JSON.stringify(camelCase(each, free)),
              "the order of the names",
            );
            assertEquals(JSON.stringify(each), before);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("tells shapes apart that begin alike", () => {
    const shapes: Shapes = [];
    const users = [
      { user_id: 1, first_name: "a" },
      { user_id: 2 },
      { user_id: 3, first_name: "b", last_name: "c" },
      { user_id: 4, last_name: "d" },
      { first_name: "e", user_id: 5 },
      { user_id: 6, first_name: "f" },
    ];
    assertEquals(toCamelJson(users, [], shapes), camelCase(users, []));
  });

  it("looks into each member once, in however many shapes it begins alike", () => {
    const shapes: Shapes = [];
    let looks = 0;
    const make = (last: string) =>
      Object.defineProperty({ in_front: {}, [last]: 1 }, "in_front", {
        get: () => (looks++, {}),
      });
    for (const last of ["a", "b", "c", "d", "e", "e"]) {
      toCamelJson(make(last), FREE, shapes);
    }
    assertEquals(looks, 6);
  });

  it("renames a member that was null at first, and one that no longer is", () => {
    const shapes: Shapes = [];
    const member = { status_text: "a", list_of: [{ c_d: 1 }] };
    for (const each of [null, member, "text", [member, null], 1, [], member]) {
      const answer = { some_member: each, other_one: 1 };
      assertEquals(toCamelJson(answer, [], shapes), camelCase(answer, []));
    }
  });

  it("takes objects with more members than any before, and with very many", () => {
    const shapes: Shapes = [];
    for (const count of [1, 3, 20, 200, 5_000, 3]) {
      const answer = Object.fromEntries(
        Array.from({ length: count }, (_, i) => [`some_name${i}`, { a_b: i }]),
      );
      assertEquals(toCamelJson(answer, [], shapes), camelCase(answer, []));
    }
  });

  it("keeps names that are numbers where objects have them: in front", () => {
    const shapes: Shapes = [];
    const json = '{"b_c":1,"10":{"a_b":1},"1":2,"x_1y":3}';
    for (let i = 0; i < 3; i++) {
      const renamed = toCamelJson(JSON.parse(json), [], shapes);
      assertEquals(
        JSON.stringify(renamed),
        '{"1":2,"10":{"aB":1},"bC":1,"x_1y":3}',
      );
    }
  });

  it("gives objects that share nothing, and that can be cloned", () => {
    const shapes: Shapes = [];
    const json = JSON.stringify([
      { first_name: "Ada", email_addresses: [{ linked_to: [] }], claims: {} },
      { first_name: "Bob", email_addresses: [{ linked_to: [] }], claims: {} },
    ]);
    const expected = camelCase(JSON.parse(json), FREE);
    const first = toCamelJson(JSON.parse(json), FREE, shapes);
    assertEquals(structuredClone(first), expected);
    spoil(first);
    const second = toCamelJson(JSON.parse(json), FREE, shapes);
    assertEquals(second, expected);
    assertNotStrictEquals(first, second);
    for (const each of [second].flat()) {
      assertStrictEquals(Object.getPrototypeOf(each), Object.prototype);
      assert(Object.isExtensible(each));
    }
  });

  it("is not led astray by what all objects inherit", () => {
    Reflect.defineProperty(Object.prototype, "stray_name", {
      value: 1,
      enumerable: true,
      configurable: true,
    });
    try {
      const shapes: Shapes = [];
      for (let i = 0; i < 2; i++) {
        const renamed = toCamelJson({ a_b: 1 }, [], shapes);
        assertEquals(Object.keys(Object(renamed)), ["aB"]);
      }
    } finally {
      Reflect.deleteProperty(Object.prototype, "stray_name");
    }
  });

  it("leaves free-form content alone at any depth, and goes on behind it", () => {
    assertEquals(
      parse(JSON.stringify({
        public_metadata: { a_b: ['}"]', { public_metadata: { c_d: 1 } }] },
        private_metadata: null,
        unsafe_metadata: "a_b",
        email_addresses: [{ meta: { p_q: [] }, linked_to: [] }],
        not_claims: { a_b: 1 },
      })),
      {
        publicMetadata: { a_b: ['}"]', { public_metadata: { c_d: 1 } }] },
        privateMetadata: null,
        unsafeMetadata: "a_b",
        emailAddresses: [{ meta: { p_q: [] }, linkedTo: [] }],
        notClaims: { aB: 1 },
      },
    );
  });

  it("takes row by row what else is free-form, and what is not", () => {
    const json = '{"attribute_mapping":{"a_b":1},"mappings":{"a_b":1}}';
    assertEquals(parse(json), {
      attributeMapping: { aB: 1 },
      mappings: { a_b: 1 },
    });
    const row = op("GET /directories", {
      free: ["attribute_mapping"],
      fixed: ["mappings"],
    });
    assertEquals(parse(json, freeForm(row)), {
      attributeMapping: { a_b: 1 },
      mappings: { aB: 1 },
    });
  });

  it("cannot reach a prototype", () => {
    const parsed = parse('{"__proto__":{"is_admin":true},"a_b":{}}');
    assertStrictEquals(Object.getPrototypeOf(parsed), Object.prototype);
    assertEquals(Reflect.get(Object(parsed), "isAdmin"), undefined);
    assertEquals(Object.keys(Object(parsed)), ["__proto__", "aB"]);
  });

  it("takes the last of two names that become one", () => {
    assertEquals(parse('{"a_b":1,"aB":2}'), { aB: 2 });
    assertEquals(parse('{"aB":2,"a_b":1}'), { aB: 1 });
  });

  it("reads text beyond ASCII", () => {
    assertEquals(parse('{"first_name":"Søren 😀","é_a":1}'), {
      firstName: "Søren 😀",
      "é_a": 1,
    });
  });
});

describe("toCamelCase and toSnakeCase", () => {
  it("change the API's names and nothing else", () => {
    const names = {
      first_name: "firstName",
      primary_web3_wallet_id: "primaryWeb3WalletId",
      m2m_tokens: "m2mTokens",
      a_b_c: "aBC",
      last4: "last4",
      line_1: "line_1",
      _id: "_id",
      a__b: "a__b",
      id: "id",
      __proto__x: "__proto__x",
    };
    for (const [snake, camel] of Object.entries(names)) {
      assertEquals([toCamelCase(snake), toSnakeCase(camel)], [camel, snake]);
    }
    for (const other of ["x5t#S256", "org:admin_role", "", "A_b", "é_a"]) {
      assertEquals(toCamelCase(other), other);
    }
    assertEquals(toSnakeCase("x5t#S256"), "x5t#S256");
    assertEquals(toSnakeCase("first_name"), "first_name");
  });

  it("undo each other for any name of the API", () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z0-9_]+$/), (name) => {
      assertEquals(toSnakeCase(toCamelCase(name)), name);
    }));
  });
});
