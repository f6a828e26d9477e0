import { toSnakeJson } from "../src/rest/encode.ts";
import { freeForm } from "../src/rest/free_form.ts";

/** An object with the names that the API gives its members, at any depth. */
export function toRaw(it: unknown): unknown {
  return toSnakeJson(it, freeForm({}), []);
}
