import { assert, assertEquals, assertMatch, assertThrows } from "@std/assert";
import { beforeAll, describe, it } from "@std/testing/bdd";
import { createEmulator, type Emulator } from "../../emulator.ts";
import { withClerk, type WithClerkOptions } from "../../handler.ts";
import { refuseUnauthenticated } from "../../src/handler/refusal.ts";
import { type ClerkClientOptions, createClerkClient } from "../../mod.ts";

const URL_OF_APP = "https://app.example.com/notes";

let emulator: Emulator;
let options: ClerkClientOptions;

/** What an answer looks like to whoever asked. */
async function look(response: Response) {
  const { status, headers } = response;
  return {
    status,
    challenge: headers.get("www-authenticate"),
    body: await response.json(),
  };
}

function request(headers: HeadersInit = {}, init: RequestInit = {}): Request {
  return new Request(URL_OF_APP, { headers, ...init });
}

/** A browser that opens a page. */
function navigation(cookie: string): Request {
  return request({ cookie, "sec-fetch-dest": "document", accept: "text/html" });
}

/** What refuses all that it is asked, and says so if it is called. */
const never = () => {
  throw new Error("The handler was called");
};

describe("withClerk", () => {
  beforeAll(async () => {
    emulator = await createEmulator({ seed: { users: [{ id: "user_1" }] } });
    options = {
      secretKey: emulator.secretKey,
      publishableKey: emulator.publishableKey,
      apiUrl: emulator.apiUrl,
      clock: emulator.clock,
      fetch: emulator.fetch,
      env: {},
    };
  });

  describe("answers", () => {
    it("a session token, and tells whose it is", async () => {
      const { headers, sessionId } = await emulator.signIn("user_1");
      const handle = withClerk(async ({ url }, { auth, clerk }) => {
        const { data } = await clerk.users.getUser(auth.userId);
        return Response.json([url, auth.sessionId, data?.id]);
      }, options);
      const { status, body } = await look(await handle(request(headers)));
      assertEquals([status, ...body], [200, URL_OF_APP, sessionId, "user_1"]);
    });

    it("cookies of a browser", async () => {
      const { cookieHeader } = await emulator.signIn("user_1");
      const cookie = `${cookieHeader}; __clerk_db_jwt=dvb_1`;
      const handle = withClerk(
        (_, { auth }) => Response.json(auth.userId),
        options,
      );
      const { status, body } = await look(await handle(navigation(cookie)));
      assertEquals([status, body], [200, "user_1"]);
    });

    it("with a client at hand, by options that are the handler's own", () => {
      withClerk(() => new Response(), {
        clerk: createClerkClient(options),
        acceptsToken: "session_token",
        allowUnauthenticated: false,
        authorize: () => true,
        cors: { origins: ["*"] },
        treatPendingAsSignedOut: false,
      });
    });

    it("with a client at hand", async () => {
      const { headers } = await emulator.signIn("user_1");
      const clerk = createClerkClient(options);
      const handle = withClerk((_, context) => {
        assertEquals(context.clerk, clerk);
        return Response.json(context.auth.userId);
      }, { clerk });
      assertEquals((await handle(request(headers))).status, 200);
      const acceptsToken = "m2m_token";
      const machines = withClerk(() => new Response(), { clerk, acceptsToken });
      assertEquals((await machines(request(headers))).status, 401);
      const authorization = `Bearer ${await emulator.tokens.m2m()}`;
      assertEquals((await machines(request({ authorization }))).status, 200);
    });

    it("tokens of the kinds that it accepts", async () => {
      const { headers } = await emulator.signIn("user_1");
      const oauth = await emulator.tokens.oauth("user_1");
      const handle = withClerk(
        (_, { auth }) =>
          Response.json(
            auth.tokenType === "oauth_token" ? auth.clientId : auth.userId,
          ),
        { ...options, acceptsToken: ["session_token", "oauth_token"] },
      );
      const session = await look(await handle(request(headers)));
      assertEquals([session.status, session.body], [200, "user_1"]);
      const authorization = `Bearer ${oauth}`;
      const machine = await look(await handle(request({ authorization })));
      assertEquals(machine.status, 200);
      const m2m = `Bearer ${await emulator.tokens.m2m()}`;
      const other = await look(await handle(request({ authorization: m2m })));
      assertEquals([other.status, other.body.errors[0].code], [
        401,
        "token-type-mismatch",
      ]);
    });

    it("API keys", async () => {
      const authorization = "Bearer ak_example";
      const key = { object: "api_key", id: "ak_1", subject: "user_1" };
      const keys = { ...key, name: "CI", claims: null, scopes: ["read"] };
      const { secretKey, publishableKey } = emulator;
      const verifying = (answer: () => Response) => ({
        secretKey,
        publishableKey,
        apiUrl: emulator.apiUrl,
        env: {},
        retry: false as const,
        fetch: () => Promise.resolve(answer()),
        acceptsToken: "api_key" as const,
      });
      const good = withClerk(
        (_, { auth }) => Response.json([auth.id, auth.userId, auth.scopes]),
        verifying(() => Response.json(keys)),
      );
      const { status, body } = await look(
        await good(request({ authorization })),
      );
      assertEquals([status, body], [200, ["ak_1", "user_1", ["read"]]]);
      const gone = { errors: [{ code: "not_found", message: "Gone" }] };
      const bad = withClerk(
        never,
        verifying(() => Response.json(gone, { status: 404 })),
      );
      const refused = await look(await bad(request({ authorization })));
      assertEquals([refused.status, refused.challenge], [
        401,
        'Bearer error="invalid_token", error_description="token-invalid"',
      ]);
      const none = await look(await bad(request()));
      assertEquals([none.status, none.challenge], [401, "Bearer"]);
    });

    it("everybody, if it is told to", async () => {
      const handle = withClerk(
        (_, { auth }) => Response.json(auth.isAuthenticated ? auth.userId : 0),
        { ...options, allowUnauthenticated: true },
      );
      const { headers } = await emulator.signIn("user_1");
      const known = await look(await handle(request(headers)));
      const unknown = await look(await handle(request()));
      assertEquals([known.body, unknown.body], ["user_1", 0]);
    });

    it("with the response of an upgrade as it is", async () => {
      const upgrade = { status: 101, headers: new Headers() };
      const { headers } = await emulator.signIn("user_1");
      const handle = withClerk(() => upgrade as Response, {
        ...options,
        cors: { origins: ["*"] },
      });
      assert(await handle(request(headers)) as unknown === upgrade);
    });

    it("with what is no response as it is, for the host to judge", async () => {
      const { headers } = await emulator.signIn("user_1");
      const cors = { origins: ["*"] };
      // Bun answers an upgrade by nothing.
      for (const given of [undefined, null, "text", { status: 200 }]) {
        const handle = withClerk(
          () => given as unknown as Response,
          { ...options, cors },
        );
        assert(await handle(request(headers)) as unknown === given);
      }
    });

    it("not, when the handler throws", async () => {
      const { headers } = await emulator.signIn("user_1");
      const handle = withClerk(never, options);
      const thrown = await handle(request(headers)).catch((error) => error);
      assertEquals(thrown.message, "The handler was called");
    });
  });

  describe("refuses", () => {
    it("a request without a token, with a bare challenge", async () => {
      const handle = withClerk(never, options);
      const response = await handle(request());
      assertEquals(response.headers.get("cache-control"), "no-store");
      const { status, challenge, body } = await look(response);
      assertEquals([status, challenge], [401, "Bearer"]);
      assertEquals(body.errors[0], {
        code: "dev-browser-missing",
        message: "The request has no token that is accepted here.",
      });
      for (const authorization of ["Basic bearer x", "Bearerx a"]) {
        const other = await look(await handle(request({ authorization })));
        assertEquals([other.status, other.challenge], [401, "Bearer"]);
      }
    });

    it("a bad token, and says why", async () => {
      const { expiredToken, token } = await emulator.signIn("user_1");
      const handle = withClerk(never, options);
      const tokens = {
        "session-token-expired-refresh-non-eligible-no-refresh-cookie":
          expiredToken,
        "token-invalid-signature": `${token.slice(0, -6)}AAAAAA`,
        "token-invalid": "a.b",
      };
      for (const [code, token] of Object.entries(tokens)) {
        const authorization = `Bearer ${token}`;
        const { status, challenge, body } = await look(
          await handle(request({ authorization })),
        );
        assertEquals([status, body.errors[0].code], [401, code]);
        assertEquals(
          challenge,
          `Bearer error="invalid_token", error_description="${code}"`,
        );
        assert(!JSON.stringify(body).includes(token));
      }
    });

    it("by a status and words for each thing that can be wrong", async () => {
      const down = [503, "The token cannot be verified now."];
      const wrong = [500, "The server is not set up to verify tokens."];
      const table = [
        // Whoever has just set it up must see that there is no key.
        ["jwk-failed-to-resolve", 500, "Private"],
        ["jwk-local-missing", ...wrong],
        ["jwk-remote-invalid", ...wrong],
        ["options-invalid", ...wrong],
        ["secret-key-invalid", ...wrong],
        ["jwk-remote-failed-to-load", ...down],
        ["jwk-remote-missing", ...wrong],
        ["unexpected-error", ...down],
        ["token-invalid", 401, "Private"],
        ["constructor", 401, "Private"],
      ] as const;
      for (const [code, status, message] of table) {
        const refusal = { code, message: "Private" };
        const response = refuseUnauthenticated(request(), refusal);
        const expected = {
          status,
          challenge: status === 401 ? "Bearer" : null,
          body: { errors: [{ code, message }] },
        };
        assertEquals<unknown>(await look(response), expected);
      }
      const odd = { code: 'a"b\\c, d_e.f-g"\r\n', message: "" };
      const asked = request({ authorization: "bearer x" });
      const { challenge, body } = await look(refuseUnauthenticated(asked, odd));
      assertEquals(
        challenge,
        'Bearer error="invalid_token", error_description="abc d_e.f-g"',
      );
      assertEquals(
        body.errors[0].message,
        "The request has no token that is accepted here.",
      );
    });

    it("a session that has tasks to do, unless told otherwise", async () => {
      const { headers } = await emulator.signIn("user_1", {
        sts: "pending",
      });
      const refused = await look(
        await withClerk(never, options)(request(headers)),
      );
      assertEquals([refused.status, refused.body.errors[0].code], [
        401,
        "session-pending",
      ]);
      const handle = withClerk((_, { auth }) => Response.json(auth.userId), {
        ...options,
        treatPendingAsSignedOut: false,
      });
      assertEquals((await handle(request(headers))).status, 200);
    });

    it("whom authorize refuses, with 403", async () => {
      const { headers } = await emulator.signIn("user_1");
      const authorize = ({ userId }: { readonly userId: string }) =>
        Promise.resolve(userId === "user_2");
      const handle = withClerk(never, { ...options, authorize });
      const { status, challenge, body } = await look(
        await handle(request(headers)),
      );
      assertEquals([status, body.errors[0].code], [403, "forbidden"]);
      assertEquals(
        challenge,
        'Bearer error="insufficient_scope", error_description="forbidden"',
      );
    });

    it("with 503 while the keys cannot be fetched, and 500 without keys", async () => {
      const acceptsToken = ["session_token", "m2m_token"] as const;
      const down = withClerk(never, {
        ...options,
        acceptsToken,
        fetch: () => Promise.reject(new TypeError("no route")),
      });
      const unset = withClerk(never, { env: {}, acceptsToken });
      const wrong = withClerk(never, {
        ...options,
        acceptsToken,
        secretKey: "sk_test_emulator_of_nobody",
      });
      for (
        const token of [
          await emulator.tokens.session("user_1"),
          await emulator.tokens.m2m(),
          await emulator.tokens.m2m({ format: "opaque" }),
        ]
      ) {
        const headers = { authorization: `Bearer ${token}` };
        const statuses: number[] = [];
        for (const handle of [down, unset, wrong]) {
          const response = await handle(request(headers));
          // What is wrong with the server is not for everybody to read, but that
          // it was never set up.
          assertEquals(response.headers.get("x-clerk-auth-message"), null);
          const { status, challenge, body } = await look(response);
          statuses.push(status);
          assertEquals(challenge, null);
          assertMatch(
            body.errors[0].message,
            handle === unset
              ? /^There is no key: give /
              : /^The (server is|token cannot)/,
          );
        }
        assertEquals(statuses, [503, 500, 500]);
      }
    });
  });

  describe("sends browsers, and nobody else,", () => {
    it("to renew their session", async () => {
      const cookie = "__client_uat=1; __clerk_db_jwt=dvb_1";
      const handle = withClerk(never, options);
      const page = await handle(navigation(cookie));
      assertEquals(page.status, 307);
      const to = page.headers.get("location") ?? "";
      assert(to.startsWith(`${emulator.origin}/v1/client/handshake?`), to);
      assert(page.headers.getSetCookie().length > 0);
      const script = request({ cookie, "sec-fetch-dest": "empty" });
      assertEquals((await handle(script)).status, 401);
      const form = new Request(URL_OF_APP, {
        method: "POST",
        headers: { cookie, "sec-fetch-dest": "document" },
      });
      assertEquals((await handle(form)).status, 401);
    });
  });

  describe("adds to the response", () => {
    /** A client whose states have these headers. */
    function stating(headers: HeadersInit): WithClerkOptions {
      const clerk = createClerkClient(options);
      const authenticateRequest = async (request: Request) => {
        const state = await clerk.authenticateRequest(request);
        return { ...state, headers: new Headers(headers) };
      };
      return {
        clerk: {
          ...clerk,
          authenticateRequest:
            authenticateRequest as typeof clerk.authenticateRequest,
        },
      };
    }

    it("headers that it does not have, and each cookie", async () => {
      const { headers } = await emulator.signIn("user_1");
      const handle = withClerk(
        () =>
          new Response("made", {
            status: 201,
            headers: [
              ["x-mine", "handler"],
              ["set-cookie", "a=; Max-Age=0"],
              ["set-cookie", "h=1"],
            ],
          }),
        stating([
          ["x-mine", "state"],
          ["x-other", "state"],
          ["set-cookie", "a=1; Path=/"],
          ["set-cookie", "b=2"],
        ]),
      );
      const response = await handle(request(headers));
      assertEquals([response.status, await response.text()], [201, "made"]);
      assertEquals(response.headers.get("x-mine"), "handler");
      assertEquals(response.headers.get("x-other"), "state");
      // Browsers keep the last of a name: what the handler says stands.
      assertEquals(response.headers.getSetCookie(), [
        "a=1; Path=/",
        "b=2",
        "a=; Max-Age=0",
        "h=1",
      ]);
    });

    it("that no shared cache may keep it, if it carries a session", async () => {
      const { headers } = await emulator.signIn("user_1");
      const cacheControl = async (given: string, state: HeadersInit) => {
        const made = () =>
          new Response("", {
            headers: given ? { "cache-control": given } : {},
          });
        const response = await withClerk(made, stating(state))(
          request(headers),
        );
        return response.headers.get("cache-control");
      };
      const session = { "set-cookie": "__session=1; Path=/" };
      assertEquals(
        await cacheControl("public, max-age=60", session),
        "no-store",
      );
      assertEquals(await cacheControl("", session), "no-store");
      for (const own of ["Private, max-age=60", "no-store, no-transform"]) {
        assertEquals(await cacheControl(own, session), own);
      }
      assertEquals(
        await cacheControl("max-age=60", { "x-a": "b" }),
        "max-age=60",
      );
    });

    it("also when its headers cannot be changed", async () => {
      const { headers } = await emulator.signIn("user_1");
      const handle = withClerk(
        () => Response.redirect("https://app.example.com/", 303),
        stating({ "x-other": "state" }),
      );
      const response = await handle(request(headers));
      assertEquals(response.status, 303);
      assertEquals(response.headers.get("x-other"), "state");
    });

    it("what says why a request is not signed in", async () => {
      const response = await withClerk(never, options)(request());
      assertEquals(response.headers.get("x-clerk-auth-status"), "signed-out");
    });
  });

  it("throws a TypeError for options that are wrong", () => {
    const WRONG: readonly unknown[] = [
      null,
      { secretKey: "pk_test_instead" },
      { acceptsToken: "password" },
      { authorize: true },
      { authorize: null },
      { authorize: false },
      { allowUnauthenticated: "false" },
      { cors: { origins: [] } },
      { clerk: createClerkClient(options), authorizedParties: ["https://a.b"] },
      { clerk: Promise.resolve(createClerkClient(options)) },
      { clerk: createClerkClient },
    ];
    for (const given of WRONG) {
      assertThrows(() => withClerk(never, given as object), TypeError);
    }
    for (const handler of ["text", undefined, null]) {
      assertThrows(
        () => withClerk(handler as unknown as () => Response),
        TypeError,
        'Cannot use "handler": expected a function.',
      );
    }
    // The arguments the wrong way round, and none where some are wanted.
    for (const given of [never, null, "sk_test_x"]) {
      assertThrows(
        () => withClerk(never, given as object),
        TypeError,
        'Cannot use "options": expected an object.',
      );
    }
  });
});
