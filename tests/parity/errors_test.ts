import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import * as compat from "../../compat/errors.ts";
import * as official from "./official.ts";

const theirs = official.errors;

const DATA = [
  {
    code: "form_param_invalid",
    message: "is invalid",
    long_message: "The parameter is invalid.",
    meta: {
      param_name: "email_address",
      session_id: "sess_1",
      email_addresses: ["a@example.com"],
      zxcvbn: { suggestions: [{ code: "x", message: "y" }] },
    },
  },
  { code: "other", message: "Other" },
];

type Seen = Readonly<Record<string, unknown>>;

/** What code can see of an error. */
function see(error: Error): Seen {
  const own = Object.entries(error).filter(([name, value]) =>
    value !== undefined && name !== "name"
  );
  return {
    ...JSON.parse(JSON.stringify(Object.fromEntries(own))),
    message: error.message,
  };
}

describe("compat/errors agrees with the official package", () => {
  it("has the same runtime exports", () => {
    assertEquals(Object.keys(compat).sort(), Object.keys(theirs).sort());
  });

  for (
    const name of [
      "MachineTokenVerificationErrorCode",
      "TokenVerificationErrorAction",
      "TokenVerificationErrorCode",
      "TokenVerificationErrorReason",
    ] as const
  ) {
    it(`has the same ${name}`, () => {
      assertEquals<unknown>(compat[name], theirs[name]);
    });
  }

  const OPTIONS = [
    { data: DATA, status: 422, clerkTraceId: "trace_1", retryAfter: 3 },
    { data: DATA, status: 422, clerkTraceId: "trace_1" },
    { data: [], status: 500 },
  ];
  for (const options of OPTIONS) {
    it(`makes the same ClerkAPIResponseError of ${options.data.length} errors`, () => {
      const ours = new compat.ClerkAPIResponseError("Oh", options);
      const official = new theirs.ClerkAPIResponseError("Oh", options as never);
      assertEquals(see(ours), see(official));
      assertEquals(ours.name, official.name);
      assertEquals(ours.toString(), official.toString());
      assertEquals(ours instanceof Error, true);
      assertEquals(
        ours.errors[0]?.meta.paramName,
        official.errors[0]?.meta?.paramName,
      );
    });
  }

  it("knows errors of either package", () => {
    const made = [
      new compat.ClerkAPIResponseError("Oh", OPTIONS[0] ?? { data: [] }),
      new theirs.ClerkAPIResponseError("Oh", OPTIONS[0] as never),
      new Error("Oh"),
      Object.assign(new Error("Oh"), { clerkError: true, errors: [] }),
      { clerkError: true },
      { constructor: { kind: "ClerkAPIResponseError" } },
      null,
      undefined,
      "text",
      0,
      Object.create(null),
    ];
    const verdicts = (is: (error: never) => boolean) =>
      made.map((error) => {
        try {
          return is(error as never);
        } catch {
          return false;
        }
      });
    assertEquals(
      verdicts(compat.isClerkAPIResponseError),
      verdicts(theirs.isClerkAPIResponseError),
    );
  });

  it("makes the same TokenVerificationError", () => {
    const init = { action: "Do.", message: "Oh.", reason: "token-expired" };
    const ours = new compat.TokenVerificationError(init as never);
    const official = new theirs.TokenVerificationError(init as never);
    assertEquals(ours.message, official.message);
    assertEquals<unknown>(ours.reason, official.reason);
    assertEquals<unknown>(ours.action, official.action);
    assertEquals(ours.getFullMessage(), official.getFullMessage());
    ours.tokenCarrier = "header";
    official.tokenCarrier = "header";
    assertEquals(ours.getFullMessage(), official.getFullMessage());
  });

  it("makes the same MachineTokenVerificationError", () => {
    const init = {
      code: "token-invalid",
      message: "Oh",
      status: 404,
    } as const;
    const ours = new compat.MachineTokenVerificationError(init);
    const official = new theirs.MachineTokenVerificationError(init);
    assertEquals(see(ours), see(official));
    assertEquals(ours.getFullMessage(), official.getFullMessage());
    // The official build makes a name up.
    assertEquals(`${ours}`, `${official}`.replace("[_", "["));
  });

  it("says of what kind a class is, and lets classes of it word messages", () => {
    for (const errors of [compat, theirs as never as typeof compat]) {
      class ResponseError extends errors.ClerkAPIResponseError {
        static override formatMessage(
          name: string,
          text: string,
          code: string,
        ) {
          return [name, text, code].join();
        }
      }
      class MachineError extends errors.MachineTokenVerificationError {
        static override formatMessage(
          name: string,
          text: string,
          code: string,
        ) {
          return [name, text, code].join();
        }
      }
      assertEquals([
        new ResponseError("Oh", { data: [], status: 500 }).message,
        new MachineError({ message: "Oh", code: "token-invalid" }).message,
        ResponseError.kind,
        MachineError.kind,
      ], [
        "ClerkAPIResponseError,Oh,api_response_error",
        "MachineTokenVerificationError,Oh,token-invalid",
        "ClerkAPIResponseError",
        "MachineTokenVerificationError",
      ]);
    }
  });

  it("makes the same SignJWTError", () => {
    assertEquals(new compat.SignJWTError("Oh").message, "Oh");
    assertEquals(new theirs.SignJWTError("Oh").message, "Oh");
  });

  it("departs (error-names): names what the official build leaves unnamed", () => {
    const init = { action: "Do.", message: "Oh.", reason: "token-expired" };
    const names = (errors: typeof theirs | typeof compat) => [
      new errors.TokenVerificationError(init as never).name,
      new errors.SignJWTError("Oh").name,
    ];
    assertEquals(names(theirs), ["Error", "Error"]);
    assertEquals(names(compat), ["TokenVerificationError", "SignJWTError"]);
  });
});
