import { signedOutAuthObject } from "./auth_objects.ts";
import type { UnauthenticatedState } from "./request_state.ts";

/** What {@linkcode createBootstrapSignedOutState} takes. */
export interface BootstrapOptions {
  /** The application's sign-in page. */
  readonly signInUrl?: string | undefined;
  /** The application's sign-up page. */
  readonly signUpUrl?: string | undefined;
  /** Whether the application is a satellite. */
  readonly isSatellite?: boolean | undefined;
  /** The domain of a satellite. */
  readonly domain?: string | undefined;
  /** Where the Frontend API is proxied. */
  readonly proxyUrl?: string | undefined;
  /** Why nobody is signed in. */
  readonly reason?: string | undefined;
  /** The same, for a person. */
  readonly message?: string | undefined;
  /** Headers to send along; what tells of the state is added to them. */
  readonly headers?: Headers | undefined;
}

/**
 * Makes a signed-out state without a request and without keys, for applications
 * that have none yet.
 *
 * @param options What the state is to tell.
 * @returns The state.
 *
 * @deprecated Configure keys, and authenticate the request.
 */
export function createBootstrapSignedOutState(
  options: BootstrapOptions = {},
): UnauthenticatedState<"session_token"> {
  const {
    reason = "session-token-and-uat-missing",
    message = "",
    headers = new Headers(),
  } = options;
  const status = "signed-out";
  for (const [name, value] of Object.entries({ message, reason, status })) {
    try {
      if (value) headers.set(`x-clerk-auth-${name}`, value);
    } catch {
      // What no header can hold is left out.
    }
  }
  return {
    status,
    // Any text will do, which the type of other states has no place for.
    reason: reason as UnauthenticatedState["reason"],
    message,
    headers,
    isSignedIn: false,
    isAuthenticated: false,
    token: null,
    tokenType: "session_token",
    proxyUrl: options.proxyUrl ?? "",
    publishableKey: "",
    isSatellite: options.isSatellite ?? false,
    domain: options.domain ?? "",
    signInUrl: options.signInUrl ?? "",
    signUpUrl: options.signUpUrl ?? "",
    afterSignInUrl: "",
    afterSignUpUrl: "",
    toAuth: () => signedOutAuthObject({ status, reason, message }),
  };
}
