import { createVerifier } from "fast-jwt";
import { importSPKI, jwtVerify } from "jose";
import { verifyToken as officialVerifyToken } from "@clerk/backend";
import { createTokenVerifier, verifyToken } from "../../mod.ts";
import type { Contestant } from "./measure.ts";

const RSA = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
const utf8 = new TextEncoder();

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function base64Url(bytes: Uint8Array): string {
  return base64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(
    /=/g,
    "",
  );
}

/** Claims as a session token of an organization's member carries them. */
function claims(i: number): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000);
  return {
    azp: "https://app.example.com",
    exp: now + 36_000,
    fva: [i % 60, -1],
    iat: now,
    iss: "https://clerk.example.com",
    jti: `jti_${i}`,
    nbf: now - 10,
    o: { id: "org_2aBcDeFgHiJkLmNoPqRsTuVwXyZ", rol: "admin", slg: "acme" },
    sid: `sess_2aBcDeFgHiJkLmNoPqRs${String(i).padStart(7, "0")}`,
    sts: "active",
    sub: `user_2aBcDeFgHiJkLmNoPqRs${String(i).padStart(7, "0")}`,
    v: 2,
  };
}

interface Signed {
  readonly text: string;
  readonly data: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** What a run is made of: a key, and tokens that it signed. */
export interface Material {
  readonly pem: string;
  readonly key: CryptoKey;
  readonly tokens: readonly Signed[];
}

/** Makes a key and so many tokens. */
export async function createMaterial(count: number): Promise<Material> {
  const pair = await crypto.subtle.generateKey(
    { ...RSA, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ["sign", "verify"],
  );
  const spki = await crypto.subtle.exportKey("spki", pair.publicKey);
  const body = base64(new Uint8Array(spki)).replace(/.{64}/g, "$&\n");
  const header = base64Url(utf8.encode(JSON.stringify({
    alg: "RS256",
    cat: "cl_B7d4PD111AAA",
    kid: "ins_2aBcDeFgHiJkLmNoPqRsTuVwXyZ",
    typ: "JWT",
  })));
  const tokens: Signed[] = [];
  for (let i = 0; i < count; i++) {
    const payload = base64Url(utf8.encode(JSON.stringify(claims(i))));
    const data = utf8.encode(`${header}.${payload}`);
    const signature = new Uint8Array(
      await crypto.subtle.sign(RSA, pair.privateKey, data),
    );
    const text = `${header}.${payload}.${base64Url(signature)}`;
    tokens.push({ text, data, signature });
  }
  return {
    pem: `-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----\n`,
    key: pair.publicKey,
    tokens,
  };
}

/** Verifiers that differ in nothing but who wrote them. */
export async function jwtContestants(
  { pem, key, tokens }: Material,
): Promise<readonly Contestant[]> {
  const bytes = tokens.map(({ text }) => utf8.encode(text));
  const decoder = new TextDecoder();
  let fresh: string[] = tokens.map(({ text }) => text);
  // A string that was hashed before would flatter a cache.
  const prepare = () => {
    fresh = bytes.map((each) => decoder.decode(each));
  };
  const token = (i: number) => fresh[i % fresh.length] ?? "";
  const hasSub = (outcome: unknown) =>
    JSON.stringify(outcome).includes("user_2aBc");
  const joseKey = await importSPKI(pem, "RS256");
  const verifier = createTokenVerifier({ jwtKey: pem });
  const fastJwt = createVerifier({
    key: pem,
    algorithms: ["RS256"],
    cache: 1000,
  });
  return [
    {
      name: "crypto.subtle.verify, kept key",
      run: (i) => {
        const each = tokens[i % tokens.length];
        return each &&
          crypto.subtle.verify(RSA, key, each.signature, each.data);
      },
      holds: (outcome) => outcome === true,
    },
    {
      name: "isoclerk createTokenVerifier",
      prepare,
      run: (i) => verifier.verify(token(i)),
      holds: hasSub,
    },
    {
      name: "isoclerk verifyToken",
      prepare,
      run: (i) => verifyToken(token(i), { jwtKey: pem }),
      holds: hasSub,
    },
    {
      name: "jose jwtVerify",
      prepare,
      run: (i) => jwtVerify(token(i), joseKey),
      holds: hasSub,
    },
    {
      name: "fast-jwt (node:crypto)",
      prepare,
      run: (i) => fastJwt(token(i)),
      holds: hasSub,
    },
    {
      name: "@clerk/backend verifyToken",
      prepare,
      run: (i) => officialVerifyToken(token(i), { jwtKey: pem }),
      holds: hasSub,
    },
  ];
}
