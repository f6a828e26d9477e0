/** What was looked at. */
export type DoctorCheck =
  /** Whether there is any key to work with, and whether the keys fit together. */
  | "keys"
  /** The secret key: its form, and whether the Backend API accepts it. */
  | "secret-key"
  /** The publishable key: its form. */
  | "publishable-key"
  /** The public key: its form, and whether it is one of the instance's. */
  | "jwt-key"
  /** The secret key of a machine: its form. */
  | "machine-key"
  /** The URL of the Backend API, and its version. */
  | "api-url"
  /** Whether the Backend API answers, and how quickly. */
  | "backend-api"
  /** Whether the Frontend API answers, and how quickly. */
  | "frontend-api"
  /** Whether the secret key and the publishable key are of one instance. */
  | "instance"
  /** How far this machine's clock is off. */
  | "clock"
  /** Environment variables that are set and have no effect. */
  | "environment"
  /** The options as a whole, when they cannot be read. */
  | "options";

/** What came of one check. Plain JSON, and without a secret. */
export interface DoctorFinding {
  /** What was looked at. */
  readonly check: DoctorCheck;
  /** Whether it is well, works for now, or does not work. */
  readonly status: "error" | "ok" | "warning";
  /** What was found. */
  readonly message: string;
  /** What to do about it; absent when all is well. */
  readonly action?: string;
}

/** Says that all is well. */
export function well(check: DoctorCheck, message: string): DoctorFinding {
  return { check, status: "ok", message };
}

/** Says that something works, but not as it should. */
export function warn(
  check: DoctorCheck,
  message: string,
  action: string,
): DoctorFinding {
  return { check, status: "warning", message, action };
}

/** Says that something does not work. */
export function fault(
  check: DoctorCheck,
  message: string,
  action: string,
): DoctorFinding {
  return { check, status: "error", message, action };
}
