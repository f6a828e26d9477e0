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
  const isWrong = (row: Verdict) => row[1];
  const [name, , expected] =
    NAMES.map((name) => judgeText(name, credentials[name])).find(isWrong) ??
      judge(credentials).find(isWrong) ?? [];
  return name && `Cannot use "${name}": expected ${expected}.`;
}

/** A name, whether what it stands for is wrong, and what was expected. */
type Verdict = readonly [name: string, isWrong: unknown, expected: string];

const NAMES = [
  "secretKey",
  "publishableKey",
  "machineSecretKey",
  "apiVersion",
  "apiUrl",
  "jwtKey",
] as const;

const ONE_INSTANCE =
  "live keys alone, test keys alone, or an emulator's with its local URL";

function judgeText(name: string, value: unknown): Verdict {
  const form = name === "jwtKey" ? /\S/ : /^[!#-&(-~]+$/;
  const isJwk = name === "jwtKey" && isObject(value);
  const type = value === null ? value : typeof value;
  return [
    name,
    value !== undefined && !isJwk &&
    !(typeof value === "string" && form.test(value)),
    `ASCII, not empty, without white space and quotes, received ${type}`,
  ];
}

/** What may be wrong with text that is well formed, and whether it is. */
function judge(
  {
    secretKey,
    publishableKey,
    apiUrl = API_URL,
    apiVersion = "v1",
    fetch,
  }: Credentials,
): readonly Verdict[] {
  const secret = `${secretKey}`;
  const isLiveSecret = isLive({ secretKey });
  const parsed = parsePublishableKey(publishableKey);
  const isProduction = parsed?.instanceType === "production";
  const isUrl = parsed?.frontendApi.includes("://");
  const isEmulator = parsed && isLocal(parsed.frontendApiUrl);
  return [
    ["secretKey", /^pk_/.test(secret), "an sk_ key, not a publishable key"],
    ["apiVersion", !/^\w[\w.-]*$/.test(`${apiVersion}`), 'a name as "v1"'],
    [
      "publishableKey",
      publishableKey !== undefined && !parsed,
      "a pk_test_ or pk_live_ key, not a secret key",
    ],
    [
      "secretKey",
      parsed && (isProduction ? /^sk_test_/.test(secret) : isLiveSecret),
      ONE_INSTANCE,
    ],
    [
      "publishableKey",
      isProduction ? isUrl || isEmulator : isUrl && !isEmulator,
      ONE_INSTANCE,
    ],
    ...judgeApiUrl(`${apiUrl}`, secret, fetch),
  ];
}

function judgeApiUrl(url: string, secret: string, fetch: unknown): Verdict[] {
  const isLocalApi = isLocal(url);
  return [
    [
      "apiUrl",
      !URL.canParse(url) ||
      !(isLocalApi ? /^https?:[^?#@]+$/i : /^https:[^?#@]+$/i).test(url) ||
      /\/v\d+\/*$/.test(url),
      "an https URL without version, credentials, query and fragment",
    ],
    [
      "apiUrl",
      isLocalApi && isLive({ secretKey: secret }) ||
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
