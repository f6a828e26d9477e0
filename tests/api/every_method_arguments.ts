// The arguments of the methods whose own cannot be made out of the API's
// description: those whose rows are code, and those of users, who have a state.
import { CONTENT, TEXTS } from "./wire.ts";

/** The arguments of a call. */
export interface Arguments {
  /** What stands in front. */
  readonly ids: readonly unknown[];
  /** The parameter object or list. */
  readonly params?: unknown;
}

const METADATA = { publicMetadata: CONTENT, privateMetadata: CONTENT };
const ALL_METADATA = { ...METADATA, unsafeMetadata: CONTENT };
const USER = "user_1";

/** Calls with ids alone. */
function ids(...given: readonly unknown[]): readonly Arguments[] {
  return [{ ids: given }];
}

/** Calls with a parameter object, after ids. */
function params(
  value: unknown,
  ...given: readonly unknown[]
): readonly Arguments[] {
  return [{ ids: given, params: value }];
}

const MESSAGE = {
  from: { address: "a@example.com", name: "A" },
  to: { userId: USER },
  replyTo: { address: "b@example.com" },
  subject: "Hello",
  cc: ["c@example.com"],
  bcc: ["d@example.com"],
  headers: TEXTS,
  attachments: [{ filename: "a.txt", content: "YQ==" }],
  text: "Hello",
  html: "<p>Hello",
};

/** The calls of a method: one for each operation that it may send. */
export const ARGUMENTS: {
  readonly [method: string]: readonly Arguments[];
} = {
  "apiKeys.verify": ids("ak_secret"),
  "clients.verifyClient": ids("token"),
  "emails.create": [{ ids: [MESSAGE, { idempotencyKey: "key_1" }] }],
  "emails.createBatch": ids([MESSAGE, { ...MESSAGE, idempotencyKey: "key_2" }]),
  "__experimental_accountlessApplications.createAccountlessApplication": params(
    { source: "test", requestHeaders: new Headers({ "clerk-a": "b" }) },
  ),
  "__experimental_accountlessApplications.completeAccountlessApplicationOnboarding":
    params({ source: "test" }),
  "idPOAuthAccessToken.verify": ids("oat_token"),
  "m2m.createToken": params({
    tokenFormat: "jwt",
    secondsUntilExpiration: 60,
    claims: CONTENT,
    minRemainingTtlSeconds: 5,
  }),
  "machines.createScope": ids("mch_1", "mch_2"),
  "organizations.getOrganization": params({
    organizationId: "org_1",
    includeMembersCount: true,
  }),
  "organizations.updateOrganization": [
    { ids: ["org_1"], params: { name: "Acme" } },
    { ids: ["org_1"], params: METADATA },
  ],
  "organizations.createOrganizationDomain": params({
    organizationId: "org_1",
    name: "example.com",
    enrollmentMode: "automatic_invitation",
  }),
  "sessions.verifySession": ids("sess_1", "token"),
  "sessions.getToken": [
    { ids: ["sess_1"] },
    { ids: ["sess_1", "template", 60] },
  ],
  "users.getUserList": params({ query: "ada", limit: 7 }),
  "users.getUser": ids(USER),
  "users.createUser": params({
    emailAddress: ["new@example.com"],
    ...ALL_METADATA,
  }),
  "users.updateUser": [
    { ids: [USER], params: { firstName: "Ada" } },
    { ids: [USER], params: ALL_METADATA },
  ],
  "users.replaceUserEmailAddress": params(
    { emailAddress: "new@example.com" },
    USER,
  ),
  "users.replaceUserPhoneNumber": params({ phoneNumber: "+15555550101" }, USER),
  "users.updateUserProfileImage": params(
    { file: new Blob(["picture"], { type: "image/png" }) },
    USER,
  ),
  "users.updateUserMetadata": params(ALL_METADATA, USER),
  "users.replaceUserMetadata": params(ALL_METADATA, USER),
  "users.getCount": params({ query: "ada" }),
  "users.getUserOauthAccessToken": params({ limit: 7 }, USER, "google"),
  "users.getOrganizationMembershipList": params({ limit: 7 }, USER),
  "users.getOrganizationInvitationList": params({ status: "pending" }, USER),
  "users.removePassword": params({ signOutOfOtherSessions: true }, USER),
  "users.verifyPassword": params({
    userId: USER,
    password: "correct horse battery",
  }),
  "users.verifyTOTP": params({ userId: USER, code: "a1b2c3d4" }),
  "users.banUsers": ids([USER]),
  "users.unbanUsers": ids([USER]),
  "users.deleteUserPasskey": params({
    userId: USER,
    passkeyIdentificationId: "idn_passkey",
  }),
  "users.deleteUserWeb3Wallet": params({
    userId: USER,
    // The third identifier that the emulator made; it counts them here.
    web3WalletIdentificationId: `idn_n${"3".padStart(26, "0")}`,
  }),
  "users.deleteUserExternalAccount": params({
    userId: USER,
    externalAccountId: "eac_1",
  }),
  "users.setPasswordCompromised": params({ revokeAllSessions: true }, USER),
  "users.revokeUserTrustedDevice": params({
    userId: USER,
    trustedDeviceId: "tdev_1",
  }),
};
