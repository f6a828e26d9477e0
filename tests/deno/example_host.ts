/**
 * The surroundings that an example runs in. Its environment variables and its
 * fetch lead to an emulated instance with a user "user_1", who is the admin of
 * "org_1" and signed in, an invitation to that, an entry of the waitlist and two
 * machines; Deno.serve hands the handler a few requests instead of listening, so
 * that code written for a server ends. Where a line of an example says what it
 * prints, as in `console.log(user.id); // user_1`, that must be printed.
 */
import { createEmulator, type Emulator } from "../../emulator.ts";
import { createClerkClient, unwrap } from "../../mod.ts";

type Handler = (request: Request) => Response | Promise<Response>;

const seed = {
  users: [{ id: "user_1", emailAddress: ["ada@example.com"] }],
  organizations: [{
    id: "org_1",
    name: "Initech",
    slug: "initech",
    members: [{ userId: "user_1", role: "org:admin" }],
  }],
  sessions: [{ id: "sess_1", userId: "user_1", clientId: "client_1" }],
  jwtTemplates: [{ name: "supabase", claims: { tenant: "{{org.id}}" } }],
  machines: [
    { name: "Mailer", secretKey: "ak_of_the_mailer" },
    { name: "This one", secretKey: "ak_of_this_machine" },
  ],
};

/** An instance, and how to bring it back to its beginning. */
interface Stage {
  readonly emulator: Emulator;
  readonly restore: () => void;
}

/** One for all examples of a process, each of which finds it as it began. */
let shared: Promise<Stage> | undefined;

async function setStage(): Promise<Stage> {
  const emulator = await createEmulator({ seed });
  const { secretKey, fetch } = emulator;
  const clerk = createClerkClient({ secretKey, fetch, env: {} });
  unwrap(
    await clerk.organizations.createOrganizationInvitation({
      organizationId: "org_1",
      emailAddress: "barbara@example.com",
      role: "org:member",
    }),
  );
  unwrap(
    await clerk.waitlistEntries.create({ emailAddress: "kay@example.com" }),
  );
  const start = emulator.snapshot();
  return { emulator, restore: () => emulator.restore(start) };
}

/** Runs an example as a test; `expected` is what it must print, in order. */
export function test(
  name: string,
  expected: readonly string[],
  load: () => Promise<unknown>,
): void {
  Deno.test(name, async () => {
    const { emulator, restore: begin } = await (shared ??= setStage());
    begin();
    const handlers: Handler[] = [];
    const printed: string[] = [];
    const restore = settle(emulator, handlers, printed);
    try {
      await load();
      for (const handler of handlers) await visit(handler, emulator);
    } finally {
      restore();
    }
    comparePrinted(printed, expected);
  });
}

/** Puts the emulator where an app finds Clerk; gives how to undo it. */
function settle(
  emulator: Emulator,
  handlers: Handler[],
  printed: string[],
): () => void {
  const { serve } = Deno;
  const { fetch } = globalThis;
  const { log } = console;
  const env = Object.entries(emulator.env());
  for (const [name, value] of env) Deno.env.set(name, value);
  globalThis.fetch = emulator.fetch;
  console.log = (...args: unknown[]) => {
    printed.push(
      args.map((a) => typeof a === "string" ? a : Deno.inspect(a)).join(" "),
    );
  };
  Object.assign(Deno, {
    serve: (...args: unknown[]) => {
      handlers.push(args.find((a) => typeof a === "function") as Handler);
      return { finished: Promise.resolve(), shutdown: () => Promise.resolve() };
    },
  });
  return () => {
    Object.assign(Deno, { serve });
    globalThis.fetch = fetch;
    console.log = log;
    for (const [name] of env) Deno.env.delete(name);
  };
}

/** Asks a handler what its users would: one of the answers must be good. */
async function visit(handler: Handler, emulator: Emulator): Promise<void> {
  const { token } = await emulator.signIn("user_1", {
    azp: "https://app.example.com",
  });
  const url = "http://127.0.0.1/";
  const user = { id: "user_1", object: "user", first_name: "Ada" };
  const requests = [
    new Request(url),
    new Request(url, { headers: { authorization: `Bearer ${token}` } }),
    await emulator.webhooks.sign("user.created", user),
  ];
  const statuses: number[] = [];
  for (const request of requests) {
    const response = await handler(request);
    await response.body?.cancel();
    statuses.push(response.status);
  }
  const hasGood = statuses.some((status) => status >= 200 && status < 300);
  const hasRefusal = statuses.some((status) => status >= 400 && status < 500);
  if (!hasGood || !hasRefusal || statuses.some((status) => status >= 500)) {
    throw new Error(
      `Expected the handler to accept one request and to refuse another, ` +
        `received the statuses ${statuses.join(", ")}`,
    );
  }
}

function comparePrinted(
  printed: readonly string[],
  expected: readonly string[],
): void {
  let next = 0;
  for (const line of printed) if (line === expected[next]) next++;
  if (next < expected.length) {
    throw new Error(
      `Expected the example to print "${expected[next]}", ` +
        `received ${JSON.stringify(printed)}`,
    );
  }
}
