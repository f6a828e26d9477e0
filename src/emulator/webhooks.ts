import type { JsonObject } from "../text/json.ts";
import { signWebhook } from "../webhooks/sign.ts";
import type { EmulatorClock } from "./clock.ts";
import { type Duration, parseDuration } from "./duration.ts";
import { matchesGlob } from "./glob.ts";
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
export interface SignOptions {
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
  /** Where it is sent to; `http://127.0.0.1/webhooks` by default. */
  readonly url?: string | undefined;
}

/** Gets a signed webhook, as an endpoint does, and the event that is in it. */
export type WebhookListener = (
  request: Request,
  event: EmulatedEvent,
) => unknown;

/** Signs webhooks, and tells of changes by webhooks. */
export interface EmulatorWebhooks {
  /**
   * Makes a signed webhook, as Clerk would send it.
   *
   * @param type What happened, such as `user.created`.
   * @param data What it happened to.
   * @param options What is to be wrong with it.
   * @returns The request, ready for an endpoint or a verifier.
   */
  sign(
    type: string,
    data: object,
    options?: SignOptions,
  ): Promise<Request>;
  /**
   * Listens for what the emulator's own changes cause, such as `user.created`
   * and `organizationMembership.deleted`.
   *
   * @param pattern The type; `*` stands for any text, as in `user.*`.
   * @param listener Gets each webhook, signed.
   * @returns Stops listening.
   */
  on(pattern: string, listener: WebhookListener): () => void;
  /**
   * Waits until all listeners have had their webhooks.
   *
   * @throws What a listener threw since the last call.
   */
  delivered(): Promise<void>;
}

/** Webhooks, and the way for changes to cause them. */
export interface WebhookDesk {
  /** What users see. */
  readonly api: EmulatorWebhooks;
  /** Sends an event to who listens. */
  emit(type: string, data: JsonObject): void;
}

interface Sent {
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

/** Makes the desk that signs and sends. */
export function createWebhooks(
  secret: string,
  instanceId: string,
  clock: EmulatorClock,
): WebhookDesk {
  const last = new Map<string, Sent>();
  const send = async (event: EmulatedEvent, options: SignOptions) => {
    const sent = await prepare(event, options, secret, clock);
    last.set(event.type, sent);
    return sent;
  };
  const note = (type: string, data: JsonObject) =>
    makeEvent(type, data, instanceId, clock.now());
  const mail = createMail((event) => send(event, {}));
  return {
    emit: (type, data) => mail.post(() => note(type, data)),
    api: {
      on: mail.on,
      delivered: mail.delivered,
      async sign(type, data, options = {}) {
        const again = options.replay ? last.get(type) : undefined;
        if (options.replay && !again) {
          throw new TypeError(
            `Cannot replay the webhook "${type}": none of this type was sent before.`,
          );
        }
        return makeRequest(
          again ?? await send(note(type, { ...data }), options),
        );
      },
    },
  };
}

interface Mail extends Pick<EmulatorWebhooks, "on" | "delivered"> {
  /** Sends an event, when anybody listens at all. */
  post(make: () => EmulatedEvent): void;
}

/** Brings events to listeners one after the other, in the order of changes. */
function createMail(send: (event: EmulatedEvent) => Promise<Sent>): Mail {
  const listeners = new Set<readonly [string, WebhookListener]>();
  const failures: unknown[] = [];
  let queue: Promise<void> = Promise.resolve();
  const deliver = async (event: EmulatedEvent) => {
    const sent = await send(event);
    for (const [pattern, listener] of [...listeners]) {
      if (!matchesGlob(pattern, event.type)) continue;
      try {
        await listener(makeRequest(sent), event);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  return {
    on(pattern, listener) {
      const entry = [pattern, listener] as const;
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
      };
    },
    async delivered() {
      await queue;
      const [failure] = failures.splice(0);
      if (failure !== undefined) throw failure;
    },
    post(make) {
      if (listeners.size === 0) return;
      const event = structuredClone(make());
      queue = queue.then(() => deliver(event));
    },
  };
}

function makeEvent(
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

async function prepare(
  event: EmulatedEvent,
  options: SignOptions,
  signingSecret: string,
  clock: EmulatorClock,
): Promise<Sent> {
  const { id = `msg_${randomText(27)}`, staleBy = 0, tamper } = options;
  const body = JSON.stringify(event);
  const { result, error } = await signWebhook(body, {
    signingSecret: options.signingSecret ?? signingSecret,
    id,
    timestamp: Math.floor(clock.now() / 1_000 - readSeconds(staleBy)),
  });
  if (error) throw error;
  return {
    url: options.url ?? "http://127.0.0.1/webhooks",
    headers: { "content-type": "application/json", ...result },
    body: tamper ? JSON.stringify({ ...event, tampered: true }) : body,
  };
}

function readSeconds(duration: Duration): number {
  return parseDuration(duration) / (typeof duration === "number" ? 1 : 1_000);
}

function makeRequest({ url, headers, body }: Sent): Request {
  return new Request(url, { method: "POST", headers, body });
}
