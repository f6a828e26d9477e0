/**
 * Imports users from a file, one JSON object in a line, into a Clerk instance:
 *
 *     deno run --allow-env --allow-net --allow-read --allow-write \
 *       examples/import_users.ts users.ndjson
 *
 * Each line is what `createUser` takes, with an `externalId`, by which users are
 * told apart. Progress is kept in `users.ndjson.journal`, so that a run that was
 * stopped, or killed, goes on where it was: run it again. Users that were being
 * created then are looked up before they are created. Lines that cannot be
 * imported end up in `users.ndjson.failed`, with the reason.
 */
import { runInBulk } from "../bulk.ts";
import {
  type ApiFailure,
  type ApiResult,
  createClerkClient,
  type User,
} from "../mod.ts";
import { openJournal } from "./import/journal.ts";
import { type ImportedUser, readRows } from "./import/rows.ts";

const [file] = Deno.args;
if (!file) {
  console.error("Usage: import_users.ts FILE [CONCURRENCY]");
  Deno.exit(2);
}
const concurrency = Number(Deno.args[1] ?? 32);
const clerk = createClerkClient();
const journal = await openJournal(`${file}.journal`);
const stop = new AbortController();
Deno.addSignalListener("SIGINT", () => stop.abort());

const start = Date.now();
let shown = 0;
const counts = { created: 0, found: 0, failed: 0, undecided: 0 };
const rows = readRows(file, (row) => journal.isDone(row));

for await (
  const { item: { externalId, line }, result } of runInBulk(
    rows,
    (row, options) => importUser(row, options),
    { concurrency, signal: stop.signal },
  )
) {
  if (result.errors) await noteFailure(externalId, line, result);
  else {
    await journal.noteDone(externalId, result.data.user.id);
    counts[result.data.isNew ? "created" : "found"]++;
  }
  showProgress();
}
const failures = journal.failures();
if (failures.length > 0) {
  const lines = failures.map((failure) => `${JSON.stringify(failure)}\n`);
  await Deno.writeTextFile(`${file}.failed`, lines.join(""));
}
await journal.close();
showSummary();
Deno.exit(
  stop.signal.aborted ? 130 : failures.length + counts.undecided > 0 ? 1 : 0,
);

/** Notes what is wrong with a line; what is wrong with us, another run may mend. */
async function noteFailure(
  externalId: string,
  line: number,
  { status, errors: [{ code, message, longMessage }] }: ApiFailure,
): Promise<void> {
  if (code === "aborted") return;
  if (status === 400 || status === 422) {
    counts.failed++;
    const reason = { line, code, why: longMessage ?? message };
    return await journal.noteFailed(externalId, reason);
  }
  counts.undecided++;
  // A wrong key or a full instance: all others would fail alike.
  if (status === 401 || status === 403) stop.abort();
}

/** What a line became: a new user, or one that was there. */
interface Imported {
  readonly user: User;
  readonly isNew: boolean;
}

/** Creates a user, but for one that is there already. */
async function importUser(
  row: ImportedUser,
  options: { readonly retry: 0 },
): Promise<ApiResult<Imported>> {
  const { externalId, params } = row;
  if (journal.isInDoubt(externalId)) {
    const found = await findUser(externalId, true);
    if (found) return found;
  }
  await journal.noteBegun(externalId);
  const made = await clerk.users.createUser(params, options);
  if (!made.errors) {
    return { data: { user: made.data, isNew: true }, errors: undefined };
  }
  const { status = 500, errors: [{ code }] } = made;
  // The user may exist: somebody's, or ours if only the answer was lost.
  const isTaken = code === "form_identifier_exists";
  if (!isTaken && status < 500) return made;
  return await findUser(externalId, !isTaken) ?? made;
}

/** Looks a user up, in the form of an import; undefined when there is none. */
async function findUser(
  externalId: string,
  isNew: boolean,
): Promise<ApiResult<Imported> | undefined> {
  const { data, ...failure } = await clerk.users.getUserList({
    externalId: [externalId],
    limit: 1,
  });
  if (failure.errors) return { data: undefined, ...failure };
  const [user] = data ?? [];
  return user && { data: { user, isNew }, errors: undefined };
}

/** How many lines were dealt with in this run, and in a second. */
function measure(): { readonly done: number; readonly rate: string } {
  const { created, found, failed } = counts;
  const done = created + found + failed;
  return { done, rate: (done / (Date.now() - start) * 1000).toFixed(1) };
}

/** Ten times in a second at most, and in one line. */
function showProgress(): void {
  if (Date.now() < shown + 100) return;
  shown = Date.now();
  const { done, rate } = measure();
  const { failed, undecided } = counts;
  const text =
    `\r${journal.doneBefore + done} done, ${failed + undecided} failed, ` +
    `${rate} in a second `;
  Deno.stderr.writeSync(new TextEncoder().encode(text));
}

function showSummary(): void {
  const { done, rate } = measure();
  console.error();
  console.log(JSON.stringify({
    resumed: journal.doneBefore,
    done,
    ...counts,
    seconds: Math.round((Date.now() - start) / 1000),
    rate: Number(rate),
  }));
}
