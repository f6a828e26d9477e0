import { readEnv } from "../platform/env.ts";
import { isObject } from "../text/json.ts";
import { demand } from "../text/options.ts";
import type { HandlerOptions } from "./types.ts";

/** The variables that a client is made of. */
const VARIABLES = [
  "CLERK_SECRET_KEY",
  "CLERK_PUBLISHABLE_KEY",
  "CLERK_JWT_KEY",
  "CLERK_MACHINE_SECRET_KEY",
  "CLERK_API_URL",
  "CLERK_API_VERSION",
];

/** What a handler goes by besides its client. */
const OWN: readonly (keyof HandlerOptions | "clerk")[] = [
  "acceptsToken",
  "allowUnauthenticated",
  "authorize",
  "clerk",
  "cors",
  "treatPendingAsSignedOut",
];

/**
 * Demands that a client at hand is one, and comes without options for another:
 * they would have no effect, and some of them are there for safety.
 *
 * @throws {TypeError} When it is not so.
 */
export function demandClientAlone(options: { readonly clerk?: unknown }): void {
  const { clerk } = options;
  const isClient = isObject(clerk) &&
    typeof clerk.authenticateRequest === "function";
  demand("clerk", isClient, "what createClerkClient makes");
  const own: readonly string[] = OWN;
  for (const [name, value] of Object.entries(options)) {
    const isGood = value === undefined || own.includes(name);
    demand(name, isGood, 'it to be given to the client, as "clerk" is given');
  }
}

/** How many clients are kept. */
const MOST_KEPT = 32;

/**
 * Makes what gives the client for a request. Where a host hands its variables
 * over with each request, as Workers do, the client is made of those, and kept
 * for when the very same come again: an application of several instances would
 * fetch keys for each request otherwise.
 *
 * @param create Makes a client, of the process's environment if nothing else.
 */
export function createClientSource<Client>(
  create: (env: object | undefined) => Client,
): (env: unknown) => Client {
  // At once, so that wrong options are found at the start.
  const usual = create(undefined);
  const kept = new Map<string, Client>();
  return (env) => {
    if (typeof env !== "object" || !env) return usual;
    const found = VARIABLES.map((name) => readEnv(name, env));
    if (!found.some(Boolean)) return usual;
    const values = JSON.stringify(found);
    const client = kept.get(values) ?? create(env);
    if (kept.size >= MOST_KEPT && !kept.has(values)) kept.clear();
    kept.set(values, client);
    return client;
  };
}
