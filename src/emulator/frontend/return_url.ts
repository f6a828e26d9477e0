import { isLoopback } from "../../text/credentials.ts";
import { refuseParam } from "../http/refusal.ts";
import type { Instance } from "../instance.ts";
import type { BrowserRow } from "../state/browser_tables.ts";
import { BROWSER_PARAMETER } from "./visitor.ts";

/**
 * Reads where a browser is to be sent back to: a place on this machine, or of an
 * origin that is listed among the redirect URLs of the instance.
 *
 * @param instance The instance.
 * @param text What the request says; null when it says nothing.
 * @returns Where to, or undefined when the request does not say.
 * @throws {Refusal} When it is somewhere else, or no place for a browser.
 */
export function readReturnUrl(
  { store }: Instance,
  text: string | null,
): URL | undefined {
  if (text === null || text === "") return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const hasUser = url && `${url.username}${url.password}` !== "";
  if (url && /^https?:$/.test(url.protocol) && !hasUser) {
    if (isLoopback(url.hostname)) return url;
    for (const listed of store.redirectUrls.newest()) {
      if (originOf(listed.url) === url.origin) return url;
    }
  }
  throw refuseParam(
    "form_param_value_invalid",
    "redirect_url",
    "redirect_url must be an http or https URL on this machine, or of an origin that is listed among the redirect URLs of the instance.",
  );
}

/** The same, but it must be said. */
export function requireReturnUrl(instance: Instance, text: string | null): URL {
  const url = readReturnUrl(instance, text);
  if (url) return url;
  throw refuseParam(
    "form_param_missing",
    "redirect_url",
    "redirect_url must be included.",
  );
}

/** Tells the app which browser it is, so that it asks who is signed in. */
export function nameBrowser(url: URL, { id }: BrowserRow): URL {
  const named = new URL(url);
  named.searchParams.set(BROWSER_PARAMETER, id);
  return named;
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
