import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { EmailsApi } from "../../src/api/emails.ts";
import { type Row, setUp, testOperations } from "./operations.ts";
import { bodyOf } from "./recorder.ts";

const variables = { otp_code: "424242", appName: { first_name: null } };
const emailJson = {
  object: "email",
  id: "ema_1",
  slug: null,
  from_email_name: "hello",
  reply_to_email_name: null,
  email_address_id: null,
  to_email_address: "a@example.com",
  user_id: "user_1",
  subject: "Hello",
  body: "<p>Hello</p>",
  body_plain: null,
  status: "queued",
  data: variables,
  delivered_by_clerk: true,
  suppression_reason: null,
};
const email = {
  object: "email",
  id: "ema_1",
  slug: null,
  fromEmailName: "hello",
  replyToEmailName: null,
  emailAddressId: null,
  toEmailAddress: "a@example.com",
  userId: "user_1",
  subject: "Hello",
  body: "<p>Hello</p>",
  bodyPlain: null,
  status: "queued",
  data: variables,
  deliveredByClerk: true,
  suppressionReason: null,
};
const headers = { "X-Entity_Ref": "1", listUnsubscribe: "no", x_y: "z" };
const message = {
  to: { userId: "user_1" },
  from: { address: "hello@example.com", name: "Hello" },
  replyTo: { address: "help@example.com", name: "Help" },
  subject: "Hello",
  cc: ["b@example.com"],
  bcc: ["c@example.com"],
  headers,
  attachments: [{ filename: "a.txt", content: "YQ==" }],
  html: "<p>Hello</p>",
  text: "Hello",
};
const messageBody = {
  to: { user_id: "user_1" },
  from: { address: "hello@example.com", name: "Hello" },
  reply_to: { address: "help@example.com", name: "Help" },
  subject: "Hello",
  cc: ["b@example.com"],
  bcc: ["c@example.com"],
  headers,
  attachments: [{ filename: "a.txt", content: "YQ==" }],
  html: "<p>Hello</p>",
  text: "Hello",
};
const plain = {
  to: { address: "a@example.com" },
  from: { address: "hello@example.com" },
  subject: "Hello",
  text: "Hello",
};

const rows: readonly Row<EmailsApi>[] = [
  {
    operation: "create",
    call: (emails) => emails.create(message, { idempotencyKey: "key_1" }),
    sends: "POST /v1/email",
    body: messageBody,
    answer: emailJson,
    data: email,
  },
  {
    operation: "create",
    call: (emails) => emails.create(plain),
    sends: "POST /v1/email",
    body: plain,
    answer: { ...emailJson, data: null },
    data: { ...email, data: null },
  },
  {
    operation: "createBatch",
    call: (emails) =>
      emails.createBatch([{ ...message, idempotencyKey: "key-1" }, plain]),
    sends: "POST /v1/email/batch",
    body: { messages: [{ ...messageBody, idempotency_key: "key-1" }, plain] },
    answer: [
      { index: 0, email: emailJson, status_code: 200 },
      {
        index: 1,
        errors: [{
          code: "too_many_requests",
          message: "No",
          long_message: "No, no.",
          meta: { param_name: "to" },
        }],
        status_code: 429,
        retry_after_seconds: 3,
      },
    ],
    data: [
      { index: 0, email, statusCode: 200 },
      {
        index: 1,
        errors: [{
          code: "too_many_requests",
          message: "No",
          longMessage: "No, no.",
          meta: { paramName: "to" },
        }],
        statusCode: 429,
        retryAfterSeconds: 3,
      },
    ],
  },
  {
    operation: "get",
    call: (emails) => emails.get("ema_1"),
    sends: "GET /v1/email/ema_1",
    answer: emailJson,
    data: email,
  },
];

testOperations("emails", rows, [/^\/email$/, /^\/email\//]);

const BAD_KEYS = ["", "a b", "key!", "k\u00e9y", "key\n", "a".repeat(256)];

describe("emails: create", () => {
  it("sends a key of idempotency as a header, and not otherwise", async () => {
    const { clerk, sent } = setUp(() => emailJson);
    const longest = "aZ09_-".padEnd(255, "x");
    await clerk.emails.create(plain, { idempotencyKey: longest });
    await clerk.emails.create(plain, { timeout: 5_000 });
    // As one of a batch, to which a key may belong.
    const marked = { ...plain, idempotencyKey: "key_1" };
    await clerk.emails.create(marked);
    assertEquals(
      sent.map(({ headers }) => headers.get("idempotency-key")),
      [longest, null, "key_1"],
    );
    assertEquals(sent.map(bodyOf), [plain, plain, plain]);
  });

  it("sends nothing with a key that cannot be one", async () => {
    const { clerk, sent } = setUp(() => emailJson);
    for (const idempotencyKey of BAD_KEYS) {
      const { errors } = await clerk.emails.create(plain, { idempotencyKey });
      assertEquals(errors?.[0].code, "invalid_argument", idempotencyKey);
      const marked = { ...plain, idempotencyKey };
      const { errors: others } = await clerk.emails.create(marked);
      assertEquals(others?.[0].code, "invalid_argument", idempotencyKey);
    }
    assertEquals(sent.length, 0);
  });

  it("takes the other options too", async () => {
    const { clerk, sent } = setUp(() => emailJson);
    const { errors } = await clerk.emails.create(plain, {
      idempotencyKey: "key_1",
      signal: AbortSignal.abort(),
    });
    assertEquals(errors?.[0].code, "aborted");
    assertEquals(sent.length, 0);
  });
});

describe("emails: createBatch", () => {
  it("sends nothing when one of the keys cannot be one", async () => {
    const { clerk, sent } = setUp(() => []);
    for (const idempotencyKey of BAD_KEYS) {
      const { errors } = await clerk.emails
        .createBatch([plain, { ...plain, idempotencyKey }]);
      assertEquals(errors?.[0].code, "invalid_argument", idempotencyKey);
    }
    assertEquals(sent.length, 0);
  });

  it("takes 1 to 100 messages, and nothing else", async () => {
    const { clerk, sent } = setUp(() => []);
    const { createBatch } = clerk.emails;
    for (const messages of [[], Array(101).fill(plain), undefined, plain]) {
      const { errors } = await Reflect.apply(createBatch, undefined, [
        messages,
      ]);
      assertEquals(errors?.[0].code, "invalid_argument");
    }
    assertEquals(sent.length, 0);
    for (const count of [1, 100]) {
      const { errors } = await createBatch(Array(count).fill(plain));
      assertEquals(errors, undefined);
    }
    assertEquals(sent.length, 2);
  });

  it("tells e-mails that went from those that did not", async () => {
    const { clerk } = setUp(() => [
      { index: 0, email: emailJson, status_code: 200 },
      { index: 1, errors: [{ code: "bad", message: "No" }], status_code: 422 },
    ]);
    const { data } = await clerk.emails.createBatch([plain, plain]);
    assert(data);
    const seen = data.map((one) =>
      one.errors ? one.errors[0]?.code : one.email.id
    );
    assertEquals(seen, ["ema_1", "bad"]);
  });
});
