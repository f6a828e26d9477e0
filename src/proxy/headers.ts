/** Headers that are for one connection alone (RFC 9110, 7.6.1). */
const HOP_BY_HOP = [
  "connection",
  "expect",
  "http2-settings",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
];

/** Copies headers without those that are for one connection, or are dropped. */
export function copyHeaders(
  from: Headers,
  isDropped: (name: string) => boolean,
): Headers {
  const nominated = (from.get("connection") ?? "").toLowerCase().split(",")
    .map((name) => name.trim());
  const headers = new Headers();
  for (const [name, value] of from) {
    const isKept = !HOP_BY_HOP.includes(name) && !nominated.includes(name) &&
      name !== "set-cookie" && !isDropped(name);
    if (isKept) headers.append(name, value);
  }
  // Joined by commas, several cookies would be one that is wrong.
  for (const cookie of from.getSetCookie()) {
    headers.append("set-cookie", cookie);
  }
  return headers;
}
