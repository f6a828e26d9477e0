import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { beforeAll, describe, it } from "@std/testing/bdd";
import { createEmulator, type Emulator } from "../../emulator.ts";
import { createEmulatorHandler } from "../../emulator_serve.ts";
import { createClerkRequest } from "../../internal.ts";
import { clerkFrontendApiProxy } from "../../proxy.ts";
import { signWebhook, verifyWebhook } from "../../webhooks.ts";

const URL_OF_APP = "https://app.example.com/";
const raw = new Request(URL_OF_APP);

/** What is often given in the place of a Request, by its origin. */
const OTHERS: { readonly [name: string]: unknown } = {
  "nothing": undefined,
  "null": null,
  "an object": {},
  "a promise": Promise.resolve(raw),
  "headers": new Headers(),
  "c.req of Hono": { url: URL_OF_APP, raw, header: () => undefined },
  "the context of Hono": { req: { url: URL_OF_APP, raw }, env: {} },
  "a request of Node": { url: "/", headers: { host: "app.example.com" } },
};

/** A request that is no instance of this realm's Request, but is like one. */
function ofAnotherRealm(request: Request): Request {
  const { url, method, headers, signal } = request;
  const other: object = {
    url,
    method,
    headers,
    signal,
    text: () => request.text(),
    arrayBuffer: () => request.arrayBuffer(),
    body: null,
  };
  return other as Request;
}

describe("what is no Request", () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await createEmulator({ seed: { users: [{ id: "user_1" }] } });
  });

  for (const [name, given] of Object.entries(OTHERS)) {
    const request = given as Request;

    it(`(${name}) is told by verifyWebhook what to pass`, async () => {
      const { error } = await verifyWebhook(request, {
        signingSecret: emulator.webhookSecret,
      });
      const { code, message = "" } = error ?? {};
      assert(code === "webhook-body-unusable" || name.endsWith("Node"));
      if (code === "webhook-body-unusable") {
        assertStringIncludes(message, "Hono: pass c.req.raw");
      }
    });

    it(`(${name}) is answered by the proxy with an error`, async () => {
      const { secretKey, publishableKey } = emulator;
      const keys = { secretKey, publishableKey, env: {} };
      const response = await clerkFrontendApiProxy(request, keys);
      assertEquals([response.status, await response.json()], [500, {
        errors: [{
          code: "proxy_configuration_error",
          message: "Expected a Request.",
        }],
      }]);
    });

    it(`(${name}) is refused by createClerkRequest`, () => {
      assertThrows(
        () => createClerkRequest(request),
        TypeError,
        "expected a Request (c.req.raw of Hono, toWebRequest(req) of Node)",
      );
    });

    it(`(${name}) is refused by the emulator`, async () => {
      const handler = createEmulatorHandler(emulator);
      await assertRejects(
        () => handler(request),
        TypeError,
        "Cannot answer: expected a Request",
      );
      await assertRejects(
        () => emulator.fetch(request),
        TypeError,
        "expected a full URL or a Request",
      );
    });
  }

  it("may be a Request all the same, of another realm", async () => {
    const { apiUrl, secretKey, webhookSecret } = emulator;
    const create = () =>
      ofAnotherRealm(
        new Request(`${apiUrl}/v1/users`, {
          method: "POST",
          headers: { authorization: `Bearer ${secretKey}` },
          body: '{"email_address":["grace@example.com"]}',
        }),
      );
    const statuses = [
      (await emulator.fetch(create())).status,
      (await createEmulatorHandler(emulator)(create())).status,
    ];
    // The address is taken by then.
    assertEquals(statuses, [200, 422]);

    const body = '{"object":"event","type":"user.created","data":{}}';
    const signed = await signWebhook(body, { signingSecret: webhookSecret });
    const headers = { ...signed.result };
    const webhook = new Request(URL_OF_APP, { method: "POST", headers, body });
    const { result } = await verifyWebhook(ofAnotherRealm(webhook), {
      signingSecret: webhookSecret,
    });
    assertEquals(result?.type, "user.created");

    const page = new Request(URL_OF_APP, { headers: { cookie: "a=b" } });
    const { cookies } = createClerkRequest(ofAnotherRealm(page));
    assertEquals(cookies.get("a"), "b");
  });
});
