import { API_URL } from "../text/credentials.ts";
import { isObject } from "../text/json.ts";
import { checkEnvironment } from "./environment.ts";
import type { Facts } from "./facts.ts";
import {
  type DoctorCheck,
  type DoctorFinding,
  fault,
  warn,
  well,
} from "./finding.ts";
import type { Visit } from "./visit.ts";

type Check = (
  facts: Facts,
) => DoctorFinding | readonly DoctorFinding[] | undefined;

/** All checks, in the order in which they are told. */
export const CHECKS: readonly Check[] = [
  checkKeys,
  checkSecretKey,
  checkPublishableKey,
  checkJwtKey,
  checkMachineKey,
  checkApiUrl,
  ({ backend }) => backend && checkVisit("backend-api", backend),
  ({ frontend }) => frontend && checkVisit("frontend-api", frontend),
  checkInstance,
  checkClock,
  checkEnvironment,
];

const DASHBOARD = "Copy it again from the API keys page of Clerk's Dashboard.";
/** How far clocks may be apart before tokens are refused, in milliseconds. */
const TOLERANCE = 5000;
/** From when on an answer counts as slow, in milliseconds. */
const SLOW = 1000;

function checkKeys(
  { keys: { secretKey, publishableKey, jwtKey }, publishable }: Facts,
): DoctorFinding {
  if (!secretKey && !publishableKey && !jwtKey) {
    return fault(
      "keys",
      "There is no key: neither secretKey nor publishableKey nor jwtKey.",
      "Set CLERK_SECRET_KEY and CLERK_PUBLISHABLE_KEY, or give them as options.",
    );
  }
  const secretType = /^sk_(live|test)_/.exec(secretKey ?? "")?.[1];
  const publicType = publishable &&
    (publishable.instanceType === "production" ? "live" : "test");
  if (secretType && publicType && secretType !== publicType) {
    return fault(
      "keys",
      `The secret key is a ${secretType} key, and the publishable key a ${publicType} key: they are of two instances.`,
      "Take both from the same instance in Clerk's Dashboard.",
    );
  }
  const names = Object.entries({ secretKey, publishableKey, jwtKey })
    .flatMap(([name, key]) => key ? [name] : []);
  return well("keys", `Given: ${names.join(", ")}.`);
}

function checkSecretKey(
  { keys: { secretKey }, misformed, backend }: Facts,
): DoctorFinding | undefined {
  if (!secretKey) return undefined;
  const form = misformed.secretKey;
  if (form) return fault("secret-key", form, DASHBOARD);
  if (!/^sk_(live|test)_/.test(secretKey)) {
    return fault(
      "secret-key",
      "The secret key begins neither with sk_test_ nor with sk_live_.",
      DASHBOARD,
    );
  }
  const status = backend?.status;
  if (status === 401 || status === 403) {
    return fault(
      "secret-key",
      `The Backend API refuses the secret key, with the status ${status}.`,
      "Check that it was not deleted in Clerk's Dashboard, and that it is of the API that apiUrl leads to.",
    );
  }
  return backend?.keys
    ? well("secret-key", "The Backend API accepts the secret key.")
    : warn(
      "secret-key",
      "Whether the Backend API accepts the secret key is not known.",
      "See what is said of apiUrl and of the Backend API.",
    );
}

function checkPublishableKey(
  { keys: { publishableKey }, misformed, publishable }: Facts,
): DoctorFinding | undefined {
  if (publishableKey === undefined) return undefined;
  return publishable
    ? well(
      "publishable-key",
      `It is of a ${publishable.instanceType} instance, ${publishable.frontendApi}.`,
    )
    : fault(
      "publishable-key",
      misformed.publishableKey ??
        "What follows pk_test_ or pk_live_ is not the name of a Frontend API: the key is cut or changed.",
      DASHBOARD,
    );
}

function checkJwtKey(
  { keys: { jwtKey }, modulus, backend, frontend }: Facts,
): DoctorFinding | undefined {
  if (jwtKey === undefined) return undefined;
  if (!modulus) {
    return fault(
      "jwt-key",
      "The jwtKey cannot be read: expected a public RSA key of 2048 bits or more, as PEM text or JWK.",
      "Copy the JWKS public key again from Clerk's Dashboard, with its first and last line.",
    );
  }
  const known = [backend, frontend].flatMap((visit) =>
    visit?.keys ? [...visit.keys.values()] : []
  );
  if (known.length === 0) {
    return well(
      "jwt-key",
      "It can be read. There are no keys to compare with.",
    );
  }
  return known.some(({ jwk }) => isObject(jwk) && jwk.n === modulus)
    ? well("jwt-key", "It is one of the instance's keys.")
    : fault(
      "jwt-key",
      "The jwtKey is none of the instance's keys: every token is going to be refused.",
      "It is another instance's, or was rotated: copy the JWKS public key again from Clerk's Dashboard, or leave it out.",
    );
}

function checkMachineKey(
  { keys: { machineSecretKey, secretKey }, misformed }: Facts,
): DoctorFinding | undefined {
  if (machineSecretKey === undefined) return undefined;
  if (misformed.machineSecretKey) {
    return fault("machine-key", misformed.machineSecretKey, DASHBOARD);
  }
  return machineSecretKey.startsWith("ak_") && machineSecretKey !== secretKey
    ? well("machine-key", "It has the form of the secret key of a machine.")
    : fault(
      "machine-key",
      "The secret key of a machine begins with ak_, and this one does not.",
      "Copy the machine's own key from Clerk's Dashboard; the instance's secret key is none.",
    );
}

function checkApiUrl({ keys, misformed, backend }: Facts): DoctorFinding {
  const { apiUrl, secretKey } = keys;
  const form = misformed.apiUrl ?? misformed.apiVersion;
  if (form) {
    return fault("api-url", form, `Leave it out to use ${API_URL}, v1.`);
  }
  if (!secretKey || backend || misformed.secretKey) {
    return well("api-url", `The Backend API is ${apiUrl ?? API_URL}.`);
  }
  return fault(
    "api-url",
    "The secret key must not be sent there: an emulator's goes to an emulator alone, and a live one to none.",
    "Give the apiUrl of the instance that the secret key is of.",
  );
}

function checkVisit(
  check: "backend-api" | "frontend-api",
  { url, ms, failure, status }: Visit,
): DoctorFinding {
  if (failure !== undefined) {
    const isKeyAlone = check === "backend-api" &&
      (status === 401 || status === 403);
    return isKeyAlone
      ? well(check, `${url} answers, in ${ms} ms.`)
      : fault(check, `Asked ${url}: ${failure}.`, adviseOn(check));
  }
  return ms > SLOW
    ? warn(
      check,
      `${url} takes ${ms} ms to answer.`,
      "Give jwtKey, so that nothing is fetched to verify a token, or call hydrate at the start.",
    )
    : well(check, `${url} answers, in ${ms} ms.`);
}

function adviseOn(check: DoctorCheck): string {
  return check === "backend-api"
    ? "Check apiUrl, and whether this host may reach it: DNS, proxies, firewalls, permissions."
    : "Check that the instance still exists and that its domain's DNS records are set up, or give a secretKey or a jwtKey, so that it is not asked.";
}

function checkInstance(
  { backend, frontend }: Facts,
): DoctorFinding | undefined {
  if (!backend?.keys || !frontend?.keys) return undefined;
  const kids = [...frontend.keys.keys()];
  const common = kids.filter((kid) => backend.keys?.has(kid));
  if (common.length === 0) {
    return fault(
      "instance",
      "The secret key and the publishable key are of two instances: the keys that their APIs give have no id in common.",
      "Take both from the same instance in Clerk's Dashboard.",
    );
  }
  return common.length === kids.length && kids.length === backend.keys.size
    ? well("instance", "Secret key and publishable key are of one instance.")
    : warn(
      "instance",
      "The Backend API and the Frontend API do not give quite the same keys.",
      "Run this again in some minutes: a rotation of keys may be under way.",
    );
}

function checkClock({ backend, frontend }: Facts): DoctorFinding | undefined {
  const skewInMs = backend?.skewInMs ?? frontend?.skewInMs;
  if (skewInMs === undefined) return undefined;
  const seconds = Math.round(Math.abs(skewInMs) / 100) / 10;
  const where = skewInMs > 0 ? "ahead of" : "behind";
  if (Math.abs(skewInMs) < TOLERANCE / 5) {
    return well("clock", "This machine's clock agrees with the API's.");
  }
  const message = `This machine's clock is ${seconds} s ${where} the API's.`;
  const action = "Let the machine set its clock by NTP.";
  return Math.abs(skewInMs) > TOLERANCE
    ? fault("clock", `${message} Good tokens are refused.`, action)
    : warn("clock", message, action);
}
