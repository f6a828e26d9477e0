import { importInstanceKey } from "../jwt/instance_key.ts";
import { sourceOf } from "../keys/create_key_store.ts";
import {
  CREDENTIALS,
  type InstanceCredentials,
  resolveCredentials,
} from "../keys/resolve_credentials.ts";
import { type Clock, systemClock } from "../platform/clock.ts";
import { readEnv } from "../platform/env.ts";
import { type Fetch, systemFetch } from "../platform/fetch.ts";
import { subtle } from "../platform/subtle.ts";
import {
  API_URL,
  type Credentials,
  demandCredentials,
  demandForms,
} from "../text/credentials.ts";
import { isObject, isText } from "../text/json.ts";
import { demandOptions } from "../text/options.ts";
import { decodePem } from "../text/pem.ts";
import {
  parsePublishableKey,
  type PublishableKey,
} from "../text/publishable_key.ts";
import { type Visit, visit } from "./visit.ts";

/** What {@linkcode diagnose} looks at: the options of a client. */
export interface DiagnoseOptions extends InstanceCredentials {
  /** The secret key of a machine; `CLERK_MACHINE_SECRET_KEY` by default. */
  readonly machineSecretKey?: string | undefined;
  /** What sends requests; the host's `fetch` by default. */
  readonly fetch?: Fetch | undefined;
  /** What tells the time; the host's clock by default. */
  readonly clock?: Clock | undefined;
  /** The longest that an API may take, in milliseconds; 5,000 by default. */
  readonly timeout?: number | undefined;
}

/** What the checks judge. It holds secrets, and what they say must not. */
export interface Facts {
  readonly options: DiagnoseOptions;
  /** The options, completed from the environment. */
  readonly keys: Omit<DiagnoseOptions, "clock" | "env" | "fetch" | "timeout">;
  /** What is wrong with the form of each, in words. */
  readonly misformed: {
    readonly [Name in keyof Credentials]?: string | undefined;
  };
  readonly publishable: PublishableKey | undefined;
  /** What came of asking the Backend API; undefined when it was not asked. */
  readonly backend: Visit | undefined;
  /** The same of the Frontend API. */
  readonly frontend: Visit | undefined;
  /** The modulus of the `jwtKey`, in base64url, if it can be used. */
  readonly modulus: string | undefined;
  readonly readEnv: (name: string) => string | undefined;
}

const FORMS = [...CREDENTIALS, "machineSecretKey"] as const;

/** Gathers what the checks judge. */
export async function gatherFacts(options: DiagnoseOptions): Promise<Facts> {
  demandOptions(options);
  const { env, fetch = systemFetch, clock = systemClock } = options;
  const keys = resolveCredentials(options, "machineSecretKey");
  const { secretKey, publishableKey, apiUrl = API_URL, apiVersion } = keys;
  const ask = (credentials: InstanceCredentials) => {
    const source = sourceOf(credentials, fetch);
    const ms = isTimeout(options.timeout) ? options.timeout : 5000;
    // An injected fetch may quote any key that it has seen.
    const secrets = [secretKey, keys.machineSecretKey];
    return source && visit(source, clock, ms, secrets);
  };
  const backend = { secretKey, apiUrl, apiVersion };
  // A secret key goes nowhere that a client would not send it to.
  const isSafe = !refusalOf(() =>
    demandCredentials({ ...backend, fetch: options.fetch })
  );
  const publishable = parsePublishableKey(publishableKey);
  const [fromBackend, fromFrontend, modulus] = await Promise.all([
    isSafe ? ask(backend) : undefined,
    publishable && ask({ publishableKey }),
    readModulus(keys.jwtKey),
  ]);
  return {
    options,
    keys,
    misformed: findMisformed(keys, options),
    publishable,
    backend: fromBackend,
    frontend: fromFrontend,
    modulus,
    readEnv: (name) => readEnv(name, env),
  };
}

/** Whether a timer can wait for so long. */
export function isTimeout(ms: unknown): ms is number {
  return typeof ms === "number" && ms > 0 && ms < 2 ** 31;
}

function findMisformed(
  keys: Facts["keys"],
  given: DiagnoseOptions,
): Facts["misformed"] {
  return Object.fromEntries(
    FORMS.map((name) => [
      name,
      refusalOf(() => demandForms({ [name]: keys[name] }, given)),
    ]),
  );
}

/** What a demand says, when it is not met. */
function refusalOf(demand: () => void): string | undefined {
  try {
    demand();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : "It cannot be used.";
  }
}

async function readModulus(
  jwtKey: InstanceCredentials["jwtKey"],
): Promise<string | undefined> {
  try {
    await importInstanceKey(jwtKey, "jwk-local-missing");
    if (isObject(jwtKey)) return isText(jwtKey.n) ? jwtKey.n : undefined;
    const der = isText(jwtKey) && decodePem(jwtKey);
    if (!der) return undefined;
    const params = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
    const key = await subtle().importKey("spki", der, params, true, ["verify"]);
    return (await subtle().exportKey("jwk", key)).n;
  } catch {
    return undefined;
  }
}
