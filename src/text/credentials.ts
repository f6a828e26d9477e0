import { isObject, isText } from "./json.ts";
import { demand } from "./options.ts";
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
  /** Where the Backend API is; Clerk's own when undefined. */
  readonly apiUrl?: unknown;
  /** The version of the Backend API in its paths. */
  readonly apiVersion?: unknown;
  /** What sends requests, when it is not the host's `fetch`. */
  readonly fetch?: unknown;
}

/** Where Clerk's Backend API is. */
export const API_URL = "https://api.clerk.com";

const TEXTS = [
  "secretKey",
  "publishableKey",
  "machineSecretKey",
  "apiVersion",
  "apiUrl",
  "jwtKey",
] as const;

const ONE_INSTANCE =
  "live keys alone, test keys alone, or an emulator's with its local URL";

/**
 * Demands that keys and addresses are well formed and fit together: no key
 * travels in clear, test and live keys are not mixed, an emulator's secret is
 * not sent to Clerk nor a live one to an emulator.
 *
 * @param credentials What is to be used together.
 * @throws {TypeError} When something is wrong. The message says what was
 * expected, and never holds a key.
 */
export function demandCredentials(credentials: Credentials): void {
  for (const name of TEXTS) {
    const value = credentials[name];
    const isKey = name === "jwtKey";
    const form = isKey ? /\S/ : /^[!#-&(-~]+$/;
    demand(
      name,
      value === undefined || isKey && isObject(value) ||
        isText(value) && form.test(value),
      `ASCII, not empty, without white space and quotes, received ${
        value === null ? value : typeof value
      }`,
    );
  }
  const { secretKey, publishableKey, apiVersion = "v1" } = credentials;
  const parsed = parsePublishableKey(publishableKey);
  demand(
    "secretKey",
    !/^pk_/.test(`${secretKey}`),
    "an sk_ key, not a pk_ key",
  );
  demand(
    "publishableKey",
    publishableKey === undefined || parsed,
    "a pk_test_ or pk_live_ key, not a secret key",
  );
  demand("apiVersion", /^\w[\w.-]*$/.test(`${apiVersion}`), 'a name as "v1"');
  demandOneInstance(credentials, parsed);
}

function demandOneInstance(
  { secretKey, apiUrl = API_URL, fetch }: Credentials,
  publishable: PublishableKey | undefined,
): void {
  const url = `${apiUrl}`;
  const secret = `${secretKey}`;
  const isLocalApi = isLocal(url);
  demand(
    "apiUrl",
    URL.canParse(url) && /^https?:[^?#@]+$/i.test(url) &&
      (isLocalApi || /^https:/i.test(url)) && !/\/v\d+\/*$/.test(url),
    "an https URL without version, credentials, query and fragment",
  );
  const isProduction = publishable?.instanceType === "production";
  const isUrl = publishable?.frontendApi.includes("://");
  const isEmulator = publishable && isLocal(publishable.frontendApiUrl);
  demand(
    "publishableKey",
    isProduction ? !isUrl && !isEmulator : !isUrl || isEmulator,
    ONE_INSTANCE,
  );
  demand(
    "secretKey",
    /^sk_live_/.test(secret)
      ? !isLocalApi && (!publishable || isProduction)
      : !(/^sk_test_/.test(secret) && isProduction) &&
        !(!fetch && /^sk_test_emulator_/.test(secret) &&
          new URL(url).hostname === "api.clerk.com"),
    ONE_INSTANCE,
  );
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
