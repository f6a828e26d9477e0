import { computeHmac, type HmacKey } from "../platform/hmac.ts";
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

/** Puts together what gets signed, in memory that nobody else can write to. */
export function joinSignedContent(
  id: string,
  timestamp: number,
  body: string | Uint8Array,
): SignedContent {
  const head = encodeUtf8(`${id}.${timestamp}.`);
  const tail = typeof body === "string" ? encodeUtf8(body) : body;
  const bytes = new Uint8Array(head.length + tail.length);
  bytes.set(head);
  bytes.set(tail, head.length);
  return { bytes, body: bytes.subarray(head.length) };
}

/** Signs: `v1,` and the HMAC in base64. */
export async function signContent(
  key: HmacKey,
  content: SignedContent,
): Promise<string> {
  const mac = await computeHmac(key, content.bytes);
  return `v1,${btoa(String.fromCharCode(...mac))}`;
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
