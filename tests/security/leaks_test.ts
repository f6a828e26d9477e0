// Security case 11: nothing that a caller gets hold of shows a secret key, a
// bearer token or what an error was made of.
import { inspect } from "node:util";
import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import { beforeAll, describe, it } from "@std/testing/bdd";
import {
  createClerkClient as createDropIn,
  verifyToken as verifyLikeOfficial,
} from "../../compat/mod.ts";
import { createEmulator, type Emulator } from "../../emulator.ts";
import { debugRequestState } from "../../internal.ts";
import { importKey, signJwt, verifyJwt } from "../../jwt.ts";
import {
  authenticateRequest,
  ClerkApiResponseError,
  createClerkClient,
  createMultiInstanceVerifier,
  createTokenVerifier,
  unwrap,
} from "../../mod.ts";
import { createWebhookVerifier, verifyWebhook } from "../../webhooks.ts";

const SECRET = "sk_test_c2VjcmV0LW9mLXRoZS1pbnN0YW5jZQ";
const MACHINE = "ak_c2VjcmV0LW9mLXRoZS1tYWNoaW5l";
const WEBHOOK = "whsec_c2VjcmV0LW9mLXRoZS1lbmRwb2ludA==";
const PRIVATE = "known-to-the-backend-alone";
const HIDDEN = [SECRET, MACHINE, WEBHOOK, WEBHOOK.slice(6), PRIVATE];

let emulator: Emulator;
let token: string;

/** Everything that a look at a value can show, in one text. */
function show(value: unknown): string {
  const seen = new Set<unknown>();
  const texts: string[] = [];
  const walk = (it: unknown) => {
    if (typeof it === "string") texts.push(it);
    if (typeof it === "function") {
      texts.push(Function.prototype.toString.call(it));
    }
    if (!it || !/object|function/.test(typeof it) || seen.has(it)) return;
    seen.add(it);
    for (const name of Reflect.ownKeys(it)) walk(Reflect.get(it, name));
    if (it instanceof Headers || it instanceof Map) it.forEach(walk);
  };
  walk(value);
  const plain = { depth: Infinity, showHidden: true, getters: true };
  return [
    inspect(value, plain),
    tryTo(() => JSON.stringify(value)),
    tryTo(() => inspect(structuredClone(value), plain)),
    tryTo(() => String(value)),
    ...texts,
  ].join("\n");
}

function tryTo(run: () => string): string {
  try {
    return run();
  } catch (error) {
    return String(error);
  }
}

function assertHidden(value: unknown, hidden: readonly string[], name: string) {
  const text = show(value);
  for (const secret of hidden) {
    assert(!text.includes(secret), `${name} shows "${secret}"`);
  }
}

/** What HTTP libraries throw: the request, with all that it was made of. */
const THROWN: Record<string, (init: RequestInit) => unknown> = {
  "a text": (init) => `failed: ${JSON.stringify(init.headers)}`,
  "a message": (init) => new Error(`failed: ${JSON.stringify(init.headers)}`),
  "a member": (init) => Object.assign(new Error("failed"), { config: init }),
  "a hidden member": (init) =>
    Object.defineProperty(new Error("failed"), "init", { value: init }),
  "a symbol": (init) =>
    Object.assign(new Error("failed"), { [Symbol("i")]: init }),
  "headers": ({ headers }) =>
    Object.assign(new Error("failed"), { headers: new Headers(headers) }),
  "a request": ({ headers }) =>
    Object.assign(new Error("failed"), {
      request: new Request("https://example.com", { headers: headers ?? {} }),
    }),
  "a map": ({ headers }) => new Map(Object.entries(headers ?? {})),
  "a cause of a cause": (init) =>
    new Error("failed", {
      cause: new Error("refused", { cause: JSON.stringify(init.headers) }),
    }),
  "an aggregate": (init) =>
    new AggregateError([new Error(JSON.stringify(init.headers))], "failed"),
  "a time-out": ({ headers }) =>
    Object.assign(new Error("failed"), { name: "TimeoutError", headers }),
  "a getter": (init) =>
    Object.defineProperty(new Error("failed"), "init", { get: () => init }),
  "a ring": (init) => {
    const error: Error & { self?: unknown } = new Error("failed");
    error.self = { error, init };
    return error;
  },
  "a depth": (init) => {
    let inner: unknown = init;
    for (let i = 0; i < 5_000; i++) inner = { inner };
    return Object.assign(new Error("failed"), { inner });
  },
};

describe("secrets", () => {
  beforeAll(async () => {
    emulator = await createEmulator({
      seed: {
        users: [{ id: "user_1", privateMetadata: { note: PRIVATE } }],
      },
    });
    token = await emulator.tokens.session("user_1");
  });

  describe("a fetch that throws the request", () => {
    it("does not make the error of a call show the key", async () => {
      for (const [name, thrown] of Object.entries(THROWN)) {
        const options = {
          secretKey: SECRET,
          env: {},
          retry: false,
          fetch: (_: string, init: RequestInit = {}) =>
            Promise.reject(thrown(init)),
        } as const;
        const outcome = await createClerkClient(options).users.getUser(
          "user_1",
        );
        assert(outcome.errors, name);
        assert(/network_error|timeout/.test(outcome.errors[0].code), name);
        assertHidden(outcome, HIDDEN, name);
        assertHidden(new ClerkApiResponseError(outcome), HIDDEN, name);
        const rejected = await createDropIn(options).users.getUser("user_1")
          .catch((error) => error);
        assertEquals(rejected.name, "ClerkAPIResponseError");
        assertHidden(rejected, HIDDEN, name);
      }
    });

    it("does not make the error of a verification show the key", async () => {
      for (const [name, thrown] of Object.entries(THROWN)) {
        const { error } = await createClerkClient({
          secretKey: SECRET,
          env: {},
          fetch: (_: string, init: RequestInit = {}) =>
            Promise.reject(thrown(init)),
        }).verifyToken(token);
        assertEquals(error?.reason, "jwk-remote-failed-to-load", name);
        assertHidden(error, HIDDEN, name);
      }
    });

    it("does not make the error of a request without a client show the key", async () => {
      for (const [name, thrown] of Object.entries(THROWN)) {
        const state = await authenticateRequest(
          new Request("https://app.example.com/", {
            headers: { authorization: `Bearer ${token}` },
          }),
          {
            secretKey: SECRET,
            jwtKey: await emulator.jwtKey,
            env: {},
            fetch: (_: string, init: RequestInit = {}) =>
              Promise.reject(thrown(init)),
          },
        );
        const auth = state.toAuth();
        const outcome = await auth?.getToken({ template: "any" });
        assertEquals(outcome?.errors?.[0].code, "network_error", name);
        assertHidden(outcome, HIDDEN, name);
      }
    });

    it("still tells what went wrong", async () => {
      const clerk = createClerkClient({
        secretKey: SECRET,
        env: {},
        retry: false,
        fetch: (_, init = {}) => {
          const cause = Object.assign(new Error(`no way for ${SECRET}`), {
            code: "ECONNREFUSED",
            name: "SystemError",
          });
          return Promise.reject(
            Object.assign(new TypeError("failed", { cause }), { init }),
          );
        },
      });
      const { errors } = await clerk.users.getUser("user_1");
      const told = errors?.[0].cause;
      assert(told instanceof Error);
      assertEquals([told.name, told.message], ["TypeError", "failed"]);
      const { cause } = told;
      assert(cause instanceof Error && "code" in cause);
      assertEquals([cause.name, cause.message, cause.code], [
        "SystemError",
        "no way for [redacted]",
        "ECONNREFUSED",
      ]);
    });

    it("keeps a cause that shows no key as it is", async () => {
      const cause = Object.assign(new TypeError("fetch failed"), {
        errno: -111,
      });
      const clerk = createClerkClient({
        secretKey: SECRET,
        env: {},
        retry: false,
        fetch: () => Promise.reject(cause),
      });
      const { errors } = await clerk.users.getUser("user_1");
      assertStrictEquals(errors?.[0].cause, cause);
    });
  });

  describe("what is made with keys", () => {
    it("shows none of them: clients, verifiers, their outcomes", async () => {
      const options = {
        secretKey: SECRET,
        machineSecretKey: MACHINE,
        fetch: emulator.fetch,
        env: { NOTE: PRIVATE },
      };
      const clerk = createClerkClient(options);
      const issuer = emulator.origin;
      const webhooks = createWebhookVerifier({ signingSecret: WEBHOOK });
      const request = { body: "{}", headers: { "svix-id": "a" } };
      const values = {
        clerk,
        "drop-in": createDropIn(options),
        verifier: createTokenVerifier(options),
        several: createMultiInstanceVerifier([{ ...options, issuer }]),
        webhooks,
        "refused webhook": await webhooks.verify(request),
        "other refused webhook": await verifyWebhook(request, {
          signingSecret: [WEBHOOK, `${WEBHOOK}?`],
        }),
        "refused call": await clerk.users.getUser("user_1"),
        "refused keys": await clerk.verifyToken(token),
        "refused call, thrown": await clerk.users.getUser("user_1")
          .then(unwrap).catch((error) => error),
        "refused keys, thrown": await verifyLikeOfficial(token, {
          secretKey: SECRET,
          fetch: emulator.fetch,
        }).catch((error) => error),
      };
      for (const [name, value] of Object.entries(values)) {
        assertHidden(value, [...HIDDEN, token], name);
      }
    });

    it("shows none of them: auth objects, what they debug, states", async () => {
      const machine = await emulator.tokens.m2m();
      const clerk = createClerkClient({
        secretKey: emulator.secretKey,
        publishableKey: emulator.publishableKey,
        machineSecretKey: MACHINE,
        fetch: emulator.fetch,
        clock: emulator.clock,
        env: { NOTE: PRIVATE },
      });
      const stateOf = (text: string) =>
        clerk.authenticateRequest(
          new Request("https://app.example.com/", {
            headers: {
              authorization: `Bearer ${text}`,
              cookie: `__session=${token}; __client_uat=1`,
            },
          }),
          { acceptsToken: "any" },
        );
      const good = await stateOf(token);
      const forged = `${token.slice(0, -4)}AAAA`;
      const values = {
        auth: good.toAuth(),
        "what it debugs": good.toAuth()?.debug(),
        "a machine's": (await stateOf(machine)).toAuth(),
        "refused state": await stateOf(forged),
        "refused auth": (await stateOf(forged)).toAuth(),
        "state without a token, to be logged": debugRequestState(good),
      };
      assertEquals(values.auth?.isAuthenticated, true);
      const hidden = [...HIDDEN, emulator.secretKey, token, forged, machine];
      for (const [name, value] of Object.entries(values)) {
        assertHidden(value, hidden, name);
      }
      // Whose token it is for whoever asks for it by name, and no log.
      for (const text of [token, machine]) {
        const state = await stateOf(text);
        assertEquals([state.token, state.isSignedIn], [text, true]);
        for (const shown of [inspect(state), JSON.stringify(state)]) {
          assert(!shown.includes(text), "a state shows its token");
        }
      }
    });

    it("shows nothing private of an answer that is broken", async () => {
      const bodies = [
        `{"private_metadata":{"note":${PRIVATE}}}`,
        `{"note":"${PRIVATE}`,
        `${PRIVATE}`,
        `["${PRIVATE}",]`,
      ];
      for (const body of bodies) {
        for (const status of [200, 422, 500]) {
          const clerk = createClerkClient({
            secretKey: SECRET,
            env: {},
            retry: false,
            fetch: () =>
              Promise.resolve(
                new Response(body, {
                  status,
                  headers: { "content-type": "application/json" },
                }),
              ),
          });
          const outcome = await clerk.users.getUser("user_1");
          assertEquals(outcome.errors?.[0].code, "unexpected_response");
          assertHidden(outcome, [PRIVATE, PRIVATE.slice(0, 5)], body);
        }
      }
    });

    it("shows no token in any error about it", async () => {
      const [head = "", body = "", signature = ""] = token.split(".");
      const key = await emulator.jwtKey;
      const tokens = [
        token,
        `${head}.${body}.${signature.slice(4)}AAAA`,
        `${head}.${body}`,
        `${token}.${token}`,
        `Bearer ${token}`,
        ` ${token}`,
        `${head}.${body}=.${signature}`,
      ];
      for (const text of tokens) {
        const clock = { now: () => 1 };
        const outcomes = [
          await verifyJwt(text, { key, clock }),
          await createTokenVerifier({ jwtKey: key, clock, env: {} }).verify(
            text,
          ),
          await createMultiInstanceVerifier([
            { jwtKey: key, clock, issuer: emulator.origin },
          ]).verify(text),
          await verifyLikeOfficial(text, { jwtKey: key, issuer: "other" })
            .catch((error) => error),
        ];
        for (const outcome of outcomes) {
          assertHidden(outcome, [body, signature], text.slice(0, 9));
        }
      }
    });

    it("shows no key that was refused, nor one that was taken", async () => {
      const keys = [
        { secret: PRIVATE },
        { secret: PRIVATE, alg: "HS256" },
        { kty: "oct", k: PRIVATE },
        { kty: "RSA", n: PRIVATE, e: "AQAB", d: PRIVATE },
        `-----BEGIN PRIVATE KEY-----\n${PRIVATE}\n-----END PRIVATE KEY-----`,
      ] as const;
      for (const key of keys) {
        const outcomes = [
          await importKey(key, { algorithms: ["HS256"] }),
          await importKey(key),
          await signJwt({}, key, { algorithm: "RS256" }),
          await verifyJwt(token, { key }),
          await createTokenVerifier({ jwtKey: key as never, env: {} }).verify(
            token,
          ),
        ];
        for (const outcome of outcomes) assertHidden(outcome, [PRIVATE], "key");
      }
    });

    it("shows no secret in the TypeErrors about wrong configuration", () => {
      const wrong = [
        { secretKey: `${SECRET}\nX-Injected: ${PRIVATE}` },
        { secretKey: `${SECRET} ${SECRET}` },
        { env: { CLERK_SECRET_KEY: `${SECRET}\n${SECRET}` } },
        { secretKey: `pk_${SECRET}` },
        {
          secretKey: `sk_live_${SECRET}`,
          publishableKey: emulator.publishableKey,
        },
        { secretKey: SECRET, machineSecretKey: `${MACHINE} ${MACHINE}` },
        { secretKey: SECRET, apiUrl: `https://user:${PRIVATE}@example.com` },
        { secretKey: SECRET, publishableKey: SECRET },
        { secretKey: SECRET, apiUrl: "ftp://example.com" },
      ];
      for (const options of wrong) {
        let error: unknown;
        try {
          createClerkClient({ env: {}, ...options });
        } catch (thrown) {
          error = thrown;
        }
        assert(
          error instanceof TypeError,
          JSON.stringify(Object.keys(options)),
        );
        assertHidden(error, HIDDEN, "TypeError");
      }
    });
  });

  describe("the emulator", () => {
    it("keeps no credential in what it shows of requests", async () => {
      const clerk = createClerkClient({
        secretKey: emulator.secretKey,
        fetch: emulator.fetch,
        env: {},
      });
      await clerk.users.createUser({ password: PRIVATE, username: "ada_1" });
      await clerk.users.verifyPassword({ userId: "user_1", password: PRIVATE });
      await emulator.fetch(`${emulator.origin}/v1/users?token=${PRIVATE}`, {
        headers: {
          authorization: `Bearer ${emulator.secretKey}`,
          cookie: `__session=${PRIVATE}`,
          "x-api-key": PRIVATE,
        },
      });
      assertEquals(emulator.requests.length > 2, true);
      assertHidden(
        emulator.requests,
        [PRIVATE, emulator.secretKey],
        "requests",
      );
    });
  });
});
