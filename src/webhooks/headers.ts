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

type ReadHeader = (name: string) => string | undefined;

const PARTS = ["id", "timestamp", "signature"];

/**
 * Reads the three headers, as `svix-*` or as `webhook-*`. Where both are there
 * they have to agree: a difference means that somebody added one of them.
 */
export function readSignatureHeaders(
  headers: WebhookHeaders,
): SignatureHeaders {
  const read = readerOf(headers);
  const svix = PARTS.map((part) => read(`svix-${part}`));
  const standard = PARTS.map((part) => read(`webhook-${part}`));
  PARTS.forEach((part, i) => {
    if (svix[i] && standard[i] && svix[i] !== standard[i]) {
      refuse(
        "webhook-headers-missing",
        `the headers "svix-${part}" and "webhook-${part}" contradict each other`,
      );
    }
  });
  const [id, timestamp, signature] = svix.every(Boolean) ||
      standard.every((value) => !value)
    ? svix
    : standard;
  if (!id || !timestamp || !signature) {
    refuse(
      "webhook-headers-missing",
      `it needs the headers "svix-id", "svix-timestamp" and "svix-signature". Pass on the headers of the request as they came`,
    );
  }
  checkForm(id, timestamp, signature);
  return { id, timestamp, signature };
}

/** Refuses a header that came twice, and an id that is no id. */
function checkForm(id: string, timestamp: string, signature: string): void {
  if (
    id.includes(",") || timestamp.includes(",") || /,(\s|$)/.test(signature)
  ) {
    refuseDoubled();
  }
  // A dot would let text move between the id and what follows it.
  if (!/^[!-\-/-~]{1,256}$/.test(id)) {
    refuse(
      "webhook-id-invalid",
      "its id is longer than 256 characters or holds a dot, white space or other than ASCII",
    );
  }
}

function refuseDoubled(): never {
  refuse(
    "webhook-headers-missing",
    "its id, timestamp or signature header came twice",
  );
}

function readerOf(headers: WebhookHeaders): ReadHeader {
  if (isHeaders(headers)) return (name) => headers.get(name)?.trim();
  const found = new Map<string, string>();
  const entries = isIterable(headers) ? headers : Object.entries(headers);
  for (const [name, value] of entries) {
    for (const text of typeof value === "string" ? [value] : value ?? []) {
      const key = name.toLowerCase();
      if (!/^(svix|webhook)-/.test(key)) continue;
      found.set(key, found.has(key) ? `${found.get(key)},` : text.trim());
    }
  }
  return (name) => found.get(name);
}

function isHeaders(headers: WebhookHeaders): headers is Headers {
  return "append" in headers && "get" in headers &&
    typeof headers.get === "function";
}

function isIterable(
  headers: WebhookHeaders,
): headers is Iterable<readonly [string, string]> {
  return Symbol.iterator in headers;
}
