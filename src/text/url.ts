/**
 * Parses a URL; undefined when it is none. Not by canParse, which some hosts get
 * wrong for letters beyond ASCII.
 */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
