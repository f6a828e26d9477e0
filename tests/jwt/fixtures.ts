import * as jose from "jose";
import type { JwtAlgorithm, JwtKey, JwtSigningKey } from "../../jwt.ts";
import { encodeBase64Url } from "../../src/text/base64url.ts";
import { encodeUtf8 } from "../../src/text/utf8.ts";

/** The time at which the tokens of these tests are judged, in seconds. */
export const NOW = 1_767_225_600;
export const clock = { now: () => NOW * 1000 };

export const ASYMMETRIC = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
] as const;
export const HMAC = ["HS256", "HS384", "HS512"] as const;

export interface Fixture {
  readonly publicJwk: jose.JWK;
  readonly privateJwk: jose.JWK;
  readonly spki: string;
  readonly pkcs8: string;
}

const fixtures = new Map<string, Promise<Fixture>>();

/** One key per family; the algorithms of RSA share it. */
export function fixture(alg: string, name = ""): Promise<Fixture> {
  const family = alg.startsWith("RS") || alg.startsWith("PS") ? "RS256" : alg;
  const id = family + name;
  const made = fixtures.get(id) ?? makeFixture(family);
  fixtures.set(id, made);
  return made;
}

async function makeFixture(alg: string): Promise<Fixture> {
  const pair = await jose.generateKeyPair(alg, { extractable: true });
  return {
    publicJwk: await jose.exportJWK(pair.publicKey),
    privateJwk: await jose.exportJWK(pair.privateKey),
    spki: await jose.exportSPKI(pair.publicKey),
    pkcs8: await jose.exportPKCS8(pair.privateKey),
  };
}

export const SECRET = new Uint8Array(64).map((_, i) => i * 3 + 1);

/** Keys for an algorithm, for both sides and in every form. */
export async function keysFor(alg: JwtAlgorithm): Promise<{
  readonly verify: readonly JwtKey[];
  readonly sign: readonly JwtSigningKey[];
  readonly joseVerify: jose.JWK | Uint8Array;
  readonly joseSign: jose.JWK | Uint8Array;
}> {
  if (alg.startsWith("HS")) {
    const key = { secret: SECRET };
    return { verify: [key], sign: [key], joseVerify: SECRET, joseSign: SECRET };
  }
  const { publicJwk, privateJwk, spki, pkcs8 } = await fixture(alg);
  return {
    verify: [publicJwk, spki],
    sign: [privateJwk, pkcs8],
    joseVerify: publicJwk,
    joseSign: privateJwk,
  };
}

export function encodeJson(value: unknown): string {
  return encodeBase64Url(encodeUtf8(JSON.stringify(value)));
}

/** Signs any header and claims, however wrong, with the RSA key and RS256. */
export async function craft(
  header: unknown,
  payload: unknown,
  name = "",
): Promise<string> {
  const encode = (part: unknown) =>
    typeof part === "string" ? part : encodeJson(part);
  return await signText(`${encode(header)}.${encode(payload)}`, name);
}

/** Signs any text with the RSA key and RS256. */
export async function signText(text: string, name = ""): Promise<string> {
  const { privateJwk } = await fixture("RS256", name);
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const key = await crypto.subtle.importKey(
    "jwk",
    privateJwk,
    algorithm,
    false,
    ["sign"],
  );
  const bytes = await crypto.subtle.sign(algorithm, key, encodeUtf8(text));
  return `${text}.${encodeBase64Url(new Uint8Array(bytes))}`;
}

export const HEADER = { alg: "RS256", typ: "JWT", kid: "ins_1" };
export const CLAIMS = {
  iss: "https://clerk.example.com",
  sub: "user_1",
  sid: "sess_1",
  iat: NOW,
  nbf: NOW - 10,
  exp: NOW + 60,
};
