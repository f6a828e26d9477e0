import { isObject, isText } from "../text/json.ts";
import { encodeUtf8 } from "../text/utf8.ts";
import type { EmulatorClock } from "./clock.ts";
import { matchesGlob } from "./glob.ts";
import { answerErrors, answerText, EMPTY } from "./http/answer.ts";
import type { Exchange } from "./http/exchange.ts";

/** What goes wrong, and with which requests. */
export interface Fault {
  /** The method that it befalls; all by default. */
  readonly method?: string | undefined;
  /**
   * The paths that it befalls; all by default. `*` stands for any text without
   * a slash, `**` for any text.
   */
  readonly path?: string | undefined;
  /**
   * The status to answer with. By default 500; the real answer when only
   * `delayMs` is given.
   */
  readonly status?: number | undefined;
  /** The code in the answer; one that goes with the status by default. */
  readonly code?: string | undefined;
  /** The header `Retry-After`, in seconds. */
  readonly retryAfter?: number | undefined;
  /** How many requests it befalls; any number by default. */
  readonly times?: number | undefined;
  /** How long the answer takes, in milliseconds of the emulator's clock. */
  readonly delayMs?: number | undefined;
  /** Never answers; ends only by the request's own signal. */
  readonly hang?: boolean | undefined;
  /** Fails as a broken connection does: fetch rejects with a TypeError. */
  readonly reset?: boolean | undefined;
  /**
   * A body that is not what the API sends, or a text of your own. Of one that is
   * `"cut-off"` the start comes, and then the connection breaks.
   */
  readonly body?:
    | "html"
    | "broken-json"
    | "empty"
    | "cut-off"
    | { readonly text: string }
    | undefined;
}

/** A fault that was added. */
export interface AddedFault {
  /** How many requests it has befallen so far. */
  readonly hits: number;
  /** Takes it away. */
  remove(): void;
}

/** Makes things go wrong. */
export interface Faults {
  /**
   * Adds a fault. Of several that fit a request, the first added counts.
   *
   * @param fault What goes wrong, and with which requests.
   * @returns How often it struck, and a way to remove it.
   * @throws {TypeError} When a member is of the wrong type or out of range.
   */
  add(fault: Fault): AddedFault;
  /** Takes all faults away. */
  clear(): void;
}

/** Faults, and how a request meets them. */
export interface FaultBook extends Faults {
  /** Does to a request what its fault says; undefined lets it pass. */
  strike(
    exchange: Exchange,
    traceId: string,
  ): Promise<Response | undefined> | undefined;
}

interface Entry {
  readonly fault: Fault;
  hits: number;
}

const BODIES: {
  readonly [name: string]: readonly [text: string, type: string];
} = {
  html: ["<html><body>Bad gateway</body></html>", "text/html; charset=utf-8"],
  "broken-json": ['{"errors":[{"code":"cut_o', "application/json"],
  empty: ["", "application/json"],
  "cut-off": ['{"object":"us', "application/json"],
};

const RESET = "The emulator reset the connection, as a fault told.";

/** Whether something was thrown by a fault that breaks the connection. */
export function isReset(error: unknown): boolean {
  return error instanceof TypeError && error.message === RESET;
}

/** Makes an empty book of faults. */
export function createFaults(clock: EmulatorClock): FaultBook {
  const entries = new Set<Entry>();
  return {
    add(fault) {
      checkFault(fault);
      const entry: Entry = { fault: { ...fault }, hits: 0 };
      entries.add(entry);
      return {
        get hits() {
          return entry.hits;
        },
        remove() {
          entries.delete(entry);
        },
      };
    },
    clear: () => entries.clear(),
    strike(exchange, traceId) {
      if (entries.size === 0) return undefined;
      const entry = [...entries].find(({ fault }) => befalls(fault, exchange));
      if (!entry) return undefined;
      entry.hits++;
      if (entry.hits >= (entry.fault.times ?? Infinity)) entries.delete(entry);
      return perform(entry.fault, exchange, clock, traceId);
    },
  };
}

function befalls(fault: Fault, { method, url }: Exchange): boolean {
  return (fault.method ?? method).toUpperCase() === method &&
    (fault.path === undefined || matchesGlob(fault.path, url.pathname));
}

async function perform(
  fault: Fault,
  { signal }: Exchange,
  clock: EmulatorClock,
  traceId: string,
): Promise<Response | undefined> {
  if (fault.delayMs) await clock.sleep(fault.delayMs, signal);
  if (fault.hang) return hang(signal);
  if (fault.reset) throw new TypeError(RESET);
  return isDelay(fault) ? undefined : answerFault(fault, traceId);
}

/** Whether a fault only delays, so that the real answer follows. */
function isDelay(fault: Fault): boolean {
  return fault.delayMs !== undefined && fault.status === undefined &&
    fault.retryAfter === undefined && fault.body === undefined && !fault.hang &&
    !fault.reset;
}

function hang(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(signal?.reason);
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });
}

function answerFault(fault: Fault, traceId: string): Response {
  const { status = 500, retryAfter, body } = fault;
  const headers: { [name: string]: string } = {};
  if (retryAfter !== undefined) headers["retry-after"] = String(retryAfter);
  if (body === "cut-off") return answerCutOff(status, headers);
  if (body !== undefined) {
    const [text, type] = typeof body === "string"
      ? BODIES[body] ?? ["", ""]
      : [body.text, "application/json"];
    return answerText(text, type, status, headers);
  }
  const [code, message] = describe(status);
  const error = {
    code: fault.code ?? code,
    message,
    long_message: `${message}. A fault of the emulator told so.`,
  };
  return answerErrors(status, [error], traceId, headers);
}

/** Sends the start of a body, and fails where its reader asks for more. */
function answerCutOff(
  status: number,
  headers: { readonly [name: string]: string },
): Response {
  const [start = "", type = ""] = BODIES["cut-off"] ?? [];
  let isSent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isSent) controller.error(new TypeError(RESET));
      else controller.enqueue(encodeUtf8(start));
      isSent = true;
    },
  });
  return new Response(EMPTY.includes(status) ? null : body, {
    status,
    headers: { "content-type": type, "x-clerk-emulator": "1", ...headers },
  });
}

function describe(status: number): readonly [code: string, message: string] {
  if (status === 429) return ["too_many_requests", "Too many requests"];
  if (status === 503) return ["service_unavailable", "Service unavailable"];
  if (status >= 500) return ["internal_clerk_error", "Internal error"];
  return ["emulator_fault", "Refused"];
}

/** All that a fault may say: what is misspelt would befall every request. */
const MEMBERS: {
  readonly [Name in keyof Fault]-?: (value: unknown) => boolean;
} = {
  method: isText,
  path: isText,
  status: isWhole(200, 599),
  code: isText,
  retryAfter: isWithin(0, Number.MAX_SAFE_INTEGER),
  times: isWhole(1, Infinity),
  delayMs: isWithin(0, Number.MAX_SAFE_INTEGER),
  hang: isFlag,
  reset: isFlag,
  body: isBody,
};

function checkFault(fault: unknown): asserts fault is Fault {
  if (!isObject(fault)) {
    throw new TypeError("Cannot add the fault: expected an object.");
  }
  for (const name of Object.keys(fault)) {
    if (Object.hasOwn(MEMBERS, name)) continue;
    throw new TypeError(
      `Cannot add the fault: it has no member "${name}", but ${
        Object.keys(MEMBERS).join(", ")
      }.`,
    );
  }
  const wrong = Object.entries(MEMBERS).find(([name, isRight]) =>
    fault[name] !== undefined && !isRight(fault[name])
  );
  if (!wrong) return;
  throw new TypeError(
    `Cannot add the fault: its "${
      wrong[0]
    }" is of the wrong type or out of range. Paths and methods are text, not regular expressions.`,
  );
}

function isFlag(value: unknown): boolean {
  return typeof value === "boolean";
}

function isBody(value: unknown): boolean {
  return isText(value)
    ? Object.hasOwn(BODIES, value)
    : isObject(value) && isText(value.text);
}

function isWithin(least: number, most: number): (value: unknown) => boolean {
  return (value) =>
    typeof value === "number" && value >= least && value <= most;
}

function isWhole(least: number, most: number): (value: unknown) => boolean {
  const fits = isWithin(least, most);
  return (value) =>
    fits(value) && (Number.isInteger(value) || value === Infinity);
}
