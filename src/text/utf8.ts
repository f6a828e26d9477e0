const encoder = /* @__PURE__ */ new TextEncoder();
const decoder = /* @__PURE__ */ new TextDecoder("utf-8", {
  fatal: true,
  ignoreBOM: true,
});

/** Encodes text as UTF-8; a lone surrogate becomes U+FFFD, as everywhere. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/**
 * Encodes ASCII in front of as much room. Anything else in the text shows up as
 * a byte above 127, at the place that it has in the text.
 */
export function encodeWithRoom(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2);
  encoder.encodeInto(text, bytes);
  return bytes;
}

/** Decodes UTF-8, a byte order mark kept; undefined when it is not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
