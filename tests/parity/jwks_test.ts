import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { afterAll, beforeAll, describe, it } from "@std/testing/bdd";
import * as compatErrors from "../../compat/errors.ts";
import { verifyToken } from "../../compat/verify_token.ts";
import { answerWith, json } from "./fetch_switch.ts";
import * as official from "./official.ts";
import { observe } from "./outcome.ts";
import type { CaseKeys } from "./token_cases.ts";
import { createEcKey, createRsaKey, NOW, signToken } from "./tokens.ts";

type Options = Readonly<Record<string, unknown>>;
type Answer = (keys: CaseKeys) => Response;
type Verify = (token: string, options: Options) => Promise<unknown>;

const answers = (body: unknown, status = 200) => () => json(body, { status });
const known: Answer = ({ key }) => json({ keys: [key.publicJwk] });

interface Departure {
  readonly departs: string;
  readonly answer: Answer;
  readonly reason: string;
}

let count = 0;

describe("compat verifyToken with a JWKS agrees with the official package", () => {
  const hostNow = Date.now;
  const hostTimeout = globalThis.setTimeout;
  let keys: CaseKeys;
  let token: string;

  beforeAll(async () => {
    keys = {
      key: await createRsaKey("ins_1"),
      other: await createRsaKey("ins_2"),
      ec: await createEcKey(),
    };
    token = await signToken(keys.key);
    Date.now = () => NOW * 1000;
  });
  afterAll(() => {
    Date.now = hostNow;
  });

  /** What one side does, and which URLs it asks. */
  async function run(
    verify: Verify,
    classes: Readonly<Record<string, unknown>>,
    text: unknown,
    answer: Answer,
    options: Options,
  ) {
    const { value, requests } = await answerWith(
      () => answer(keys),
      () => observe(() => verify(text as string, options), classes),
    );
    return { outcome: value, urls: requests.map(({ url }) => url) };
  }

  async function both(text: unknown, answer: Answer, options: Options = {}) {
    const all = { secretKey: `sk_test_parity${++count}`, ...options };
    // Its retries wait for seconds.
    const hurry: (run: () => void) => unknown = (run) => hostTimeout(run, 0);
    Reflect.set(globalThis, "setTimeout", hurry);
    const theirs = await run(
      official.verifyToken as Verify,
      official.errors,
      text,
      answer,
      all,
    );
    globalThis.setTimeout = hostTimeout;
    const ours = await run(
      verifyToken as Verify,
      compatErrors,
      text,
      answer,
      all,
    );
    return { ours, theirs };
  }

  type Make = (keys: CaseKeys) => Promise<string> | string;
  const given: Make = () => token;
  const SAME: readonly (readonly [
    string,
    Answer,
    ((keys: CaseKeys) => Promise<string> | string)?,
    Options?,
  ])[] = [
    ["a known key", known],
    [
      "a key that names its algorithm",
      ({ key }) => json({ keys: [{ ...key.publicJwk, alg: "RS256" }] }),
    ],
    [
      "an address of its own",
      known,
      given,
      { apiUrl: "https://api.example.com/", apiVersion: "v2" },
    ],
    [
      "an unknown key",
      ({ other }) => json({ keys: [other.publicJwk] }),
    ],
    [
      "a token without kid",
      known,
      ({ key }) => signToken(key, {}, { kid: undefined }),
    ],
    ["no keys", answers({ keys: [] })],
    ["an object without keys", answers({})],
    [
      "a wrong secret key",
      answers({
        errors: [{
          code: "clerk_key_invalid",
          message:
            "The provided Clerk Secret Key is invalid. Make sure that your Clerk Secret Key is correct.",
        }],
      }, 401),
    ],
    ["the status 404", answers({}, 404)],
    ["the status 429", answers({}, 429)],
    ["the status 503", answers({}, 503)],
    [
      "a key of another token",
      ({ other }) => json({ keys: [{ ...other.publicJwk, kid: "ins_1" }] }),
    ],
    [
      "a forged and expired token",
      known,
      ({ other }) => signToken(other, { exp: 1 }, { kid: "ins_1" }),
    ],
    ["what is no token", known, () => "a.b"],
    ["no secret key", known, given, { secretKey: undefined }],
    ["an empty secret key", known, given, { secretKey: "" }],
  ];
  for (const [name, answer, make, options] of SAME) {
    it(name, async () => {
      const text = make ? await make(keys) : token;
      const { ours, theirs } = await both(text, answer, options);
      assertEquals(ours.outcome, theirs.outcome);
      // Theirs asks again after each failure; the one address is the same.
      const asks = name !== "a token without kid";
      assertEquals(new Set(ours.urls), new Set(asks ? theirs.urls : []));
      assert(ours.urls.length <= 1);
    });
  }

  const DEPARTURES: { readonly [name: string]: Departure } = {
    "a refusal without errors": {
      departs: "jwks-failures",
      answer: answers({ errors: [] }, 401),
      reason: "secret-key-invalid",
    },
    HTML: {
      departs: "jwks-failures",
      answer: () => new Response("<html>", { status: 200 }),
      reason: "jwk-remote-failed-to-load",
    },
    "a failing network": {
      departs: "jwks-failures",
      answer: () => {
        throw new TypeError("boom");
      },
      reason: "jwk-remote-failed-to-load",
    },
    "a key that is none": {
      departs: "host-texts",
      answer: answers({
        keys: [{ kid: "ins_1", kty: "RSA", n: "x", e: "AQAB" }],
      }),
      reason: "token-verification-failed",
    },
  };
  for (const [name, given] of Object.entries(DEPARTURES)) {
    const { departs, answer, reason } = given;
    it(`${name} (departs: ${departs})`, async () => {
      const { ours, theirs } = await both(token, answer);
      assertNotEquals(ours.outcome, theirs.outcome);
      assert("kind" in ours.outcome);
      assertEquals(ours.outcome.kind, "TokenVerificationError");
      assertEquals(ours.outcome.reason, reason);
      assertEquals(ours.urls.length, 1);
    });
  }

  it("refuses tokens of machines in the same words (departs: signature-first)", async () => {
    const text = await signToken(keys.key, {}, { cat: "cl_B7d4PD333AAA" });
    const { ours, theirs } = await both(text, known);
    assertEquals(ours.outcome, theirs.outcome);
    assertEquals(theirs.urls, []);
  });

  it("departs (pinned-algorithm): names the algorithm", async () => {
    const text = await signToken(keys.key, {}, { alg: "RS512" });
    const { ours, theirs } = await both(text, known);
    assert("kind" in ours.outcome && "kind" in theirs.outcome);
    assertEquals(ours.outcome.reason, "token-invalid-algorithm");
  });

  it("departs (jwks-caching): asks once for a hundred tokens at a time", async () => {
    const secretKey = `sk_test_parity${++count}`;
    const { value, requests } = await answerWith(
      () => known(keys),
      () =>
        Promise.all(
          Array.from(
            { length: 100 },
            () => verifyToken(token, { secretKey }),
          ),
        ),
    );
    assertEquals(requests.length, 1);
    assertEquals(value.map(({ sub }) => sub), Array(100).fill("user_1"));
  });
});
