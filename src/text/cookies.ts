/**
 * Reads the `Cookie` header. The first of several cookies of one name counts, as
 * RFC 6265 puts the most specific first. A value that is percent-encoded is
 * decoded, and left alone when it cannot be.
 *
 * @param header The header.
 * @param prefix What a name must start with to be of interest.
 */
export function parseCookies(
  header: string,
  prefix = "",
): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  // In pieces, as to look for "=" past a semicolon would be to read on and on.
  for (const part of header.split(";")) {
    const equals = part.indexOf("=");
    const name = part.slice(0, equals).trim();
    if (equals >= 0 && name.startsWith(prefix) && !cookies.has(name)) {
      cookies.set(name, decode(part.slice(equals + 1).trim()));
    }
  }
  return cookies;
}

function decode(value: string): string {
  if (!value.includes("%")) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
