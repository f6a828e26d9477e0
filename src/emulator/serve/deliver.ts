import { systemFetch } from "../../platform/fetch.ts";

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
