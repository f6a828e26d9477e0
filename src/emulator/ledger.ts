import { isObject, parseJson } from "../text/json.ts";
import { DEEPEST, type Exchange } from "./http/exchange.ts";

/** A request that the emulator got, without its secrets. */
export interface RecordedRequest {
  /** The method, in upper case. */
  readonly method: string;
  /** The path. */
  readonly path: string;
  /** The query, without its question mark. */
  readonly query: string;
  /** The headers by their names in lower case, but for those with credentials. */
  readonly headers: { readonly [name: string]: string };
  /**
   * The body when it was JSON text, with passwords and the like redacted. Of
   * texts above 10,000 characters only the length is kept.
   */
  readonly body: unknown;
  /** When it came, in milliseconds since 1970, by the emulator's clock. */
  readonly at: number;
  /** The status of the answer; undefined when none came, or not yet. */
  readonly status: number | undefined;
}

/** A request that was written down, to be completed. */
export interface LedgerEntry {
  /** Notes the body, once it is read. */
  noteBody(body: unknown): void;
  /** Notes the status of the answer. */
  noteStatus(status: number): void;
}

/** The requests that the emulator got. */
export interface Ledger {
  /** The last of them, the oldest first. */
  readonly entries: readonly RecordedRequest[];
  /** How many there were in all. */
  readonly total: number;
  /** Writes a request down; what is given back is for what comes later. */
  record(exchange: Exchange, at: number): LedgerEntry;
  /** Forgets all of them. */
  clear(): void;
}

/** How many requests are remembered. */
const LENGTH = 1_000;

/** How long a text in a body may be to be remembered. */
const LONGEST = 10_000;

const REDACTED = "[redacted]";

/** Members, parameters and headers that hold what nobody should read in a log. */
const SECRET =
  /authorization|cookie|secret|password|token|jwt|ticket|signature|backup_codes|^code$|(?:api|signing)[-_]?key|nonce|^__|handshake/i;

/** Names that look like secrets and are none. */
const PLAIN = /^(?:skip_password|password_hasher|.*_enabled$)/i;

/** Makes an empty ledger. */
export function createLedger(): Ledger {
  const entries: RecordedRequest[] = [];
  let total = 0;
  return {
    entries,
    get total() {
      return total;
    },
    record(exchange, at) {
      const { method, url, headers, source } = exchange;
      const entry: {
        -readonly [K in keyof RecordedRequest]: RecordedRequest[K];
      } = {
        method,
        path: url.pathname,
        query: url.search === "" ? "" : redactQuery(url.searchParams),
        headers: redactHeaders(headers),
        body: typeof source === "string"
          ? redact(parseJson(source))
          : undefined,
        at,
        status: undefined,
      };
      if (entries.push(entry) > LENGTH) entries.shift();
      total++;
      return {
        noteBody(body) {
          entry.body ??= redact(body);
        },
        noteStatus(status) {
          entry.status = status;
        },
      };
    },
    clear() {
      entries.length = 0;
      total = 0;
    },
  };
}

function isSecret(name: string): boolean {
  return SECRET.test(name) && !PLAIN.test(name);
}

function redactHeaders(headers: Headers): { readonly [name: string]: string } {
  const kept: { [name: string]: string } = {};
  headers.forEach((value, name) => {
    if (!isSecret(name)) kept[name] = redactText(value);
  });
  return kept;
}

function redactQuery(search: URLSearchParams): string {
  const kept = new URLSearchParams();
  search.forEach((value, name) => {
    kept.append(name, isSecret(name) ? REDACTED : redactText(value));
  });
  return kept.toString();
}

/** A URL that a browser is sent back to has a query of its own. */
function redactText(text: string): string {
  const url = text.includes("?") && URL.canParse(text) ? new URL(text) : null;
  const query = url && redactQuery(url.searchParams);
  if (!url || query === null || query === `${url.searchParams}`) return text;
  url.search = query;
  return url.href;
}

/** What lies deeper is refused anyway, and would be too deep for this. */
function redact(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return REDACTED;
  if (typeof value === "string") {
    return value.length > LONGEST
      ? `[${value.length} characters]`
      : redactText(value);
  }
  if (Array.isArray(value)) return value.map((each) => redact(each, depth + 1));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      isSecret(name) ? REDACTED : redact(member, depth + 1),
    ]),
  );
}
