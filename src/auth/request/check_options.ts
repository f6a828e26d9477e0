import { isText } from "../../text/json.ts";
import { demand } from "../../text/options.ts";
import { parseUrl } from "../../text/url.ts";
import type { AuthenticateRequestOptions } from "./options.ts";
import type { Instance } from "./settings.ts";

const TOKEN_TYPES: readonly unknown[] = [
  "session_token",
  "api_key",
  "m2m_token",
  "oauth_token",
];

/** The options that are text. */
const TEXTS = [
  "domain",
  "proxyUrl",
  "signInUrl",
  "signUpUrl",
  "afterSignInUrl",
  "afterSignUpUrl",
] as const;

/**
 * Demands that options of request authentication are good.
 *
 * @throws {TypeError} When one is not.
 */
export function checkOptions(
  { key }: Instance,
  options: AuthenticateRequestOptions,
): void {
  const { acceptsToken = "any", isSatellite, signInUrl, domain, proxyUrl } =
    options;
  const types = [acceptsToken].flat();
  for (const name of TEXTS) {
    demand(name, isText(options[name] ?? ""), "text");
  }
  demand(
    "acceptsToken",
    acceptsToken === "any" ||
      types[0] && types.every((type) => TOKEN_TYPES.includes(type)),
    `any, or of ${TOKEN_TYPES}`,
  );
  demand(
    "proxyUrl",
    !proxyUrl || /^(https?:\/)?\/[^/\\]/.test(proxyUrl),
    "a full URL, or a path that starts with a slash",
  );
  demand("domain", !domain || /^[\w.:-]+$/.test(domain), "a host");
  if (!isSatellite) return;
  demand("domain", domain || proxyUrl, 'a satellite\'s, or "proxyUrl"');
  demand(
    "signInUrl",
    key?.instanceType !== "development" || parseUrl(signInUrl ?? ""),
    "a full URL, for a satellite in development",
  );
}
