import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type {
  SignUpAttempt,
  UpdateSignUpParams,
} from "./types/sign_up_attempt.ts";

/**
 * Everything about attempts to sign up. No method rejects: each gives data or
 * errors. Each takes {@linkcode RequestOptions} as its last argument.
 */
export interface SignUpsApi {
  /**
   * Reads one attempt to sign up.
   *
   * @param signUpAttemptId The attempt's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The attempt.
   */
  get(
    signUpAttemptId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<SignUpAttempt>>;
  /**
   * Changes an attempt to sign up. What is left out stays as it is.
   *
   * @param params The attempt, and what to change.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The attempt as changed.
   */
  update(
    params: UpdateSignUpParams,
    options?: RequestOptions,
  ): Promise<ApiResult<SignUpAttempt>>;
}

const free = ["external_account"];

/** The operations of attempts to sign up. */
export const signUps: Table<SignUpsApi> = /* @__PURE__ */ defineTable(() => ({
  get: op("GET /sign_ups/{sign_up_attempt_id}", { free }),
  update: op("PATCH /sign_ups/{sign_up_attempt_id}", { body: true, free }),
}));
