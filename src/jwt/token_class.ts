import { isText } from "../text/json.ts";
import type {
  JwtHeader,
  JwtPayload,
  SessionJwtPayload,
  VerifiedJwtPayload,
} from "./types.ts";

/**
 * What a token is for: a session of a user, a JWT template, or one machine
 * talking to another. `any` takes them all.
 */
export type TokenClass = "session" | "template" | "m2m" | "any";

/** Options that demand a class, which tells the type of the claims. */
export interface OfClass<Class extends TokenClass> {
  /** What the token must be for. `session` by default. */
  readonly tokenClass?: Class | undefined;
}

/** The claims of a token for which a class is demanded. */
export type PayloadOf<Class extends TokenClass> = Class extends "session"
  ? SessionJwtPayload
  : VerifiedJwtPayload;

/** All classes; those that have a category come first, in its order. */
export const CLASSES: readonly TokenClass[] = [
  "session",
  "template",
  "m2m",
  "any",
];

const CATEGORY = /^cl_B7d4PD([123])\1\1AAA$/;

/** The category that stands for none, on sessions. */
const NONE = "cl_I7d4PD111III";

/**
 * Tells what a token is for, by the category that Clerk puts into the header;
 * older tokens have none, and are told by their claims.
 */
export function classOf(
  { cat }: JwtHeader,
  { sub, sid }: JwtPayload,
): TokenClass | "unknown" {
  const isMachine = isText(sub) && sub.startsWith("mch_");
  const found = cat !== undefined && (cat !== NONE || isMachine)
    ? CLASSES[Number(CATEGORY.exec(cat)?.[1]) - 1]
    : isMachine
    ? "m2m"
    : isText(sid)
    ? "session"
    : "template";
  return found && (found === "m2m") === isMachine ? found : "unknown";
}
