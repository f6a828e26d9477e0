import type { TokenVerificationError } from "../../errors/token_verification_error.ts";
import { createClaimsPolicy } from "../../jwt/claims.ts";
import { classOf } from "../../jwt/token_class.ts";
import { isText } from "../../text/json.ts";
import {
  copyOptions,
  demandOptions,
  hasOwnMembers,
  override,
} from "../../text/options.ts";
import { typeOfJwt } from "../machine/classify.ts";
import { authObjects } from "./auth_factory.ts";
import { authenticate } from "./authenticate.ts";
import { checkOptions } from "./check_options.ts";
import { createContext } from "./context.ts";
import type { AuthenticateRequestOptions } from "./options.ts";
import { RULES } from "./rules.ts";
import { createSettings, type Instance, type Manner } from "./settings.ts";
import { type CoreState, signedOut } from "./state.ts";
import type { AcceptsToken, RequestState } from "./types.ts";

/** Says who sent a request. */
export interface AuthenticateRequest {
  /**
   * Says who sent a request: by the `Authorization` header or, for a browser, by
   * cookies. Never rejects.
   *
   * @param request The request. Its body is left alone.
   * @param options What to go by for this request instead of what was configured.
   * @returns The state: signed in, signed out, or that the browser has to be sent
   * elsewhere to find out (a handshake: answer with status 307 and the state's
   * headers).
   */
  <const Accepts extends AcceptsToken = "session_token">(
    request: Request,
    options?: AuthenticateRequestOptions & {
      readonly acceptsToken?: Accepts | undefined;
    },
  ): Promise<RequestState<Accepts>>;
}

/** The manner of the default flavour: no throws, no console, our own words. */
const MANNER: Manner = {
  createPolicy: (options) =>
    createClaimsPolicy(
      { ...options, tokenClass: "session", treatPendingAsSignedOut: false },
      true,
    ),
  isSession: (token) =>
    isText(token.payload.sid) && !typeOfJwt(token) &&
    classOf(token.header, token.payload) === "session",
  describe,
  describeMachine: ({ message }) => message,
  auth: authObjects,
  loopMessage:
    "The browser was sent around three times in vain: check keys, domain and this server's clock.",
};

/** Says of a token from the future how far this server's clock is behind. */
function describe(
  { reason, message, received, expected }: TokenVerificationError,
): readonly [string, string] {
  const behind = Math.ceil(Number(received) - Number(expected));
  const isFuture = reason === "token-not-active-yet" ||
    reason === "token-iat-in-the-future";
  return [
    reason,
    isFuture
      ? `${message} This server's clock is ${behind} s behind, or more.`
      : message,
  ];
}

/**
 * Makes what authenticates requests for an instance.
 *
 * @param base What to go by unless a request's own options say otherwise.
 * @throws {TypeError} When an option is wrong.
 */
export function createAuthenticator(
  instance: Instance,
  base: AuthenticateRequestOptions,
): AuthenticateRequest {
  // Options of a request are mostly the same as those of the one before.
  let last: AuthenticateRequestOptions = {};
  const settle = (options: AuthenticateRequestOptions) => {
    checkOptions(instance, options);
    return createSettings(instance, options, MANNER, RULES);
  };
  let settings = settle(base);

  const authenticateRequest = async (
    request: Request,
    options: AuthenticateRequestOptions = {},
  ) => {
    try {
      demandOptions(options);
      const given = hasOwnMembers(options) ? options : copyOptions(options);
      if (!isSame(given, last)) {
        settings = settle(override(base, given));
        last = copyOptions(given);
      }
      return typed(await authenticate(request, settings));
    } catch (cause) {
      return refuseOptions(instance, cause);
    }
  };
  return authenticateRequest as AuthenticateRequest;
}

/**
 * Whether options are the same: each compared by `===`, and lists by what they
 * hold, as whoever made them may change them. One that is given as undefined is
 * not the same as another that is not given.
 */
export function isSame(a: object, b: object): boolean {
  const entries = Object.entries(a);
  return entries.length === Object.keys(b).length &&
    entries.every(([name, value]) => {
      const other: unknown = Reflect.get(b, name);
      return name in b &&
        (Array.isArray(value) && Array.isArray(other)
          ? isSame(value, other)
          : value === other);
    });
}

/** The state of a request that was given wrong options, or is none. */
export function refuseOptions(
  instance: Instance,
  cause: unknown,
): RequestState {
  const settings = createSettings(instance, {}, MANNER, RULES);
  const c = createContext(new Request("http://localhost"), settings);
  const message = cause instanceof Error ? cause.message : String(cause);
  return typed(signedOut(c, "options-invalid", message));
}

/**
 * Which parts of a state go together is known to the functions that make it, but
 * not to the compiler.
 */
function typed(state: CoreState): RequestState {
  return state as RequestState;
}
