import { findNearest } from "../text/nearest.ts";
import { type Facts, isTimeout } from "./facts.ts";
import { type DoctorFinding, fault, warn } from "./finding.ts";

/** Every option of a client, and of what wraps one; a test sees to that. */
const OPTIONS = `
acceptsToken afterSignInUrl afterSignUpUrl allowedRedirectOrigins
allowUnauthenticated apiUrl apiVersion audience authorize
authorizedParties clerk clock clockSkewInMs cors domain env fetch
headerType hooks isSatellite issuer jwksCache jwksMaxStaleInMs
jwksTimeoutInMs jwtKey machineSecretKey organizationSyncOptions
proxyUrl publishableKey random retry satelliteAutoSync secretKey
signInUrl signUpUrl skipJwksCache timeout tokenCacheSize tokenClass
totalTimeout treatPendingAsSignedOut userAgent
`.trim().split(/\s/);

/** What to do about options of which nothing better can be said. */
export const GIVE_OPTIONS = "Give createClerkClient's options.";

/** Finds options that there are not: they have no effect, and nobody says so. */
export function checkOptions({ options }: Facts): DoctorFinding[] {
  const found = Object.keys(options).filter((name) => !OPTIONS.includes(name))
    .map((name) => {
      const near = findNearest(name, OPTIONS);
      const action = near ? `Did you mean "${near}"?` : GIVE_OPTIONS;
      return warn("options", `There is no option "${name}".`, action);
    });
  if (!isTimeout(options.timeout ?? 1)) {
    const message = 'Cannot use "timeout": expected milliseconds.';
    found.push(fault("options", message, GIVE_OPTIONS));
  }
  return found;
}
