/**
 * Refuses an argument.
 *
 * @throws {TypeError} Always; the message says what was expected and what kind
 * of value came, but not the value.
 */
export function refuse(name: string, expected: string, value: unknown): never {
  const kind = value === ""
    ? '""'
    : Array.isArray(value) && !value.length
    ? "an empty list"
    : value && typeof value;
  throw new TypeError(
    `Cannot use "${name}": expected ${expected}, received ${kind}.`,
  );
}

/** Whether a value can be written as text without loss. */
export function isPlain(value: unknown): value is string | number | boolean {
  return /^(string|number|boolean)$/.test(typeof value);
}

/** Whether a value can stand in a header and be nothing more than its value. */
export function isHeaderText(value: unknown): value is string {
  return typeof value === "string" &&
    /^[!-~]([ -~]*[!-~])?$/.test(value);
}

/**
 * Refuses objects that have no members to send: what was not awaited, say,
 * would come out empty, and an empty object changes or finds something else.
 *
 * @throws {TypeError} When it is one.
 */
export function demandMembers(name: string, value: unknown): void {
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (/^(Promise|Map|Set|RegExp)$/.test(kind) && !("toJSON" in Object(value))) {
    refuse(name, `a plain object and no ${kind}`, value);
  }
}
