import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import * as jose from "jose";
import {
  importKey,
  type Jwk,
  type JwtKey,
  signJwt,
  verifyJwt,
} from "../../jwt.ts";
import { importInstanceKey } from "../../src/jwt/instance_key.ts";
import { RSA_VECTORS } from "../vectors/rsa.ts";
import { refusalOfAsync } from "./refusal.ts";
import { CLAIMS, clock, fixture, SECRET } from "./fixtures.ts";

const REMOTE = "jwk-remote-invalid";

function refusalOfInstanceKey(key: unknown) {
  return refusalOfAsync(() => importInstanceKey(key, REMOTE));
}

async function reasonFor(key: unknown, algorithms?: unknown) {
  const options = algorithms === undefined ? undefined : { algorithms };
  const { error } = await importKey(key as JwtKey, options as never);
  return error?.reason;
}

async function algorithmsOf(key: JwtKey) {
  return (await importKey(key)).result?.algorithms;
}

/** The bare RSAPublicKey inside a SubjectPublicKeyInfo of 2048 to 4096 bits. */
function toPkcs1(spki: string): string {
  const der = jose.base64url.decode(
    spki.replace(/-----[^-]+-----|\s|=/g, "").replaceAll("+", "-").replaceAll(
      "/",
      "_",
    ),
  );
  const base64 = btoa(String.fromCharCode(...der.subarray(24)));
  return `-----BEGIN RSA PUBLIC KEY-----\n${base64}\n-----END RSA PUBLIC KEY-----\n`;
}

describe("importKey from PEM", () => {
  it("finds the algorithm in the key", async () => {
    for (
      const [alg, expected] of [
        ["RS256", "RS256"],
        ["PS256", "RS256"],
        ["ES256", "ES256"],
        ["ES384", "ES384"],
        ["ES512", "ES512"],
        ["EdDSA", "EdDSA"],
      ] as const
    ) {
      const { spki, publicJwk } = await fixture(alg);
      assertEquals(await algorithmsOf(spki), [expected]);
      assertEquals(await algorithmsOf(publicJwk), [expected]);
    }
  });

  it("reads it as it comes out of environment variables", async () => {
    const { spki, pkcs8 } = await fixture("RS256");
    const bare = spki.replace(/-----[^-]+-----/g, "");
    const { result: token = "" } = await signJwt(CLAIMS, pkcs8, {
      algorithm: "RS256",
    });
    for (
      const text of [
        spki,
        spki.replaceAll("\n", "\r\n"),
        spki.replaceAll("\n", "\\n"),
        spki.replaceAll("\n", "\\r\\n"),
        spki.replaceAll("\n", "\\\\n"),
        spki.replaceAll("\n", " "),
        spki.replaceAll("\n", ""),
        `"${spki}"`,
        `'${spki.replaceAll("\n", "\\n")}'`,
        `  ${spki}\n\n`,
        bare,
        bare.replace(/\s/g, ""),
        bare.replace(/[\s=]/g, ""),
        toPkcs1(spki),
      ]
    ) {
      const { error } = await verifyJwt(token, { key: text, clock });
      assertEquals(error, undefined, text.slice(0, 60));
    }
  });

  for (const { bits, exponent, spki, pkcs1, token } of RSA_VECTORS) {
    it(`reads an RSA key of ${bits} bits with the exponent ${exponent}`, async () => {
      const [head, body, signature = ""] = token.split(".");
      const forged = `${head}.${body}.${signature.slice(0, -4)}AAAA`;
      for (const key of [spki, pkcs1]) {
        assertEquals((await verifyJwt(token, { key, clock })).error, undefined);
        const { error } = await verifyJwt(forged, { key, clock });
        assertEquals(error?.reason, "token-invalid-signature");
      }
    });
  }

  it("refuses RSA keys of 2040 bits, and such whose exponent signs nothing", async () => {
    const numbers = (bytes: number, e: string) => ({
      kty: "RSA",
      n: jose.base64url.encode(new Uint8Array(bytes).fill(0xab)),
      e,
    });
    assertEquals(await reasonFor(numbers(256, "AQAB")), undefined);
    await importInstanceKey(numbers(256, "AQAB"), REMOTE);
    for (
      const jwk of [
        numbers(255, "AQAB"),
        numbers(256, "AQ"),
        numbers(256, "AAAB"),
        numbers(256, "AA"),
      ]
    ) {
      assertEquals(await reasonFor(jwk), "jwk-local-missing");
      assertEquals((await refusalOfInstanceKey(jwk))?.reason, REMOTE);
    }
  });

  it("refuses RSA keys of less than 2048 bits", async () => {
    const pair = await crypto.subtle.generateKey(
      {
        name: "RSASSA-PKCS1-v1_5",
        hash: "SHA-256",
        modulusLength: 1024,
        publicExponent: Uint8Array.of(1, 0, 1),
      },
      true,
      ["sign", "verify"],
    );
    const spki = await jose.exportSPKI(pair.publicKey);
    const jwk = await jose.exportJWK(pair.publicKey);
    for (const key of [spki, jwk]) {
      assertEquals(await reasonFor(key), "jwk-local-missing");
    }
    const error = await refusalOfInstanceKey({ ...jwk, kid: "short" });
    assertEquals(error?.reason, "jwk-remote-invalid");
  });

  it("refuses what is no public key, and does not quote it", async () => {
    const { pkcs8, privateJwk, spki } = await fixture("RS256");
    const { spki: x25519 } = await fixture("EdDSA");
    for (
      const key of [
        "",
        " ",
        "\n",
        '""',
        "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----",
        "sk_test_abcdefghijklmnopqrstuvwxyz0123456789",
        "not a key",
        "MIIB",
        spki.slice(0, 200),
        spki.replace("M", "m"),
        x25519.replace("MCowBQYDK2Vw", "MCowBQYDK2Vu"),
        pkcs8,
        JSON.stringify(privateJwk),
        "A".repeat(100_000),
        "-".repeat(100_000),
      ]
    ) {
      const { result, error } = await importKey(key);
      assertEquals(result, undefined);
      assertEquals(error?.reason, "jwk-local-missing");
      const text = `${error?.message}${JSON.stringify(error)}`;
      assertEquals(text.includes(key.slice(30, 50).trim() || "MII"), false);
    }
  });

  it("says what is wrong with a key", async () => {
    const { publicJwk, spki } = await fixture("RS256");
    const whole = spki.replace(/-----[^-]+-----|\s/g, "");
    for (
      const [key, message] of [
        ["text", "the PEM text of a public key"],
        [1, "PEM text, a JWK or a marked secret"],
        [{ secret: 1 }, "the secret to be text or bytes"],
        [{ secret: null }, "the secret to be text or bytes"],
        [{ secret: "short" }, "too weak"],
        [{ ...publicJwk, use: "enc" }, '"use" or "key_ops"'],
        [{ ...publicJwk, kty: "rsa" }, '"kty" and "crv"'],
        [whole.slice(0, 200), "its parts do not make a key"],
        ...[
          { kty: "OKP", crv: "X25519" },
          { kty: "OKP", crv: "P-256" },
          { kty: "EC", crv: "Ed25519" },
          { kty: "EC", crv: "secp256k1" },
        ].map((jwk) => [jwk, '"kty" and "crv"'] as const),
      ] as const
    ) {
      const { error } = await importKey(key as JwtKey, {
        algorithms: ["RS256", "ES256", "HS256"],
      });
      assertEquals(error?.reason, "jwk-local-missing");
      assertStringIncludes(error?.message ?? "", message);
    }
  });

  it("refuses what is no key at all", async () => {
    for (
      const key of [undefined, null, 0, true, [], {}, { kty: "RSA" }, () => {}]
    ) {
      assertEquals(await reasonFor(key), "jwk-local-missing");
    }
    const { result: token = "" } = await signJwt(CLAIMS, { secret: SECRET }, {
      algorithm: "HS256",
    });
    for (const key of [undefined, null, "", {}, { secret: "" }]) {
      const { result, error } = await verifyJwt(token, {
        key: key as JwtKey,
        algorithms: ["HS256"],
        clock,
      });
      assertEquals(result, undefined);
      assertEquals(error?.reason, "jwk-local-missing");
    }
  });
});

describe("importKey from a JWK", () => {
  it("keeps to its alg", async () => {
    const { publicJwk } = await fixture("RS256");
    assertEquals(await algorithmsOf({ ...publicJwk, alg: "PS512" }), ["PS512"]);
    const misfit = "token-invalid-algorithm";
    const jwk = { ...publicJwk, alg: "RS256" };
    assertEquals(await reasonFor(jwk, ["RS384"]), misfit);
    assertEquals(await reasonFor(jwk, ["RS384", "RS256"]), undefined);
    for (
      const alg of ["ES256", "HS256", "none", "", "RSA-OAEP", "__proto__", 1]
    ) {
      assertEquals(await reasonFor({ ...publicJwk, alg }), misfit);
    }
  });

  it("knows EdDSA by its newer name, too", async () => {
    const { publicJwk, privateJwk } = await fixture("EdDSA");
    const alg = "Ed25519";
    const key = { ...publicJwk, alg };
    assertEquals(await algorithmsOf(key), ["EdDSA"]);
    const { result: token = "" } = await signJwt(
      CLAIMS,
      { ...privateJwk, alg },
      { algorithm: "EdDSA" },
    );
    assertEquals((await verifyJwt(token, { key, clock })).error, undefined);
    const misfit = "token-invalid-algorithm";
    assertEquals(await reasonFor({ ...publicJwk, alg: "Ed448" }), misfit);
  });

  it("narrows the algorithms to its family", async () => {
    const { publicJwk, spki } = await fixture("RS256");
    const algorithms = ["ES256", "RS512", "HS256", "PS256"] as const;
    for (const key of [publicJwk, spki]) {
      const { result } = await importKey(key, { algorithms });
      assertEquals(result?.algorithms, ["RS512", "PS256"]);
      assertEquals(await reasonFor(key, ["ES256"]), "token-invalid-algorithm");
    }
  });

  it("keeps the kid, and takes the public half of a private key", async () => {
    const { privateJwk } = await fixture("ES256");
    const { result } = await importKey({ ...privateJwk, kid: "ins_1" });
    assertEquals(result?.kid, "ins_1");
    assertEquals(result?.algorithms, ["ES256"]);
    const odd = { ...privateJwk, kid: 1 } as unknown as Jwk;
    assertEquals((await importKey(odd)).result?.kid, undefined);
  });

  it("refuses keys for another use", async () => {
    const { publicJwk } = await fixture("RS256");
    for (
      const restriction of [
        { use: "enc" },
        { use: "" },
        { use: null },
        { key_ops: [] },
        { key_ops: ["sign"] },
        { key_ops: ["encrypt"] },
        { key_ops: "verify" },
        { key_ops: null },
        { kty: "oct", k: "AAAA" },
        { kty: "rsa" },
        { kty: "EC" },
        { kty: "__proto__" },
        { n: "" },
        { n: undefined },
        { e: undefined },
        { n: 12 },
        { n: [publicJwk.n] },
        { e: [publicJwk.e] },
      ]
    ) {
      const jwk = { ...publicJwk, kid: "ins_1", ...restriction };
      assertEquals(await reasonFor(jwk), "jwk-local-missing");
      const error = await refusalOfInstanceKey(jwk);
      assertEquals(error?.reason, "jwk-remote-invalid");
    }
    const allowed: Jwk = { ...publicJwk, use: "sig", key_ops: ["verify"] };
    assertEquals(await reasonFor(allowed), undefined);
  });

  it("refuses a kty oct, also with every algorithm of HMAC named", async () => {
    const jwk = { kty: "oct", k: jose.base64url.encode(SECRET), alg: "HS256" };
    assertEquals(await reasonFor(jwk), "jwk-local-missing");
    assertEquals(await reasonFor(jwk, ["HS256"]), "jwk-local-missing");
    const error = await refusalOfInstanceKey({ ...jwk, kid: "ins_1" });
    assertEquals(error?.reason, "jwk-remote-invalid");
  });
});

describe("importKey from a secret", () => {
  it("needs its algorithm named, and a secret as long as the hash", async () => {
    const key = { secret: SECRET };
    assertEquals(await reasonFor(key), "token-invalid-algorithm");
    assertEquals(await reasonFor(key, ["RS256"]), "token-invalid-algorithm");
    assertEquals(await reasonFor(key, ["HS512"]), undefined);
    for (
      const [alg, bytes] of [["HS256", 32], ["HS384", 48], [
        "HS512",
        64,
      ]] as const
    ) {
      const secret = "x".repeat(bytes);
      assertEquals(await reasonFor({ secret }, [alg]), undefined);
      const short = { secret: secret.slice(1) };
      assertEquals(await reasonFor(short, [alg]), "jwk-local-missing");
    }
  });

  it("does not change with the bytes that it came from", async () => {
    const bytes = SECRET.slice();
    const algorithms = ["HS256"] as const;
    const { result: key } = await importKey({ secret: bytes }, { algorithms });
    bytes.fill(0);
    const { result: token = "" } = await signJwt(CLAIMS, { secret: SECRET }, {
      algorithm: "HS256",
    });
    assert(key);
    assertEquals((await verifyJwt(token, { key, clock })).error, undefined);
  });
});

describe("an imported key", () => {
  it("comes back as it is, and can be narrowed but not widened", async () => {
    const { spki, pkcs8 } = await fixture("RS256");
    const algorithms = ["RS256", "RS384"] as const;
    const { result: key } = await importKey(spki, { algorithms });
    assert(key);
    assert((await importKey(key)).result === key);
    const narrow = await importKey(key, { algorithms: ["RS384", "RS512"] });
    assertEquals(narrow.result?.algorithms, ["RS384"]);
    assert(narrow.result);
    for (const algorithm of algorithms) {
      const { result: token = "" } = await signJwt(CLAIMS, pkcs8, {
        algorithm,
      });
      const { error } = await verifyJwt(token, { key: narrow.result, clock });
      const isAllowed = algorithm === "RS384";
      const reason = isAllowed ? undefined : "token-invalid-algorithm";
      assertEquals(error?.reason, reason);
    }
    assertEquals(await reasonFor(key, ["RS512"]), "token-invalid-algorithm");
  });

  it("cannot be made by hand, copied or changed", async () => {
    const { spki } = await fixture("RS256");
    const { result: key } = await importKey(spki);
    assert(key);
    assertEquals(await reasonFor({ ...key }), "jwk-local-missing");
    assertEquals(
      await reasonFor({ kid: "x", algorithms: ["RS256"] }),
      "jwk-local-missing",
    );
    assertEquals(Reflect.set(key, "kid", "x"), false);
    assertEquals(Reflect.set(key.algorithms, 0, "HS256"), false);
    assertEquals(Object.keys(key), ["kid", "algorithms"]);
  });
});

describe("the algorithms option", () => {
  it("must be a list of known algorithms, not empty", async () => {
    const { spki, pkcs8 } = await fixture("RS256");
    const { result: token = "" } = await signJwt(CLAIMS, pkcs8, {
      algorithm: "RS256",
    });
    const lists = [
      [],
      "RS256",
      ["none"],
      ["RS256", "rs256"],
      [undefined],
      {},
      null,
    ];
    for (const algorithms of lists) {
      assertEquals(await reasonFor(spki, algorithms), "options-invalid");
      const options = { key: spki, algorithms, clock } as never;
      const { error } = await verifyJwt(token, options);
      assertEquals(error?.reason, "options-invalid");
      assertStringIncludes(error?.message ?? "", '"algorithms"');
    }
  });
});

describe("importInstanceKey", () => {
  it("takes RSA keys as PEM or JWK, and keeps the kid", async () => {
    const { publicJwk, spki } = await fixture("RS256");
    for (const kid of ["__proto__", "ins_1"]) {
      const jwk = { ...publicJwk, kid };
      const result = await importInstanceKey(jwk, REMOTE);
      assertEquals(result.kid, kid);
      assertEquals([...result.checks.keys()], ["RS256"]);
    }
    for (const alg of ["RS256", "RS384", "RS512"]) {
      const jwk = { ...publicJwk, alg, use: "sig", key_ops: ["verify"] };
      const other = await importInstanceKey(jwk, REMOTE);
      assertEquals([...other.checks.keys()], [alg]);
    }
    const pem = await importInstanceKey(spki, REMOTE);
    assertEquals([...pem.checks.keys()], ["RS256"]);
    assertEquals(pem.kid, undefined);
  });

  it("refuses keys of other kinds", async () => {
    for (const alg of ["ES256", "ES512", "EdDSA"] as const) {
      const { publicJwk, spki, pkcs8 } = await fixture(alg);
      for (const key of [publicJwk, spki, pkcs8]) {
        const error = await refusalOfInstanceKey(key);
        assertEquals(error?.reason, REMOTE);
      }
    }
    const { pkcs8, privateJwk, spki } = await fixture("RS256");
    for (const key of [pkcs8, spki.slice(0, 200), { secret: SECRET }, ""]) {
      const error = await refusalOfInstanceKey(key);
      assertEquals(error?.reason, REMOTE);
    }
    const result = await importInstanceKey(privateJwk, REMOTE);
    assertEquals([...result.checks.keys()], ["RS256"]);
  });

  it("refuses what is no JWK, and algorithms that don't verify", async () => {
    const { publicJwk } = await fixture("RS256");
    for (
      const jwk of [
        undefined,
        null,
        "text",
        [],
        {},
        { ...publicJwk, kid: "a", alg: "PS256" },
        { ...publicJwk, kid: "a", alg: "RSA-OAEP" },
        { ...publicJwk, kid: "a", alg: "HS256" },
      ]
    ) {
      const error = await refusalOfInstanceKey(jwk);
      assertEquals(error?.reason, "jwk-remote-invalid");
    }
  });
});
