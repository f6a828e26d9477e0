/**
 * deno task bench:emulator
 *
 * How fast the emulator is in its own process, how long the program takes to its
 * first answer, and how much it takes to hold 100,000 users. Says where it misses what is asked of it (PROMISES).
 */
import { createEmulator, type Emulator } from "../../emulator.ts";
import { createClerkClient } from "../../mod.ts";

const USERS = 100_000;

/** What is asked of it: the least, or the most, on one core. */
const PROMISES: { readonly [name: string]: number } = {
  "GET /users/{id}": 20_000,
  "GET /users?email_address": 10_000,
  "GET /users?limit=10": 2_000,
  "seconds to seed": 5,
  "megabytes held": 300,
  "seconds to the program's first answer": 0.5,
};

/** Starts the program and asks until it answers; gives the longest of three. */
async function startProgram(): Promise<number> {
  let longest = 0;
  for (let round = 0; round < 3; round++) {
    const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const { port } = listener.addr;
    listener.close();
    const start = performance.now();
    const program = new Deno.Command(Deno.execPath(), {
      args: ["run", "--no-lock", "-A", "emulator_cli.ts", "--port", `${port}`],
      stdout: "null",
    }).spawn();
    const url = `http://127.0.0.1:${port}/v1/environment`;
    const ask = () =>
      fetch(url).then((answer) => answer.text(), () => undefined);
    while (await ask() === undefined && performance.now() - start < 10_000) {
      await new Promise((done) => setTimeout(done, 5));
    }
    longest = Math.max(longest, (performance.now() - start) / 1_000);
    program.kill();
    await program.status;
  }
  return longest;
}

/** Runs something for a while; gives how often in a second, the best of five. */
async function rate(run: (i: number) => Promise<unknown>): Promise<number> {
  let best = 0;
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    let count = 0;
    while (performance.now() - start < 500) {
      for (let i = 0; i < 100; i++) await run(count++);
    }
    best = Math.max(best, count / (performance.now() - start) * 1_000);
  }
  return best;
}

function makeAsk(emulator: Emulator, read: boolean) {
  const headers = { authorization: `Bearer ${emulator.secretKey}` };
  return async (path: string) => {
    const answer = await emulator.fetch(`${emulator.apiUrl}/v1${path}`, {
      headers,
    });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    if (read) await answer.json();
  };
}

function memory(): number {
  const gc: unknown = Reflect.get(globalThis, "gc");
  if (typeof gc === "function") gc();
  return Deno.memoryUsage().rss / 1e6;
}

async function main(): Promise<void> {
  const before = memory();
  const seed = {
    users: Array.from({ length: USERS }, (_, i) => ({
      id: `user_${i}`,
      emailAddress: [`user${i}@example.com`],
      firstName: `First${i}`,
    })),
  };
  const start = performance.now();
  const emulator = await createEmulator({ seed });
  const seconds = (performance.now() - start) / 1_000;
  const held = memory() - before;
  const ask = makeAsk(emulator, false);
  const read = makeAsk(emulator, true);
  const { secretKey, fetch, apiUrl } = emulator;
  const clerk = createClerkClient({ secretKey, fetch, apiUrl, env: {} });
  const id = (i: number) => i * 7919 % USERS;
  const found: { readonly [name: string]: number } = {
    "seconds to seed": seconds,
    "megabytes held": held,
    "seconds to the program's first answer": await startProgram(),
    "GET /users/{id}": await rate((i) => ask(`/users/user_${id(i)}`)),
    "GET /users/{id}, body read": await rate((i) =>
      read(`/users/user_${id(i)}`)
    ),
    "users.getUser": await rate((i) => clerk.users.getUser(`user_${id(i)}`)),
    "GET /users?email_address": await rate((i) =>
      ask(`/users?email_address=user${id(i)}@example.com`)
    ),
    "GET /users?limit=10": await rate(() => ask("/users?limit=10")),
    "GET /users?limit=10&offset=50000": await rate(() =>
      ask("/users?limit=10&offset=50000")
    ),
    "GET /users?query": await rate(() => ask("/users?query=user99999@")),
    "GET /users?order_by=first_name": await rate(() =>
      ask("/users?order_by=first_name")
    ),
    "GET /users/count": await rate(() => ask("/users/count")),
    "PATCH /users/{id}": await rate((i) =>
      emulator.fetch(`${apiUrl}/v1/users/user_${id(i)}`, {
        method: "PATCH",
        headers: { authorization: `Bearer ${secretKey}` },
        body: JSON.stringify({ first_name: `F${i}` }),
      })
    ),
  };
  for (const [name, value] of Object.entries(found)) {
    const promise = PROMISES[name];
    const most = name.startsWith("GET") ? "at least" : "at most";
    const kept = promise === undefined
      ? ""
      : `${most} ${promise}: ${
        (most === "at most" ? value <= promise : value >= promise)
          ? "kept"
          : "MISSED"
      }`;
    const text = value < 1
      ? value.toFixed(2)
      : value < 100
      ? value.toFixed(1)
      : Math.round(value).toString();
    console.log(`${name.padEnd(38)} ${text.padStart(9)}  ${kept}`);
  }
}

await main();
