/** What new and existing phone numbers have in common. */
export interface UpdatePhoneNumberParams {
  /** Whether it counts as verified. */
  readonly verified?: boolean | null | undefined;
  /** Whether to make it the user's primary one. */
  readonly primary?: boolean | null | undefined;
  /** Whether codes of the second factor may go to it. */
  readonly reservedForSecondFactor?: boolean | null | undefined;
}

/** What `createPhoneNumber` takes. */
export interface CreatePhoneNumberParams extends UpdatePhoneNumberParams {
  /** The user that it is to belong to. */
  readonly userId: string;
  /** The number in E.164 form, such as `+15555550100`. */
  readonly phoneNumber: string;
}
