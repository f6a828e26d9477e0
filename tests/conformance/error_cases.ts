import { ClerkApiResponseError, unwrap } from "../../errors.ts";
import { type Cases, same } from "./same.ts";

export const errorCases: Cases = {
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
      same(error instanceof ClerkApiResponseError, true);
      same(
        error instanceof ClerkApiResponseError && error.errors[0].code,
        "timeout",
      );
      return;
    }
    throw new Error("Nothing was thrown");
  },
};
