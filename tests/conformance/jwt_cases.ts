import { createEmulator } from "../../emulator.ts";
import { decodeJwt, hasValidSignature, signJwt, verifyJwt } from "../../jwt.ts";
import { type Cases, same } from "./same.ts";

/** A token of an emulated instance, and the keys that it can be checked with. */
async function makeToken() {
  const emulator = await createEmulator({
    seed: { users: [{ id: "user_1" }] },
  });
  const { token } = await emulator.signIn("user_1");
  const [jwk] = (await emulator.jwks()).keys;
  if (!jwk) throw new Error("The emulator has no key");
  return { token, jwk, pem: await emulator.jwtKey, clock: emulator.clock };
}

/** Swaps the last character of the first part that can bear it. */
function tamper(token: string): string {
  const [head, payload = "", tail] = token.split(".");
  const other = payload.startsWith("eyJ") ? "eyK" : "eyJ";
  return [head, other + payload.slice(3), tail].join(".");
}

export const jwtCases: Cases = {
  async "jwt: RS256 by a JWK and by PEM"() {
    const { token, jwk, pem, clock } = await makeToken();
    for (const key of [jwk, pem]) {
      const { result, error } = await verifyJwt(token, { key, clock });
      if (error) throw error;
      same(result.sub, "user_1");
    }
  },

  async "jwt: a token that was tampered with is refused"() {
    const { token, jwk, clock } = await makeToken();
    const { error } = await verifyJwt(tamper(token), { key: jwk, clock });
    same(error?.reason.startsWith("token-invalid"), true);
    const decoded = decodeJwt(token);
    if (decoded.error) throw decoded.error;
    const other = await makeToken();
    const checked = await hasValidSignature(decoded.result, other.jwk);
    same(checked.result, false);
  },

  async "jwt: every algorithm signs and verifies, where the runtime has it"() {
    const algorithms = {
      RS512: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-512", ...RSA },
      PS256: { name: "RSA-PSS", hash: "SHA-256", ...RSA },
      ES256: { name: "ECDSA", namedCurve: "P-256" },
      EdDSA: { name: "Ed25519" },
    } as const;
    for (const [algorithm, parameters] of Object.entries(algorithms)) {
      await signAndVerify(algorithm as keyof typeof algorithms, parameters);
    }
  },
};

const RSA = {
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const;

async function signAndVerify(
  algorithm: "RS512" | "PS256" | "ES256" | "EdDSA",
  parameters: RsaHashedKeyGenParams | EcKeyGenParams | { name: "Ed25519" },
): Promise<void> {
  const pair = await crypto.subtle.generateKey(parameters, true, [
    "sign",
    "verify",
  ]) as CryptoKeyPair;
  const signed = await signJwt(
    { sub: algorithm, exp: 4_102_444_800 },
    await crypto.subtle.exportKey("jwk", pair.privateKey),
    { algorithm },
  );
  if (signed.error) throw signed.error;
  const { result, error } = await verifyJwt(signed.result, {
    key: await crypto.subtle.exportKey("jwk", pair.publicKey),
    algorithms: [algorithm],
  });
  if (error) throw error;
  same(result.sub, algorithm);
}
