// What each method of `users` sends and gives, one row for each operation of
// the Backend API, written from the API's own description.
import type { UsersApi } from "../../src/api/users.ts";
import type { Row } from "./operations.ts";
import { metadata, userJson } from "./user_json.ts";

const userFilters = {
  emailAddress: ["a@example.com", "b+c@example.com"],
  phoneNumber: ["+15555550100"],
  externalId: ["ext 1"],
  username: ["ada"],
  web3Wallet: ["0x1"],
  userId: ["user_1", "-user_2"],
  organizationId: ["org_1"],
  query: "a&b=c",
  emailAddressQuery: "ex",
  phoneNumberQuery: "555",
  usernameQuery: "ad",
  nameQuery: "Ada L",
  banned: false,
  lastActiveAtBefore: 1,
  lastActiveAtAfter: 0,
  lastActiveAtSince: 3,
  createdAtBefore: 4,
  createdAtAfter: 5,
  lastSignInAtBefore: 6,
  lastSignInAtAfter: 7,
  provider: "oauth_google",
  providerUserId: ["8"],
};

const filterQuery = [
  "email_address=a%40example.com",
  "email_address=b%2Bc%40example.com",
  "phone_number=%2B15555550100",
  "external_id=ext+1",
  "username=ada",
  "web3_wallet=0x1",
  "user_id=user_1",
  "user_id=-user_2",
  "organization_id=org_1",
  "query=a%26b%3Dc",
  "email_address_query=ex",
  "phone_number_query=555",
  "username_query=ad",
  "name_query=Ada+L",
  "banned=false",
  "last_active_at_before=1",
  "last_active_at_after=0",
  "last_active_at_since=3",
  "created_at_before=4",
  "created_at_after=5",
  "last_sign_in_at_before=6",
  "last_sign_in_at_after=7",
  "provider=oauth_google",
  "provider_user_id=8",
].join("&");

const profile = {
  externalId: "ext_1",
  firstName: "Ada",
  lastName: null,
  locale: "en-US",
  timezone: "Europe/Paris",
  username: "ada",
  skipPasswordChecks: true,
  totpSecret: "JBSWY3DP",
  backupCodes: ["code_1", "code_2"],
  deleteSelfEnabled: false,
  legalAcceptedAt: new Date(0),
  skipLegalChecks: true,
  createOrganizationEnabled: true,
  createOrganizationsLimit: 0,
  createdAt: "2026-01-01T00:00:00Z",
  bypassClientTrust: true,
};

const profileBody = {
  external_id: "ext_1",
  first_name: "Ada",
  last_name: null,
  locale: "en-US",
  timezone: "Europe/Paris",
  username: "ada",
  skip_password_checks: true,
  totp_secret: "JBSWY3DP",
  backup_codes: ["code_1", "code_2"],
  delete_self_enabled: false,
  legal_accepted_at: "1970-01-01T00:00:00.000Z",
  skip_legal_checks: true,
  create_organization_enabled: true,
  create_organizations_limit: 0,
  created_at: "2026-01-01T00:00:00Z",
  bypass_client_trust: true,
};

const deleted = { object: "user", id: "user_1", deleted: true };
const money = {
  amount: 500,
  amount_formatted: "5.00",
  currency: "USD",
  currency_symbol: "$",
};
const moneyData = {
  amount: 500,
  amountFormatted: "5.00",
  currency: "USD",
  currencySymbol: "$",
};
const device = {
  object: "trusted_device",
  id: "td_1",
  platform: "ios",
  app_identifier: "com.example.app",
  name: null,
  algorithm: "ES256",
  status: "active",
  created_at: 1,
  updated_at: 2,
  last_used_at: null,
};
const deviceData = {
  object: "trusted_device",
  id: "td_1",
  platform: "ios",
  appIdentifier: "com.example.app",
  name: null,
  algorithm: "ES256",
  status: "active",
  createdAt: 1,
  updatedAt: 2,
  lastUsedAt: null,
};

/** All operations below `/users`. */
export const userOperations: readonly Row<UsersApi>[] = [
  {
    operation: "GetUserList",
    call: (users) =>
      users.getUserList({
        ...userFilters,
        limit: 500,
        offset: 0,
        orderBy: "-last_sign_in_at",
      }),
    sends:
      `GET /v1/users?${filterQuery}&limit=500&offset=0&order_by=-last_sign_in_at`,
    answer: [],
    data: [],
  },
  {
    operation: "GetUserList",
    call: (users) => users.getUserList({ startingAfter: "user_9", limit: 1 }),
    sends: "GET /v1/users?starting_after=user_9&limit=1",
    answer: [{ object: "user", id: "user_10", first_name: "Ada" }],
    data: [{ object: "user", id: "user_10", firstName: "Ada" }],
  },
  {
    operation: "CreateUser",
    call: (users) =>
      users.createUser({
        ...profile,
        emailAddress: ["a@example.com"],
        emailAddressIdentificationStatus: ["reserved"],
        phoneNumber: ["+15555550100"],
        phoneNumberIdentificationStatus: ["verified"],
        web3Wallet: ["0x1"],
        password: "correct horse",
        skipPasswordRequirement: false,
        skipUserRequirement: true,
        publicMetadata: metadata,
        privateMetadata: metadata,
        unsafeMetadata: metadata,
        banned: false,
        locked: true,
      }),
    sends: "POST /v1/users",
    body: {
      ...profileBody,
      email_address: ["a@example.com"],
      email_address_identification_status: ["reserved"],
      phone_number: ["+15555550100"],
      phone_number_identification_status: ["verified"],
      web3_wallet: ["0x1"],
      password: "correct horse",
      skip_password_requirement: false,
      skip_user_requirement: true,
      public_metadata: metadata,
      private_metadata: metadata,
      unsafe_metadata: metadata,
      banned: false,
      locked: true,
    },
    answer: userJson,
  },
  {
    operation: "CreateUser",
    call: (users) =>
      users.createUser({ passwordDigest: "$2a$1", passwordHasher: "bcrypt" }),
    sends: "POST /v1/users",
    body: { password_digest: "$2a$1", password_hasher: "bcrypt" },
  },
  {
    operation: "GetUsersCount",
    call: (users) => users.getCount(userFilters),
    sends: `GET /v1/users/count?${filterQuery}`,
    answer: { object: "total_count", total_count: 0 },
    data: 0,
  },
  {
    operation: "GetUser",
    call: (users) => users.getUser("user_1"),
    sends: "GET /v1/users/user_1",
    answer: userJson,
  },
  {
    operation: "UpdateUser",
    call: (users) =>
      users.updateUser("user_1", {
        ...profile,
        primaryEmailAddressId: "idn_1",
        notifyPrimaryEmailAddressChanged: true,
        primaryPhoneNumberId: "idn_2",
        primaryWeb3WalletId: "idn_3",
        profileImageId: "img_1",
        passwordDigest: "$2a$1",
        passwordHasher: "bcrypt",
        signOutOfOtherSessions: true,
      }),
    sends: "PATCH /v1/users/user_1",
    body: {
      ...profileBody,
      primary_email_address_id: "idn_1",
      notify_primary_email_address_changed: true,
      primary_phone_number_id: "idn_2",
      primary_web3_wallet_id: "idn_3",
      profile_image_id: "img_1",
      password_digest: "$2a$1",
      password_hasher: "bcrypt",
      sign_out_of_other_sessions: true,
    },
  },
  {
    operation: "UpdateUser",
    call: (users) => users.updateUser("user_1", { password: "correct horse" }),
    sends: "PATCH /v1/users/user_1",
    body: { password: "correct horse" },
  },
  {
    operation: "DeleteUser",
    call: (users) => users.deleteUser("user_1"),
    sends: "DELETE /v1/users/user_1",
    answer: { ...deleted, external_id: "ext_1" },
    data: { ...deleted, externalId: "ext_1" },
  },
  {
    operation: "BanUser",
    call: (users) => users.banUser("user_1"),
    sends: "POST /v1/users/user_1/ban",
  },
  {
    operation: "UnbanUser",
    call: (users) => users.unbanUser("user_1"),
    sends: "POST /v1/users/user_1/unban",
  },
  {
    operation: "UsersBan",
    call: (users) => users.banUsers(["user_1", "user_2"]),
    sends: "POST /v1/users/ban",
    body: { user_ids: ["user_1", "user_2"] },
    answer: [{ object: "user", has_image: false }],
    data: [{ object: "user", hasImage: false }],
  },
  {
    operation: "UsersUnban",
    call: (users) => users.unbanUsers(["user_1"]),
    sends: "POST /v1/users/unban",
    body: { user_ids: ["user_1"] },
    answer: [],
    data: [],
  },
  {
    operation: "LockUser",
    call: (users) => users.lockUser("user_1"),
    sends: "POST /v1/users/user_1/lock",
  },
  {
    operation: "UnlockUser",
    call: (users) => users.unlockUser("user_1"),
    sends: "POST /v1/users/user_1/unlock",
  },
  {
    operation: "DeleteUserProfileImage",
    call: (users) => users.deleteUserProfileImage("user_1"),
    sends: "DELETE /v1/users/user_1/profile_image",
  },
  {
    operation: "ReplaceUserMetadata",
    call: (users) =>
      users.replaceUserMetadata("user_1", {
        publicMetadata: metadata,
        privateMetadata: metadata,
        unsafeMetadata: metadata,
      }),
    sends: "PUT /v1/users/user_1/metadata",
    body: {
      public_metadata: metadata,
      private_metadata: metadata,
      unsafe_metadata: metadata,
    },
    answer: userJson,
  },
  {
    operation: "UpdateUserMetadata",
    call: (users) =>
      users.updateUserMetadata("user_1", {
        publicMetadata: { ...metadata, gone_now: null },
        privateMetadata: metadata,
        unsafeMetadata: metadata,
      }),
    sends: "PATCH /v1/users/user_1/metadata",
    body: {
      public_metadata: { ...metadata, gone_now: null },
      private_metadata: metadata,
      unsafe_metadata: metadata,
    },
    answer: userJson,
  },
  {
    operation: "GetUserBillingSubscription",
    call: (users) => users.getUserBillingSubscription("user_1"),
    sends: "GET /v1/users/user_1/billing/subscription",
    answer: {
      object: "commerce_subscription",
      id: "csub_1",
      next_payment: { date: 1, amount: money },
      subscription_items: [{ plan_period: "month", lifetime_paid: money }],
    },
    data: {
      object: "commerce_subscription",
      id: "csub_1",
      nextPayment: { date: 1, amount: moneyData },
      subscriptionItems: [{ planPeriod: "month", lifetimePaid: moneyData }],
    },
  },
  {
    operation: "GetUserBillingCreditBalance",
    call: (users) => users.getUserBillingCreditBalance("user_1"),
    sends: "GET /v1/users/user_1/billing/credits",
    answer: { object: "commerce_credit_balance", balance: money },
    data: { object: "commerce_credit_balance", balance: moneyData },
  },
  {
    operation: "AdjustUserBillingCreditBalance",
    call: (users) =>
      users.adjustUserBillingCreditBalance("user_1", {
        amount: 500,
        action: "increase",
        currency: "USD",
        idempotencyKey: "key_1",
        note: "Sorry",
      }),
    sends: "POST /v1/users/user_1/billing/credits",
    body: {
      amount: 500,
      action: "increase",
      currency: "USD",
      idempotency_key: "key_1",
      note: "Sorry",
    },
    answer: { object: "commerce_credit_ledger", payer_id: "p", amount: money },
    data: { object: "commerce_credit_ledger", payerId: "p", amount: moneyData },
  },
  {
    operation: "GetOAuthAccessToken",
    call: (users) =>
      users.getUserOauthAccessToken("user_1", "google", {
        limit: 2,
        offset: 1,
      }),
    sends:
      "GET /v1/users/user_1/oauth_access_tokens/oauth_google?paginated=true&limit=2&offset=1",
    answer: {
      data: [{
        object: "oauth_access_token",
        external_account_id: "eac_1",
        token: "secret",
        expires_at: null,
        public_metadata: metadata,
        scopes: ["email"],
      }],
      total_count: 2,
    },
    data: [{
      object: "oauth_access_token",
      externalAccountId: "eac_1",
      token: "secret",
      expiresAt: null,
      publicMetadata: metadata,
      scopes: ["email"],
    }],
    totalCount: 2,
  },
  {
    operation: "GetOAuthAccessToken",
    call: (users) => users.getUserOauthAccessToken("user_1", "oauth_custom_x"),
    sends:
      "GET /v1/users/user_1/oauth_access_tokens/oauth_custom_x?paginated=true",
    answer: { data: [], total_count: 0 },
    data: [],
    totalCount: 0,
  },
  {
    operation: "UsersGetOrganizationMemberships",
    call: (users) =>
      users.getOrganizationMembershipList({
        userId: "user_1",
        limit: 1,
        offset: 0,
      }),
    sends: "GET /v1/users/user_1/organization_memberships?limit=1&offset=0",
    answer: {
      data: [{
        role: "org:admin",
        organization: { public_metadata: metadata },
      }],
      total_count: 1,
    },
    data: [{ role: "org:admin", organization: { publicMetadata: metadata } }],
    totalCount: 1,
  },
  {
    operation: "UsersGetOrganizationInvitations",
    call: (users) =>
      users.getOrganizationInvitationList({
        userId: "user_1",
        limit: 1,
        offset: 2,
        status: "pending",
      }),
    sends:
      "GET /v1/users/user_1/organization_invitations?limit=1&offset=2&status=pending",
    answer: {
      data: [{
        role_name: "Admin",
        public_organization_data: { has_image: true },
        public_metadata: metadata,
      }],
      total_count: 3,
    },
    data: [{
      roleName: "Admin",
      publicOrganizationData: { hasImage: true },
      publicMetadata: metadata,
    }],
    totalCount: 3,
  },
  {
    operation: "RemoveUserPassword",
    call: (users) =>
      users.removePassword("user_1", { signOutOfOtherSessions: true }),
    sends: "POST /v1/users/user_1/remove_password",
    body: { sign_out_of_other_sessions: true },
  },
  {
    operation: "VerifyPassword",
    call: (users) =>
      users.verifyPassword({ userId: "user_1", password: "correct horse" }),
    sends: "POST /v1/users/user_1/verify_password",
    body: { password: "correct horse" },
    answer: { verified: true },
    data: { verified: true },
  },
  {
    operation: "VerifyTOTP",
    call: (users) => users.verifyTOTP({ userId: "user_1", code: "123456" }),
    sends: "POST /v1/users/user_1/verify_totp",
    body: { code: "123456" },
    answer: { verified: true, code_type: "backup_code" },
    data: { verified: true, codeType: "backup_code" },
  },
  {
    operation: "DisableMFA",
    call: (users) => users.disableUserMFA("user_1"),
    sends: "DELETE /v1/users/user_1/mfa",
    answer: { user_id: "user_1" },
    data: { userId: "user_1" },
  },
  {
    operation: "DeleteBackupCode",
    call: (users) => users.deleteUserBackupCodes("user_1"),
    sends: "DELETE /v1/users/user_1/backup_code",
    answer: { user_id: "user_1" },
    data: { userId: "user_1" },
  },
  {
    operation: "UserPasskeyDelete",
    call: (users) =>
      users.deleteUserPasskey({
        userId: "user_1",
        passkeyIdentificationId: "idn_1",
      }),
    sends: "DELETE /v1/users/user_1/passkeys/idn_1",
    answer: { object: "passkey", id: "idn_1", deleted: true },
    data: { object: "passkey", id: "idn_1", deleted: true },
  },
  {
    operation: "ListUserTrustedDevices",
    call: (users) => users.getUserTrustedDeviceList("user_1"),
    sends: "GET /v1/users/user_1/trusted_devices",
    answer: { data: [device], total_count: 1 },
    data: [deviceData],
    totalCount: 1,
  },
  {
    operation: "RevokeUserTrustedDevice",
    call: (users) =>
      users.revokeUserTrustedDevice({
        userId: "user_1",
        trustedDeviceId: "td_1",
      }),
    sends: "DELETE /v1/users/user_1/trusted_devices/td_1",
    answer: device,
    data: deviceData,
  },
  {
    operation: "UserWeb3WalletDelete",
    call: (users) =>
      users.deleteUserWeb3Wallet({
        userId: "user_1",
        web3WalletIdentificationId: "idn_1",
      }),
    sends: "DELETE /v1/users/user_1/web3_wallets/idn_1",
    answer: { object: "web3_wallet", id: "idn_1", deleted: true },
    data: { object: "web3_wallet", id: "idn_1", deleted: true },
  },
  {
    operation: "DeleteTOTP",
    call: (users) => users.deleteUserTOTP("user_1"),
    sends: "DELETE /v1/users/user_1/totp",
    answer: { user_id: "user_1" },
    data: { userId: "user_1" },
  },
  {
    operation: "DeleteExternalAccount",
    call: (users) =>
      users.deleteUserExternalAccount({
        userId: "user_1",
        externalAccountId: "eac_1",
      }),
    sends: "DELETE /v1/users/user_1/external_accounts/eac_1",
    answer: { object: "external_account", id: "eac_1", deleted: true },
    data: { object: "external_account", id: "eac_1", deleted: true },
  },
  {
    operation: "SetUserPasswordCompromised",
    call: (users) =>
      users.setPasswordCompromised("user_1", { revokeAllSessions: true }),
    sends: "POST /v1/users/user_1/password/set_compromised",
    body: { revoke_all_sessions: true },
  },
  {
    operation: "SetUserPasswordCompromised",
    call: (users) => users.setPasswordCompromised("user_1"),
    sends: "POST /v1/users/user_1/password/set_compromised",
    body: { revoke_all_sessions: false },
  },
  {
    operation: "UnsetUserPasswordCompromised",
    call: (users) => users.unsetPasswordCompromised("user_1"),
    sends: "POST /v1/users/user_1/password/unset_compromised",
  },
  {
    operation: "ReplaceUserEmailAddress",
    call: (users) =>
      users.replaceUserEmailAddress("user_1", {
        emailAddress: "a@example.com",
        identificationStatus: "unverified",
        notifyPrimaryEmailAddressChanged: true,
      }),
    sends: "PUT /v1/users/user_1/email_address",
    body: {
      email_address: "a@example.com",
      identification_status: "unverified",
      notify_primary_email_address_changed: true,
    },
    answer: { object: "email_address", linked_to: [] },
    data: { object: "email_address", linkedTo: [] },
  },
  {
    operation: "ReplaceUserPhoneNumber",
    call: (users) =>
      users.replaceUserPhoneNumber("user_1", {
        phoneNumber: "+15555550100",
        identificationStatus: "reserved",
      }),
    sends: "PUT /v1/users/user_1/phone_number",
    body: { phone_number: "+15555550100", identification_status: "reserved" },
    answer: { object: "phone_number", default_second_factor: true },
    data: { object: "phone_number", defaultSecondFactor: true },
  },
  {
    operation: "SetUserProfileImage",
    call: (users) =>
      users.updateUserProfileImage("user_1", {
        file: new File(["png"], "me.png", { type: "image/png" }),
      }),
    sends: "POST /v1/users/user_1/profile_image",
    body: "form",
  },
];
