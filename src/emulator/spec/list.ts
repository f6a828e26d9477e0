import type { SpecType } from "./parse.ts";

/** An answer that is a list. */
export interface SpecList {
  /** What its items are. */
  readonly of: SpecType;
  /** The member that holds the items; undefined for a bare list. */
  readonly member: string | undefined;
}

/** A list is bare, or a member beside its length; undefined for all else. */
export function readList(answer: SpecType | undefined): SpecList | undefined {
  if (answer?.kind === "list") return { of: answer.of, member: undefined };
  if (answer?.kind !== "object") return undefined;
  const { members } = answer;
  const held = members.find(({ type }) => type.kind === "list");
  return held?.type.kind === "list" &&
      members.some(({ name }) => name === "total_count")
    ? { of: held.type.of, member: held.name }
    : undefined;
}
