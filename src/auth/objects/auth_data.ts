import type { AuthData, AuthObject } from "./types.ts";

/**
 * Takes the data out of an auth object, to hand it from the server to the
 * browser: plain JSON, without functions, tokens and keys. Whether the user may
 * do something can be told from it by `isAuthorized`.
 *
 * @param auth The auth object.
 * @returns Its data.
 */
export function toAuthData(auth: AuthObject): AuthData {
  const { getToken: _, has: _h, debug: _d, ...data } = auth;
  return data;
}
