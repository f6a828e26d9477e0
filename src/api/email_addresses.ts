import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { DeletedObject } from "./types/deleted_object.ts";
import type { EmailAddress } from "./types/email_address.ts";
import type {
  CreateEmailAddressParams,
  UpdateEmailAddressParams,
} from "./types/email_address_params.ts";
import type {
  AttemptVerificationParams,
  VerificationAttempt,
} from "./types/verification_attempt.ts";

/**
 * Everything about e-mail addresses. No method rejects: each gives data or
 * errors. Each takes {@linkcode RequestOptions} as its last argument.
 */
export interface EmailAddressesApi {
  /**
   * Reads one e-mail address.
   *
   * @param emailAddressId The id of the address, `idn_…`.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The address, or an error `resource_not_found` with status 404.
   */
  getEmailAddress(
    emailAddressId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<EmailAddress>>;
  /**
   * Gives a user one more e-mail address.
   *
   * @param params The user and the address.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new address, or an error such as `form_identifier_exists`.
   */
  createEmailAddress(
    params: CreateEmailAddressParams,
    options?: RequestOptions,
  ): Promise<ApiResult<EmailAddress>>;
  /**
   * Changes whether an e-mail address is verified, and whether it is the primary
   * one. What is left out stays as it is.
   *
   * @param emailAddressId The id of the address, `idn_…`.
   * @param params What to change.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The address as changed.
   */
  updateEmailAddress(
    emailAddressId: string,
    params?: UpdateEmailAddressParams,
    options?: RequestOptions,
  ): Promise<ApiResult<EmailAddress>>;
  /**
   * Removes an e-mail address from its user.
   *
   * @param emailAddressId The id of the address, `idn_…`.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  deleteEmailAddress(
    emailAddressId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
  /**
   * Sends a code to an e-mail address, to verify it.
   *
   * @param emailAddressId The id of the address, `idn_…`.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The verification; its id goes to `attemptEmailAddressVerification`.
   */
  prepareEmailAddressVerification(
    emailAddressId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<VerificationAttempt>>;
  /**
   * Tries the code that was sent to an e-mail address. The right one makes the
   * address verified.
   *
   * @param emailAddressId The id of the address, `idn_…`.
   * @param params The verification and the code.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The verification as changed.
   */
  attemptEmailAddressVerification(
    emailAddressId: string,
    params: AttemptVerificationParams,
    options?: RequestOptions,
  ): Promise<ApiResult<VerificationAttempt>>;
}

/** The operations of e-mail addresses. */
export const emailAddresses: Table<EmailAddressesApi> =
  /* @__PURE__ */ defineTable(() => ({
    getEmailAddress: op("GET /email_addresses/{email_address_id}"),
    createEmailAddress: op("POST /email_addresses", { body: true }),
    updateEmailAddress: op("PATCH /email_addresses/{email_address_id}", {
      body: true,
    }),
    deleteEmailAddress: op("DELETE /email_addresses/{email_address_id}"),
    prepareEmailAddressVerification: op(
      "POST /email_addresses/{email_address_id}/prepare_verification",
    ),
    attemptEmailAddressVerification: op(
      "POST /email_addresses/{email_address_id}/attempt_verification",
      { body: true },
    ),
  }));
