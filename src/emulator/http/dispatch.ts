import { isLoopback } from "../../text/credentials.ts";
import type { FaultBook } from "../faults.ts";
import type { Call, Instance } from "../instance.ts";
import { findExample } from "../examples/find_example.ts";
import type { Ledger, LedgerEntry } from "../ledger.ts";
import type { RateCounter } from "../rate_limit.ts";
import { findMachine } from "../state/machines.ts";
import { answer, answerErrors, answerText } from "./answer.ts";
import {
  type Exchange,
  readExchange,
  readFormBody,
  readJsonBody,
  readListBody,
  type RequestInput,
} from "./exchange.ts";
import { checkBody, readQuery } from "./fields.ts";
import { Refusal, refuse } from "./refusal.ts";
import type { Match, Router } from "./router.ts";

/** What a request goes through. */
export interface Desk {
  /** What the operations work on. */
  readonly instance: Instance;
  /** The key that the Backend API asks for. */
  readonly secretKey: string;
  /** Operations that ask for the secret key. */
  readonly guarded: Router;
  /** Whether operations without state are refused. */
  readonly strict: boolean;
  /** Operations that anybody may use. */
  readonly open: Router;
  /** What goes wrong. */
  readonly faults: FaultBook;
  /** What counts requests. */
  readonly rate: RateCounter;
  /** What is written down. */
  readonly ledger: Ledger;
}

/** Clerk's own host is what SDKs ask when no other is set. */
const CLERK = "api.clerk.com";

/** Answers a request, in place of the host's fetch. */
export async function dispatch(
  desk: Desk,
  input: RequestInput,
  init: RequestInit | undefined,
): Promise<Response> {
  const exchange = readExchange(input, init);
  const { signal } = exchange;
  if (signal?.aborted) throw signal.reason;
  const { clock, store } = desk.instance;
  const entry = desk.ledger.record(exchange, clock.now());
  const traceId = `trace_emulator_${store.ids.count}_${desk.ledger.total}`;
  const struck = await desk.faults.strike(exchange, traceId);
  const response = struck ??
    await answerExchange(desk, exchange, entry, traceId);
  if (signal?.aborted) throw signal.reason;
  entry.noteStatus(response.status);
  return response;
}

async function answerExchange(
  desk: Desk,
  exchange: Exchange,
  entry: LedgerEntry,
  traceId: string,
): Promise<Response> {
  try {
    checkHost(desk.instance, exchange.url);
    const match = findMatch(desk, exchange);
    const call = await readCall(match, exchange, entry);
    return await answerMatch(desk, match, call);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return answerErrors(error.status, error.errors, traceId, error.headers);
  }
}

/** A page of another host must not reach an emulator by a name of its own. */
function checkHost({ origin }: Instance, { hostname, host }: URL): void {
  if (isLoopback(hostname) || hostname === CLERK) return;
  throw refuse(
    "emulator_host_refused",
    `The emulator does not answer for the host ${host}. Use ${origin} as the URL of the API.`,
  );
}

/** What the official client asks for without the version in front. */
const UNVERSIONED =
  /^\/(?:api_keys|m2m_tokens|oauth_applications\/access_tokens)(?=\/|$)/;

function findMatch(desk: Desk, exchange: Exchange): Match {
  const { method, url, headers } = exchange;
  const { pathname } = url;
  const open = desk.open(method, pathname);
  if (open) return open;
  const path = UNVERSIONED.test(pathname) ? `/v1${pathname}` : pathname;
  if (!path.startsWith("/v1/")) {
    throw refuse("resource_not_found", `There is nothing at ${pathname}`);
  }
  const match = desk.guarded(method, path) ??
    (desk.strict ? undefined : findExample(method, path));
  if (!match?.operation.open) {
    checkKey(desk, path, headers.get("authorization"));
  }
  if (path !== "/v1/jwks") desk.rate.count();
  checkVersion(headers.get(VERSION));
  if (match) return match;
  throw refuse(
    "not_emulated",
    desk.strict
      ? `${method} ${pathname} has no state in the emulator, so with "strict" a test must not rely on it.`
      : `${method} ${pathname} is no operation of the Backend API.`,
  );
}

/** Machines show a key of their own for their tokens. */
function acceptsMachines(path: string): boolean {
  return /^\/v1\/m2m_tokens(?:\/|$)/.test(path);
}

function checkKey(
  { secretKey, instance: { store, clock } }: Desk,
  path: string,
  authorization: string | null,
): void {
  const [scheme = "", key = ""] = (authorization ?? "").split(" ");
  if (scheme.toLowerCase() !== "bearer" || key === "") {
    throw refuse(
      "authorization_header_format_invalid",
      'Invalid Authorization header format. Must be "Bearer <YOUR_API_KEY>"',
    );
  }
  if (key.startsWith("sk_live_")) {
    throw refuse(
      "emulator_live_key_refused",
      "A secret key of a live instance was sent to the emulator. Use the emulator's own secret key, and see why the live one is at hand here.",
    );
  }
  if (key === secretKey) return;
  if (acceptsMachines(path) && key.startsWith("ak_")) {
    if (findMachine(store, key, clock.now())) return;
    throw refuse(
      "machine_secret_key_invalid",
      "The provided Machine Secret Key is invalid. Make sure that your Machine Secret Key is correct.",
    );
  }
  throw refuse(
    "clerk_key_invalid",
    "The provided Clerk Secret Key is invalid. Make sure that your Clerk Secret Key is correct.",
  );
}

/** The header that says the version of the API. */
const VERSION = "clerk-api-version";

function checkVersion(version: string | null): void {
  if (version === null || /^\d{4}-\d{2}-\d{2}$/.test(version)) return;
  throw refuse(
    "api_version_invalid",
    "The header Clerk-API-Version must be a date, such as 2026-05-12.",
  );
}

async function readCall(
  { operation, slots }: Match,
  exchange: Exchange,
  entry: LedgerEntry,
): Promise<Call> {
  const query = operation.query
    ? readQuery(operation.query, exchange.url.searchParams)
    : {};
  const call = { slots, query, body: {}, items: [], exchange };
  if (!operation.body) return call;
  const version = exchange.headers.get(VERSION);
  if (operation.takes === "list") {
    const items = await readListBody(exchange);
    entry.noteBody(items);
    for (const item of items) checkBody(operation.body, item, version);
    return { ...call, items };
  }
  const body = operation.takes === "form"
    ? Object.fromEntries(await readFormBody(exchange))
    : await readJsonBody(exchange);
  if (operation.takes !== "form") entry.noteBody(body);
  checkBody(operation.body, body, version);
  return { ...call, body };
}

async function answerMatch(
  { instance }: Desk,
  { operation }: Match,
  call: Call,
): Promise<Response> {
  const body = await operation.handle(instance, call);
  if (body instanceof Response) return body;
  const tier = operation.tier && {
    "x-clerk-emulator-tier": String(operation.tier),
  };
  return typeof body === "string" || body === undefined
    ? answerText(body ?? "", "text/html", operation.status ?? 200, tier)
    : answer(body, operation.status, tier);
}
