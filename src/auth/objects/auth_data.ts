import type { AuthObject } from "./types.ts";

/** The data of an auth object. */
export type DataOf<Auth> = Auth extends unknown
  ? Omit<Auth, "getToken" | "has" | "debug">
  : never;

/**
 * What may go out. What else is found on an auth object, such as a user with
 * private metadata that an adapter put there, stays.
 */
const MEMBERS: readonly string[] = [
  "tokenType",
  "isAuthenticated",
  "sessionClaims",
  "sessionId",
  "sessionStatus",
  "userId",
  "actor",
  "orgId",
  "orgRole",
  "orgSlug",
  "orgPermissions",
  "factorVerificationAge",
  "id",
  "subject",
  "name",
  "claims",
  "scopes",
  "machineId",
  "clientId",
];

/**
 * Takes the data out of an auth object, to hand it from the server to the
 * browser: plain JSON, without functions, tokens and keys. Whether the user may
 * do something can be told from it by {@linkcode isAuthorized}.
 *
 * @param auth The auth object.
 * @returns Its data.
 */
export function toAuthData<Auth extends AuthObject>(
  auth: Auth,
): DataOf<Auth>;
export function toAuthData(auth: AuthObject): object {
  return Object.fromEntries(
    Object.entries(auth).filter(([name]) => MEMBERS.includes(name)),
  );
}
