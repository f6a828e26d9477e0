import { isText } from "../../text/json.ts";

/** A feature or a plan, and who has it. */
export interface ScopedName {
  /** `o` for the organization, `u` for the user, `uo` for both; else empty. */
  readonly scope: string;
  /** The name; empty when the entry is malformed. */
  readonly name: string;
}

/** Splits a claim that lists things, separated by commas. */
export function splitList(claim: unknown): readonly string[] {
  return isText(claim) && claim !== ""
    ? claim.split(",").map((entry) => entry.trim())
    : [];
}

/** Splits a claim that lists features or plans, such as `o:teams,u:themes`. */
export function splitScoped(claim: unknown): readonly ScopedName[] {
  return splitList(claim).map((entry) => {
    const [scope = "", name = "", rest] = entry.split(":");
    return /^(?:o|u|uo|ou)$/.test(scope)
      ? { scope, name: rest === undefined ? name : "" }
      : { scope: "", name: "" };
  });
}
