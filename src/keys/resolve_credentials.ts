import type { Jwk } from "../jwt/types.ts";
import { readEnv } from "../platform/env.ts";
import { variableOf } from "../text/credentials.ts";
import { isText, type JsonObject } from "../text/json.ts";

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

/** The names of all credentials: addresses, then keys. */
export const CREDENTIALS = [
  "apiUrl",
  "apiVersion",
  "secretKey",
  "publishableKey",
  "jwtKey",
] as const;

/**
 * Completes credentials from the environment, without white space around them.
 *
 * The environment is taken for the keys of one instance: when a key that was
 * given differs from its variable, the keys there are another instance's, and
 * none of them is used.
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
): Pick<Given, More> & Omit<InstanceCredentials, "env">;
export function resolveCredentials(
  given: InstanceCredentials & JsonObject,
  ...more: readonly string[]
): object {
  const read = (name: string) => readEnv(variableOf(name), given.env);
  const trim = (name: string) => {
    const value = given[name];
    return isText(value) ? value.trim() : value;
  };
  const isOther = CREDENTIALS.slice(2).some((name) => {
    const variable = read(name);
    return given[name] !== undefined && variable && trim(name) !== variable;
  });
  // Addresses are nobody's own.
  return Object.fromEntries([...CREDENTIALS, ...more].map((name, i) => [
    name,
    given[name] === undefined && (!isOther || i < 2) ? read(name) : trim(name),
  ]));
}
