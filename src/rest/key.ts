import type { ApiFailure } from "../errors/api_error.ts";
import { isText } from "../text/json.ts";
import { type Members, take } from "./encode.ts";
import { failCall } from "./failure.ts";
import type { Operation } from "./operation.ts";
import { isHeaderText, refuse } from "./refuse.ts";

/** The keys of a client. */
export interface Keys {
  /** The secret key of the instance. */
  readonly secretKey: string | undefined;
  /** The secret key of a machine. */
  readonly machineSecretKey: string | undefined;
}

/**
 * The key that an operation is sent with, a member or one of the client's, or
 * why it cannot be sent.
 *
 * @throws {TypeError} When the member is no key.
 */
export function pickKey(
  { auth, method, path }: Operation,
  members: Members,
  { secretKey, machineSecretKey }: Keys,
): string | undefined | ApiFailure {
  if (auth === "none") return undefined;
  const isMachine = auth === "machine";
  const given = isMachine ? take(members, "machineSecretKey") : undefined;
  const found = given ?? (isMachine && machineSecretKey || secretKey);
  const key = isText(found) ? found.trim() : found;
  if (key === undefined) {
    if (auth === "optional") return undefined;
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
