import { systemFetch } from "../../platform/fetch.ts";
import { isLoopback } from "../../text/credentials.ts";

/**
 * Sends a webhook.
 *
 * @returns What the app answered.
 */
export async function deliver(request: Request): Promise<Response> {
  const { url, method, headers } = request;
  const body = await request.text();
  const response = await systemFetch(url, { method, headers, body });
  await response.body?.cancel();
  return response;
}

/**
 * Checks where webhooks are to go.
 *
 * @throws {TypeError} When that is not on this machine.
 */
export function checkTarget(url: unknown): string {
  const target = String(url ?? "");
  if (URL.canParse(target)) {
    const { protocol, hostname } = new URL(target);
    if (/^https?:$/.test(protocol) && isLoopback(hostname)) return target;
  }
  throw new TypeError(
    `Cannot send webhooks to "${target}": expected an http or https URL on this machine.`,
  );
}
