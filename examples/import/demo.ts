/**
 * Shows the import at work: serves an emulated instance with Clerk's rate limit
 * for production, imports 10,000 users, kills the import in the middle, goes on,
 * and counts. Takes some 100 seconds; run it with `deno task demo:import`.
 */
import { createEmulator } from "../../emulator.ts";
import { createClerkClient } from "../../mod.ts";

/** What to show. */
export interface DemoOptions {
  /** How many users to import. */
  readonly users: number;
  /** How many requests the API lets through. */
  readonly rateLimit: { readonly requests: number; readonly perMs: number };
  /** Whether the import may show its progress. */
  readonly isShown?: boolean;
}

/** What one run of the import reached. */
export interface RunReport {
  /** How the process ended. */
  readonly status: Deno.CommandStatus;
  /** What it printed last. */
  readonly summary: string;
  /** How many requests were let through. */
  readonly admitted: number;
  /** How many were refused with 429. */
  readonly refused: number;
  /** The share of the permitted rate, from its first request to its last. */
  readonly share: number;
}

/** What was shown. */
export interface DemoReport {
  /** The run that was killed, and the one that went on. */
  readonly runs: readonly [RunReport, RunReport];
  /** How many users are there. */
  readonly there: number;
  /** How many of them are different. */
  readonly different: number;
  /** How many requests created a user. */
  readonly created: number;
}

/** Imports users, with a kill in the middle. */
export async function runDemo(options: DemoOptions): Promise<DemoReport> {
  const { users, rateLimit } = options;
  const folder = await Deno.makeTempDir();
  const file = `${folder}/users.ndjson`;
  await Deno.writeTextFile(file, writeUsers(users));
  const emulator = await createEmulator({ rateLimit });
  const { secretKey } = emulator;
  const seen: { at: number; status: number; isNew: boolean }[] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const { url, method, headers } = request;
      const body = await request.text() || null;
      const response = await emulator.fetch(url, { method, headers, body });
      const { status } = response;
      const isNew = method === "POST" && status === 200;
      seen.push({ at: performance.now(), status, isNew });
      return response;
    },
  );
  const apiUrl = `http://127.0.0.1:${server.addr.port}`;
  const env = { CLERK_SECRET_KEY: secretKey, CLERK_API_URL: apiUrl };
  const created = () => seen.filter(({ isNew }) => isNew).length;
  const run = async (isOver: () => boolean): Promise<RunReport> => {
    const before = seen.length;
    const ended = await runImport(file, env, isOver, options.isShown);
    return { ...ended, ...measure(seen.slice(before), rateLimit) };
  };
  const runs = [
    await run(() => created() >= users / 2),
    await run(() => false),
  ] as const;
  await server.shutdown();
  await Deno.remove(folder, { recursive: true });
  const clerk = createClerkClient({ secretKey, fetch: emulator.fetch });
  const ids: (string | null)[] = [];
  for await (const user of clerk.users.getUserList({ limit: 500 })) {
    ids.push(user.externalId);
  }
  const different = new Set(ids).size;
  return { runs, there: ids.length, different, created: created() };
}

function writeUsers(count: number): string {
  return Array.from({ length: count }, (_, i) => {
    const user = {
      externalId: `person_${i}`,
      emailAddress: [`person_${i}@example.com`],
      firstName: "Person",
      lastName: `${i}`,
    };
    return `${JSON.stringify(user)}\n`;
  }).join("");
}

/** Runs the import in a process of its own, and kills it when it is over. */
async function runImport(
  file: string,
  env: Record<string, string>,
  isOver: () => boolean,
  isShown = false,
): Promise<Pick<RunReport, "status" | "summary">> {
  const program = new URL("../import_users.ts", import.meta.url).href;
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--no-lock",
      "--no-prompt",
      "--allow-env",
      "--allow-net=127.0.0.1",
      "--allow-read",
      "--allow-write",
      program,
      file,
    ],
    env,
    stdout: "piped",
    stderr: isShown ? "inherit" : "null",
  }).spawn();
  const timer = setInterval(() => {
    if (!isOver()) return;
    clearInterval(timer);
    child.kill("SIGKILL");
  }, 5);
  const summary = await new Response(child.stdout).text();
  const status = await child.status;
  clearInterval(timer);
  return { status, summary: summary.trim() };
}

function measure(
  seen: readonly { readonly at: number; readonly status: number }[],
  { requests, perMs }: DemoOptions["rateLimit"],
): Pick<RunReport, "admitted" | "refused" | "share"> {
  const admitted = seen.filter(({ status }) => status !== 429);
  const elapsed = (admitted.at(-1)?.at ?? 0) - (admitted[0]?.at ?? 0);
  return {
    admitted: admitted.length,
    refused: seen.length - admitted.length,
    share: admitted.length / elapsed / (requests / perMs),
  };
}

async function main(): Promise<void> {
  const users = 10_000;
  const rateLimit = { requests: 1000, perMs: 10_000 };
  console.log(`Importing ${users} users, at 1,000 requests in ten seconds`);
  const report = await runDemo({ users, rateLimit, isShown: true });
  for (const run of report.runs) {
    const share = (run.share * 100).toFixed(1);
    console.log(
      run.status.signal ? `\nEnded by ${run.status.signal}:` : "Ended:",
      `${run.admitted} requests let through, ${run.refused} refused,`,
      `${share} % of the permitted rate`,
    );
    if (run.summary) console.log(run.summary);
  }
  const { there, different, created } = report;
  console.log(`${there} users are there, ${different} different ones;`);
  console.log(`${created} requests created one.`);
  const isGood = there === users && different === users && created === users;
  if (!isGood || report.runs[1].share < 0.9) {
    throw new Error("The import is not as it should be");
  }
  console.log("None lost, none doubled.");
}

if (import.meta.main) await main();
