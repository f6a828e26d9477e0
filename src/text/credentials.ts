import { isObject } from "./json.ts";
import { parsePublishableKey } from "./publishable_key.ts";

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
  /** Where the Backend API is; Clerk's own when undefined. */
  readonly apiUrl?: unknown;
  /** The version of the Backend API in its paths. */
  readonly apiVersion?: unknown;
  /** What sends requests, when it is not the host's `fetch`. */
  readonly fetch?: unknown;
}

/** Where Clerk's Backend API is. */
export const API_URL = "https://api.clerk.com";

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
  for (const name of NAMES) {
    const value = credentials[name];
    const isJwk = name === "jwtKey" && isObject(value);
    if (value === undefined || isJwk) continue;
    const form = name === "jwtKey" ? /\S/ : /^[!-~]+$/;
    if (typeof value !== "string" || !form.test(value)) {
      const type = value === null ? value : typeof value;
      return `Cannot use "${name}": expected a string, not empty, of ASCII without white space, received ${type}.`;
    }
  }
  const [name, , expected] = judge(credentials).find((row) => row[1]) ?? [];
  return name && `Cannot use "${name}": expected ${expected}.`;
}

const NAMES = [
  "secretKey",
  "publishableKey",
  "machineSecretKey",
  "apiVersion",
  "apiUrl",
  "jwtKey",
] as const;

/** What may be wrong with text that is well formed, and whether it is. */
function judge(
  { secretKey, publishableKey, apiUrl = API_URL, fetch }: Credentials,
): readonly (readonly [name: string, isWrong: unknown, expected: string])[] {
  const secret = String(secretKey);
  const isLiveSecret = /^sk_live_/.test(secret);
  const parsed = parsePublishableKey(publishableKey);
  const isProduction = parsed?.instanceType === "production";
  const isUrl = parsed?.frontendApi.includes("://");
  const isOnThisMachine = parsed &&
    isLoopback(new URL(parsed.frontendApiUrl).hostname);
  const api = URL.canParse(`${apiUrl}`) ? new URL(`${apiUrl}`) : undefined;
  const isLocal = api && isLoopback(api.hostname);
  return [
    [SECRET, /^pk_/.test(secret), "a secret key, not a publishable key"],
    [
      PUBLISHABLE,
      publishableKey !== undefined && !parsed,
      "pk_test_ or pk_live_ with a host in base64, not a secret key",
    ],
    [
      SECRET,
      parsed && (isProduction ? /^sk_test_/.test(secret) : isLiveSecret),
      `a live key beside a live key, a test key beside a test key, as "${PUBLISHABLE}"`,
    ],
    [
      PUBLISHABLE,
      isProduction ? isUrl || isOnThisMachine : isUrl && !isOnThisMachine,
      `a host, or in a test key the URL of an emulator on this machine, not "${parsed?.frontendApiUrl}"`,
    ],
    [
      "apiUrl",
      !api ||
      !(api.protocol === "https:" || api.protocol === "http:" && isLocal) ||
      /[?#]/.test(`${apiUrl}`) || api.username || api.password,
      "an https URL without credentials, query and fragment",
    ],
    ["apiUrl", isLocal && isLiveSecret, "no emulator for a live key"],
    [
      "apiUrl",
      !fetch && api?.hostname === "api.clerk.com" &&
      /^sk_test_emulator_/.test(secret),
      "that of the emulator for an emulator's key",
    ],
  ];
}

const SECRET = "secretKey";
const PUBLISHABLE = "publishableKey";

/** Whether any of the keys is one of a production instance. */
export function isLive({ secretKey, publishableKey }: Credentials): boolean {
  return /^sk_live_/.test(`${secretKey}`) ||
    /^pk_live_/.test(`${publishableKey}`);
}

/** Whether a host is this machine. */
export function isLoopback(hostname: string): boolean {
  return /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
