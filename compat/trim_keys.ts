import { isText } from "../src/text/json.ts";

const NAMES = [
  "secretKey",
  "machineSecretKey",
  "publishableKey",
  "apiUrl",
  "apiVersion",
] as const;

/**
 * Takes white space off the ends of keys, which officially does no harm, as no
 * header has any. What is empty then counts as not given.
 */
export function trimKeys<
  Options extends { readonly [Name in typeof NAMES[number]]?: unknown },
>(options: Options): Options {
  const trimmed = NAMES.flatMap((name) => {
    const value: unknown = options[name];
    return isText(value) ? [[name, value.trim() || undefined]] : [];
  });
  return { ...options, ...Object.fromEntries(trimmed) };
}
