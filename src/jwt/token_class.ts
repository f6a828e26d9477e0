import type { JwtHeader, JwtPayload } from "./types.ts";

/**
 * What a token is for: a session of a user, a JWT template, or one machine
 * talking to another. `any` takes them all.
 */
export type TokenClass = "session" | "template" | "m2m" | "any";

const SESSION = "cl_B7d4PD111AAA";
const TEMPLATE = "cl_B7d4PD222AAA";
const M2M = "cl_B7d4PD333AAA";

/**
 * Tells what a token is for, by the category that Clerk puts into the header;
 * older tokens have none, and are told by their claims.
 */
export function classOf(
  header: JwtHeader,
  payload: JwtPayload,
): TokenClass | "unknown" {
  const { cat } = header;
  const { sub, sid } = payload;
  if (typeof sub === "string" && sub.startsWith("mch_")) {
    return cat === undefined || cat === M2M ? "m2m" : "unknown";
  }
  if (cat === undefined) {
    return typeof sid === "string" ? "session" : "template";
  }
  if (cat === SESSION) return "session";
  return cat === TEMPLATE ? "template" : "unknown";
}
