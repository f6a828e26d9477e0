import { assertEquals, assertInstanceOf } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import fc from "fast-check";
import * as jose from "jose";
import {
  decodeJwt,
  importKey,
  signJwt,
  TokenVerificationError,
  verifyJwt,
} from "../../jwt.ts";
import { checkClaims, createClaimsPolicy } from "../../src/jwt/claims.ts";
import { refusalOf } from "./refusal.ts";
import {
  CLAIMS,
  clock,
  craft,
  encodeJson,
  fixture,
  HEADER,
  NOW,
} from "./fixtures.ts";

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.array(fc.base64String(), { maxLength: 5 }).map((parts) => parts.join(".")),
  fc.array(fc.json().map((text) => jose.base64url.encode(text)), {
    minLength: 2,
    maxLength: 4,
  }).map((parts) => parts.join(".")),
);

async function kept(alg: "RS256" | "ES256" = "RS256") {
  const { spki } = await fixture(alg);
  const { result } = await importKey(spki);
  if (!result) throw new Error("no key");
  return result;
}

describe("properties", () => {
  it("any text decodes or gives a typed error", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { result, error } = decodeJwt(text);
        if (error) {
          assertInstanceOf(error, TokenVerificationError);
          assertEquals(error.reason, "token-invalid");
        } else {
          assertEquals(result.raw.text, text);
          assertEquals(typeof result.header.alg, "string");
        }
      }),
      { numRuns: 500 },
    );
  });

  it("decodes what jose decodes, and nothing that jose doesn't", () => {
    const part = fc.oneof(
      fc.json().map((text) => jose.base64url.encode(text)),
      fc.constant(encodeJson(HEADER)),
      fc.constant(encodeJson(CLAIMS)),
    );
    fc.assert(
      fc.property(part, part, (header, payload) => {
        const token = `${header}.${payload}.AAAA`;
        const { result } = decodeJwt(token);
        if (!result) return;
        assertEquals(result.payload, jose.decodeJwt(token));
        assertEquals({ ...result.header }, {
          ...jose.decodeProtectedHeader(token),
        });
      }),
      { numRuns: 500 },
    );
  });

  it("no text is accepted without the key's signature", async () => {
    const key = await kept();
    await fc.assert(
      fc.asyncProperty(anyText, async (token) => {
        assertEquals(
          (await verifyJwt(token, { key, clock })).result,
          undefined,
        );
      }),
      { numRuns: 300 },
    );
  });

  it("no token with one character changed, added or dropped is accepted", async () => {
    const key = await kept();
    const token = await craft(HEADER, CLAIMS);
    const character = fc.oneof(
      fc.constantFrom(..."ABab09-_.=+/ \n"),
      fc.string({ minLength: 1, maxLength: 1 }),
    );
    const at = fc.nat(token.length - 1);
    await fc.assert(
      fc.asyncProperty(at, character, fc.nat(2), async (i, c, how) => {
        const changed = token.slice(0, how === 2 ? i : i) +
          (how === 2 ? "" : c) +
          token.slice(how === 1 ? i : i + 1);
        if (changed === token) return;
        const { result, error } = await verifyJwt(changed, { key, clock });
        assertEquals(result, undefined);
        assertInstanceOf(error, TokenVerificationError);
      }),
      { numRuns: 400 },
    );
  });

  it("any claims come back as they were signed", async () => {
    const { privateJwk } = await fixture("ES256");
    const key = await kept("ES256");
    const claims = fc.dictionary(
      fc.string().map((name) => `x${name}`),
      fc.jsonValue({ maxDepth: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(claims, async (custom) => {
        const payload = { ...custom, exp: NOW + 60 };
        const { result = "" } = await signJwt(payload, privateJwk, {
          algorithm: "ES256",
          clock,
        });
        const verified = await verifyJwt(result, { key, clock });
        assertEquals(
          JSON.stringify(verified.result),
          JSON.stringify({ ...payload, iat: NOW }),
        );
      }),
      { numRuns: 200 },
    );
  });

  it("any text is a key or gives a typed error", async () => {
    const text = fc.oneof(
      fc.string(),
      fc.base64String(),
      fc.uint8Array({ maxLength: 64 }).map((bytes) =>
        `-----BEGIN PUBLIC KEY-----\n${
          btoa(String.fromCharCode(0x30, ...bytes))
        }`
      ),
    );
    await fc.assert(
      fc.asyncProperty(text, async (key) => {
        const { error } = await importKey(key);
        assertEquals(error?.reason, "jwk-local-missing");
      }),
      { numRuns: 300 },
    );
  });

  it("no made-up JWK throws or accepts a token", async () => {
    const tokens: string[] = [];
    for (const alg of ["RS256", "ES256", "ES384", "EdDSA"] as const) {
      const { privateJwk } = await fixture(alg);
      const made = await signJwt(CLAIMS, privateJwk, { algorithm: alg });
      tokens.push(made.result ?? "");
    }
    const jwk = fc.record({
      kty: fc.constantFrom("RSA", "EC", "OKP", "oct", "__proto__"),
      crv: fc.constantFrom("P-256", "P-384", "Ed25519", "X25519", ""),
      alg: fc.option(fc.constantFrom("RS256", "ES256", "none"), {
        nil: undefined,
      }),
      n: fc.base64String(),
      e: fc.constantFrom("AQAB", "AQ", "", "Ag"),
      x: fc.base64String(),
      y: fc.oneof(fc.base64String(), fc.anything()),
    });
    await fc.assert(
      fc.asyncProperty(jwk, async (key) => {
        for (const token of tokens) {
          const options = { key: key as never, clock };
          const { result, error } = await verifyJwt(token, options);
          assertEquals(result, undefined);
          assertInstanceOf(error, TokenVerificationError);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("any claims are judged without a throw", () => {
    const policy = createClaimsPolicy({
      audience: "a",
      issuer: "i",
      authorizedParties: ["https://example.com"],
      tokenClass: "session",
    });
    const claim = fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.double());
    const payload = fc.record({
      iss: fc.oneof(claim, fc.constant("i")),
      aud: fc.oneof(claim, fc.constant("a")),
      azp: fc.oneof(claim, fc.constant("https://example.com")),
      sub: claim,
      sid: claim,
      exp: claim,
      nbf: claim,
      iat: claim,
    });
    fc.assert(
      fc.property(payload, fc.double(), (claims, now) => {
        const error = refusalOf(() =>
          checkClaims(HEADER, claims as never, policy, now)
        );
        if (error) return assertInstanceOf(error, TokenVerificationError);
        const { exp, sub } = claims;
        assertEquals(typeof exp === "number" && exp * 1000 > now - 5000, true);
        assertEquals(typeof sub === "string" && sub !== "", true);
      }),
      { numRuns: 1000 },
    );
  });
});
