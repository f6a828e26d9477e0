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
  const wrong = NAMES.find((name) => !isFit(name, credentials[name]));
  const [name, , expected] = wrong
    ? [wrong, 1, "visible ASCII, not empty and without white space"]
    : judge(credentials).find((row) => row[1]) ?? [];
  const value = wrong && credentials[wrong];
  return name &&
    `Cannot use "${name}": expected ${expected}${
      wrong ? `, received ${value === null ? value : typeof value}` : ""
    }.`;
}

const NAMES = [
  "secretKey",
  "publishableKey",
  "machineSecretKey",
  "apiVersion",
  "apiUrl",
  "jwtKey",
] as const;

const ONE_INSTANCE =
  "what belongs together: live keys, test keys, or those of an emulator on this machine and its URL";

function isFit(name: string, value: unknown): boolean {
  const isJwtKey = name === "jwtKey";
  return value === undefined || isJwtKey && isObject(value) ||
    typeof value === "string" && (isJwtKey ? /\S/ : /^[!-~]+$/).test(value);
}

/** What may be wrong with text that is well formed, and whether it is. */
function judge(
  { secretKey, publishableKey, apiUrl = API_URL, fetch }: Credentials,
): readonly (readonly [name: string, isWrong: unknown, expected: string])[] {
  const secret = `${secretKey}`;
  const isLiveSecret = isLive({ secretKey });
  const parsed = parsePublishableKey(publishableKey);
  const isUrl = parsed?.frontendApi.includes("://");
  const isEmulator = parsed && isLocal(parsed.frontendApiUrl);
  const url = `${apiUrl}`;
  const isLocalApi = isLocal(url);
  return [
    ["secretKey", /^pk_/.test(secret), "a secret key, not a publishable key"],
    [
      "publishableKey",
      publishableKey !== undefined && !parsed,
      "a publishable key (pk_test_ or pk_live_), not a secret key",
    ],
    [
      "secretKey",
      parsed && (parsed.isLive ? /^sk_test_/.test(secret) : isLiveSecret),
      ONE_INSTANCE,
    ],
    [
      "publishableKey",
      parsed?.isLive ? isUrl || isEmulator : isUrl && !isEmulator,
      ONE_INSTANCE,
    ],
    [
      "apiUrl",
      !URL.canParse(url) ||
      !(isLocalApi ? /^https?:[^?#@]+$/i : /^https:[^?#@]+$/i).test(url),
      "an https URL without credentials, query and fragment",
    ],
    [
      "apiUrl",
      isLocalApi && isLiveSecret ||
      !fetch && /^sk_test_emulator_/.test(secret) &&
        new URL(url).hostname === "api.clerk.com",
      ONE_INSTANCE,
    ],
  ];
}

/** Whether any of the keys is one of a production instance. */
export function isLive({ secretKey, publishableKey }: Credentials): boolean {
  return /^sk_live_|,pk_live_/.test(`${secretKey},${publishableKey}`);
}

function isLocal(url: string): boolean {
  return URL.canParse(url) && isLoopback(new URL(url).hostname);
}

/** Whether a host is this machine. */
export function isLoopback(hostname: string): boolean {
  return /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
