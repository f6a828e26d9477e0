import type { JsonObject } from "../text/json.ts";

/** How many causes of causes are told of. */
const MOST_CAUSES = 5;

/**
 * Makes the cause of a failure fit to be kept. Whoever sends requests may throw
 * errors that hold the request with all its headers; what came of it is shown
 * and logged.
 *
 * @param cause What was thrown.
 * @param secret What must not be read in it.
 * @param most How many causes of causes to tell of.
 * @returns The very same when it is an error that holds texts, numbers and such
 * a cause, nothing else, and none has the secret in it. Else an error with its
 * name, message and code alone, and so for its causes.
 */
export function concealSecret(
  cause: unknown,
  secret: string | undefined,
  most: number = MOST_CAUSES,
): unknown {
  if (!secret || cause === undefined) return cause;
  const redact = (value: unknown) =>
    typeof value === "string" ? value.replaceAll(secret, "[redacted]") : "";
  try {
    const known: JsonObject = Object(cause);
    const { name, message = cause, code, cause: inner } = known;
    const told = most > 0 ? concealSecret(inner, secret, most - 1) : undefined;
    const isHarmless = (value: unknown) =>
      value === inner ||
      Object(value) !== value && !String(value).includes(secret);
    const values = Reflect.ownKeys(known).map((key) => Reflect.get(known, key));
    return cause instanceof Error && told === inner &&
        [name, message, ...values].every(isHarmless)
      ? cause
      : Object.assign(new Error(redact(message)), {
        name: redact(name) || "Error",
        ...(code !== undefined && { code: redact(code) }),
        ...(told !== undefined && { cause: told }),
      });
  } catch {
    return new Error(); // What cannot be looked at may hold anything.
  }
}
