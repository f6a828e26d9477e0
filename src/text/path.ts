/** Control characters and lone surrogates, and dot segments before a separator. */
const UNSAFE =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(^|[/\\;?#])\s*\.\s*(\.\s*)?($|[/\\;?#])/u;

/** How often an id may be percent-encoded. */
const MOST_LAYERS = 9;

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
  return hidesPath(id) ? undefined : encodeURIComponent(id);
}

/**
 * Whether text has control characters, lone surrogates or dot segments, however
 * often percent-encoded, so that whoever decodes it may see another path.
 */
export function hidesPath(path: string): boolean {
  let text = path;
  for (let layer = 0; layer < MOST_LAYERS; layer++) {
    if (UNSAFE.test(text)) return true;
    // What can be ASCII is enough.
    const decoded = text.replace(
      /%[0-7][0-9a-f]/gi,
      (encoded) => decodeURIComponent(encoded),
    );
    if (decoded === text) return false;
    text = decoded;
  }
  return true;
}
