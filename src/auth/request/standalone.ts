import type { KeyOptions } from "../../keys/create_key_store.ts";
import {
  CREDENTIALS,
  resolveCredentials,
} from "../../keys/resolve_credentials.ts";
import { demandForms } from "../../text/credentials.ts";
import { copyOptions, demandOptions } from "../../text/options.ts";
import { createCore } from "../token_core.ts";
import {
  type AuthenticateRequest,
  createAuthenticator,
  refuseOptions,
} from "./authenticate_request.ts";
import { createInstance } from "./create_instance.ts";
import { createDirectBackend } from "./direct_backend.ts";
import type { AuthenticateRequestOptions } from "./options.ts";
import type { Instance } from "./settings.ts";
import type { AcceptsToken, RequestState } from "./types.ts";

/** The keys of an instance, and what its requests are judged by. */
export interface StandaloneAuthenticateRequestOptions
  extends KeyOptions, AuthenticateRequestOptions {
  /** The secret key of a machine, to verify tokens of machines with. */
  readonly machineSecretKey?: string | undefined;
}

/**
 * Makes what authenticates requests, without a client of the Backend API. It
 * keeps the instance's keys, so make one and keep it.
 *
 * @param options The keys of the instance, and what to go by.
 * @returns The function that authenticates a request.
 * @throws {TypeError} When an option is wrong.
 *
 * @example
 * ```ts
 * import { createAuthenticateRequest } from "@isoclerk/backend";
 * import { createEmulator } from "@isoclerk/backend/emulator";
 *
 * const emulator = await createEmulator({ seed: { users: [{ id: "user_1" }] } });
 * const authenticateRequest = createAuthenticateRequest({
 *   publishableKey: emulator.publishableKey,
 *   secretKey: emulator.secretKey,
 *   fetch: emulator.fetch,
 * });
 * const { token } = await emulator.signIn("user_1");
 * const state = await authenticateRequest(
 *   new Request("http://localhost:3000/", {
 *     headers: { authorization: `Bearer ${token}` },
 *   }),
 * );
 * console.log(state.status); // signed-in
 * ```
 */
export function createAuthenticateRequest(
  options: StandaloneAuthenticateRequestOptions = {},
): AuthenticateRequest {
  demandOptions(options);
  const copy = copyOptions(options);
  return createAuthenticator(createOwnInstance(copy), copy);
}

function createOwnInstance(
  options: StandaloneAuthenticateRequestOptions,
): Instance {
  const credentials = resolveCredentials(options, "machineSecretKey");
  demandForms(credentials, options);
  return createInstance(
    credentials,
    createCore({ ...options, ...credentials, env: {} }),
    createDirectBackend({ ...credentials, fetch: options.fetch }),
    options.env,
  );
}

/** Every option that decides about keys, or about what is kept. */
const KEPT_BY = [
  ...CREDENTIALS,
  "machineSecretKey",
  "env",
  "fetch",
  "clock",
  "skipJwksCache",
] as const;

/** What the latest calls were made with, newest first. Nothing else is shared. */
let kept: readonly (readonly [
  StandaloneAuthenticateRequestOptions,
  AuthenticateRequest,
])[] = [];

/**
 * Says who sent a request. The keys are kept between calls with the very same
 * options, each compared by `===`, for the eight latest of them; the environment
 * is read when options are first seen. {@linkcode createAuthenticateRequest}
 * leaves none of that to guess.
 *
 * @param request The request. Its body is left alone.
 * @param options The keys of the instance, and what to go by.
 * @returns The state: signed in, signed out, or that the browser has to be sent
 * elsewhere to find out. With the reason `options-invalid` for wrong options.
 * Never rejects.
 *
 * @example
 * ```ts
 * import { authenticateRequest } from "@isoclerk/backend";
 *
 * const state = await authenticateRequest(
 *   new Request("https://app.example.com/"),
 *   { publishableKey: "pk_live_Y2xlcmsuZXhhbXBsZS5jb20k" },
 * );
 * console.log(state.status, state.reason);
 * // signed-out session-token-and-uat-missing
 * ```
 */
export function authenticateRequest<
  const Accepts extends AcceptsToken = "session_token",
>(
  request: Request,
  options: StandaloneAuthenticateRequestOptions & {
    readonly acceptsToken?: Accepts | undefined;
  },
): Promise<RequestState<Accepts>>;
export async function authenticateRequest(
  request: Request,
  options: StandaloneAuthenticateRequestOptions = {},
): Promise<RequestState<AcceptsToken>> {
  try {
    return await findAuthenticator(options)<AcceptsToken>(request, options);
  } catch (cause) {
    return refuseOptions(createOwnInstance({ env: {} }), cause);
  }
}

function findAuthenticator(
  options: StandaloneAuthenticateRequestOptions,
): AuthenticateRequest {
  demandOptions(options);
  let found = kept.find(([earlier]) =>
    KEPT_BY.every((name) => earlier[name] === options[name])
  );
  if (!found) {
    // Each by its name: a spread misses what stands in a prototype. What else is
    // given is for this request alone.
    const given: StandaloneAuthenticateRequestOptions = Object.fromEntries(
      KEPT_BY.map((name) => [name, options[name]]),
    );
    found = [given, createAuthenticator(createOwnInstance(given), {})];
  }
  if (found !== kept[0]) {
    kept = [found, ...kept.filter((entry) => entry !== found)].slice(0, 8);
  }
  return found[1];
}
