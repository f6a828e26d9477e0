import { waitForEnd } from "../../platform/program.ts";
import { readWholeFile } from "../../platform/whole_file.ts";
import { isObject, parseJson } from "../../text/json.ts";
import { createFileStorage } from "../serve/file_storage.ts";
import { checkTarget } from "../webhook_target.ts";
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
    throw explain(error, options.port ?? PORT, valueOf(args, "state"));
  });
  const stopForwarding = webhookUrl === undefined
    ? undefined
    : forward(served, webhookUrl, output);
  if (!args.flags.has("quiet")) announce(served, args, output);
  await waitForEnd();
  stopForwarding?.();
  await served.stop();
}

async function readOptions(args: Arguments): Promise<ServeOptions> {
  const seed = valueOf(args, "seed");
  const keys = valueOf(args, "keys");
  const state = valueOf(args, "state");
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
    ...(state !== undefined && { storage: createFileStorage(state) }),
    ...(keys !== undefined && { keys: await readKeyFile(keys) }),
  };
}

function readSeed(path: string): Seed {
  const text = readWholeFile(path);
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
function explain(
  error: unknown,
  port: number,
  state: string | undefined,
): unknown {
  const text = error instanceof Error ? `${error.name} ${error.message}` : "";
  if (state !== undefined && /what the storage holds/.test(text)) {
    return new Error(
      `Cannot use the state in "${state}": expected what an emulator of this version wrote there. Move the file away to begin anew.`,
      { cause: error },
    );
  }
  return /AddrInUse|EADDRINUSE|in use/i.test(text)
    ? new Error(
      `Cannot listen on port ${port}: it is taken. Is an emulator running already? Take another with --port.`,
      { cause: error },
    )
    : error;
}

/** How often what is due to be sent again is looked for, in milliseconds. */
const RETRY_EVERY = 1_000;

/**
 * Sends what happens to the app, again and again when it does not answer.
 *
 * @returns Stops it.
 */
function forward(
  { emulator: { webhooks } }: ServedEmulator,
  url: string,
  output: Output,
): () => void {
  webhooks.endpoint(url);
  const told = new Set<string>();
  const timer = setInterval(async () => {
    await webhooks.delivered();
    for (const { id, type, attempts, state } of webhooks.deliveries) {
      const line = `${type}: ${url} did not take attempt ${attempts}`;
      if (state === "delivered" || told.has(id + line)) continue;
      told.add(id + line);
      output.warn(line);
    }
  }, RETRY_EVERY);
  return () => clearInterval(timer);
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
