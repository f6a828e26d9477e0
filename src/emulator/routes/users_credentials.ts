import { endSessionsOf } from "../end_sessions.ts";
import { notFound, refuse } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import { matchesPassword, matchesTotp } from "../state/digest.ts";
import type { PasswordDigest, UserRow } from "../state/user.ts";
import { userFields } from "./users_fields.ts";
import { requireUser, saveUser } from "./users_save.ts";

/** Passwords and second factors. */
export const usersCredentials: Operations = {
  "POST /v1/users/{user_id}/verify_password": {
    body: userFields.verifyPassword,
    handle: verifyPassword,
  },
  "POST /v1/users/{user_id}/remove_password": {
    body: userFields.removePassword,
    handle: (instance, call) =>
      changePassword(instance, call, {
        password: null,
        passwordSetAt: null,
        passwordCompromised: false,
      }),
  },
  "POST /v1/users/{user_id}/password/set_compromised": {
    body: userFields.compromised,
    handle: (instance, call) =>
      changePassword(instance, call, { passwordCompromised: true }),
  },
  "POST /v1/users/{user_id}/password/unset_compromised": {
    handle: (instance, call) =>
      changePassword(instance, call, { passwordCompromised: false }),
  },
  "POST /v1/users/{user_id}/verify_totp": {
    body: userFields.verifyTotp,
    handle: verifyTotp,
  },
  "DELETE /v1/users/{user_id}/totp": {
    handle(instance, call) {
      const user = requireUser(instance, call);
      if (user.totpSecret === null) throw notFound("TOTP for user", user.id);
      return removeFactors(instance, user, { totpSecret: null });
    },
  },
  "DELETE /v1/users/{user_id}/backup_code": {
    handle(instance, call) {
      const user = requireUser(instance, call);
      if (user.backupCodes.length === 0) {
        throw notFound("backup code for user", user.id);
      }
      return removeFactors(instance, user, { backupCodes: [] });
    },
  },
  "DELETE /v1/users/{user_id}/mfa": {
    handle(instance, call) {
      const user = requireUser(instance, call);
      return removeFactors(instance, user, {
        totpSecret: null,
        backupCodes: [],
        phones: user.phones.map((phone) => ({ ...phone, isFactor: false })),
      });
    },
  },
};

function requirePassword(user: UserRow): PasswordDigest {
  if (user.password) return user.password;
  throw refuse(
    "no_password_set",
    "This user does not have a password set for their account",
  );
}

function changePassword(
  instance: Instance,
  call: Call,
  change: Partial<UserRow>,
) {
  const user = requireUser(instance, call);
  requirePassword(user);
  const shown = saveUser(instance, user, change);
  const { sign_out_of_other_sessions: out, revoke_all_sessions: all } =
    call.body;
  if (out === true || all === true) {
    endSessionsOf(instance, user.id, "revoked");
  }
  return shown;
}

async function verifyPassword(instance: Instance, call: Call) {
  const kept = requirePassword(requireUser(instance, call));
  if (kept.hasher !== "emulator") {
    throw refuse(
      "not_emulated",
      `The emulator cannot verify a password by a digest of "${kept.hasher}": set the password itself.`,
    );
  }
  if (await matchesPassword(kept, String(call.body.password))) {
    return { verified: true };
  }
  throw refuse(
    "incorrect_password",
    "The provided password is not the one the user has set",
  );
}

/** A code is one of the authenticator app, or a backup code, which is used up. */
async function verifyTotp(instance: Instance, call: Call) {
  const { totpSecret, backupCodes } = requireUser(instance, call);
  const code = String(call.body.code);
  if (totpSecret === null) {
    throw refuse(
      "totp_disabled",
      "This user does not have TOTP enabled in their account",
    );
  }
  if (await matchesTotp(totpSecret, code, instance.clock.now())) {
    return { verified: true, code_type: "totp" };
  }
  const matches = await Promise.all(
    backupCodes.map((kept) => matchesPassword(kept, code)),
  );
  const used = backupCodes[matches.indexOf(true)];
  const user = requireUser(instance, call);
  if (!used || !user.backupCodes.includes(used)) throw refuseCode(code);
  const left = user.backupCodes.filter((kept) => kept !== used);
  saveUser(instance, user, { backupCodes: left });
  return { verified: true, code_type: "backup_code" };
}

function refuseCode(code: string) {
  return /^\d+$/.test(code) && code.length !== 6
    ? refuse(
      "totp_invalid_length",
      "The provided TOTP code must be 6 characters long.",
    )
    : refuse("totp_incorrect_code", "The provided TOTP code is incorrect");
}

function removeFactors(
  instance: Instance,
  user: UserRow,
  change: Partial<UserRow>,
) {
  saveUser(instance, user, change);
  return { user_id: user.id };
}
