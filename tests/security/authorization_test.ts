// Security case 4: the whole truth table of `has`.
import { assert, assertEquals, assertThrows } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import fc from "fast-check";
import {
  type Authorization,
  createInvalidTokenAuth,
  createSignedOutAuth,
  createUnauthenticatedMachineAuth,
  isAuthorized,
  type JwtPayload,
} from "../../internal.ts";
import { readSession } from "../../src/auth/objects/session_data.ts";

const USER = { sub: "user_1", sid: "sess_1" };
const V1 = {
  ...USER,
  org_id: "org_1",
  org_role: "org:admin",
  org_permissions: ["org:posts:read", "org:posts:write"],
  fea: "o:posts,u:themes,uo:chat",
  pla: "o:team,u:pro",
  fva: [5, -1],
};
const V2 = {
  ...USER,
  v: 2,
  o: { id: "org_1", rol: "admin", per: "read,write", fpm: "3,0" },
  fea: "o:posts,u:themes,uo:chat",
  pla: "o:team,u:pro",
  fva: [5, -1],
};

function read(claims: object) {
  return readSession(claims as JwtPayload);
}

function has(claims: object, wanted: unknown): boolean {
  return isAuthorized(read(claims), wanted as Authorization);
}

/** What is asked, part by part, and whether it holds. */
const PARTS: readonly (readonly [string, unknown, boolean])[] = [
  ["role", "org:admin", true],
  ["role", "admin", true],
  ["role", "org:member", false],
  ["role", "org:adminx", false],
  ["role", "org:", false],
  ["role", "", false],
  ["role", undefined, false],
  ["role", null, false],
  ["role", ["org:admin"], false],
  ["role", { toString: "org:admin" }, false],
  ["permission", "org:posts:read", true],
  ["permission", "posts:read", true],
  ["permission", "org:posts:delete", false],
  ["permission", "posts", false],
  ["permission", "", false],
  ["permission", undefined, false],
  ["permission", 1, false],
  ["permission", ["org:posts:read"], false],
  ["feature", "posts", true],
  ["feature", "org:posts", true],
  ["feature", "user:posts", false],
  ["feature", "o:posts", true],
  ["feature", "organization:posts", true],
  ["feature", "u:posts", false],
  ["feature", "themes", true],
  ["feature", "user:themes", true],
  ["feature", "org:themes", false],
  ["feature", "org:chat", true],
  ["feature", "user:chat", true],
  ["feature", "team:posts", false],
  ["feature", "org:posts:read", false],
  ["feature", "org:", false],
  ["feature", ":posts", false],
  ["feature", "", false],
  ["feature", undefined, false],
  ["feature", true, false],
  ["plan", "team", true],
  ["plan", "org:team", true],
  ["plan", "user:team", false],
  ["plan", "user:pro", true],
  ["plan", "u:pro", true],
  ["plan", "o:pro", false],
  ["plan", "posts", false],
  ["plan", undefined, false],
  ["reverification", "strict", true],
  ["reverification", "strict_mfa", true],
  ["reverification", "moderate", true],
  ["reverification", "lax", true],
  ["reverification", { level: "first_factor", afterMinutes: 6 }, true],
  ["reverification", { level: "first_factor", afterMinutes: 5 }, false],
  ["reverification", { level: "zeroth_factor", afterMinutes: 6 }, false],
  ["reverification", { level: "first_factor" }, false],
  ["reverification", { level: "first_factor", afterMinutes: "6" }, false],
  ["reverification", { level: "first_factor", afterMinutes: NaN }, false],
  ["reverification", { afterMinutes: 6 }, false],
  ["reverification", {}, false],
  ["reverification", [], false],
  ["reverification", "STRICT", false],
  ["reverification", "constructor", false],
  ["reverification", "", false],
  ["reverification", undefined, false],
  ["reverification", null, false],
  ["reverification", true, false],
];

describe("has", () => {
  for (const [version, claims] of [["1", V1], ["2", V2]] as const) {
    describe(`by claims of version ${version}`, () => {
      for (const [name, value, expected] of PARTS) {
        it(`${name} ${JSON.stringify(value)}: ${expected}`, () => {
          assertEquals(has(claims, { [name]: value }), expected);
        });
      }

      it("needs every part to hold", () => {
        for (const [first, value, isFirst] of PARTS) {
          for (const [second, other, isSecond] of PARTS) {
            if (first === second) continue;
            assertEquals(
              has(claims, { [first]: value, [second]: other }),
              isFirst && isSecond,
              JSON.stringify({ [first]: value, [second]: other }),
            );
          }
        }
      });
    });
  }

  it("denies nothing asked", () => {
    for (const wanted of [{}, undefined, null]) {
      assertEquals(has(V2, wanted), false);
    }
  });

  it("throws for what cannot be asked, whoever asks", () => {
    const unknown = [
      { roles: "org:admin" },
      { role: "org:admin", permision: "org:posts:read" },
      { Role: "org:admin" },
      { constructor: 1 },
      JSON.parse('{"__proto__": 1}'),
      { [""]: 1 },
      "org:admin",
      "role",
      ["role"],
      1,
      () => true,
    ];
    for (const wanted of unknown) {
      assertThrows(() => has(V2, wanted), TypeError, "Cannot tell");
      for (
        const auth of [
          createSignedOutAuth(),
          createUnauthenticatedMachineAuth("api_key"),
          createInvalidTokenAuth(),
        ]
      ) {
        assertThrows(() => Reflect.apply(auth.has, auth, [wanted]), TypeError);
      }
    }
  });

  it("denies everything without a session", () => {
    for (const [name, value] of PARTS) {
      const wanted = { [name]: value } as Authorization;
      assertEquals(createSignedOutAuth().has(wanted), false);
      for (const kind of ["api_key", "m2m_token", "oauth_token"] as const) {
        assertEquals(createUnauthenticatedMachineAuth(kind).has(wanted), false);
      }
      assertEquals(createInvalidTokenAuth().has(wanted), false);
    }
  });

  it("denies roles and permissions without an active organization", () => {
    for (
      const claims of [USER, { ...V1, org_id: undefined }, { ...V2, o: {} }]
    ) {
      for (
        const wanted of [{ role: "org:admin" }, { permission: "posts:read" }]
      ) assertEquals(has(claims, wanted), false, JSON.stringify(claims));
    }
  });

  it("denies them by data that name no organization, as a server may hand it on", () => {
    const data = { ...read(V1), orgId: null };
    for (const wanted of [{ role: "admin" }, { permission: "posts:read" }]) {
      assertEquals(isAuthorized(data, wanted), false);
    }
  });

  it("denies what has no name, whatever the claims hold", () => {
    for (const fea of ["o:", ":", "posts", ","]) {
      for (const feature of ["", "org:", ":"]) {
        assertEquals(has({ ...V2, fea }, { feature }), false);
      }
    }
    assertEquals(has({ ...V1, org_role: "org:" }, { role: "" }), false);
  });

  it("denies by claims that are malformed", () => {
    const odd = [
      5,
      null,
      true,
      {},
      [],
      ["o:posts"],
      "",
      ",",
      ":",
      "posts",
      "x:posts",
      "O:posts",
    ];
    for (const value of odd) {
      assertEquals(has({ ...V2, fea: value }, { feature: "posts" }), false);
      assertEquals(has({ ...V2, pla: value }, { plan: "posts" }), false);
    }
    const ages = [null, "5", 5, [], [5], [5, -1, 0], ["5", "-1"], [null, 5], [
      -2,
      5,
    ], {}];
    for (const fva of ages) {
      assertEquals(has({ ...V2, fva }, { reverification: "lax" }), false);
    }
  });

  it("looks at both factors as it is asked to", () => {
    const table: readonly (readonly [number, number, string])[] = [
      // First, second, and whether strict_mfa, strict, moderate and lax hold.
      [0, 0, "1111"],
      [9, 9, "1111"],
      [10, 0, "0111"],
      [0, 10, "0011"],
      [10, 10, "0011"],
      [0, 60, "0001"],
      [0, 1440, "0000"],
      [0, -1, "1111"],
      [10, -1, "0011"],
      [60, -1, "0001"],
      [1440, -1, "0000"],
      [-1, 0, "0111"],
      [-1, -1, "0000"],
    ];
    for (const [first, second, expected] of table) {
      const held = (["strict_mfa", "strict", "moderate", "lax"] as const).map(
        (reverification) =>
          Number(has({ ...USER, fva: [first, second] }, { reverification })),
      );
      assertEquals(held.join(""), expected, `${first}, ${second}`);
    }
  });

  it("holds only where each claim that it rests on was made", () => {
    const text = fc.constantFrom("org:admin", "admin", "a", "o:a", "u:a", "");
    fc.assert(fc.property(
      fc.anything(),
      fc.anything(),
      text,
      (fea, o, wanted) => {
        const granted = has({ ...USER, v: 2, fea, o }, { feature: wanted });
        if (granted) assert(typeof fea === "string");
        const role = has({ ...USER, v: 2, fea, o }, { role: wanted });
        if (role) assert(typeof o === "object" && o !== null && "rol" in o);
      },
    ));
  });
});
