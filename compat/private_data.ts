import { pickPublicData } from "../src/api/public_data.ts";
import { isObject } from "../src/text/json.ts";
import type { AuthObject } from "./auth_types.ts";
import { type ClerkOptions, createClerkClient } from "./client.ts";

/**
 * Takes what the backend alone may read off the `user` and the `organization` of
 * an object. What stays is on a list; nothing else goes out.
 *
 * @param authObject The object.
 * @returns A copy.
 */
export function stripPrivateDataFromObject<T extends object>(authObject: T): T;
export function stripPrivateDataFromObject(authObject: object): object {
  const copy: Record<string, unknown> = { ...authObject };
  for (const name of ["user", "organization"]) {
    if (isObject(copy[name])) copy[name] = strip(name, copy[name]);
  }
  return copy;
}

/** Resources of other packages have no `object` that tells what they are. */
function strip(
  object: string,
  resource: { readonly [name: string]: unknown },
): unknown {
  const { object: _, ...picked } = Reflect.apply(pickPublicData, undefined, [
    { ...resource, object },
  ]);
  return "object" in resource ? { object, ...picked } : picked;
}

/** What to load, and what to load it with. */
export interface DecorateOptions extends ClerkOptions {
  /** Whether to load the session. */
  readonly loadSession?: boolean | undefined;
  /** Whether to load the user. */
  readonly loadUser?: boolean | undefined;
  /** Whether to load the organization. */
  readonly loadOrganization?: boolean | undefined;
}

/**
 * Loads what an auth object names, and puts it on an object, without what the
 * backend alone may read.
 *
 * @param obj What gets `session`, `user` and `organization`.
 * @param authObj The auth object.
 * @param opts What to load, and what with.
 * @returns The object itself.
 * @throws {ClerkAPIResponseError} When something cannot be loaded.
 */
export async function decorateObjectWithResources<T extends object>(
  obj: T,
  authObj: AuthObject,
  opts: DecorateOptions,
): Promise<
  T & {
    /** The session. */
    session?: unknown;
    /** The user. */
    user?: unknown;
    /** The organization. */
    organization?: unknown;
  }
> {
  const { loadSession, loadUser, loadOrganization, ...settings } = opts;
  const ids = { sessionId: null, userId: null, orgId: null, ...authObj };
  const client = createClerkClient(settings);
  const [session, user, organization] = await Promise.all([
    loadSession && ids.sessionId
      ? client.sessions.getSession(ids.sessionId)
      : undefined,
    loadUser && ids.userId ? client.users.getUser(ids.userId) : undefined,
    loadOrganization && ids.orgId
      ? client.organizations.getOrganization({ organizationId: ids.orgId })
      : undefined,
  ]);
  const loaded = stripPrivateDataFromObject({ session, user, organization });
  return Object.assign(obj, loaded);
}
