/** What {@linkcode debugRequestState} tells. */
export interface RequestStateDebug {
  /** Whether it is signed in. */
  readonly isSignedIn: boolean;
  /** Whether a token was accepted. */
  readonly isAuthenticated: boolean;
  /** Where the Frontend API is proxied. */
  readonly proxyUrl?: string | undefined;
  /** Why there is no good token, in a form to branch on. */
  readonly reason: string | null;
  /** The same, for a person. */
  readonly message: string | null;
  /** The publishable key. */
  readonly publishableKey: string;
  /** Whether the application is a satellite. */
  readonly isSatellite: boolean;
  /** The domain that was configured. */
  readonly domain: string;
}

/**
 * Tells of a state what helps to find out why.
 *
 * @param params The state.
 * @returns A part of its members; no token among them.
 */
export function debugRequestState(
  params: RequestStateDebug,
): RequestStateDebug {
  const {
    isSignedIn,
    isAuthenticated,
    proxyUrl,
    reason,
    message,
    publishableKey,
    isSatellite,
    domain,
  } = params;
  return {
    isSignedIn,
    isAuthenticated,
    proxyUrl,
    reason,
    message,
    publishableKey,
    isSatellite,
    domain,
  };
}
