import type { JwtPayload } from "../../jwt/types.ts";
import { isObject, isText } from "../../text/json.ts";
import { splitList, splitScoped } from "./scoped_names.ts";

/** The active organization of a session, as its token tells. */
export interface OrganizationClaims {
  /** The id of the organization. */
  readonly id: string;
  /** Its slug. */
  readonly slug: string | null;
  /** The user's role in it, such as `org:admin`. */
  readonly role: string | null;
  /**
   * The user's permissions in it, such as `org:invoices:create`; null when the
   * token does not tell.
   */
  readonly permissions: readonly string[] | null;
}

/**
 * Decodes what the claims of a session token tell of the active organization, in
 * version 2 of the token, where permissions are packed as bit masks (`o`, with
 * `fea`), or in version 1 (`org_id` …). Reads claims as they are: verify the
 * token first.
 *
 * @param claims The claims of a session token.
 * @returns The organization; undefined when none is active, or when the claims
 * are malformed or of a version that is not known. What is malformed within it
 * is left out.
 *
 * @example
 * ```ts
 * import { decodeOrganizationClaims } from "@isoclerk/backend/internal";
 *
 * const organization = decodeOrganizationClaims({
 *   v: 2,
 *   fea: "o:invoices,o:reports",
 *   o: { id: "org_1", rol: "admin", per: "create,read", fpm: "3,2" },
 * });
 * console.log(organization?.role); // org:admin
 * console.log(organization?.permissions?.join());
 * // org:invoices:create,org:invoices:read,org:reports:read
 * ```
 */
export function decodeOrganizationClaims(
  claims: JwtPayload,
): OrganizationClaims | undefined {
  const { v = 1, o, fea } = claims;
  if (v === 2) return isObject(o) ? decodeVersion2(o, fea) : undefined;
  return v === 1 ? decodeVersion1(claims) : undefined;
}

function decodeVersion1(claims: JwtPayload): OrganizationClaims | undefined {
  const { org_id, org_slug, org_role, org_permissions: list } = claims;
  if (!isText(org_id) || !org_id) return undefined;
  return {
    id: org_id,
    slug: textOrNull(org_slug),
    role: textOrNull(org_role),
    permissions: Array.isArray(list) ? list.filter(isText) : null,
  };
}

function decodeVersion2(
  { id, slg, rol, per, fpm }: { readonly [name: string]: unknown },
  features: unknown,
): OrganizationClaims | undefined {
  if (!isText(id) || !id) return undefined;
  return {
    id,
    slug: textOrNull(slg),
    role: isText(rol) && rol ? `org:${rol}` : null,
    permissions: decodePermissions(per, fpm, features),
  };
}

/**
 * The n-th mask goes with the n-th feature of the organization, and the n-th bit
 * of a mask, from the lowest, with the n-th permission.
 */
function decodePermissions(
  per: unknown,
  fpm: unknown,
  fea: unknown,
): readonly string[] {
  const permissions = splitList(per);
  const masks = splitList(fpm);
  return splitScoped(fea).filter(({ scope }) => scope.includes("o"))
    .flatMap(({ name }, index) => {
      const mask = parseMask(masks[index]);
      return name
        ? permissions.filter((permission, bit) =>
          permission && mask >> BigInt(bit) & 1n
        ).map((permission) => `org:${name}:${permission}`)
        : [];
    });
}

/** A mask in decimal digits; there may be more permissions than a number has bits. */
function parseMask(text = ""): bigint {
  return /^\d{1,300}$/.test(text) ? BigInt(text) : 0n;
}

function textOrNull(value: unknown): string | null {
  return isText(value) && value ? value : null;
}
