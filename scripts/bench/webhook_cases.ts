import { Webhook as StandardWebhook } from "standardwebhooks";
import { Webhook as Svix } from "svix";
import { verifyWebhook as officialVerifyWebhook } from "@clerk/backend/webhooks";
import { createWebhookVerifier, verifyWebhook } from "../../webhooks.ts";
import type { Contestant } from "./measure.ts";

const HMAC = { name: "HMAC", hash: "SHA-256" };
const utf8 = new TextEncoder();

/** An event whose body has about so many bytes. */
function eventBody(size: number): string {
  const filler: string[] = [];
  while (JSON.stringify(filler).length < size - 180) {
    filler.push(`value ${filler.length} of this event`);
  }
  return JSON.stringify({
    data: { id: "user_1", object: "user", first_name: "Ada", filler },
    object: "event",
    type: "user.updated",
    timestamp: Date.now(),
    instance_id: "ins_1",
  });
}

/** Verifiers of a webhook with a body of about so many bytes. */
export async function webhookContestants(
  size: number,
): Promise<readonly Contestant[]> {
  const raw = crypto.getRandomValues(new Uint8Array(24));
  const secret = `whsec_${btoa(String.fromCharCode(...raw))}`;
  const body = eventBody(size);
  const id = "msg_2aBcDeFgHiJkLmNoPqRsTuVwXyZ";
  const timestamp = String(Math.floor(Date.now() / 1000));
  const data = utf8.encode(`${id}.${timestamp}.${body}`);
  const key = await crypto.subtle.importKey("raw", raw, HMAC, false, [
    "sign",
    "verify",
  ]);
  const mac = new Uint8Array(await crypto.subtle.sign(HMAC, key, data));
  const headers = {
    "svix-id": id,
    "svix-timestamp": timestamp,
    "svix-signature": `v1,${btoa(String.fromCharCode(...mac))}`,
  };
  const standardHeaders = Object.fromEntries(
    Object.entries(headers).map(([n, v]) => [n.replace("svix", "webhook"), v]),
  );
  const verifier = createWebhookVerifier({ signingSecret: secret });
  const standard = new StandardWebhook(secret);
  const svix = new Svix(secret);
  const request = () =>
    new Request("https://app.example.com/hook", {
      method: "POST",
      body,
      headers,
    });
  const isEvent = (outcome: unknown) =>
    JSON.stringify(outcome).includes("user.updated");
  return [
    {
      name: "crypto.subtle.verify HMAC, kept key",
      run: () => crypto.subtle.verify(HMAC, key, mac, data),
      holds: (outcome) => outcome === true,
    },
    {
      name: "the same, encoding and JSON.parse",
      run: async () => {
        const content = utf8.encode(`${id}.${timestamp}.${body}`);
        return await crypto.subtle.verify(HMAC, key, mac, content) &&
          JSON.parse(body);
      },
      holds: isEvent,
    },
    {
      name: "isoclerk createWebhookVerifier",
      run: () => verifier.verify({ body, headers }),
      holds: isEvent,
    },
    {
      name: "isoclerk verifyWebhook",
      run: () => verifyWebhook({ body, headers }, { signingSecret: secret }),
      holds: isEvent,
    },
    {
      name: "standardwebhooks",
      run: () => standard.verify(body, standardHeaders),
      holds: isEvent,
    },
    {
      name: "svix",
      // It throws or gives nothing; reading the event is left to the caller.
      run: () => svix.verify(body, headers) ?? JSON.parse(body),
      holds: isEvent,
    },
    {
      name: "isoclerk verifyWebhook of a Request",
      run: () => verifyWebhook(request(), { signingSecret: secret }),
      holds: isEvent,
    },
    {
      name: "@clerk/backend verifyWebhook of a Request",
      run: () => officialVerifyWebhook(request(), { signingSecret: secret }),
      holds: isEvent,
    },
  ];
}
