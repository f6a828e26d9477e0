import type { TokenVerificationError } from "../../errors/token_verification_error.ts";
import type { MachineTokenVerificationError } from "../../errors/machine_token_verification_error.ts";
import type { ClaimsPolicy } from "../../jwt/claims.ts";
import { readEnv } from "../../platform/env.ts";
import { parsePathPattern, type PathMatcher } from "../../text/path_pattern.ts";
import type { PublishableKey } from "../../text/publishable_key.ts";
import type { MachineToken } from "../machine/classify.ts";
import type {
  MachineVerifierOptions,
  VerifyMachineToken,
} from "../machine/verify.ts";
import type { TokenCore, TokenText } from "../token_core.ts";
import type { AuthBackend } from "./backend.ts";
import type { AuthFactory } from "./auth_factory.ts";
import type { AuthenticateRequestOptions } from "./options.ts";
import type { RuleTables } from "./rules.ts";
import type { AcceptsToken, CarriedToken } from "./types.ts";

/** The names of an instance's cookies. */
export interface CookieNames {
  /** Whether they end in the instance's suffix. */
  readonly isSuffixed: boolean;
  /** The session token. */
  readonly session: string;
  /** The time of the last sign-in or sign-out. */
  readonly clientUat: string;
  /** What the browser is known by in development. */
  readonly devBrowser: string;
  /** The refresh token; empty for none. */
  readonly refresh: string;
}

/** The instance that requests are authenticated for. */
export interface Instance {
  /** What verifies its tokens. */
  readonly core: TokenCore;
  /** Its publishable key; empty when there is none. */
  readonly publishableKey: string;
  /** What that says; undefined when there is none. */
  readonly key: PublishableKey | undefined;
  /** The calls of its Backend API; undefined without a secret key. */
  readonly backend: AuthBackend | undefined;
  /** The names of its cookies, once they were needed. */
  readonly suffix: { names?: CookieNames };
  /** What makes that which verifies machine tokens. */
  readonly createMachineVerifier: (
    options: MachineVerifierOptions,
  ) => VerifyMachineToken;
  /** What is read for environment variables. */
  readonly env: object | undefined;
}

/** Something that happened on the way and that no state tells. */
export type Notice =
  | "azp-missing"
  | "handshake-loop"
  | "satellite-loop"
  | "organization-loop"
  | "payload-failed"
  | "handshake-failed"
  | "clock-skew";

/** Where the two flavours differ. */
export interface Manner {
  /** What is demanded of a session token's claims. */
  readonly createPolicy: (options: AuthenticateRequestOptions) => ClaimsPolicy;
  /** Whether a token that was not verified says that it is a session's. */
  readonly isSession: (token: TokenText) => boolean;
  /** The reason and the message of a state, for a token that was refused. */
  readonly describe: (
    error: TokenVerificationError,
    token: CarriedToken,
  ) => readonly [reason: string, message: string];
  /** The message of a state, for a machine token that was refused. */
  readonly describeMachine: (
    error: MachineTokenVerificationError,
    token: MachineToken,
  ) => string;
  /** What makes auth objects. */
  readonly auth: AuthFactory;
  /** What a state says after three handshakes in a row. */
  readonly loopMessage: string;
  /** Called when a handshake's token is refused in development; may throw. */
  readonly onHandshakeRefused?: (
    error: TokenVerificationError,
    token: string,
  ) => void;
  /** Called with what happens on the way. */
  readonly notice?: (notice: Notice, cause?: unknown) => void;
}

/** What requests are judged by: options that were checked and put into form. */
export interface Settings extends Instance {
  /** As it was given, with texts for what was not. */
  readonly shown: {
    readonly publishableKey: string;
    readonly isSatellite: boolean;
    readonly domain: string;
    readonly signInUrl: string;
    readonly signUpUrl: string;
    readonly afterSignInUrl: string;
    readonly afterSignUpUrl: string;
  };
  /** Where the two flavours differ. */
  readonly manner: Manner;
  /** What decides. */
  readonly rules: RuleTables;
  /** What is demanded of a session token's claims. */
  readonly policy: ClaimsPolicy;
  /** What verifies machine tokens. */
  readonly verifyMachine: VerifyMachineToken;
  /** Which kinds of token are accepted. */
  readonly accepts: AcceptsToken;
  /** Whether it is an instance for trying things out. */
  readonly isDevelopment: boolean;
  /** The Frontend API: a host or a URL; empty when it is not known. */
  readonly frontendApi: string;
  /** Where it is proxied, as given; empty when it is not. */
  readonly proxyUrl: string;
  /** Whether a satellite asks the primary domain by itself. */
  readonly satelliteAutoSync: boolean;
  /** Which paths are whose. */
  readonly organizationPaths: readonly PathMatcher[];
  readonly personalPaths: readonly PathMatcher[];
  /** Where satellites may be; undefined for anywhere. */
  readonly allowedRedirectOrigins: readonly string[] | undefined;
}

/** Puts options into the form to judge by. */
export function createSettings(
  instance: Instance,
  options: AuthenticateRequestOptions,
  manner: Manner,
  rules: RuleTables,
): Settings {
  const { key } = instance;
  const shown = showOptions(instance, options);
  const { domain, isSatellite } = shown;
  const isDevelopment = key?.instanceType === "development";
  const isOwnApi = isSatellite && domain && !isDevelopment;
  const sync = options.organizationSyncOptions;
  return Object.freeze({
    ...instance,
    shown,
    manner,
    rules,
    policy: manner.createPolicy(options),
    verifyMachine: instance.createMachineVerifier({
      core: instance.core,
      backend: instance.backend,
      issuer: options.issuer,
      clockSkewInMs: options.clockSkewInMs,
    }),
    accepts: options.acceptsToken ?? "session_token",
    isDevelopment,
    frontendApi: isOwnApi ? `clerk.${domain}` : key?.frontendApi ?? "",
    proxyUrl: options.proxyUrl || findAutoProxy(instance, domain),
    satelliteAutoSync: options.satelliteAutoSync ?? false,
    organizationPaths: parsePatterns(sync?.organizationPatterns),
    personalPaths: parsePatterns(sync?.personalAccountPatterns),
    allowedRedirectOrigins: options.allowedRedirectOrigins,
  });
}

function showOptions(
  { publishableKey }: Instance,
  options: AuthenticateRequestOptions,
): Settings["shown"] {
  return {
    publishableKey,
    isSatellite: options.isSatellite ?? false,
    domain: options.domain ?? "",
    signInUrl: options.signInUrl ?? "",
    signUpUrl: options.signUpUrl ?? "",
    afterSignInUrl: options.afterSignInUrl ?? "",
    afterSignUpUrl: options.afterSignUpUrl ?? "",
  };
}

/** On Vercel, a production instance is proxied by the application by default. */
function findAutoProxy({ key, env }: Instance, domain: string): string {
  const read = (name: string) => readEnv(name, env);
  const isWanted = !domain && key?.instanceType === "production" &&
    read("VERCEL_TARGET_ENV") === "production" &&
    read("VERCEL_PROJECT_PRODUCTION_URL") &&
    read("CLERK_DISABLE_AUTO_PROXY") !== "true";
  return isWanted ? "/__clerk" : "";
}

function parsePatterns(
  patterns: readonly string[] = [],
): readonly PathMatcher[] {
  return patterns.map((pattern) => {
    const matcher = parsePathPattern(pattern);
    if (!matcher) {
      throw new TypeError(
        `Invalid pattern "${pattern}": expected text, ":name", "(.*)" and "?".`,
      );
    }
    return matcher;
  });
}
