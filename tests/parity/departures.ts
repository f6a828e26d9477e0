/**
 * Where the drop-in flavour departs from the official package, by the names that
 * docs/compat.md explains, and the cases of the parity tests that show it.
 */
export const TOKEN_DEPARTURES: {
  readonly [name: string]: readonly string[];
} = {
  "critical-extensions": ["crit unknown", "b64 false"],
  "strict-form": [
    "typ null",
    "typ a number",
    "alg absent",
    "alg null",
    "alg a number",
    "kid a number",
    "kid null",
    "cat a number",
    "header null",
    "header a list",
    "header a text",
    "payload null",
    "payload a list",
    "payload a number",
    "signature padded",
    "empty signature",
  ],
  "claim-types": [
    "sid a number",
    "aud a number, not asked for",
    "aud null",
    "aud a number",
    "aud a list of numbers",
    "aud a mixed list",
    "aud an object",
    "azp null",
    "azp a number",
    "azp a number, not asked for",
    "azp a list",
    "iss null",
    "iss a number",
    "iss a number, not asked for",
    "exp beyond numbers",
  ],
  "empty-values": ["sub empty", "aud a list with an empty text"],
  "parties-as-text": [
    "authorizedParties a text",
    "authorizedParties a longer text",
  ],
  "media-type": ["typ in small letters", "typ with prefix"],
  "signature-first": ["of another key and wrong typ", "wrong typ and alg"],
  "machine-tokens": ["verifyToken: sub of a machine"],
  "pinned-algorithm": ["verifyToken: alg RS384", "verifyToken: alg RS512"],
};

/** The departure that a case shows, if it shows one. */
export function departureOf(
  verb: string,
  name: string,
): string | undefined {
  return Object.keys(TOKEN_DEPARTURES).find((departure) =>
    TOKEN_DEPARTURES[departure]?.some((known) =>
      known === name || known === `${verb}: ${name}`
    )
  );
}
