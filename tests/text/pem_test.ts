import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import fc from "fast-check";
import { decodePem } from "../../src/text/pem.ts";

function armour(bytes: Uint8Array, label: string, lineEnd: string): string {
  const lines = btoa(String.fromCharCode(...bytes)).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""]
    .join(lineEnd);
}

describe("decodePem", () => {
  it("gives the bytes back, whatever the line ends, quotes and label", () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 });
    const label = fc.constantFrom(
      "PUBLIC KEY",
      "RSA PUBLIC KEY",
      "PRIVATE KEY",
      "ED25519 PUBLIC KEY",
    );
    const lineEnd = fc.constantFrom(
      "\n",
      "\r\n",
      "\\n",
      "\\r\\n",
      "\\\\n",
      " ",
      "",
    );
    const quote = fc.constantFrom("", '"', "'");
    fc.assert(
      fc.property(bytes, label, lineEnd, quote, (raw, name, end, mark) => {
        const text = mark + armour(raw, name, end) + mark;
        assertEquals(decodePem(text), Uint8Array.from(raw));
      }),
      { numRuns: 300 },
    );
  });

  it("gives nothing for what is not base64, or is empty", () => {
    const texts = [
      "",
      " ",
      '""',
      "-----BEGIN X-----\n-----END X-----",
      "A",
      "AB",
      "é",
      "#",
      "AAAA\\xAAA",
      "AAAA\\",
    ];
    for (const text of texts) assertEquals(decodePem(text), undefined);
  });
});
