import type { Jwk } from "../jwt/types.ts";
import { sha256 } from "../platform/digest.ts";
import { randomBytes } from "../platform/random.ts";
import { subtle } from "../platform/subtle.ts";
import { encodeBase64Url } from "../text/base64url.ts";
import { isObject } from "../text/json.ts";
import { encodeUtf8 } from "../text/utf8.ts";
import { randomText, toBase62 } from "./ids.ts";

const RS256 = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };

/** A key that tokens are signed with. */
export interface SigningKey {
  /** The id of the key, made from its public half. */
  readonly kid: string;
  /** The public half, as a JWK. */
  readonly publicJwk: Jwk;
  /** The public half, as PEM text. */
  readonly pem: string;
  /** Signs text with RS256. */
  sign(text: string): Promise<Uint8Array>;
}

/** The keys of an emulated instance. */
export interface KeyRing {
  /** The key that tokens are signed with now; made at first use. */
  current(): Promise<SigningKey>;
  /** A key that the instance does not have, for forged tokens. */
  stranger(): Promise<SigningKey>;
  /** The public halves of all keys that count. */
  jwks(): Promise<{ readonly keys: readonly Jwk[] }>;
  /** Makes a new key, beside the old ones or instead of them. */
  rotate(keepOld: boolean): Promise<SigningKey>;
}

/** Makes the keys of an instance, none of them before it is needed. */
export function createKeyRing(privateJwk: Jwk | undefined): KeyRing {
  if (privateJwk !== undefined) checkPrivateJwk(privateJwk);
  let keys: Promise<SigningKey>[] = [];
  let stranger: Promise<SigningKey> | undefined;
  const all = () => {
    if (keys.length === 0) {
      keys = [privateJwk ? importSigningKey(privateJwk) : makeSigningKey()];
    }
    return keys;
  };
  const current = () => all()[0] ?? makeSigningKey();
  return {
    current,
    stranger: () => stranger ??= makeSigningKey(),
    async jwks() {
      return { keys: (await Promise.all(all())).map((key) => key.publicJwk) };
    },
    async rotate(keepOld) {
      await current();
      keys = [makeSigningKey(), ...(keepOld ? keys : [])];
      return current();
    },
  };
}

function makeKeyPair(): Promise<CryptoKeyPair> {
  return subtle().generateKey(
    {
      ...RS256,
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
    },
    true,
    ["sign", "verify"],
  );
}

/** Makes a key to sign tokens with, to be kept. */
export async function makePrivateJwk(): Promise<Jwk> {
  const { privateKey } = await makeKeyPair();
  const { kty, n, e, d, p, q, dp, dq, qi } = await subtle()
    .exportKey("jwk", privateKey);
  const jwk = { kty, n, e, d, p, q, dp, dq, qi };
  return JSON.parse(JSON.stringify(jwk));
}

/** The secrets of an instance that are not for signing tokens. */
export interface Secrets {
  /** The key of the Backend API, `sk_test_emulator_…`. */
  readonly secretKey: string;
  /** What webhooks are signed with, `whsec_…`. */
  readonly webhookSecret: string;
}

/** Makes secrets that nobody else has. */
export function makeSecrets(): Secrets {
  return {
    secretKey: `sk_test_emulator_${randomText(32)}`,
    webhookSecret: `whsec_${encodeBase64(randomBytes(24))}`,
  };
}

/**
 * Takes the secrets that are given, and makes the others.
 *
 * @throws {TypeError} When one has another form than an emulator's.
 */
export function completeSecrets(given: Partial<Secrets>): Secrets {
  const { secretKey, webhookSecret } = { ...makeSecrets(), ...given };
  if (!/^sk_test_emulator_\w{16,}$/.test(secretKey)) {
    throw cannotUse(
      "secretKey",
      '"sk_test_emulator_" and 16 letters or digits',
    );
  }
  if (!/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(webhookSecret)) {
    throw cannotUse("webhookSecret", '"whsec_" and 24 bytes in base64');
  }
  return { secretKey, webhookSecret };
}

/**
 * Names the instance of a secret key: who keeps the keys has the same instance
 * from run to run.
 */
export async function instanceIdOf({ secretKey }: Secrets): Promise<string> {
  return `ins_EMULATOR${toBase62(await sha256(encodeUtf8(secretKey)), 19)}`;
}

function cannotUse(name: string, expected: string): TypeError {
  return new TypeError(
    `Cannot use the option "keys.${name}": expected ${expected} or more.`,
  );
}

async function makeSigningKey(): Promise<SigningKey> {
  const pair = await makeKeyPair();
  return describeKey(
    pair.privateKey,
    pair.publicKey,
    await subtle().exportKey("jwk", pair.publicKey),
  );
}

async function importSigningKey(jwk: Jwk): Promise<SigningKey> {
  const { kty = "RSA", n = "", e = "", d = "", p, q, dp, dq, qi } = jwk;
  const publicJwk = { kty, n, e };
  const half = {
    ...publicJwk,
    d,
    ...(p && { p }),
    ...(q && { q }),
    ...(dp && { dp }),
    ...(dq && { dq }),
    ...(qi && { qi }),
  };
  return describeKey(
    await subtle().importKey("jwk", half, RS256, false, ["sign"]),
    await subtle().importKey("jwk", publicJwk, RS256, true, ["verify"]),
    publicJwk,
  );
}

async function describeKey(
  privateKey: CryptoKey,
  publicKey: CryptoKey,
  { n = "", e = "" }: Jwk,
): Promise<SigningKey> {
  const spki = new Uint8Array(await subtle().exportKey("spki", publicKey));
  const kid = `ins_EMULATOR${toBase62(await sha256(spki), 19)}`;
  return {
    kid,
    publicJwk: { use: "sig", kty: "RSA", kid, alg: "RS256", n, e },
    pem: encodePem(spki),
    async sign(text) {
      const signed = await subtle().sign(
        RS256.name,
        privateKey,
        encodeUtf8(text),
      );
      return new Uint8Array(signed);
    },
  };
}

function encodePem(bytes: Uint8Array): string {
  const lines = encodeBase64(bytes).match(/.{1,64}/g) ?? [];
  return `-----BEGIN PUBLIC KEY-----\n${
    lines.join("\n")
  }\n-----END PUBLIC KEY-----\n`;
}

/** Encodes bytes in padded base64 of the usual alphabet. */
export function encodeBase64(bytes: Uint8Array): string {
  const text = encodeBase64Url(bytes).replaceAll("-", "+").replaceAll("_", "/");
  return text.padEnd(Math.ceil(text.length / 4) * 4, "=");
}

/** Clerk's SDK reads PEM text of this one size and exponent only. */
function checkPrivateJwk(jwk: unknown): void {
  if (
    isObject(jwk) && jwk.kty === "RSA" && jwk.e === "AQAB" &&
    typeof jwk.d === "string" && typeof jwk.n === "string" &&
    jwk.n.length === 342
  ) return;
  throw new TypeError(
    'Cannot use the option "keys.privateJwk": expected the JWK of a private RSA key of 2048 bits with the exponent 65537.',
  );
}
