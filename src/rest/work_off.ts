import { addFollower, type Followers } from "./followers.ts";

/** An item that was taken, and its place. */
interface Taken<Item> {
  readonly item: Item;
  readonly index: number;
}

/** Items one by one. */
interface Source<Item> {
  /** Takes the next; undefined when there is none, or the signal aborted. */
  take(): Promise<Taken<Item> | undefined>;
  /** Lets go of the items. */
  close(): Promise<void>;
}

/**
 * Works on so many items at a time, and gives what comes of them as it comes.
 * No item is taken before there is room for what comes of it.
 *
 * @param outer Ends it: no item is taken any more.
 * @param work Works on an item; its signal aborts when no work is to begin.
 * Must not reject.
 */
export async function* workOff<Item, Outcome>(
  items: Iterable<Item> | AsyncIterable<Item>,
  concurrency: number,
  outer: AbortSignal | undefined,
  work: (taken: Taken<Item>, signal: AbortSignal) => Promise<Outcome>,
): AsyncGenerator<Outcome, void, undefined> {
  const { signal, end } = follow(outer);
  const source = openSource(items, signal);
  const ready: Outcome[] = [];
  const thrown: unknown[] = [];
  let running = 0;
  let wake = () => {};
  const change = () => new Promise<void>((resolve) => wake = resolve);
  async function start(): Promise<void> {
    running++;
    try {
      const taken = await source.take();
      if (taken) ready.push(await work(taken, signal));
    } catch (cause) {
      thrown.push(cause);
    }
    running--;
    wake();
  }
  for (let i = 0; i < concurrency; i++) start();
  try {
    while (running || ready.length) {
      for (const outcome of ready.splice(0, 1)) {
        yield outcome;
        start();
      }
      if (running && !ready.length) await change();
    }
  } finally {
    end();
    await source.close();
    while (running) await change();
  }
  if (thrown.length) throw thrown[0];
}

/** Which runs end with which signal. */
const followers: Followers = /* @__PURE__ */ new WeakMap();

/** A signal that aborts with another, or at the end of what goes by it. */
function follow(
  outer: AbortSignal | undefined,
): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController();
  const leave = outer && addFollower(followers, outer, controller);
  const end = () => {
    leave?.();
    controller.abort(outer?.reason);
  };
  if (outer?.aborted) end();
  return { signal: controller.signal, end };
}

function openSource<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  signal: AbortSignal,
): Source<Item> {
  const iterator = Symbol.asyncIterator in items
    ? items[Symbol.asyncIterator]()
    : items[Symbol.iterator]();
  let index = 0;
  let state: "open" | "asked" | "over" = "open";
  let line: Promise<Taken<Item> | undefined> = Promise.resolve(undefined);
  async function take(): Promise<Taken<Item> | undefined> {
    if (signal.aborted || state === "over") return undefined;
    state = "asked";
    try {
      const next = await untilAborted(iterator.next(), signal);
      if (!next) return undefined;
      state = next.done ? "over" : "open";
      return next.done ? undefined : { item: next.value, index: index++ };
    } catch (cause) {
      state = "over";
      throw cause;
    }
  }
  return {
    // One after another: not every iterator can be asked twice at a time.
    take: () => line = line.catch(() => undefined).then(take),
    async close() {
      const closing = state === "over" ? undefined : iterator.return?.();
      // What still owes an item may never be able to close.
      if (state === "open") await closing;
      else Promise.resolve(closing).catch(() => {});
    },
  };
}

/** Waits for a promise, or for undefined when the signal aborts. */
function untilAborted<T>(
  promise: T | Promise<T>,
  signal: AbortSignal,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve(undefined);
    signal.addEventListener("abort", stop);
    Promise.resolve(promise).then(resolve, reject).finally(() =>
      signal.removeEventListener("abort", stop)
    );
  });
}
