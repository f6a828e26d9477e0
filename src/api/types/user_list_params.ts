import type { PageParams } from "./pagination.ts";

/** What users can be sorted by. */
export type UserSortKey =
  | "created_at"
  | "updated_at"
  | "email_address"
  | "web3wallet"
  | "first_name"
  | "last_name"
  | "phone_number"
  | "username"
  | "last_active_at"
  | "last_sign_in_at";

/** An order of users: `+` or nothing for ascending, `-` for descending. */
export type UserOrder = `${"" | "+" | "-"}${UserSortKey}`;

/**
 * Which users. All members must hold; of a list of values, one must. An empty
 * list is refused, as the API would take it for no filter and give everybody.
 */
export interface UserFilterParams {
  /** Users with any of these e-mail addresses, 100 at most. */
  readonly emailAddress?: readonly string[] | undefined;
  /** Users with any of these phone numbers, in E.164 form, 100 at most. */
  readonly phoneNumber?: readonly string[] | undefined;
  /** Users with any of these ids of your own system, 100 at most. */
  readonly externalId?: readonly string[] | undefined;
  /** Users with any of these user names, 100 at most. */
  readonly username?: readonly string[] | undefined;
  /** Users with any of these wallets, 100 at most. */
  readonly web3Wallet?: readonly string[] | undefined;
  /** Users with any of these ids, 100 at most; with `-` before it, all others. */
  readonly userId?: readonly string[] | undefined;
  /** Members of any of these organizations, 100 at most; with `-`, all others. */
  readonly organizationId?: readonly string[] | undefined;
  /** Text that an address, a number, a name, a wallet or the id must hold. */
  readonly query?: string | undefined;
  /** Text that an e-mail address must hold. */
  readonly emailAddressQuery?: string | undefined;
  /** Text that a phone number must hold. */
  readonly phoneNumberQuery?: string | undefined;
  /** Text that the user name must hold. */
  readonly usernameQuery?: string | undefined;
  /** Text that the given or family name must hold. */
  readonly nameQuery?: string | undefined;
  /** Users who are banned, or with false those who are not. */
  readonly banned?: boolean | undefined;
  /** Users last active before this day, in milliseconds since 1970 or as a date. */
  readonly lastActiveAtBefore?: number | Date | undefined;
  /** Users last active after this day, in milliseconds since 1970 or as a date. */
  readonly lastActiveAtAfter?: number | Date | undefined;
  /**
   * Users last active after this day, in milliseconds since 1970 or as a date.
   *
   * @deprecated Use `lastActiveAtAfter`.
   */
  readonly lastActiveAtSince?: number | Date | undefined;
  /** Users made before this time, in milliseconds since 1970 or as a date. */
  readonly createdAtBefore?: number | Date | undefined;
  /** Users made after this time, in milliseconds since 1970 or as a date. */
  readonly createdAtAfter?: number | Date | undefined;
  /** Users who last signed in before this time, in milliseconds since 1970 or as a date. */
  readonly lastSignInAtBefore?: number | Date | undefined;
  /** Users who last signed in after this time, in milliseconds since 1970 or as a date. */
  readonly lastSignInAtAfter?: number | Date | undefined;
  /** Users with an account at this provider, such as `oauth_google`. */
  readonly provider?: string | undefined;
  /** Users with any of these ids at `provider`, which must be given too. */
  readonly providerUserId?: readonly string[] | undefined;
}

/** What `getUserList` takes. */
export interface GetUserListParams extends UserFilterParams, PageParams {
  /** Users after the one with this id, instead of `offset`. */
  readonly startingAfter?: string | undefined;
  /** The order; `-created_at`, the newest first, by default. */
  readonly orderBy?: UserOrder | undefined;
  /**
   * Whether to ask for the number of all users that the filters let through
   * too. That is a second request, sent at the same time; without it,
   * `totalCount` is undefined.
   */
  readonly includeTotalCount?: boolean | undefined;
}

/** What `getCount` takes. */
export type GetUserCountParams = UserFilterParams;
