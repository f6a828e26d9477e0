import type { OrganizationEnrollmentMode } from "./organization_domain.ts";
import type { OrganizationIdParams } from "./organization_params.ts";
import type { PageParams } from "./pagination.ts";

/** What domains of organizations can be sorted by. */
export type OrganizationDomainSortKey = "created_at" | "name";

/** An order of domains: `+` or nothing for ascending, `-` for descending. */
export type OrganizationDomainOrder = `${
  | ""
  | "+"
  | "-"}${OrganizationDomainSortKey}`;

/**
 * What `getInstanceOrganizationDomainList` takes. All filters must hold; of a
 * list of values, one must. An empty list is refused, as the API would take it
 * for no filter.
 */
export interface GetInstanceOrganizationDomainListParams extends PageParams {
  /** Domains of the organization with this id. */
  readonly organizationId?: string | undefined;
  /** Domains that are verified, or with false those that are not. */
  readonly verified?: boolean | undefined;
  /** Domains with any of these modes; with `-` before a mode, all others. */
  readonly enrollmentMode?:
    | readonly (
      | OrganizationEnrollmentMode
      | `-${OrganizationEnrollmentMode}`
    )[]
    | undefined;
  /** Text that the domain must hold, or an organization's id as a whole. */
  readonly query?: string | undefined;
  /** Any of these domains. */
  readonly domains?: readonly string[] | undefined;
  /** The order; `-created_at`, the newest first, by default. */
  readonly orderBy?: OrganizationDomainOrder | undefined;
}

/** What `getOrganizationDomainList` takes. */
export interface GetOrganizationDomainListParams
  extends OrganizationIdParams, PageParams {
  /** Domains that are verified, or with false those that are not. */
  readonly verified?: boolean | undefined;
  /** Domains with this mode. */
  readonly enrollmentMode?: OrganizationEnrollmentMode | undefined;
}

/** What `createOrganizationDomain` takes. */
export interface CreateOrganizationDomainParams extends OrganizationIdParams {
  /** The domain, such as `example.com`. */
  readonly name: string;
  /** How users with an e-mail address of it get into the organization. */
  readonly enrollmentMode: OrganizationEnrollmentMode;
  /** Whether it counts as verified without proof; true by default. */
  readonly verified?: boolean | null | undefined;
}

/** What `deleteOrganizationDomain` and `verifyOrganizationDomainOwnership` take. */
export interface OrganizationDomainIdParams extends OrganizationIdParams {
  /** The domain's id, `orgdmn_…`. */
  readonly domainId: string;
}

/** What `updateOrganizationDomain` takes. A member left out stays as it is. */
export interface UpdateOrganizationDomainParams
  extends OrganizationDomainIdParams {
  /** The domain; the API's own description knows nothing of changing it. */
  readonly name?: string | undefined;
  /** How users with an e-mail address of it get into the organization. */
  readonly enrollmentMode?: OrganizationEnrollmentMode | null | undefined;
  /** Whether it counts as verified. */
  readonly verified?: boolean | null | undefined;
}
