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
  const { secretKey, publishableKey, jwtKey } = credentials;
  return checkText("secretKey", secretKey) ??
    checkText("publishableKey", publishableKey) ??
    checkText("machineSecretKey", credentials.machineSecretKey) ??
    checkText("apiVersion", credentials.apiVersion) ??
    checkText("apiUrl", credentials.apiUrl) ??
    (typeof jwtKey === "object" && jwtKey && !Array.isArray(jwtKey)
      ? undefined
      : checkText("jwtKey", jwtKey, /\S/)) ??
    checkKinds(secretKey, publishableKey) ?? checkApiUrl(credentials);
}

/** Whether any of the keys is one of a production instance. */
export function isLive({ secretKey, publishableKey }: Credentials): boolean {
  return startsWith(secretKey, "sk_live_") ||
    startsWith(publishableKey, "pk_live_");
}

/** Whether a host is this machine. */
export function isLoopback(hostname: string): boolean {
  return /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

function startsWith(value: unknown, start: string): boolean {
  return typeof value === "string" && value.startsWith(start);
}

function refuse(name: string, why: string): string {
  return `Cannot use "${name}": ${why}.`;
}

/** Checks that text is not empty and fit for a header; says only its type. */
function checkText(
  name: string,
  value: unknown,
  form = /^[!-~]+$/,
): string | undefined {
  if (value === undefined) return undefined;
  const type = value === null
    ? "null"
    : Array.isArray(value)
    ? "array"
    : typeof value;
  if (typeof value !== "string") {
    return refuse(name, `expected a string, received ${type}`);
  }
  return form.test(value) ? undefined : refuse(
    name,
    value.trim()
      ? "it holds white space or what is not ASCII; copy it again"
      : "it is empty; set it, or leave it out",
  );
}

/** Checks that each key is where it belongs, and that they are of one kind. */
function checkKinds(
  secretKey: unknown,
  publishableKey: unknown,
): string | undefined {
  if (startsWith(secretKey, "pk_")) {
    return refuse("secretKey", "it is a publishable key; give the sk_ key");
  }
  if (publishableKey === undefined) return undefined;
  const name = "publishableKey";
  if (startsWith(publishableKey, "sk_")) {
    return refuse(name, "it is a secret key; give the pk_ key");
  }
  const parsed = parsePublishableKey(publishableKey);
  if (!parsed) {
    return refuse(name, "expected pk_test_ or pk_live_ and a host in base64");
  }
  const isProduction = parsed.instanceType === "production";
  if (startsWith(secretKey, isProduction ? "sk_test_" : "sk_live_")) {
    const [live, test] = isProduction
      ? [name, "secretKey"]
      : ["secretKey", name];
    return refuse(
      "secretKey",
      `"${live}" is a live key but "${test}" a test key; take both from one instance`,
    );
  }
  const url = new URL(parsed.frontendApiUrl);
  const isUrl = parsed.frontendApi.includes("://");
  // A URL instead of a host is what an emulator's key has.
  return isUrl && (isProduction || !isLoopback(url.hostname)) ||
      isProduction && isLoopback(url.hostname)
    ? refuse(
      name,
      `it names "${url.origin}", as only the test key of an emulator on this machine may`,
    )
    : undefined;
}

/** Checks that secrets may be sent to where the API is said to be. */
function checkApiUrl(
  { apiUrl = API_URL, secretKey, fetch }: Credentials,
): string | undefined {
  const name = "apiUrl";
  const text = String(apiUrl);
  if (!URL.canParse(text)) {
    return refuse(name, `expected a URL like ${API_URL}`);
  }
  const url = new URL(text);
  if (/[?#]/.test(text) || url.username || url.password) {
    return refuse(name, "it holds credentials, a query or a fragment");
  }
  const at = `"${url.protocol}//${url.host}"`;
  const local = isLoopback(url.hostname);
  if (!(url.protocol === "https:" || url.protocol === "http:" && local)) {
    return refuse(name, `${at} is not safe to send a key to; use https`);
  }
  if (local && startsWith(secretKey, "sk_live_")) {
    return refuse(name, `${at} must not get a live key; use an emulator's`);
  }
  return !fetch && url.hostname === "api.clerk.com" &&
      startsWith(secretKey, "sk_test_emulator_")
    ? refuse(name, `${at} knows no emulator's key; give the emulator's URL`)
    : undefined;
}
