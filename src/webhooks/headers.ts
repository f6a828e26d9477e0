import { refuse } from "./refuse.ts";

/**
 * Headers in any of the forms that servers have: `Headers`, the record of
 * Node's `IncomingMessage`, or pairs of name and value. Names are taken in any
 * case.
 */
export type WebhookHeaders =
  | Headers
  | Readonly<Record<string, string | readonly string[] | undefined>>
  | Iterable<readonly [string, string]>;

/** The three headers that a webhook is verified by. */
export interface SignatureHeaders {
  /** Which message it is. */
  readonly id: string;
  /** When it was sent, as text. */
  readonly timestamp: string;
  /** Signatures with a space between. */
  readonly signature: string;
}

const SVIX = ["svix-id", "svix-timestamp", "svix-signature"];
const STANDARD = ["webhook-id", "webhook-timestamp", "webhook-signature"];

/**
 * Reads the three headers, as `svix-*` or as `webhook-*`. Where both are there
 * they have to agree: a difference means that somebody added one of them.
 */
export function readSignatureHeaders(
  headers: WebhookHeaders,
): SignatureHeaders {
  const read = readerOf(headers);
  const svix = SVIX.map(read);
  const standard = STANDARD.map(read);
  const [id, timestamp, signature] = standard.every(Boolean) ? standard : svix;
  if (!id || !timestamp || !signature) {
    refuse(
      "webhook-headers-missing",
      "it lacks svix-id, svix-timestamp or svix-signature",
    );
  }
  if (
    svix.some((v, i) => v && standard[i] && v !== standard[i]) ||
    /,/.test(id + timestamp) || /,\S*,/.test(signature)
  ) {
    refuse(
      "webhook-headers-missing",
      "a header came twice or svix-* and webhook-* differ",
    );
  }
  // A dot would let text move between the id and what follows it.
  if (!/^[!-\-/-~]{1,256}$/.test(id)) {
    refuse("webhook-id-invalid", "its id is malformed");
  }
  return { id, timestamp, signature };
}

/** What reads a header: empty when it is absent, joined when it came twice. */
function readerOf(headers: WebhookHeaders): (name: string) => string {
  if (isHeaders(headers)) return (name) => headers.get(name)?.trim() ?? "";
  const found: { [name: string]: string } = {};
  const entries = isIterable(headers) ? headers : Object.entries(headers);
  for (const [name, value] of entries) {
    const key = name.toLowerCase();
    // An empty list is no header, and joined it would be one.
    const text = `${value ?? ""}`;
    if (text) found[key] = found[key] ? `${found[key]},${text}` : text;
  }
  return (name) => found[name]?.trim() ?? "";
}

function isHeaders(headers: WebhookHeaders): headers is Headers {
  return "append" in headers && typeof headers.append === "function";
}

function isIterable(
  headers: WebhookHeaders,
): headers is Iterable<readonly [string, string]> {
  return Symbol.iterator in headers;
}
