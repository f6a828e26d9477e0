import { readEnv } from "../platform/env.ts";

/** Variables that only a deployment has, and the values that tell; any by default. */
const DEPLOYMENTS: readonly (readonly [name: string, value?: string])[] = [
  ["NODE_ENV", "production"],
  ["DENO_ENV", "production"],
  ["DENO_DEPLOYMENT_ID"],
  ["DENO_DEPLOY"],
  ["VERCEL_ENV", "production"],
  ["VERCEL_TARGET_ENV", "production"],
  ["AWS_LAMBDA_FUNCTION_NAME"],
  ["K_SERVICE"],
  ["FLY_APP_NAME"],
  ["DYNO"],
];

const KEYS: readonly string[] = [
  "CLERK_SECRET_KEY",
  "CLERK_PUBLISHABLE_KEY",
];

/**
 * Refuses to start where real users may be. There is no way around it: for a
 * test of a production build, run the emulator as a process of its own.
 *
 * @param env Variables to look at besides those of the process.
 * @throws {TypeError} In a deployment, or beside the keys of a live instance.
 */
export function checkSurroundings(env: object | undefined): void {
  const places = env ? [undefined, env] : [undefined];
  for (const place of places) {
    for (const [name, value] of DEPLOYMENTS) {
      const found = readEnv(name, place);
      if (found === undefined || (value && found !== value)) continue;
      throw new TypeError(
        `Cannot start the emulator: the variable "${name}" says that this is a deployment. Run the emulator in tests and on developers' machines only.`,
      );
    }
    for (const name of KEYS) {
      if (!/^[sp]k_live_/.test(readEnv(name, place) ?? "")) continue;
      throw new TypeError(
        `Cannot start the emulator: the variable "${name}" holds a key of a live instance. Unset it, or set one of a development instance.`,
      );
    }
  }
}

/**
 * Checks where the emulator says that it is.
 *
 * @param origin What the options say.
 * @returns The origin.
 * @throws {TypeError} When it is not an origin on this machine.
 */
export function checkOrigin(origin: string): string {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (
    url && /^https?:$/.test(url.protocol) &&
    /^127(?:\.\d{1,3}){3}$/.test(url.hostname) && url.href === `${url.origin}/`
  ) return url.origin;
  throw new TypeError(
    `Cannot use the option "origin": expected an origin on this machine such as "http://127.0.0.1:4640", received "${origin}". Names such as "localhost" do not fit into a publishable key.`,
  );
}
