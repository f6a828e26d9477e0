/** Where a text stops to be JSON. */
export interface JsonFault {
  /** The line, from 1 on. */
  readonly line: number;
  /** The column, from 1 on. */
  readonly column: number;
  /** What was expected there. */
  readonly expected: string;
}

/** What may come next. */
type Next = "value" | "item" | "member" | "name" | "colon" | "comma" | "end";

const TOKEN =
  /("(?:[^"\\\t\n\r]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null)|[{}[\],:]/y;

/**
 * Finds where a text stops to be JSON: hosts tell it in ways of their own, and
 * some not at all.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const open: string[] = [];
  let next: Next = "value";
  let at = skipSpace(text, 0);
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const [token = "", name, plain] = TOKEN.exec(text) ?? [];
    const then = step(name ? '"' : plain ? "0" : token, next, open);
    if (then === undefined) return describe(text, at, next, open);
    next = then;
    at = skipSpace(text, at + token.length);
  }
  return next === "end" ? undefined : describe(text, at, next, open);
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (" \t\r\n".includes(text.charAt(at) || "x")) at++;
  return at;
}

/** What may come after a token, if that may come where it stands. */
function step(token: string, next: Next, open: string[]): Next | undefined {
  const inside = open.at(-1);
  const takesValue = next === "value" || next === "item";
  switch (token) {
    case '"':
      if (next === "name" || next === "member") return "colon";
      return takesValue ? after(open) : undefined;
    case "0":
      return takesValue ? after(open) : undefined;
    case "{":
    case "[":
      if (!takesValue) return undefined;
      open.push(token);
      return token === "{" ? "member" : "item";
    case "}":
    case "]":
      if (inside !== (token === "}" ? "{" : "[")) return undefined;
      if (!["comma", "member", "item"].includes(next)) return undefined;
      open.pop();
      return after(open);
    case ":":
      return next === "colon" ? "value" : undefined;
    case ",":
      if (next !== "comma") return undefined;
      return inside === "{" ? "name" : "value";
    default:
      return undefined;
  }
}

function after(open: readonly string[]): Next {
  return open.length > 0 ? "comma" : "end";
}

function describe(
  text: string,
  at: number,
  next: Next,
  open: readonly string[],
): JsonFault {
  const lines = text.slice(0, at).split(/\r\n|[\r\n]/);
  return {
    line: lines.length,
    column: (lines.at(-1) ?? "").length + 1,
    expected: {
      value: "a value",
      item: 'a value or "]"',
      member: 'a name in double quotes or "}"',
      name: "a name in double quotes",
      colon: '":"',
      comma: open.at(-1) === "{" ? '"," or "}"' : '"," or "]"',
      end: "nothing more",
    }[next],
  };
}
