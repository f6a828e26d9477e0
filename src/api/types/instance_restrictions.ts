/** Who may sign up to an instance, and sign in. */
export interface InstanceRestrictions {
  /** What this is. */
  readonly object: "instance_restrictions";
  /** Whether only identifiers on the allowlist may. */
  readonly allowlist: boolean;
  /** Whether identifiers on the blocklist may not. */
  readonly blocklist: boolean;
  /** Whether the two lists are for signing up only. */
  readonly allowlistBlocklistDisabledOnSignIn: boolean;
  /** Whether addresses with `+`, `=` or `#` before the `@` may not sign up. */
  readonly blockEmailSubaddresses: boolean;
  /** Whether addresses of services for throw-away mail may not sign up. */
  readonly blockDisposableEmailDomains: boolean;
  /** Whether addresses at Gmail that differ in dots only are the same. */
  readonly ignoreDotsForGmailAddresses?: boolean;
}
