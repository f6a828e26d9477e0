const CONTROL = /[\p{Cc}\u2028\u2029]/u;

/**
 * Encodes an id as one segment of a URL's path.
 *
 * @param id The id.
 * @returns The segment; undefined when the id is empty, no string, not well
 * formed, or when it has control characters or dot segments, however often
 * percent-encoded: whoever decodes it on its way must not see another path.
 */
export function encodeSegment(id: unknown): string | undefined {
  if (typeof id !== "string" || id === "") return undefined;
  if (/^[\w-]+$/.test(id)) return id;
  if (hidesPath(id)) return undefined;
  try {
    return encodeURIComponent(id);
  } catch {
    return undefined; // A lone surrogate.
  }
}

/**
 * Whether text has control characters or dot segments, however often
 * percent-encoded, so that whoever decodes it may see another path.
 */
export function hidesPath(path: string): boolean {
  let text = path;
  for (let layer = 0, before = ""; text !== before; layer++) {
    if (layer > 8 || CONTROL.test(text) || hasDotSegment(text)) return true;
    before = text;
    text = decodeOnce(text);
  }
  return false;
}

/** Whether text, taken as a path, has a segment `.` or `..`. */
function hasDotSegment(text: string): boolean {
  return text.split(/[/\\;?#]/).some((part) =>
    /^\s*\.\s*(?:\.\s*)?$/.test(part)
  );
}

/** Undoes one layer of percent-encoding, of what can be ASCII at least. */
function decodeOnce(text: string): string {
  return text.replace(
    /%([0-7][0-9a-f])/gi,
    (_, hex: string) => String.fromCharCode(parseInt(hex, 16)),
  );
}
