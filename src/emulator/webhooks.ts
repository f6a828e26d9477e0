import { isObject, type JsonObject } from "../text/json.ts";
import type { EmulatorClock } from "./clock.ts";
import { refuseMisspeltPattern, refuseMisspeltType } from "./event_type.ts";
import { matchesGlob } from "./glob.ts";
import { checkOptionNames } from "./option_names.ts";
import {
  createEndpoints,
  type EndpointBook,
  type EndpointOptions,
  type WebhookDelivery,
  type WebhookEndpoint,
} from "./webhook_endpoints.ts";
import {
  type EmulatedEvent,
  makeEvent,
  makeMessageId,
  makeRequest,
  type Message,
  type SendOptions,
  signMessage,
  type SignOptions,
} from "./webhook_message.ts";

/** Gets a signed webhook, as an endpoint does, and the event that is in it. */
export type WebhookListener = (
  request: Request,
  event: EmulatedEvent,
) => unknown;

/** Signs webhooks, and tells of changes by webhooks. */
export interface EmulatorWebhooks {
  /**
   * What went to endpoints and how far it came: the last thousand, the oldest
   * first.
   */
  readonly deliveries: readonly WebhookDelivery[];
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
   * and `organizationMembership.deleted`, and for what `send` sends.
   *
   * @param pattern The type; `*` stands for any text, as in `user.*`.
   * @param listener Gets each webhook, signed.
   * @returns Stops listening.
   */
  on(pattern: string, listener: WebhookListener): () => void;
  /**
   * Has the same sent to an endpoint over HTTP. What it does not answer with a
   * 2xx is sent again as Svix does, signed anew: 5 seconds later, then 5 and 30
   * minutes, 2, 5, 10 and 10 hours, by the emulator's clock.
   *
   * @param url Where it is: on this machine.
   * @param options What it gets, and how.
   * @returns A way to remove it.
   * @throws {TypeError} When it is not on this machine.
   */
  endpoint(url: string, options?: EndpointOptions): WebhookEndpoint;
  /**
   * Sends a webhook of your own making to all who listen for its type, and
   * waits until they have it; so a listener must not wait for it.
   *
   * @param type What happened, such as `user.created`.
   * @param data What it happened to.
   * @param options What is to be wrong with it.
   * @returns What came of it at each endpoint.
   * @throws What a listener threw.
   */
  send(
    type: string,
    data: object,
    options?: SendOptions,
  ): Promise<readonly WebhookDelivery[]>;
  /**
   * Waits until all listeners and endpoints have had their webhooks, and what
   * is due by the emulator's clock has been sent again.
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
  /** Forgets what is on its way; who listens stays. */
  clear(): void;
}

/** Makes the desk that signs and sends. */
export function createWebhooks(
  secret: string,
  instanceId: string,
  clock: EmulatorClock,
): WebhookDesk {
  const endpoints = createEndpoints(clock);
  const last = new Map<string, Message>();
  const make = createMaker(last, secret, clock);
  const note = (type: string, data: object) =>
    structuredClone(makeEvent(type, { ...data }, instanceId, clock.now()));
  const mail = createMail(endpoints, make);
  return {
    emit(type, data) {
      if (mail.hasReaders()) mail.post(note(type, data), {});
    },
    clear() {
      endpoints.clear();
      last.clear();
    },
    api: {
      get deliveries() {
        return endpoints.deliveries;
      },
      on: mail.on,
      delivered: mail.delivered,
      endpoint: (url, options = {}) => endpoints.add(url, options),
      async send(type, data, options = {}) {
        checkMessage(type, data, options, SEND);
        const sent = mail.post(note(type, data), options);
        await mail.delivered();
        return await sent;
      },
      async sign(type, data, options = {}) {
        checkMessage(type, data, options, [...SEND, "url"]);
        return makeRequest(await make(note(type, data), options), options.url);
      },
    },
  };
}

const SEND: readonly (keyof SendOptions)[] = [
  "tamper",
  "staleBy",
  "replay",
  "id",
  "signingSecret",
];

function checkMessage(
  type: unknown,
  data: unknown,
  options: object,
  names: readonly string[],
): void {
  refuseMisspeltType(type);
  if (!isObject(data)) {
    throw new TypeError(
      `Cannot make the webhook "${type}": expected an object as its data.`,
    );
  }
  checkOptionNames(options, names, `make the webhook "${type}"`);
}

/** Signs an event, or takes the last message of its type. */
function createMaker(
  last: Map<string, Message>,
  secret: string,
  clock: EmulatorClock,
): Make {
  return async (event, options) => {
    if (options.replay) return requireLast(last, event.type);
    const message = await signMessage(event, options, secret, clock);
    last.set(event.type, message);
    return message;
  };
}

function requireLast(
  last: ReadonlyMap<string, Message>,
  type: string,
): Message {
  const message = last.get(type);
  if (message) return message;
  throw new TypeError(
    `Cannot replay the webhook "${type}": none of this type was sent before.`,
  );
}

/** Makes the message of an event. */
type Make = (event: EmulatedEvent, options: SendOptions) => Promise<Message>;

interface Mail extends Pick<EmulatorWebhooks, "on" | "delivered"> {
  /** Whether anybody listens at all. */
  hasReaders(): boolean;
  /** Brings an event to who listens. */
  post(
    event: EmulatedEvent,
    options: SendOptions,
  ): Promise<readonly WebhookDelivery[]>;
}

/** Brings events one after the other, in the order of changes. */
function createMail(
  endpoints: EndpointBook,
  make: Make,
): Mail {
  const listeners = new Set<readonly [string, WebhookListener]>();
  const failures = createFailures();
  let queue: Promise<unknown> = Promise.resolve();
  const deliver = async (event: EmulatedEvent, options: SendOptions) => {
    const message = await make(event, { id: makeMessageId(), ...options });
    await tell(listeners, event, message, failures);
    await endpoints.retry();
    return await endpoints.send(
      event,
      message.id,
      (id, secret = options.signingSecret) =>
        options.replay
          ? Promise.resolve(message)
          : make(event, { ...options, id, signingSecret: secret }),
    );
  };
  return {
    on(pattern, listener) {
      refuseMisspeltPattern(pattern);
      return enlist(listeners, [pattern, listener]);
    },
    async delivered() {
      await queue;
      await (queue = queue.then(endpoints.retry));
      failures.throwFirst();
    },
    hasReaders: () => listeners.size + endpoints.size > 0,
    post(event, options) {
      const sent = queue.then(() => deliver(event, options));
      queue = sent.catch(failures.note);
      return sent;
    },
  };
}

/** What listeners threw that nobody asked for yet: the first of it is enough. */
interface Failures {
  note(error: unknown): void;
  throwFirst(): void;
}

function createFailures(): Failures {
  let first: { readonly error: unknown } | undefined;
  return {
    note(error) {
      first ??= { error };
    },
    throwFirst() {
      const failure = first;
      first = undefined;
      if (failure) throw failure.error;
    },
  };
}

/** Adds a listener, and gives how to take it away. */
function enlist(
  listeners: Set<readonly [string, WebhookListener]>,
  entry: readonly [string, WebhookListener],
): () => void {
  listeners.add(entry);
  return () => {
    listeners.delete(entry);
  };
}

async function tell(
  listeners: ReadonlySet<readonly [string, WebhookListener]>,
  event: EmulatedEvent,
  message: Message,
  failures: Failures,
): Promise<void> {
  for (const [pattern, listener] of [...listeners]) {
    if (!matchesGlob(pattern, event.type)) continue;
    try {
      await listener(makeRequest(message), event);
    } catch (error) {
      failures.note(error);
    }
  }
}
