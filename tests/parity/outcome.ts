/** What a call did, in a form to compare: a value, or what is seen of an error. */
export type Outcome =
  | { readonly value: unknown }
  | {
    readonly kind: string;
    readonly message: string;
    readonly reason: unknown;
    readonly action: unknown;
    readonly full: unknown;
  };

/** Runs a call and describes what it does. */
export async function observe(
  run: () => unknown,
  classes: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  try {
    return { value: await run() };
  } catch (error) {
    if (!(error instanceof Error)) return { value: error };
    const kind = Object.keys(classes).find((name) => {
      const Class = classes[name];
      return typeof Class === "function" && "prototype" in Class &&
        Class.prototype instanceof Error && error instanceof Class;
    });
    const full: unknown = Reflect.get(error, "getFullMessage");
    return {
      kind: kind ?? kindOf(error),
      message: error.message,
      reason: Reflect.get(error, "reason"),
      action: Reflect.get(error, "action"),
      full: typeof full === "function" ? full.call(error) : undefined,
    };
  }
}

/**
 * As CommonJS, the official entries have a class each, so that `instanceof` does
 * not hold between them.
 */
function kindOf(error: Error): string {
  return "getFullMessage" in error && "reason" in error
    ? "TokenVerificationError"
    : error.name;
}
