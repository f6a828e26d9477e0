// Security case 17: RSA keys of any size and exponent, and signatures that are
// nearly right, each through the public entries.
import { assertEquals } from "@std/assert";
import { beforeAll, describe, it } from "@std/testing/bdd";
import { verifyToken as verifyLikeOfficial } from "../../compat/mod.ts";
import { verifyJwt } from "../../jwt.ts";
import { createTokenVerifier } from "../../mod.ts";
import {
  CLAIMS,
  createRsaKey,
  encode,
  HEADER,
  NOW,
  signToken,
  type TestKey,
} from "../parity/tokens.ts";
import { LEADING_ZERO } from "../vectors/leading_zero.ts";
import { RSA_VECTORS } from "../vectors/rsa.ts";
import {
  applyPrivate,
  decode,
  join,
  pad,
  readNumbers,
  type RsaNumbers,
  SHA256,
  toBytes,
  toNumber,
} from "./forge.ts";

const SECRET = "sk_test_signatures";
const clock = { now: () => NOW * 1000 };
const OPEN = { tokenClass: "any", headerType: ["JWT"] } as const;

let key: TestKey;
let numbers: RsaNumbers;
let token: string;
let signedPart: string;
let signature: Uint8Array;

/** What all ways to verify with the key make of a token. */
async function judge(text: string): Promise<readonly unknown[]> {
  const fetch = () =>
    Promise.resolve(Response.json({ keys: [{ ...key.publicJwk }] }));
  const local = createTokenVerifier({ jwtKey: key.publicPem, clock, env: {} });
  const remote = createTokenVerifier({
    secretKey: SECRET,
    clock,
    fetch,
    env: {},
  });
  const plain = await verifyJwt(text, { key: key.publicJwk, clock });
  return [
    (await local.verify(text)).error?.reason,
    (await remote.verify(text)).error?.reason,
    plain.error?.reason,
  ];
}

async function digest(text: string): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

describe("RSA keys", () => {
  it("of every size and exponent verify what they signed, and nothing else", async () => {
    for (const { spki, token, bits, exponent } of RSA_VECTORS) {
      const named = `${bits} ${exponent}`;
      const verifier = createTokenVerifier({ jwtKey: spki, clock, env: {} });
      const { result } = await verifier.verify(token, OPEN);
      assertEquals(result?.sub, "user_1", named);
      const [header, payload, signature = ""] = token.split(".");
      const changed = decode(signature);
      changed[7] = (changed[7] ?? 0) ^ 1;
      const forged = `${header}.${payload}.${encode(changed)}`;
      const { error } = await verifier.verify(forged, OPEN);
      assertEquals(error?.reason, "token-invalid-signature", named);
    }
  });

  it("need signatures with their leading zeros", async () => {
    const verifier = createTokenVerifier({
      jwtKey: LEADING_ZERO.spki,
      clock,
      env: {},
    });
    const text = LEADING_ZERO.tokens.RS256;
    const { error } = await verifier.verify(text, OPEN);
    assertEquals(error, undefined);
    const [header, payload, signature = ""] = text.split(".");
    const short = encode(decode(signature).subarray(1));
    const outcome = await verifier.verify(
      `${header}.${payload}.${short}`,
      OPEN,
    );
    assertEquals(outcome.error?.reason, "token-invalid-signature");
  });
});

describe("a signature", () => {
  beforeAll(async () => {
    key = await createRsaKey();
    numbers = readNumbers(key.privateJwk);
    token = await signToken(key);
    const end = token.lastIndexOf(".");
    signedPart = token.slice(0, end);
    signature = decode(token.slice(end + 1));
  });

  it("made by hand is accepted, so that the forgeries below say something", async () => {
    const content = join(SHA256, await digest(signedPart));
    const made = applyPrivate(pad(content, numbers.size), numbers);
    assertEquals(encode(made), encode(signature));
    const accepted = [undefined, undefined, undefined];
    assertEquals(await judge(`${signedPart}.${encode(made)}`), accepted);
  });

  it("of the wrong length, range or content is refused", async () => {
    const { n, size } = numbers;
    const s = toNumber(signature);
    const other = decode(
      (await signToken(key, { sub: "user_2" })).split(".")[2] ?? "",
    );
    const forged: Record<string, Uint8Array> = {
      "all zero": new Uint8Array(size),
      "all ones": new Uint8Array(size).fill(255),
      one: toBytes(1n, size),
      "n - 1": toBytes(n - 1n, size),
      n: toBytes(n, size),
      "s + n": toBytes(s + n, size + 1),
      "n - s": toBytes(n - s, size),
      truncated: signature.subarray(0, -1),
      "truncated in front": signature.subarray(1),
      half: signature.subarray(0, size / 2),
      "one byte": signature.subarray(0, 1),
      extended: join(signature, [0]),
      "extended in front": join([0], signature),
      doubled: join(signature, signature),
      reversed: signature.slice().reverse(),
      "of another token": other,
    };
    for (const [name, bytes] of Object.entries(forged)) {
      const reasons = await judge(`${signedPart}.${encode(bytes)}`);
      const refused = "token-invalid-signature";
      assertEquals(reasons, [refused, refused, refused], name);
    }
  });

  it("over a block that is padded in another way is refused", async () => {
    const { size } = numbers;
    const hash = await digest(signedPart);
    const info = join(SHA256, hash);
    const noNull = join(
      [48, 47, 48, 11],
      SHA256.subarray(4, 15),
      [4, 32],
      hash,
    );
    const sha1 = decode("MCEwCQYFKw4DAhoFAAQU");
    const short = join([0, 1], new Uint8Array(8).fill(255), [0], info);
    const rest = new Uint8Array(size - short.length);
    const blocks: Record<string, Uint8Array> = {
      "type 0": pad(info, size, { type: 0 }),
      "type 2": pad(info, size, { type: 2 }),
      "filler 00": pad(info, size, { filler: 0 }),
      "filler fe": pad(info, size, { filler: 0xfe }),
      "no end of filler": pad(info, size, { end: 255 }),
      "no padding": join(new Uint8Array(size - info.length), info),
      "rubbish behind": join(short, rest),
      "rubbish between": join(
        [0, 1, ...new Uint8Array(8).fill(255), 0],
        rest,
        info,
      ),
      "no NULL": pad(noNull, size),
      "bare hash": pad(hash, size),
      "hash of SHA-1": pad(join(sha1, hash.subarray(0, 20)), size),
      "hash cut off": pad(info.subarray(0, -1), size),
      "hash of nothing": pad(join(SHA256, await digest("")), size),
      "hash of the claims alone": pad(
        join(SHA256, await digest(signedPart.split(".")[1] ?? "")),
        size,
      ),
      "OID of SHA-512": pad(
        join(SHA256.subarray(0, 14), [3], SHA256.subarray(15), hash),
        size,
      ),
      "tag of another type": pad(
        join(SHA256.subarray(0, 17), [5], SHA256.subarray(18), hash),
        size,
      ),
    };
    for (const [name, block] of Object.entries(blocks)) {
      assertEquals(block.length, size, name);
      const forged = encode(applyPrivate(block, numbers));
      const reasons = await judge(`${signedPart}.${forged}`);
      const refused = "token-invalid-signature";
      assertEquals(reasons, [refused, refused, refused], name);
    }
  });

  it("that an exponent gives away is refused", async () => {
    const { n, size } = numbers;
    const info = join(SHA256, await digest(signedPart));
    // By the exponent 1 the padded block is its own signature.
    const forged = `${signedPart}.${encode(pad(info, size))}`;
    const zero = `${signedPart}.${encode(new Uint8Array(size))}`;
    for (const e of ["AQ", "AAAB", "AA", "Ag", "", encode(toBytes(n, size))]) {
      const jwtKey = { kty: "RSA", n: `${key.publicJwk.n}`, e };
      const verifier = createTokenVerifier({ jwtKey, clock, env: {} });
      for (const text of [forged, zero, token]) {
        const { result } = await verifier.verify(text);
        assertEquals(result, undefined, e.slice(0, 9));
      }
    }
  });

  it("by another algorithm of the same key is refused, whatever the header says", async () => {
    for (const made of ["RS384", "RS512", "PS256"]) {
      for (const said of ["RS256", made]) {
        const head = encode(JSON.stringify({ ...HEADER, alg: said }));
        const signed = `${head}.${encode(JSON.stringify(CLAIMS))}`;
        const [name, hash] = made === "PS256"
          ? ["RSA-PSS", "SHA-256"]
          : ["RSASSA-PKCS1-v1_5", `SHA-${made.slice(2)}`];
        const { alg: _, key_ops: __, ...jwk } = key.privateJwk;
        const imported = await crypto.subtle.importKey(
          "jwk",
          jwk,
          { name, hash },
          false,
          ["sign"],
        );
        const bytes = await crypto.subtle.sign(
          { name, saltLength: 32 },
          imported,
          new TextEncoder().encode(signed),
        );
        const text = `${signed}.${encode(new Uint8Array(bytes))}`;
        const refused = said === "RS256"
          ? "token-invalid-signature"
          : "token-invalid-algorithm";
        // The JWKS says RS256, and the PEM and the JWK mean it.
        assertEquals(await judge(text), [refused, refused, refused], said);
      }
    }
  });

  it("that is nearly right is refused by the drop-in too", async () => {
    for (const bytes of [new Uint8Array(256), signature.subarray(1)]) {
      const refused = await verifyLikeOfficial(
        `${signedPart}.${encode(bytes)}`,
        { jwtKey: key.publicPem, clockSkewInMs: 1e15 },
      ).then(() => "accepted", (error) => error.reason);
      assertEquals(refused, "token-invalid-signature");
    }
  });
});
