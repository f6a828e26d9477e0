/**
 * The surroundings that an example runs in. Its environment variables and its
 * fetch lead to an emulated instance with one user, and Deno.serve hands the
 * handler requests instead of listening, so that code written for a server ends.
 */
import { createEmulator, type Emulator } from "../../emulator.ts";

type Handler = (request: Request) => Response | Promise<Response>;

const USER = {
  id: "user_1",
  firstName: "Ada",
  emailAddress: ["ada@example.com"],
};

let made: Promise<Emulator> | undefined;

/** One emulator for all examples of a file, since its key takes long to make. */
async function prepareEmulator(): Promise<Emulator> {
  made ??= createEmulator({ seed: { users: [USER] } });
  const emulator = await made;
  await emulator.reset();
  return emulator;
}

/** Runs an example as a test. */
export function test(name: string, load: () => Promise<unknown>): void {
  Deno.test(name, async () => {
    const emulator = await prepareEmulator();
    const handlers: Handler[] = [];
    const restore = replaceHost(emulator, handlers);
    try {
      await load();
      for (const handler of handlers) await visit(handler, emulator);
    } finally {
      restore();
    }
  });
}

/** Puts the emulator in the place of the network; gives what undoes it. */
function replaceHost(emulator: Emulator, handlers: Handler[]): () => void {
  const real = { serve: Deno.serve, fetch: globalThis.fetch };
  const env = Object.entries(emulator.env());
  for (const [name, value] of env) Deno.env.set(name, value);
  Object.assign(globalThis, { fetch: emulator.fetch });
  Object.assign(Deno, {
    serve: (...args: unknown[]) => {
      handlers.push(args.find((arg) => typeof arg === "function") as Handler);
      return { finished: Promise.resolve(), shutdown: () => Promise.resolve() };
    },
  });
  return () => {
    for (const [name] of env) Deno.env.delete(name);
    Object.assign(globalThis, { fetch: real.fetch });
    Object.assign(Deno, { serve: real.serve });
  };
}

/** Sends a handler what it may expect: a user's request and a webhook. */
async function visit(handler: Handler, emulator: Emulator): Promise<void> {
  const { headers } = await emulator.signIn(USER.id);
  const requests = [
    new Request("http://127.0.0.1:8000/", { headers }),
    await emulator.webhooks.sign("user.created", {
      id: USER.id,
      object: "user",
      first_name: USER.firstName,
    }),
  ];
  for (const request of requests) {
    const response = await handler(request);
    await response.body?.cancel();
    if (response.status >= 500) {
      throw new Error(`The handler answered ${response.status}`);
    }
  }
}
