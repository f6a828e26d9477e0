import { toCamelCase } from "../text/case.ts";
import { isObject, type JsonObject } from "../text/json.ts";

/** What the members of objects with the same names become. */
interface Shape {
  /** The names, as they came and in their order. */
  readonly from: readonly string[];
  /** The names in camelCase. */
  readonly to: readonly string[];
  /** The shapes seen in each member; undefined where it is free-form. */
  readonly below: readonly (Shapes | undefined)[];
  /**
   * An object of these names, kept and nothing else. V8 forgets how objects
   * grow when none of a kind is alive, and then makes those that grow by name
   * into hash tables: slow to make, slow to read, and fat.
   */
  readonly sample: JsonObject;
}

/**
 * The shapes of the objects that were seen in one place of an answer. Answers
 * repeat themselves, and names that were looked at once need only be compared.
 */
export type Shapes = Shape[];

/** How many shapes are kept of one place: a member may be there or not. */
const MOST_SHAPES = 4;

/**
 * Turns the snake_case member names of parsed JSON into camelCase, as
 * `toCamelCase` does it, at any depth. The content of free-form members stays
 * as it is.
 *
 * @param value What was parsed.
 * @param free The names in snake_case whose content stays as it is; always the
 * same ones for the same `shapes`.
 * @param shapes What was seen in this place before, and will be added to.
 * @returns The same with other names; a copy as far as it holds objects.
 */
export function toCamelJson(
  value: unknown,
  free: readonly string[],
  shapes: Shapes,
): unknown {
  if (Array.isArray(value)) {
    // As quick as can be: `map` takes twice as long in Node 20.
    const items: unknown[] = new Array(value.length);
    for (let i = 0; i < items.length; i++) {
      items[i] = toCamelJson(value[i], free, shapes);
    }
    return items;
  }
  if (!isObject(value)) return value;
  for (const shape of shapes) {
    // All names first: who renames and then finds another shape, at each of
    // many levels, does it over and over.
    if (isOfShape(value, shape)) return rename(value, shape, free);
  }
  return renameNew(value, free, shapes);
}

/** Whether an object has the names of a shape, in their order. */
function isOfShape(value: JsonObject, { from }: Shape): boolean {
  let i = 0;
  for (const name in value) {
    if (name !== from[i++]) return false;
  }
  return i === from.length;
}

function rename(
  value: JsonObject,
  { to, below }: Shape,
  free: readonly string[],
): JsonObject {
  const renamed: { [name: string]: unknown } = {};
  let i = 0;
  for (const name in value) {
    const member = value[name];
    const shapes = below[i];
    renamed[to[i++] ?? name] = typeof member === "object" && member && shapes
      ? toCamelJson(member, free, shapes)
      : member;
  }
  return renamed;
}

function renameNew(
  value: JsonObject,
  free: readonly string[],
  shapes: Shapes,
): JsonObject {
  const from = Object.keys(value);
  const to = from.map(toCamelCase);
  const below = from.map((name) => free.includes(name) ? undefined : []);
  // Assigning to this name would change what the object inherits from.
  if (!from.includes("__proto__")) {
    const sample = Object.fromEntries(to.map((name) => [name, undefined]));
    shapes.unshift({ from, to, below, sample });
    shapes.length = Math.min(shapes.length, MOST_SHAPES);
  }
  return Object.fromEntries(
    from.map((name, i) => {
      const at = below[i];
      const member = value[name];
      return [to[i], at ? toCamelJson(member, free, at) : member];
    }),
  );
}
