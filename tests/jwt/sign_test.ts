import {
  assertEquals,
  assertInstanceOf,
  assertStringIncludes,
} from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import {
  decodeJwt,
  type JwtAlgorithm,
  type JwtSigningKey,
  signJwt,
  SignJwtError,
  verifyJwt,
} from "../../jwt.ts";
import { clock, fixture, HMAC, NOW, SECRET } from "./fixtures.ts";

const key = { secret: SECRET };
const options = { algorithm: "HS256", clock } as const;

async function sign(payload: object, more: object = {}) {
  const { result = "" } = await signJwt({ ...payload }, key, {
    ...options,
    ...more,
  });
  const { result: jwt } = decodeJwt(result);
  if (!jwt) throw new Error("not signed");
  return jwt;
}

async function assertRefused(
  payload: unknown,
  signingKey: unknown = key,
  more: unknown = options,
) {
  const { result, error } = await signJwt(
    payload as Record<string, unknown>,
    signingKey as JwtSigningKey,
    more as typeof options,
  );
  assertEquals(result, undefined);
  assertInstanceOf(error, SignJwtError);
  assertStringIncludes(error.message, "Cannot sign the token: ");
  return error;
}

describe("signJwt", () => {
  it("adds iat from the clock unless the claims have it", async () => {
    assertEquals((await sign({ sub: "a" })).payload, { sub: "a", iat: NOW });
    assertEquals((await sign({ iat: 5 })).payload, { iat: 5 });
    assertEquals((await sign({ iat: 0 })).payload, { iat: 0 });
    assertEquals((await sign({ iat: undefined })).payload, { iat: NOW });
    const half = { now: () => NOW * 1000 + 999 };
    assertEquals((await sign({}, { clock: half })).payload, { iat: NOW });
  });

  it("takes the host's clock by default", async () => {
    const before = Math.floor(Date.now() / 1000);
    const { iat = 0 } = (await sign({}, { clock: undefined })).payload;
    assertEquals(iat >= before && iat <= Date.now() / 1000, true);
  });

  it("puts typ and alg into the header, and leaves the caller's alone", async () => {
    assertEquals((await sign({})).header, { typ: "JWT", alg: "HS256" });
    const header = Object.freeze({ kid: "ins_1", typ: "at+jwt", alg: "none" });
    assertEquals((await sign({}, { header })).header, {
      kid: "ins_1",
      typ: "at+jwt",
      alg: "HS256",
    });
    assertEquals((await sign({}, { header: { typ: undefined } })).header, {
      alg: "HS256",
    } as never);
  });

  it("leaves the claims alone", async () => {
    const payload = Object.freeze({ sub: "user_1", nested: { a: [1, "ü🦕"] } });
    assertEquals((await sign(payload)).payload, { ...payload, iat: NOW });
  });

  it("takes private keys as PEM however escaped, and as JWK", async () => {
    const { pkcs8, privateJwk, spki } = await fixture("RS256");
    const forms = [
      pkcs8,
      pkcs8.replaceAll("\n", "\\n"),
      `"${pkcs8}"`,
      pkcs8.replace(/-----[^-]+-----/g, ""),
      privateJwk,
      { ...privateJwk, alg: "RS256", use: "sig", key_ops: ["sign"] },
    ];
    for (const form of forms) {
      const claims = { exp: NOW + 60 };
      const made = await signJwt(claims, form, { algorithm: "RS256", clock });
      assertEquals(made.error, undefined);
      const verified = await verifyJwt(made.result ?? "", { key: spki, clock });
      assertEquals(verified.result, { ...claims, iat: NOW });
    }
  });

  it("refuses keys that are not for it, and does not quote them", async () => {
    const rsa = await fixture("RS256");
    const ec = await fixture("ES256");
    const { publicJwk, privateJwk } = rsa;
    const wrong: [unknown, JwtAlgorithm][] = [
      [rsa.spki, "RS256"],
      [publicJwk, "RS256"],
      [ec.pkcs8, "RS256"],
      [ec.privateJwk, "RS256"],
      [rsa.pkcs8, "ES256"],
      [rsa.pkcs8, "HS256"],
      [privateJwk, "HS256"],
      [key, "RS256"],
      [ec.privateJwk, "ES384"],
      [ec.pkcs8, "ES384"],
      [{ ...privateJwk, alg: "RS384" }, "RS256"],
      [{ ...privateJwk, use: "enc" }, "RS256"],
      [{ ...privateJwk, key_ops: ["verify"] }, "RS256"],
      ["", "RS256"],
      ["", "HS256"],
      [{ secret: "" }, "HS256"],
      [{ secret: "x".repeat(31) }, "HS256"],
      [null, "HS256"],
      [{}, "RS256"],
      [{ kty: "oct", k: "AAAA" }, "HS256"],
    ];
    for (const [signingKey, algorithm] of wrong) {
      const error = await assertRefused({}, signingKey, { algorithm, clock });
      const text = `${error.message}${error.stack}${JSON.stringify(error)}`;
      assertEquals(text.includes(rsa.pkcs8.slice(100, 130)), false);
      assertEquals(text.includes(privateJwk.d ?? "none"), false);
    }
  });

  it("refuses algorithms that it does not know", async () => {
    for (
      const algorithm of ["none", "", "rs256", undefined, null, "toString", 1]
    ) {
      await assertRefused({}, key, { algorithm });
    }
    for (const nothing of [null, 1, "RS256"]) {
      await assertRefused({}, key, nothing);
    }
  });

  it("refuses claims and headers that don't make a token", async () => {
    const loop: Record<string, unknown> = {};
    loop["loop"] = loop;
    for (const payload of [null, "text", [], 1, loop, { a: 1n }]) {
      await assertRefused(payload);
    }
    for (const claim of ["exp", "nbf", "iat"]) {
      for (const value of [NaN, Infinity, "1", null, {}]) {
        await assertRefused({ [claim]: value });
      }
    }
    for (
      const header of [null, "JWT", [], { crit: ["exp"] }, { b64: false }, loop]
    ) {
      await assertRefused({}, key, { ...options, header });
    }
  });

  it("signs nothing that nobody could read", async () => {
    for (const kid of [1, null, ["a"], {}]) {
      await assertRefused({}, key, { ...options, header: { kid } });
    }
    const toJSON = () => ({ alg: "none" });
    await assertRefused({}, key, { ...options, header: { toJSON } });
    await assertRefused({ toJSON: () => "text" });
    await assertRefused({ toJSON: () => undefined });
    await assertRefused({ long: "x".repeat(200_000) });
  });

  it("signs nothing at no time", async () => {
    for (const now of [NaN, Infinity, undefined, "x"]) {
      await assertRefused({}, key, { ...options, clock: { now: () => now } });
    }
  });

  it("keeps HMAC algorithms apart", async () => {
    for (const algorithm of HMAC) {
      const claims = { exp: NOW + 60 };
      const { result = "" } = await signJwt(claims, key, { algorithm, clock });
      for (const other of HMAC) {
        const algorithms = [other];
        const { error } = await verifyJwt(result, { key, algorithms, clock });
        const wanted = other === algorithm
          ? undefined
          : "token-invalid-algorithm";
        assertEquals(error?.reason, wanted);
      }
    }
  });
});
