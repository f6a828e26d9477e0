import { assert } from "@std/assert";
import {
  signWebhook,
  verifyWebhook,
  type VerifyWebhookOptions,
  type WebhookInput,
} from "../../webhooks.ts";

export const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
export const OTHER_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
export const ID = "msg_2mqEMQzC7xYUwYxNKv9wFbLbtXr";

/** What the clock of the tests says, in seconds. */
export const NOW = 1_767_225_600;
export const clock = { now: () => NOW * 1000 + 999 };
export const BODY =
  '{"object":"event","type":"user.created","data":{"id":"user_1","first_name":"Ada"},"timestamp":1767225600000,"instance_id":"ins_1"}';

export interface Signing {
  readonly secret?: string;
  readonly id?: string;
  readonly timestamp?: number;
}

/** The `svix-*` headers of a body. */
export async function headersOf(
  body: string | Uint8Array,
  signing: Signing = {},
): Promise<Record<string, string>> {
  const { secret = SECRET, ...rest } = signing;
  const { result, error } = await signWebhook(body, {
    signingSecret: secret,
    id: ID,
    timestamp: NOW,
    ...rest,
  });
  assert(!error, error?.message);
  return { ...result };
}

/** Verifies with the secret and the clock of the tests. */
export function verify(
  input: WebhookInput,
  options: VerifyWebhookOptions = {},
): ReturnType<typeof verifyWebhook> {
  return verifyWebhook(input, { signingSecret: SECRET, clock, ...options });
}

/** The code of the error, or "accepted". */
export async function outcomeOf(
  input: WebhookInput,
  options: VerifyWebhookOptions = {},
): Promise<string> {
  const { error } = await verify(input, options);
  return error ? error.code : "accepted";
}

/** Hands over what the types do not allow, as JavaScript does. */
export function untyped(value: unknown): never {
  return value as never;
}
