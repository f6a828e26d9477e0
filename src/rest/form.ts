import { toSnakeCase } from "../text/case.ts";
import type { JsonObject } from "../text/json.ts";
import { isPlain, refuse } from "./refuse.ts";

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
    // Not by instanceof: on some hosts bytes come from another realm.
    const file = ArrayBuffer.isView(value)
      ? new Blob([
        new Uint8Array(
          new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
        ),
      ])
      : value;
    if (file instanceof Blob) {
      // In Bun, a Blob has a name too, but undefined.
      const own: unknown = Reflect.get(file, "name");
      form.append(name, file, `${fileName ?? (own || "file")}`);
    } else if (isPlain(value)) {
      form.append(name, String(value));
    } else if (value !== undefined) {
      refuse(key, "a File, a Blob, a Uint8Array or text", value);
    }
  }
  return form;
}
