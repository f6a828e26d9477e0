// What a consumer writes; compiled against the packed tarball, never run.
import { type ApiResult, unwrap } from "@isoclerk/backend/errors";

export function idOf(outcome: ApiResult<{ readonly id: string }>): string {
  if (outcome.errors) return outcome.errors[0].code;
  // @ts-expect-error: data has no such member
  outcome.data.nothing;
  return outcome.data.id;
}

export const twice: string = unwrap({
  data: "a",
  errors: undefined,
});
