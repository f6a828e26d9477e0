import { isLoopback } from "../text/credentials.ts";

/**
 * Checks where webhooks are to go.
 *
 * @param url What somebody said.
 * @returns The URL.
 * @throws {TypeError} When that is not on this machine.
 */
export function checkTarget(url: unknown): string {
  const text = String(url ?? "");
  if (URL.canParse(text)) {
    const { protocol, hostname, href } = new URL(text);
    if (/^https?:$/.test(protocol) && isLoopback(hostname)) return href;
  }
  throw new TypeError(
    `Cannot send webhooks to "${text}": expected an http or https URL on this machine.`,
  );
}
