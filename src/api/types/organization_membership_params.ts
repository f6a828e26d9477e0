import type {
  MetadataPatch,
  OrganizationMembershipPrivateMetadata,
  OrganizationMembershipPublicMetadata,
} from "./metadata.ts";
import type { OrganizationIdParams } from "./organization_params.ts";
import type { PageParams } from "./pagination.ts";
import type { UserIdParams } from "./user_slot_params.ts";

/** What memberships can be sorted by. */
export type OrganizationMembershipSortKey =
  | "created_at"
  | "email_address"
  | "first_name"
  | "last_name"
  | "phone_number"
  | "username";

/** An order of memberships: `+` or nothing for ascending, `-` for descending. */
export type OrganizationMembershipOrder = `${
  | ""
  | "+"
  | "-"}${OrganizationMembershipSortKey}`;

/** What `getInstanceOrganizationMembershipList` takes. */
export interface GetInstanceOrganizationMembershipListParams
  extends PageParams {
  /** The order; `-created_at`, the newest first, by default. */
  readonly orderBy?: OrganizationMembershipOrder | undefined;
}

/**
 * What `getOrganizationMembershipList` takes. All filters must hold; of a list
 * of values, one must. An empty list is refused, as the API would take it for
 * no filter.
 */
export interface GetOrganizationMembershipListParams
  extends OrganizationIdParams, GetInstanceOrganizationMembershipListParams {
  /** Users with any of these ids, 100 at most; with `-` before it, all others. */
  readonly userId?: readonly string[] | undefined;
  /** Users with any of these e-mail addresses, 100 at most. */
  readonly emailAddress?: readonly string[] | undefined;
  /** Users with any of these phone numbers, in E.164 form, 100 at most. */
  readonly phoneNumber?: readonly string[] | undefined;
  /** Users with any of these user names, 100 at most. */
  readonly username?: readonly string[] | undefined;
  /** Users with any of these wallets, 100 at most. */
  readonly web3Wallet?: readonly string[] | undefined;
  /** Members in any of these roles, by their keys, such as `org:admin`. */
  readonly role?: readonly string[] | undefined;
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
  /** Users last active before this day, in milliseconds since 1970 or as a date. */
  readonly lastActiveAtBefore?: number | Date | undefined;
  /** Users last active after this day, in milliseconds since 1970 or as a date. */
  readonly lastActiveAtAfter?: number | Date | undefined;
  /** Those made before this time, in milliseconds since 1970 or as a date. */
  readonly createdAtBefore?: number | Date | undefined;
  /** Those made after this time, in milliseconds since 1970 or as a date. */
  readonly createdAtAfter?: number | Date | undefined;
}

/** What `deleteOrganizationMembership` takes. */
export interface DeleteOrganizationMembershipParams
  extends OrganizationIdParams, UserIdParams {}

/** What `updateOrganizationMembership` takes. */
export interface UpdateOrganizationMembershipParams
  extends OrganizationIdParams, UserIdParams {
  /** The key of the role, such as `org:admin`. */
  readonly role: string;
}

/** What `createOrganizationMembership` takes. */
export interface CreateOrganizationMembershipParams
  extends UpdateOrganizationMembershipParams {
  /** What your application keeps about it, for members to read. */
  readonly publicMetadata?:
    | OrganizationMembershipPublicMetadata
    | null
    | undefined;
  /** What your application keeps about it, for the backend alone. */
  readonly privateMetadata?:
    | OrganizationMembershipPrivateMetadata
    | null
    | undefined;
}

/**
 * What `updateOrganizationMembershipMetadata` takes: changes to be merged, null
 * to remove.
 */
export interface UpdateOrganizationMembershipMetadataParams
  extends OrganizationIdParams, UserIdParams {
  /** Changes to what members may read. */
  readonly publicMetadata?:
    | MetadataPatch<OrganizationMembershipPublicMetadata>
    | undefined;
  /** Changes to what the backend alone may read. */
  readonly privateMetadata?:
    | MetadataPatch<OrganizationMembershipPrivateMetadata>
    | undefined;
}
