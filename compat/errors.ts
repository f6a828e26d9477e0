/**
 * The error classes and codes of `@clerk/backend/errors`, as drop-in.
 *
 * @module
 */
import { TokenVerificationError as CoreTokenVerificationError } from "../src/errors/token_verification_error.ts";
import { isObject } from "../src/text/json.ts";
import { toCamelCase } from "../src/text/case.ts";
import type { MachineTokenVerificationErrorCode } from "./error_codes.ts";

export {
  MachineTokenVerificationErrorCode,
  TokenVerificationErrorAction,
  TokenVerificationErrorCode,
  TokenVerificationErrorReason,
} from "./error_codes.ts";
export type {
  TokenCarrier,
  TokenVerificationErrorInit,
  TokenVerificationErrorReason as CoreTokenVerificationErrorReason,
} from "../src/errors/token_verification_error.ts";

/** A token was refused. */
export class TokenVerificationError extends CoreTokenVerificationError {
  /**
   * The message with what to do, the reason and where the token was found.
   *
   * @returns One line for a log.
   */
  getFullMessage(): string {
    const { message, action, reason, tokenCarrier } = this;
    return `${message}${
      action ? " " + action : ""
    } (reason=${reason}, token-carrier=${tokenCarrier})`;
  }
}

/** One error of the Backend API. */
export interface ClerkAPIError {
  /** What went wrong, in a form to branch on. */
  readonly code: string;
  /** What went wrong, for a developer. */
  readonly message: string;
  /** What went wrong, in a form fit for showing to a user. */
  readonly longMessage?: string | undefined;
  /** More about it; empty when there is no more. */
  readonly meta: ClerkAPIErrorMeta;
}

/** What an error of the Backend API tells besides. */
export interface ClerkAPIErrorMeta {
  /** The parameter that is at fault. */
  readonly paramName?: string;
  /** The session that it is about. */
  readonly sessionId?: string;
  /** The addresses that it is about. */
  readonly emailAddresses?: string[];
  /** What it is about, whatever users are known by. */
  readonly identifiers?: string[];
  /** Anything else. */
  readonly [name: string]: unknown;
}

/** What a {@linkcode ClerkAPIResponseError} is made of. */
export interface ClerkAPIResponseOptions {
  /** The errors, as the API sends them: names in snake_case. */
  readonly data: readonly unknown[];
  /** The HTTP status. */
  readonly status?: number | undefined;
  /** The trace id to tell Clerk's support. */
  readonly clerkTraceId?: string | undefined;
  /** How long the API asks to wait, in seconds. */
  readonly retryAfter?: number | undefined;
  /** The failure underneath, when it was not the API that answered. */
  readonly cause?: unknown;
}

const CODE = "api_response_error";

/** A call of the Backend API failed. */
export class ClerkAPIResponseError extends Error {
  /** What {@linkcode isClerkAPIResponseError} goes by. */
  static readonly kind: string = "ClerkAPIResponseError";
  /** The name of the class; not enumerable. */
  declare readonly name: string;
  /** The failure underneath; the type is the official one. */
  declare readonly cause?: Error | undefined;
  /** Marks errors of Clerk. */
  readonly clerkError = true as const;
  /** The code of all errors of this class; those of the API are in `errors`. */
  readonly code: string = CODE;
  /** Absent. */
  readonly longMessage: string | undefined = undefined;
  /** Absent. */
  readonly docsUrl: string | undefined = undefined;
  /**
   * The HTTP status. Undefined when no answer came: the type is the official
   * one, which does not say so.
   */
  readonly status: number;
  /** The trace id to tell Clerk's support. */
  readonly clerkTraceId: string | undefined;
  /** How long the API asks to wait, in seconds. */
  readonly retryAfter: number | undefined;
  /** What went wrong. */
  readonly errors: ClerkAPIError[];

  /** Makes an error out of the API's answer. */
  constructor(message: string, options: ClerkAPIResponseOptions) {
    super(
      new.target.formatMessage(ClerkAPIResponseError.kind, message, CODE),
      "cause" in options ? { cause: options.cause } : undefined,
    );
    Object.defineProperty(this, "name", { value: "ClerkAPIResponseError" });
    this.status = options.status as number;
    this.clerkTraceId = options.clerkTraceId;
    this.retryAfter = options.retryAfter;
    this.errors = options.data.map(parseError);
  }

  /**
   * Words the message; a class that extends this one may do it otherwise.
   *
   * @param _name The name of this class.
   * @param message What the error was made with.
   * @param _code The code.
   * @returns The message.
   */
  protected static formatMessage(
    _name: string,
    message: string,
    _code: string,
  ): string {
    return message;
  }

  /**
   * The message, the status and all errors.
   *
   * @returns A few lines for a log.
   */
  override toString(): string {
    const errors = this.errors.map((error) => JSON.stringify(error)).join(",");
    const trace = this.clerkTraceId
      ? `\nClerk Trace ID: ${this.clerkTraceId}`
      : "";
    return `[${this.name}]\nMessage:${this.message}\nStatus:${this.status}\nSerialized errors: ${errors}${trace}`;
  }
}

/** Reads an error of the API, its names in either case. */
function parseError(error: unknown): ClerkAPIError {
  const { code, message, long_message, longMessage, meta } = isObject(error)
    ? error
    : {};
  const names = isObject(meta) ? Object.entries(meta) : [];
  return {
    code: `${code ?? ""}`,
    message: `${message ?? ""}`,
    longMessage: textOf(longMessage ?? long_message),
    meta: Object.fromEntries(
      names.map(([n, value]) => [toCamelCase(n), value]),
    ),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/**
 * Whether something that was caught is a failed call of the Backend API, be it
 * of this copy of the package or of another one.
 *
 * @param error What was caught.
 * @returns Whether it is.
 *
 * @example
 * ```ts
 * import { createClerkClient } from "@isoclerk/backend/compat";
 * import { isClerkAPIResponseError } from "@isoclerk/backend/compat/errors";
 * import { createEmulator } from "@isoclerk/backend/emulator";
 *
 * const emulator = await createEmulator();
 * const clerk = createClerkClient({
 *   secretKey: emulator.secretKey,
 *   fetch: emulator.fetch,
 * });
 * try {
 *   await clerk.users.getUser("user_of_nobody");
 * } catch (error) {
 *   if (isClerkAPIResponseError(error)) console.log(error.status); // 404
 * }
 * ```
 */
export function isClerkAPIResponseError(
  error: unknown,
): error is ClerkAPIResponseError {
  const { constructor } = isObject(error) ? error : {};
  return (isObject(constructor) || typeof constructor === "function") &&
    Reflect.get(constructor, "kind") === ClerkAPIResponseError.kind;
}

/** A token could not be signed: the key, the algorithm or the claims are wrong. */
export class SignJWTError extends Error {
  /** The name of the class. */
  override readonly name: string = "SignJWTError";
}

/** What a {@linkcode MachineTokenVerificationError} is made of. */
export interface MachineTokenVerificationErrorInit {
  /** Why, for a person. */
  readonly message: string;
  /** Why, in a form to branch on. */
  readonly code: MachineTokenVerificationErrorCode;
  /** The HTTP status, when the API refused it. */
  readonly status?: number | undefined;
  /** What to do about it. */
  readonly action?: string | undefined;
  /** What caused it. */
  readonly cause?: unknown;
}

/** The token of a machine, an API key or an OAuth access token was refused. */
export class MachineTokenVerificationError extends Error {
  /** What tells this class from the others. */
  static readonly kind: string = "MachineTokenVerificationError";
  /** The name of the class. */
  override readonly name: string = "MachineTokenVerificationError";
  /** The failure underneath; the type is the official one. */
  declare readonly cause?: Error | undefined;
  /** Marks errors of Clerk. */
  readonly clerkError = true as const;
  /** Why, in a form to branch on. */
  readonly code: MachineTokenVerificationErrorCode;
  /** Absent. */
  readonly longMessage: string | undefined = undefined;
  /** Absent. */
  readonly docsUrl: string | undefined = undefined;
  /** The HTTP status, when the API refused it. */
  readonly status: number | undefined;
  /** What to do about it. */
  readonly action: string | undefined;

  /** Makes an error. */
  constructor(init: MachineTokenVerificationErrorInit) {
    const { kind } = MachineTokenVerificationError;
    super(
      new.target.formatMessage(kind, init.message, init.code),
      "cause" in init ? { cause: init.cause } : undefined,
    );
    this.code = init.code;
    this.status = init.status;
    this.action = init.action;
  }

  /**
   * Words the message; a class that extends this one may do it otherwise.
   *
   * @param _name The name of this class.
   * @param message What the error was made with.
   * @param _code The code.
   * @returns The message.
   */
  protected static formatMessage(
    _name: string,
    message: string,
    _code: string,
  ): string {
    return message;
  }

  /**
   * The name and the message.
   *
   * @returns Two lines for a log.
   */
  override toString(): string {
    return `[${this.name}]\nMessage:${this.message}`;
  }

  /**
   * The message with the code and the status.
   *
   * @returns One line for a log.
   */
  getFullMessage(): string {
    return `${this.message} (code=${this.code}, status=${
      this.status ?? "n/a"
    })`;
  }
}
