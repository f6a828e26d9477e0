/** The settings of Clerk Protect, which keeps bots and fraud away. */
export interface InstanceProtect {
  /** What this is. */
  readonly object: "instance_protect";
  /** Whether its rules are on. */
  readonly rulesEnabled: boolean;
  /** Whether its part named Specter is on. */
  readonly specterEnabled: boolean;
  /** Whether its checks are left out. */
  readonly checksBypassed: boolean;
}

/** What `instance.updateProtect` takes. A member left out stays as it is. */
export interface UpdateInstanceProtectParams {
  /** Whether its rules are on. */
  readonly rulesEnabled?: boolean | null | undefined;
  /** Whether its part named Specter is on. */
  readonly specterEnabled?: boolean | null | undefined;
}
