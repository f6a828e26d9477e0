import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createClerkClient, type User } from "../../compat/mod.ts";
import * as compatErrors from "../../compat/errors.ts";
import { answerWith, json, type SentRequest } from "./fetch_switch.ts";
import * as official from "./official.ts";
import {
  INVITATION_JSON,
  MEMBERSHIP_JSON,
  OAUTH_TOKEN_JSON,
  SPARSE_USER_JSON,
  USER_JSON,
} from "./user_json.ts";

type Client = {
  readonly [resource: string]: {
    readonly [method: string]: (...args: readonly unknown[]) => unknown;
  };
};

const SECRET = "sk_test_parity";
const theirClient = official.createClerkClient({
  secretKey: SECRET,
  telemetry: { disabled: true },
}) as unknown as Client;
const ourClient = createClerkClient({
  secretKey: SECRET,
  retry: false,
}) as unknown as Client;

interface Seen {
  readonly outcome: { readonly value?: unknown; readonly error?: unknown };
  readonly requests: readonly SentRequest[];
}

async function call(
  client: Client,
  path: string,
  args: readonly unknown[],
  answer: (request: SentRequest) => Response,
): Promise<Seen> {
  const [resource = "", method = ""] = path.split(".");
  const { value: outcome, requests } = await answerWith(answer, async () => {
    try {
      // Called on its resource: the official methods need `this`.
      return { value: await client[resource]?.[method]?.(...args) };
    } catch (error) {
      return { error };
    }
  });
  return { outcome, requests };
}

async function both(
  path: string,
  args: readonly unknown[],
  answer: (request: SentRequest) => Response,
): Promise<{ readonly ours: Seen; readonly theirs: Seen }> {
  return {
    theirs: await call(theirClient, path, args, answer),
    ours: await call(ourClient, path, args, answer),
  };
}

/** Asserts that whatever is enumerable there is the same here, at any depth. */
function assertCovers(ours: unknown, theirs: unknown, path = "it"): void {
  if (theirs instanceof URL) {
    assert(ours instanceof URL, path);
    return assertEquals(ours.href, theirs.href, path);
  }
  if (typeof theirs !== "object" || theirs === null) {
    return assertEquals(ours, theirs, path);
  }
  assert(typeof ours === "object" && ours !== null, path);
  assertEquals(Array.isArray(ours), Array.isArray(theirs), path);
  if (Array.isArray(ours)) {
    assertEquals(ours.length, Object.keys(theirs).length);
  }
  for (const [name, value] of Object.entries(theirs)) {
    if (name === "_raw") continue;
    const inner = `${path}.${name}`;
    if (/metadata$/i.test(name)) {
      assertEquals(Reflect.get(ours, name), value, inner);
    } else assertCovers(Reflect.get(ours, name), value, inner);
  }
}

function lineOf({ method, url }: SentRequest): string {
  return `${method} ${url}`;
}

const userAnswer = ({ url }: SentRequest) =>
  json(
    url.includes("/users/count")
      ? { object: "total_count", total_count: 7 }
      : /\/users(?:\?|$)/.test(url)
      ? [USER_JSON, SPARSE_USER_JSON]
      : USER_JSON,
  );
const oneUser = () => json(USER_JSON);
const page = (item: unknown) => () => json({ data: [item], total_count: 9 });
const deleted = (object: string) => () =>
  json({ object, id: "x_1", deleted: true });
const userId = () => json({ user_id: "user_1" });

const CALLS: readonly (readonly [
  string,
  readonly unknown[],
  (request: SentRequest) => Response,
])[] = [
  ["users.getUser", ["user_1"], userAnswer],
  ["users.getUser", ["user_2"], () => json(SPARSE_USER_JSON)],
  ["users.getUserList", [], userAnswer],
  ["users.getUserList", [{ limit: 5, offset: 5, query: "a" }], userAnswer],
  ["users.getCount", [{ query: "a" }], userAnswer],
  ["users.getCount", [], userAnswer],
  ["users.createUser", [{
    emailAddress: ["ada@example.com"],
    firstName: null,
    publicMetadata: { in_snake: 1, inCamel: 2 },
  }], () => json(USER_JSON)],
  ["users.updateUser", ["user_1", { firstName: "Ada" }], oneUser],
  ["users.updateUserMetadata", ["user_1", {
    publicMetadata: { a_b: 1 },
  }], oneUser],
  [
    "users.updateUserProfileImage",
    ["user_1", { file: new Blob(["x"]) }],
    oneUser,
  ],
  ["users.deleteUser", ["user_1"], deleted("user")],
  [
    "users.getUserOauthAccessToken",
    ["user_1", "google"],
    page(
      OAUTH_TOKEN_JSON,
    ),
  ],
  ["users.disableUserMFA", ["user_1"], userId],
  ["users.deleteUserBackupCodes", ["user_1"], userId],
  ["users.deleteUserTOTP", ["user_1"], userId],
  [
    "users.getOrganizationMembershipList",
    [{ userId: "user_1", limit: 1 }],
    page(MEMBERSHIP_JSON),
  ],
  [
    "users.getOrganizationInvitationList",
    [{ userId: "user_1" }],
    page(INVITATION_JSON),
  ],
  [
    "users.verifyPassword",
    [{ userId: "user_1", password: "x" }],
    () => json({ verified: true }),
  ],
  [
    "users.verifyTOTP",
    [{ userId: "user_1", code: "1" }],
    () => json({ verified: true, code_type: "totp" }),
  ],
  ["users.banUser", ["user_1"], oneUser],
  ["users.unbanUser", ["user_1"], oneUser],
  ["users.lockUser", ["user_1"], oneUser],
  ["users.unlockUser", ["user_1"], oneUser],
  ["users.removePassword", ["user_1"], oneUser],
  ["users.deleteUserProfileImage", ["user_1"], oneUser],
  ["users.setPasswordCompromised", ["user_1"], oneUser],
  ["users.unsetPasswordCompromised", ["user_1"], oneUser],
  [
    "users.replaceUserEmailAddress",
    ["user_1", { emailAddress: "ada@example.com" }],
    () => json(USER_JSON.email_addresses[1]),
  ],
  [
    "users.replaceUserPhoneNumber",
    ["user_1", { phoneNumber: "+15555550100" }],
    () => json(USER_JSON.phone_numbers[0]),
  ],
  [
    "users.deleteUserPasskey",
    [{ userId: "user_1", passkeyIdentificationId: "idn_1" }],
    deleted("passkey"),
  ],
  [
    "users.deleteUserWeb3Wallet",
    [{ userId: "user_1", web3WalletIdentificationId: "idn_1" }],
    deleted("web3_wallet"),
  ],
  [
    "users.deleteUserExternalAccount",
    [{ userId: "user_1", externalAccountId: "eac_1" }],
    deleted("external_account"),
  ],
  [
    "jwks.getJwks",
    [],
    () => json({ keys: [{ kty: "RSA", kid: "a", n: "x", e: "AQAB" }] }),
  ],
];

/** Resources of the API that the official client lacks. */
const OURS_ALONE = [
  "adminPortalLinkTokens",
  "directories",
  "interstitial",
  "scimDirectories",
  "templates",
];

describe("the compat client agrees with the official one", () => {
  for (const [path, args, answer] of CALLS) {
    it(`${path}(${JSON.stringify(args).slice(1, -1)})`, async () => {
      const { ours, theirs } = await both(path, args, answer);
      assertEquals(theirs.outcome.error, undefined);
      assertEquals(ours.outcome.error, undefined);
      assertCovers(ours.outcome.value, theirs.outcome.value);
      assertEquals(ours.requests.map(lineOf), theirs.requests.map(lineOf));
    });
  }

  it("has every method of the resources that it covers", () => {
    for (const name of Object.keys(ourClient)) {
      const theirs = theirClient[name];
      assertEquals(theirs === undefined, OURS_ALONE.includes(name), name);
      if (!theirs) continue;
      if (typeof theirs === "function") {
        assertEquals(typeof ourClient[name], "function", name);
        continue;
      }
      const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(theirs));
      for (const method of methods) {
        if (method === "constructor" || method === "request") continue;
        assertEquals(typeof ourClient[name]?.[method], "function", method);
      }
    }
  });

  it("has the same getters", async () => {
    const { ours, theirs } = await both("users.getUser", ["user_1"], oneUser);
    const getters = [
      "fullName",
      "primaryEmailAddress",
      "primaryPhoneNumber",
      "primaryWeb3Wallet",
    ];
    const ourUser = ours.outcome.value as User;
    const theirUser = theirs.outcome.value as User;
    for (const name of getters) {
      assertCovers(Reflect.get(ourUser, name), Reflect.get(theirUser, name));
      assertNotEquals(Reflect.get(ourUser, name), null);
    }
    assertEquals<unknown>(theirUser.raw, USER_JSON);
    assertCovers(ourUser.raw, USER_JSON);
    assertCovers(Reflect.get(ourUser, "_raw"), USER_JSON);
  });

  it("has getters of a user about whom little is known", async () => {
    const { ours, theirs } = await both(
      "users.getUser",
      ["user_2"],
      () => json(SPARSE_USER_JSON),
    );
    const fields = (user: User) => [
      user.fullName,
      user.primaryEmailAddress,
      user.primaryPhoneNumber,
      user.primaryWeb3Wallet,
    ];
    assertEquals(
      fields(ours.outcome.value as User),
      fields(theirs.outcome.value as User),
    );
  });

  it("departs (plain-resources): nothing that is computed is serialised", async () => {
    const { ours, theirs } = await both("users.getUser", ["user_1"], oneUser);
    const user = ours.outcome.value as User;
    assertEquals(Object.getPrototypeOf(user), Object.prototype);
    assert(!JSON.stringify(user).includes("private_metadata"));
    assert(JSON.stringify(theirs.outcome.value).includes("private_metadata"));
    assertEquals(structuredClone(user), JSON.parse(JSON.stringify(user)));
    assertEquals({ ...user }, structuredClone(user) as typeof user);
  });

  it("departs (more-members): what the API adds comes through", async () => {
    const body = { ...SPARSE_USER_JSON, some_new_member: { in_it: 1 } };
    const { ours, theirs } = await both(
      "users.getUser",
      ["user_2"],
      () => json(body),
    );
    assertEquals(Reflect.get(ours.outcome.value as User, "someNewMember"), {
      inIt: 1,
    });
    assertEquals(
      Reflect.get(theirs.outcome.value as User, "someNewMember"),
      undefined,
    );
  });
});

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

  const BAD_CALLS: readonly (readonly [string, readonly unknown[]])[] = [
    ["users.getUser", [""]],
    ["users.getUser", []],
    ["users.getUser", [null]],
    ["users.getOrganizationMembershipList", [{}]],
    ["users.deleteUserPasskey", [{ userId: "user_1" }]],
  ];
  for (const [path, args] of BAD_CALLS) {
    it(`${path}(${JSON.stringify(args).slice(1, -1)}): an id is missing`, async () => {
      const { ours, theirs } = await both(path, args, oneUser);
      assertEquals(see(ours.outcome.error), see(theirs.outcome.error));
      assertEquals(ours.requests, []);
      assertEquals(theirs.requests, []);
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

  it("departs (encoded-ids): no id names another operation", async () => {
    const { ours, theirs } = await both("users.getUser", ["a b/c?d"], oneUser);
    assertEquals(ours.requests.map(lineOf), [
      "GET https://api.clerk.com/v1/users/a%20b%2Fc%3Fd",
    ]);
    assertEquals(theirs.requests.map(lineOf), [
      "GET https://api.clerk.com/v1/users/a%20b/c?d",
    ]);
    const dots = await both("users.getUser", [".."], oneUser);
    assertEquals(dots.ours.requests, []);
    assert(dots.ours.outcome.error instanceof TypeError);
  });

  it("departs (falsy-filters): they are sent", async () => {
    const args = [{ banned: false, lastActiveAtAfter: 0, query: "" }];
    const { ours, theirs } = await both("users.getCount", args, userAnswer);
    assertEquals(ours.requests.map(lineOf), [
      "GET https://api.clerk.com/v1/users/count?banned=false&last_active_at_after=0&query=",
    ]);
    assertEquals(theirs.requests.map(lineOf), [
      "GET https://api.clerk.com/v1/users/count",
    ]);
    const none = await both("users.getUserList", [{ userId: [] }], userAnswer);
    assert(none.ours.outcome.error instanceof TypeError);
    assertEquals(none.ours.requests, []);
  });

  it("departs (retries): a read is sent again", async () => {
    const client = createClerkClient({ secretKey: SECRET });
    let sent = 0;
    const { outcome } = await call(
      client as unknown as Client,
      "users.getUser",
      ["user_1"],
      () => ++sent === 1 ? failure(503, "")() : oneUser(),
    );
    assertEquals(outcome.error, undefined);
    assertEquals(sent, 2);
  });

  it("departs (methods-without-this): a method can be taken off", async () => {
    const { getUser } = createClerkClient({ secretKey: SECRET }).users;
    const { value } = await answerWith(oneUser, () => getUser("user_1"));
    assertEquals(value.fullName, "Ada Lovelace");
  });

  it("departs (https-only): no key travels in clear", async () => {
    const { createClerkClient: theirs } = official;
    const apiUrl = "http://api.example.com";
    theirs({ secretKey: SECRET, apiUrl, telemetry: { disabled: true } });
    let thrown: unknown;
    try {
      createClerkClient({ secretKey: SECRET, apiUrl });
    } catch (error) {
      thrown = error;
    }
    assert(thrown instanceof TypeError);
    await Promise.resolve();
  });

  it("departs (no-telemetry): there is none, and nothing is printed", async () => {
    const hostWarn = console.warn;
    const lines: unknown[] = [];
    console.warn = (...args: unknown[]) => lines.push(args);
    const change = { publicMetadata: { a: 1 } };
    const ours = await call(
      ourClient,
      "users.updateUser",
      ["user_1", change],
      oneUser,
    );
    console.warn = hostWarn;
    assertEquals(ours.requests.map(lineOf), [
      "PUT https://api.clerk.com/v1/users/user_1/metadata",
    ]);
    assertEquals(lines, []);
    assertEquals("telemetry" in ourClient, false);
  });
});
