import type { JsonObject } from "../text/json.ts";
import { signWebhook } from "../webhooks/sign.ts";
import type { EmulatorClock } from "./clock.ts";
import { type Duration, parseDuration } from "./duration.ts";
import { randomText } from "./ids.ts";

/** An event as Clerk sends it. */
export interface EmulatedEvent {
  /** What this is. */
  readonly object: "event";
  /** What happened, such as `user.created`. */
  readonly type: string;
  /** What it happened to. */
  readonly data: JsonObject;
  /** When it happened, in milliseconds since 1970. */
  readonly timestamp: number;
  /** The instance that it happened in. */
  readonly instance_id: string;
  /** The request that made it happen. */
  readonly event_attributes: {
    /** Where the request came from. */
    readonly http_request: {
      /** The address. */
      readonly client_ip: string;
      /** The program. */
      readonly user_agent: string;
    };
  };
}

/** What may be wrong with a webhook, to see that it is refused. */
export interface SendOptions {
  /** Changes the body after it was signed. */
  readonly tamper?: boolean | undefined;
  /**
   * Signs it so long ago, in the future when negative: a number of seconds, or
   * text such as `"10m"`.
   */
  readonly staleBy?: Duration | undefined;
  /** Sends the last webhook of this type again, to the letter. */
  readonly replay?: boolean | undefined;
  /** The id of the message; a new one by default. */
  readonly id?: string | undefined;
  /** The secret to sign with; the emulator's by default. */
  readonly signingSecret?: string | undefined;
}

/** What may be said about a webhook that is only signed, not sent. */
export interface SignOptions extends SendOptions {
  /** Where it is sent to; `http://127.0.0.1/webhooks` by default. */
  readonly url?: string | undefined;
}

/** A message as it goes over the wire. */
export interface Message {
  /** Its id, which a repetition has too. */
  readonly id: string;
  /** The headers, with the signature. */
  readonly headers: { readonly [name: string]: string };
  /** The body. */
  readonly body: string;
}

/** Makes an event. */
export function makeEvent(
  type: string,
  data: JsonObject,
  instanceId: string,
  timestamp: number,
): EmulatedEvent {
  const request = { client_ip: "127.0.0.1", user_agent: "isoclerk-emulator" };
  return {
    object: "event",
    type,
    data,
    timestamp,
    instance_id: instanceId,
    event_attributes: { http_request: request },
  };
}

/** Makes a new id of a message. */
export function makeMessageId(): string {
  return `msg_${randomText(27)}`;
}

/** Signs an event as of now. */
export async function signMessage(
  event: EmulatedEvent,
  options: SendOptions,
  signingSecret: string,
  clock: EmulatorClock,
): Promise<Message> {
  const { id = makeMessageId(), staleBy = 0, tamper } = options;
  const body = JSON.stringify(event);
  const { result, error } = await signWebhook(body, {
    signingSecret: options.signingSecret ?? signingSecret,
    id,
    timestamp: Math.floor(clock.now() / 1_000 - readSeconds(staleBy)),
  });
  if (error) throw error;
  return {
    id,
    headers: { "content-type": "application/json", ...result },
    body: tamper ? JSON.stringify({ ...event, tampered: true }) : body,
  };
}

function readSeconds(duration: Duration): number {
  return parseDuration(duration) / (typeof duration === "number" ? 1 : 1_000);
}

/** Makes the request that brings a message. */
export function makeRequest(
  { headers, body }: Message,
  url: string = "http://127.0.0.1/webhooks",
): Request {
  return new Request(url, { method: "POST", headers, body });
}
