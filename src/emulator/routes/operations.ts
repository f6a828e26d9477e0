import type { Operations } from "../instance.ts";
import { jwks, open as openJwks } from "./jwks.ts";
import { users } from "./users.ts";
import { usersBilling } from "./users_billing.ts";
import { usersCredentials } from "./users_credentials.ts";
import { usersIdentifiers } from "./users_identifiers.ts";
import { usersLists } from "./users_lists.ts";
import { usersStatus } from "./users_status.ts";

/** The operations that ask for the secret key. */
export const guarded: readonly Operations[] = [
  jwks,
  users,
  usersStatus,
  usersCredentials,
  usersIdentifiers,
  usersLists,
  usersBilling,
];

/** The operations that anybody may use. */
export const open: readonly Operations[] = [openJwks];
