/** Settings of an instance that are in beta. */
export interface InstanceSettings {
  /** What this is. */
  readonly object: "instance_settings";
  /** The instance's id, `ins_…`. */
  readonly id: string;
  /** Whether only identifiers on the allowlist may sign up. */
  readonly restrictedToAllowlist?: boolean;
  /** What stands before the `@` in the sender of e-mails. */
  readonly fromEmailAddress?: string;
  /** Whether a sign-up asks for what is missing step by step. */
  readonly progressiveSignUp?: boolean;
  /**
   * Whether codes by e-mail come from Clerk's domain rather than yours.
   *
   * @deprecated The API gives it up, and has nothing in its place.
   */
  readonly enhancedEmailDeliverability?: boolean;
}

/** What `betaFeatures.updateInstanceSettings` takes. A member left out stays as it is. */
export interface UpdateInstanceSettingsParams {
  /** Whether only identifiers on the allowlist may sign up. */
  readonly restrictedToAllowlist?: boolean | null | undefined;
  /** What stands before the `@` in the sender of e-mails: letters and digits. */
  readonly fromEmailAddress?: string | null | undefined;
  /** Whether a sign-up asks for what is missing step by step. Clerk gives it up. */
  readonly progressiveSignUp?: boolean | null | undefined;
  /** Whether addresses and numbers made for tests are accepted. */
  readonly testMode?: boolean | null | undefined;
}
