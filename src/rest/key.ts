import type { ApiFailure } from "../errors/api_error.ts";
import { failCall } from "./failure.ts";
import type { Operation } from "./operation.ts";
import { refuse } from "./refuse.ts";

/** The keys of a client. */
export interface Keys {
  /** The secret key of the instance. */
  readonly secretKey: string | undefined;
  /** The secret key of a machine. */
  readonly machineSecretKey: string | undefined;
}

/** Whether a value can stand in a header and be nothing more than its value. */
export function isHeaderText(value: unknown): value is string {
  return typeof value === "string" &&
    /^[!-~]([ -~]*[!-~])?$/.test(value);
}

/** The key that an operation is sent with, or why it cannot be sent. */
export function pickKey(
  { auth, method, path }: Operation,
  machineKey: unknown,
  { secretKey, machineSecretKey }: Keys,
): string | undefined | ApiFailure {
  if (auth === "none") return undefined;
  const isMachine = auth === "machine";
  const key = machineKey ?? (isMachine && machineSecretKey || secretKey);
  if (key === undefined) {
    return failCall(
      "missing_secret_key",
      `Cannot send ${method} ${path} without a key: give "secretKey" to the client or set CLERK_SECRET_KEY${
        isMachine ? ', or "machineSecretKey" and CLERK_MACHINE_SECRET_KEY' : ""
      }.`,
    );
  }
  if (!isHeaderText(key)) refuse("machineSecretKey", "visible ASCII", key);
  return key;
}
