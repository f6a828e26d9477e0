/**
 * Turns a snake_case name into camelCase: `first_name` to `firstName`. Only an
 * underscore between a letter or digit and a lower-case letter goes, so that
 * {@linkcode toSnakeCase} can undo it: `line_1`, `_id` and `a__b` stay. A name
 * with anything but lower-case letters, digits and underscores is no name of
 * the API and stays too.
 */
export function toCamelCase(name: string): string {
  if (!/^[a-z0-9_]+$/.test(name)) return name;
  return name.replace(
    /(?<=[a-z0-9])_([a-z])/g,
    (_, letter: string) => letter.toUpperCase(),
  );
}

/**
 * Turns a camelCase name into snake_case: `firstName` to `first_name`. A name
 * with anything but letters, digits and underscores stays as it is.
 */
export function toSnakeCase(name: string): string {
  if (!/^[A-Za-z0-9_]+$/.test(name)) return name;
  return name.replace(
    /(?<=[a-z0-9])[A-Z]+/g,
    (letters) => letters.replace(/./g, (letter) => `_${letter.toLowerCase()}`),
  );
}
