import { isObject, isText } from "./json.ts";

/**
 * Whether a value is a `Request`. Not by `instanceof`: on some hosts requests
 * come from another realm.
 */
export function isRequest(value: unknown): value is Request {
  return isObject(value) && isText(value.url) && isObject(value.headers) &&
    typeof value.headers.get === "function";
}
