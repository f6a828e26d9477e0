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
import { checkOptions } from "./option_names.ts";
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
  checkOptions,
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
      "There is no key.",
      "Set CLERK_SECRET_KEY and CLERK_PUBLISHABLE_KEY, or give keys.",
    );
  }
  const secretType = /^sk_(live|test)_/.exec(secretKey ?? "")?.[1];
  const publicType = publishable &&
    (publishable.instanceType === "production" ? "live" : "test");
  if (secretType && publicType && secretType !== publicType) {
    return fault(
      "keys",
      `The secret key is a ${secretType} key, the publishable key a ${publicType} key.`,
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
  if (/\.{3}|_x+$|your[-_]/i.test(secretKey)) {
    return fault("secret-key", "The secret key is an example's.", DASHBOARD);
  }
  if (!/^sk_(live|test)_/.test(secretKey)) {
    return fault(
      "secret-key",
      "The secret key begins with neither sk_test_ nor sk_live_.",
      DASHBOARD,
    );
  }
  const status = backend?.status;
  if (status === 401 || status === 403) {
    return fault(
      "secret-key",
      `The Backend API refuses the secret key, with the status ${status}.`,
      "Check that it was not deleted in Clerk's Dashboard, and that apiUrl is its API's.",
    );
  }
  return backend?.keys
    ? well("secret-key", "The Backend API accepts the secret key.")
    : warn(
      "secret-key",
      "The Backend API did not judge the secret key.",
      "See apiUrl and the Backend API.",
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
        "The publishable key names no Frontend API: it is cut or changed.",
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
      "Cannot use the key: expected public RSA of 2048 bits or more, as PEM or JWK.",
      "Copy the JWKS public key again from Clerk's Dashboard, whole.",
    );
  }
  const known = [backend, frontend].flatMap((visit) =>
    visit?.keys ? [...visit.keys.values()] : []
  );
  if (known.length === 0) {
    return well(
      "jwt-key",
      "It can be read.",
    );
  }
  return known.some(({ jwk }) => isObject(jwk) && jwk.n === modulus)
    ? well("jwt-key", "It is one of the instance's keys.")
    : fault(
      "jwt-key",
      "The jwtKey is none of the instance's keys.",
      "Copy the JWKS public key again from Clerk's Dashboard, or leave it out: it was rotated, or is another instance's.",
    );
}

function checkMachineKey(
  { keys: { machineSecretKey }, misformed }: Facts,
): DoctorFinding | undefined {
  if (machineSecretKey === undefined) return undefined;
  if (misformed.machineSecretKey) {
    return fault("machine-key", misformed.machineSecretKey, DASHBOARD);
  }
  return machineSecretKey.startsWith("ak_")
    ? well("machine-key", "It has the form of a machine's key.")
    : fault(
      "machine-key",
      "The secret key of a machine begins with ak_.",
      "Copy the machine's own key from Clerk's Dashboard.",
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
    "The secret key must not be sent there: an emulator's goes to an emulator, a live one to none.",
    "Give the apiUrl of the secret key's instance.",
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
      "Give jwtKey, so that nothing is fetched, or call hydrate at the start.",
    )
    : well(check, `${url} answers, in ${ms} ms.`);
}

function adviseOn(check: DoctorCheck): string {
  return check === "backend-api"
    ? "Check apiUrl, and whether this host may reach it: DNS, proxy, firewall, permissions."
    : "Check that the instance exists and its domain's DNS records are set up, or give a secretKey or a jwtKey.";
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
      "The secret key and the publishable key are of two instances.",
      "Take both from the same instance in Clerk's Dashboard.",
    );
  }
  return common.length === kids.length && kids.length === backend.keys.size
    ? well("instance", "Secret key and publishable key are of one instance.")
    : warn(
      "instance",
      "The two APIs do not give the same keys.",
      "Run this again in a minute: a rotation may be under way.",
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
    ? fault("clock", `${message} Tokens are refused.`, action)
    : warn("clock", message, action);
}
