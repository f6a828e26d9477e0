import { guarded, open } from "../routes/operations.ts";
import { readWholeSpec } from "../spec/spec.ts";

/** An operation, and how far it is emulated. */
export interface Supported {
  /** Its method and path. */
  readonly operation: string;
  /** 1 when it has state, 2 when it is answered by an example. */
  readonly tier: 1 | 2;
}

/** Lists all operations that are answered. */
export function listSupported(): readonly Supported[] {
  const kept = [...guarded, ...open].flatMap((table) => Object.keys(table));
  const known = new Set(kept);
  const rest = [...readWholeSpec().operations.values()]
    .map(({ method, path }) => `${method} /v1${path}`)
    .filter((operation) => !known.has(operation));
  return [
    ...kept.map((operation) => ({ operation, tier: 1 } as const)),
    ...rest.map((operation) => ({ operation, tier: 2 } as const)),
  ];
}
