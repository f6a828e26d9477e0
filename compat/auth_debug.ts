import { TOKENS } from "../src/auth/objects/debug.ts";
import { isText } from "../src/text/json.ts";

/** What a key begins with that is no secret. */
const KEY_PREFIX = /^(?:sk_test|sk_live|-----BE)/;

/**
 * Makes the `debug` of an auth object: what the context holds, with tokens cut
 * short, and of keys what all of them begin with.
 */
export function createOfficialDebug(
  context: object | undefined,
  tokens: { readonly [name: string]: unknown } = {},
): () => { readonly [name: string]: unknown } {
  return () => {
    const data = { ...context, ...tokens };
    const shown = Object.entries(data).filter(([name]) =>
      name === "publishableKey" || !/secret|key$|^cookies$|nonce$/i.test(name)
    );
    return {
      ...Object.fromEntries(shown),
      secretKey: prefixOf(data, "secretKey"),
      jwtKey: prefixOf(data, "jwtKey"),
      ...Object.fromEntries(
        TOKENS.map((name) => [name, textIn(data, name).slice(0, 7)]),
      ),
    };
  };
}

function prefixOf(data: object, name: string): string {
  return KEY_PREFIX.exec(textIn(data, name))?.[0] ?? "";
}

function textIn(data: object, name: string): string {
  const value: unknown = Reflect.get(data, name);
  return isText(value) ? value : "";
}
