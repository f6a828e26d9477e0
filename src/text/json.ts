/** Any object that JSON can hold, its members not yet looked at. */
export type JsonObject = { readonly [name: string]: unknown };

/** Parses JSON; undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a value is an object with members, neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is text. */
export function isText(value: unknown): value is string {
  return typeof value === "string";
}
