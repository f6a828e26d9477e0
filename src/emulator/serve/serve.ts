import { listen } from "../../platform/listen.ts";
import { createEmulator } from "../create_emulator.ts";
import { checkOptionNames, OPTION_NAMES } from "../option_names.ts";
import type { Emulator, EmulatorOptions } from "../emulator.ts";
import { isLoopback } from "../../text/credentials.ts";
import {
  createEmulatorHandler,
  type EmulatorHandler,
  type HandlerOptions,
} from "./handler.ts";

/** The options of {@linkcode serveEmulator}; any other is refused. */
export interface ServeOptions
  extends Omit<EmulatorOptions, "origin">, HandlerOptions {
  /** The port; 4640 by default, 0 for any that is free. */
  readonly port?: number | undefined;
  /** The address to listen on; `127.0.0.1` by default. */
  readonly hostname?: string | undefined;
  /**
   * Whether an address that other machines reach may be listened on. Whoever
   * reaches it can sign in as anybody, and do anything else.
   */
  readonly dangerouslyExpose?: boolean | undefined;
}

/** An emulator that listens. */
export interface ServedEmulator {
  /** The emulator. */
  readonly emulator: Emulator;
  /** Where it is: its origin. */
  readonly url: string;
  /**
   * Stops it. Requests under way are answered first, but none is waited for
   * longer than two seconds.
   */
  stop(): Promise<void>;
}

/** The port that emulators listen on. */
export const PORT = 4640;

/** Where emulators listen, and where they say that they are. */
const LOCAL = "127.0.0.1";

/** How long requests under way may take when the emulator stops, in milliseconds. */
const GRACE = 2_000;

/** All options: where it is, an emulator that listens says by itself. */
const NAMES = [
  ...OPTION_NAMES.filter((name) => name !== "origin"),
  "port",
  "hostname",
  "dangerouslyExpose",
  "allowedHosts",
  "webhookUrl",
];

/**
 * Starts an emulator that listens for requests over HTTP, on this machine alone:
 * for the official SDK, for apps in processes of their own, and for browsers.
 * Runs on Deno, Bun, and Node 20.16 or later.
 *
 * A change that cannot be kept, as the `storage` fails, is answered with 500, the
 * code `internal_clerk_error` and the reason.
 *
 * @param options What the emulator begins with, and where it listens.
 * @returns The emulator, and a way to stop it.
 * @throws {TypeError} When an option is wrong or unknown, and where the emulator
 * refuses to run; the host's error when the port is taken.
 *
 * @example
 * ```ts ignore
 * import { serveEmulator } from "@isoclerk/backend/emulator/serve";
 *
 * const served = await serveEmulator({
 *   port: 0,
 *   seed: { users: [{ id: "user_1", emailAddress: ["ada@example.com"] }] },
 * });
 * console.log(`Sign in at ${served.url}/sign-in`);
 * await served.stop();
 * ```
 */
export async function serveEmulator(
  options: ServeOptions = {},
): Promise<ServedEmulator> {
  checkOptionNames(options, NAMES);
  const { port = PORT, hostname = LOCAL, dangerouslyExpose, ...others } =
    options;
  const { allowedHosts, webhookUrl, ...own } = others;
  checkAddress(hostname, dangerouslyExpose === true);
  // The port is known only once there is a server, and the emulator names it.
  let tell = (_: EmulatorHandler) => {};
  const handler = new Promise<EmulatorHandler>((resolve) => tell = resolve);
  const listener = await listen(
    async (request) => (await handler)(request),
    // Hosts differ in which of its addresses this name stands for.
    { hostname: hostname === "localhost" ? LOCAL : hostname, port },
  );
  const stop = () => listener.stop(GRACE);
  const url = `http://${originHostOf(hostname)}:${listener.port}`;
  try {
    const emulator = await createEmulator({ ...own, origin: url });
    tell(createEmulatorHandler(emulator, { allowedHosts, webhookUrl }));
    return { emulator, url, stop };
  } catch (error) {
    tell(() => Promise.resolve(new Response(null, { status: 503 })));
    await stop();
    throw error;
  }
}

function checkAddress(hostname: string, mayExpose: boolean): void {
  if (/^\[?::1\]?$/.test(hostname)) {
    throw new TypeError(
      `Cannot listen on "${hostname}": it does not fit into a publishable key. Expected "127.0.0.1".`,
    );
  }
  if (isLoopback(hostname) || mayExpose) return;
  throw new TypeError(
    `Cannot listen on "${hostname}": other machines could reach it, and whoever does can sign in as anybody. Expected "127.0.0.1", or "dangerouslyExpose" (--expose).`,
  );
}

/** Names do not fit into a publishable key, nor do addresses of other machines. */
function originHostOf(hostname: string): string {
  return /^127(?:\.\d+){3}$/.test(hostname) ? hostname : LOCAL;
}
