/**
 * Takes parameters out of a URL; what remains of it stays as it is written.
 *
 * @param url The URL.
 * @param isUnwanted Which parameters go, by name.
 */
export function removeParameters(
  url: string,
  isUnwanted: (name: string) => boolean,
): string {
  return url.replace(/^([^?#]*)\?([^#]*)/, (_, path: string, query: string) => {
    const left = query.split("&").filter((pair) =>
      !isUnwanted(pair.split("=", 1)[0] ?? "")
    ).join("&");
    return path + (left && `?${left}`);
  });
}
