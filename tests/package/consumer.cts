// The same from CommonJS.
import { type ApiResult, unwrap } from "@isoclerk/backend/errors";

export function idOf(outcome: ApiResult<{ readonly id: string }>): string {
  return unwrap(outcome).id;
}
