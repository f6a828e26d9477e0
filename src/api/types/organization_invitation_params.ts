import type {
  OrganizationInvitationPrivateMetadata,
  OrganizationInvitationPublicMetadata,
} from "./metadata.ts";
import type { OrganizationInvitationStatus } from "./organization_invitation.ts";
import type { OrganizationIdParams } from "./organization_params.ts";
import type { PageParams } from "./pagination.ts";

/** What invitations to organizations can be sorted by. */
export type OrganizationInvitationSortKey = "created_at" | "email_address";

/** An order of invitations: `+` or nothing for ascending, `-` for descending. */
export type OrganizationInvitationOrder = `${
  | ""
  | "+"
  | "-"}${OrganizationInvitationSortKey}`;

/** What `getInstanceOrganizationInvitationList` takes. */
export interface GetInstanceOrganizationInvitationListParams
  extends PageParams {
  /** Only those that stand there; all by default. */
  readonly status?: OrganizationInvitationStatus | undefined;
  /** Text that the e-mail address must hold. */
  readonly query?: string | undefined;
  /** The order; `-created_at`, the newest first, by default. */
  readonly orderBy?: OrganizationInvitationOrder | undefined;
}

/** What `getOrganizationInvitationList` takes. */
export interface GetOrganizationInvitationListParams
  extends OrganizationIdParams, PageParams {
  /** Only those that stand there, or in one of these places; all by default. */
  readonly status?:
    | OrganizationInvitationStatus
    | readonly OrganizationInvitationStatus[]
    | undefined;
  /** Only those that were sent to this e-mail address. */
  readonly emailAddress?: string | undefined;
  /** The order; `-created_at`, the newest first, by default. */
  readonly orderBy?: OrganizationInvitationOrder | undefined;
}

/** What `getPendingOrganizationInvitationList` takes. */
export interface GetPendingOrganizationInvitationListParams
  extends OrganizationIdParams, PageParams {}

/** One of the invitations that `createOrganizationInvitationBulk` takes. */
export interface NewOrganizationInvitation {
  /** Where to send it. */
  readonly emailAddress: string;
  /** The key of the role that awaits, such as `org:member`. */
  readonly role: string;
  /** The id of the user who invites, a member who may do so. */
  readonly inviterUserId?: string | null | undefined;
  /** What the membership to come will hold, for members to read. */
  readonly publicMetadata?:
    | OrganizationInvitationPublicMetadata
    | null
    | undefined;
  /** What the membership to come will hold, for the backend alone. */
  readonly privateMetadata?:
    | OrganizationInvitationPrivateMetadata
    | null
    | undefined;
  /** Where its link leads after it has been accepted. */
  readonly redirectUrl?: string | null | undefined;
  /** In how many days it ends: 1 to 365, 30 by default. */
  readonly expiresInDays?: number | null | undefined;
  /** Whether to send an e-mail; true by default. */
  readonly notify?: boolean | null | undefined;
}

/** What `createOrganizationInvitation` takes. */
export interface CreateOrganizationInvitationParams
  extends OrganizationIdParams, NewOrganizationInvitation {}

/** What `getOrganizationInvitation` takes. */
export interface GetOrganizationInvitationParams extends OrganizationIdParams {
  /** The invitation's id, `orginv_…`. */
  readonly invitationId: string;
}

/** What `revokeOrganizationInvitation` takes. */
export interface RevokeOrganizationInvitationParams
  extends GetOrganizationInvitationParams {
  /** The id of the user who revokes it, a member who may do so. */
  readonly requestingUserId?: string | null | undefined;
}
