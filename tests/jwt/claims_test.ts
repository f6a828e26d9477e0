import { assertEquals, assertStringIncludes } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { type ClaimsOptions, verifyJwt } from "../../jwt.ts";
import { checkClaims, createClaimsPolicy } from "../../src/jwt/claims.ts";
import type { JwtHeader, JwtPayload } from "../../src/jwt/types.ts";
import { refusalOf } from "./refusal.ts";
import { CLAIMS, clock, craft, fixture, HEADER, NOW } from "./fixtures.ts";

const SESSION = "cl_B7d4PD111AAA";
const NONE = "cl_I7d4PD111III";
const TEMPLATE = "cl_B7d4PD222AAA";
const M2M = "cl_B7d4PD333AAA";

function judge(
  claims: object,
  options: ClaimsOptions = {},
  header: object = {},
  nowMs = NOW * 1000,
) {
  return refusalOf(() =>
    checkClaims(
      { ...HEADER, ...header } as JwtHeader,
      { ...CLAIMS, ...claims } as JwtPayload,
      createClaimsPolicy(options),
      nowMs,
    )
  );
}

function reasonOf(...args: Parameters<typeof judge>) {
  return judge(...args)?.reason;
}

/** Values that no claim of text or time may have, as JSON can hold them. */
const ODD = [null, true, [], {}, [1], { a: 1 }, JSON.parse("1e400")];

describe("time claims", () => {
  it("has expired at exp, give or take the skew", () => {
    const skew = { clockSkewInMs: 0 };
    assertEquals(reasonOf({ exp: NOW + 1 }, skew), undefined);
    assertEquals(reasonOf({ exp: NOW }, skew), "token-expired");
    assertEquals(reasonOf({ exp: NOW - 4 }), undefined);
    assertEquals(reasonOf({ exp: NOW - 5 }), "token-expired");
    assertEquals(
      reasonOf({ exp: NOW - 9 }, { clockSkewInMs: 10_000 }),
      undefined,
    );
    assertEquals(reasonOf({ exp: NOW + 0.5 }, skew), undefined);
    assertEquals(reasonOf({ exp: -1 }), "token-expired");
  });

  it("has not started before nbf and iat, give or take the skew", () => {
    for (
      const [claim, reason] of [
        ["nbf", "token-not-active-yet"],
        ["iat", "token-iat-in-the-future"],
      ] as const
    ) {
      const skew = { clockSkewInMs: 0 };
      assertEquals(reasonOf({ [claim]: NOW }, skew), undefined);
      assertEquals(reasonOf({ [claim]: NOW + 1 }, skew), reason);
      assertEquals(reasonOf({ [claim]: NOW + 5 }), undefined);
      assertEquals(reasonOf({ [claim]: NOW + 6 }), reason);
      assertEquals(reasonOf({ [claim]: undefined }), undefined);
    }
  });

  it("must be finite numbers, and exp must be there", () => {
    const failed = "token-verification-failed";
    for (const value of [...ODD, `${NOW + 60}`, NaN, -Infinity]) {
      for (const claim of ["exp", "nbf", "iat"]) {
        const error = judge({ [claim]: value });
        assertEquals(error?.reason, failed);
        assertEquals(error?.claim, claim);
      }
    }
    assertEquals(reasonOf({ exp: undefined }), failed);
  });

  it("refuses everything when the clock gives no time", () => {
    for (const now of [NaN, Infinity]) {
      assertEquals(reasonOf({}, {}, {}, now), "token-expired");
    }
  });

  it("says what it is and what the time was", () => {
    const error = judge({ exp: NOW - 6000 });
    assertEquals(error?.claim, "exp");
    assertEquals(error?.received, NOW - 6000);
    assertEquals(error?.expected, NOW);
    assertStringIncludes(
      error?.message ?? "",
      '"exp" to be ahead of the clock, received one 6000 s behind it',
    );
    const early = judge({ nbf: NOW + 30.4 });
    assertStringIncludes(
      early?.message ?? "",
      '"nbf" to be behind the clock, received one 30 s ahead of it',
    );
  });
});

describe("the message of a refusal", () => {
  const messageOf = (...args: Parameters<typeof judge>) =>
    judge(...args)?.message.split(" to be ")[1];

  it("shows what came as what it is", () => {
    const shown: readonly (readonly [unknown, string])[] = [
      [["https://x"], '["https://x"]'],
      [[], "[]"],
      [["a", 1, null, ["b"], {}], '["a",1,null,an object,an object]'],
      [null, "null"],
      [{ a: 1 }, "an object"],
      [1, "1"],
      [true, "true"],
    ];
    for (const [iss, text] of shown) {
      assertEquals(messageOf({ iss }), `"text", received ${text}.`);
    }
    assertEquals(
      messageOf({ aud: ["a", "b"] }, { audience: ["c", "d"] }),
      '"c" or "d", received ["a","b"].',
    );
    assertEquals(
      messageOf({ aud: undefined }, { audience: "c" }),
      '"c", received undefined.',
    );
  });

  it("keeps what came, however much was expected, and is never long", () => {
    const many = Array.from({ length: 999 }, (_, i) => `https://x${i}.com`);
    const message = messageOf({ iss: "https://y.com" }, { issuer: many }) ?? "";
    assertEquals(message.endsWith(', received "https://y.com".'), true);
    const long = messageOf({ aud: many }, { audience: many.map(btoa) }) ?? "";
    assertEquals(long.length < 1100, true);
    let deep: unknown = [];
    for (let i = 0; i < 50_000; i++) deep = [deep];
    assertEquals(messageOf({ iss: deep }), '"text", received [an object].');
  });
});

describe("audience", () => {
  it("is not looked at unless it is configured", () => {
    for (const aud of [undefined, "a", [], ["a", "b"], ""]) {
      assertEquals(reasonOf({ aud }), undefined);
    }
  });

  it("must be there and share a value once it is", () => {
    const failed = "token-verification-failed";
    for (const audience of ["a", ["a"], ["x", "a"]]) {
      assertEquals(reasonOf({ aud: "a" }, { audience }), undefined);
      assertEquals(reasonOf({ aud: ["b", "a"] }, { audience }), undefined);
      for (
        const aud of [undefined, "", [], "b", ["b"], "A", "aa", ["aa"], " a"]
      ) {
        assertEquals(reasonOf({ aud }, { audience }), failed);
      }
    }
  });

  it("must be text or texts, configured or not", () => {
    for (const aud of [1, null, {}, [1], ["a", null], [["a"]], true]) {
      for (const options of [{}, { audience: "a" }]) {
        const error = judge({ aud }, options);
        assertEquals(error?.reason, "token-verification-failed");
        assertEquals(error?.claim, "aud");
      }
    }
  });
});

describe("authorized parties", () => {
  const parties = ["https://example.com", "http://localhost:3000"];

  it("must be there and be one of them once they are configured", () => {
    const options = { authorizedParties: parties };
    assertEquals(reasonOf({ azp: parties[0] }, options), undefined);
    assertEquals(reasonOf({ azp: parties[1] }, options), undefined);
    for (
      const azp of [
        undefined,
        "",
        "null",
        "https://example.com/",
        "HTTPS://EXAMPLE.COM",
        "http://example.com",
        "https://example.com.attacker.com",
        "https://example.co",
        "https://sub.example.com",
        "https://example.com:8443",
        "example.com",
      ]
    ) {
      const error = judge({ azp }, options);
      assertEquals(error?.reason, "token-invalid-authorized-parties");
      assertEquals(error?.expected, parties);
      assertEquals(error?.received, azp);
      assertStringIncludes(error?.message ?? "", '"https://example.com"');
      if (azp) assertStringIncludes(error?.message ?? "", `"${azp}"`);
    }
  });

  it("is compared as browsers write it: case, port and slash don't matter", () => {
    for (
      const [entry, azp] of [
        ["https://example.com/", "https://example.com"],
        ["HTTPS://Example.COM", "https://example.com"],
        ["https://example.com:443", "https://example.com"],
        ["http://example.com:80/", "http://example.com"],
        ["https://bücher.example", "https://xn--bcher-kva.example"],
        ["http://[::1]:3000", "http://[::1]:3000"],
        ["chrome-extension://abcdef", "chrome-extension://abcdef"],
        ["chrome-extension://abcdef/", "chrome-extension://abcdef"],
        ["capacitor://localhost", "capacitor://localhost"],
        ["com.example.a-1+b://app", "com.example.a-1+b://app"],
        ["COM.Example://app/", "COM.Example://app"],
        ["tauri://localhost", "tauri://localhost"],
      ] as const
    ) {
      const options = { authorizedParties: [entry] };
      assertEquals(reasonOf({ azp }, options), undefined, entry);
      assertEquals(
        reasonOf({ azp: azp + "x" }, options),
        "token-invalid-authorized-parties",
      );
    }
  });

  it("must be text, configured or not", () => {
    for (const azp of [...ODD, ["https://example.com"]]) {
      assertEquals(reasonOf({ azp }), "token-verification-failed");
      const options = { authorizedParties: parties };
      assertEquals(reasonOf({ azp }, options), "token-verification-failed");
    }
  });
});

describe("issuer", () => {
  it("must be the same to the letter once it is configured", () => {
    for (
      const issuer of [CLAIMS.iss, [CLAIMS.iss], ["https://x.dev", CLAIMS.iss]]
    ) {
      assertEquals(reasonOf({}, { issuer }), undefined);
      for (
        const iss of [
          undefined,
          "",
          `${CLAIMS.iss}/`,
          CLAIMS.iss.toUpperCase(),
          "https://clerkXexample.com",
          `${CLAIMS.iss}.attacker.com`,
        ]
      ) {
        const error = judge({ iss }, { issuer });
        assertEquals(error?.reason, "token-invalid-issuer");
        assertEquals(error?.received, iss);
      }
    }
  });

  it("must be text, configured or not", () => {
    for (const iss of [...ODD, [CLAIMS.iss]]) {
      assertEquals(reasonOf({ iss }), "token-verification-failed");
      assertEquals(
        reasonOf({ iss }, { issuer: CLAIMS.iss }),
        "token-verification-failed",
      );
    }
  });
});

describe("the id of the session", () => {
  it("must be text, whatever the token is for", () => {
    for (const sid of [...ODD, ["sess_1"]]) {
      const error = judge({ sid });
      assertEquals(error?.reason, "token-verification-failed");
      assertEquals(error?.claim, "sid");
    }
    assertEquals(reasonOf({ sid: undefined }), undefined);
  });
});

describe("header type", () => {
  it("is JWT or absent by default, in any case and with its prefix", () => {
    for (
      const typ of [
        "JWT",
        "jwt",
        "application/jwt",
        "Application/JWT",
        undefined,
      ]
    ) {
      assertEquals(reasonOf({}, {}, { typ }), undefined);
    }
    for (
      const typ of [
        "",
        "at+jwt",
        "JWT ",
        "text/jwt",
        "application/x/jwt",
        "JOSE",
      ]
    ) {
      const error = judge({}, {}, { typ });
      assertEquals(error?.reason, "token-invalid");
      assertEquals(error?.claim, "typ");
    }
  });

  it("keeps the prefix of types that have another slash", () => {
    const options = { headerType: "x/jwt" };
    assertEquals(reasonOf({}, options, { typ: "X/JWT" }), undefined);
    for (const typ of ["application/x/jwt", "x/application/jwt"]) {
      assertEquals(reasonOf({}, options, { typ }), "token-invalid");
    }
  });

  it("must be there once it is configured", () => {
    for (
      const headerType of ["at+jwt", ["at+jwt"], "application/at+jwt", [
        "x",
        "AT+JWT",
      ]]
    ) {
      assertEquals(reasonOf({}, { headerType }, { typ: "at+jwt" }), undefined);
      assertEquals(
        reasonOf({}, { headerType }, { typ: "application/at+jwt" }),
        undefined,
      );
      assertEquals(
        reasonOf({}, { headerType }, { typ: "JWT" }),
        "token-invalid",
      );
      assertEquals(
        reasonOf({}, { headerType }, { typ: undefined }),
        "token-invalid",
      );
    }
  });
});

describe("token class", () => {
  const machine = { sub: "mch_1", sid: undefined };
  const bare = { sid: undefined };
  const cases = [
    [SESSION, {}, "session"],
    [SESSION, bare, "session"],
    [undefined, {}, "session"],
    [TEMPLATE, {}, "template"],
    [TEMPLATE, bare, "template"],
    [undefined, bare, "template"],
    [M2M, machine, "m2m"],
    [undefined, machine, "m2m"],
    [undefined, { sub: "mch_1" }, "m2m"],
    [M2M, {}, "unknown"],
    [SESSION, machine, "unknown"],
    [SESSION, { sub: "mch_1" }, "unknown"],
    [TEMPLATE, machine, "unknown"],
    [NONE, {}, "session"],
    [NONE, { sid: undefined }, "template"],
    [NONE, machine, "unknown"],
    ["", {}, "unknown"],
    ["cl_B7d4PD000AAA", {}, "unknown"],
    [SESSION.toLowerCase(), {}, "unknown"],
    [SESSION + "x", {}, "unknown"],
    ["x" + SESSION, {}, "unknown"],
    [undefined, { sid: "" }, "session"],
  ] as const;

  it("is told by category, subject and session", () => {
    for (const [cat, claims, expected] of cases) {
      for (const tokenClass of ["session", "template", "m2m"] as const) {
        const error = judge(claims, { tokenClass }, { cat });
        const wanted = tokenClass === expected ? undefined : "token-invalid";
        assertEquals(error?.reason, wanted, `${cat} ${expected} ${tokenClass}`);
        if (!error) continue;
        assertEquals([error.claim, error.received], ["cat", expected]);
      }
      assertEquals(reasonOf(claims, { tokenClass: "any" }, { cat }), undefined);
    }
  });

  it("needs a subject when it is a session", () => {
    const options = { tokenClass: "session" } as const;
    for (const sub of [undefined, ""]) {
      const error = judge({ sub }, options);
      assertEquals(error?.reason, "token-verification-failed");
      assertEquals([error?.claim, error?.expected], ["sub", "text"]);
    }
    assertEquals(reasonOf({ sub: undefined }), undefined);
    for (const sub of [...ODD, ""]) {
      assertEquals(reasonOf({ sub }), "token-verification-failed");
    }
  });
});

describe("pending sessions", () => {
  it("are refused when they count as signed out", () => {
    const options = { treatPendingAsSignedOut: true };
    const error = judge({ sts: "pending" }, options);
    assertEquals(error?.reason, "session-pending");
    assertEquals([error?.claim, error?.expected], ["sts", "active"]);
    assertEquals(reasonOf({ sts: "active" }, options), undefined);
    assertEquals(reasonOf({}, options), undefined);
    assertEquals(reasonOf({ sts: "pending" }), undefined);
  });
});

describe("wrong options", () => {
  const wrong = {
    audience: ["", [], [""], ["a", ""], ["a", 1], 1, null, /a/, () => 1, {}],
    issuer: ["", [], [""], ["a", ""], [/a/], /^https:/, () => true, null],
    headerType: ["", [], [null], ["jwt", ""], 1, null],
    clockSkewInMs: [NaN, Infinity, -1, "5000", null, {}],
    tokenClass: ["", "Session", "machine", null, 1, ["session"]],
    treatPendingAsSignedOut: ["true", 1, null],
    authorizedParties: [
      "https://example.com",
      "",
      [],
      null,
      /example/,
      {},
      [""],
      ["null"],
      ["*"],
      ["example.com"],
      ["https://"],
      ["://example.com"],
      ["1app://example.com"],
      ["x_y://example.com"],
      ["x:y://example.com"],
      ["https://*.example.com"],
      ["https://example.com/app"],
      ["https://example.com?x"],
      ["https://example.com#x"],
      ["https://user@example.com"],
      ["https://exa mple.com"],
      ["https://exa\nmple.com"],
      ["https://example.com\\"],
      ["https://example.com:99999"],
      [" https://example.com"],
      ["https://example.com", undefined],
      [/https/],
      [["https://example.com"]],
    ],
  };

  for (const [name, values] of Object.entries(wrong)) {
    it(`refuses every wrong ${name}`, async () => {
      const { spki: key } = await fixture("RS256");
      const token = await craft(HEADER, CLAIMS);
      for (const value of values) {
        const options = { key, clock, [name]: value } as never;
        const { result, error } = await verifyJwt(token, options);
        assertEquals(result, undefined);
        assertEquals(error?.reason, "options-invalid", `${value}`);
        assertStringIncludes(error?.message ?? "", `"${name}"`);
      }
      const options = { key, clock, [name]: undefined };
      assertEquals((await verifyJwt(token, options)).error, undefined);
    });
  }
});

describe("options that throw", () => {
  it("give an error with the cause, and nothing of it in the message", async () => {
    const token = await craft(HEADER, CLAIMS);
    const cause = new Error("SECRET");
    for (const name of ["key", "algorithms", "audience", "clock"]) {
      const options = Object.defineProperty(
        { key: "x", clock },
        name,
        {
          get: () => {
            throw cause;
          },
        },
      );
      const { error } = await verifyJwt(token, options);
      assertEquals(error?.reason, "options-invalid");
      assertEquals(error?.message, "Cannot use what was given: it threw.");
      assertEquals(error?.cause, cause);
    }
  });
});

describe("claim errors", () => {
  it("stay short and never throw, however hostile the claim", () => {
    const long = "x".repeat(100_000);
    const deep = JSON.parse("[".repeat(5_000) + "]".repeat(5_000));
    const hostile = { toString: 1, toJSON: 2, valueOf: null, length: 3 };
    for (
      const value of [
        long,
        deep,
        hostile,
        [hostile],
        [long],
        Array(5e4).fill("x"),
      ]
    ) {
      for (const claim of ["iss", "sub", "aud", "azp", "exp", "iat"]) {
        const error = judge({ [claim]: value }, {
          issuer: "a",
          audience: "a",
          authorizedParties: ["https://example.com"],
          tokenClass: "session",
        });
        assertEquals((error?.message.length ?? 1e9) < 2_000, true);
      }
    }
  });
});

describe("a laxer policy", () => {
  const strict = createClaimsPolicy({
    audience: "a",
    headerType: "JWT",
    tokenClass: "session",
  });
  const lax = {
    ...strict,
    audienceOptional: true,
    headerTypeOptional: true,
    subjectOptional: true,
  };
  const bare = { alg: "RS256" };

  it("lets absent claims pass, and wrong ones not", () => {
    const { sub: _, ...claims } = CLAIMS;
    checkClaims(bare, claims, lax, NOW * 1000);
    for (const absent of [{ aud: [] }, { aud: "" }]) {
      const payload = { ...claims, ...absent };
      checkClaims(bare, payload, lax, NOW * 1000);
    }
    for (const wrong of [{ aud: "b" }, { aud: [""] }, { sub: "" }]) {
      const error = refusalOf(() =>
        checkClaims(bare, { ...claims, ...wrong }, lax, NOW * 1000)
      );
      assertEquals(error?.claim, Object.keys(wrong)[0]);
    }
  });

  it("is never what options make", () => {
    for (const [name, value] of Object.entries(lax)) {
      if (!name.endsWith("Optional")) continue;
      const options = {
        [name]: value,
        tokenClass: "session",
        headerType: "JWT",
      };
      const policy = createClaimsPolicy(options as ClaimsOptions);
      assertEquals(Reflect.get(policy, name) ?? false, false);
    }
  });

  it("cannot be made out of a policy in place", () => {
    assertEquals(Reflect.set(strict, "audience", undefined), false);
  });
});
