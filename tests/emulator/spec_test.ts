import { assert, assertEquals, assertThrows } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import {
  parseMembers,
  parseType,
  type SpecMember,
  type SpecType,
} from "../../src/emulator/spec/parse.ts";
import {
  parseSpec,
  readOutside,
  readSpec,
  readWholeSpec,
  type Spec,
} from "../../src/emulator/spec/spec.ts";

/** The names of all schemas that a type speaks of. */
function referencesOf(type: SpecType): string[] {
  switch (type.kind) {
    case "schema":
      return [type.name];
    case "object":
      return namedIn(type.members);
    case "union":
      return type.of.flatMap(referencesOf);
    case "list":
      return referencesOf(type.of);
    default:
      return [];
  }
}

function namedIn(members: readonly SpecMember[]): string[] {
  return members.flatMap(({ type }) => referencesOf(type));
}

function referencesIn({ operations, schemas }: Spec): Set<string> {
  return new Set([
    ...[...operations.values()].flatMap(({ query, body, answer }) => [
      ...namedIn(query),
      ...namedIn(body?.members ?? []),
      ...(answer ? referencesOf(answer) : []),
    ]),
    ...[...schemas.values()].flatMap(({ members }) => namedIn(members)),
  ]);
}

describe("the tables of the Backend API", () => {
  it("hold all operations, and apart from them what the official client adds", () => {
    assertEquals(readSpec().operations.size, 249);
    assertEquals(readWholeSpec().operations.size, 249 + 9);
    assertEquals(
      [...readSpec().operations.values()].filter((each) => each.deprecated)
        .length,
      14,
    );
    assertEquals(
      new Set([...readSpec().operations.values()].map(({ id }) => id)).size,
      249,
    );
  });

  it("name no schema that is not there, and hold none that is not named", () => {
    const { schemas } = readWholeSpec();
    const named = referencesIn(readWholeSpec());
    assertEquals([...named].filter((name) => !schemas.has(name)), []);
    const errors = ["ClerkErrors"];
    assertEquals(
      [...schemas.keys()].filter((name) => !named.has(name)),
      errors,
    );
  });

  it("name each member once", () => {
    const twice = (members: readonly SpecMember[]) =>
      members.map(({ name }) => name)
        .filter((name, i, names) => names.indexOf(name) !== i);
    for (const { id, query, body } of readWholeSpec().operations.values()) {
      assertEquals([...twice(query), ...twice(body?.members ?? [])], [], id);
    }
    for (const [name, { members }] of readWholeSpec().schemas) {
      assertEquals(twice(members), [], name);
    }
  });

  it("answer with the statuses of success, and with nothing only where told", () => {
    const operations = [...readSpec().operations.values()];
    assertEquals(
      [...new Set(operations.map(({ status }) => status))].sort(),
      [200, 201, 202, 204],
    );
    assertEquals(
      operations.filter(({ answer }) => !answer).map(({ id }) => id).sort(),
      [
        "ChangeProductionInstanceDomain",
        "DeleteSvixApp",
        "GetPublicInterstitial",
        "RevokeOAuthApplicationToken",
        "UpdateInstance",
        "UpdateProductionInstanceDomain",
      ],
    );
  });

  it("join what the description and the official client say of an operation", () => {
    const key = "POST /enterprise_connections";
    const bodyOf = (spec: Spec) =>
      spec.operations.get(key)?.body?.members ?? [];
    const names = (members: readonly SpecMember[], of: string) => {
      const type = members.find(({ name }) => name === of)?.type;
      const [first] = type?.kind === "union" ? type.of : [type];
      return first?.kind === "object"
        ? first.members.map(({ name }) => name)
        : [];
    };
    assert(bodyOf(readOutside()).length < bodyOf(readSpec()).length);
    assertEquals(names(bodyOf(readSpec()), "saml").at(-1), "login_hint");
    const whole = names(bodyOf(readWholeSpec()), "saml");
    assertEquals(whole.slice(-2), ["login_hint", "idp_certificates"]);
    assertEquals(
      bodyOf(readWholeSpec()).filter(({ name }) => name === "saml").length,
      1,
    );
  });
});

describe("the reader of the tables", () => {
  it("reads every form of type", () => {
    assertEquals(
      parseMembers(
        "~a?:'x'|null b:string/^ak_[0-9]{2}$/ c:{d:(X|true)[] e?:map<string>}[] f:-1",
      ),
      [
        {
          name: "a",
          optional: true,
          deprecated: true,
          type: {
            kind: "union",
            of: [
              { kind: "literal", value: "x" },
              { kind: "literal", value: null },
            ],
          },
        },
        {
          name: "b",
          optional: false,
          deprecated: false,
          type: { kind: "scalar", name: "string", pattern: "^ak_[0-9]{2}$" },
        },
        {
          name: "c",
          optional: false,
          deprecated: false,
          type: {
            kind: "list",
            of: {
              kind: "object",
              members: [
                {
                  name: "d",
                  optional: false,
                  deprecated: false,
                  type: {
                    kind: "list",
                    of: {
                      kind: "union",
                      of: [
                        { kind: "schema", name: "X" },
                        { kind: "literal", value: true },
                      ],
                    },
                  },
                },
                {
                  name: "e",
                  optional: true,
                  deprecated: false,
                  type: { kind: "scalar", name: "map<string>" },
                },
              ],
            },
          },
        },
        {
          name: "f",
          optional: false,
          deprecated: false,
          type: { kind: "literal", value: -1 },
        },
      ],
    );
  });

  it("says where it cannot read on", () => {
    const cases: readonly (readonly [() => unknown, string])[] = [
      [() => parseMembers("a:string b"), 'at ""'],
      [() => parseMembers("a:string :x"), 'at ":x"'],
      [() => parseMembers("a:{b:string"), 'at ""'],
      [() => parseMembers("a:string}"), 'at "}"'],
      [() => parseMembers("a:|string"), 'at "|string"'],
      [() => parseType("'open"), 'at "\'open"'],
      [() => parseType("string boolean"), 'at " boolean"'],
      [() => parseType("(string"), 'at ""'],
      [() => parseSpec("Get /x", ""), 'at "Get /x"'],
      [() => parseSpec("X PET /x", ""), 'at "X PET /x"'],
      [() => parseSpec("X GET /x closed", ""), 'at "X GET /x closed"'],
      [() => parseSpec("X GET /x\n  > ok", ""), 'at "X GET /x"'],
      [() => parseSpec("X GET /x\n  > 200\n  > 201", ""), 'at "> 201"'],
      [() => parseSpec("X GET /x\nY GET /x", ""), '"GET /x" is in it twice'],
      [() => parseSpec("", "X half a:string"), 'at "X half a:string"'],
      [() => parseSpec("", "X open\nX open"), '"X" is in it twice'],
    ];
    for (const [read, message] of cases) assertThrows(read, Error, message);
  });

  it("reads operations with all that they may have", () => {
    const { operations, schemas } = parseSpec(
      "Do POST /a/{b_id} deprecated open\n  ? c?:integer\n  <form! d:binary\n    e?:string\n  > 201 X",
      "X open a:string\n  b?:integer",
    );
    const operation = operations.get("POST /a/{b_id}");
    assert(operation);
    const { id, deprecated, open, query, body, status, answer } = operation;
    assertEquals([id, deprecated, open, status], ["Do", true, true, 201]);
    assertEquals(answer, { kind: "schema", name: "X" });
    assertEquals(query.map(({ name }) => name), ["c"]);
    assertEquals([body?.kind, body?.required], ["form", true]);
    assertEquals(body?.members.map(({ name }) => name), ["d", "e"]);
    assertEquals(schemas.get("X")?.closed, false);
    assertEquals(schemas.get("X")?.members.length, 2);
  });
});
