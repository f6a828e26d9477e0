import { assert, assertEquals } from "@std/assert";
import { beforeAll, describe, it } from "@std/testing/bdd";
import {
  diagnose,
  type DiagnoseOptions,
  type DoctorFinding,
} from "../../doctor.ts";
import type { WithClerkOptions } from "../../handler.ts";
import type { ClerkClientOptions } from "../../mod.ts";
import { createEmulator, type Emulator } from "../../emulator.ts";

/** Time stands still, so that no machine is too slow for these tests. */
const NOW = 1_767_225_600_000;

let home: Emulator;
let other: Emulator;
let options: DiagnoseOptions;

/** Two instances, each behind its own origin. */
const fetch = (url: string, init?: RequestInit) =>
  (url.startsWith(other.origin) ? other : home).fetch(url, init);

/** Diagnoses, and makes sure that nothing secret is told. */
async function look(more: DiagnoseOptions = {}) {
  const findings = await diagnose({ ...options, ...more });
  const text = JSON.stringify(findings);
  assertEquals(JSON.parse(text), findings);
  const secrets = [
    options.secretKey,
    more.secretKey,
    more.machineSecretKey,
    other.secretKey,
  ];
  for (const secret of secrets) {
    assert(!secret || secret.length < 8 || !text.includes(secret), text);
  }
  for (const { status, message, action } of findings) {
    assertEquals(status === "ok", action === undefined);
    assert(/^\S.*\.$/.test(message), message);
  }
  return findings;
}

/** What is not well, as "check: status". */
function complaints(findings: readonly DoctorFinding[]): readonly string[] {
  return findings.filter(({ status }) => status !== "ok")
    .map(({ check, status }) => `${check}: ${status}`);
}

function messageOf(
  findings: readonly DoctorFinding[],
  check: string,
): string | undefined {
  return findings.find((finding) => finding.check === check)?.message;
}

/** An answer in place of an API's. */
function answering(make: () => Response | Promise<Response>): DiagnoseOptions {
  return { fetch: async () => await make() };
}

/** The true answers, with a date that is off by so much. */
function dated(ms: number): DiagnoseOptions {
  return {
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      const date = new Date(NOW + ms).toUTCString();
      return Response.json(await response.json(), { headers: { date } });
    },
  };
}

describe("diagnose", () => {
  beforeAll(async () => {
    const clock = { now: () => NOW };
    home = await createEmulator({ clock });
    other = await createEmulator({ clock, origin: "http://127.0.0.1:4641" });
    options = {
      secretKey: home.secretKey,
      publishableKey: home.publishableKey,
      apiUrl: home.apiUrl,
      clock,
      env: {},
      fetch,
    };
  });

  describe("finds nothing wrong", () => {
    it("with all keys of one instance", async () => {
      const jwtKey = await home.jwtKey;
      const findings = await look({ jwtKey, machineSecretKey: "ak_machine" });
      assertEquals(findings.map(({ check, status }) => `${check}: ${status}`), [
        "keys: ok",
        "secret-key: ok",
        "publishable-key: ok",
        "jwt-key: ok",
        "machine-key: ok",
        "api-url: ok",
        "backend-api: ok",
        "frontend-api: ok",
        "instance: ok",
        ...(messageOf(findings, "clock") ? ["clock: ok"] : []),
      ]);
      assertEquals(
        messageOf(findings, "keys"),
        "Given: secretKey, publishableKey, jwtKey.",
      );
    });

    it("with one key alone", async () => {
      const none = { secretKey: undefined, publishableKey: undefined };
      const { keys: [jwtKey] } = await home.jwks();
      const each = [
        { secretKey: home.secretKey },
        { publishableKey: home.publishableKey },
        { jwtKey: await home.jwtKey },
        { jwtKey },
      ];
      for (const one of each) {
        assertEquals(complaints(await look({ ...none, ...one })), []);
      }
    });

    it("with keys of the environment", async () => {
      const { clock } = options;
      const findings = await diagnose({ env: home.env(), fetch, clock });
      assertEquals(complaints(findings), []);
    });

    it("after a rotation that kept the old key", async () => {
      const emulator = await createEmulator({ clock: options.clock });
      const jwtKey = await emulator.jwtKey;
      await emulator.rotateKey();
      const { secretKey, publishableKey } = emulator;
      const keys = { secretKey, publishableKey, jwtKey, fetch: emulator.fetch };
      assertEquals(complaints(await look(keys)), []);
    });
  });

  describe("finds what is wrong with keys", () => {
    it("when there is none", async () => {
      const findings = await look({
        secretKey: undefined,
        publishableKey: undefined,
      });
      assertEquals(complaints(findings), ["keys: error"]);
    });

    it("when the API refuses the secret key", async () => {
      const secretKey = "sk_test_emulator_of_nobody";
      const findings = await look({ secretKey });
      assertEquals(complaints(findings), ["secret-key: error"]);
      assertEquals(
        messageOf(findings, "secret-key"),
        "The Backend API refuses the secret key, with the status 401.",
      );
    });

    it("when they are of two instances", async () => {
      const { publishableKey } = other;
      assertEquals(complaints(await look({ publishableKey })), [
        "instance: error",
      ]);
    });

    it("when one is for tests and one for real users", async () => {
      const publishableKey = `pk_live_${btoa("clerk.example.com$")}`;
      const findings = await look({ publishableKey });
      assertEquals(complaints(findings)[0], "keys: error");
    });

    it("when the jwtKey is another instance's", async () => {
      const jwtKey = await other.jwtKey;
      assertEquals(complaints(await look({ jwtKey })), ["jwt-key: error"]);
    });

    it("when the jwtKey was rotated away", async () => {
      const emulator = await createEmulator({ clock: options.clock });
      const jwtKey = await emulator.jwtKey;
      await emulator.rotateKey({ keepOld: false });
      const { secretKey, publishableKey } = emulator;
      const keys = { secretKey, publishableKey, jwtKey, fetch: emulator.fetch };
      assertEquals(complaints(await look(keys)), ["jwt-key: error"]);
    });

    it("when a rotation has reached one API alone", async () => {
      const findings = await look({
        fetch: async (url, init) => {
          const response = await fetch(url, init);
          if (!url.includes("well-known")) return response;
          const { keys } = await response.json();
          return Response.json({ keys: [...keys, { kid: "ins_new" }] });
        },
      });
      assertEquals(complaints(findings), ["instance: warning"]);
    });

    const MISFORMED: readonly (readonly [string, DiagnoseOptions])[] = [
      ["secret-key", { secretKey: "pk_test_instead" }],
      ["secret-key", { secretKey: '"sk_test_quoted"' }],
      ["secret-key", { secretKey: "something_else" }],
      ["secret-key", { secretKey: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" }],
      ["secret-key", { secretKey: "sk_test_..." }],
      ["secret-key", { secretKey: "sk_test_xxxxxxxx" }],
      ["secret-key", { secretKey: "YOUR_SECRET_KEY" }],
      ["publishable-key", { publishableKey: "sk_test_instead" }],
      ["publishable-key", { publishableKey: "pk_test_cut" }],
      ["jwt-key", { jwtKey: "-----BEGIN PUBLIC KEY-----" }],
      ["jwt-key", { jwtKey: { kty: "oct" } }],
      ["machine-key", { machineSecretKey: "sk_test_instead" }],
      ["machine-key", { machineSecretKey: "ak_with space" }],
      ["api-url", { apiUrl: "http://api.example.com" }],
      ["api-url", { apiUrl: "https://api.clerk.com/v1" }],
      ["api-url", { apiVersion: "v1/" }],
      ["api-url", { apiUrl: undefined, fetch: undefined, timeout: 1 }],
    ];
    for (const [check, given] of MISFORMED) {
      it(`when ${JSON.stringify(given)} is given`, async () => {
        const publishableKey = given.fetch === undefined && "fetch" in given
          ? undefined
          : options.publishableKey;
        const findings = await look({ publishableKey, ...given });
        assert(complaints(findings).includes(`${check}: error`));
      });
    }
  });

  describe("says of keys what they must be", () => {
    const neither = "The secret key begins with neither sk_test_ nor sk_live_.";
    const example = "The secret key is an example's.";
    const secret =
      'Cannot use "secretKey": expected an sk_ key without spaces or quotes.';
    const SECRETS = [
      ["pk_test_instead", secret],
      ["something_else", neither],
      ["my_sk_test_key", neither],
      ["sk_testing", neither],
      ["sk_test_...", example],
      ["sk_test_xxxxxxxx", example],
      ["sk_test_x", example],
    ] as const;
    for (const [secretKey, message] of SECRETS) {
      it(`of ${secretKey}, and of nothing else`, async () => {
        const findings = await look({ secretKey });
        assertEquals(messageOf(findings, "secret-key"), message);
        const wrong = complaints(findings).filter((each) =>
          each.endsWith("error")
        );
        assertEquals(wrong, ["secret-key: error"]);
      });
    }

    it("of a live one as of others", async () => {
      const findings = await look({
        secretKey: "sk_live_never_told",
        publishableKey: undefined,
        apiUrl: undefined,
      });
      assertEquals(
        messageOf(findings, "secret-key"),
        "The Backend API refuses the secret key, with the status 401.",
      );
    });

    it("of each of them", async () => {
      const findings = await look({
        publishableKey: "sk_test_instead",
        machineSecretKey: "ak_with space",
        apiUrl: "https://api.clerk.com/v1",
      });
      const told = ["publishable-key", "machine-key", "api-url"].map((check) =>
        messageOf(findings, check)?.split(": ")[0]
      );
      assertEquals(told, [
        'Cannot use "publishableKey"',
        'Cannot use "machineSecretKey"',
        'Cannot use "apiUrl"',
      ]);
    });
  });

  describe("sends the secret key", () => {
    async function askedBy(given: DiagnoseOptions): Promise<readonly string[]> {
      const asked: string[] = [];
      await look({
        fetch: (url, init) => {
          const isTold = new Headers(init?.headers).has("authorization");
          asked.push(`${url}${isTold ? " with the secret key" : ""}`);
          return fetch(url, init);
        },
        ...given,
      });
      return asked;
    }

    it("to the Backend API alone, and once", async () => {
      assertEquals(await askedBy({}), [
        `${home.origin}/v1/jwks with the secret key`,
        `${home.origin}/.well-known/jwks.json`,
      ]);
    });

    it("wherever it is not the host's fetch that sends it", async () => {
      const [first] = await askedBy({ apiUrl: undefined });
      assertEquals(
        first,
        "https://api.clerk.com/v1/jwks with the secret key",
      );
    });

    it("not where a client would not send it", async () => {
      const publishableKey = undefined;
      const live = { secretKey: "sk_live_never_told", publishableKey };
      assertEquals(await askedBy(live), []);
      const apiUrl = "http://api.example.com";
      assertEquals(await askedBy({ apiUrl, publishableKey }), []);
    });
  });

  describe("finds what is wrong with the APIs", () => {
    const html = () =>
      new Response("<html></html>", {
        headers: { "content-type": "text/html" },
      });
    const ANSWERS = {
      "its answer is no JWKS": html,
      "it has no keys": () => Response.json({ keys: [] }),
      "it answered with the status 503": () =>
        new Response("", { status: 503 }),
      "it answered with the status 302": () =>
        new Response(null, { status: 302, headers: { location: "/" } }),
      "the request failed": () => Promise.reject("for no reason"),
      "no answer in 1 ms": () => new Promise<Response>(() => {}),
    };
    for (const [why, make] of Object.entries(ANSWERS)) {
      it(why, async () => {
        // Time enough for an answer, and none to lose on what never comes.
        const timeout = why.startsWith("no answer") ? 1 : 5000;
        const findings = await look({ ...answering(make), timeout });
        assertEquals(complaints(findings), [
          "secret-key: warning",
          "backend-api: error",
          "frontend-api: error",
        ]);
        const message = messageOf(findings, "frontend-api") ?? "";
        assertEquals(message.split(": ").at(-1), `${why}.`);
      });
    }

    it("takes a refusal of the Frontend API for its fault", async () => {
      const findings = await look({
        fetch: async (url, init) =>
          url.includes("well-known")
            ? new Response("", { status: 401 })
            : await fetch(url, init),
      });
      assertEquals(complaints(findings), ["frontend-api: error"]);
    });

    it("tells no key of a machine, either", async () => {
      const machineSecretKey = "ak_never_told";
      const findings = await look({
        machineSecretKey,
        fetch: () => Promise.reject(new Error(`not ${machineSecretKey}`)),
      });
      assert(messageOf(findings, "backend-api")?.endsWith("not [redacted]."));
    });

    it("tells why the network fails, without the secret key", async () => {
      const cause = new Error("getaddrinfo ENOTFOUND");
      const findings = await look(answering(() => {
        throw new TypeError(`failed with ${home.secretKey}`, { cause });
      }));
      assertEquals(
        messageOf(findings, "backend-api"),
        `Asked ${home.origin}/v1/jwks: the request failed: failed with [redacted]: getaddrinfo ENOTFOUND.`,
      );
    });

    it("tells of an API that is slow", async () => {
      let time = 0;
      const findings = await look({
        fetch: (url, init) => {
          time += url.includes("well-known") ? 0 : 1001;
          return fetch(url, init);
        },
        clock: { now: () => time },
      });
      assert(complaints(findings).includes("backend-api: warning"));
    });
  });

  describe("compares clocks", () => {
    const SKEWS = [
      [0, "ok", "agrees with"],
      [900, "ok", "agrees with"],
      [-900, "ok", "agrees with"],
      [4000, "warning", "4 s behind"],
      [-4000, "warning", "3 s ahead of"],
      [60_000, "error", "60 s behind"],
      [-60_000, "error", "59 s ahead of"],
    ] as const;
    for (const [ms, status, words] of SKEWS) {
      it(`when the API's date is off by ${ms} ms`, async () => {
        const findings = await look(dated(ms));
        const found = findings.find(({ check }) => check === "clock");
        assertEquals(found?.status, status);
        assert(found?.message.includes(words), found?.message);
      });
    }

    it("of the API that answered, even if it refuses", async () => {
      const findings = await look(answering(() =>
        new Response("", {
          status: 401,
          headers: { date: "Thu, 01 Jan 1970 00:00:00 GMT" },
        })
      ));
      const wrong = complaints(findings);
      assert(wrong.includes("clock: error"));
      assert(wrong.includes("secret-key: error"));
    });

    it("but not when there is no date, or none that can be read", async () => {
      for (const headers of [{}, { date: "yesterday" }]) {
        const findings = await look(
          answering(() => new Response("", { headers })),
        );
        assertEquals(messageOf(findings, "clock"), undefined);
      }
    });
  });

  describe("finds environment variables without effect", () => {
    const unset = { secretKey: undefined, publishableKey: undefined };

    it("as their name is another tool's", async () => {
      const env = {
        CLERK_SECRET_KEY: home.secretKey,
        NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: home.publishableKey,
        WEBHOOK_SECRET: "whsec_x",
      };
      const findings = await look({ ...unset, env });
      assertEquals(
        findings.filter(({ check }) => check === "environment")
          .map(({ action }) => action),
        ["Set CLERK_PUBLISHABLE_KEY.", "Set CLERK_WEBHOOK_SIGNING_SECRET."],
      );
    });

    it("but not when the right one is set as well, or given", async () => {
      const NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY = home.publishableKey;
      const env = { ...home.env(), NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY };
      assertEquals(complaints(await look({ ...unset, env })), []);
      const stray = { env: { NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY } };
      assertEquals(complaints(await look(stray)), []);
    });

    it("as an option names another instance", async () => {
      const env = { ...other.env(), CLERK_JWT_KEY: await other.jwtKey };
      const findings = await look({ env });
      assertEquals(
        findings.filter(({ check }) => check === "environment")
          .map(({ message }) => message),
        [
          "CLERK_SECRET_KEY is set, but not used: the option secretKey is another key.",
          "CLERK_PUBLISHABLE_KEY is set, but not used: the option publishableKey is another key.",
          "CLERK_JWT_KEY is set, but not used: the keys given as options are another instance's.",
        ],
      );
    });
  });

  describe("finds what is wrong with options", () => {
    /** Every option of a client and of what wraps one. */
    const KNOWN: {
      readonly [
        Name in Exclude<
          keyof ClerkClientOptions | keyof WithClerkOptions,
          keyof DiagnoseOptions
        >
      ]: undefined;
    } = {
      acceptsToken: undefined,
      afterSignInUrl: undefined,
      afterSignUpUrl: undefined,
      allowUnauthenticated: undefined,
      allowedRedirectOrigins: undefined,
      audience: undefined,
      authorize: undefined,
      authorizedParties: undefined,
      clerk: undefined,
      clockSkewInMs: undefined,
      cors: undefined,
      domain: undefined,
      headerType: undefined,
      hooks: undefined,
      isSatellite: undefined,
      issuer: undefined,
      jwksCache: undefined,
      jwksMaxStaleInMs: undefined,
      jwksTimeoutInMs: undefined,
      organizationSyncOptions: undefined,
      proxyUrl: undefined,
      random: undefined,
      retry: undefined,
      satelliteAutoSync: undefined,
      signInUrl: undefined,
      signUpUrl: undefined,
      skipJwksCache: undefined,
      tokenCacheSize: undefined,
      tokenClass: undefined,
      totalTimeout: undefined,
      treatPendingAsSignedOut: undefined,
      userAgent: undefined,
    };

    it("but not with those that there are", async () => {
      const findings = await look({
        jwtKey: undefined,
        machineSecretKey: undefined,
        apiVersion: undefined,
        timeout: undefined,
        ...KNOWN,
      });
      assertEquals(complaints(findings), []);
    });

    it("when there is none of a name, and names the nearest", async () => {
      const misspelt = {
        authorizedPartys: ["https://example.com"],
        secretkey: "sk_test_x",
        publisableKey: "pk_test_x",
        xyz: 1,
      };
      const findings = await look({ timeout: 5000, ...misspelt });
      assertEquals(
        findings.filter(({ check }) => check === "options")
          .map(({ status, message, action }) => [status, message, action]),
        [
          [
            "warning",
            'There is no option "authorizedPartys".',
            'Did you mean "authorizedParties"?',
          ],
          [
            "warning",
            'There is no option "secretkey".',
            'Did you mean "secretKey"?',
          ],
          [
            "warning",
            'There is no option "publisableKey".',
            'Did you mean "publishableKey"?',
          ],
          [
            "warning",
            'There is no option "xyz".',
            "Give createClerkClient's options.",
          ],
        ],
      );
    });

    for (const timeout of [0, -1, NaN, Infinity, 2 ** 31, "5000", null]) {
      it(`when the timeout is ${timeout}`, async () => {
        const findings = await look({ timeout: timeout as number });
        const isDefault = timeout === null;
        assertEquals(complaints(findings), isDefault ? [] : ["options: error"]);
      });
    }
  });

  describe("never rejects", () => {
    const throwing = {
      get secretKey(): string {
        throw new Error("sk_live_never_told");
      },
    };
    const WRONG: readonly unknown[] = [
      null,
      5,
      { fetch: 5, secretKey: "sk_test_x", env: {} },
      { clock: {}, secretKey: "sk_test_x", env: {} },
      { secretKey: 5, env: {} },
      "sk_test_key_alone_never_told",
      ["sk_test_key_in_a_list_never_told"],
      throwing,
    ];
    for (const [i, given] of WRONG.entries()) {
      it(`with options that are wrong (${i})`, async () => {
        const findings = await diagnose(given as DiagnoseOptions);
        const [first] = complaints(findings);
        if (typeof given !== "object" || given === null) {
          assertEquals(first, "options: error");
        }
        assert(first);
        assert(!JSON.stringify(findings).includes("never_told"));
      });
    }
  });
});
