/**
 * What must hold in every runtime, as plain functions that import nothing but
 * the public entries: workerd and the edge VM have no test runner. Add a case
 * here when it uses something of the platform; all else belongs beside its area.
 */
import { ClerkApiResponseError, unwrap } from "../../errors.ts";

/** Fails unless two values look the same in JSON. */
function same(actual: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`Expected ${b}, got ${a}`);
}

const errorCases: Record<string, () => void> = {
  "errors: unwrap gives the data of a success"() {
    same(unwrap({ data: { id: "user_1" }, errors: undefined }), {
      id: "user_1",
    });
  },
  "errors: unwrap throws what a failure holds"() {
    try {
      unwrap({
        data: undefined,
        errors: [{ code: "timeout", message: "Too late" }],
        status: undefined,
        clerkTraceId: undefined,
        retryAfter: undefined,
        attempts: 1,
      });
    } catch (error) {
      if (!(error instanceof ClerkApiResponseError)) throw error;
      same(error.errors[0].code, "timeout");
      return;
    }
    throw new Error("Nothing was thrown");
  },
};

/** Every case, by name. */
export const cases: Readonly<Record<string, () => void | Promise<void>>> = {
  ...errorCases,
};
