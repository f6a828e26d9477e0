/**
 * What became of each user of an import, in a file that is only ever added to.
 * What was written is on the disk before anything goes on, so that it outlives
 * the process, and the machine.
 */

/** Why a line could not be imported. */
export interface Reason {
  /** The number of the line. */
  readonly line: number;
  /** The code of the error. */
  readonly code: string;
  /** The error in words. */
  readonly why: string;
}

/** The journal of an import. */
export interface Journal {
  /** How many users were done when it was opened. */
  readonly doneBefore: number;
  /** Whether a user is done: there, or failed. */
  isDone(externalId: string): boolean;
  /** Whether a user was being created when an earlier run ended. */
  isInDoubt(externalId: string): boolean;
  /** Notes that a user is going to be created. */
  noteBegun(externalId: string): Promise<void>;
  /** Notes that a user is there. */
  noteDone(externalId: string, userId: string): Promise<void>;
  /** Notes that a user cannot be created. */
  noteFailed(externalId: string, reason: Reason): Promise<void>;
  /** Those that failed, in this run and before. */
  failures(): readonly (Reason & { readonly externalId: string })[];
  /** Closes the file. */
  close(): Promise<void>;
}

type Entry =
  | readonly ["begun", string]
  | readonly ["done", string, string]
  | readonly ["failed", string, Reason];

/** Opens a journal, and reads what is in it. */
export async function openJournal(path: string): Promise<Journal> {
  const begun = new Set<string>();
  const done = new Set<string>();
  const failed = new Map<string, Reason>();
  for (const entry of await readEntries(path)) {
    const [what, externalId] = entry;
    if (what === "begun") begun.add(externalId);
    else done.add(externalId);
    if (what === "failed") failed.set(externalId, entry[2]);
  }
  const inDoubt = new Set([...begun].filter((id) => !done.has(id)));
  const file = await openToAppend(path);
  const write = createWriter(file);
  return {
    doneBefore: done.size,
    isDone: (externalId) => done.has(externalId),
    isInDoubt: (externalId) => inDoubt.has(externalId),
    async noteBegun(externalId) {
      if (begun.has(externalId)) return;
      begun.add(externalId);
      await write(["begun", externalId]);
    },
    async noteDone(externalId, userId) {
      done.add(externalId);
      await write(["done", externalId, userId]);
    },
    async noteFailed(externalId, reason) {
      done.add(externalId);
      failed.set(externalId, reason);
      await write(["failed", externalId, reason]);
    },
    failures: () =>
      [...failed].map(([externalId, reason]) => ({ externalId, ...reason })),
    async close() {
      await write(undefined);
      file.close();
    },
  };
}

async function readEntries(path: string): Promise<readonly Entry[]> {
  const text = await Deno.readTextFile(path).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  });
  // The last line may have been cut off, and then counts for nothing.
  return text.split("\n").slice(0, -1).flatMap((line) => {
    try {
      return [JSON.parse(line) as Entry];
    } catch {
      return [];
    }
  });
}

/** Opens the file to add to it, beginning with a line of its own. */
async function openToAppend(path: string): Promise<Deno.FsFile> {
  const file = await Deno.open(path, { append: true, create: true });
  if ((await file.stat()).size > 0) {
    await file.write(new TextEncoder().encode("\n"));
  }
  return file;
}

/** Writes entries; those that come while the disk is busy go together. */
function createWriter(
  file: Deno.FsFile,
): (entry: Entry | undefined) => Promise<void> {
  let waiting = "";
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  async function flush(): Promise<void> {
    await last.catch(() => {});
    const bytes = new TextEncoder().encode(waiting);
    [waiting, next] = ["", undefined];
    for (let at = 0; at < bytes.length;) {
      at += await file.write(bytes.subarray(at));
    }
    await file.syncData();
  }
  return (entry) => {
    if (entry) waiting += `${JSON.stringify(entry)}\n`;
    return next ??= last = flush();
  };
}
