import { createEmulator } from "../../emulator.ts";
import { signWebhook, verifyWebhook } from "../../webhooks.ts";
import { type Cases, same } from "./same.ts";

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const BODY = '{"object":"event","type":"user.deleted","data":{"id":"user_1"}}';

/** A signed webhook as a request. */
async function makeRequest(
  body: string,
  sent: string = body,
): Promise<Request> {
  const { result, error } = await signWebhook(body, { signingSecret: SECRET });
  if (error) throw error;
  return new Request("https://example.com/webhooks", {
    method: "POST",
    body: sent,
    headers: { ...result, "content-type": "application/json" },
  });
}

export const webhookCases: Cases = {
  async "webhooks: a signed request is read"() {
    const { result, error } = await verifyWebhook(await makeRequest(BODY), {
      signingSecret: SECRET,
    });
    if (error) throw error;
    same([result.type, result.data.id], ["user.deleted", "user_1"]);
  },

  async "webhooks: another body under the same signature is refused"() {
    const request = await makeRequest(BODY, BODY.replace("user_1", "user_2"));
    const { error } = await verifyWebhook(request, { signingSecret: SECRET });
    same(error?.code, "webhook-signature-invalid");
  },

  async "webhooks: the secret comes from an environment that is handed over"() {
    const env = { CLERK_WEBHOOK_SIGNING_SECRET: SECRET };
    const { error } = await verifyWebhook(await makeRequest(BODY), { env });
    if (error) throw error;
  },

  async "webhooks: without a secret and an environment there is an error"() {
    const { error } = await verifyWebhook(await makeRequest(BODY), { env: {} });
    same(error?.code, "webhook-secret-missing");
  },

  async "webhooks: the emulator's are verified, stale ones refused"() {
    const emulator = await createEmulator();
    const options = {
      signingSecret: emulator.webhookSecret,
      clock: emulator.clock,
    };
    const data = { id: "user_1" };
    const good = await emulator.webhooks.sign("user.created", data);
    same((await verifyWebhook(good, options)).result?.type, "user.created");
    const stale = await emulator.webhooks.sign("user.created", data, {
      staleBy: 600,
    });
    same(
      (await verifyWebhook(stale, options)).error?.code,
      "webhook-timestamp-too-old",
    );
  },
};
