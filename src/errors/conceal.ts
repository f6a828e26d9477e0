/** How many values of a cause are looked at; one with more is not shown whole. */
const MOST_VALUES = 2_000;

/** How many causes of causes are told of. */
const MOST_CAUSES = 5;

/**
 * Makes the cause of a failure fit to be kept. Whoever sends requests may throw
 * errors that hold the request with all its headers; what came of it is shown
 * and logged.
 *
 * @param cause What was thrown.
 * @param secret What must not be read in it.
 * @returns The very same, unless it holds the secret or is too large to tell:
 * then an error with its name, code and message alone, and so for its causes.
 */
export function concealSecret(
  cause: unknown,
  secret: string | undefined,
): unknown {
  return secret && holds(cause, secret)
    ? retell(cause, secret, MOST_CAUSES)
    : cause;
}

/** Whether text can be found in a value, at any depth. */
function holds(cause: unknown, text: string): boolean {
  const found = new Set([cause]);
  try {
    for (const value of found) {
      if (typeof value === "string" && value.includes(text)) return true;
      if (typeof value !== "object" || !value) continue;
      for (const content of contentOf(value)) found.add(content);
      if (found.size > MOST_VALUES) return true;
    }
    return false;
  } catch {
    return true; // What cannot be looked at may hold anything.
  }
}

function contentOf(value: object): readonly unknown[] {
  if (ArrayBuffer.isView(value)) return [];
  const content: unknown[] = Reflect.ownKeys(value)
    .map((name) => Reflect.get(value, name));
  // Headers, maps and sets have their content elsewhere, requests their headers.
  content.push(Reflect.get(value, "headers"));
  if ("forEach" in value && typeof value.forEach === "function") {
    value.forEach((item: unknown, name: unknown) => content.push(item, name));
  }
  return content;
}

function retell(cause: unknown, secret: string, most: number): Error {
  const told = new Error(textIn(cause, "message", secret));
  const code = textIn(cause, "code", secret);
  if (code) Object.assign(told, { code });
  told.name = textIn(cause, "name", secret) || "Error";
  const inner = readMember(cause, "cause");
  if (inner !== undefined && most > 0) {
    told.cause = retell(inner, secret, most - 1);
  }
  return told;
}

function textIn(cause: unknown, name: string, secret: string): string {
  const text = typeof cause === "string" && name === "message"
    ? cause
    : readMember(cause, name);
  return typeof text === "string" ? text.replaceAll(secret, "[redacted]") : "";
}

function readMember(cause: unknown, name: string): unknown {
  try {
    return typeof cause === "object" && cause
      ? Reflect.get(cause, name)
      : undefined;
  } catch {
    return undefined;
  }
}
