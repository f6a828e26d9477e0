import { readTextFile, waitForEnd } from "../../platform/program.ts";
import { isObject, parseJson } from "../../text/json.ts";
import { checkTarget, deliver } from "../serve/deliver.ts";
import {
  PORT,
  type ServedEmulator,
  serveEmulator,
  type ServeOptions,
} from "../serve/serve.ts";
import type { Seed } from "../state/seed_types.ts";
import { type Arguments, portOf, valueOf } from "./arguments.ts";
import { readKeyFile } from "./key_file.ts";
import type { Output } from "./run.ts";

/** Starts an emulator, and serves until somebody interrupts it. */
export async function serve(args: Arguments, output: Output): Promise<void> {
  const webhookUrl = valueOf(args, "webhook");
  if (webhookUrl !== undefined) checkTarget(webhookUrl);
  const options = await readOptions(args);
  const served = await serveEmulator(options).catch((error) => {
    throw explain(error, options.port ?? PORT);
  });
  if (webhookUrl !== undefined) forward(served, webhookUrl, output);
  if (!args.flags.has("quiet")) announce(served, args, output);
  await waitForEnd();
  await served.stop();
}

async function readOptions(args: Arguments): Promise<ServeOptions> {
  const seed = valueOf(args, "seed");
  const keys = valueOf(args, "keys");
  const hostname = valueOf(args, "host");
  const port = portOf(args);
  return {
    strict: args.flags.has("strict"),
    dangerouslyExpose: args.flags.has("expose"),
    allowedHosts: [
      ...args.values.get("allow-host") ?? [],
      ...(hostname === undefined ? [] : [hostname]),
    ],
    webhookUrl: valueOf(args, "webhook"),
    ...(port !== undefined && { port }),
    ...(hostname !== undefined && { hostname }),
    ...(seed !== undefined && { seed: readSeed(seed) }),
    ...(keys !== undefined && { keys: await readKeyFile(keys) }),
  };
}

function readSeed(path: string): Seed {
  const text = readTextFile(path);
  if (text === undefined) {
    throw new TypeError(`Cannot read the seed: there is no file "${path}".`);
  }
  const seed = parseJson(text);
  if (isObject(seed)) return seed satisfies Seed;
  throw new TypeError(
    `Cannot read the seed "${path}": expected a JSON object.`,
  );
}

/** Hosts tell of a port that is taken in ways of their own. */
function explain(error: unknown, port: number): unknown {
  const text = error instanceof Error ? `${error.name} ${error.message}` : "";
  return /AddrInUse|EADDRINUSE|in use/i.test(text)
    ? new Error(
      `Cannot listen on port ${port}: it is taken. Is an emulator running already? Take another with --port.`,
      { cause: error },
    )
    : error;
}

/** Sends what happens to the app, one after the other. */
function forward(
  { emulator }: ServedEmulator,
  url: string,
  output: Output,
): void {
  emulator.webhooks.on("*", async (request, { type }) => {
    try {
      const { status } = await deliver(new Request(url, request));
      if (status >= 300) output.warn(`${type}: ${url} answered ${status}`);
    } catch {
      output.warn(`${type}: ${url} did not answer`);
    }
  });
}

function announce(
  { emulator, url }: ServedEmulator,
  args: Arguments,
  output: Output,
): void {
  const { publishableKey, instanceId } = emulator;
  if (args.flags.has("json")) {
    const line = { url, publishableKey, instanceId };
    return output.print(JSON.stringify(line));
  }
  output.print(`Clerk emulator at ${url}, for development alone
  publishable key   ${publishableKey}
  sign in           ${url}/sign-in
  variables         run it again with "env"${
    args.flags.has("expose")
      ? "\n  exposed           other machines may reach it, and sign in as anybody"
      : ""
  }
Interrupt it to stop.`);
}
