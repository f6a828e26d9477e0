import { encodeUtf8 } from "../text/utf8.ts";

/** How many signatures of a header are looked at. */
const MOST_SIGNATURES = 16;

/** What gets signed: `id.timestamp.body`. */
export interface SignedContent {
  /** All of it. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The part of it that is the body. */
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * Puts together what gets signed, in memory that nobody else can write to. The
 * id has to be ASCII.
 */
export function joinSignedContent(
  id: string,
  timestamp: number,
  body: string | Uint8Array,
): SignedContent {
  const head = `${id}.${timestamp}.`;
  const { length } = head;
  const isText = typeof body === "string";
  const bytes = isText
    ? encodeUtf8(head + body)
    : new Uint8Array(length + body.length);
  if (!isText) {
    bytes.set(encodeUtf8(head));
    bytes.set(body, length);
  }
  return { bytes, body: bytes.subarray(length) };
}

/** Writes an HMAC as it stands in the header: `v1,` and base64. */
export function formatSignature(mac: ArrayBuffer): string {
  return `v1,${btoa(String.fromCharCode(...new Uint8Array(mac)))}`;
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
