import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import fc from "fast-check";
import { decodeOrganizationClaims, type JwtPayload } from "../../internal.ts";

/** Decodes claims of whatever form. */
function decode(claims: object) {
  return decodeOrganizationClaims(claims as JwtPayload);
}

/** The permissions of version 2. */
function permissions(o: object, fea: unknown) {
  return decode({ v: 2, fea, o: { id: "org_1", ...o } })?.permissions;
}

describe("decodeOrganizationClaims", () => {
  it("reads version 2", () => {
    assertEquals(
      decode({
        v: 2,
        fea: "o:a,o:b,u:c",
        o: {
          id: "org_1",
          slg: "acme",
          rol: "admin",
          per: "manage,read",
          fpm: "3,2",
        },
      }),
      {
        id: "org_1",
        slug: "acme",
        role: "org:admin",
        permissions: ["org:a:manage", "org:a:read", "org:b:read"],
      },
    );
  });

  it("reads version 1, whether it is named or not", () => {
    const claims = {
      org_id: "org_1",
      org_slug: "acme",
      org_role: "org:admin",
      org_permissions: ["org:a:read"],
    };
    const expected = {
      id: "org_1",
      slug: "acme",
      role: "org:admin",
      permissions: ["org:a:read"],
    };
    assertEquals(decode(claims), expected);
    assertEquals(decode({ ...claims, v: 1 }), expected);
  });

  it("never mixes versions", () => {
    const one = { org_id: "org_1", org_role: "org:admin" };
    assertEquals(decode({ ...one, v: 2 }), undefined);
    assertEquals(decode({ v: 1, o: { id: "org_2" } }), undefined);
    assertEquals(decode({ o: { id: "org_2" }, ...one })?.id, "org_1");
  });

  it("knows no other version", () => {
    for (const v of [0, 3, "2", "1", null, true, [2], NaN]) {
      assertEquals(
        decode({ v, o: { id: "org_1" }, org_id: "org_1" }),
        undefined,
        String(v),
      );
    }
  });

  it("gives none without an id", () => {
    for (
      const o of [
        undefined,
        null,
        "org_1",
        5,
        [],
        ["org_1"],
        {},
        { id: "" },
        { id: 5 },
        { id: null },
        { id: { toString: "org_1" } },
      ]
    ) assertEquals(decode({ v: 2, o }), undefined, JSON.stringify(o));
    for (const org_id of [undefined, null, "", 5, ["org_1"], {}]) {
      assertEquals(decode({ org_id }), undefined, JSON.stringify(org_id));
    }
  });

  it("leaves out what is malformed", () => {
    assertEquals(
      decode({ v: 2, o: { id: "org_1", slg: 1, rol: {}, per: 2, fpm: [] } }),
      { id: "org_1", slug: null, role: null, permissions: [] },
    );
    assertEquals(
      decode({
        org_id: "org_1",
        org_slug: {},
        org_role: ["org:admin"],
        org_permissions: ["org:a:read", 1, null],
      }),
      { id: "org_1", slug: null, role: null, permissions: ["org:a:read"] },
    );
    assertEquals(
      decode({ org_id: "org_1", org_permissions: "org:a:read" })?.permissions,
      null,
    );
  });

  it("counts masks by the features of the organization alone", () => {
    const o = { per: "r,w", fpm: "1,2" };
    assertEquals(permissions(o, "u:x,o:a,u:y,uo:b"), ["org:a:r", "org:b:w"]);
    assertEquals(permissions(o, " o:a , o:b "), ["org:a:r", "org:b:w"]);
  });

  it("keeps the place of an entry that is malformed", () => {
    const o = { per: "r,w", fpm: "1,3,2" };
    assertEquals(permissions(o, "o:a,o:b:c,o:d"), ["org:a:r", "org:d:w"]);
    assertEquals(permissions(o, "o:a,o:,o:d"), ["org:a:r", "org:d:w"]);
    assertEquals(permissions({ per: "r,,w", fpm: "7" }, "o:a"), [
      "org:a:r",
      "org:a:w",
    ]);
  });

  it("takes masks of more bits than a number has", () => {
    const per = Array.from({ length: 70 }, (_, index) => `p${index}`).join();
    assertEquals(permissions({ per, fpm: `${2n ** 69n + 1n}` }, "o:a"), [
      "org:a:p0",
      "org:a:p69",
    ]);
  });

  it("takes nothing for a mask but decimal digits", () => {
    for (
      const fpm of ["x", "-1", "0x3", "1.0", "1e1", "", " ", "３", "1_0", "NaN"]
    ) {
      assertEquals(permissions({ per: "r,w", fpm }, "o:a"), [], fpm);
    }
    const huge = "9".repeat(100_000);
    assertEquals(permissions({ per: "r", fpm: huge }, "o:a"), []);
  });

  it("passes over bits and masks to which nothing belongs", () => {
    assertEquals(permissions({ per: "r", fpm: "255,1" }, "o:a"), ["org:a:r"]);
    assertEquals(permissions({ per: "r", fpm: "1" }, "o:a,o:b"), ["org:a:r"]);
    assertEquals(permissions({ per: "r", fpm: "1" }, undefined), []);
  });

  it("undoes what packs permissions", () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z_]{1,8}$/), {
      maxLength: 40,
    });
    fc.assert(fc.property(names, names, fc.func(fc.boolean()), (
      features,
      actions,
      isGranted,
    ) => {
      const masks = features.map((feature) =>
        actions.reduce(
          (mask, action, bit) =>
            isGranted(feature, action) ? mask | 1n << BigInt(bit) : mask,
          0n,
        )
      );
      const expected = features.flatMap((feature) =>
        actions.filter((action) => isGranted(feature, action))
          .map((action) => `org:${feature}:${action}`)
      );
      const fea = features.map((feature) => `o:${feature}`).join();
      assertEquals(
        permissions({ per: actions.join(), fpm: masks.join() }, fea),
        expected,
      );
    }));
  });

  it("never throws", () => {
    const part = fc.oneof(fc.anything(), fc.string(), fc.constant("o:a,u:b"));
    fc.assert(fc.property(
      fc.record({
        v: fc.constantFrom<unknown>(1, 2, undefined, "2"),
        o: fc.oneof(
          part,
          fc.record({ id: part, slg: part, rol: part, per: part, fpm: part }),
        ),
        fea: part,
        org_id: part,
        org_role: part,
        org_slug: part,
        org_permissions: part,
      }),
      (claims) => {
        const { role } = decode(claims) ?? {};
        assertEquals(
          role === undefined || role === null || /./s.test(role),
          true,
        );
      },
    ));
  });
});
