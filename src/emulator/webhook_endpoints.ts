import { withDeadline } from "../platform/deadline.ts";
import { type Fetch, systemFetch } from "../platform/fetch.ts";
import type { EmulatorClock } from "./clock.ts";
import { refuseMisspeltPattern } from "./event_type.ts";
import { matchesGlob } from "./glob.ts";
import { checkOptionNames } from "./option_names.ts";
import type { EmulatedEvent, Message } from "./webhook_message.ts";
import { checkTarget } from "./webhook_target.ts";

/** What may be said about an endpoint. */
export interface EndpointOptions {
  /** The types that it gets; all by default. `*` stands for any text. */
  readonly events?: string | readonly string[] | undefined;
  /** The secret to sign with; the emulator's by default. */
  readonly signingSecret?: string | undefined;
  /** What sends the requests; the host's `fetch` by default. */
  readonly fetch?: Fetch | undefined;
}

/** An endpoint that gets webhooks. */
export interface WebhookEndpoint {
  /** Where it is. */
  readonly url: string;
  /** Sends it nothing any more, and gives up what it has not got yet. */
  remove(): void;
}

/** A webhook on its way to an endpoint. */
export interface WebhookDelivery {
  /** The id of the message: the same at each attempt. */
  readonly id: string;
  /** What happened, such as `user.created`. */
  readonly type: string;
  /** Where it goes. */
  readonly url: string;
  /** How often it was sent. */
  readonly attempts: number;
  /** The status of the last answer; undefined when none came. */
  readonly status: number | undefined;
  /**
   * Whether the endpoint has it (any 2xx), will get it again, or was given up
   * after eight attempts.
   */
  readonly state: "delivered" | "pending" | "failed";
  /** When it is sent next, in milliseconds since 1970, while it is pending. */
  readonly nextAttemptAt: number | undefined;
}

/** Makes the message of an attempt: signed anew, with the id of the first. */
export type MakeMessage = (
  id: string,
  signingSecret: string | undefined,
) => Promise<Message>;

/** The endpoints, and what is on its way to them. */
export interface EndpointBook {
  /** How many endpoints there are. */
  readonly size: number;
  /** The last thousand deliveries, the oldest first. */
  readonly deliveries: readonly WebhookDelivery[];
  /** Adds an endpoint. */
  add(url: string, options: EndpointOptions): WebhookEndpoint;
  /** Sends an event to the endpoints that want it. */
  send(
    event: EmulatedEvent,
    id: string,
    make: MakeMessage,
  ): Promise<readonly WebhookDelivery[]>;
  /** Sends again what is due. */
  retry(): Promise<void>;
  /** Forgets what was and is on its way. */
  clear(): void;
}

interface Endpoint {
  readonly url: string;
  readonly patterns: readonly string[];
  readonly signingSecret: string | undefined;
  readonly fetch: Fetch;
}

interface Underway {
  readonly endpoint: Endpoint;
  readonly make: MakeMessage;
  /** Whether an attempt has not ended yet. */
  isOut: boolean;
  shown: WebhookDelivery;
}

/** How long after each attempt the next is made, in milliseconds, as Svix does. */
const SCHEDULE: readonly number[] = [
  5_000,
  300_000,
  1_800_000,
  7_200_000,
  18_000_000,
  36_000_000,
  36_000_000,
];

/** How long an endpoint may take to answer, in milliseconds of real time. */
const PATIENCE = 15_000;

/** How many deliveries are remembered. */
const LENGTH = 1_000;

/** Makes an empty book of endpoints. */
export function createEndpoints(clock: EmulatorClock): EndpointBook {
  const endpoints = new Set<Endpoint>();
  const underway: Underway[] = [];
  const attempt = (each: Underway) => attemptDelivery(each, clock);
  return {
    get size() {
      return endpoints.size;
    },
    get deliveries() {
      return underway.map(({ shown }) => shown);
    },
    add(url, options) {
      const endpoint = readEndpoint(url, options);
      endpoints.add(endpoint);
      return {
        url: endpoint.url,
        remove() {
          endpoints.delete(endpoint);
          for (const each of underway) giveUp(each, endpoint);
        },
      };
    },
    async send(event, id, make) {
      const begun = [...endpoints].filter(({ patterns }) =>
        patterns.some((pattern) => matchesGlob(pattern, event.type))
      ).map((endpoint) => begin(endpoint, event, id, make));
      underway.push(...begun);
      underway.splice(0, underway.length - LENGTH);
      await Promise.all(begun.map(attempt));
      return begun.map(({ shown }) => shown);
    },
    async retry() {
      const due = underway.filter((each) => isDue(each, clock.now()));
      await Promise.all(due.map(attempt));
    },
    clear() {
      underway.length = 0;
    },
  };
}

function isDue({ isOut, shown }: Underway, now: number): boolean {
  return !isOut && shown.state === "pending" &&
    (shown.nextAttemptAt ?? now) <= now;
}

const NAMES: readonly (keyof EndpointOptions)[] = [
  "events",
  "signingSecret",
  "fetch",
];

function readEndpoint(url: string, options: EndpointOptions): Endpoint {
  checkOptionNames(options, NAMES, "add the endpoint");
  const { events = "*", signingSecret, fetch = systemFetch } = options;
  const patterns = typeof events === "string" ? [events] : [...events];
  patterns.forEach(refuseMisspeltPattern);
  return { url: checkTarget(url), patterns, signingSecret, fetch };
}

function begin(
  endpoint: Endpoint,
  { type }: EmulatedEvent,
  id: string,
  make: MakeMessage,
): Underway {
  const shown: WebhookDelivery = {
    id,
    type,
    url: endpoint.url,
    attempts: 0,
    status: undefined,
    state: "pending",
    nextAttemptAt: undefined,
  };
  return { endpoint, make, isOut: false, shown };
}

async function attemptDelivery(
  each: Underway,
  clock: EmulatorClock,
): Promise<void> {
  const { endpoint, make, shown: { id, attempts } } = each;
  each.isOut = true;
  const { headers, body } = await make(id, endpoint.signingSecret);
  const status = await post(endpoint, headers, body);
  each.isOut = false;
  if (each.shown.state === "failed") return;
  const isDone = status !== undefined && status >= 200 && status < 300;
  const wait = SCHEDULE[attempts];
  each.shown = {
    ...each.shown,
    attempts: attempts + 1,
    status,
    state: isDone ? "delivered" : wait === undefined ? "failed" : "pending",
    nextAttemptAt: isDone || wait === undefined
      ? undefined
      : clock.now() + wait,
  };
}

/** Sends it, and gives the status; undefined when no answer came in time. */
async function post(
  { url, fetch }: Endpoint,
  headers: Message["headers"],
  body: string,
): Promise<number | undefined> {
  try {
    return await withDeadline(PATIENCE, undefined, async (signal) => {
      const response = await fetch(url, {
        method: "POST",
        headers,
        body,
        redirect: "manual",
        signal,
      });
      await response.body?.cancel();
      return response.status;
    });
  } catch {
    return undefined;
  }
}

function giveUp(each: Underway, endpoint: Endpoint): void {
  if (each.endpoint !== endpoint || each.shown.state !== "pending") return;
  each.shown = { ...each.shown, state: "failed", nextAttemptAt: undefined };
}
