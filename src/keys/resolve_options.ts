import { demandForms } from "../text/credentials.ts";
import { copyOptions } from "../text/options.ts";
import {
  type InstanceCredentials,
  resolveCredentials,
} from "./resolve_credentials.ts";

/** What of a client's options the environment can complete. */
interface Completable extends InstanceCredentials {
  /** The secret key of a machine. */
  readonly machineSecretKey?: string | undefined;
}

/**
 * Completes a client's options from the environment, which is read here and
 * never again.
 */
export function resolveOptions<Options extends Completable>(
  options: Options,
): Options {
  const credentials = resolveCredentials(options, "machineSecretKey");
  demandForms(credentials, options);
  return {
    ...copyOptions(options),
    ...credentials,
    env: {},
  };
}
