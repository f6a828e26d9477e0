import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { Webhook as StandardWebhook } from "standardwebhooks";
import { Webhook } from "svix";
import { createEmulator, type Emulator } from "../../emulator.ts";
import { verifyWebhook } from "../../webhooks.ts";
import { call, conform, withAda } from "./harness.ts";

const DATA = { id: "user_1", object: "user", first_name: "Ada" };

function headersOf(request: Request): Record<string, string> {
  return Object.fromEntries(request.headers);
}

/** Hears of everything, in short. */
function listen(emulator: Emulator, pattern: string): string[] {
  const heard: string[] = [];
  emulator.webhooks.on(pattern, (_, { type, data }) => {
    heard.push(`${type} ${data.id}`);
  });
  return heard;
}

describe("the emulator's signed webhooks", () => {
  it("are what svix, standardwebhooks and we accept", async () => {
    const emulator = await createEmulator();
    const request = await emulator.webhooks.sign("user.created", DATA);
    assertEquals(request.method, "POST");
    const body = await request.clone().text();
    const headers = headersOf(request);
    new Webhook(emulator.webhookSecret).verify(body, headers);
    assertEquals(JSON.parse(body).data, DATA);
    new StandardWebhook(emulator.webhookSecret).verify(body, {
      "webhook-id": headers["svix-id"] ?? "",
      "webhook-timestamp": headers["svix-timestamp"] ?? "",
      "webhook-signature": headers["svix-signature"] ?? "",
    });
    const { result, error } = await verifyWebhook(request, {
      signingSecret: emulator.webhookSecret,
    });
    assertEquals(error, undefined);
    assertEquals(result?.type, "user.created");
  });

  it("have the envelope of Clerk's", async () => {
    const emulator = await createEmulator();
    emulator.clock.freeze(1_767_225_600_500);
    const request = await emulator.webhooks.sign("user.created", DATA, {
      id: "msg_1",
      url: "http://127.0.0.1:8000/hooks",
    });
    assertEquals(request.url, "http://127.0.0.1:8000/hooks");
    assertEquals(request.headers.get("svix-id"), "msg_1");
    assertEquals(request.headers.get("svix-timestamp"), "1767225600");
    const { event_attributes, ...event } = await request.json();
    assertEquals(event, {
      object: "event",
      type: "user.created",
      data: DATA,
      timestamp: 1_767_225_600_500,
      instance_id: emulator.instanceId,
    });
    assert(event_attributes.http_request.client_ip);
  });

  it("can be tampered with, stale, early, or of another secret", async () => {
    const emulator = await createEmulator();
    const other = await createEmulator();
    const { webhooks, webhookSecret: signingSecret } = emulator;
    const cases = [
      [{ tamper: true }, "webhook-signature-invalid"],
      [{ signingSecret: other.webhookSecret }, "webhook-signature-invalid"],
      [{ staleBy: 600 }, "webhook-timestamp-too-old"],
      [{ staleBy: "10m" }, "webhook-timestamp-too-old"],
      [{ staleBy: -600 }, "webhook-timestamp-too-new"],
    ] as const;
    for (const [options, code] of cases) {
      const request = await webhooks.sign("user.updated", DATA, options);
      const body = await request.clone().text();
      const svix = new Webhook(signingSecret);
      assertThrows(() => svix.verify(body, headersOf(request)));
      const { error } = await verifyWebhook(request, { signingSecret });
      assertEquals(error?.code, code);
    }
  });

  it("can be sent again, to the letter", async () => {
    const emulator = await createEmulator();
    const { webhooks } = emulator;
    await assertRejects(
      () => webhooks.sign("user.created", {}, { replay: true }),
      TypeError,
      "replay",
    );
    const first = await webhooks.sign("user.created", DATA);
    emulator.clock.advance("1m");
    const again = await webhooks.sign("user.created", {}, { replay: true });
    assertEquals(headersOf(again), headersOf(first));
    assertEquals(await again.text(), await first.text());
    const fresh = await webhooks.sign("user.created", DATA);
    assertEquals(
      fresh.headers.get("svix-id") === first.headers.get("svix-id"),
      false,
    );
  });
});

describe("the emulator's webhooks", () => {
  const MISSPELT = [
    ["user.creatd", "user.created"],
    ["User.Created", "user.created"],
    ["user_created", "user.created"],
    ["users.created", "user.created"],
    ["session.end", "session.ended"],
    ["organization_membership.deleted", "organizationMembership.deleted"],
  ] as const;
  for (const [type, right] of MISSPELT) {
    it(`know that ${type} is misspelt`, async () => {
      const { webhooks } = await createEmulator();
      const message =
        `Cannot use the type "${type}": Clerk has no such event. Did you mean "${right}"?`;
      const wrong = [
        () => webhooks.sign(type, {}),
        () => webhooks.send(type, {}),
        async () => await webhooks.on(type, () => {}),
        async () =>
          await webhooks.endpoint("http://127.0.0.1/", { events: [type] }),
      ];
      for (const call of wrong) await assertRejects(call, TypeError, message);
    });
  }

  it("are of any other type, as there may be new ones", async () => {
    const { webhooks } = await createEmulator();
    for (const type of ["user.archived", "robot.created"]) {
      const request = await webhooks.sign(type, {});
      assertEquals((await request.json()).type, type);
    }
    webhooks.on("*", () => {});
    webhooks.on("user.*", () => {});
  });

  it("want a type, data and options that there are", async () => {
    const { webhooks } = await createEmulator();
    const wrong: readonly (readonly [unknown, unknown, unknown, string])[] = [
      [undefined, {}, {}, 'expected text, such as "user.created"'],
      [{ type: "user.created" }, {}, {}, "expected text"],
      ["user.created", undefined, {}, "expected an object as its data"],
      ["user.created", "user_1", {}, "expected an object as its data"],
      ["user.created", {}, { tampr: true }, 'Did you mean "tamper"?'],
    ];
    for (const [type, data, options, message] of wrong) {
      for (const call of [webhooks.sign, webhooks.send]) {
        await assertRejects(
          () => call(type as string, data as object, options as object),
          TypeError,
          message,
        );
      }
    }
    assertThrows(
      () => webhooks.endpoint("http://127.0.0.1/", { event: "*" } as object),
      TypeError,
      'Did you mean "events"?',
    );
  });
});

describe("the emulator's events", () => {
  it("tell of each change, in order, signed", async () => {
    const emulator = await createEmulator();
    const heard: string[] = [];
    emulator.webhooks.on("user.*", async (request, event) => {
      const { result } = await verifyWebhook(request, {
        signingSecret: emulator.webhookSecret,
      });
      assertEquals(result?.type, event.type);
      conform(
        event.type === "user.deleted" ? "DeletedObject" : "User",
        event.data,
      );
      heard.push(event.type);
    });
    const { body } = await call(emulator, "POST", "/users", {
      email_address: ["ada@example.com"],
    });
    await call(emulator, "PATCH", `/users/${body.id}`, { first_name: "Ada" });
    await call(emulator, "PATCH", `/users/${body.id}/metadata`, {});
    await call(emulator, "POST", `/users/${body.id}/ban`);
    await call(emulator, "DELETE", `/users/${body.id}`);
    await emulator.webhooks.delivered();
    assertEquals(heard, [
      "user.created",
      "user.updated",
      "user.updated",
      "user.updated",
      "user.deleted",
    ]);
  });

  it("tell of no change that did not happen", async () => {
    const emulator = await withAda();
    const heard = listen(emulator, "*");
    await call(emulator, "GET", "/users/user_1");
    await call(emulator, "POST", "/users", {
      email_address: ["ada@example.com"],
    });
    await call(emulator, "DELETE", "/users/nobody");
    emulator.faults.add({ times: 1 });
    await call(emulator, "DELETE", "/users/user_1");
    await emulator.webhooks.delivered();
    assertEquals(heard, []);
  });

  it("go only to who listens for them, as long as they listen", async () => {
    const emulator = await withAda();
    const all = listen(emulator, "*");
    const gone = listen(emulator, "user.deleted");
    const heard: string[] = [];
    const stop = emulator.webhooks.on("user.updated", (_, { type }) => {
      heard.push(type);
    });
    await call(emulator, "POST", "/users/user_1/ban");
    await emulator.webhooks.delivered();
    stop();
    await call(emulator, "POST", "/users/user_1/unban");
    await call(emulator, "DELETE", "/users/user_1");
    await emulator.webhooks.delivered();
    assertEquals(all.length, 3);
    assertEquals(gone, ["user.deleted user_1"]);
    assertEquals(heard, ["user.updated"]);
  });

  it("hold what was then, not what is later", async () => {
    const emulator = await withAda();
    const names: unknown[] = [];
    emulator.webhooks.on("user.updated", (_, { data }) => {
      names.push(data.first_name);
    });
    await call(emulator, "PATCH", "/users/user_1", { first_name: "A" });
    await call(emulator, "PATCH", "/users/user_1", { first_name: "B" });
    await emulator.webhooks.delivered();
    assertEquals(names, ["A", "B"]);
  });

  it("give a listener no hold on the state", async () => {
    const emulator = await withAda({}, { publicMetadata: { plan: "free" } });
    emulator.webhooks.on("user.updated", (_, { data }) => {
      Object.assign(data.public_metadata ?? {}, { plan: "pro" });
    });
    await call(emulator, "POST", "/users/user_1/ban");
    await emulator.webhooks.delivered();
    const { body } = await call(emulator, "GET", "/users/user_1");
    assertEquals(body.public_metadata, { plan: "free" });
  });

  it("report a listener's failure once, and go on", async () => {
    const emulator = await withAda();
    emulator.webhooks.on("user.updated", () => {
      throw new Error("endpoint down");
    });
    const heard = listen(emulator, "user.updated");
    const { status } = await call(emulator, "POST", "/users/user_1/ban");
    assertEquals(status, 200);
    await assertRejects(
      () => emulator.webhooks.delivered(),
      Error,
      "endpoint down",
    );
    await emulator.webhooks.delivered();
    assertEquals(heard.length, 1);
  });
});
