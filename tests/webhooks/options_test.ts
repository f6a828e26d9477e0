import {
  assert,
  assertEquals,
  assertFalse,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import {
  createWebhookVerifier,
  signWebhook,
  verifyWebhook,
} from "../../webhooks.ts";
import {
  importSigningSecret,
  type KeptKeys,
} from "../../src/webhooks/signing_secret.ts";
import {
  BODY,
  clock,
  headersOf,
  ID,
  NOW,
  OTHER_SECRET,
  outcomeOf,
  SECRET,
  untyped,
  verify,
} from "./signed.ts";

const INVALID = "webhook-secret-invalid";
const MISSING = "webhook-secret-missing";
const BARE = SECRET.slice(6);

async function withSecret(signingSecret: unknown): Promise<string> {
  return outcomeOf({ body: BODY, headers: await headersOf(BODY) }, {
    signingSecret: untyped(signingSecret),
    env: {},
  });
}

describe("the signing secret", () => {
  it("may lack its prefix or padding, and have white space around it", async () => {
    for (const secret of [SECRET, BARE, ` ${SECRET}\r\n`, `\t${BARE}\n`]) {
      assertEquals(await withSecret(secret), "accepted");
    }
    const padded = `whsec_${btoa("nineteen characters")}`;
    assert(padded.endsWith("="));
    const headers = await headersOf(BODY, { secret: padded });
    const input = { body: BODY, headers };
    for (const signingSecret of [padded, padded.replace(/=+$/, "")]) {
      assertEquals(await outcomeOf(input, { signingSecret }), "accepted");
    }
    // Every sign of the alphabet.
    const signs = Uint8Array.from({ length: 64 }, (_, i) => i * 255);
    const all = btoa(String.fromCharCode(...signs, 0xff, 0xef, 0xbf));
    assert(all.includes("/") && all.includes("+"));
    const signed = await headersOf(BODY, { secret: all });
    assertEquals(
      await outcomeOf({ body: BODY, headers: signed }, { signingSecret: all }),
      "accepted",
    );
  });

  it("is refused when it is not base64", async () => {
    const bad = [
      "whsec_",
      "   ",
      "=",
      "whsec_not base64",
      "whsec_ä",
      "whsec_abcde",
      `"${SECRET}"`,
      `whsec_${SECRET}`,
      "sk_test_abc",
      "whsec_MfKQ-r8G_Yqr",
      "MfKQ====",
      "whsec_MfKQ\u0000",
    ];
    for (const secret of bad) {
      assertEquals(await withSecret(secret), INVALID, secret);
      assertThrows(
        () => createWebhookVerifier({ signingSecret: secret }),
        TypeError,
        "base64",
      );
    }
  });

  it("is refused when it is missing or empty", async () => {
    for (const secret of ["", [], [""], [SECRET, ""], undefined, null]) {
      assertEquals(await withSecret(secret), MISSING);
      const options = { signingSecret: untyped(secret), env: {} };
      assertThrows(
        () => createWebhookVerifier(options),
        TypeError,
        "CLERK_WEBHOOK_SIGNING_SECRET",
      );
    }
  });

  it("is missing, too, where there are no options", async () => {
    const input = { body: BODY, headers: await headersOf(BODY) };
    assertEquals((await verifyWebhook(input)).error?.code, MISSING);
    assertThrows(() => createWebhookVerifier(), TypeError, "signingSecret");
  });

  it("is refused when it is no text", async () => {
    for (const secret of [5, {}, [SECRET, 5], [undefined], true]) {
      assertEquals(await withSecret(secret), "options-invalid");
    }
  });

  it("comes from the environment, unless it is given", async () => {
    const input = { body: BODY, headers: await headersOf(BODY) };
    const env = (secret: string) => ({ CLERK_WEBHOOK_SIGNING_SECRET: secret });
    const none = { signingSecret: undefined };
    assertEquals(await outcomeOf(input, { ...none, env: {} }), MISSING);
    assertEquals(
      await outcomeOf(input, { ...none, env: env(SECRET) }),
      "accepted",
    );
    assertEquals(
      await outcomeOf(input, { env: env(OTHER_SECRET) }),
      "accepted",
    );
    assertEquals(
      await outcomeOf(input, { ...none, env: env(OTHER_SECRET) }),
      "webhook-signature-invalid",
    );
    const empty = { signingSecret: "", env: env(SECRET) };
    assertEquals(await outcomeOf(input, empty), MISSING);
  });

  it("is not mixed up after many others were used", async () => {
    const input = { body: BODY, headers: await headersOf(BODY) };
    for (let i = 0; i < 70; i++) {
      const other = btoa(`secret number ${i}`);
      assertEquals(
        await outcomeOf(input, { signingSecret: other }),
        "webhook-signature-invalid",
      );
    }
    assertEquals(await outcomeOf(input), "accepted");
    const kept: KeptKeys = new Map();
    for (let i = 0; i < 70; i++) {
      const secret = btoa(`secret number ${i}`);
      const key = await importSigningSecret(secret, kept);
      assertEquals(kept.size <= 32, true);
      assert(await importSigningSecret(secret, kept) === key);
    }
  });

  it("shows in no error", async () => {
    const errors: unknown[] = [];
    const wrong = await headersOf(BODY, { secret: OTHER_SECRET });
    errors.push((await verify({ body: BODY, headers: wrong })).error);
    const quoted = { signingSecret: `"${SECRET}"` };
    errors.push((await verify({ body: BODY, headers: wrong }, quoted)).error);
    errors.push(assertThrows(() => createWebhookVerifier(quoted)));
    errors.push(
      (await signWebhook(BODY, { signingSecret: `"${SECRET}"` })).error,
    );
    const right = (await headersOf(BODY))["svix-signature"]?.slice(3) ?? "";
    for (const error of errors) {
      assert(error instanceof Error);
      const shown = [error.message, error.stack, JSON.stringify(error)];
      for (const name of Object.getOwnPropertyNames(error)) {
        shown.push(String(Reflect.get(error, name)));
      }
      assertFalse(shown.join().includes(BARE), error.message);
      assertFalse(shown.join().includes(right), error.message);
      assertEquals(error.cause, undefined);
    }
    const verifier = createWebhookVerifier({ signingSecret: SECRET });
    assertEquals(Object.keys(verifier), ["verify"]);
  });
});

describe("the other options", () => {
  it("are refused when they are of the wrong kind", async () => {
    const input = { body: BODY, headers: await headersOf(BODY) };
    for (const value of [-1, NaN, Infinity, "300", null, {}]) {
      const options = { toleranceInSeconds: untyped(value) };
      assertEquals(await outcomeOf(input, options), "options-invalid");
      assertThrows(
        () => createWebhookVerifier({ signingSecret: SECRET, ...options }),
        TypeError,
        "toleranceInSeconds",
      );
    }
    const failing = {
      now(): number {
        throw new Error("stopped");
      },
    };
    assertEquals(
      await outcomeOf(input, { clock: failing }),
      "webhook-check-failed",
    );
    const none = await verifyWebhook(input, untyped(null));
    assertEquals(none.error?.code, "webhook-check-failed");
  });

  it("are found wrong when the verifier is made, not by its first webhook", () => {
    const wrong = [
      ["store", [{}, 5, new Map(), { seen: true }, () => false]],
      ["clock", [{}, null, 5, { now: 5 }, () => NOW]],
    ] as const;
    for (const [name, values] of wrong) {
      for (const value of values) {
        const options = { signingSecret: SECRET, [name]: untyped(value) };
        const message = assertThrows(
          () => createWebhookVerifier(options),
          TypeError,
        ).message;
        assertStringIncludes(message, `"${name}" must have a method`);
      }
    }
    createWebhookVerifier({ signingSecret: SECRET, store: undefined });
  });

  it("are those of the verifier that was made with them", async () => {
    const verifier = createWebhookVerifier({
      signingSecret: [OTHER_SECRET, SECRET],
      toleranceInSeconds: 10,
      clock,
    });
    const input = async (timestamp: number) => ({
      body: BODY,
      headers: await headersOf(BODY, { timestamp }),
    });
    const good = await verifier.verify(await input(NOW - 10));
    assertEquals(good.result?.type, "user.created");
    const old = await verifier.verify(await input(NOW - 11));
    assertEquals(old.error?.code, "webhook-timestamp-too-old");
    const many = await Promise.all(
      Array.from(
        { length: 100 },
        async () => verifier.verify(await input(NOW)),
      ),
    );
    assert(many.every(({ result }) => result?.type === "user.created"));
  });
});

describe("signing", () => {
  it("makes up an id and takes the time by default", async () => {
    const before = Math.floor(Date.now() / 1000);
    const { result } = await signWebhook(BODY, { signingSecret: SECRET });
    assert(result);
    assert(/^msg_\w{5,}$/.test(result["svix-id"]));
    assert(Number(result["svix-timestamp"]) >= before);
    const input = { body: BODY, headers: { ...result } };
    assertEquals(await outcomeOf(input, { clock: Date }), "accepted");
  });

  it("signs text and bytes alike", async () => {
    const bytes = new TextEncoder().encode(BODY);
    assertEquals(await headersOf(bytes), await headersOf(BODY));
  });

  it("gives an error for a secret that is none", async () => {
    const { error } = await signWebhook(BODY, { signingSecret: "?", id: ID });
    assertEquals(error?.code, INVALID);
    assertStringIncludes(error?.message ?? "", "Cannot sign the webhook");
    const odd = await signWebhook(BODY, untyped({}));
    assertEquals(odd.error?.code, "options-invalid");
  });
});
