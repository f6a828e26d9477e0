import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { afterAll, beforeAll, describe, it } from "@std/testing/bdd";
import { verifyWebhook } from "../../compat/webhooks.ts";
import * as official from "./official.ts";
import { observe } from "./outcome.ts";
import { NOW } from "./tokens.ts";

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const BODY = JSON.stringify({
  object: "event",
  type: "user.created",
  data: { id: "user_1", first_name: "Zoë" },
  timestamp: 5,
  instance_id: "ins_1",
  event_attributes: { http_request: { client_ip: "1", user_agent: "x" } },
});

async function sign(id: string, time: string, body: string): Promise<string> {
  const secret = Uint8Array.from(atob(SECRET.slice(6)), (c) => c.charCodeAt(0));
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", secret, hmac, false, [
    "sign",
  ]);
  const bytes = new TextEncoder().encode(`${id}.${time}.${body}`);
  const mac = await crypto.subtle.sign("HMAC", key, bytes);
  return `v1,${btoa(String.fromCharCode(...new Uint8Array(mac)))}`;
}

interface Case {
  /** What it is signed with, and sent with unless `headers` say otherwise. */
  readonly id?: string;
  readonly time?: string;
  readonly body?: string;
  /** What is sent instead; undefined takes the header away. */
  readonly headers?: { readonly [name: string]: string | undefined };
  readonly signature?: (good: string) => string;
  readonly secret?: string | undefined;
  readonly noSecret?: true;
  /** The departure of docs/compat.md by which the two sides differ. */
  readonly departs?: string;
}

const CASES: { readonly [name: string]: Case } = {
  "a good one": {},
  "a fraction of a second": { headers: { "svix-timestamp": `${NOW}.123` } },
  "a fraction that is signed": { time: `${NOW}.123` },
  "300 s ago": { time: `${NOW - 300}` },
  "301 s ago": { time: `${NOW - 301}` },
  "300 s ahead": { time: `${NOW + 300}` },
  "301 s ahead": { time: `${NOW + 301}` },
  "no time": { headers: { "svix-timestamp": "abc" } },
  "a time in exponents": {
    headers: { "svix-timestamp": "1e9" },
    departs: "strict-timestamps",
  },
  "a time with letters": {
    headers: { "svix-timestamp": `${NOW}abc` },
    departs: "strict-timestamps",
  },
  "a time with a sign": {
    headers: { "svix-timestamp": `+${NOW}` },
    departs: "strict-timestamps",
  },
  "a negative time": {
    headers: { "svix-timestamp": "-5" },
    departs: "strict-timestamps",
  },
  "no headers": {
    headers: {
      "svix-id": undefined,
      "svix-timestamp": undefined,
      "svix-signature": undefined,
    },
  },
  "no id": { headers: { "svix-id": undefined } },
  "an empty id": { headers: { "svix-id": "" } },
  "a blank id": { headers: { "svix-id": "  " } },
  "no signature": { headers: { "svix-signature": undefined } },
  "no time header": { headers: { "svix-timestamp": undefined } },
  "headers of the other family": {
    headers: {
      "svix-id": undefined,
      "svix-timestamp": undefined,
      "svix-signature": undefined,
      "webhook-id": "msg_1",
      "webhook-timestamp": `${NOW}`,
      "webhook-signature": "v1,AAAA",
    },
  },
  "both families, the other one wrong": {
    headers: {
      "webhook-id": "other",
      "webhook-timestamp": "1",
      "webhook-signature": "v1,AAAA",
    },
  },
  "a wrong signature": { signature: () => "v1,AAAA" },
  "an empty signature of version 1": { signature: () => "v1," },
  "another version": { signature: (good) => good.replace("v1", "v2") },
  "no version": { signature: (good) => good.slice(3) },
  "several signatures": { signature: (good) => `v1,AAAA v1a,b ${good}` },
  "the good signature first": { signature: (good) => `${good} v1,AAAA` },
  "twenty wrong signatures": {
    signature: (good) => `${"v1,AAAA ".repeat(20)}${good}`,
    departs: "few-signatures",
  },
  "doubled signature headers": {
    signature: (good) => `v1,AAAA, ${good}`,
    departs: "doubled-headers",
  },
  "an id with a dot": { id: "a.b", departs: "strict-ids" },
  "a changed body": { body: `${BODY} `, signature: () => "v1,AAAA" },
  "another secret": { secret: "whsec_AAAA" },
  "a secret without its prefix": { secret: SECRET.slice(6) },
  "a secret with white space": {
    secret: ` ${SECRET}\n`,
    departs: "tolerant-keys",
  },
  "a secret that is not base64": {
    secret: "whsec_!!!",
    departs: "host-texts",
  },
  "an empty secret": { secret: "" },
  "no secret": { noSecret: true },
  "neither a secret nor a header": {
    noSecret: true,
    headers: { "svix-id": undefined, "svix-timestamp": undefined },
  },
  "a body that is no JSON": { body: "{", departs: "host-texts" },
  "a body that is null": { body: "null", departs: "host-texts" },
  "a body that is a list": { body: "[]", departs: "events-only" },
  "a body without type": { body: "{}", departs: "events-only" },
  "an event of an unknown type": {
    body:
      '{"object":"event","type":"x.y","data":{},"timestamp":1,"instance_id":"ins_1","event_attributes":{}}',
  },
  "an event with more members": {
    body: '{"object":"event","type":"user.created","data":{},"more":1}',
    departs: "whole-events",
  },
};

async function requestOf(given: Case): Promise<Request> {
  const { id = "msg_1", time = `${NOW}`, body = BODY } = given;
  const good = await sign(id, time, body);
  const all = {
    "svix-id": id,
    "svix-timestamp": time,
    "svix-signature": given.signature?.(good) ?? good,
    ...given.headers,
  };
  const headers = Object.entries(all).filter(([, value]) =>
    value !== undefined
  ) as [string, string][];
  const url = "https://example.com/webhooks";
  return new Request(url, { method: "POST", headers, body });
}

describe("compat webhooks agree with the official package", () => {
  const hostNow = Date.now;
  beforeAll(() => {
    Date.now = () => NOW * 1000;
  });
  afterAll(() => {
    Date.now = hostNow;
  });

  for (const [name, given] of Object.entries(CASES)) {
    const { departs, noSecret, secret = SECRET } = given;
    it(departs ? `${name} (departs: ${departs})` : name, async () => {
      const options = noSecret ? {} : { signingSecret: secret };
      const theirRequest = await requestOf(given);
      const ourRequest = await requestOf(given);
      const theirs = await observe(
        () => official.verifyWebhook(theirRequest, options),
        {},
      );
      const ours = await observe(() => verifyWebhook(ourRequest, options), {});
      if (!departs) return assertEquals(ours, theirs);
      assertNotEquals(ours, theirs, "This case departs no more");
      const accepts = departs === "tolerant-keys" || departs === "whole-events";
      assertEquals("value" in ours, accepts);
      if ("kind" in ours) assertEquals(ours.kind, "Error");
    });
  }

  it("what stands in for a request, and has its text alone", async () => {
    const given = await requestOf({});
    const { headers } = given;
    const body = await given.text();
    const request = { headers, text: () => Promise.resolve(body) } as Partial<
      Request
    > as Request;
    const options = { signingSecret: SECRET };
    const theirs = await observe(
      () => official.verifyWebhook(request, options),
      {},
    );
    const ours = await observe(() => verifyWebhook(request, options), {});
    assertEquals(ours, theirs);
  });

  it("throws errors that are plain and have a cause", async () => {
    const request = await requestOf({ signature: () => "v1,AAAA" });
    try {
      await verifyWebhook(request, { signingSecret: SECRET });
    } catch (error) {
      assert(error instanceof Error);
      assertEquals(Object.getPrototypeOf(error), Error.prototype);
      assert(error.cause instanceof Error);
      return;
    }
    throw new Error("It accepted a wrong signature");
  });
});
