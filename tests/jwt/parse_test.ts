import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertStringIncludes,
} from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { decodeJwt, TokenVerificationError } from "../../jwt.ts";
import { parseJwt } from "../../src/jwt/parse.ts";
import { refusalOf } from "./refusal.ts";
import { encodeBase64Url } from "../../src/text/base64url.ts";
import { encodeUtf8 } from "../../src/text/utf8.ts";
import { CLAIMS, encodeJson, HEADER } from "./fixtures.ts";

const header = encodeJson(HEADER);
const payload = encodeJson(CLAIMS);
const token = `${header}.${payload}.AAAA`;

function encode(text: string): string {
  return encodeBase64Url(encodeUtf8(text));
}

function assertRefused(token: unknown) {
  const { result, error } = decodeJwt(token as string);
  assertEquals(result, undefined);
  assertInstanceOf(error, TokenVerificationError);
  assertEquals(error.reason, "token-invalid");
  return error;
}

describe("decodeJwt", () => {
  it("gives header, claims, signature and the text of each", () => {
    const { result, error } = decodeJwt(token);
    assertEquals(error, undefined);
    assertEquals(result, {
      header: HEADER,
      payload: CLAIMS,
      signature: new Uint8Array(3),
      raw: { header, payload, signature: "AAAA", text: token },
    });
  });

  it("keeps claims in any script, and takes the last of duplicate names", () => {
    const text = encode('{"name":"Zoë 🦕","sub":"a","sub":"b"}');
    const { result } = decodeJwt(`${header}.${text}.AAAA`);
    assertEquals(result?.payload.name, "Zoë 🦕");
    assertEquals(result?.payload.sub, "b");
  });

  it("refuses what is no string, and says what came", () => {
    for (const value of [undefined, null, 1, {}, [], token.split(".")]) {
      const { message } = assertRefused(value);
      assertStringIncludes(message, `received ${typeof value}`);
    }
    const pending = assertRefused(Promise.resolve(token));
    assertStringIncludes(pending.message, "received object");
  });

  it("refuses any number of parts but three, and empty parts", () => {
    for (
      const text of [
        "",
        ".",
        "..",
        "...",
        "a",
        "a.b",
        "a.b.c.d",
        "a.b.c.d.e",
        header,
        `${header}.${payload}`,
        `${header}.${payload}.`,
        `${header}..AAAA`,
        `.${payload}.AAAA`,
        `${token}.`,
        `.${token}`,
        `${token}.AAAA`,
        `${token}.AAAA.AAAA`,
      ]
    ) {
      assertStringIncludes(assertRefused(text).message, "three parts");
    }
  });

  it("refuses claims that are no JSON object", () => {
    const texts = [
      "null",
      "[]",
      "[1]",
      "1",
      '"text"',
      "true",
      "",
      "{",
      "{}x",
      "\uFEFF{}",
    ];
    for (const text of texts) {
      assertRefused(`${header}.${encode(text)}.AAAA`);
      assertRefused(`${encode(text)}.${payload}.AAAA`);
    }
  });

  it("refuses headers without alg, or with typ, kid or cat that are no text", () => {
    const headers = [
      {},
      { alg: 1 },
      { alg: null },
      { alg: ["RS256"] },
      { alg: "RS256", kid: 1 },
      { alg: "RS256", kid: null },
      { alg: "RS256", typ: {} },
      { alg: "RS256", cat: ["cl_B7d4PD111AAA"] },
    ];
    for (const value of headers) {
      assertRefused(`${encodeJson(value)}.${payload}.AAAA`);
    }
  });

  it("refuses padding, white space and the other base64 alphabet", () => {
    for (
      const extra of ["=", "==", " ", "\n", "\t", "+", "/", "%3D", "é", "\0"]
    ) {
      assertRefused(token + extra);
      assertRefused(extra + token);
      assertRefused(`${header}${extra}.${payload}.AAAA`);
      assertRefused(`${header}.${payload}${extra}.AAAA`);
      assertRefused(`${header}.${payload}.A${extra}AAA`);
    }
  });

  it("refuses bits left over, and lengths that no bytes have", () => {
    assertEquals(decodeJwt(`${header}.${payload}.AA`).error, undefined);
    for (const signature of ["AB", "AAB", "A", "AAAAA"]) {
      assertRefused(`${header}.${payload}.${signature}`);
    }
  });

  it("refuses bytes that are not UTF-8", () => {
    for (const bytes of [[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80]]) {
      const text = encodeUtf8('{"a":"b"}');
      const claims = Uint8Array.of(
        ...text.slice(0, 6),
        ...bytes,
        ...text.slice(6),
      );
      assertRefused(`${header}.${encodeBase64Url(claims)}.AAAA`);
    }
  });

  it("says so when the scheme of a header is still in front", () => {
    const hint = 'without "Bearer " in front';
    for (const scheme of ["Bearer ", "bearer "]) {
      const { message } = assertRefused(scheme + token);
      assertStringIncludes(message, hint);
    }
    for (const text of ["", `x${token}.`, `no bearer ${token}`, "bearerx"]) {
      assertEquals(assertRefused(text).message.includes("received"), false);
      assertEquals(assertRefused(text).message.includes(hint), false);
    }
  });

  it("takes 131,071 characters, and not one more", () => {
    const judge = (kid: string, length: number) => {
      const start = `${encodeJson({ ...HEADER, kid })}.${payload}.`;
      return decodeJwt(start.padEnd(length, "A")).error === undefined;
    };
    const kids = ["", "a", "ab"];
    // With one of the three the signature may have a length that no bytes have.
    const good = kids.filter((kid) => judge(kid, 131_071));
    assertEquals(good.length > 1, true);
    assertEquals(kids.filter((kid) => judge(kid, 131_072)), []);
  });

  it("refuses a megabyte, whatever it holds", () => {
    const long = "A".repeat(1 << 20);
    assertRefused(long);
    assertRefused(`${header}.${long}.AAAA`);
    assertRefused(`${header}.${payload}.${long}`);
    assertRefused(".".repeat(1 << 20));
    assertRefused(`${header}.${encodeJson({ long })}.AAAA`);
  });

  it("does not fall over deep nesting", () => {
    for (const [open, close] of [["[", "]"], ['{"a":', "}"]] as const) {
      const deep = `{"a":${open.repeat(9_000)}1${close.repeat(9_000)}}`;
      const { result, error } = decodeJwt(`${header}.${encode(deep)}.AAAA`);
      assert(
        result?.payload.a !== undefined || error?.reason === "token-invalid",
      );
      assertRefused(`${header}.${encode(open.repeat(9_000))}.AAAA`);
    }
  });

  it("does not let __proto__ reach any prototype", () => {
    const claims = encode('{"__proto__":{"sub":"admin"},"constructor":1}');
    const hostile = encode('{"alg":"RS256","__proto__":{"kid":"x"}}');
    const { result } = decodeJwt(`${hostile}.${claims}.AAAA`);
    assertEquals(result?.payload.sub, undefined);
    assertEquals(result?.header.kid, undefined);
    assertEquals(Reflect.get({}, "sub"), undefined);
  });

  it("names neither token nor part of it in its errors", () => {
    const error = assertRefused(`${header}.${encode("SECRETSECRET")}.AAAA`);
    const text = error.message + JSON.stringify(error);
    assertEquals(text.includes("SECRET") || text.includes(header), false);
  });
});

describe("the header cache", () => {
  it("is used for the same header only", () => {
    const cache = { text: "", header: undefined };
    const first = parseJwt(token, cache);
    assert(parseJwt(token, cache).header === first.header);
    for (const kid of ["ins_2", "ins_10", "ins_", "other"]) {
      const other = encodeJson({ ...HEADER, kid });
      const { header } = parseJwt(`${other}.${payload}.AAAA`, cache);
      assertEquals(header, { ...HEADER, kid });
      assertEquals(parseJwt(token, cache).header, HEADER);
    }
  });

  it("is not filled by headers that are refused", () => {
    const cache = { text: "", header: undefined };
    for (const bad of [encodeJson({ alg: 1 }), "AAAA", ""]) {
      for (let again = 0; again < 2; again++) {
        assert(refusalOf(() => parseJwt(`${bad}.${payload}.AAAA`, cache)));
      }
      assertEquals(cache, { text: "", header: undefined });
    }
  });

  it("holds a header that nobody can change for others", () => {
    const cache = { text: "", header: undefined };
    const result = parseJwt(token, cache);
    assertEquals(Reflect.set(result.header, "kid", "other"), false);
  });
});
