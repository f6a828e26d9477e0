import { readEnv } from "../platform/env.ts";

/** The variables that a client is made of. */
const VARIABLES = [
  "CLERK_SECRET_KEY",
  "CLERK_PUBLISHABLE_KEY",
  "CLERK_JWT_KEY",
  "CLERK_MACHINE_SECRET_KEY",
  "CLERK_API_URL",
  "CLERK_API_VERSION",
];

/**
 * Makes what gives the client for a request. Where a host hands its variables
 * over with each request, as Workers do, the client is made of those, and kept
 * for as long as they stay the same.
 *
 * @param create Makes a client, of the process's environment if nothing else.
 */
export function createClientSource<Client>(
  create: (env: object | undefined) => Client,
): (env: unknown) => Client {
  // At once, so that wrong options are found at the start.
  const usual = create(undefined);
  let last: { readonly values: string; readonly client: Client } | undefined;
  return (env) => {
    if (typeof env !== "object" || !env) return usual;
    const found = VARIABLES.map((name) => readEnv(name, env));
    if (!found.some(Boolean)) return usual;
    const values = JSON.stringify(found);
    if (last?.values !== values) last = { values, client: create(env) };
    return last.client;
  };
}
