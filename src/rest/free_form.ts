import type { Operation } from "./operation.ts";

/** Names in snake_case whose content is the user's own wherever they stand. */
const ALWAYS: readonly string[] = [
  "public_metadata",
  "private_metadata",
  "unsafe_metadata",
  "claims",
  "actor",
  "act",
  "meta",
  "payee",
  "mappings",
  "reassignment_mappings",
  "request_headers",
];

/**
 * The names in snake_case whose content keeps its own names, in what an
 * operation sends and gets.
 */
export function freeForm(
  { free, fixed }: Pick<Operation, "free" | "fixed">,
): readonly string[] {
  return free || fixed
    ? [...ALWAYS, ...free ?? []].filter((name) => !fixed?.includes(name))
    : ALWAYS;
}
