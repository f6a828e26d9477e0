import { assertEquals, assertStrictEquals, assertThrows } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import fc from "fast-check";
import { parseCamelCase, sortNames } from "../../src/rest/decode.ts";
import { freeForm } from "../../src/rest/free_form.ts";
import { op } from "../../src/rest/operation.ts";
import { toCamelCase, toSnakeCase } from "../../src/text/case.ts";
import { encodeUtf8 } from "../../src/text/utf8.ts";

const FREE = freeForm({});

function parse(text: string, free: readonly string[] = FREE): unknown {
  return parseCamelCase(encodeUtf8(text), sortNames(free));
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

const name = fc.oneof(
  fc.constantFrom(...FREE, "a_b", "aB", "_id", "a__b", "line_1", "x5t#S256"),
  fc.constantFrom("__proto__", "constructor", "a_", "_", "org:a_b", 'q"a_b'),
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

describe("parseCamelCase", () => {
  it("gives what renaming the parsed members gives, in any layout", () => {
    fc.assert(
      fc.property(
        value,
        fc.constantFrom(undefined, 2, "\t", "\r\n "),
        fc.subarray([...FREE, "a_b", "data"]),
        (value, layout, free) => {
          const json = JSON.stringify(value, null, layout);
          assertEquals(parse(json, free), camelCase(JSON.parse(json), free));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("allows for white space in front of a colon", () => {
    assertEquals(
      parse(
        '{"a_b" \n:\t1 , "claims" : {"c_d" : 1}, "public_metadata"\n: [ {"x_y":1}] }',
      ),
      { aB: 1, claims: { c_d: 1 }, publicMetadata: [{ x_y: 1 }] },
    );
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

  it("gives a SyntaxError for what is not JSON, and ends for any bytes", () => {
    for (const text of ["", "{", '{"a_b', '{"a_b":', '{"claims":{', '"a_b\\']) {
      assertThrows(() => parse(text), SyntaxError);
    }
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'_a{}[]":\\ \n', '"claims":{', '"a_b":'),
        }),
        (text) => {
          try {
            parse(text);
          } catch (error) {
            assertEquals(error instanceof SyntaxError, true);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("reads text beyond ASCII", () => {
    assertEquals(parse('\ufeff{"first_name":"Søren 😀","é_a":1}'), {
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
