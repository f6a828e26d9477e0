import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import fc from "fast-check";
import * as jose from "jose";
import {
  decodeBase64Url,
  decodeSection,
  encodeBase64Url,
} from "../../src/text/base64url.ts";

const bytes = fc.uint8Array({ maxLength: 300 });

/** What base64url strictly is, told by the host's own codec. */
function decodeByHost(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined;
  try {
    const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const out = Uint8Array.from(plain, (c) => c.charCodeAt(0));
    return jose.base64url.encode(out) === text ? out : undefined;
  } catch {
    return undefined;
  }
}

describe("base64url", () => {
  it("is the alphabet of RFC 4648, section 5, without padding", () => {
    for (
      const [text, encoded] of [
        ["", ""],
        ["f", "Zg"],
        ["fo", "Zm8"],
        ["foo", "Zm9v"],
        ["foob", "Zm9vYg"],
        ["fooba", "Zm9vYmE"],
        ["foobar", "Zm9vYmFy"],
      ] as const
    ) {
      const raw = new TextEncoder().encode(text);
      assertEquals(encodeBase64Url(raw), encoded);
      assertEquals(decodeBase64Url(encoded), raw);
    }
    assertEquals(encodeBase64Url(Uint8Array.of(0xfb, 0xff, 0xbf)), "-_-_");
    assertEquals(decodeBase64Url("-_-_"), Uint8Array.of(0xfb, 0xff, 0xbf));
  });

  it("round-trips any bytes, and equals jose's", () => {
    fc.assert(
      fc.property(bytes, (raw) => {
        const text = encodeBase64Url(raw);
        assertEquals(text, jose.base64url.encode(raw));
        assertEquals(decodeBase64Url(text), Uint8Array.from(raw));
      }),
      { numRuns: 300 },
    );
  });

  it("decodes any text exactly when it is canonical", () => {
    const character = fc.constantFrom(..."AQgwBz09-_+/= \n\té\u0141\u{1f996}");
    const text = fc.oneof(
      fc.string({ unit: character, maxLength: 12 }),
      fc.string({ unit: fc.constantFrom(..."AQgw-_"), maxLength: 12 }),
    );
    fc.assert(
      fc.property(text, (candidate) => {
        assertEquals(decodeBase64Url(candidate), decodeByHost(candidate));
      }),
      { numRuns: 1000 },
    );
  });

  it("decodes a section as it decodes the section cut out, in place or not", () => {
    const padded = fc.tuple(bytes, bytes, bytes, fc.boolean());
    fc.assert(
      fc.property(padded, ([before, raw, after, isInPlace]) => {
        const middle = new TextEncoder().encode(encodeBase64Url(raw));
        const start = before.length;
        const end = start + middle.length;
        const room = new Uint8Array(middle.length);
        const text = Uint8Array.from([...before, ...middle, ...after]);
        const all = Uint8Array.from([...text, ...room]);
        const at = isInPlace ? undefined : text.length;
        const decoded = decodeSection(all, start, end, at);
        assertEquals(decoded, Uint8Array.from(raw));
        assertEquals(decoded?.byteOffset, at ?? start);
        // Nothing else is touched.
        assertEquals(all.slice(0, start), Uint8Array.from(before));
        assertEquals(all.slice(end, text.length), Uint8Array.from(after));
        if (!isInPlace) assertEquals(all.slice(0, text.length), text);
      }),
      { numRuns: 300 },
    );
  });

  it("refuses a section that ends inside a byte, whatever follows it", () => {
    const text = (part: string) => new TextEncoder().encode(part);
    for (const end of [1, 5, 9]) {
      assertEquals(decodeSection(text("A".repeat(16)), 0, end), undefined);
    }
    assertEquals(decodeSection(text("AABB"), 0, 3), undefined);
  });

  it("refuses every character outside the alphabet, in every place", () => {
    for (let code = 0; code < 0x300; code++) {
      const c = String.fromCharCode(code);
      const isGood = /^[A-Za-z0-9_-]$/.test(c);
      for (const text of [`${c}AAA`, `A${c}AA`, `AA${c}A`, `AAA${c}`]) {
        assertEquals(decodeBase64Url(text) !== undefined, isGood, `${code}`);
      }
      if (!isGood) {
        for (const text of [`${c}A`, `A${c}`, `${c}AA`, `A${c}A`, `AA${c}`]) {
          assertEquals(decodeBase64Url(text), undefined);
        }
      }
    }
  });
});
