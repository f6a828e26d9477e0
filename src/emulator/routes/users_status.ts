import { notFound, refuse } from "../http/refusal.ts";
import type { Call, Instance, Operation, Operations } from "../instance.ts";
import type { UserRow } from "../state/user.ts";
import { LOCKOUT } from "./users.ts";
import { userFields } from "./users_fields.ts";
import { requireUser, saveUser } from "./users_save.ts";

/** How many users may be banned or let in again at once. */
const BULK = 50;

/** Banning and locking users. */
export const usersStatus: Operations = {
  "POST /v1/users/{user_id}/ban": change({ banned: true }),
  "POST /v1/users/{user_id}/unban": change({ banned: false }),
  "POST /v1/users/ban": changeAll({ banned: true }),
  "POST /v1/users/unban": changeAll({ banned: false }),
  "POST /v1/users/{user_id}/lock": {
    handle(instance, call) {
      const lockedUntil = instance.clock.now() + LOCKOUT;
      return saveUser(instance, requireUser(instance, call), { lockedUntil });
    },
  },
  "POST /v1/users/{user_id}/unlock": change({ lockedUntil: null }),
};

function change(to: Partial<UserRow>): Operation {
  return {
    handle: (instance, call) =>
      saveUser(instance, requireUser(instance, call), to),
  };
}

function changeAll(to: Partial<UserRow>): Operation {
  return {
    body: userFields.bulk,
    handle: (instance, call) =>
      requireUsers(instance, call).map((user) => saveUser(instance, user, to)),
  };
}

/** Finds all users that the body names, or refuses before any is changed. */
function requireUsers({ store }: Instance, { body }: Call): readonly UserRow[] {
  const ids = new Set(Array.isArray(body.user_ids) ? body.user_ids : []);
  if (ids.size > BULK) {
    throw refuse(
      "bulk_size_exceeded",
      `You can only send up to ${BULK} users at once.`,
    );
  }
  return [...ids].map((id) => {
    const user = store.users.get(id);
    if (user) return user;
    throw notFound("user", id);
  });
}
