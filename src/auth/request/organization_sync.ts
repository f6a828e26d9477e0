import type { JwtPayload } from "../../jwt/types.ts";
import { decodeOrganizationClaims } from "../objects/organization_claims.ts";
import { type Context, pathOf } from "./context.ts";

/** The organization that is to be active on a path. */
export interface WantedOrganization {
  /** Its id or slug; empty for none. */
  readonly name: string;
  /** Whether the claims of a session say that it is active. */
  readonly isActive: (claims: JwtPayload) => boolean;
}

/** The organization that the path of a request asks for, if it asks for one. */
export function findOrganization(c: Context): WantedOrganization | undefined {
  const { organizationPaths, personalPaths } = c.settings;
  if (!organizationPaths.length && !personalPaths.length) return undefined;
  const [path = ""] = pathOf(c.url).split(/[?#]/);
  // The first pattern that fits decides, whether it names one or not.
  const { id, slug } =
    organizationPaths.map((match) => match(path)).find(Boolean) ?? {};
  const name = id || slug;
  if (name) {
    return {
      name,
      isActive: (claims) => activeOf(claims)?.[id ? "id" : "slug"] === name,
    };
  }
  return personalPaths.some((match) => match(path))
    ? { name: "", isActive: (claims) => !activeOf(claims) }
    : undefined;
}

const activeOf = decodeOrganizationClaims;
