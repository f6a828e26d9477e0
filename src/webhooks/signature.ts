import { encodeUtf8 } from "../text/utf8.ts";

/** How many signatures of a header are looked at. */
const MOST_SIGNATURES = 16;

/**
 * Puts together what gets signed, in memory that nobody else can write to.
 *
 * @param head `id.timestamp.`, which has to be ASCII.
 * @param body The body.
 */
export function joinSignedContent(
  head: string,
  body: string | Uint8Array,
): Uint8Array<ArrayBuffer> {
  if (typeof body === "string") return encodeUtf8(head + body);
  const { length } = head;
  const bytes = new Uint8Array(length + body.length);
  bytes.set(encodeUtf8(head));
  bytes.set(body, length);
  return bytes;
}

/** Writes an HMAC as it stands in the header: `v1,` and base64. */
export function formatSignature(mac: ArrayBuffer): string {
  const bytes = new Uint8Array(mac);
  // Spread into arguments, the bytes would be walked by an iterator.
  return `v1,${btoa(Reflect.apply(String.fromCharCode, undefined, bytes))}`;
}

/** Whether one of the signatures in a header is the expected one. */
export function hasSignature(header: string, expected: string): boolean {
  return header.split(" ", MOST_SIGNATURES).some((candidate) =>
    isSameText(candidate, expected)
  );
}

/** Compares in a time that does not tell how much of the text is right. */
function isSameText(text: string, expected: string): boolean {
  let difference = text.length ^ expected.length;
  for (let i = 0; i < expected.length; i++) {
    difference |= text.charCodeAt(i) ^ expected.charCodeAt(i);
  }
  return difference === 0;
}
