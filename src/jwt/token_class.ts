import type { JwtHeader, JwtPayload } from "./types.ts";

/**
 * What a token is for: a session of a user, a JWT template, or one machine
 * talking to another. `any` takes them all.
 */
export type TokenClass = "session" | "template" | "m2m" | "any";

/** All classes; those that have a category come first, in its order. */
export const CLASSES: readonly TokenClass[] = [
  "session",
  "template",
  "m2m",
  "any",
];

const CATEGORIES = ["cl_B7d4PD111AAA", "cl_B7d4PD222AAA", "cl_B7d4PD333AAA"];

/**
 * Tells what a token is for, by the category that Clerk puts into the header;
 * older tokens have none, and are told by their claims.
 */
export function classOf(
  { cat }: JwtHeader,
  { sub, sid }: JwtPayload,
): TokenClass | "unknown" {
  const isMachine = typeof sub === "string" && sub.startsWith("mch_");
  const found = cat !== undefined
    ? CLASSES[CATEGORIES.indexOf(cat)]
    : isMachine
    ? "m2m"
    : typeof sid === "string"
    ? "session"
    : "template";
  return found && (found === "m2m") === isMachine ? found : "unknown";
}
