/** Starts examples/bun_serve.ts under Bun, and asks it what its users would. */
import { createEmulator, type Emulator } from "../../emulator.ts";
import { TOOLS } from "../toolchain.ts";
import { findBun } from "./node.ts";
import { makeReport, type Report, timed } from "./report.ts";

/** How long the program may take to start, in milliseconds. */
const LIMIT = 20_000;

/** The run of the example, over a real network and with variables alone. */
export function planBunExample(): (() => Promise<Report>)[] {
  return [async () => {
    const { value: failure, seconds } = await timed(tryExample);
    const counts = {
      passed: failure ? 0 : 1,
      failed: failure ? 1 : 0,
      skipped: 0,
    };
    const version = TOOLS.bun.split("@")[1];
    return makeReport(`Bun ${version}, example`, counts, {
      ok: !failure,
      seconds,
      output: failure,
    });
  }];
}

/** What went wrong; empty when nothing did. */
async function tryExample(): Promise<string> {
  // Its port is known only when the server is there.
  let known: Emulator | undefined = undefined;
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async ({ url, headers }) =>
      await known?.fetch(url, { headers }) ?? Response.error(),
  );
  const emulator = known = await createEmulator({
    seed: { users: [{ id: "user_1" }] },
    origin: `http://127.0.0.1:${server.addr.port}`,
  });
  const program = new Deno.Command(await findBun(), {
    args: ["examples/bun_serve.ts"],
    env: { ...emulator.env(), PORT: "0", NO_COLOR: "1" },
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const stop = () => {
    try {
      program.kill();
    } catch {
      // It has ended by itself.
    }
  };
  const late = setTimeout(stop, LIMIT);
  try {
    return await askExample(await readUrl(program.stdout), emulator);
  } catch (error) {
    return String(error);
  } finally {
    clearTimeout(late);
    stop();
    await program.status;
    await server.shutdown();
  }
}

/** Where the program says that it listens. */
async function readUrl(output: ReadableStream<Uint8Array>): Promise<string> {
  let text = "";
  for await (const chunk of output.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const url = /http:\/\/\S+(?=\s)/.exec(text)?.[0];
    if (url) return url;
  }
  throw new Error(`Cannot start the example: it printed "${text}"`);
}

async function askExample(url: string, emulator: Emulator): Promise<string> {
  const { headers } = await emulator.signIn("user_1");
  const good = await fetch(url, { headers });
  const bad = await fetch(url);
  const seen = [good.status, await good.text(), bad.status];
  await bad.body?.cancel();
  const expected = [200, '{"user":"user_1"}', 401];
  return JSON.stringify(seen) === JSON.stringify(expected)
    ? ""
    : `Expected ${JSON.stringify(expected)}, received ${JSON.stringify(seen)}`;
}
