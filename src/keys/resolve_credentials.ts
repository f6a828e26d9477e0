import type { Jwk } from "../jwt/types.ts";
import { readEnv } from "../platform/env.ts";

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

const KEYS = ["jwtKey", "secretKey", "publishableKey"] as const;

/**
 * Completes credentials from the environment. The environment is taken for the
 * keys of one instance: when a key that was given differs from its variable, the
 * keys there are another instance's, and none of them is used.
 */
export function resolveCredentials(
  given: InstanceCredentials,
): Omit<InstanceCredentials, "env"> {
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
      (typeof key !== "string" || key.trim() !== variable);
  });
  const take = <N extends keyof InstanceCredentials>(
    name: N,
    isUsed = !isOther,
  ) => given[name] === undefined && isUsed ? read(name) : given[name];
  return {
    jwtKey: take("jwtKey"),
    secretKey: take("secretKey"),
    publishableKey: take("publishableKey"),
    apiUrl: take("apiUrl", true),
    apiVersion: take("apiVersion", true),
  };
}
