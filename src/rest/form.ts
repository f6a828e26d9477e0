import { toSnakeCase } from "../text/case.ts";
import type { JsonObject } from "../text/json.ts";

/**
 * Writes a multipart body: files as `File`, `Blob` or bytes, everything else as
 * text. A file that has no name gets that of the member `fileName`, or `file`.
 *
 * @throws {TypeError} When a value is neither a file nor text.
 */
export function encodeForm(
  { fileName, ...members }: JsonObject,
): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(members)) {
    const name = toSnakeCase(key);
    const blob = toBlob(value);
    if (blob && fileName === undefined && hasName(blob)) {
      form.append(name, blob);
    } else if (blob) {
      form.append(name, blob, String(fileName ?? "file"));
    } else if (/^(?:string|number|boolean)$/.test(typeof value)) {
      form.append(name, String(value));
    } else if (value !== undefined) {
      throw new TypeError(
        `Cannot send "${key}": expected a File, a Blob, a Uint8Array or text.`,
      );
    }
  }
  return form;
}

/** Whether it is a File; in Bun, a Blob has a name too, but undefined. */
function hasName(blob: Blob): boolean {
  return "name" in blob && typeof blob.name === "string";
}

function toBlob(value: unknown): Blob | undefined {
  if (value instanceof Blob) return value;
  return value instanceof Uint8Array
    ? new Blob([new Uint8Array(value)])
    : undefined;
}
