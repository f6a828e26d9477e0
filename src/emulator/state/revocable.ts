import type { JsonObject } from "../../text/json.ts";
import type { RevocableRow } from "./machine_tables.ts";
import { writeSpan } from "./span.ts";

/** Whether the time of a token is over. */
export function isExpired({ expiresAt }: RevocableRow, now: number): boolean {
  return expiresAt !== null && expiresAt <= now;
}

/** Whether a token counts. */
export function isGood(row: RevocableRow, now: number): boolean {
  return !row.revoked && !isExpired(row, now);
}

/** Revokes a token; the first reason stays. */
export function revoke<R extends RevocableRow>(
  row: R,
  reason: unknown,
  now: number,
): R {
  if (row.revoked) return row;
  return {
    ...row,
    revoked: true,
    revocationReason: typeof reason === "string" ? reason : null,
    updatedAt: now,
  };
}

/** Writes what is the same for all that can be revoked. */
export function writeRevocable(row: RevocableRow, now: number): JsonObject {
  return {
    id: row.id,
    revoked: row.revoked,
    revocation_reason: row.revocationReason,
    expired: isExpired(row, now),
    expiration: row.expiresAt,
    ...writeSpan(row),
  };
}
