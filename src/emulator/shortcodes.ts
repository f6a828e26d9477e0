import { isObject, type JsonObject } from "../text/json.ts";

/** A shortcode: paths and literals, the first that has a value counts. */
const SHORTCODE = /\{\{\s*([^{}]+?)\s*\}\}/g;

const ALONE = /^\{\{\s*([^{}]+?)\s*\}\}$/;

/**
 * Puts values in the place of shortcodes such as `{{user.id}}`. One that stands
 * alone keeps its type; among other text it becomes text. What is not there is
 * null, or the value after `||`.
 */
export function fillShortcodes(
  claims: JsonObject,
  values: JsonObject,
): JsonObject {
  return Object.fromEntries(
    Object.entries(claims)
      .map(([name, value]) => [name, fill(value, values)]),
  );
}

function fill(value: unknown, values: JsonObject): unknown {
  if (Array.isArray(value)) return value.map((each) => fill(each, values));
  if (isObject(value)) return fillShortcodes(value, values);
  if (typeof value !== "string") return value;
  const [, alone] = ALONE.exec(value) ?? [];
  if (alone !== undefined) return evaluate(alone, values);
  return value.replace(SHORTCODE, (_, expression: string) => {
    const found = evaluate(expression, values);
    if (found === null) return "";
    return typeof found === "object" ? JSON.stringify(found) : String(found);
  });
}

function evaluate(expression: string, values: JsonObject): unknown {
  for (const operand of expression.split("||")) {
    const value = readOperand(operand.trim(), values);
    if (value !== undefined && value !== null && value !== false) return value;
    if (value === false && !expression.includes("||")) return false;
  }
  return null;
}

function readOperand(operand: string, values: JsonObject): unknown {
  const [, text] = /^(?:'([^']*)')$/.exec(operand.replaceAll('"', "'")) ?? [];
  if (text !== undefined) return text;
  if (/^-?\d+(?:\.\d+)?$/.test(operand)) return Number(operand);
  if (operand === "true" || operand === "false") return operand === "true";
  let value: unknown = values;
  for (const name of operand.split(".")) {
    value = (isObject(value) || Array.isArray(value)) &&
        Object.hasOwn(value, name)
      ? Reflect.get(value, name)
      : undefined;
  }
  return value;
}
