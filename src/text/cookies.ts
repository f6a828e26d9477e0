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
  for (let start = 0; start < header.length;) {
    const equals = header.indexOf("=", start);
    if (equals < 0) break;
    const semicolon = header.indexOf(";", start);
    const end = semicolon < 0 ? header.length : semicolon;
    const name = header.slice(start, equals).trim();
    // In a part without "=" the next one's name would follow the semicolon.
    if (equals < end && name.startsWith(prefix) && !cookies.has(name)) {
      cookies.set(name, decode(header.slice(equals + 1, end).trim()));
    }
    start = end + 1;
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
