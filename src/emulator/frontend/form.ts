import { isRequest } from "../../text/request.ts";
import type { Exchange } from "../http/exchange.ts";
import { refuse } from "../http/refusal.ts";

/** Reads a form without files; an absent body is an empty form. */
export async function readForm(
  { source }: Exchange,
): Promise<URLSearchParams> {
  if (source instanceof URLSearchParams) return source;
  const text = typeof source === "string"
    ? source
    : isRequest(source)
    ? await source.text()
    : await new Response(source ?? null).text();
  return new URLSearchParams(text);
}

/**
 * Refuses what a page of another site sends. Browsers say where a request comes
 * from; what says nothing is no browser.
 *
 * @throws {Refusal} When it comes from elsewhere.
 */
export function checkSameSite({ headers, url }: Exchange): void {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  const isOwn = site === null
    ? origin === null || origin === url.origin
    : site === "same-origin" || site === "none";
  if (isOwn) return;
  throw refuse(
    "authorization_invalid",
    "Only the emulator's own pages may send this.",
  );
}
