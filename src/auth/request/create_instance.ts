import type { InstanceCredentials } from "../../keys/resolve_credentials.ts";
import { parsePublishableKey } from "../../text/publishable_key.ts";
import { createMachineVerifier } from "../machine/verify.ts";
import type { TokenCore } from "../token_core.ts";
import type { AuthBackend } from "./backend.ts";
import type { Instance } from "./settings.ts";

/** The keys of an instance, completed and checked. */
interface InstanceKeys extends Omit<InstanceCredentials, "env"> {
  /** The secret key of a machine of the instance. */
  readonly machineSecretKey?: string | undefined;
}

/**
 * Puts together the instance that requests are authenticated for.
 *
 * @param core What verifies its tokens.
 * @param backend The calls of its Backend API, which are made only with a key.
 * @param env What is read for environment variables.
 */
export function createInstance(
  { publishableKey = "", secretKey, machineSecretKey }: InstanceKeys,
  core: TokenCore,
  backend: AuthBackend,
  env: object | undefined,
): Instance {
  return {
    core,
    publishableKey,
    key: parsePublishableKey(publishableKey),
    backend: secretKey || machineSecretKey ? backend : undefined,
    createMachineVerifier,
    suffix: {},
    env,
  };
}
