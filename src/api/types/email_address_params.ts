/** What new and existing e-mail addresses have in common. */
export interface UpdateEmailAddressParams {
  /** Whether it counts as verified. */
  readonly verified?: boolean | null | undefined;
  /** Whether to make it the user's primary one. */
  readonly primary?: boolean | null | undefined;
  /** Whether to tell the former primary address about the change; false by default. */
  readonly notifyPrimaryEmailAddressChanged?: boolean | null | undefined;
}

/** What `createEmailAddress` takes. */
export interface CreateEmailAddressParams extends UpdateEmailAddressParams {
  /** The user that it is to belong to. */
  readonly userId: string;
  /** The address. */
  readonly emailAddress: string;
}
