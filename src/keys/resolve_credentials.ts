import type { Jwk } from "../jwt/types.ts";
import { readEnv } from "../platform/env.ts";
import { isText } from "../text/json.ts";

/** The keys of an instance and where its Backend API is. */
export interface InstanceCredentials {
  /**
   * The public key of the instance, as PEM text (`BEGIN PUBLIC KEY`) or as JWK.
   * It is an RSA key. Nothing is fetched then. By default the environment
   * variable `CLERK_JWT_KEY`.
   */
  readonly jwtKey?: string | Jwk | undefined;
  /**
   * The secret key of the instance. By default the environment variable
   * `CLERK_SECRET_KEY`.
   */
  readonly secretKey?: string | undefined;
  /**
   * The publishable key of the instance. By default the environment variable
   * `CLERK_PUBLISHABLE_KEY`.
   */
  readonly publishableKey?: string | undefined;
  /**
   * The origin of the Backend API. By default the environment variable
   * `CLERK_API_URL`, else `https://api.clerk.com`.
   */
  readonly apiUrl?: string | undefined;
  /**
   * The version of the Backend API in its paths. By default the environment
   * variable `CLERK_API_VERSION`, else `v1`.
   */
  readonly apiVersion?: string | undefined;
  /**
   * What to read instead of the process's environment variables, such as the
   * bindings that Cloudflare Workers hand to a handler.
   */
  readonly env?: object | undefined;
}

const API = ["apiUrl", "apiVersion"] as const;
const KEYS = ["jwtKey", "secretKey", "publishableKey"] as const;

/**
 * Completes credentials from the environment. The environment is taken for the
 * keys of one instance: when a key that was given differs from its variable, the
 * keys there are another instance's, and none of them is used.
 *
 * @param given What was given.
 * @param more Other keys of the instance that are wanted.
 */
export function resolveCredentials<
  Given extends InstanceCredentials,
  More extends keyof Given & string = never,
>(
  given: Given,
  ...more: readonly More[]
): Pick<Given, More> & Omit<InstanceCredentials, "env"> {
  // CLERK_JWT_KEY for `jwtKey`, and so on.
  const read = (name: string) =>
    readEnv(
      "CLERK_" + name.replace(/[A-Z]/g, "_$&").toUpperCase(),
      given.env,
    )?.trim() || undefined;
  const isOther = KEYS.some((name) => {
    const key = given[name];
    const variable = read(name);
    return key !== undefined && variable &&
      (!isText(key) || key.trim() !== variable);
  });
  const names = [...API, ...KEYS, ...more] as const;
  return Object.fromEntries(names.map((name, i) => [
    name,
    given[name] === undefined && (!isOther || i < API.length)
      ? read(name)
      : given[name],
  ]));
}
