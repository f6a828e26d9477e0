/**
 * Takes parameters out of a URL; what remains of it stays as it is written.
 *
 * @param url The URL, without fragment.
 * @param isUnwanted Which parameters go, by name.
 */
export function removeParameters(
  url: string,
  isUnwanted: (name: string) => boolean,
): string {
  const start = url.indexOf("?");
  if (start < 0) return url;
  const left = url.slice(start + 1).split("&").filter((pair) =>
    !isUnwanted(pair.split("=", 1)[0] ?? "")
  );
  const query = left.join("&");
  return url.slice(0, start) + (query ? `?${query}` : "");
}
