/** Request authentication as the official package has it: it throws, and it prints. */
import type { AuthFactory } from "../src/auth/request/auth_factory.ts";
import { authenticate } from "../src/auth/request/authenticate.ts";
import { isSame } from "../src/auth/request/authenticate_request.ts";
import type { AuthBackend } from "../src/auth/request/backend.ts";
import { RULES, type RuleTables } from "../src/auth/request/rules.ts";
import {
  createSettings,
  type Instance,
  type Manner,
  type Settings,
} from "../src/auth/request/settings.ts";
import type { AcceptsToken } from "../src/auth/request/types.ts";
import type { TokenType } from "../src/auth/objects/types.ts";
import { typeOfJwt } from "../src/auth/machine/classify.ts";
import type { TokenText } from "../src/auth/token_core.ts";
import { findCore } from "../src/auth/verify_token_once.ts";
import type { TransportOptions } from "../src/rest/transport.ts";
import { copyOptions } from "../src/text/options.ts";
import { parsePublishableKey } from "../src/text/publishable_key.ts";
import {
  type AuthContext,
  authenticatedMachineObject,
  invalidTokenAuthObject,
  signedInAuthObject,
  signedOutAuthObject,
  unauthenticatedMachineObject,
} from "./auth_objects.ts";
import {
  type AuthenticateRequestOptions,
  demandForeignSignIn,
  demandOfficially,
  mergeOptions,
} from "./request_options.ts";
import type { RequestState } from "./request_state.ts";
import { noticeOnConsole } from "./notices.ts";
import {
  asOfficial,
  createVerifier,
  inOfficialWords,
} from "./machine_tokens.ts";
import { wordLikeOfficial } from "./messages.ts";
import { createOfficialPolicy } from "./policy.ts";
import { NO_ENV } from "./verify_token.ts";

/** Options with the kinds of token that count. */
export interface AcceptingOptions<Accepts extends AcceptsToken>
  extends AuthenticateRequestOptions {
  /** One kind of token, a list of them, or `any`. */
  readonly acceptsToken: Accepts;
}

/** Authenticates requests. */
export interface AuthenticateRequest {
  /**
   * Says who sent a request that may have a token of one of some kinds.
   *
   * @param request The request. Its body is left alone.
   * @param options What to go by instead of what was configured.
   * @returns The state.
   * @throws {Error} When an option is missing or wrong.
   */
  <Types extends readonly TokenType[]>(
    request: Request,
    options: AcceptingOptions<Types>,
  ): Promise<RequestState<Types[number] | null>>;
  /** Says who sent a request that may have a token of one kind. */
  <Type extends TokenType>(
    request: Request,
    options: AcceptingOptions<Type>,
  ): Promise<RequestState<Type>>;
  /** Says who sent a request that may have a token of any kind. */
  (
    request: Request,
    options: AcceptingOptions<"any">,
  ): Promise<RequestState<TokenType>>;
  /** Says who sent a request that may have the token of a session. */
  (
    request: Request,
    options?: AuthenticateRequestOptions,
  ): Promise<RequestState>;
}

const MANNER: Omit<Manner, "auth" | "describe"> = {
  createPolicy: createOfficialPolicy,
  isSession,
  describeMachine: (error, token) => {
    const { code, message, status } = inOfficialWords(error, token);
    return `${message} (code=${code}, status=${status ?? "n/a"})`;
  },
  loopMessage: "",
  onHandshakeRefused: (error, token) => {
    const isForged = error.reason === "token-invalid-signature";
    const about = isForged
      ? " due to an invalid signature. If you have switched Clerk keys locally, clear your cookies and try again."
      : `: ${wordHandshake(error, token)}.`;
    throw new Error(`Clerk: Handshake token verification failed${about}`);
  },
  notice: noticeOnConsole,
};

/** Makes what describes refusals; some of them name the type that is wanted. */
function createDescribe(
  { headerType }: AuthenticateRequestOptions,
): Manner["describe"] {
  return (error, { text, carrier }) => {
    const worded = wordLikeOfficial(error, { token: text, headerType });
    worded.tokenCarrier = carrier;
    return [worded.reason, worded.getFullMessage()];
  };
}

/** Makes auth objects with what options tell `debug` and `getToken`. */
function createFactory(context: AuthContext): AuthFactory {
  return {
    session: ({ verified, token, debug, ...init }) => {
      const { payload } = verified;
      const about = { ...context, ...debug?.() };
      return init.treatPendingAsSignedOut !== false && payload.sts === "pending"
        ? signedOutAuthObject(about, "pending")
        : signedInAuthObject(about, token, payload);
    },
    machine: ({ tokenType, text, record }, debug) =>
      authenticatedMachineObject(tokenType, text, asOfficial(record), debug()),
    none: (type, debug) => {
      if (type === null) return invalidTokenAuthObject();
      return type === "session_token"
        ? signedOutAuthObject({ ...context, ...debug() })
        : unauthenticatedMachineObject(type, debug());
    },
  };
}

function wordHandshake(
  error: Parameters<Manner["describe"]>[0],
  token: string,
): string {
  return wordLikeOfficial(error, { token }).getFullMessage()
    .replace(
      "Invalid session token category",
      "Invalid handshake token category",
    );
}

/** The category of tokens that are believed wherever a session's are. */
const CATEGORIES = [undefined, "cl_B7d4PD111AAA", "cl_I7d4PD111III"];

/** Whether a token is a session's by the official package's lights. */
function isSession(token: TokenText): boolean {
  return CATEGORIES.includes(token.header.cat) && !typeOfJwt(token);
}

/**
 * Makes what authenticates requests for a client.
 *
 * @param base What the client was made with.
 * @param backend The calls of its Backend API.
 * @param transport How to reach it for keys and machine tokens.
 * @param rules What decides; for tests, that leave one out.
 */
export function createAuthenticator(
  base: AuthenticateRequestOptions,
  backend: AuthBackend,
  transport: TransportOptions,
  rules: RuleTables = RULES,
): AuthenticateRequest {
  let last: AuthenticateRequestOptions | undefined;
  let merged = base;
  let settings: Settings | undefined;
  const settle = (request: Request, options: AuthenticateRequestOptions) => {
    if (settings && last && isSame(options, last)) {
      demandForeignSignIn(request, merged);
      return settings;
    }
    const next = mergeOptions(base, options);
    demandOfficially(request, next);
    const instance = createInstance(next, backend, transport);
    const { fetch } = transport;
    settings = createSettings(instance, next, {
      ...MANNER,
      auth: createFactory({ ...base, ...next, fetch }),
      describe: createDescribe(next),
    }, rules);
    merged = next;
    last = copyOptions(options);
    return settings;
  };
  const authenticateRequest = async (
    request: Request,
    options: AuthenticateRequestOptions = {},
  ) => {
    const state = await authenticate(request, settle(request, options));
    // Officially the token is a member like any other.
    return Object.defineProperty(state, "token", { enumerable: true });
  };
  // Which parts of a state go together is not known to the compiler.
  return authenticateRequest as AuthenticateRequest;
}

function createInstance(
  options: AuthenticateRequestOptions,
  backend: AuthBackend,
  transport: TransportOptions,
): Instance {
  const { fetch } = transport;
  const { publishableKey = "", secretKey, jwtKey, apiUrl, apiVersion } =
    options;
  const core = findCore({
    secretKey: jwtKey ? undefined : secretKey,
    jwtKey,
    apiUrl,
    apiVersion,
    skipJwksCache: options.skipJwksCache,
    fetch,
    env: NO_ENV,
  });
  return {
    core,
    publishableKey,
    key: parsePublishableKey(publishableKey),
    backend,
    createMachineVerifier: () =>
      createVerifier({ ...options, fetch }, transport),
    suffix: {},
    env: undefined,
  };
}
