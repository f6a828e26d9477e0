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
    const left = query.split("&").filter((pair) => {
      // As it is read: a name that is written another way is the same name.
      const read = new URLSearchParams(pair);
      return !names.some((name) => read.has(name));
    }).join("&");
    return path + (left && `?${left}`);
  });
}
