import { type HmacKey, importHmacKey } from "../platform/hmac.ts";
import { refuse } from "./refuse.ts";

/** The keys that were imported already, by the text of their secret. */
export type KeptKeys = Map<string, HmacKey>;

/** How many imported keys are kept. */
const MOST_KEPT = 32;

/**
 * Decodes a signing secret: base64, with or without `whsec_` and padding, white
 * space around it forgiven.
 */
export function parseSigningSecret(secret: string): Uint8Array<ArrayBuffer> {
  const text = secret.trim().replace(/^whsec_|={1,2}$/g, "");
  if (!/^[a-z\d+/]+$/i.test(text) || text.length % 4 === 1) {
    refuse(
      "webhook-secret-invalid",
      'the secret is not "whsec_" and base64',
    );
  }
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

/**
 * The key of a secret. The key itself is kept rather than its promise: a promise
 * that another request made may never settle on Cloudflare Workers.
 */
export async function importSigningSecret(
  secret: string,
  kept: KeptKeys,
): Promise<HmacKey> {
  const held = kept.get(secret);
  if (held) return held;
  const key = await importHmacKey(parseSigningSecret(secret));
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(secret, key);
  return key;
}
