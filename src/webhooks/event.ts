import { isObject, type JsonObject, parseJson } from "../text/json.ts";
import { decodeUtf8 } from "../text/utf8.ts";
import type { WebhookEvent } from "./events/webhook_event.ts";
import { refuse } from "./refuse.ts";

/** Reads the event out of a body whose signature was found good. */
export function parseEvent(body: Uint8Array): WebhookEvent {
  const text = decodeUtf8(body);
  const event = text === undefined ? undefined : parseJson(text);
  if (!isEvent(event)) {
    refuse(
      "webhook-payload-invalid",
      'its body is not JSON in UTF-8 with a string "type" and an object "data"',
    );
  }
  return event;
}

/** What the sender signed is believed to have the shape that its type says. */
function isEvent(value: unknown): value is WebhookEvent & JsonObject {
  return isObject(value) && typeof value.type === "string" &&
    isObject(value.data);
}
