// A table: exempt from the limit on lines.
import type { ApiResult } from "../errors/api_error.ts";
import { failCall } from "../rest/failure.ts";
import { type ItemOperation, op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import { list } from "../rest/pagination.ts";
import type {
  ApiListCall,
  ApiListResult,
  CollectOptions,
} from "../rest/result.ts";
import { defineTable, type Send, type Table } from "../rest/table.ts";
import { isObject, type JsonObject } from "../text/json.ts";
import type {
  BillingCreditBalance,
  BillingCreditLedger,
} from "./types/billing_credit.ts";
import type { AdjustBillingCreditBalanceParams } from "./types/billing_credit_params.ts";
import type { BillingSubscription } from "./types/billing_subscription.ts";
import type { DeletedObject } from "./types/deleted_object.ts";
import type { EmailAddress } from "./types/email_address.ts";
import type { OauthAccessToken } from "./types/oauth_access_token.ts";
import type { OrganizationInvitation } from "./types/organization_invitation.ts";
import type { OrganizationMembership } from "./types/organization_membership.ts";
import type { PageParams } from "./types/pagination.ts";
import type { PhoneNumber } from "./types/phone_number.ts";
import type { TrustedDevice } from "./types/trusted_device.ts";
import type { User } from "./types/user.ts";
import type {
  UserId,
  VerifiedCode,
  VerifiedPassword,
} from "./types/user_answers.ts";
import type {
  GetUserCountParams,
  GetUserListParams,
} from "./types/user_list_params.ts";
import type {
  CreateUserParams,
  RemovePasswordParams,
  ReplaceUserEmailAddressParams,
  ReplaceUserMetadataParams,
  ReplaceUserPhoneNumberParams,
  SetPasswordCompromisedParams,
  UpdateUserMetadataParams,
  UpdateUserParams,
  UpdateUserProfileImageParams,
} from "./types/user_params.ts";
import type {
  DeleteUserExternalAccountParams,
  DeleteUserPasskeyParams,
  DeleteUserWeb3WalletParams,
  GetUserOrganizationInvitationListParams,
  GetUserOrganizationMembershipListParams,
  OauthProvider,
  RevokeUserTrustedDeviceParams,
  VerifyPasswordParams,
  VerifyTotpParams,
} from "./types/user_slot_params.ts";
import { updateWithMetadata } from "./update_with_metadata.ts";

/**
 * Everything about users. No method rejects: each gives data or errors. Each
 * takes {@linkcode RequestOptions} as its last argument.
 */
export interface UsersApi {
  /**
   * Reads users, a page at a time, newest first unless `orderBy` says otherwise.
   *
   * Await it for one page, which is one request. Loop over it with `for await`
   * for all users of all pages.
   *
   * @param params Which users, in which order, and which part of them.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The users; `totalCount` only with `includeTotalCount`.
   *
   * @example
   * ```ts
   * import { createClerkClient } from "@isoclerk/backend";
   * import { createEmulator } from "@isoclerk/backend/emulator";
   *
   * const emulator = await createEmulator({
   *   seed: { users: [{ id: "user_1", emailAddress: ["a@example.com"] }] },
   * });
   * const clerk = createClerkClient({
   *   secretKey: emulator.secretKey,
   *   fetch: emulator.fetch,
   * });
   * for await (const user of clerk.users.getUserList({ limit: 100 })) {
   *   console.log(user.id);
   * }
   * ```
   */
  getUserList(
    params?: GetUserListParams,
    options?: RequestOptions,
  ): ApiListCall<User>;
  /**
   * Reads one user.
   *
   * @param userId The user's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The user, or an error `resource_not_found` with status 404.
   *
   * @example
   * ```ts
   * import { createClerkClient } from "@isoclerk/backend";
   * import { createEmulator } from "@isoclerk/backend/emulator";
   *
   * const emulator = await createEmulator({ seed: { users: [{ id: "user_1" }] } });
   * const clerk = createClerkClient({
   *   secretKey: emulator.secretKey,
   *   fetch: emulator.fetch,
   * });
   * const { data: user, errors } = await clerk.users.getUser("user_1");
   * if (errors) console.log(errors[0].code);
   * else console.log(user.createdAt);
   * ```
   */
  getUser(userId: string, options?: RequestOptions): Promise<ApiResult<User>>;
  /**
   * Makes a user. Addresses and numbers count as verified unless told otherwise.
   *
   * @param params What is known about the user.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new user, or an error such as `form_identifier_exists`.
   *
   * @example
   * ```ts
   * import { createClerkClient } from "@isoclerk/backend";
   * import { createEmulator } from "@isoclerk/backend/emulator";
   *
   * const emulator = await createEmulator();
   * const clerk = createClerkClient({
   *   secretKey: emulator.secretKey,
   *   fetch: emulator.fetch,
   * });
   * const { data: user } = await clerk.users.createUser({
   *   emailAddress: ["ada@example.com"],
   *   publicMetadata: { role: "admin" },
   * });
   * console.log(user?.publicMetadata.role);
   * ```
   */
  createUser(
    params: CreateUserParams,
    options?: RequestOptions,
  ): Promise<ApiResult<User>>;
  /**
   * Changes a user. What is left out stays as it is; null empties a member.
   *
   * Metadata goes by a second request after the first one, and is replaced as a
   * whole. The two are not one transaction: when the second fails, the error's
   * `meta.applied` names the members that the first has changed.
   *
   * @param userId The user's id.
   * @param params What to change.
   * @param options Time-outs, retries and a signal, for each request.
   * @returns The user as changed.
   */
  updateUser(
    userId: string,
    params?: UpdateUserParams,
    options?: RequestOptions,
  ): Promise<ApiResult<User>>;
  /**
   * Puts one e-mail address in the place of all that a user has.
   *
   * @param userId The user's id.
   * @param params The address.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new address.
   */
  replaceUserEmailAddress(
    userId: string,
    params: ReplaceUserEmailAddressParams,
    options?: RequestOptions,
  ): Promise<ApiResult<EmailAddress>>;
  /**
   * Puts one phone number in the place of all that a user has.
   *
   * @param userId The user's id.
   * @param params The number.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new number.
   */
  replaceUserPhoneNumber(
    userId: string,
    params: ReplaceUserPhoneNumberParams,
    options?: RequestOptions,
  ): Promise<ApiResult<PhoneNumber>>;
  /**
   * Sets a user's picture.
   *
   * @param userId The user's id.
   * @param params The picture.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The user with the new picture.
   */
  updateUserProfileImage(
    userId: string,
    params: UpdateUserProfileImageParams,
    options?: RequestOptions,
  ): Promise<ApiResult<User>>;
  /**
   * Merges changes into a user's metadata, at any depth. A member that is left
   * out stays as it is; one that is null is removed.
   *
   * @param userId The user's id.
   * @param params The changes.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The user as changed.
   *
   * @example
   * ```ts
   * import { createClerkClient } from "@isoclerk/backend";
   * import { createEmulator } from "@isoclerk/backend/emulator";
   *
   * const emulator = await createEmulator({ seed: { users: [{ id: "user_1" }] } });
   * const clerk = createClerkClient({
   *   secretKey: emulator.secretKey,
   *   fetch: emulator.fetch,
   * });
   * await clerk.users.updateUserMetadata("user_1", {
   *   privateMetadata: { stripe_id: "cus_1", trial: null },
   * });
   * ```
   */
  updateUserMetadata(
    userId: string,
    params: UpdateUserMetadataParams,
    options?: RequestOptions,
  ): Promise<ApiResult<User>>;
  /**
   * Replaces a user's metadata. Each kind that is given is replaced as a whole;
   * one that is left out stays as it is.
   *
   * @param userId The user's id.
   * @param params The new metadata.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The user as changed.
   */
  replaceUserMetadata(
    userId: string,
    params: ReplaceUserMetadataParams,
    options?: RequestOptions,
  ): Promise<ApiResult<User>>;
  /**
   * Deletes a user with all sessions, memberships and addresses. There is no way back.
   *
   * @param userId The user's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left: the id, and that it is gone.
   */
  deleteUser(
    userId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
  /**
   * Counts users.
   *
   * @param params Which users; all by default.
   * @param options Time-outs, retries and a signal for this call.
   * @returns How many there are.
   */
  getCount(
    params?: GetUserCountParams,
    options?: RequestOptions,
  ): Promise<ApiResult<number>>;
  /**
   * Reads a user's tokens of an OAuth provider, to call the provider with.
   *
   * @param userId The user's id.
   * @param provider The provider, such as `google`; `oauth_google` is the same.
   * @param params Which part of the list.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The tokens, one for each account that the user has there.
   */
  getUserOauthAccessToken(
    userId: string,
    provider: OauthProvider,
    params?: PageParams,
    options?: RequestOptions,
  ): ApiListCall<OauthAccessToken>;
  /**
   * Removes all second factors of a user.
   *
   * @param userId The user's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The user's id.
   */
  disableUserMFA(
    userId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<UserId>>;
  /**
   * Reads a user's places in organizations, a page at a time.
   *
   * @param params The user, and which part of the list.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The memberships, and how many there are.
   */
  getOrganizationMembershipList(
    params: GetUserOrganizationMembershipListParams,
    options?: RequestOptions,
  ): ApiListCall<OrganizationMembership>;
  /**
   * Reads the invitations to organizations that a user has received, a page at a time.
   *
   * @param params The user, and which invitations.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The invitations, and how many there are.
   */
  getOrganizationInvitationList(
    params: GetUserOrganizationInvitationListParams,
    options?: RequestOptions,
  ): ApiListCall<OrganizationInvitation>;
  /**
   * Removes a user's password.
   *
   * @param userId The user's id.
   * @param params Whether to end the user's sessions.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The user without a password.
   */
  removePassword(
    userId: string,
    params?: RemovePasswordParams,
    options?: RequestOptions,
  ): Promise<ApiResult<User>>;
  /**
   * Checks a user's password.
   *
   * @param params The user and the password.
   * @param options Time-outs, retries and a signal for this call.
   * @returns That it is right, or an error `incorrect_password` with status 422.
   */
  verifyPassword(
    params: VerifyPasswordParams,
    options?: RequestOptions,
  ): Promise<ApiResult<VerifiedPassword>>;
  /**
   * Checks a code of a user's authenticator app, or a backup code, which is used
   * up by it.
   *
   * @param params The user and the code.
   * @param options Time-outs, retries and a signal for this call.
   * @returns That it is right, or an error `totp_incorrect_code` with status 422.
   */
  verifyTOTP(
    params: VerifyTotpParams,
    options?: RequestOptions,
  ): Promise<ApiResult<VerifiedCode>>;
  /**
   * Bans a user: all sessions end, and signing in is refused.
   *
   * @param userId The user's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The user as changed.
   */
  banUser(userId: string, options?: RequestOptions): Promise<ApiResult<User>>;
  /**
   * Takes back a ban.
   *
   * @param userId The user's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The user as changed.
   */
  unbanUser(userId: string, options?: RequestOptions): Promise<ApiResult<User>>;
  /**
   * Bans several users at once.
   *
   * @param userIds The users' ids, 1 to 50.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The users as changed.
   */
  banUsers(
    userIds: readonly string[],
    options?: RequestOptions,
  ): Promise<ApiResult<readonly User[]>>;
  /**
   * Takes back the bans of several users at once.
   *
   * @param userIds The users' ids, 1 to 50.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The users as changed.
   */
  unbanUsers(
    userIds: readonly string[],
    options?: RequestOptions,
  ): Promise<ApiResult<readonly User[]>>;
  /**
   * Locks a user: signing in is refused for as long as the instance is set to.
   *
   * @param userId The user's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The user as changed.
   */
  lockUser(userId: string, options?: RequestOptions): Promise<ApiResult<User>>;
  /**
   * Takes back a lock.
   *
   * @param userId The user's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The user as changed.
   */
  unlockUser(
    userId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<User>>;
  /**
   * Removes a user's picture.
   *
   * @param userId The user's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The user without a picture.
   */
  deleteUserProfileImage(
    userId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<User>>;
  /**
   * Removes a passkey of a user.
   *
   * @param params The user and the passkey.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  deleteUserPasskey(
    params: DeleteUserPasskeyParams,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
  /**
   * Removes a wallet of a user.
   *
   * @param params The user and the wallet.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  deleteUserWeb3Wallet(
    params: DeleteUserWeb3WalletParams,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
  /**
   * Disconnects an account that a user has at an OAuth provider.
   *
   * @param params The user and the external account.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  deleteUserExternalAccount(
    params: DeleteUserExternalAccountParams,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
  /**
   * Removes all backup codes of a user.
   *
   * @param userId The user's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The user's id.
   */
  deleteUserBackupCodes(
    userId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<UserId>>;
  /**
   * Removes the authenticator apps of a user.
   *
   * @param userId The user's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The user's id.
   */
  deleteUserTOTP(
    userId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<UserId>>;
  /**
   * Marks a user's password as compromised: a new one is asked for at the next
   * sign-in.
   *
   * @param userId The user's id.
   * @param params Whether to end the user's sessions.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The user as changed.
   */
  setPasswordCompromised(
    userId: string,
    params?: SetPasswordCompromisedParams,
    options?: RequestOptions,
  ): Promise<ApiResult<User>>;
  /**
   * Takes back that a user's password is compromised.
   *
   * @param userId The user's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The user as changed.
   */
  unsetPasswordCompromised(
    userId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<User>>;
  /**
   * Reads the devices whose own key vouches for a user.
   *
   * @param userId The user's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The devices, and how many there are.
   */
  getUserTrustedDeviceList(
    userId: string,
    options?: RequestOptions,
  ): ApiListCall<TrustedDevice>;
  /**
   * Revokes a device whose key vouches for a user.
   *
   * @param params The user and the device.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The device as changed.
   */
  revokeUserTrustedDevice(
    params: RevokeUserTrustedDeviceParams,
    options?: RequestOptions,
  ): Promise<ApiResult<TrustedDevice>>;
  /**
   * Reads what a user has subscribed to.
   *
   * @param userId The user's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The subscription.
   */
  getUserBillingSubscription(
    userId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<BillingSubscription>>;
  /**
   * Reads how many credits a user has.
   *
   * @param userId The user's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The balance.
   */
  getUserBillingCreditBalance(
    userId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<BillingCreditBalance>>;
  /**
   * Gives credits to a user, or takes some away. Repeating the call with the
   * same `idempotencyKey` changes nothing.
   *
   * @param userId The user's id.
   * @param params By how much, which way and why.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The change.
   */
  adjustUserBillingCreditBalance(
    userId: string,
    params: AdjustBillingCreditBalanceParams,
    options?: RequestOptions,
  ): Promise<ApiResult<BillingCreditLedger>>;
}

const listUsers = /* @__PURE__ */ op("GET /users", {
  query: true,
  list: true,
  cursor: "starting_after",
});
const countUsers = /* @__PURE__ */ op("GET /users/count", { query: true });
const replaceMetadata = /* @__PURE__ */ op("PUT /users/{user_id}/metadata", {
  body: true,
});
const listOauthAccessTokens = /* @__PURE__ */ op(
  "GET /users/{user_id}/oauth_access_tokens/{provider}",
  { query: true, list: true, send: { paginated: true } },
);
const setCompromised = /* @__PURE__ */ op(
  "POST /users/{user_id}/password/set_compromised",
  {
    body: true,
  },
);

/** The operations of users. */
export const users: Table<UsersApi> = /* @__PURE__ */ defineTable(() => ({
  getUserList,
  getUser: op("GET /users/{user_id}"),
  createUser: op("POST /users", { body: true }),
  updateUser: updateWithMetadata<User>(
    op("PATCH /users/{user_id}", { body: true }),
    replaceMetadata,
  ),
  replaceUserEmailAddress: op("PUT /users/{user_id}/email_address", {
    body: true,
  }),
  replaceUserPhoneNumber: op("PUT /users/{user_id}/phone_number", {
    body: true,
  }),
  updateUserProfileImage: op("POST /users/{user_id}/profile_image", {
    body: "form",
  }),
  updateUserMetadata: op("PATCH /users/{user_id}/metadata", { body: true }),
  replaceUserMetadata: replaceMetadata,
  deleteUser: op("DELETE /users/{user_id}"),
  getCount,
  getUserOauthAccessToken: (send, userId, provider, params, options) =>
    list(
      send,
      listOauthAccessTokens,
      userId,
      addPrefix(provider),
      params,
      options,
    ),
  disableUserMFA: op("DELETE /users/{user_id}/mfa"),
  getOrganizationMembershipList: op(
    "GET /users/{user_id}/organization_memberships",
    { query: true, list: true },
  ),
  getOrganizationInvitationList: op(
    "GET /users/{user_id}/organization_invitations",
    { query: true, list: true },
  ),
  removePassword: op("POST /users/{user_id}/remove_password", { body: true }),
  verifyPassword: op("POST /users/{user_id}/verify_password", { body: true }),
  verifyTOTP: op("POST /users/{user_id}/verify_totp", { body: true }),
  banUser: op("POST /users/{user_id}/ban"),
  unbanUser: op("POST /users/{user_id}/unban"),
  banUsers: sendIds(op("POST /users/ban", { body: true })),
  unbanUsers: sendIds(op("POST /users/unban", { body: true })),
  lockUser: op("POST /users/{user_id}/lock"),
  unlockUser: op("POST /users/{user_id}/unlock"),
  deleteUserProfileImage: op("DELETE /users/{user_id}/profile_image"),
  deleteUserPasskey: op(
    "DELETE /users/{user_id}/passkeys/{passkey_identification_id}",
  ),
  deleteUserWeb3Wallet: op(
    "DELETE /users/{user_id}/web3_wallets/{web3_wallet_identification_id}",
  ),
  deleteUserExternalAccount: op(
    "DELETE /users/{user_id}/external_accounts/{external_account_id}",
  ),
  deleteUserBackupCodes: op("DELETE /users/{user_id}/backup_code"),
  deleteUserTOTP: op("DELETE /users/{user_id}/totp"),
  setPasswordCompromised: (send, userId, params, options) =>
    send(
      setCompromised,
      userId,
      { revokeAllSessions: false, ...params },
      options,
    ),
  unsetPasswordCompromised: op(
    "POST /users/{user_id}/password/unset_compromised",
  ),
  getUserTrustedDeviceList: op("GET /users/{user_id}/trusted_devices", {
    list: true,
  }),
  revokeUserTrustedDevice: op(
    "DELETE /users/{user_id}/trusted_devices/{trusted_device_id}",
  ),
  getUserBillingSubscription: op("GET /users/{user_id}/billing/subscription"),
  getUserBillingCreditBalance: op("GET /users/{user_id}/billing/credits"),
  adjustUserBillingCreditBalance: op("POST /users/{user_id}/billing/credits", {
    body: true,
  }),
}));

/** Makes a row that sends the ids of users; none are no reason to call. */
function sendIds(
  operation: ItemOperation,
): (
  send: Send,
  userIds: readonly string[],
  options?: RequestOptions,
) => Promise<ApiResult<readonly User[]>> {
  return async (send, userIds, options) =>
    Array.isArray(userIds) && userIds.length > 0
      ? await send<readonly User[]>(operation, { userIds }, options)
      : failCall(
        "invalid_argument",
        `Cannot use "userIds": expected a list of one item or more, received ${
          Array.isArray(userIds) ? "an empty list" : typeof userIds
        }.`,
      );
}

/** What is no name of a provider is left for `list` to refuse. */
function addPrefix(provider: unknown): unknown {
  return typeof provider !== "string" || /^(?:oauth_|$)/.test(provider)
    ? provider
    : `oauth_${provider}`;
}

function getUserList(
  send: Send,
  params?: GetUserListParams,
  options?: RequestOptions,
): ApiListCall<User> {
  const { includeTotalCount, ...page } = params ?? {};
  // What is no object is left for `list` to refuse: it would filter nothing.
  const filter = includeTotalCount === undefined ? params ?? page : page;
  const call = list<User>(send, listUsers, filter, options);
  if (!includeTotalCount) return call;
  const { limit: _1, offset: _2, startingAfter: _3, orderBy: _4, ...filters } =
    page;
  return addTotalCount(call, getCount(send, filters, options));
}

async function getCount(
  send: Send,
  params?: GetUserCountParams,
  options?: RequestOptions,
): Promise<ApiResult<number>> {
  const outcome = await send<unknown>(countUsers, params, options);
  if (outcome.errors) return outcome;
  const { totalCount }: JsonObject = isObject(outcome.data) ? outcome.data : {};
  return typeof totalCount === "number"
    ? { data: totalCount, errors: undefined }
    : failCall(
      "unexpected_response",
      "Cannot use the answer of the Backend API: no count.",
    );
}

function addTotalCount<T>(
  call: ApiListCall<T>,
  count: Promise<ApiResult<number>>,
): ApiListCall<T> {
  const add = async (
    page: Promise<ApiListResult<T>>,
  ): Promise<ApiListResult<T>> => {
    const [items, total] = await Promise.all([page, count]);
    if (items.errors) return items;
    return total.errors ? total : { ...items, totalCount: total.data };
  };
  return Object.assign(add(call), call, {
    collect: (options: CollectOptions) => add(call.collect(options)),
  });
}
