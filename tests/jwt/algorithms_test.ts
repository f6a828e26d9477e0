import { assertEquals, assertStringIncludes } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import * as jose from "jose";
import {
  decodeJwt,
  hasValidSignature,
  importKey,
  signJwt,
  verifyJwt,
} from "../../jwt.ts";
import { LEADING_ZERO } from "../vectors/leading_zero.ts";
import {
  ASYMMETRIC,
  CLAIMS,
  clock,
  fixture,
  HMAC,
  keysFor,
} from "./fixtures.ts";

const ALL = [...ASYMMETRIC, ...HMAC];
const currentDate = new Date(clock.now());

describe("jose as peer", () => {
  for (const alg of ALL) {
    it(`verifies ${alg} tokens that jose signed`, async () => {
      const { verify, joseSign } = await keysFor(alg);
      const token = await new jose.SignJWT({ ...CLAIMS })
        .setProtectedHeader({ alg, typ: "JWT" }).sign(joseSign);
      for (const key of verify) {
        const algorithms = [alg];
        const { result, error } = await verifyJwt(token, {
          key,
          algorithms,
          clock,
        });
        assertEquals(error, undefined);
        assertEquals(result, CLAIMS);
      }
    });

    it(`signs ${alg} tokens that jose verifies`, async () => {
      const { sign, joseVerify } = await keysFor(alg);
      for (const key of sign) {
        const { result = "" } = await signJwt(CLAIMS, key, { algorithm: alg });
        const { payload, protectedHeader } = await jose.jwtVerify(
          result,
          joseVerify,
          { algorithms: [alg], currentDate },
        );
        assertEquals(payload, CLAIMS);
        assertEquals(protectedHeader, { alg, typ: "JWT" });
      }
    });

    it(`refuses every ${alg} token with one bit of the signature changed`, async () => {
      const { verify: [key = ""], sign: [signingKey = ""] } = await keysFor(
        alg,
      );
      const imported = await importKey(key, { algorithms: [alg] });
      if (imported.error) throw imported.error;
      const { result = "" } = await signJwt(CLAIMS, signingKey, {
        algorithm: alg,
      });
      const { result: jwt } = decodeJwt(result);
      if (!jwt) throw new Error("not decoded");
      const step = Math.ceil(jwt.signature.length / 16);
      for (let i = 0; i < jwt.signature.length; i += step) {
        const changed = jwt.signature.slice();
        changed[i] = (changed[i] ?? 0) ^ (1 << (i % 8));
        const { header, payload } = jwt.raw;
        const token = `${header}.${payload}.${jose.base64url.encode(changed)}`;
        const { error } = await verifyJwt(token, {
          key: imported.result,
          clock,
        });
        assertEquals(error?.reason, "token-invalid-signature");
      }
    });

    it(`refuses ${alg} signatures that are cut, stretched or all zero`, async () => {
      const { verify: [key = ""], sign: [signingKey = ""] } = await keysFor(
        alg,
      );
      const { result = "" } = await signJwt(CLAIMS, signingKey, {
        algorithm: alg,
      });
      const { result: jwt } = decodeJwt(result);
      if (!jwt) throw new Error("not decoded");
      const { length } = jwt.signature;
      const wrong = [
        jwt.signature.slice(1),
        jwt.signature.slice(0, -1),
        Uint8Array.of(...jwt.signature, 0),
        Uint8Array.of(0, ...jwt.signature),
        new Uint8Array(length),
        new Uint8Array(length).fill(255),
        new Uint8Array(1),
      ];
      for (const signature of wrong) {
        const { header, payload } = jwt.raw;
        const token = `${header}.${payload}.${
          jose.base64url.encode(signature)
        }`;
        const { error } = await verifyJwt(token, {
          key,
          algorithms: [alg],
          clock,
        });
        assertEquals(error?.reason, "token-invalid-signature");
      }
    });
  }

  it("refuses RSA signatures without their leading zeros", async () => {
    const { spki: key, tokens } = LEADING_ZERO;
    for (const [alg, token] of Object.entries(tokens)) {
      const algorithms = [alg as "RS256" | "PS256"];
      const good = await verifyJwt(token, { key, algorithms, clock });
      assertEquals(good.error, undefined);
      const { result: jwt } = decodeJwt(token);
      if (!jwt) throw new Error("not decoded");
      for (const bytes of [jwt.signature.slice(1), [0, ...jwt.signature]]) {
        const signature = jose.base64url.encode(Uint8Array.from(bytes));
        const cut = `${jwt.raw.header}.${jwt.raw.payload}.${signature}`;
        const { error } = await verifyJwt(cut, { key, algorithms, clock });
        assertEquals(error?.reason, "token-invalid-signature");
      }
    }
  });

  it("takes DER signatures of ECDSA for forged, as JWS has them bare", async () => {
    const { publicJwk } = await fixture("ES256");
    const der = [0x30, 6, 2, 1, 1, 2, 1, 1];
    const { result = "" } = await signJwt(CLAIMS, { secret: "x".repeat(32) }, {
      algorithm: "HS256",
      header: { typ: "JWT" },
    });
    const { result: jwt } = decodeJwt(result);
    const header = jose.base64url.encode('{"alg":"ES256"}');
    const signature = jose.base64url.encode(Uint8Array.from(der));
    const token = `${header}.${jwt?.raw.payload}.${signature}`;
    const { error } = await verifyJwt(token, { key: publicJwk, clock });
    assertEquals(error?.reason, "token-invalid-signature");
  });
});

describe("verifyJwt", () => {
  it("gives claims that are the caller's own to change", async () => {
    const { pkcs8, spki: key } = await fixture("RS256");
    const { result: token = "" } = await signJwt(
      { ...CLAIMS, deep: { a: 1 } },
      pkcs8,
      { algorithm: "RS256" },
    );
    const { result } = await verifyJwt(token, { key, clock });
    assertEquals(Reflect.set(result ?? {}, "sub", "user_2"), true);
    assertEquals(Reflect.set(result?.deep ?? {}, "a", 2), true);
    const again = await verifyJwt(token, { key, clock });
    assertEquals(again.result, { ...CLAIMS, deep: { a: 1 } });
  });

  it("says which of its arguments is wrong", async () => {
    const { pkcs8, spki: key } = await fixture("RS256");
    const { result: token = "" } = await signJwt(CLAIMS, pkcs8, {
      algorithm: "RS256",
    });
    for (
      const [options, name] of [
        [undefined, '"options"'],
        [null, '"options"'],
        [[key], '"options"'],
        [{ key, clock: null }, '"clock"'],
        [{ key, clock: Date }, undefined],
        [{ key, clock: {} }, '"clock"'],
      ] as const
    ) {
      const { error } = await verifyJwt(token, options as never);
      const reason = name ? "options-invalid" : "token-expired";
      assertEquals(error?.reason, reason);
      assertStringIncludes(error?.message ?? "", name ?? "");
    }
    const algorithms = ["RS384", "RS512"] as const;
    const { error } = await verifyJwt(token, { key, algorithms, clock });
    assertStringIncludes(error?.message ?? "", '"alg" to be RS384 or RS512');
  });
});

describe("hasValidSignature", () => {
  it("tells a good signature from a bad one, whatever the claims say", async () => {
    const { pkcs8, spki } = await fixture("RS256");
    const other = await fixture("RS256", "other");
    const expired = { ...CLAIMS, exp: 1 };
    const { result = "" } = await signJwt(expired, pkcs8, {
      algorithm: "RS256",
    });
    const { result: jwt } = decodeJwt(result);
    if (!jwt) throw new Error("not decoded");
    assertEquals((await hasValidSignature(jwt, spki)).result, true);
    assertEquals((await hasValidSignature(jwt, other.spki)).result, false);
  });

  it("judges the text, not the object around it", async () => {
    const { pkcs8, spki } = await fixture("RS256");
    const { result = "" } = await signJwt(CLAIMS, pkcs8, {
      algorithm: "RS256",
    });
    const { result: jwt } = decodeJwt(result);
    if (!jwt) throw new Error("not decoded");
    const text = result.replace(/\.[^.]*\./, ".e30.");
    const forged = { ...jwt, raw: { ...jwt.raw, text } };
    assertEquals((await hasValidSignature(forged, spki)).result, false);
  });

  it("gives an error when it cannot tell", async () => {
    const { pkcs8, spki } = await fixture("RS256");
    const { result = "" } = await signJwt(CLAIMS, pkcs8, {
      algorithm: "RS384",
    });
    const { result: jwt } = decodeJwt(result);
    if (!jwt) throw new Error("not decoded");
    const { error } = await hasValidSignature(jwt, spki);
    assertEquals(error?.reason, "token-invalid-algorithm");
    assertStringIncludes(error?.message ?? "", "RS256");
    const algorithms = ["RS384"] as const;
    const allowed = await hasValidSignature(jwt, spki, { algorithms });
    assertEquals(allowed.result, true);
    assertEquals(
      (await hasValidSignature(jwt, "")).error?.reason,
      "jwk-local-missing",
    );
    for (const nothing of [undefined, null, {}, { raw: {} }]) {
      const { error } = await hasValidSignature(nothing as never, spki);
      assertEquals(error?.reason, "token-invalid");
    }
  });
});
