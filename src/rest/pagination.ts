import type { Operation } from "./operation.ts";
import type { ApiListCall } from "./result.ts";
import type { Send } from "./table.ts";
/** Sends a list. */
export function list<T>(
  send: Send,
  operation: Operation,
  ...args: readonly unknown[]
): ApiListCall<T> {
  throw new Error(`todo ${send} ${operation} ${args}`);
}
