/** Keys and tokens for the parity tests, made in process. */
export const NOW = 1_767_225_600;

type Json = Readonly<Record<string, unknown>>;

/** A key pair in the forms that either side takes. */
export interface TestKey {
  readonly privateKey: CryptoKey;
  readonly privateJwk: JsonWebKey;
  readonly privatePem: string;
  readonly publicJwk: JsonWebKey & { readonly kid: string };
  readonly publicPem: string;
}

function toPem(label: string, der: ArrayBuffer): string {
  const base64 = btoa(String.fromCharCode(...new Uint8Array(der)));
  const lines = base64.match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${
    lines.join("\n")
  }\n-----END ${label}-----`;
}

async function createKey(
  kid: string,
  params: RsaHashedKeyGenParams | EcKeyGenParams,
): Promise<TestKey> {
  const pair = await crypto.subtle.generateKey(params, true, [
    "sign",
    "verify",
  ]);
  const { privateKey, publicKey } = pair;
  const { key_ops: _, ext: __, ...jwk } = await crypto.subtle.exportKey(
    "jwk",
    publicKey,
  );
  const pkcs8 = await crypto.subtle.exportKey("pkcs8", privateKey);
  const spki = await crypto.subtle.exportKey("spki", publicKey);
  return {
    privateKey,
    privateJwk: await crypto.subtle.exportKey("jwk", privateKey),
    privatePem: toPem("PRIVATE KEY", pkcs8),
    publicJwk: { ...jwk, kid, use: "sig" },
    publicPem: toPem("PUBLIC KEY", spki),
  };
}

/** A fresh RSA key. */
export function createRsaKey(kid = "ins_1"): Promise<TestKey> {
  return createKey(kid, {
    name: "RSASSA-PKCS1-v1_5",
    hash: "SHA-256",
    modulusLength: 2048,
    publicExponent: Uint8Array.of(1, 0, 1),
  });
}

/** A fresh key on P-256. */
export function createEcKey(kid = "ins_1"): Promise<TestKey> {
  return createKey(kid, { name: "ECDSA", namedCurve: "P-256" });
}

/** Encodes bytes or text in base64url. */
export function encode(data: string | Uint8Array): string {
  const bytes = typeof data === "string"
    ? new TextEncoder().encode(data)
    : data;
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-")
    .replaceAll("/", "_").replace(/=+$/, "");
}

const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  RS256: ["RSASSA-PKCS1-v1_5", "SHA-256"],
  RS384: ["RSASSA-PKCS1-v1_5", "SHA-384"],
  RS512: ["RSASSA-PKCS1-v1_5", "SHA-512"],
  PS256: ["RSA-PSS", "SHA-256"],
  ES256: ["ECDSA", "SHA-256"],
};

/** Signs header and payload texts, whatever they hold. */
export async function signText(
  header: string,
  payload: string,
  key: TestKey,
  algorithm = "RS256",
): Promise<string> {
  const signed = `${encode(header)}.${encode(payload)}`;
  const [name, hash] = NAMES[algorithm] ?? ["RSASSA-PKCS1-v1_5", "SHA-256"];
  const { alg: _1, key_ops: _2, ...jwk } = key.privateJwk;
  const imported = await crypto.subtle.importKey(
    "jwk",
    jwk,
    { name, hash, namedCurve: "P-256" },
    false,
    ["sign"],
  );
  const signature = await crypto.subtle.sign(
    { name, hash, saltLength: 32 },
    imported,
    new TextEncoder().encode(signed),
  );
  return `${signed}.${encode(new Uint8Array(signature))}`;
}

/** The claims of a session token. */
export const CLAIMS: Json = {
  azp: "https://app.example.com",
  exp: NOW + 60,
  iat: NOW,
  iss: "https://clerk.example.com",
  nbf: NOW - 10,
  sid: "sess_1",
  sub: "user_1",
};

/** The header of a session token. */
export const HEADER: Json = {
  alg: "RS256",
  cat: "cl_B7d4PD111AAA",
  kid: "ins_1",
  typ: "JWT",
};

/** Signs a session token with some claims and header parameters replaced. */
export function signToken(
  key: TestKey,
  claims: Json = {},
  header: Json = {},
): Promise<string> {
  const head = { ...HEADER, ...header };
  return signText(
    JSON.stringify(head),
    JSON.stringify({ ...CLAIMS, ...claims }),
    key,
    String(head.alg),
  );
}
