import { isObject, isText } from "./json.ts";
import { demand } from "./options.ts";
import { parsePublishableKey } from "./publishable_key.ts";
import { parseUrl } from "./url.ts";

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

const ONE_INSTANCE =
  "live keys alone, test keys alone, or an emulator's with its local URL";

/** What a publishable key must be. */
export const PK = "a pk_test_ or pk_live_ key";

/** Fit for a header, and none of the keys that are of other use. */
const SECRET = /^(?!pk_|whsec_)[!#-&(-~]+$/;

/** What each text must look like, and how to say so. */
const FORMS = [
  ["jwtKey", /\S/, "PEM text or a JWK"],
  ["secretKey", SECRET, "an sk_ key without spaces or quotes"],
  ["machineSecretKey", SECRET, "an ak_ key without spaces or quotes"],
  ["publishableKey", /^pk_/, PK],
  ["apiVersion", /^\w[\w.-]*$/, 'a name as "v1"'],
  [
    "apiUrl",
    // In clear to this machine alone.
    /^(?:https:\/\/|http:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?=[:/]|$))(?!.*\/v\d+\/*$)[^?#@\s"']*$/i,
    "an https URL without version, credentials, query and fragment",
  ],
] as const;

/** The environment variable of an option: `CLERK_SECRET_KEY` for `secretKey`. */
export function variableOf(name: string): string {
  return "CLERK_" + name.replace(/[A-Z]/g, "_$&").toUpperCase();
}

/**
 * Demands that keys and addresses are well formed, and that no key travels in
 * clear.
 *
 * @param given Those of them that are options; the others are variables.
 * @throws {TypeError} When something is wrong. The message says what was
 * expected, and never holds a key.
 */
export function demandForms(
  credentials: Credentials,
  given: Credentials = credentials,
): void {
  for (const [name, form, expected] of FORMS) {
    const value = credentials[name];
    demand(
      given[name] === undefined ? variableOf(name) : name,
      value === undefined || isText(value) && form.test(value) ||
        name === "jwtKey" && isObject(value),
      expected,
    );
  }
}

/**
 * Demands that keys and addresses are well formed and fit together: test and
 * live keys are not mixed, an emulator's secret is not sent to Clerk nor a live
 * one to an emulator.
 *
 * @param credentials What is to be used together.
 * @param given Those of them that are options; the others are variables.
 * @throws {TypeError} When something is wrong. The message says what was
 * expected, and never holds a key.
 */
export function demandCredentials(
  credentials: Credentials,
  given?: Credentials,
): void {
  demandForms(credentials, given);
  const { secretKey, publishableKey, apiUrl = API_URL, fetch } = credentials;
  const secret = `${secretKey}`;
  const url = parseUrl(`${apiUrl}`);
  const pk = parsePublishableKey(publishableKey);
  demand("publishableKey", publishableKey === undefined || pk, PK);
  demand("apiUrl", url, "a URL");
  const isProduction = pk?.instanceType === "production";
  const isUrl = pk?.frontendApi.includes("://");
  const isEmulator = pk && isLocal(parseUrl(pk.frontendApiUrl));
  demand(
    "publishableKey",
    isProduction ? !isUrl && !isEmulator : !isUrl || isEmulator,
    ONE_INSTANCE,
  );
  const isLiveSecret = /^sk_live_/.test(secret);
  demand(
    "secretKey",
    !pk || !(isProduction ? /^sk_test_/.test(secret) : isLiveSecret),
    ONE_INSTANCE,
  );
  const isToClerk = url?.hostname === "api.clerk.com";
  demand(
    "apiUrl",
    isLocal(url)
      ? !isLiveSecret
      : fetch || !isToClerk || !/^sk_test_emulator_/.test(secret),
    ONE_INSTANCE,
  );
}

/** Whether any of the keys is one of a production instance. */
export function isLive({ secretKey, publishableKey }: Credentials): boolean {
  return /^sk_live_|,pk_live_/.test(`${secretKey},${publishableKey}`);
}

function isLocal(url: URL | undefined): boolean {
  return isLoopback(url?.hostname ?? "");
}

/** Whether a host is this machine. */
export function isLoopback(hostname: string): boolean {
  return /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
