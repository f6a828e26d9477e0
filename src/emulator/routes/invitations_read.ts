import type { JsonObject } from "../../text/json.ts";
import { refuse } from "../http/refusal.ts";
import { readEmailAddress } from "../state/identifiers.ts";
import type { AnyInvitationRow } from "../state/organization_rows.ts";

const DAY = 86_400_000;

/** How many days an invitation is open for, unless it says so itself. */
const DAYS = 30;

/** The bounds of what an invitation says. */
export const invitationLimits = { expires_in_days: { min: 1, max: 365 } };

/**
 * Reads what all new invitations have in common.
 *
 * @throws {Refusal} When the address is malformed.
 */
export function readInvitee(
  { email_address, expires_in_days: days, redirect_url }: JsonObject,
  now: number,
): Omit<AnyInvitationRow, "id" | "createdAt" | "sequence"> {
  return {
    emailAddress: readEmailAddress(email_address),
    status: "pending",
    expiresAt: now + (typeof days === "number" ? days : DAYS) * DAY,
    redirectUrl: typeof redirect_url === "string" ? redirect_url : null,
    updatedAt: now,
  };
}

/**
 * Checks how many things are made at once.
 *
 * @throws {Refusal} When there is none, or more than may be.
 */
export function checkBulk(items: readonly JsonObject[], most: number): void {
  if (items.length > most) {
    throw refuse(
      "bulk_size_exceeded",
      `Parameters exceed the maximum allowed bulk processing size of ${most}.`,
    );
  }
  if (items.length > 0) return;
  throw refuse(
    "request_body_invalid",
    "The request body is invalid: expected at least one item.",
  );
}
