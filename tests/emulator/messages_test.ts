import { assertEquals, assertMatch } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { Emulator } from "../../emulator.ts";
import { call, conform, withAda } from "./harness.ts";

type Data = { readonly [name: string]: unknown };

/** The events of messages since it was called, in order. */
function collect(emulator: Emulator): () => Promise<readonly Data[]> {
  const heard: Data[] = [];
  emulator.webhooks.on("*", (_, { type, data }) => {
    if (/^(email|sms)\./.test(type)) heard.push({ ...data, type });
  });
  return async () => {
    await emulator.webhooks.delivered();
    for (const { type, ...data } of heard) {
      const isEmail = type === "email.created";
      conform(isEmail ? "EmailEventPayload" : "SmsEventPayload", data);
    }
    return heard.splice(0);
  };
}

/** Adds an address or a number to Ada, and asks for a code for it. */
async function askForCode(emulator: Emulator, value: string): Promise<string> {
  const kind = value.includes("@") ? "email_address" : "phone_number";
  const base = value.includes("@") ? "/email_addresses" : "/phone_numbers";
  const { body } = await call(emulator, "POST", base, {
    user_id: "user_1",
    [kind]: value,
  });
  await call(emulator, "POST", `${base}/${body.id}/prepare_verification`);
  return body.id;
}

describe("the emulator's messages", () => {
  it("are told of as email.created, with the code of the outbox", async () => {
    const emulator = await withAda();
    const heard = collect(emulator);
    const id = await askForCode(emulator, "a@example.com");
    const [email, ...more] = await heard();
    const code = emulator.outbox.at(-1)?.code;
    assertEquals(more, []);
    assertMatch(String(email?.id), /^ema_/);
    assertEquals(
      [email?.slug, email?.to_email_address, email?.email_address_id],
      ["verification_code", "a@example.com", id],
    );
    assertEquals([email?.user_id, email?.status], ["user_1", "queued"]);
    assertEquals(email?.delivered_by_clerk, true);
    assertEquals(Object(email?.data).otp_code, code);
    assertEquals(email?.subject, `${code} is your verification code`);
    assertEquals(email?.from_email_name, "notifications");
  });

  it("are told of as sms.created", async () => {
    const emulator = await withAda();
    const heard = collect(emulator);
    const id = await askForCode(emulator, "+15555551234");
    const [text, ...more] = await heard();
    const { code, at } = emulator.outbox.at(-1) ?? {};
    assertEquals(more, []);
    assertMatch(String(text?.id), /^sms_/);
    assertEquals(
      [text?.slug, text?.to_phone_number, text?.phone_number_id],
      ["verification_code", "+15555551234", id],
    );
    assertEquals(text?.message, `${code} is your verification code`);
    assertEquals([text?.user_id, text?.created_at_ms], ["user_1", at]);
  });

  it("of invitations have the link, and name the template", async () => {
    const emulator = await withAda();
    const heard = collect(emulator);
    await call(emulator, "POST", "/invitations", {
      email_address: "bob@example.com",
    });
    const { body } = await call(emulator, "POST", "/waitlist_entries", {
      email_address: "eve@example.com",
    });
    await call(emulator, "POST", `/waitlist_entries/${body.id}/invite`, {});
    const { body: made } = await call(emulator, "POST", "/organizations", {
      name: "Acme",
      created_by: "user_1",
    });
    await call(emulator, "POST", `/organizations/${made.id}/invitations`, {
      email_address: "fay@example.com",
      role: "org:member",
    });
    await call(emulator, "POST", "/invitations", {
      email_address: "hush@example.com",
      notify: false,
    });
    const emails = await heard();
    assertEquals(
      emails.map(({ slug, to_email_address: to }) => [slug, to]),
      [
        ["invitation", "bob@example.com"],
        ["waitlist_confirmation", "eve@example.com"],
        ["waitlist_invitation", "eve@example.com"],
        ["organization_invitation", "fay@example.com"],
      ],
    );
    assertEquals(
      emails.map(({ data }) => Object(data).action_url),
      emulator.outbox.map(({ url }) => url),
    );
    assertEquals(Object(emails[3]?.data).org, { id: made.id, name: "Acme" });
  });

  it("come from the address of the settings", async () => {
    const emulator = await withAda();
    const heard = collect(emulator);
    await call(emulator, "PATCH", "/beta_features/instance_settings", {
      from_email_address: "hello",
    });
    await call(emulator, "POST", "/invitations", {
      email_address: "bob@example.com",
    });
    assertEquals((await heard())[0]?.from_email_name, "hello");
  });

  it("have the code for tests in test mode only", async () => {
    const emulator = await withAda();
    await askForCode(emulator, "ada+clerk_test@example.com");
    assertEquals(emulator.outbox.at(-1)?.code, "424242");
    await call(emulator, "PATCH", "/instance", { test_mode: false });
    await askForCode(emulator, "ada+clerk_test+2@example.com");
    assertEquals(emulator.outbox.at(-1)?.code === "424242", false);
  });
});

describe("the emulator's events of what goes with something", () => {
  it("tell of memberships and sessions that go with a user", async () => {
    const emulator = await withAda();
    const { body } = await call(emulator, "POST", "/organizations", {
      name: "Acme",
      created_by: "user_1",
    });
    await emulator.signIn("user_1", { sts: "pending" });
    const heard: string[] = [];
    emulator.webhooks.on("*", (_, { type, data }) => {
      heard.push(type);
      if (type.startsWith("session.")) {
        conform("SessionEventPayload", data);
        assertEquals(Object(data.user).id, "user_1");
      }
    });
    await emulator.signIn("user_1", { sts: "pending" });
    await call(emulator, "DELETE", "/users/user_1");
    await emulator.webhooks.delivered();
    assertEquals(heard, [
      "session.created",
      "session.pending",
      "session.removed",
      "session.removed",
      "organizationMembership.deleted",
      "user.deleted",
    ]);
    assertEquals(typeof body.id, "string");
  });

  it("tell of domains that go with an organization", async () => {
    const emulator = await withAda({
      seed: {
        organizations: [{
          id: "org_1",
          name: "Acme",
          domains: [{ name: "acme.example" }],
        }],
      },
    });
    const heard: string[] = [];
    emulator.webhooks.on("*", (_, { type }) => void heard.push(type));
    await call(emulator, "DELETE", "/organizations/org_1");
    await emulator.webhooks.delivered();
    assertEquals(heard, ["organizationDomain.deleted", "organization.deleted"]);
  });
});
