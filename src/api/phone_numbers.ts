import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { DeletedObject } from "./types/deleted_object.ts";
import type { PhoneNumber } from "./types/phone_number.ts";
import type {
  CreatePhoneNumberParams,
  UpdatePhoneNumberParams,
} from "./types/phone_number_params.ts";
import type {
  AttemptVerificationParams,
  VerificationAttempt,
} from "./types/verification_attempt.ts";

/**
 * Everything about phone numbers. No method rejects: each gives data or
 * errors. Each takes {@linkcode RequestOptions} as its last argument.
 */
export interface PhoneNumbersApi {
  /**
   * Reads one phone number.
   *
   * @param phoneNumberId The id of the number, `idn_…`.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The number, or an error `resource_not_found` with status 404.
   */
  getPhoneNumber(
    phoneNumberId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<PhoneNumber>>;
  /**
   * Gives a user one more phone number.
   *
   * @param params The user and the number.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new number, or an error such as `form_identifier_exists`.
   */
  createPhoneNumber(
    params: CreatePhoneNumberParams,
    options?: RequestOptions,
  ): Promise<ApiResult<PhoneNumber>>;
  /**
   * Changes whether a phone number is verified, whether it is the primary one, and
   * whether the second factor may use it. What is left out stays as it is.
   *
   * @param phoneNumberId The id of the number, `idn_…`.
   * @param params What to change.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The number as changed.
   */
  updatePhoneNumber(
    phoneNumberId: string,
    params?: UpdatePhoneNumberParams,
    options?: RequestOptions,
  ): Promise<ApiResult<PhoneNumber>>;
  /**
   * Removes a phone number from its user.
   *
   * @param phoneNumberId The id of the number, `idn_…`.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  deletePhoneNumber(
    phoneNumberId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
  /**
   * Sends a code to a phone number, to verify it.
   *
   * @param phoneNumberId The id of the number, `idn_…`.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The verification; its id goes to `attemptPhoneNumberVerification`.
   */
  preparePhoneNumberVerification(
    phoneNumberId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<VerificationAttempt>>;
  /**
   * Tries the code that was sent to a phone number. The right one makes the
   * number verified.
   *
   * @param phoneNumberId The id of the number, `idn_…`.
   * @param params The verification and the code.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The verification as changed.
   */
  attemptPhoneNumberVerification(
    phoneNumberId: string,
    params: AttemptVerificationParams,
    options?: RequestOptions,
  ): Promise<ApiResult<VerificationAttempt>>;
}

/** The operations of phone numbers. */
export const phoneNumbers: Table<PhoneNumbersApi> = /* @__PURE__ */ defineTable(
  () => ({
    getPhoneNumber: op("GET /phone_numbers/{phone_number_id}"),
    createPhoneNumber: op("POST /phone_numbers", { body: true }),
    updatePhoneNumber: op("PATCH /phone_numbers/{phone_number_id}", {
      body: true,
    }),
    deletePhoneNumber: op("DELETE /phone_numbers/{phone_number_id}"),
    preparePhoneNumberVerification: op(
      "POST /phone_numbers/{phone_number_id}/prepare_verification",
    ),
    attemptPhoneNumberVerification: op(
      "POST /phone_numbers/{phone_number_id}/attempt_verification",
      { body: true },
    ),
  }),
);
