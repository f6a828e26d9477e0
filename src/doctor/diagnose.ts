import { CHECKS } from "./checks.ts";
import { type DiagnoseOptions, gatherFacts } from "./facts.ts";
import { type DoctorFinding, fault } from "./finding.ts";
import { GIVE_OPTIONS } from "./option_names.ts";

/**
 * Looks for what is wrong with the keys and the surroundings of a client: keys
 * of two instances, a key that the API refuses, a public key that was rotated, a
 * clock that is off, an API that cannot be reached, environment variables
 * without effect. It asks each of the two APIs once for its public keys, and
 * changes nothing. For a health check, or a person who wonders why all tokens
 * are refused; not for each request.
 *
 * @param options The same options as the client's.
 * @returns What was found, plain JSON, without a secret in it. Never rejects.
 *
 * @example
 * ```ts
 * import { diagnose } from "@isoclerk/backend/doctor";
 * import { createEmulator } from "@isoclerk/backend/emulator";
 *
 * const emulator = await createEmulator();
 * const findings = await diagnose({
 *   secretKey: emulator.secretKey,
 *   publishableKey: emulator.publishableKey,
 *   apiUrl: emulator.apiUrl,
 *   fetch: emulator.fetch,
 *   env: {},
 * });
 * console.log(findings.some(({ status }) => status === "error")); // false
 * ```
 */
export async function diagnose(
  options: DiagnoseOptions = {},
): Promise<readonly DoctorFinding[]> {
  try {
    const facts = await gatherFacts(options);
    return CHECKS.flatMap((check) => check(facts) ?? []);
  } catch {
    // What an injected function throws may quote a key, so it is not told.
    return [fault(
      "options",
      "An option is of the wrong type, or throws.",
      GIVE_OPTIONS,
    )];
  }
}
