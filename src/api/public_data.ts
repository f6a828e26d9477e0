// A table: exempt from the limit on lines.
import { isObject } from "../text/json.ts";
import type { EmailAddress } from "./types/email_address.ts";
import type { EnterpriseAccount } from "./types/enterprise_account.ts";
import type { ExternalAccount } from "./types/external_account.ts";
import type { OrganizationInvitation } from "./types/organization_invitation.ts";
import type { OrganizationMembership } from "./types/organization_membership.ts";
import type { Organization } from "./types/organization.ts";
import type { Passkey } from "./types/passkey.ts";
import type { PhoneNumber } from "./types/phone_number.ts";
import type { SamlAccount } from "./types/saml_account.ts";
import type { User } from "./types/user.ts";
import type { Web3Wallet } from "./types/web3_wallet.ts";

/** A user without what the backend alone may read. */
export type PublicUser =
  & Omit<
    User,
    "privateMetadata" | "scim" | "bypassClientTrust" | "organizationMemberships"
  >
  & {
    /** The places in organizations, when the answer held them. */
    readonly organizationMemberships?: readonly PublicOrganizationMembership[];
  };

/** An organization without what the backend alone may read. */
export type PublicOrganization = Omit<Organization, "privateMetadata">;

/** A membership without what the backend alone may read. */
export type PublicOrganizationMembership =
  & Omit<OrganizationMembership, "privateMetadata" | "organization">
  & {
    /** The organization. */
    readonly organization: PublicOrganization;
  };

/** An invitation without its link and without what the backend alone may read. */
export type PublicOrganizationInvitation = Omit<
  OrganizationInvitation,
  "privateMetadata" | "url"
>;

/** The resources that have a part for the backend alone. */
export type PrivateResource =
  | User
  | Organization
  | OrganizationMembership
  | OrganizationInvitation;

/** What may go out: true for a member as it is, else the list for what is in it. */
type Rules = { readonly [name: string]: true | Rules };

/** Rules that name every member of a type, so that a new one is thought about. */
type RulesFor<T> = { readonly [Name in keyof T]-?: true | Rules };

const verification: Rules = {
  object: true,
  status: true,
  strategy: true,
  attempts: true,
  expireAt: true,
  error: true,
};

const linkedTo: Rules = { type: true, id: true };

const connection: Rules = {
  id: true,
  name: true,
  protocol: true,
  provider: true,
  logoPublicUrl: true,
  domain: true,
  domains: true,
  active: true,
  syncUserAttributes: true,
  allowSubdomains: true,
  allowIdpInitiated: true,
  disableAdditionalIdentifications: true,
  createdAt: true,
  updatedAt: true,
};

const publicUserData: Rules = {
  userId: true,
  firstName: true,
  lastName: true,
  profileImageUrl: true,
  imageUrl: true,
  hasImage: true,
  identifier: true,
  username: true,
  banned: true,
  deprovisioned: true,
};

const emailAddress: RulesFor<EmailAddress> = {
  object: true,
  id: true,
  emailAddress: true,
  reserved: true,
  verification,
  linkedTo,
  matchesSsoConnection: true,
  createdAt: true,
  updatedAt: true,
};

const phoneNumber: RulesFor<Omit<PhoneNumber, "backupCodes">> = {
  object: true,
  id: true,
  phoneNumber: true,
  reservedForSecondFactor: true,
  defaultSecondFactor: true,
  reserved: true,
  verification,
  linkedTo,
  createdAt: true,
  updatedAt: true,
};

const web3Wallet: RulesFor<Web3Wallet> = {
  object: true,
  id: true,
  web3Wallet: true,
  verification,
  createdAt: true,
  updatedAt: true,
};

const passkey: RulesFor<Passkey> = {
  object: true,
  id: true,
  name: true,
  lastUsedAt: true,
  verification,
};

const externalAccount: RulesFor<ExternalAccount> = {
  object: true,
  id: true,
  provider: true,
  identificationId: true,
  providerUserId: true,
  approvedScopes: true,
  emailAddress: true,
  emailAddressVerified: true,
  firstName: true,
  lastName: true,
  avatarUrl: true,
  imageUrl: true,
  username: true,
  phoneNumber: true,
  publicMetadata: true,
  label: true,
  createdAt: true,
  updatedAt: true,
  verification,
};

const samlAccount: RulesFor<SamlAccount> = {
  object: true,
  id: true,
  provider: true,
  active: true,
  emailAddress: true,
  firstName: true,
  lastName: true,
  providerUserId: true,
  lastAuthenticatedAt: true,
  publicMetadata: true,
  verification,
  samlConnection: connection,
};

const enterpriseAccount: RulesFor<EnterpriseAccount> = {
  object: true,
  id: true,
  protocol: true,
  provider: true,
  active: true,
  emailAddress: true,
  firstName: true,
  lastName: true,
  providerUserId: true,
  enterpriseConnectionId: true,
  publicMetadata: true,
  verification,
  enterpriseConnection: connection,
  lastAuthenticatedAt: true,
};

const organization: RulesFor<PublicOrganization> = {
  object: true,
  id: true,
  name: true,
  slug: true,
  imageUrl: true,
  hasImage: true,
  membersCount: true,
  missingMemberWithElevatedPermissions: true,
  pendingInvitationsCount: true,
  maxAllowedMemberships: true,
  adminDeleteEnabled: true,
  publicMetadata: true,
  createdBy: true,
  createdAt: true,
  updatedAt: true,
  lastActiveAt: true,
  roleSetKey: true,
};

const organizationMembership: RulesFor<PublicOrganizationMembership> = {
  object: true,
  id: true,
  role: true,
  roleName: true,
  permissions: true,
  publicMetadata: true,
  organization,
  publicUserData,
  createdAt: true,
  updatedAt: true,
};

const organizationInvitation: RulesFor<PublicOrganizationInvitation> = {
  object: true,
  id: true,
  emailAddress: true,
  role: true,
  roleName: true,
  organizationId: true,
  inviterId: true,
  publicInviterData: publicUserData,
  status: true,
  publicMetadata: true,
  expiresAt: true,
  createdAt: true,
  updatedAt: true,
  publicOrganizationData: {
    id: true,
    name: true,
    slug: true,
    imageUrl: true,
    hasImage: true,
  },
};

const user: RulesFor<PublicUser> = {
  object: true,
  id: true,
  externalId: true,
  primaryEmailAddressId: true,
  primaryPhoneNumberId: true,
  primaryWeb3WalletId: true,
  username: true,
  firstName: true,
  lastName: true,
  locale: true,
  timezone: true,
  profileImageUrl: true,
  imageUrl: true,
  hasImage: true,
  publicMetadata: true,
  unsafeMetadata: true,
  emailAddresses: emailAddress,
  phoneNumbers: phoneNumber,
  web3Wallets: web3Wallet,
  passkeys: passkey,
  passwordEnabled: true,
  twoFactorEnabled: true,
  totpEnabled: true,
  backupCodeEnabled: true,
  mfaEnabledAt: true,
  mfaDisabledAt: true,
  passwordLastUpdatedAt: true,
  externalAccounts: externalAccount,
  samlAccounts: samlAccount,
  enterpriseAccounts: enterpriseAccount,
  organizationMemberships: organizationMembership,
  lastSignInAt: true,
  banned: true,
  locked: true,
  deprovisioned: true,
  lockoutExpiresInSeconds: true,
  verificationAttemptsRemaining: true,
  updatedAt: true,
  createdAt: true,
  deleteSelfEnabled: true,
  createOrganizationEnabled: true,
  createOrganizationsLimit: true,
  lastActiveAt: true,
  legalAcceptedAt: true,
};

const rulesByObject: { readonly [object: string]: Rules } = {
  user,
  organization,
  organization_membership: organizationMembership,
  organization_invitation: organizationInvitation,
};

/**
 * Makes a copy of a resource that may be sent to a browser. It holds what is on
 * a list and nothing else: no private metadata at any depth, no backup codes, no
 * link of an invitation, and nothing that the API may add some day.
 *
 * @param resource A user, an organization, a membership or an invitation.
 * @returns What may be sent.
 * @throws {TypeError} When it is none of these.
 *
 * @example
 * ```ts
 * import { createClerkClient, unwrap } from "@isoclerk/backend";
 * import { createEmulator } from "@isoclerk/backend/emulator";
 * import { pickPublicData } from "@isoclerk/backend/internal";
 *
 * const emulator = await createEmulator({ seed: { users: [{ id: "user_1" }] } });
 * const clerk = createClerkClient({
 *   secretKey: emulator.secretKey,
 *   fetch: emulator.fetch,
 * });
 * const user = unwrap(await clerk.users.getUser("user_1"));
 * console.log("privateMetadata" in pickPublicData(user)); // false
 * ```
 */
export function pickPublicData(resource: User): PublicUser;
/** Makes a copy of an organization that may be sent to a browser. */
export function pickPublicData(resource: Organization): PublicOrganization;
/** Makes a copy of a membership that may be sent to a browser. */
export function pickPublicData(
  resource: OrganizationMembership,
): PublicOrganizationMembership;
/** Makes a copy of an invitation that may be sent to a browser. */
export function pickPublicData(
  resource: OrganizationInvitation,
): PublicOrganizationInvitation;
export function pickPublicData(resource: PrivateResource): unknown {
  const kind: unknown = resource?.object;
  const rules = typeof kind === "string" && Object.hasOwn(rulesByObject, kind)
    ? rulesByObject[kind]
    : undefined;
  if (rules) return pick(resource, rules);
  throw new TypeError(
    'Cannot pick public data: expected a user, an organization, a membership or an invitation; its "object" tells which',
  );
}

function pick(value: unknown, rules: Rules): unknown {
  if (Array.isArray(value)) return value.map((item) => pick(item, rules));
  if (!isObject(value)) return value;
  const picked: { [name: string]: unknown } = {};
  for (const [name, rule] of Object.entries(rules)) {
    if (!Object.hasOwn(value, name)) continue;
    picked[name] = rule === true ? value[name] : pick(value[name], rule);
  }
  return picked;
}
