/** What the official package adds to resources. What stands here is made by kinds.ts. */
import type { EmailAddress } from "../src/api/types/email_address.ts";
import type {
  EnterpriseConnectionOauthConfig as CoreOauth,
  EnterpriseConnectionSamlConnection as CoreSaml,
} from "../src/api/types/enterprise_connection.ts";
import type { PhoneNumber } from "../src/api/types/phone_number.ts";
import type { SvixUrl } from "../src/api/types/svix_url.ts";
import type {
  UserId,
  VerifiedCode,
  VerifiedPassword,
} from "../src/api/types/user_answers.ts";
import type { Web3Wallet } from "../src/api/types/web3_wallet.ts";
import type { OrganizationRole } from "./auth_types.ts";
import type {
  InvitationJSON,
  OrganizationInvitationJSON,
  OrganizationJSON,
  OrganizationMembershipJSON,
  UserJSON,
} from "./json.ts";
import type { Official, Whole } from "./official.ts";

/** What the official package adds to a user. None of it is enumerable. */
export interface UserGetters {
  /** The address that `primaryEmailAddressId` names. */
  readonly primaryEmailAddress: Official<EmailAddress> | null;
  /** The number that `primaryPhoneNumberId` names. */
  readonly primaryPhoneNumber: Official<PhoneNumber> | null;
  /** The wallet that `primaryWeb3WalletId` names. */
  readonly primaryWeb3Wallet: Official<Web3Wallet> | null;
  /** The given and the family name, as far as there are any. */
  readonly fullName: string | null;
}

/** What the official package adds to resources. None of it is enumerable. */
export interface Raw<Json> {
  /** The resource with the names that the API gives its members. */
  readonly raw: Json;
}

/** What the official package adds to an account at an OAuth provider. */
export interface ExternalAccountCopies {
  /**
   * The user's id at the provider.
   *
   * @deprecated Use `providerUserId`.
   */
  readonly externalId: string;
  /** The account's other id, where the API tells it. */
  readonly externalAccountId?: string | undefined;
}

/** What the official package adds to an OAuth application. */
export interface OAuthApplicationCopies {
  /** Whether it can keep no secret, as an app on a device. */
  readonly isPublic: boolean;
  /** The client secret, when it was made just now. */
  readonly clientSecret?: string | undefined;
}

/** What the official types promise of a connection to an enterprise. */
export interface EnterpriseConnectionParts {
  /** What is told of a SAML connection. */
  readonly samlConnection: Whole<CoreSaml> | null;
  /** What is told of an OAuth connection. */
  readonly oauthConfig: Whole<CoreOauth> | null;
}

/** What the official types promise of an account at such a connection. */
export interface EnterpriseAccountParts {
  /** The connection. */
  readonly enterpriseConnection: { readonly domain: string } | null;
}

/** What the official types promise of a place in an organization. */
export interface OrganizationMembershipParts {
  /** The member's role. */
  readonly role: OrganizationRole;
  /** The member. */
  readonly publicUserData?: { readonly identifier: string } | null;
}

/** What an invitation tells of its organization, in the API's own names. */
export interface OrganizationInvitationParts {
  /** The role that who accepts it will have. */
  readonly role: OrganizationRole;
  /** The organization. */
  readonly publicOrganizationData?: {
    readonly has_image: boolean;
    readonly image_url?: string;
  };
}

/** What objects of a kind have in addition, by their `object` member. */
export interface Added {
  /** Of an API key: the key itself, when it was made just now. */
  readonly api_key: { readonly secret?: string | undefined };
  /** Of a user. */
  readonly user: UserGetters & Raw<UserJSON>;
  /** Of an account at a connection to an enterprise. */
  readonly enterprise_account: EnterpriseAccountParts;
  /** Of a connection to an enterprise. */
  readonly enterprise_connection: EnterpriseConnectionParts;
  /** Of an account at an OAuth provider. */
  readonly external_account: ExternalAccountCopies;
  /** Of an account at Facebook. */
  readonly facebook_account: ExternalAccountCopies;
  /** Of an account at Google. */
  readonly google_account: ExternalAccountCopies;
  /** Of an invitation. */
  readonly invitation: Raw<InvitationJSON>;
  /** Of a machine: its secret key, when it was made just now. */
  readonly machine: { readonly secretKey?: string | undefined };
  /** Of what a machine may reach. */
  readonly machine_scope: {
    readonly createdAt?: number | undefined;
    readonly deleted?: boolean | undefined;
  };
  /** Of a token of a machine: the token itself, when it was made just now. */
  readonly machine_to_machine_token: { readonly token?: string | undefined };
  /** Of an OAuth application. */
  readonly oauth_application: OAuthApplicationCopies;
  /** Of an organization. */
  readonly organization: Raw<OrganizationJSON>;
  /** Of an invitation to an organization. */
  readonly organization_invitation:
    & Raw<OrganizationInvitationJSON>
    & OrganizationInvitationParts;
  /** Of a place in an organization. */
  readonly organization_membership:
    & Raw<OrganizationMembershipJSON>
    & OrganizationMembershipParts;
}

/** What a resource has in addition. */
export type AddedTo<T> = T extends { readonly object: keyof Added }
  ? Added[T["object"]]
  : unknown;

/** What answers without a name for their kind have in addition. */
export type AddedToUnnamed<T> = T extends UserId ? { readonly user_id: string }
  : T extends VerifiedCode
    ? { readonly verified: true; readonly code_type: T["codeType"] }
  : T extends VerifiedPassword ? { readonly verified: true }
  : T extends SvixUrl ? { readonly svix_url: string }
  : unknown;
