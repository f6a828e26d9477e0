import { parseJson } from "../text/json.ts";
import {
  countChanges,
  isSnapshot,
  restoreSnapshot,
  type Store,
  writeSnapshot,
} from "./state/store.ts";

/**
 * Where an emulator keeps its state from run to run: one text, read at the
 * start and written after each change.
 */
export interface EmulatorStorage {
  /** Gives the text that was written last; undefined when there is none. */
  read(): string | undefined | Promise<string | undefined>;
  /**
   * Keeps a text in place of the last one, all of it or nothing. A change is
   * answered only when this is done, and one call follows the other.
   */
  write(text: string): void | Promise<void>;
}

/** Brings the state of an emulator into its storage. */
export interface Keeper {
  /**
   * Reads what the storage holds.
   *
   * @returns Whether there was anything.
   * @throws {TypeError} When it is nothing that an emulator wrote.
   */
  load(): Promise<boolean>;
  /** Waits until the storage has all changes up to now. */
  save(): Promise<void>;
}

/** What storages threw, to be told from what is wrong with a request. */
const failures = new WeakSet<object>();

/** Whether an error says that a change could not be kept. */
export function isStorageFailure(error: unknown): boolean {
  return typeof error === "object" && error !== null && failures.has(error);
}

/** Does something with a storage, and knows what it threw again. */
async function mark<T>(use: () => T): Promise<Awaited<T>> {
  try {
    return await use();
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(`${error}`);
    failures.add(failure);
    throw failure;
  }
}

/** Makes a keeper, which without a storage has nothing to do. */
export function createKeeper(
  store: Store,
  storage: EmulatorStorage | undefined,
): Keeper {
  if (!storage) {
    return {
      load: () => Promise.resolve(false),
      save: () => Promise.resolve(),
    };
  }
  let saved = -1;
  let writing: Promise<void> | undefined;
  const write = async () => {
    const reached = countChanges(store);
    await mark(() => storage.write(JSON.stringify(writeSnapshot(store))));
    saved = reached;
  };
  return {
    async load() {
      const text = await mark(() => storage.read());
      if (text === undefined) return false;
      readState(store, text);
      saved = countChanges(store);
      return true;
    },
    async save() {
      // What changed during a write needs another, which may serve many.
      const wanted = countChanges(store);
      while (saved < wanted) {
        writing ??= write().finally(() => writing = undefined);
        await writing;
      }
    },
  };
}

function readState(store: Store, text: string): void {
  const state = parseJson(text);
  try {
    if (isSnapshot(state)) return restoreSnapshot(store, state);
  } catch {
    // Said below: whoever keeps a text knows nothing of snapshots.
  }
  throw new TypeError(
    "Cannot use what the storage holds: expected what an emulator of this version wrote.",
  );
}
