import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import * as jose from "jose";
import {
  type JwtAlgorithm,
  type JwtKey,
  signJwt,
  verifyJwt,
} from "../../jwt.ts";
import { parseJwt, splitJwt } from "../../src/jwt/parse.ts";
import { createCheckingKey } from "../../src/jwt/signature_check.ts";
import { verifyTokenSignature } from "../../src/jwt/verified.ts";
import { encodeBase64Url } from "../../src/text/base64url.ts";
import { decodeUtf8, encodeUtf8 } from "../../src/text/utf8.ts";
import { refusalOfAsync } from "./refusal.ts";
import {
  CLAIMS,
  clock,
  craft,
  encodeJson,
  fixture,
  HEADER,
  NOW,
  signText,
} from "./fixtures.ts";

async function judge(
  token: string,
  key?: JwtKey,
  algorithms?: readonly JwtAlgorithm[],
) {
  const { spki } = await fixture("RS256");
  const options = { key: key ?? spki, algorithms, clock };
  const { result, error } = await verifyJwt(token, options);
  return result ? "accepted" : error?.reason;
}

/** A token whose HMAC is keyed by any bytes. */
async function hmac(alg: string, secret: Uint8Array): Promise<string> {
  const hash = `SHA-${alg.slice(2)}`;
  const key = await crypto.subtle.importKey(
    "raw",
    Uint8Array.from(secret),
    { name: "HMAC", hash },
    false,
    ["sign"],
  );
  const text = `${encodeJson({ ...HEADER, alg })}.${encodeJson(CLAIMS)}`;
  const mac = await crypto.subtle.sign("HMAC", key, encodeUtf8(text));
  return `${text}.${encodeBase64Url(new Uint8Array(mac))}`;
}

describe("algorithms", () => {
  it("accepts what all of these forgeries start from", async () => {
    assertEquals(await judge(await craft(HEADER, CLAIMS)), "accepted");
  });

  it("refuses none in any case, with a signature and without", async () => {
    const good = await craft(HEADER, CLAIMS);
    const signature = good.split(".")[2];
    for (const alg of ["none", "None", "NONE", "nOnE", "", " none", "null"]) {
      const text = `${encodeJson({ ...HEADER, alg })}.${encodeJson(CLAIMS)}`;
      assertEquals(await judge(`${text}.`), "token-invalid");
      for (
        const token of [
          `${text}.${signature}`,
          `${text}.AA`,
          await signText(text),
        ]
      ) {
        assertEquals(await judge(token), "token-invalid-algorithm");
      }
    }
  });

  it("refuses an HMAC keyed by the public key in any form", async () => {
    const { spki, publicJwk } = await fixture("RS256");
    const bare = spki.replace(/-----[^-]+-----|\s/g, "");
    const forms = [
      spki,
      spki.trim(),
      spki + "\n",
      spki.replaceAll("\n", "\r\n"),
      spki.replaceAll("\n", "\\n"),
      spki.replaceAll("\n", ""),
      bare,
      JSON.stringify(publicJwk),
      JSON.stringify(publicJwk, null, 2),
      publicJwk.n ?? "",
      "",
      "undefined",
      "[object Object]",
    ].map(encodeUtf8);
    const der = Uint8Array.from(atob(bare), (c) => c.charCodeAt(0));
    const all: readonly JwtAlgorithm[] = ["RS256", "HS256", "HS384", "HS512"];
    for (const alg of ["HS256", "HS384", "HS512"]) {
      for (const secret of [...forms, der]) {
        if (secret.length === 0) continue;
        const token = await hmac(alg, secret);
        for (
          const key of [spki, publicJwk, bare, { ...publicJwk, alg: "RS256" }]
        ) {
          assertEquals(await judge(token, key), "token-invalid-algorithm");
          assertEquals(await judge(token, key, all), "token-invalid-algorithm");
        }
      }
    }
  });

  it("refuses other algorithms against an RSA key, rightly signed or not", async () => {
    const { privateJwk, spki, publicJwk } = await fixture("RS256");
    for (const alg of ["RS384", "RS512", "PS256", "PS384", "PS512"] as const) {
      const { result = "" } = await signJwt(CLAIMS, privateJwk, {
        algorithm: alg,
      });
      for (const key of [spki, publicJwk, { ...publicJwk, alg: "RS256" }]) {
        assertEquals(await judge(result, key), "token-invalid-algorithm");
      }
    }
    for (
      const alg of [
        "ES256",
        "ES384",
        "EdDSA",
        "rs256",
        "RS256 ",
        "RSA",
        "toString",
      ]
    ) {
      const token = await craft({ ...HEADER, alg }, CLAIMS);
      assertEquals(await judge(token), "token-invalid-algorithm");
    }
  });

  it("never takes the algorithm of a key without alg from the header", async () => {
    const { privateJwk, publicJwk } = await fixture("RS256");
    const { result = "" } = await signJwt(CLAIMS, privateJwk, {
      algorithm: "PS256",
    });
    assertEquals(await judge(result, publicJwk), "token-invalid-algorithm");
    assertEquals(await judge(result, publicJwk, ["PS256"]), "accepted");
  });

  it("refuses a curve for another one", async () => {
    const { privateJwk } = await fixture("ES256");
    const { publicJwk } = await fixture("ES384");
    const { result = "" } = await signJwt(CLAIMS, privateJwk, {
      algorithm: "ES256",
    });
    assertEquals(await judge(result, publicJwk), "token-invalid-algorithm");
  });
});

describe("header parameters", () => {
  it("never choose a key: jku, jwk, x5u, x5c, kid", async () => {
    const attacker = await fixture("RS256", "attacker");
    const parameters = [
      { jku: "https://attacker.example/jwks.json" },
      { jwk: attacker.publicJwk },
      { x5u: "https://attacker.example/cert.pem" },
      { x5c: ["MIIB"] },
      { kid: "__proto__" },
      { kid: "constructor" },
      { kid: "../../dev/null" },
      { kid: "" },
      { kid: "' OR 1=1 --" },
    ];
    for (const parameter of parameters) {
      const header = { ...HEADER, ...parameter };
      const forged = await craft(header, CLAIMS, "attacker");
      assertEquals(await judge(forged), "token-invalid-signature");
      assertEquals(await judge(await craft(header, CLAIMS)), "accepted");
    }
  });

  it("refuses crit whatever it lists, and b64: false", async () => {
    const parameters = [
      { crit: ["exp"], exp: NOW + 60 },
      { crit: ["http://example.com/UNDEFINED"] },
      { crit: [] },
      { crit: null },
      { crit: "b64" },
      { crit: {} },
      { crit: ["alg"] },
      { crit: ["b64"], b64: false },
      { crit: ["b64"], b64: true },
      { b64: false },
    ];
    for (const parameter of parameters) {
      const token = await craft({ ...HEADER, ...parameter }, CLAIMS);
      const { spki: key } = await fixture("RS256");
      const { error } = await verifyJwt(token, { key, clock });
      assertEquals([error?.reason, error?.claim], ["token-invalid", "crit"]);
    }
  });
});

describe("the order of verification", () => {
  it("judges claims only after the signature", async () => {
    const claims = [
      { ...CLAIMS, exp: 1 },
      { ...CLAIMS, nbf: NOW + 999 },
      { ...CLAIMS, aud: 7, iss: [] },
      {},
    ];
    for (const payload of claims) {
      for (const typ of ["JWT", "other"]) {
        const forged = await craft({ ...HEADER, typ }, payload, "attacker");
        assertEquals(await judge(forged), "token-invalid-signature");
      }
    }
  });

  it("gives one uniform error for forged tokens", async () => {
    const { spki } = await fixture("RS256");
    const good = await craft(HEADER, CLAIMS);
    const [head, , signature] = good.split(".");
    const forgeries = [
      await craft(HEADER, CLAIMS, "attacker"),
      await craft(
        { ...HEADER, kid: "other" },
        { ...CLAIMS, exp: 1 },
        "attacker",
      ),
      `${head}.${encodeJson({ ...CLAIMS, sub: "user_2" })}.${signature}`,
      good.slice(0, -2),
      good.slice(0, -8) + "AAAAAAAA",
    ];
    const texts = new Set<string>();
    for (const token of forgeries) {
      const { error } = await verifyJwt(token, { key: spki, clock });
      texts.add(JSON.stringify([error?.message, error]));
    }
    assertEquals(texts.size, 1);
  });

  it("refuses when the host fails to verify", async () => {
    const jwt = parseJwt(await craft(HEADER, CLAIMS));
    const cause = new Error("no such algorithm");
    const later = () => Promise.reject(cause);
    const atOnce = () => {
      throw cause;
    };
    // What a host rejects with is no answer either, whatever it is.
    const oddly = () => Promise.reject(true);
    for (const fail of [later, atOnce, oddly]) {
      const key = createCheckingKey(undefined, [["RS256", fail]]);
      const split = { ...jwt, payload: undefined };
      const error = await refusalOfAsync(() =>
        verifyTokenSignature(split as never, key)
      );
      assertEquals(error?.reason, "token-invalid-signature");
    }
    const bare = createCheckingKey(undefined, []);
    const refusal = await refusalOfAsync(() => verifyTokenSignature(jwt, bare));
    assertEquals(refusal?.reason, "token-invalid-algorithm");
  });

  it("leaves alone what a host may read late", async () => {
    const token = await craft(HEADER, CLAIMS);
    let read = "";
    const key = createCheckingKey(undefined, [["RS256", async (...bytes) => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      const [signature, signed] = bytes;
      read = `${decodeUtf8(signed)}.${encodeBase64Url(signature)}`;
      return true;
    }]]);
    await verifyTokenSignature(splitJwt(token), key, true);
    assertEquals(read, token);
  });

  it("names neither token nor key in any error", async () => {
    const { spki, publicJwk } = await fixture("RS256");
    const good = await craft(HEADER, { ...CLAIMS, exp: 1, secret: "SECRET" });
    const tokens = [
      good,
      good.slice(0, -2),
      good + "=",
      await craft({ ...HEADER, alg: "none" }, CLAIMS),
    ];
    for (const token of tokens) {
      for (const key of [spki, publicJwk]) {
        const { error } = await verifyJwt(token, { key, clock });
        const text = JSON.stringify([
          error?.message,
          error,
          `${error?.stack}`,
        ]);
        const parts = [
          ...token.split("."),
          publicJwk.n ?? "",
          spki.slice(60, 90),
        ];
        for (const part of [...parts, "SECRET"]) {
          assertEquals(text.includes(part.slice(0, 40)), false);
        }
      }
    }
  });
});

describe("verifyJwt", () => {
  it("never rejects, whatever it is given", async () => {
    const { spki } = await fixture("RS256");
    const token = await craft(HEADER, CLAIMS);
    for (const options of [undefined, null, 1, "text", []]) {
      const { result } = await verifyJwt(token, options as never);
      assertEquals(result, undefined);
    }
    for (const value of [undefined, null, 1, {}, [], Symbol("token")]) {
      const { error } = await verifyJwt(value as never, { key: spki, clock });
      assertEquals(error?.reason, "token-invalid");
    }
  });

  it("does not let claims reach any prototype", async () => {
    const { spki } = await fixture("RS256");
    const text = JSON.stringify(CLAIMS).replace(
      "{",
      '{"__proto__":{"azp":"x"},',
    );
    const token = await craft(HEADER, encodeBase64Url(encodeUtf8(text)));
    const { result } = await verifyJwt(token, { key: spki, clock });
    assertEquals(result?.sub, "user_1");
    assertEquals(result?.azp, undefined);
    const { error } = await verifyJwt(token, {
      key: spki,
      clock,
      authorizedParties: ["https://example.com"],
    });
    assertEquals(error?.reason, "token-invalid-authorized-parties");
    assertEquals(Reflect.get({}, "azp"), undefined);
  });

  it("agrees with jose on a mixed lot of tokens", async () => {
    const { publicJwk } = await fixture("RS256");
    const tokens = [
      await craft(HEADER, CLAIMS),
      await craft(HEADER, CLAIMS, "attacker"),
      await craft({ alg: "RS256" }, { exp: NOW + 1 }),
      await craft(HEADER, "bm90IGpzb24"),
      await craft({ ...HEADER, crit: ["x"] }, CLAIMS),
      "a.b.c",
    ];
    for (const token of tokens) {
      const theirs = await jose.jwtVerify(token, publicJwk, {
        algorithms: ["RS256"],
        currentDate: new Date(clock.now()),
      }).then(() => true, () => false);
      assertEquals(await judge(token) === "accepted", theirs);
    }
  });
});
