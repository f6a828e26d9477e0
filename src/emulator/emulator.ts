import type { Jwk } from "../jwt/types.ts";
import type { EmulatorClock } from "./clock.ts";
import type { Clock } from "../platform/clock.ts";
import type { Faults } from "./faults.ts";
import type { RequestInput } from "./http/exchange.ts";
import type { IdStyle } from "./ids.ts";
import type { RateLimit } from "./rate_limit.ts";
import type { RecordedRequest } from "./ledger.ts";
import type { SignedIn, SignInOptions } from "./sign_in.ts";
import type { OutboxMessage } from "./state/outbox.ts";
import type { Seed } from "./state/seed_types.ts";
import type { Snapshot } from "./state/store.ts";
import type { EmulatorStorage } from "./storage.ts";
import type { Tokens } from "./tokens.ts";
import type { EmulatorWebhooks } from "./webhooks.ts";

/** The options of {@linkcode createEmulator}. */
export interface EmulatorOptions {
  /** What the instance begins with; nothing by default. */
  readonly seed?: Seed | undefined;
  /** Keys in place of those that are made in this process. */
  readonly keys?: {
    /** To sign tokens with: a private RSA key of 2048 bits with the exponent 65537. */
    readonly privateJwk?: Jwk;
    /** The secret key, `sk_test_emulator_…`. */
    readonly secretKey?: string;
    /** What webhooks are signed with, `whsec_…`. */
    readonly webhookSecret?: string;
  } | undefined;
  /** How ids are made: at random, the default, or counted after a prefix. */
  readonly ids?: IdStyle | undefined;
  /** What the emulator's clock goes by; the host's by default. */
  readonly clock?: Clock | undefined;
  /**
   * Where the emulator says that it is: an origin on this machine,
   * `http://127.0.0.1:4640` by default. Nothing listens there by itself.
   */
  readonly origin?: string | undefined;
  /**
   * Whether operations that the emulator keeps no state for are refused, with
   * 501 and the code `not_emulated`. By default they are answered by an example
   * that fits the API's description, with the header `x-clerk-emulator-tier: 2`.
   */
  readonly strict?: boolean | undefined;
  /**
   * How many requests the Backend API lets through; any number by default. It
   * answers others with 429, the code `too_many_requests` and the seconds to
   * wait in `Retry-After`, by the emulator's clock. Public keys are for asking
   * without a limit, as at Clerk.
   */
  readonly rateLimit?: RateLimit | undefined;
  /**
   * Where the state is kept from run to run. What is kept there goes before the
   * seed. Keys, faults and the clock are not kept.
   */
  readonly storage?: EmulatorStorage | undefined;
  /** Environment variables to look at besides those of the process. */
  readonly env?: object | undefined;
}

/** The environment variables that point an app at an emulator. */
export interface EmulatorEnv {
  /** The secret key. */
  readonly CLERK_SECRET_KEY: string;
  /** The publishable key. */
  readonly CLERK_PUBLISHABLE_KEY: string;
  /** The origin of the Backend API. */
  readonly CLERK_API_URL: string;
  /** The secret that webhooks are signed with. */
  readonly CLERK_WEBHOOK_SIGNING_SECRET: string;
  /** Where users sign in. */
  readonly CLERK_SIGN_IN_URL: string;
  /** Where users sign up. */
  readonly CLERK_SIGN_UP_URL: string;
  /** Keeps Clerk's own SDK from sending telemetry. */
  readonly CLERK_TELEMETRY_DISABLED: string;
}

/** Answers requests, as a fetch or as the handler of a server. */
export interface EmulatorFetch {
  /**
   * Answers what a client would send.
   *
   * @param input Where to: text, a URL, or a whole request.
   * @param init What to send.
   * @returns The answer. Rejects only as a host's fetch does: when a fault
   * breaks the connection, or when the request's signal aborts.
   */
  (input: RequestInput, init?: RequestInit): Promise<Response>;
  /**
   * Answers what a server got.
   *
   * @param request The request.
   * @param host What the server says besides; not looked at.
   * @returns The answer.
   */
  (request: Request, host: object): Promise<Response>;
}

/** The options of a client of an emulator. */
export interface EmulatorClientOptions {
  /** The secret key. */
  readonly secretKey: string;
  /** The publishable key. */
  readonly publishableKey: string;
  /** The origin of the Backend API. */
  readonly apiUrl: string;
  /** Asks the emulator, not the network. */
  readonly fetch: EmulatorFetch;
  /** The emulator's clock. */
  readonly clock: EmulatorClock;
  /** No environment variables, which may be another instance's. */
  readonly env: { readonly [name: string]: never };
}

/** A Clerk instance in this process. */
export interface Emulator {
  /**
   * What a client needs to talk to this emulator:
   * `createClerkClient(emulator.options)`.
   */
  readonly options: EmulatorClientOptions;
  /**
   * Answers requests as Clerk's APIs do. Give it to a client as the option
   * `fetch`, or to a server as its handler. Needs no `this`.
   */
  readonly fetch: EmulatorFetch;
  /** The secret key, `sk_test_emulator_…`, another one for each emulator. */
  readonly secretKey: string;
  /** The publishable key, which names `origin`. */
  readonly publishableKey: string;
  /** The public key as PEM text; made at first use, so await it. */
  readonly jwtKey: Promise<string>;
  /** The secret that webhooks are signed with, `whsec_…`. */
  readonly webhookSecret: string;
  /** The origin of the Backend API, for the option `apiUrl`. */
  readonly apiUrl: string;
  /** The same origin: of the Frontend API, and the issuer of tokens. */
  readonly origin: string;
  /** The id of the instance. */
  readonly instanceId: string;
  /** What tells the time in the emulator; give it to clients as `clock`. */
  readonly clock: EmulatorClock;
  /** Makes things go wrong. */
  readonly faults: Faults;
  /** Makes tokens of every kind. */
  readonly tokens: Tokens;
  /** Signs webhooks, and tells of changes. */
  readonly webhooks: EmulatorWebhooks;
  /** The last thousand requests, the oldest first, without their secrets. */
  readonly requests: readonly RecordedRequest[];
  /**
   * The last thousand messages that Clerk would have sent, the oldest first:
   * invitations with their links, and codes.
   */
  readonly outbox: readonly OutboxMessage[];
  /** The environment variables that point an app at this emulator. */
  env(): EmulatorEnv;
  /** The public keys as a JWKS. */
  jwks(): Promise<{ readonly keys: readonly Jwk[] }>;
  /**
   * Signs from now on with a new key.
   *
   * @param options Whether the old keys stay in the JWKS; they do by default.
   * @returns The id of the new key.
   */
  rotateKey(options?: { readonly keepOld?: boolean }): Promise<string>;
  /**
   * Signs a user in.
   *
   * @param userId The user, who must exist and be neither banned nor locked.
   * @param options What the session is like.
   * @returns The session token, and headers and cookies that carry it.
   * @throws {TypeError} When the user cannot sign in.
   */
  signIn(userId: string, options?: SignInOptions): Promise<SignedIn>;
  /**
   * Adds to what the instance holds.
   *
   * @throws {TypeError} When an identifier is malformed or taken.
   */
  seed(seed: Seed): Promise<void>;
  /**
   * Brings the instance back to its beginning: data, faults, ledger, clock,
   * and what counts against the rate limit.
   * Keys and webhook listeners stay.
   *
   * @param options Whether to begin with the seed again, as by default, or empty.
   */
  reset(options?: { readonly reseed?: boolean }): Promise<void>;
  /**
   * Waits until the option `storage` has all that the instance holds. All that
   * gives a Promise does so by itself; `restore` does not.
   */
  saved(): Promise<void>;
  /** Writes down what the instance holds, fit for JSON. */
  snapshot(): Snapshot;
  /**
   * Puts back what a snapshot holds.
   *
   * @throws {TypeError} When it is no snapshot.
   */
  restore(snapshot: Snapshot): void;
}
