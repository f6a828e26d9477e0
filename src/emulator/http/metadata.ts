import { encodeUtf8 } from "../../text/utf8.ts";
import { isObject } from "../../text/json.ts";
import { type WireError, wireError } from "./refusal.ts";

/** How many bytes of JSON there may be in each kind of metadata. */
const LARGEST = 8_192;

/** Finds what is wrong with metadata, if anything. */
export function findMetadataError(
  name: string,
  value: unknown,
): WireError | undefined {
  const meta = { param_name: name };
  if (!isObject(value)) {
    return wireError(
      "form_param_value_invalid",
      `${name} must be an object.`,
      meta,
    );
  }
  const { length } = encodeUtf8(JSON.stringify(value));
  return length <= LARGEST ? undefined : wireError(
    "form_param_exceeds_allowed_size",
    `${name} may take ${LARGEST} bytes of JSON at most.`,
    meta,
  );
}
