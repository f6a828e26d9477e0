import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { Webhook as StandardWebhook } from "standardwebhooks";
import { Webhook } from "svix";
import type { Emulator } from "../../emulator.ts";
import { createMemoryWebhookStore, verifyWebhook } from "../../webhooks.ts";
import { call, withAda } from "./harness.ts";

const HOOK = "http://127.0.0.1:8000/hooks";
const DATA = { id: "user_1", object: "user", first_name: "Ada" };

/** An app that answers with one status after the other, the last for good. */
function makeApp(...statuses: (number | "down")[]) {
  const got: Request[] = [];
  return {
    got,
    fetch(url: string, init?: RequestInit): Promise<Response> {
      got.push(new Request(url, init));
      const status = statuses.length > 1 ? statuses.shift() : statuses[0];
      return status === "down"
        ? Promise.reject(new TypeError("connection refused"))
        : Promise.resolve(new Response(null, { status: status ?? 200 }));
    },
  };
}

async function verifyAll(
  request: Request,
  { webhookSecret, clock }: Emulator,
): Promise<boolean[]> {
  const body = await request.clone().text();
  const headers = Object.fromEntries(request.headers);
  const attempt = (verify: () => unknown) => {
    try {
      verify();
      return true;
    } catch {
      return false;
    }
  };
  const ours = await verifyWebhook(request, {
    signingSecret: webhookSecret,
    clock,
  });
  return [
    attempt(() => new Webhook(webhookSecret).verify(body, headers)),
    attempt(() =>
      new StandardWebhook(webhookSecret).verify(body, {
        "webhook-id": headers["svix-id"] ?? "",
        "webhook-timestamp": headers["svix-timestamp"] ?? "",
        "webhook-signature": headers["svix-signature"] ?? "",
      })
    ),
    ours.error === undefined,
  ];
}

const idOf = (request?: Request) => request?.headers.get("svix-id");
const timeOf = (request?: Request) =>
  Number(request?.headers.get("svix-timestamp"));

describe("the emulator's webhook endpoints", () => {
  it("get what changes cause, fit for every verifier", async () => {
    const emulator = await withAda();
    const app = makeApp(200);
    emulator.webhooks.endpoint(HOOK, { events: "user.*", fetch: app.fetch });
    await call(emulator, "POST", "/users/user_1/ban");
    await call(emulator, "POST", "/organizations", { name: "Acme" });
    await emulator.webhooks.delivered();
    const [request] = app.got;
    assertEquals(app.got.length, 1);
    assertEquals([request?.method, request?.url], ["POST", HOOK]);
    assert(request);
    assertEquals(await verifyAll(request, emulator), [true, true, true]);
    assertEquals(emulator.webhooks.deliveries, [{
      id: idOf(request) ?? "",
      type: "user.updated",
      url: HOOK,
      attempts: 1,
      status: 200,
      state: "delivered",
      nextAttemptAt: undefined,
    }]);
  });

  it("get it again when they fail, by the emulator's clock, signed anew", async () => {
    const emulator = await withAda();
    const { clock, webhooks } = emulator;
    clock.freeze(Date.UTC(2026, 0, 1));
    const app = makeApp(500, "down", 302, 204);
    webhooks.endpoint(HOOK, { fetch: app.fetch });
    const [first] = await webhooks.send("user.created", DATA);
    assertEquals([first?.state, first?.status], ["pending", 500]);
    assertEquals(first?.nextAttemptAt, clock.now() + 5_000);
    const waits = ["4999ms", "1ms", "299s", "1s", "30m", "10h"] as const;
    const counts: number[] = [];
    for (const wait of waits) {
      clock.advance(wait);
      await webhooks.delivered();
      counts.push(app.got.length);
    }
    assertEquals(counts, [1, 2, 2, 3, 4, 4]);
    const [delivery] = webhooks.deliveries;
    assertEquals([delivery?.state, delivery?.attempts, delivery?.status], [
      "delivered",
      4,
      204,
    ]);
    assertEquals(new Set(app.got.map(idOf)).size, 1);
    const [one, two] = app.got;
    assertEquals(timeOf(two) - timeOf(one), 5);
    const last = app.got.at(-1);
    assert(last);
    clock.advance("-10h");
    const { error } = await verifyWebhook(last, {
      signingSecret: emulator.webhookSecret,
      clock,
    });
    assertEquals(error, undefined);
  });

  it("are given up after eight attempts", async () => {
    const { clock, webhooks } = await withAda();
    const app = makeApp("down");
    webhooks.endpoint(HOOK, { fetch: app.fetch });
    await webhooks.send("user.created", DATA);
    for (let i = 0; i < 20; i++) {
      clock.advance("10h");
      await webhooks.delivered();
    }
    assertEquals(app.got.length, 8);
    const [{ state, nextAttemptAt } = {}] = webhooks.deliveries;
    assertEquals([state, nextAttemptAt], ["failed", undefined]);
  });

  it("are sent nothing more when they are removed", async () => {
    const { clock, webhooks } = await withAda();
    const app = makeApp(500);
    const endpoint = webhooks.endpoint(HOOK, { fetch: app.fetch });
    await webhooks.send("user.created", DATA);
    endpoint.remove();
    clock.advance("1d");
    await webhooks.delivered();
    assertEquals(await webhooks.send("user.created", DATA), []);
    assertEquals(app.got.length, 1);
    assertEquals(webhooks.deliveries[0]?.state, "failed");
  });

  it("stay through a reset, which forgets what is on its way", async () => {
    const emulator = await withAda();
    const app = makeApp(500, 200);
    emulator.webhooks.endpoint(HOOK, { fetch: app.fetch });
    await emulator.webhooks.send("user.created", DATA);
    await emulator.reset();
    assertEquals(emulator.webhooks.deliveries, []);
    emulator.clock.advance("1d");
    await emulator.webhooks.delivered();
    assertEquals(app.got.length, 1);
    await call(emulator, "POST", "/users/user_1/ban");
    await emulator.webhooks.delivered();
    assertEquals(app.got.length, 2);
  });

  it("may have secrets of their own", async () => {
    const emulator = await withAda();
    const signingSecret = (await withAda()).webhookSecret;
    const app = makeApp(200);
    emulator.webhooks.endpoint(HOOK, { signingSecret, fetch: app.fetch });
    await emulator.webhooks.send("user.created", DATA);
    const [request] = app.got;
    assert(request);
    assertEquals(await verifyAll(request.clone(), emulator), [
      false,
      false,
      false,
    ]);
    const { error } = await verifyWebhook(request, { signingSecret });
    assertEquals(error, undefined);
  });

  it("are on this machine, or refused", async () => {
    const { webhooks } = await withAda();
    for (
      const url of [
        "https://example.com/hooks",
        "http://192.168.1.1/",
        "http://127.0.0.1.attacker.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "/hooks",
        "",
      ]
    ) assertThrows(() => webhooks.endpoint(url), TypeError, "this machine");
  });
});

describe("webhooks that are sent by hand", () => {
  it("reach listeners and endpoints, with what is to be wrong", async () => {
    const emulator = await withAda();
    const { webhooks } = emulator;
    const app = makeApp(200);
    webhooks.endpoint(HOOK, { fetch: app.fetch });
    const heard: Request[] = [];
    webhooks.on("user.*", (request) => {
      heard.push(request);
    });
    const cases = [
      [{}, true],
      [{ tamper: true }, false],
      [{ staleBy: "10m" }, false],
      [{ staleBy: -600 }, false],
    ] as const;
    for (const [options, good] of cases) {
      await webhooks.send("user.created", DATA, options);
      for (const request of [heard.pop(), app.got.pop()]) {
        assert(request);
        assertEquals(
          await verifyAll(request, emulator),
          [good, good, good],
          JSON.stringify(options),
        );
      }
    }
    await webhooks.send("organization.created", DATA);
    assertEquals([heard.length, app.got.length], [0, 1]);
  });

  it("are refused by a store when they are replayed, not when sent anew", async () => {
    const emulator = await withAda();
    const { webhooks, clock, webhookSecret: signingSecret } = emulator;
    const store = createMemoryWebhookStore({ clock });
    const codes: (string | undefined)[] = [];
    webhooks.endpoint(HOOK, {
      async fetch(url, init) {
        const request = new Request(url, init);
        const { error } = await verifyWebhook(request, {
          signingSecret,
          clock,
          store,
        });
        codes.push(error?.code);
        // The first attempt fails after it was verified.
        return new Response("", { status: codes.length === 1 ? 500 : 200 });
      },
    });
    await webhooks.send("user.created", DATA);
    clock.advance("5s");
    await webhooks.delivered();
    await webhooks.send("user.created", DATA, { replay: true });
    await webhooks.send("user.created", DATA);
    assertEquals(codes, [
      undefined,
      undefined,
      "webhook-replayed",
      undefined,
    ]);
    await assertRejects(
      () => webhooks.send("user.deleted", DATA, { replay: true }),
      TypeError,
      "replay",
    );
  });

  it("tell once what went wrong with a listener or a secret", async () => {
    const { webhooks } = await withAda();
    const stop = webhooks.on("*", () => {
      throw new Error("endpoint down");
    });
    const send = (options = {}) => webhooks.send("user.created", {}, options);
    await assertRejects(() => send(), Error, "endpoint down");
    stop();
    await assertRejects(() => send({ signingSecret: "whsec_!" }), Error);
    await webhooks.delivered();
  });
});
