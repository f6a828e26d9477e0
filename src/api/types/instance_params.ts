/** What `instance.update` takes. A member left out stays as it is. */
export interface UpdateInstanceParams {
  /** Whether addresses and numbers made for tests are accepted. */
  readonly testMode?: boolean | null | undefined;
  /** Whether passwords are looked up in Have I Been Pwned, a list of breaches. */
  readonly hibp?: boolean | null | undefined;
  /** Whether codes by e-mail come from Clerk's domain rather than yours. */
  readonly enhancedEmailDeliverability?: boolean | null | undefined;
  /** The e-mail address that users are told to ask for help. */
  readonly supportEmail?: string | null | undefined;
  /** The version of clerk-js that browsers load. */
  readonly clerkJsVersion?: string | null | undefined;
  /** The origin of the application in development. */
  readonly developmentOrigin?: string | null | undefined;
  /**
   * All origins that may ask besides the domains of the instance, such as
   * `chrome-extension://…`. They take the place of those before.
   */
  readonly allowedOrigins?: readonly string[] | undefined;
  /**
   * Whether sessions in development do without cookies of third parties.
   *
   * @deprecated Use `urlBasedSessionSyncing`.
   */
  readonly cookielessDev?: boolean | null | undefined;
  /** Whether sessions in development are handed over by URL, not by cookies. */
  readonly urlBasedSessionSyncing?: boolean | null | undefined;
  /**
   * What sign-in asks for first where passwords are required; `password` by
   * default, to which the empty text goes back.
   */
  readonly preferredSignInStrategyWhenPasswordRequired?:
    | "password"
    | "otp"
    | ""
    | null
    | undefined;
}

/** What `instance.updateRestrictions` takes. A member left out stays as it is. */
export interface UpdateInstanceRestrictionsParams {
  /** Whether only identifiers on the allowlist may sign up and in. */
  readonly allowlist?: boolean | null | undefined;
  /** Whether identifiers on the blocklist may not sign up or in. */
  readonly blocklist?: boolean | null | undefined;
  /** Whether the two lists are for signing up only. */
  readonly allowlistBlocklistDisabledOnSignIn?: boolean | null | undefined;
  /** Whether addresses with `+`, `=` or `#` before the `@` may not sign up. */
  readonly blockEmailSubaddresses?: boolean | null | undefined;
  /** Whether addresses of services for throw-away mail may not sign up. */
  readonly blockDisposableEmailDomains?: boolean | null | undefined;
  /** Whether addresses at Gmail that differ in dots only are the same. */
  readonly ignoreDotsForGmailAddresses?: boolean | null | undefined;
}

/** What `instance.changeDomain` takes. */
export interface ChangeDomainParams {
  /** The new home of the application, such as `https://www.example.com`. */
  readonly homeUrl?: string | undefined;
  /** Whether it is a second application below the same domain, so that its subdomain counts. */
  readonly isSecondary?: boolean | undefined;
}
