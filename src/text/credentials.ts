import { parsePublishableKey, type PublishableKey } from "./publishable_key.ts";

/** Keys and addresses that are to be used together, not yet looked at. */
export interface Credentials {
  /** The secret key of the instance. */
  readonly secretKey?: unknown;
  /** The publishable key of the instance. */
  readonly publishableKey?: unknown;
  /** The public key of the instance, as PEM text or JWK. */
  readonly jwtKey?: unknown;
  /** The secret key of a machine of the instance. */
  readonly machineSecretKey?: unknown;
  /** The origin of the Backend API; Clerk's own when undefined. */
  readonly apiUrl?: unknown;
  /** The version of the Backend API. */
  readonly apiVersion?: unknown;
  /** What sends requests, when it is not the host's `fetch`. */
  readonly fetch?: unknown;
}

/** Where Clerk's Backend API is. */
export const API_URL = "https://api.clerk.com";

const EMULATOR_SECRET = "sk_test_emulator_";

/**
 * Checks that keys and addresses are well formed and fit together: no key
 * travels in clear, test and live keys are not mixed, an emulator's secret is
 * not sent to Clerk nor a live one to an emulator.
 *
 * @param credentials What is to be used together.
 * @returns Undefined when all is well, else a message that says what came and
 * what to do. It never holds a key.
 */
export function checkCredentials(credentials: Credentials): string | undefined {
  const { secretKey, apiUrl, jwtKey } = credentials;
  const wrong = checkText("secretKey", secretKey) ??
    checkText("machineSecretKey", credentials.machineSecretKey) ??
    checkText("apiVersion", credentials.apiVersion) ??
    checkJwtKey(jwtKey) ?? checkKind(secretKey) ??
    checkPublishableKey(credentials.publishableKey);
  if (wrong !== undefined) return wrong;
  const secret = typeof secretKey === "string" ? secretKey : undefined;
  const publishable = parsePublishableKey(credentials.publishableKey);
  return checkMix(secret, publishable) ??
    checkApiUrl(apiUrl, secret, credentials.fetch !== undefined);
}

/** Whether any of the keys is one of a production instance. */
export function isLive(credentials: Credentials): boolean {
  return startsWith(credentials.secretKey, "sk_live_") ||
    startsWith(credentials.publishableKey, "pk_live_");
}

/** Whether a host is this machine. */
export function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

function startsWith(value: unknown, start: string): boolean {
  return typeof value === "string" && value.startsWith(start);
}

function refuse(name: string, why: string): string {
  return `Cannot use "${name}": ${why}.`;
}

/** Describes a value by its type alone, as it may be a key. */
function typeOf(value: unknown): string {
  return value === null
    ? "null"
    : Array.isArray(value)
    ? "array"
    : typeof value;
}

function checkText(name: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "string") {
    return refuse(name, `expected a string, received ${typeOf(value)}`);
  }
  if (value === "") {
    return refuse(
      name,
      "it is empty; set the environment variable that it comes from, or leave it out",
    );
  }
  return /^[\x21-\x7e]+$/.test(value) ? undefined : refuse(
    name,
    "it holds white space or characters outside ASCII; copy it again, and trim it",
  );
}

function checkJwtKey(value: unknown): string | undefined {
  if (value === undefined || (typeOf(value) === "object")) return undefined;
  if (typeof value !== "string") {
    return refuse(
      "jwtKey",
      `expected PEM text or a JWK, received ${typeOf(value)}`,
    );
  }
  return value.trim() === ""
    ? refuse("jwtKey", "it is empty; give PEM text or a JWK, or leave it out")
    : undefined;
}

function checkKind(secretKey: unknown): string | undefined {
  return startsWith(secretKey, "pk_")
    ? refuse(
      "secretKey",
      `a publishable key came ("pk_…"); give the key that starts with "sk_"`,
    )
    : undefined;
}

function checkPublishableKey(value: unknown): string | undefined {
  const name = "publishableKey";
  if (value === undefined) return undefined;
  if (startsWith(value, "sk_")) {
    return refuse(
      name,
      `a secret key came ("sk_…"); give the key that starts with "pk_", and replace the secret key if it was made public`,
    );
  }
  const parsed = parsePublishableKey(value);
  if (!parsed) {
    return checkText(name, value) ?? refuse(
      name,
      `expected "pk_test_" or "pk_live_" and a host in base64; copy it again from the API keys page of the Clerk Dashboard`,
    );
  }
  const { frontendApi, frontendApiUrl, instanceType } = parsed;
  const local = isLoopback(new URL(frontendApiUrl).hostname);
  if (instanceType === "production") {
    return local || frontendApiUrl.startsWith("http:")
      ? refuse(name, "a live key names an emulator or an http URL")
      : undefined;
  }
  return frontendApi.includes("://") && !local
    ? refuse(
      name,
      `it names the URL "${frontendApiUrl}"; only an emulator on this machine may have a URL there`,
    )
    : undefined;
}

function checkMix(
  secretKey: string | undefined,
  publishable: PublishableKey | undefined,
): string | undefined {
  if (!secretKey || !publishable) return undefined;
  const secretType = secretKey.startsWith("sk_live_")
    ? "live"
    : secretKey.startsWith("sk_test_")
    ? "test"
    : undefined;
  const type = publishable.instanceType === "production" ? "live" : "test";
  return secretType && secretType !== type
    ? refuse(
      "secretKey",
      `it is a ${secretType} key, but "publishableKey" is a ${type} key; take both from the same instance`,
    )
    : undefined;
}

function checkApiUrl(
  apiUrl: unknown,
  secretKey: string | undefined,
  hasFetch: boolean,
): string | undefined {
  const name = "apiUrl";
  if (apiUrl !== undefined && typeof apiUrl !== "string") {
    return refuse(name, `expected a string, received ${typeOf(apiUrl)}`);
  }
  const text = apiUrl ?? API_URL;
  if (!URL.canParse(text)) {
    return refuse(name, `expected a URL such as "${API_URL}"`);
  }
  const url = new URL(text);
  if (
    url.username || url.password || text.includes("?") || text.includes("#")
  ) {
    return refuse(
      name,
      "it holds credentials, a query or a fragment; give the origin, with a path at most",
    );
  }
  const origin = `${url.protocol}//${url.host}`;
  const local = isLoopback(url.hostname);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && local)) {
    return refuse(
      name,
      `"${origin}" is not safe to send a key to; use https, or http on this machine`,
    );
  }
  if (local && secretKey?.startsWith("sk_live_")) {
    return refuse(
      name,
      `a live secret key must not be sent to "${origin}"; use a test key with an emulator`,
    );
  }
  return !hasFetch && url.hostname === "api.clerk.com" &&
      secretKey?.startsWith(EMULATOR_SECRET)
    ? refuse(
      name,
      `an emulator's secret key must not be sent to "${API_URL}"; give the emulator's URL or its fetch`,
    )
    : undefined;
}
