import type { ApiFailure, ApiResult } from "../errors/api_error.ts";
import { failCall } from "../rest/failure.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import { defineTable, type Send, type Table } from "../rest/table.ts";
import type { BatchEmailResult, Email } from "./types/email.ts";
import type {
  BatchEmailParams,
  CreateEmailOptions,
  CreateEmailParams,
} from "./types/email_params.ts";

/**
 * E-mails, sent through Clerk. Experimental, and no part of the API's public
 * description. No method rejects: each gives data or errors. Each takes
 * {@linkcode RequestOptions} as its last argument.
 */
export interface EmailsApi {
  /**
   * Sends an e-mail.
   *
   * @param params From whom, to whom, and what.
   * @param options Time-outs, retries and a signal for this call, and a key that
   * makes a repeated call count once.
   * @returns The e-mail; a key that cannot be one is an error
   * `invalid_argument`, and nothing is sent.
   *
   * @example Once, however often it is tried
   * ```ts
   * import { createClerkClient } from "@isoclerk/backend";
   *
   * const clerk = createClerkClient();
   * const { data: email, errors } = await clerk.emails.create({
   *   from: { address: "billing@example.com" },
   *   to: { userId: "user_1" },
   *   subject: "Your invoice",
   *   text: "You owe us nothing.",
   * }, { idempotencyKey: "invoice-1042" });
   * if (errors) throw new Error(errors[0].message);
   * console.log(email.subject); // Your invoice
   * ```
   */
  create(
    params: CreateEmailParams,
    options?: CreateEmailOptions,
  ): Promise<ApiResult<Email>>;
  /**
   * Sends several e-mails by one request. Each succeeds or fails by itself, so
   * look at each result: those that failed are no error of the call.
   *
   * @param messages The e-mails, 1 to 100, each with an `idempotencyKey` of its
   * own where it is to count once.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What became of each; `invalid_argument` when there are too few or
   * too many, or a key cannot be one, and nothing is sent.
   */
  createBatch(
    messages: readonly BatchEmailParams[],
    options?: RequestOptions,
  ): Promise<ApiResult<readonly BatchEmailResult[]>>;
  /**
   * Reads one e-mail.
   *
   * @param emailId The e-mail's id, `ema_…`.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The e-mail, or an error `resource_not_found` with status 404.
   */
  get(emailId: string, options?: RequestOptions): Promise<ApiResult<Email>>;
}

const free = ["headers", "data"];
const createOne = /* @__PURE__ */ op("POST /email", {
  body: true,
  headers: { idempotencyKey: "Idempotency-Key" },
  free,
});
const createSeveral = /* @__PURE__ */ op("POST /email/batch", {
  body: true,
  free,
  // Part of the errors here, whose names are in camelCase everywhere.
  fixed: ["meta"],
});

/** The operations of e-mails. */
export const emails: Table<EmailsApi> = /* @__PURE__ */ defineTable(() => ({
  create,
  createBatch,
  get: op("GET /email/{email_id}", { free }),
}));

async function create(
  send: Send,
  params: CreateEmailParams,
  options?: CreateEmailOptions,
): Promise<ApiResult<Email>> {
  const { idempotencyKey } = options ?? {};
  // A key among the parameters is meant for a batch, but must not get lost.
  const message: BatchEmailParams = idempotencyKey === undefined
    ? params
    : { ...params, idempotencyKey };
  return checkMessages([message]) ?? await send(createOne, message, options);
}

async function createBatch(
  send: Send,
  messages: readonly BatchEmailParams[],
  options?: RequestOptions,
): Promise<ApiResult<readonly BatchEmailResult[]>> {
  return checkMessages(messages) ??
    await send(createSeveral, { messages }, options);
}

/** Why messages cannot be sent; undefined when they can. */
function checkMessages(
  messages: readonly BatchEmailParams[],
): ApiFailure | undefined {
  const count = Array.isArray(messages) ? messages.length : 0;
  if (count < 1 || count > 100) {
    return fail("messages", "a list of 1 to 100 messages");
  }
  return messages.every(hasFitKey) ? undefined : fail(
    "idempotencyKey",
    '1 to 255 of A-Z, a-z, 0-9, "_" and "-"',
  );
}

function hasFitKey(message: BatchEmailParams): boolean {
  const key: unknown = message?.idempotencyKey;
  return key === undefined ||
    typeof key === "string" && /^[\w-]{1,255}$/.test(key);
}

function fail(name: string, expected: string): ApiFailure {
  return failCall(
    "invalid_argument",
    `Cannot use "${name}": expected ${expected}.`,
  );
}
