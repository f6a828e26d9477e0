/**
 * Sends a browser elsewhere. The page that it comes from is not told: an unknown
 * referrer of another origin would make SDKs ask once more who is signed in.
 */
export function redirect(
  to: URL | string,
  status: 303 | 307,
  cookies: readonly string[] = [],
): Response {
  const headers = new Headers({
    location: String(to),
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-clerk-emulator": "1",
  });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status, headers });
}
