import { waitForEnd } from "../../platform/program.ts";
import { createFileStorage } from "../serve/file_storage.ts";
import { isStorageFailure } from "../storage.ts";
import { checkTarget } from "../webhook_target.ts";
import {
  PORT,
  type ServedEmulator,
  serveEmulator,
  type ServeOptions,
} from "../serve/serve.ts";
import { type Arguments, portOf, valueOf } from "./arguments.ts";
import { readKeyFile } from "./key_file.ts";
import type { Output } from "./run.ts";
import { readSeedFile } from "./seed_file.ts";

/** Starts an emulator, and serves until somebody interrupts it. */
export async function serve(args: Arguments, output: Output): Promise<void> {
  const webhookUrl = valueOf(args, "webhook");
  if (webhookUrl !== undefined) checkTarget(webhookUrl);
  const options = await readOptions(args);
  const served = await serveEmulator(options).catch((error) => {
    throw explain(error, options, args);
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
    ...(seed !== undefined && { seed: readSeedFile(seed) }),
    ...(state !== undefined && { storage: createFileStorage(state) }),
    ...(keys !== undefined && { keys: await readKeyFile(keys) }),
  };
}

/** Hosts tell of what is in the way in ways of their own. */
function explain(
  error: unknown,
  { port = PORT, hostname }: ServeOptions,
  args: Arguments,
): unknown {
  const state = valueOf(args, "state");
  const seed = valueOf(args, "seed");
  const text = error instanceof Error ? `${error.name} ${error.message}` : "";
  const why = state !== undefined && isOfStorage(error, text)
    ? explainState(state, text)
    : seed !== undefined && /^TypeError Cannot seed/.test(text)
    ? `${text.replace(/^\w+ /, "")} (in "${seed}")`
    : /AddrInUse|EADDRINUSE|in use/i.test(text)
    ? `Cannot listen on port ${port}: it is taken. Is an emulator running already? Take another with --port.`
    : /AddrNotAvailable|EADDRNOTAVAIL|assign requested|ENOTFOUND/i.test(text)
    ? `Cannot listen on "${hostname}": it is no address of this machine.`
    : /PermissionDenied|EACCES/i.test(text)
    ? `Cannot listen on port ${port}: this needs rights that you do not have. Take another with --port.`
    : undefined;
  return why === undefined ? error : new Error(why, { cause: error });
}

function isOfStorage(error: unknown, text: string): boolean {
  return isStorageFailure(error) || /what the storage holds/.test(text);
}

function explainState(path: string, text: string): string {
  return /what the storage holds/.test(text)
    ? `Cannot use the state in "${path}": expected what an emulator of this version wrote there. Move the file away to begin anew.`
    : `Cannot keep the state in "${path}": ${text.replace(/^\w+ /, "")}`;
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
  let told = new Map<string, number>();
  const timer = setInterval(async () => {
    await webhooks.delivered();
    const failed = webhooks.deliveries
      .filter(({ state, attempts }) => state !== "delivered" && attempts > 0);
    for (const { id, type, attempts } of failed) {
      if (told.get(id) === attempts) continue;
      output.warn(`${type}: ${url} did not take attempt ${attempts}`);
    }
    told = new Map(failed.map(({ id, attempts }) => [id, attempts]));
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
