import { assert, assertEquals, assertInstanceOf } from "@std/assert";
import { afterAll, beforeAll, describe, it } from "@std/testing/bdd";
import * as compatErrors from "../../compat/errors.ts";
import * as compat from "../../compat/jwt.ts";
import { verifyToken } from "../../compat/verify_token.ts";
import * as official from "./official.ts";
import { observe } from "./outcome.ts";
import type { CaseKeys } from "./token_cases.ts";
import {
  createEcKey,
  createRsaKey,
  encode,
  NOW,
  signToken,
  type TestKey,
} from "./tokens.ts";

type Call = (...args: never[]) => unknown;

async function both(
  theirs: Call,
  ours: Call,
  ...args: readonly unknown[]
) {
  const copy = () => structuredClone(args) as never[];
  return {
    theirs: await observe(() => theirs(...copy()), official.errors),
    ours: await observe(() => ours(...copy()), compatErrors),
  };
}

async function agree(theirs: Call, ours: Call, ...args: readonly unknown[]) {
  const outcomes = await both(theirs, ours, ...args);
  assertEquals(outcomes.ours, outcomes.theirs);
}

describe("compat/jwt agrees with the official package", () => {
  const hostNow = Date.now;
  let keys: CaseKeys;
  let token: string;

  beforeAll(async () => {
    keys = {
      key: await createRsaKey(),
      other: await createRsaKey(),
      ec: await createEcKey(),
    };
    token = await signToken(keys.key);
    Date.now = () => NOW * 1000;
  });
  afterAll(() => {
    Date.now = hostNow;
  });

  describe("decodeJwt", () => {
    const FORMS: readonly (readonly [string, unknown])[] = [
      ["undefined", undefined],
      ["a number", 5],
      ["empty", ""],
      ["two parts", "a.b"],
      ["four parts", "a.b.c.d"],
      ["no JSON", "a.b.c"],
    ];
    for (const [name, text] of FORMS) {
      it(`refuses ${name}`, () =>
        agree(official.decodeJwt, compat.decodeJwt, text));
    }
    it("gives the same parts", () =>
      agree(official.decodeJwt, compat.decodeJwt, token));
    it("departs (strict-form): refuses what is no object", async () => {
      const text = `${encode("null")}.${encode("null")}.AA`;
      const { ours, theirs } = await both(
        official.decodeJwt,
        compat.decodeJwt,
        text,
      );
      assert("value" in theirs);
      assert("reason" in ours);
      assertEquals(ours.reason, "token-invalid");
    });
  });

  describe("keys of verifyJwt and hasValidSignature", () => {
    const GOOD: readonly (readonly [string, (key: TestKey) => unknown])[] = [
      ["PEM", (key) => key.publicPem],
      ["PEM with CRLF", (key) => key.publicPem.replaceAll("\n", "\r\n")],
      ["PEM in one line", (key) => key.publicPem.replaceAll("\n", " ")],
      [
        "PEM without its frame",
        (key) => key.publicPem.replace(/-----[^-]+-----/g, "").trim(),
      ],
      ["a JWK", (key) => key.publicJwk],
      ["a JWK with key_ops", (key) => ({
        ...key.publicJwk,
        key_ops: ["verify"],
      })],
    ];
    for (const [name, form] of GOOD) {
      it(`takes ${name}`, async () => {
        const key = form(keys.key);
        await agree(official.verifyJwt, compat.verifyJwt, token, { key });
        const decoded = official.decodeJwt(token);
        await agree(
          official.hasValidSignature,
          compat.hasValidSignature,
          decoded,
          key,
        );
      });
    }
    const BAD: readonly (readonly [string, (keys: CaseKeys) => unknown])[] = [
      ["an empty text", () => ""],
      ["undefined", () => undefined],
      ["null", () => null],
      ["a number", () => 5],
      ["no PEM", () => "no key"],
      ["an empty object", () => ({})],
      ["a JWK for encryption", ({ key }) => ({ ...key.publicJwk, use: "enc" })],
      ["a JWK for RS384", ({ key }) => ({ ...key.publicJwk, alg: "RS384" })],
      ["a JWK to sign with", ({ key }) => ({
        ...key.publicJwk,
        key_ops: ["sign"],
      })],
      ["an EC key", ({ ec }) => ec.publicJwk],
      ["EC PEM", ({ ec }) => ec.publicPem],
      ["a secret", () => ({ kty: "oct", k: "AAAA" })],
    ];
    for (const [name, form] of BAD) {
      it(`refuses ${name} (departs: host-texts)`, async () => {
        const { ours, theirs } = await both(
          official.verifyJwt,
          compat.verifyJwt,
          token,
          { key: form(keys) },
        );
        assert("reason" in theirs && "reason" in ours);
        const start = "Error verifying JWT signature. ";
        assert(theirs.message.startsWith(start));
        assert(ours.message.startsWith(start));
        const { message: _1, full: _2, ...expected } = theirs;
        const { message: _3, full: _4, ...actual } = ours;
        assertEquals(actual, expected);
      });
    }
    it("takes another key for what it is", async () => {
      const key = keys.other.publicPem;
      await agree(official.verifyJwt, compat.verifyJwt, token, { key });
      const decoded = official.decodeJwt(token);
      await agree(
        official.hasValidSignature,
        compat.hasValidSignature,
        decoded,
        key,
      );
    });
    it("departs (tolerant-keys): takes escaped and quoted PEM", async () => {
      const key = JSON.stringify(keys.key.publicPem);
      const { ours, theirs } = await both(
        official.verifyJwt,
        compat.verifyJwt,
        token,
        { key },
      );
      assert("kind" in theirs);
      assert("value" in ours);
    });
  });

  describe("hasValidSignature", () => {
    const CHANGES: readonly (readonly [string, (jwt: never) => unknown])[] = [
      ["its text as it is", (jwt) => jwt],
      ["another payload text", (jwt: compat.Jwt) => ({
        ...jwt,
        raw: { ...jwt.raw, payload: "e30" },
      })],
      ["another signature", (jwt: compat.Jwt) => ({
        ...jwt,
        signature: new Uint8Array(256),
      })],
    ];
    for (const [name, change] of CHANGES) {
      it(`judges ${name}`, () =>
        agree(
          official.hasValidSignature,
          compat.hasValidSignature,
          change(official.decodeJwt(token) as never),
          keys.key.publicPem,
        ));
    }
    for (const alg of ["RS384", "RS512"]) {
      it(`knows ${alg}`, async () => {
        const text = await signToken(keys.key, {}, { alg });
        await agree(
          official.hasValidSignature,
          compat.hasValidSignature,
          official.decodeJwt(text),
          keys.key.publicPem,
        );
      });
    }
    it("does not know ES256", async () => {
      const text = await signToken(keys.ec, {}, { alg: "ES256" });
      await agree(
        official.hasValidSignature,
        compat.hasValidSignature,
        official.decodeJwt(text),
        keys.ec.publicPem,
      );
    });
  });

  describe("signJwt", () => {
    type Form = (key: TestKey) => unknown;
    const pem: Form = (key) => key.privatePem;
    const GOOD: readonly (readonly [string, object, Form, object])[] = [
      ["PEM", { a: 1 }, pem, { algorithm: "RS256" }],
      ["a JWK", { a: 1 }, (key) => key.privateJwk, { algorithm: "RS256" }],
      ["RS384", { a: 1 }, pem, { algorithm: "RS384" }],
      ["RS512", { a: 1 }, pem, { algorithm: "RS512" }],
      ["a header", { a: 1 }, pem, {
        algorithm: "RS256",
        header: { kid: "x", typ: "at+jwt", alg: "none" },
      }],
      ["a header without typ", { a: 1 }, pem, {
        algorithm: "RS256",
        header: { kid: "x" },
      }],
      ["a time of issue", { iat: 5, a: 1 }, pem, { algorithm: "RS256" }],
      ["text beyond Latin", { name: "Zoë 漢字" }, pem, { algorithm: "RS256" }],
    ];
    for (const [name, claims, form, options] of GOOD) {
      it(`signs with ${name}`, () => {
        const signAndDecode = (sign: Call) => async (...args: never[]) => {
          const text = await sign(...args);
          const { header, payload } = official.decodeJwt(`${text}`);
          return { header, payload };
        };
        return agree(
          signAndDecode(official.signJwt),
          signAndDecode(compat.signJwt),
          claims,
          form(keys.key),
          options,
        );
      });
    }
    for (const options of [{}, ...["none", "HS256", "ES256"].map(named)]) {
      it(`refuses ${JSON.stringify(options)} in the same words`, async () => {
        const { ours, theirs } = await both(
          official.signJwt,
          compat.signJwt,
          { a: 1 },
          keys.key.privatePem,
          options,
        );
        assert("kind" in ours && "kind" in theirs);
        assertEquals(ours.message, theirs.message);
        assertEquals(ours.kind, "SignJWTError");
      });
    }
    const BAD: readonly (readonly [string, unknown, unknown])[] = [
      ["no key", {}, ""],
      ["no PEM", {}, "no key"],
      ["claims that are null", null, undefined],
      ["exp as text", { exp: "x" }, undefined],
    ];
    for (const [name, claims, key] of BAD) {
      it(`departs (sign-errors): refuses ${name} by a SignJWTError`, async () => {
        const error = await observe(
          () =>
            compat.signJwt(
              claims as never,
              (key ?? keys.key.privatePem) as never,
              {
                algorithm: "RS256",
              },
            ),
          compatErrors,
        );
        assert("kind" in error);
        assertEquals(error.kind, "SignJWTError");
      });
    }
  });

  describe("verifyToken", () => {
    it("gives claims that the caller may change", async () => {
      const options = { jwtKey: keys.key.publicPem };
      const claims = await verifyToken(token, options);
      assertEquals(Reflect.set(claims, "sub", "other"), true);
      assertEquals((await verifyToken(token, options)).sub, "user_1");
    });
    it("throws errors of the exported class", async () => {
      try {
        await verifyToken("x", { jwtKey: keys.key.publicPem });
      } catch (error) {
        return assertInstanceOf(error, compatErrors.TokenVerificationError);
      }
      throw new Error("It accepted what is no token");
    });
    it("refuses to work without a key", () =>
      agree(official.verifyToken, verifyToken, token, {}));
    it("looks at the token first without a key", () =>
      agree(official.verifyToken, verifyToken, "x", {}));
  });
});

function named(algorithm: string): { readonly algorithm: string } {
  return { algorithm };
}
