/** Apps on Clerk's own adapters, in processes of their own. */
import { assertEquals } from "@std/assert";
import {
  createTestBrowser,
  type Document,
  overHttp,
  type TestBrowser,
} from "../emulator/test_browser.ts";
import { runEmulator } from "../../emulator_cli.ts";
import { type ServedEmulator, serveEmulator } from "../../emulator_serve.ts";

/** How apps are run: a program, its flags, and the folder where the apps are. */
export interface Runtime {
  readonly command: readonly string[];
  readonly folder: string;
}

/** An app that runs, and the emulator that is its Clerk. */
export interface RunningApp extends ServedEmulator {
  /** Where the app is. */
  readonly origin: string;
  /** Opens a browser that has been nowhere. */
  open(): TestBrowser;
  /** Follows the one link of a page. */
  follow(browser: TestBrowser, page: Document): Promise<Document>;
}

const SEED = {
  users: [
    { id: "user_1", firstName: "Ada", emailAddress: ["ada@example.com"] },
    { id: "user_2", firstName: "Grace" },
  ],
};

/** How long an app may take to start, in milliseconds. */
const LIMIT = 30_000;

/**
 * Runs an app with nothing but what `emulator env` prints, and sees that it said
 * nothing but where it is: no error, and no word of telemetry.
 */
export async function withApp(
  name: string,
  runtime: Runtime,
  act: (app: RunningApp) => Promise<void>,
): Promise<void> {
  const served = await serveEmulator({ port: 0, seed: SEED });
  const port = findPort();
  const envFile = await writeEnvironment(served);
  const { output, end } = start(name, runtime, port, envFile);
  const stop = async () => {
    const said = await end();
    await served.stop();
    await Deno.remove(envFile);
    return said;
  };
  try {
    await act(describe(served, await readOrigin(output)));
  } catch (error) {
    throw new Error(`${error}\nThe app said: ${(await stop()).join("")}`);
  }
  const greeting = `Listening on http://localhost:${port}\n`;
  assertEquals(await stop(), [greeting, ""]);
}

/** Starts an app. At its end it gives what was printed on both its outputs. */
function start(
  name: string,
  { command: [program = "", ...flags], folder }: Runtime,
  port: number,
  envFile: string,
) {
  const child = new Deno.Command(program, {
    args: [...flags, `--env-file=${envFile}`, `${folder}/${name}.mjs`],
    clearEnv: true,
    env: { PORT: `${port}`, ...keep("PATH", "HOME", "DENO_DIR") },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const [output, copy] = child.stdout.tee();
  const said = Promise.all([copy, child.stderr].map(readAll));
  const kill = () => {
    try {
      child.kill();
    } catch {
      // It has ended by itself; what it said tells why.
    }
  };
  const late = setTimeout(kill, LIMIT);
  const end = async () => {
    clearTimeout(late);
    kill();
    await child.status;
    return await said;
  };
  return { output, end };
}

function readAll(output: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(output).text();
}

function describe(served: ServedEmulator, origin: string): RunningApp {
  return {
    ...served,
    origin,
    open: () =>
      createTestBrowser(
        { [origin]: overHttp, [served.url]: overHttp },
        Date.now,
      ),
    async follow(browser, { text }) {
      // Quicker than any person: three handshakes in two seconds count as a loop.
      browser.cookiesOf("localhost").delete("__clerk_redirect_count");
      const [, href = ""] = /<a href="([^"]*)"/.exec(text) ?? [];
      return await browser.visit(href);
    },
  };
}

/** A port that is free. */
function findPort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  listener.close();
  return listener.addr.port;
}

/** Writes down what the program prints for an app. */
async function writeEnvironment({ url }: ServedEmulator): Promise<string> {
  const printed: string[] = [];
  const print = (text: string) => void printed.push(text);
  const args = ["env", "--port", new URL(url).port];
  assertEquals(await runEmulator(args, { print, warn: print }), 0);
  const path = await Deno.makeTempFile({ suffix: ".env" });
  await Deno.writeTextFile(path, `${printed.join("\n")}\n`);
  return path;
}

/** The variables without which programs do not find themselves. */
function keep(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => [name, Deno.env.get(name) ?? ""])
      .filter(([, value]) => value !== ""),
  );
}

/** Where the app says that it listens. */
async function readOrigin(output: ReadableStream<Uint8Array>): Promise<string> {
  let text = "";
  for await (const chunk of output.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const [origin] = /http:\/\/localhost:\d+/.exec(text) ?? [];
    if (origin) return origin;
  }
  throw new Error(`The app did not start: it printed "${text}"`);
}
