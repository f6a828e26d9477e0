import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import * as jose from "jose";
import { decodeJwt, hasValidSignature, verifyJwt } from "../../jwt.ts";
import { importCheckingKey } from "../../src/jwt/import_key.ts";
import { verifyTokenSignature } from "../../src/jwt/verified.ts";
import { decodeBase64Url } from "../../src/text/base64url.ts";
import { refusalOfAsync } from "./refusal.ts";
import { CRITICAL, UNSECURED, type Vector, VECTORS } from "../vectors/rfc.ts";

const clock = { now: () => 1_300_819_000_000 };

function keyOf({ jwk }: Vector) {
  const secret = jwk.k && decodeBase64Url(jwk.k);
  return secret ? { secret } : jwk;
}

/** Verifies a signature alone, whatever the payload is. */
async function verify(vector: Vector, token: string) {
  const { alg } = vector;
  const key = await importCheckingKey(keyOf(vector), { algorithms: [alg] });
  const signedEnd = token.lastIndexOf(".");
  const signature = decodeBase64Url(token.slice(signedEnd + 1));
  if (!signature) throw new Error("not base64url");
  const jwt = {
    text: token,
    header: { alg },
    payload: {},
    signature,
    bytes: new TextEncoder().encode(token),
    signedEnd,
  };
  const error = await refusalOfAsync(() => verifyTokenSignature(jwt, key));
  return error?.reason;
}

describe("the examples of the RFCs", () => {
  for (const vector of VECTORS) {
    it(`${vector.name} verifies, as it does with jose`, async () => {
      const secret = vector.jwk.k ? decodeBase64Url(vector.jwk.k) : undefined;
      await jose.compactVerify(
        vector.token,
        secret ?? await jose.importJWK(vector.jwk, vector.alg),
      );
      assertEquals(await verify(vector, vector.token), undefined);
    });

    it(`${vector.name} does not verify once a bit is changed`, async () => {
      const [header, payload = "", signature = ""] = vector.token.split(".");
      const other = payload.startsWith("e") ? "f" : "e";
      const forged = [
        `${header}.${other}${payload.slice(1)}.${signature}`,
        `${header}.${payload}.${signature.startsWith("A") ? "B" : "A"}${
          signature.slice(1)
        }`,
      ];
      for (const token of forged) {
        assertEquals(await verify(vector, token), "token-invalid-signature");
      }
    });

    it(`${vector.name} is a JWT only when its payload is a JSON object`, async () => {
      const options = {
        key: keyOf(vector),
        algorithms: [vector.alg],
        clock,
      } as const;
      const { result, error } = await verifyJwt(vector.token, options);
      assertEquals(error?.reason, vector.isJwt ? undefined : "token-invalid");
      assertEquals(result?.iss, vector.isJwt ? "joe" : undefined);
    });
  }

  it("an HMAC key needs its algorithm named", async () => {
    const [vector] = VECTORS;
    if (!vector) throw new Error("no vector");
    const key = keyOf(vector);
    const { error } = await verifyJwt(vector.token, { key, clock });
    assertEquals(error?.reason, "token-invalid-algorithm");
    const jwt = decodeJwt(vector.token);
    if (jwt.error) throw jwt.error;
    const algorithms = ["HS256"] as const;
    const outcome = await hasValidSignature(jwt.result, key, { algorithms });
    assertEquals(outcome, { result: true, error: undefined });
  });

  it("refuses the unsecured and the critical example", async () => {
    for (const vector of VECTORS) {
      for (const token of [UNSECURED, CRITICAL, UNSECURED + "AA"]) {
        const options = { key: keyOf(vector), algorithms: [vector.alg], clock };
        const { result } = await verifyJwt(token, options);
        assertEquals(result, undefined);
      }
    }
  });
});
