/** Why a request is not answered by the handler. */
export interface Refusal {
  /** Why, in a form to branch on. */
  readonly code: string;
  /** Why, for a person. */
  readonly message: string;
}

/** Reasons that are no fault of the one who asked. Others mean 401. */
const STATUSES: { readonly [reason: string]: number } = {
  "jwk-failed-to-resolve": 500,
  "jwk-local-missing": 500,
  "jwk-remote-invalid": 500,
  "jwk-remote-missing": 500,
  "options-invalid": 500,
  "secret-key-invalid": 500,
  "jwk-remote-failed-to-load": 503,
  "unexpected-error": 503,
};

/** What each status says when there is nothing better to say. */
const MESSAGES: { readonly [status: number]: string } = {
  401: "The request has no token that is accepted here.",
  403: "Whoever sent the request may not do this.",
  500: "The server is not set up to verify tokens.",
  503: "The token cannot be verified now.",
};

/**
 * Makes the answer to a request without a good token: 401 with a challenge as
 * RFC 6750 has it, or a status from 500 on when it is the server that cannot
 * tell. What is wrong with the server is not told, but that it has no key at all:
 * whoever has just set it up would look for the fault in the token.
 */
export function refuseUnauthenticated(
  request: Request,
  { code, message }: Refusal,
): Response {
  const status = Object.hasOwn(STATUSES, code) ? STATUSES[code] ?? 401 : 401;
  const isUnset = code === "jwk-failed-to-resolve";
  if (status !== 401) {
    return answer(status, { code, message: isUnset ? message : "" });
  }
  // Without credentials there is nothing to say about them (RFC 6750, 3.1).
  const isPresented = /^bearer /i.test(
    request.headers.get("authorization") ?? "",
  );
  return answer(
    status,
    { code, message },
    isPresented ? challenge("invalid_token", code) : "Bearer",
  );
}

/** Makes the answer to a request whose token is good, but not for this. */
export function refuseUnauthorized(): Response {
  const refusal = { code: "forbidden", message: "" };
  return answer(403, refusal, challenge("insufficient_scope", refusal.code));
}

function challenge(error: string, why: string): string {
  return `Bearer error="${error}", error_description="${
    why.replace(/[^\w .-]/g, "")
  }"`;
}

function answer(
  status: number,
  { code, message }: Refusal,
  challenge?: string,
): Response {
  const headers = new Headers({
    "Cache-Control": "no-store",
    "Content-Type": "application/json",
  });
  if (challenge) headers.set("WWW-Authenticate", challenge);
  const error = { code, message: message || (MESSAGES[status] ?? "") };
  return new Response(JSON.stringify({ errors: [error] }), { status, headers });
}
