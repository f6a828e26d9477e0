import type { ApiResult, ApiSuccess } from "../../errors/api_error.ts";
import { isText } from "../../text/json.ts";
import type { AuthObject } from "./types.ts";

/** The calls that load what an auth object names; a client is one. */
export interface ResourceBackend<User, Organization, Session> {
  /** Users. */
  readonly users: {
    /** Reads one. */
    getUser(userId: string): Promise<ApiResult<User>>;
  };
  /** Organizations. */
  readonly organizations: {
    /** Reads one. */
    getOrganization(
      params: { readonly organizationId: string },
    ): Promise<ApiResult<Organization>>;
  };
  /** Sessions. */
  readonly sessions: {
    /** Reads one. */
    getSession(sessionId: string): Promise<ApiResult<Session>>;
  };
}

/** What to load. */
export interface LoadResourcesOptions {
  /** Whether to load the user. */
  readonly loadUser?: boolean | undefined;
  /** Whether to load the active organization. */
  readonly loadOrganization?: boolean | undefined;
  /** Whether to load the session. */
  readonly loadSession?: boolean | undefined;
}

/** What was loaded; undefined for what was not asked for, or is not there. */
export interface AuthResources<User, Organization, Session> {
  /** The user. */
  readonly user: User | undefined;
  /** The active organization. */
  readonly organization: Organization | undefined;
  /** The session. */
  readonly session: Session | undefined;
}

const NOTHING: ApiSuccess<undefined> = { data: undefined, errors: undefined };

/**
 * Loads what an auth object names: the user, the active organization, the
 * session. They hold private metadata: `pickPublicData` takes out what may go to
 * the browser.
 *
 * @param auth The auth object.
 * @param backend What loads; a client is one.
 * @param options What to load.
 * @returns What was loaded, or the errors of what could not be.
 */
export async function loadResources<User, Organization, Session>(
  auth: AuthObject,
  backend: ResourceBackend<User, Organization, Session>,
  options: LoadResourcesOptions,
): Promise<ApiResult<AuthResources<User, Organization, Session>>> {
  const userId = idOf(auth, "userId");
  const orgId = idOf(auth, "orgId");
  const sessionId = idOf(auth, "sessionId");
  const [user, organization, session] = await Promise.all([
    options.loadUser && userId ? backend.users.getUser(userId) : NOTHING,
    options.loadOrganization && orgId
      ? backend.organizations.getOrganization({ organizationId: orgId })
      : NOTHING,
    options.loadSession && sessionId
      ? backend.sessions.getSession(sessionId)
      : NOTHING,
  ]);
  for (const outcome of [user, organization, session]) {
    if (outcome.errors) return outcome;
  }
  const data = {
    user: user.data,
    organization: organization.data,
    session: session.data,
  };
  return { data, errors: undefined };
}

/** Reads an id that not every kind of auth object has. */
function idOf(
  auth: AuthObject,
  name: "userId" | "orgId" | "sessionId",
): string | undefined {
  const id: unknown = Reflect.get(auth, name);
  return isText(id) ? id : undefined;
}
