import { isObject, isText } from "../text/json.ts";
import type { SignInOptions } from "./sign_in.ts";

/** What each option must be: one that is misspelt would be lost in silence. */
const OPTIONS: {
  readonly [Name in keyof SignInOptions]-?: (value: unknown) => boolean;
} = {
  orgId: isText,
  clientId: isText,
  sessionId: isText,
  organization: isObject,
  azp: isText,
  fva: (value) =>
    Array.isArray(value) && value.length === 2 &&
    value.every((each) => Number.isFinite(each)),
  sts: (value) => value === "active" || value === "pending",
  act: (value) => isText(value) || isObject(value),
  pla: isText,
  fea: isText,
  version: (value) => value === 1 || value === 2,
  claims: isObject,
  header: isObject,
  expiresIn: (value) => typeof value === "number" || isText(value),
};

/**
 * Checks what was said about a session that is to begin.
 *
 * @throws {TypeError} When an option is not known, or of the wrong type.
 */
export function checkSignIn(options: object): void {
  const checks = Object.entries(OPTIONS);
  for (const [name, value] of Object.entries(options)) {
    const [, isRight] = checks.find(([known]) => known === name) ?? [];
    if (isRight && (value === undefined || isRight(value))) continue;
    throw new TypeError(
      isRight
        ? `Cannot use the option "${name}": it is of the wrong type.`
        : `There is no option "${name}", but ${
          Object.keys(OPTIONS).join(", ")
        }.`,
    );
  }
}
