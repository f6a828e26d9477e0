/** Why the proxy answers a request by itself. */
export type ProxyErrorCode =
  /** A key is missing, or an option cannot be used. */
  | "proxy_configuration_error"
  /** The path is not the proxy's, or hides another one. */
  | "proxy_path_mismatch"
  /** The Frontend API could not be reached. */
  | "proxy_request_failed";

/** One error in the body of an answer: `{ "errors": [{ "code", "message" }] }`. */
export interface ProxyError {
  /** Why, in a form to branch on. */
  readonly code: ProxyErrorCode;
  /** Why, in words. */
  readonly message: string;
}

/** An error, and what was thrown, if something was. */
export interface ProxyFailure extends ProxyError {
  readonly cause?: unknown;
}

const STATUSES: { readonly [Code in ProxyErrorCode]: number } = {
  proxy_configuration_error: 500,
  proxy_path_mismatch: 400,
  proxy_request_failed: 502,
};

/** Makes the answer that tells of an error. */
export function answerError({ code, message }: ProxyError): Response {
  return new Response(JSON.stringify({ errors: [{ code, message }] }), {
    status: STATUSES[code],
    headers: {
      "Cache-Control": "no-store",
      "Content-Type": "application/json",
    },
  });
}

/** Makes an error out of settings that cannot be used. */
export function misconfigured(message: string): ProxyError {
  return { code: "proxy_configuration_error", message };
}
