import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createClerkClient } from "../../compat/mod.ts";
import * as compatErrors from "../../compat/errors.ts";
import { both, call, type Client } from "./clients.ts";
import { json } from "./fetch_switch.ts";
import * as official from "./official.ts";
import { USER_JSON } from "./user_json.ts";

const oneUser = () => json(USER_JSON);

const ERRORS = {
  errors: [
    {
      code: "resource_not_found",
      message: "not found",
      long_message: "No user was found with id user_1.",
      meta: { param_name: "user_id" },
    },
    { code: "other", message: "Other" },
  ],
  clerk_trace_id: "trace_1",
};

/** What code can see of a thrown error. */
function see(error: unknown): unknown {
  assert(error instanceof Error);
  const { status, clerkTraceId, retryAfter, errors, code, name, message } =
    error as compatErrors.ClerkAPIResponseError;
  return {
    status,
    clerkTraceId,
    retryAfter,
    errors: JSON.parse(JSON.stringify(errors ?? null)),
    code,
    name,
    message,
    text: error.toString(),
    json: JSON.parse(JSON.stringify(error)),
  };
}

function failure(
  status: number,
  statusText: string,
  body: unknown = ERRORS,
  headers: Readonly<Record<string, string>> = {},
): () => Response {
  return () => json(body, { status, statusText, headers });
}

const SAME_ERRORS: { readonly [name: string]: () => Response } = {
  "400": failure(400, "Bad Request"),
  "401": failure(401, "Unauthorized"),
  "402 with a plan": failure(402, "Payment Required", {
    errors: [{
      code: "plan_upgrade_required",
      message: "Upgrade",
      long_message: "Upgrade the plan",
      meta: {
        param_name: "seats",
        plan: {
          id: "cplan_1",
          amount_formatted: "10.00",
          currency_symbol: "$",
          annual_monthly_amount_formatted: null,
        },
        is_plan_upgrade_possible: true,
      },
    }],
  }),
  "403": failure(403, "Forbidden"),
  "404": failure(404, "Not Found"),
  "409": failure(409, "Conflict"),
  "422": failure(422, "Unprocessable Entity"),
  "422 without trace id": failure(422, "Unprocessable Entity", {
    errors: ERRORS.errors,
  }),
  "422 with the trace in a header": failure(
    422,
    "Unprocessable Entity",
    { errors: ERRORS.errors },
    { "cf-ray": "ray_1" },
  ),
  "429": failure(429, "Too Many Requests", ERRORS, { "retry-after": "30" }),
  "500": failure(500, "Internal Server Error"),
  "503": failure(503, "Service Unavailable"),
};

const OTHER_ERRORS: {
  readonly [name: string]: {
    readonly departs: string;
    readonly answer: () => Response;
    readonly code: string;
    readonly status: number | undefined;
  };
} = {
  "404 without a reason phrase, as HTTP/2 has it": {
    departs: "error-messages",
    answer: failure(404, ""),
    code: "resource_not_found",
    status: 404,
  },
  "422 with a charset": {
    departs: "json-with-charset",
    answer: failure(422, "Unprocessable Entity", ERRORS, {
      "content-type": "application/json; charset=utf-8",
    }),
    code: "resource_not_found",
    status: 422,
  },
  "500 with nothing": {
    departs: "always-an-error",
    answer: () => new Response(null, { status: 500 }),
    code: "unexpected_response",
    status: 500,
  },
  "500 with HTML": {
    departs: "always-an-error",
    answer: () =>
      new Response("<html>", {
        status: 500,
        headers: { "content-type": "text/html" },
      }),
    code: "unexpected_response",
    status: 500,
  },
  "500 with an empty object": {
    departs: "always-an-error",
    answer: failure(500, "Internal Server Error", {}),
    code: "unexpected_response",
    status: 500,
  },
  "200 with HTML": {
    departs: "json-only",
    answer: () =>
      new Response("<html>", {
        status: 200,
        headers: { "content-type": "text/html" },
      }),
    code: "unexpected_response",
    status: 200,
  },
  "200 with broken JSON": {
    departs: "error-codes",
    answer: () =>
      new Response("{", {
        status: 200,
        headers: { "content-type": "application/json" },
      }),
    code: "unexpected_response",
    status: 200,
  },
  "a failing network": {
    departs: "error-codes",
    answer: () => {
      throw new TypeError("boom");
    },
    code: "network_error",
    status: undefined,
  },
  "429 until a date": {
    departs: "retry-after-date",
    answer: failure(429, "Too Many Requests", ERRORS, {
      "retry-after": "Wed, 21 Oct 2015 07:28:00 GMT",
    }),
    code: "resource_not_found",
    status: 429,
  },
};

describe("the compat client fails as the official one does", () => {
  for (const [name, answer] of Object.entries(SAME_ERRORS)) {
    it(name, async () => {
      const { ours, theirs } = await both("users.getUser", ["user_1"], answer);
      const { error } = ours.outcome;
      assert(error instanceof compatErrors.ClerkAPIResponseError);
      assert(compatErrors.isClerkAPIResponseError(error));
      assert(official.errors.isClerkAPIResponseError(error));
      assertEquals(see(error), see(theirs.outcome.error));
    });
  }

  for (const [name, given] of Object.entries(OTHER_ERRORS)) {
    it(`${name} (departs: ${given.departs})`, async () => {
      const { ours, theirs } = await both(
        "users.getUser",
        ["user_1"],
        given.answer,
      );
      const { error } = ours.outcome;
      assert(error instanceof compatErrors.ClerkAPIResponseError);
      assertEquals(error.errors[0]?.code, given.code);
      assertEquals<unknown>(error.status, given.status);
      assertNotEquals(error.message, "");
      if ("error" in theirs.outcome) {
        assertNotEquals(see(error), see(theirs.outcome.error));
      }
    });
  }

  it("throws without a secret key", async () => {
    const clients = [
      official.createClerkClient({ telemetry: { disabled: true } }),
      createClerkClient({}),
      createClerkClient({ secretKey: "" }),
    ] as unknown as readonly Client[];
    const seen = [];
    for (const client of clients) {
      const { outcome } = await call(client, "users.getUser", ["u"], oneUser);
      seen.push(see(outcome.error));
    }
    assertEquals(seen[1], seen[0]);
    assertEquals(seen[2], seen[0]);
  });
});
