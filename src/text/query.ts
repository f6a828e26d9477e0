/**
 * Takes parameters out of a URL; what remains of it stays as it is written.
 *
 * @param url The URL.
 * @param names The parameters to take out.
 */
export function removeParameters(
  url: string,
  names: readonly string[],
): string {
  return url.replace(/^([^?#]*)\?([^#]*)/, (_, path: string, query: string) => {
    const left = query.split("&").filter((pair) =>
      !names.includes(pair.split("=")[0] ?? "")
    ).join("&");
    return path + (left && `?${left}`);
  });
}
