/** What `interstitial.get` takes: what tells the page whose it is. */
export interface GetInterstitialParams {
  /** The publishable key of the instance. */
  readonly publishableKey?: string | undefined;
  /** The Frontend API of the instance, where its publishable key is not given. */
  readonly frontendApi?: string | undefined;
  /** The proxy that stands before the Frontend API. */
  readonly proxyUrl?: string | undefined;
  /** The domain of the application, when it is a satellite. */
  readonly domain?: string | undefined;
  /** Where users sign in. */
  readonly signInUrl?: string | undefined;
  /** Whether the page loads its script from `domain`. */
  readonly useDomainForScript?: boolean | undefined;
}
