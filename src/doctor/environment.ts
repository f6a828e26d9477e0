import type { Facts } from "./facts.ts";
import { type DoctorFinding, warn } from "./finding.ts";

/** The variables that are read, and under what names people set them. */
const MISNAMED: { readonly [name: string]: readonly string[] } = {
  CLERK_PUBLISHABLE_KEY: [
    "NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY",
    "VITE_CLERK_PUBLISHABLE_KEY",
    "PUBLIC_CLERK_PUBLISHABLE_KEY",
    "NUXT_PUBLIC_CLERK_PUBLISHABLE_KEY",
    "EXPO_PUBLIC_CLERK_PUBLISHABLE_KEY",
    "CLERK_FRONTEND_API",
  ],
  CLERK_SECRET_KEY: ["CLERK_API_KEY", "NUXT_CLERK_SECRET_KEY"],
  CLERK_JWT_KEY: ["CLERK_JWT_VERIFICATION_KEY", "CLERK_PEM_PUBLIC_KEY"],
  CLERK_MACHINE_SECRET_KEY: ["CLERK_MACHINE_KEY"],
  CLERK_API_URL: ["CLERK_BACKEND_API", "CLERK_SERVER_API_URL"],
  CLERK_WEBHOOK_SIGNING_SECRET: ["CLERK_WEBHOOK_SECRET", "WEBHOOK_SECRET"],
};

const KEYS = [
  ["secretKey", "CLERK_SECRET_KEY"],
  ["publishableKey", "CLERK_PUBLISHABLE_KEY"],
  ["jwtKey", "CLERK_JWT_KEY"],
] as const;

/** Finds variables that are set and have no effect. */
export function checkEnvironment(facts: Facts): readonly DoctorFinding[] {
  return [...findMisnamed(facts), ...findOverruled(facts)];
}

function findMisnamed({ readEnv, keys }: Facts): DoctorFinding[] {
  return Object.entries(MISNAMED).flatMap(([right, wrong]) => {
    const option = KEYS.find(([, name]) => name === right)?.[0];
    if (readEnv(right) || option && keys[option]) return [];
    return wrong.filter((name) => readEnv(name)).map((name) =>
      warn(
        "environment",
        `${name} is set, but it is ${right} that is read.`,
        `Set ${right}.`,
      )
    );
  });
}

function findOverruled({ options, readEnv, keys }: Facts): DoctorFinding[] {
  return KEYS.flatMap(([option, name]) => {
    const variable = readEnv(name);
    if (!variable || keys[option] === variable) return [];
    const why = options[option] === undefined
      ? "a key that was given as an option differs from its own variable, so that the environment counts as another instance's"
      : `the option ${option} is given, and is another key`;
    return warn(
      "environment",
      `${name} is set, but not used: ${why}.`,
      "Give all keys of one instance as options, or all of them in the environment.",
    );
  });
}
