import { assertEquals, assertThrows } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { Webhook as StandardWebhook } from "standardwebhooks";
import { Webhook as Svix } from "svix";
import { signWebhook, verifyWebhook } from "../../webhooks.ts";

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const BODIES = [
  '{"type":"user.created","data":{"id":"user_1"}}',
  JSON.stringify({ type: "user.updated", data: { name: "Zoë 😀 \u2028" } }),
  JSON.stringify({ type: "a", data: { text: "x".repeat(100_000) } }),
];

/** The peers look at the host's clock, so these tests do too. */
function now(): Date {
  return new Date(Math.floor(Date.now() / 1000) * 1000);
}

function headersFrom(
  family: string,
  date: Date,
  signature: string,
): Record<string, string> {
  return {
    [`${family}-id`]: "msg_peer",
    [`${family}-timestamp`]: String(date.getTime() / 1000),
    [`${family}-signature`]: signature,
  };
}

describe("webhooks between this package and its peers", () => {
  it("signed by svix or standardwebhooks are accepted", async () => {
    for (const body of BODIES) {
      const date = now();
      const peers = {
        svix: new Svix(SECRET).sign("msg_peer", date, body),
        webhook: new StandardWebhook(SECRET).sign("msg_peer", date, body),
      };
      for (const [family, signature] of Object.entries(peers)) {
        const headers = headersFrom(family, date, signature);
        const { result } = await verifyWebhook({ body, headers }, {
          signingSecret: SECRET,
        });
        assertEquals<unknown>(result, JSON.parse(body));
      }
    }
  });

  it("signed here are accepted by both, and refused when changed", async () => {
    for (const body of BODIES) {
      const { result } = await signWebhook(body, { signingSecret: SECRET });
      const svix = { ...result };
      const standard = Object.fromEntries(
        Object.entries(svix).map(([k, v]) => [k.replace("svix", "webhook"), v]),
      );
      new Svix(SECRET).verify(body, svix);
      new StandardWebhook(SECRET).verify(body, standard);
      assertThrows(() => new Svix(SECRET).verify(`${body} `, svix));
      assertThrows(() =>
        new StandardWebhook(SECRET).verify(`${body} `, standard)
      );
    }
  });
});
