import { subtle } from "../../platform/subtle.ts";
import { encodeBase64Url } from "../../text/base64url.ts";
import { encodeUtf8 } from "../../text/utf8.ts";
import { randomText } from "../ids.ts";
import type { PasswordDigest } from "./user.ts";

/** Few rounds: what is kept here is test data, and tests should be fast. */
const ITERATIONS = 1_000;

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** How long a code of an authenticator app counts, in milliseconds. */
const TOTP_STEP = 30_000;

/** Makes the digest of a password or code. */
export async function digestPassword(
  password: string,
  salt: string = randomText(16),
): Promise<PasswordDigest> {
  const key = await subtle().importKey(
    "raw",
    encodeUtf8(password),
    "PBKDF2",
    false,
    ["deriveBits"],
  );
  const bits = await subtle().deriveBits(
    {
      name: "PBKDF2",
      hash: "SHA-256",
      salt: encodeUtf8(salt),
      iterations: ITERATIONS,
    },
    key,
    256,
  );
  const digest = encodeBase64Url(new Uint8Array(bits));
  return { hasher: "emulator", digest, salt };
}

/** Whether a digest is that of a password or code. */
export async function matchesPassword(
  kept: PasswordDigest,
  password: string,
): Promise<boolean> {
  return (await digestPassword(password, kept.salt)).digest === kept.digest;
}

/** Decodes base32 as authenticator apps write it; undefined when it is none. */
export function decodeBase32(
  text: string,
): Uint8Array<ArrayBuffer> | undefined {
  const letters = text.toUpperCase().replace(/[\s=-]/g, "");
  const out = new Uint8Array((letters.length * 5) >> 3);
  if (out.length === 0) return undefined;
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of letters) {
    const value = BASE32.indexOf(letter);
    if (value < 0) return undefined;
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    out[at++] = held >> bits;
  }
  return out;
}

/** Computes the code that an authenticator app shows at a time. */
export async function computeTotp(secret: string, ms: number): Promise<string> {
  const key = await subtle().importKey(
    "raw",
    decodeBase32(secret) ?? new Uint8Array(1),
    { name: "HMAC", hash: "SHA-1" },
    false,
    ["sign"],
  );
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(Math.floor(ms / TOTP_STEP)));
  const mac = new DataView(await subtle().sign("HMAC", key, counter));
  const offset = mac.getUint8(19) & 15;
  const number = (mac.getUint32(offset) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, "0");
}

/** Whether a code counts at a time; the steps beside it count too. */
export async function matchesTotp(
  secret: string,
  code: string,
  ms: number,
): Promise<boolean> {
  for (const step of [0, -1, 1]) {
    if (await computeTotp(secret, ms + step * TOTP_STEP) === code) return true;
  }
  return false;
}
