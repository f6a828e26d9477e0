import type { Jwk } from "../jwt/types.ts";
import { readEnv } from "../platform/env.ts";

/** The keys of an instance and where its Backend API is. */
export interface InstanceCredentials {
  /**
   * The public key of the instance, as PEM text or as JWK. Nothing is fetched
   * then. By default the environment variable `CLERK_JWT_KEY`.
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

const VARIABLES = {
  jwtKey: "CLERK_JWT_KEY",
  secretKey: "CLERK_SECRET_KEY",
  publishableKey: "CLERK_PUBLISHABLE_KEY",
} as const;

/**
 * Completes credentials from the environment. The environment is taken for the
 * keys of one instance: when a key that was given differs from its variable, the
 * keys there are another instance's, and none of them is used.
 */
export function resolveCredentials(
  given: InstanceCredentials,
): Omit<InstanceCredentials, "env"> {
  const read = (name: string) => readEnv(name, given.env)?.trim() || undefined;
  const { jwtKey, secretKey, publishableKey, apiUrl, apiVersion } = given;
  const env = {
    jwtKey: read(VARIABLES.jwtKey),
    secretKey: read(VARIABLES.secretKey),
    publishableKey: read(VARIABLES.publishableKey),
  };
  const isOther = differs(jwtKey, env.jwtKey) ||
    differs(secretKey, env.secretKey) ||
    differs(publishableKey, env.publishableKey);
  const rest = isOther ? {} : env;
  return {
    ...rest,
    ...(jwtKey === undefined ? {} : { jwtKey }),
    ...(secretKey === undefined ? {} : { secretKey }),
    ...(publishableKey === undefined ? {} : { publishableKey }),
    apiUrl: apiUrl ?? read("CLERK_API_URL"),
    apiVersion: apiVersion ?? read("CLERK_API_VERSION"),
  };
}

function differs(given: unknown, variable: string | undefined): boolean {
  if (given === undefined || variable === undefined) return false;
  return typeof given !== "string" || given.trim() !== variable;
}
