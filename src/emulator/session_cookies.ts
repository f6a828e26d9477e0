import { cookieSuffixOf, publishableKeyOf } from "./cookie_names.ts";
import type { Instance } from "./instance.ts";
import type { SessionRow } from "./state/session_tables.ts";

/** For all paths, and sent along when a link leads here, over HTTP as well. */
const ATTRIBUTES = "Path=/; SameSite=Lax";

/**
 * The cookies of a session, as values of `Set-Cookie`. The token must not be
 * older than what `__client_uat` says, so that is when the session began.
 */
export async function writeSessionCookies(
  { origin }: Instance,
  { refreshToken, createdAt }: SessionRow,
  jwt: string,
): Promise<readonly string[]> {
  const suffix = await cookieSuffixOf(publishableKeyOf(origin));
  const uat = Math.floor(createdAt / 1_000);
  return [
    ...["", `_${suffix}`].flatMap((end) => [
      `__session${end}=${jwt}; ${ATTRIBUTES}`,
      `__client_uat${end}=${uat}; ${ATTRIBUTES}`,
    ]),
    `__refresh_${suffix}=${refreshToken}; ${ATTRIBUTES}; HttpOnly`,
  ];
}

/** What takes the cookies of a session away, and says that there is none. */
export async function writeSignedOutCookies(
  { origin }: Instance,
): Promise<readonly string[]> {
  const suffix = await cookieSuffixOf(publishableKeyOf(origin));
  return [
    ...["", `_${suffix}`].flatMap((end) => [
      `__session${end}=; ${ATTRIBUTES}; Max-Age=0`,
      `__client_uat${end}=0; ${ATTRIBUTES}`,
    ]),
    `__refresh_${suffix}=; ${ATTRIBUTES}; HttpOnly; Max-Age=0`,
  ];
}

/** What makes a browser known again, to the app and to its backend. */
export async function writeBrowserCookies(
  { origin }: Instance,
  token: string,
): Promise<readonly string[]> {
  const suffix = await cookieSuffixOf(publishableKeyOf(origin));
  return ["", `_${suffix}`].map((end) =>
    `__clerk_db_jwt${end}=${token}; ${ATTRIBUTES}`
  );
}
