// Security case 13 through verifyToken with a JWKS and with a PEM: neither a
// token nor a key in the set decides how a token is verified.
import { assert, assertEquals } from "@std/assert";
import { beforeAll, describe, it } from "@std/testing/bdd";
import { verifyToken as verifyLikeOfficial } from "../../compat/mod.ts";
import { createTokenVerifier } from "../../mod.ts";
import {
  CLAIMS,
  createEcKey,
  createRsaKey,
  encode,
  HEADER,
  signText,
  type TestKey,
} from "../parity/tokens.ts";

type Json = Readonly<Record<string, unknown>>;

const NOW = Math.floor(Date.now() / 1000);
const PAYLOAD = JSON.stringify({
  ...CLAIMS,
  nbf: NOW - 10,
  iat: NOW - 10,
  exp: NOW + 3600,
});

let rsa: TestKey;
let ec: TestKey;
let stranger: TestKey;

function header(some: Json): string {
  return JSON.stringify({ ...HEADER, ...some });
}

async function reasonBy(token: string, options: Json): Promise<string> {
  const { error } = await createTokenVerifier({ ...options, env: {} })
    .verify(token);
  return error?.reason ?? "accepted";
}

/** What is made of a token, by a JWKS in the default flavour and the drop-in. */
async function judge(
  token: string,
  ...keys: readonly Json[]
): Promise<readonly [string, string]> {
  const options = {
    secretKey: "sk_test_algorithms",
    fetch: () => Promise.resolve(Response.json({ keys })),
  };
  const dropIn = await verifyLikeOfficial(token, options)
    .then(() => "accepted", (error) => String(error.reason));
  return [await reasonBy(token, options), dropIn];
}

async function hmac(secret: string, head: string, bits = 256): Promise<string> {
  const signed = `${encode(head)}.${encode(PAYLOAD)}`;
  const key = await crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(secret),
    { name: "HMAC", hash: `SHA-${bits}` },
    false,
    ["sign"],
  );
  const mac = await crypto.subtle.sign(
    "HMAC",
    key,
    new TextEncoder().encode(signed),
  );
  return `${signed}.${encode(new Uint8Array(mac))}`;
}

describe("through verifyToken", () => {
  beforeAll(async () => {
    [rsa, ec, stranger] = await Promise.all([
      createRsaKey(),
      createEcKey(),
      createRsaKey(),
    ]);
  });

  it("a good token is accepted, so that the refusals below say something", async () => {
    const token = await signText(header({}), PAYLOAD, rsa);
    assertEquals(await judge(token, { ...rsa.publicJwk }), [
      "accepted",
      "accepted",
    ]);
  });

  it("none is refused in any case, with and without a signature", async () => {
    const good = await signText(header({}), PAYLOAD, rsa);
    const signature = good.split(".")[2];
    for (const alg of ["none", "None", "NONE", "nOnE", "", " none", "null"]) {
      const start = `${encode(header({ alg }))}.${encode(PAYLOAD)}`;
      for (const end of [signature, "", "AA", encode("none")]) {
        const token = `${start}.${end}`;
        for (const reason of await judge(token, { ...rsa.publicJwk })) {
          assert(/^token-invalid/.test(reason), `${alg} ${end} ${reason}`);
        }
        const local = await reasonBy(token, { jwtKey: rsa.publicPem });
        assert(/^token-invalid/.test(local), local);
      }
    }
  });

  it("an HMAC keyed by what everybody knows is refused", async () => {
    const pem = rsa.publicPem;
    const jwk = rsa.publicJwk;
    const known = [
      pem,
      `${pem}\n`,
      pem.replaceAll("\n", "\r\n"),
      pem.replaceAll("\n", ""),
      pem.replaceAll("\n", "\\n"),
      pem.replace(/-----.+?-----|\s/g, ""),
      JSON.stringify(jwk),
      JSON.stringify(jwk, null, 2),
      JSON.stringify({ keys: [jwk] }),
      `${jwk.n}`,
      "ins_1",
      "",
      "\0",
    ];
    for (const secret of known.filter((text) => text !== "")) {
      for (const bits of [256, 384, 512]) {
        const token = await hmac(secret, header({ alg: `HS${bits}` }), bits);
        const refused = "token-invalid-algorithm";
        assertEquals(await judge(token, { ...jwk }), [refused, refused]);
        const local = { jwtKey: pem };
        assertEquals(await reasonBy(token, local), refused);
        const oct = { kty: "oct", kid: "ins_1", k: encode(secret) };
        for (const alg of [`HS${bits}`, "RS256", undefined]) {
          const set = [{ ...oct, alg }, { ...oct, alg, use: "sig" }];
          for (const each of set) {
            for (const reason of await judge(token, each)) {
              assert(reason !== "accepted", `oct ${alg}`);
            }
          }
        }
      }
    }
  });

  it("another algorithm of the right key is refused", async () => {
    for (const alg of ["RS384", "RS512", "PS256"]) {
      const token = await signText(header({ alg }), PAYLOAD, rsa, alg);
      const { alg: _, ...plain } = rsa.publicJwk;
      for (const jwk of [plain, { ...plain, alg: "RS256" }]) {
        const [ours, dropIn] = await judge(token, jwk);
        assertEquals(ours, "token-invalid-algorithm", alg);
        assert(dropIn !== "accepted", alg);
      }
      assertEquals(
        await reasonBy(token, { jwtKey: rsa.publicPem }),
        "token-invalid-algorithm",
      );
      const mislabelled = await signText(header({}), PAYLOAD, rsa, alg);
      for (const reason of await judge(mislabelled, { ...rsa.publicJwk })) {
        assertEquals(reason, "token-invalid-signature", alg);
      }
    }
    const curve = await signText(
      header({ alg: "ES256" }),
      PAYLOAD,
      ec,
      "ES256",
    );
    for (const jwk of [rsa.publicJwk, ec.publicJwk]) {
      for (const reason of await judge(curve, { ...jwk })) {
        assert(reason !== "accepted", "ES256");
      }
    }
  });

  it("a key that is for something else verifies nothing", async () => {
    const token = await signText(header({}), PAYLOAD, rsa);
    const { alg: _, use: __, ...jwk } = rsa.publicJwk;
    const other: Json[] = [
      { use: "enc" },
      { use: "" },
      { use: null },
      { use: ["sig"] },
      { key_ops: [] },
      { key_ops: ["sign"] },
      { key_ops: ["encrypt", "wrapKey"] },
      { key_ops: "verify" },
      { key_ops: null },
      { alg: "none" },
      { alg: "PS256" },
      { alg: "ES256" },
      { alg: "HS256" },
      { alg: "RSA-OAEP" },
      { alg: "" },
      { alg: null },
      { alg: ["RS256"] },
      { kty: "EC" },
      { kty: "oct" },
      { kty: "rsa" },
      { kty: undefined },
      { n: undefined },
      { e: undefined },
      { e: "" },
      { n: "AQAB" },
      { n: [jwk.n] },
    ];
    for (const some of other) {
      for (const reason of await judge(token, { ...jwk, ...some })) {
        assert(reason !== "accepted", JSON.stringify(some).slice(0, 40));
      }
      const local = { jwtKey: { ...jwk, ...some } };
      assert(await reasonBy(token, local) !== "accepted");
    }
  });

  it("nothing in the header brings a key along", async () => {
    const { publicJwk: jwk } = stranger;
    const asked: string[] = [];
    const brought: Json[] = [
      { jwk },
      { jwk, kid: undefined },
      { jwk, kid: "ins_2" },
      { jku: "https://evil.example.com/jwks" },
      { x5u: "https://evil.example.com/x5u" },
      { x5c: ["MIIB"] },
      { jwk, jku: "https://evil.example.com", x5u: "https://evil.example.com" },
      { kid: "https://evil.example.com/jwks" },
      { kid: "../../evil" },
      { kid: "ins_1\u0000" },
      { kid: "ins_1 " },
      { kid: "INS_1" },
    ];
    for (const some of brought) {
      const token = await signText(header(some), PAYLOAD, stranger);
      for (const dropIn of [false, true]) {
        const options = {
          secretKey: "sk_test_algorithms",
          fetch: (url: string) => {
            asked.push(url);
            return Promise.resolve(Response.json({ keys: [rsa.publicJwk] }));
          },
        };
        const reason = dropIn
          ? await verifyLikeOfficial(token, options)
            .then(() => "accepted", (error) => String(error.reason))
          : await reasonBy(token, options);
        assert(
          /^(?:token-invalid-signature|jwk-kid-mismatch)$/.test(reason),
          `${JSON.stringify(some).slice(0, 40)} ${reason}`,
        );
      }
      assertEquals(
        await reasonBy(token, { jwtKey: rsa.publicPem }),
        "token-invalid-signature",
      );
    }
    assertEquals([...new Set(asked)], ["https://api.clerk.com/v1/jwks"]);
  });

  it("extensions are refused, whatever they are", async () => {
    const { publicJwk } = rsa;
    const extensions: Json[] = [
      { crit: [] },
      { crit: ["exp"] },
      { crit: ["b64"], b64: false },
      { crit: ["b64"], b64: true },
      { crit: "exp" },
      { crit: null },
      { crit: false },
      { crit: {} },
      { b64: false },
    ];
    for (const some of extensions) {
      const token = await signText(header(some), PAYLOAD, rsa);
      for (const reason of await judge(token, { ...publicJwk })) {
        assertEquals(reason, "token-invalid", JSON.stringify(some));
      }
    }
  });

  it("kids that objects inherit find no key", async () => {
    for (
      const kid of ["__proto__", "constructor", "toString", "hasOwnProperty"]
    ) {
      const token = await signText(header({ kid }), PAYLOAD, stranger);
      for (const reason of await judge(token, { ...rsa.publicJwk })) {
        assertEquals(reason, "jwk-kid-mismatch", kid);
      }
    }
  });
});
