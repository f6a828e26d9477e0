import type {
  MetadataPatch,
  OrganizationPrivateMetadata,
  OrganizationPublicMetadata,
} from "./metadata.ts";
import type { PageParams } from "./pagination.ts";

/** What names an organization, for methods that take it by name. */
export interface OrganizationIdParams {
  /** The organization's id. */
  readonly organizationId: string;
}

/** What organizations can be sorted by. */
export type OrganizationSortKey = "name" | "created_at" | "members_count";

/** An order of organizations: `+` or nothing for ascending, `-` for descending. */
export type OrganizationOrder = `${"" | "+" | "-"}${OrganizationSortKey}`;

/** What to find out beyond what an organization always tells. */
export interface OrganizationIncludeParams {
  /** Whether to count its members, for `membersCount`. */
  readonly includeMembersCount?: boolean | undefined;
  /**
   * Whether to find out if nobody in it may manage its members, for
   * `missingMemberWithElevatedPermissions`.
   */
  readonly includeMissingMemberWithElevatedPermissions?: boolean | undefined;
}

/**
 * What `getOrganizationList` takes. All filters must hold; of a list of values,
 * one must. An empty list is refused, as the API would take it for no filter.
 */
export interface GetOrganizationListParams
  extends OrganizationIncludeParams, PageParams {
  /** An id as a whole, or text that the name or the slug must hold. */
  readonly query?: string | undefined;
  /** Those with any of these users as members; with `-` before an id, without. */
  readonly userId?: readonly string[] | undefined;
  /** Those with any of these ids; with `-` before an id, all others. */
  readonly organizationId?: readonly string[] | undefined;
  /** The order; `-created_at`, the newest first, by default. */
  readonly orderBy?: OrganizationOrder | undefined;
}

/** An organization by its id. */
export interface OrganizationById {
  /** The organization's id. */
  readonly organizationId: string;
  /** Goes with {@linkcode OrganizationBySlug} only. */
  readonly slug?: undefined;
}

/** An organization by its slug. */
export interface OrganizationBySlug {
  /** The organization's slug. */
  readonly slug: string;
  /** Goes with {@linkcode OrganizationById} only. */
  readonly organizationId?: undefined;
}

/** What `getOrganization` takes. */
export type GetOrganizationParams =
  & (OrganizationById | OrganizationBySlug)
  & OrganizationIncludeParams;

/** What `createOrganization` takes. */
export interface CreateOrganizationParams {
  /** The name. */
  readonly name: string;
  /** The id of the user who becomes its first member, with the creator's role. */
  readonly createdBy?: string | null | undefined;
  /** The name in a form fit for URLs; unique, and made from the name by default. */
  readonly slug?: string | null | undefined;
  /** How many members it may have; 0 for no limit. */
  readonly maxAllowedMemberships?: number | null | undefined;
  /** What your application keeps about it, for members to read. */
  readonly publicMetadata?: OrganizationPublicMetadata | null | undefined;
  /** What your application keeps about it, for the backend alone. */
  readonly privateMetadata?: OrganizationPrivateMetadata | null | undefined;
  /** When it was made, as a date or in RFC 3339 form, to carry it over. */
  readonly createdAt?: Date | string | null | undefined;
  /** The key of the set of roles that it uses, `role_set:…`. */
  readonly roleSetKey?: string | null | undefined;
}

/** What `updateOrganization` takes. A member left out stays as it is. */
export interface UpdateOrganizationParams {
  /** The name. */
  readonly name?: string | null | undefined;
  /** The name in a form fit for URLs; unique. */
  readonly slug?: string | null | undefined;
  /** How many members it may have; 0 for no limit. */
  readonly maxAllowedMemberships?: number | null | undefined;
  /** Whether its administrators may delete it. */
  readonly adminDeleteEnabled?: boolean | null | undefined;
  /** When it was made, as a date or in RFC 3339 form, to carry it over. */
  readonly createdAt?: Date | string | null | undefined;
  /** The key of the set of roles that it uses, `role_set:…`. */
  readonly roleSetKey?: string | null | undefined;
  /**
   * Replaces the public metadata as a whole, by a second request.
   *
   * @deprecated Use `updateOrganizationMetadata` to merge,
   * `replaceOrganizationMetadata` to replace.
   */
  readonly publicMetadata?: OrganizationPublicMetadata | undefined;
  /**
   * Replaces the private metadata as a whole, by a second request.
   *
   * @deprecated Use `updateOrganizationMetadata` to merge,
   * `replaceOrganizationMetadata` to replace.
   */
  readonly privateMetadata?: OrganizationPrivateMetadata | undefined;
}

/** What `updateOrganizationMetadata` takes: changes to be merged, null to remove. */
export interface UpdateOrganizationMetadataParams {
  /** Changes to what members may read. */
  readonly publicMetadata?:
    | MetadataPatch<OrganizationPublicMetadata>
    | undefined;
  /** Changes to what the backend alone may read. */
  readonly privateMetadata?:
    | MetadataPatch<OrganizationPrivateMetadata>
    | undefined;
}

/** What `replaceOrganizationMetadata` takes. A member left out stays as it is. */
export interface ReplaceOrganizationMetadataParams {
  /** What members may read, as a whole. */
  readonly publicMetadata?: OrganizationPublicMetadata | undefined;
  /** What the backend alone may read, as a whole. */
  readonly privateMetadata?: OrganizationPrivateMetadata | undefined;
}

/** What `updateOrganizationLogo` takes. */
export interface UpdateOrganizationLogoParams {
  /** The picture: a `File`, a `Blob` with its media type, or bytes. */
  readonly file: Blob | Uint8Array;
  /** The file's name, where it has none of its own; `file` by default. */
  readonly fileName?: string | undefined;
  /** The id of the user who uploads it. */
  readonly uploaderUserId?: string | undefined;
}
