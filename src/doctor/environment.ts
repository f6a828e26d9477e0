import { CREDENTIALS } from "../keys/resolve_credentials.ts";
import { variableOf } from "../text/credentials.ts";
import type { Facts } from "./facts.ts";
import { type DoctorFinding, warn } from "./finding.ts";

/** The variables that are read, by their options, and what people set instead. */
const MISNAMED: { readonly [option: string]: readonly string[] } = {
  publishableKey: [
    "NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY",
    "VITE_CLERK_PUBLISHABLE_KEY",
    "PUBLIC_CLERK_PUBLISHABLE_KEY",
    "NUXT_PUBLIC_CLERK_PUBLISHABLE_KEY",
    "EXPO_PUBLIC_CLERK_PUBLISHABLE_KEY",
    "CLERK_FRONTEND_API",
  ],
  secretKey: ["CLERK_API_KEY", "NUXT_CLERK_SECRET_KEY"],
  jwtKey: ["CLERK_JWT_VERIFICATION_KEY", "CLERK_PEM_PUBLIC_KEY"],
  machineSecretKey: ["CLERK_MACHINE_KEY"],
  apiUrl: ["CLERK_BACKEND_API", "CLERK_SERVER_API_URL"],
  webhookSigningSecret: ["CLERK_WEBHOOK_SECRET", "WEBHOOK_SECRET"],
};

/** Finds variables that are set and have no effect. */
export function checkEnvironment(facts: Facts): readonly DoctorFinding[] {
  return [...findMisnamed(facts), ...findOverruled(facts)];
}

function findMisnamed({ readEnv, keys }: Facts): DoctorFinding[] {
  return Object.entries(MISNAMED).flatMap(([option, wrong]) => {
    const right = variableOf(option);
    if (readEnv(right) || Reflect.get(keys, option)) return [];
    return wrong.filter(readEnv).map((name) =>
      warn(
        "environment",
        `${name} is set, but ${right} is read.`,
        `Set ${right}.`,
      )
    );
  });
}

function findOverruled({ options, readEnv, keys }: Facts): DoctorFinding[] {
  return CREDENTIALS.slice(2).flatMap((option) => {
    const name = variableOf(option);
    const variable = readEnv(name);
    if (!variable || keys[option] === variable) return [];
    const why = options[option] === undefined
      ? "the keys given as options are another instance's"
      : `the option ${option} is another key`;
    return warn(
      "environment",
      `${name} is set, but not used: ${why}.`,
      "Give all keys of an instance as options, or all in the environment.",
    );
  });
}
