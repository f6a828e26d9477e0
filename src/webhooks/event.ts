import { isObject, type JsonObject, parseJson } from "../text/json.ts";
import { decodeUtf8 } from "../text/utf8.ts";
import type { WebhookEvent } from "./events/webhook_event.ts";
import { refuse } from "./refuse.ts";

/** Reads the event out of a body whose signature was found good. */
export function parseEvent(body: Uint8Array): WebhookEvent {
  const event = parseJson(decodeUtf8(body) ?? "");
  if (!isEvent(event)) {
    refuse(
      "webhook-payload-invalid",
      "its body is not an event in JSON",
    );
  }
  return event;
}

/** What the sender signed is believed to have the shape that its type says. */
function isEvent(value: unknown): value is WebhookEvent & JsonObject {
  return isObject(value) && typeof value.type === "string" &&
    isObject(value.data);
}
