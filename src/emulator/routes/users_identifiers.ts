import type { JsonObject } from "../../text/json.ts";
import { notFound, refuse } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import { makeIdentifications } from "../state/identifiers.ts";
import { checkAccess } from "../state/restrictions.ts";
import type { Identification, UserRow } from "../state/user.ts";
import { writeEmail, writePhone } from "../state/user_body.ts";
import { userFields } from "./users_fields.ts";
import { requireUser, saveUser } from "./users_save.ts";

/** What a user is known by, here and elsewhere. */
export const usersIdentifiers: Operations = {
  "PUT /v1/users/{user_id}/email_address": {
    body: userFields.email,
    handle(instance, call) {
      const [user, email] = replace(instance, call, "emails", "email_address");
      const primaryEmailId = primary(email);
      saveUser(instance, user, { emails: [email], primaryEmailId });
      return writeEmail(email);
    },
  },
  "PUT /v1/users/{user_id}/phone_number": {
    body: userFields.phone,
    handle(instance, call) {
      const [user, phone] = replace(instance, call, "phones", "phone_number");
      const primaryPhoneId = primary(phone);
      saveUser(instance, user, { phones: [phone], primaryPhoneId });
      return writePhone(phone);
    },
  },
  "DELETE /v1/users/{user_id}/web3_wallets/{web3_wallet_identification_id}": {
    handle: deleteWallet,
  },
  "DELETE /v1/users/{user_id}/passkeys/{passkey_identification_id}": {
    handle(instance, call) {
      const user = requireUser(instance, call);
      const id = call.slots.passkey_identification_id ?? "";
      const passkeys = without(user.passkeys, id, "passkey");
      saveUser(instance, user, { passkeys });
      return { object: "passkey", id, deleted: true };
    },
  },
  "DELETE /v1/users/{user_id}/external_accounts/{external_account_id}": {
    handle(instance, call) {
      const user = requireUser(instance, call);
      const id = call.slots.external_account_id ?? "";
      const oauthTokens = user.oauthTokens
        .filter((token) => token.external_account_id !== id);
      const externalAccounts = without(
        user.externalAccounts,
        id,
        "external account",
      );
      saveUser(instance, user, { externalAccounts, oauthTokens });
      return { object: "external_account", id, deleted: true };
    },
  },
};

/** Makes the one address or number that is to take the place of all others. */
function replace(
  instance: Instance,
  call: Call,
  kind: "emails" | "phones",
  param: string,
): readonly [user: UserRow, identification: Identification] {
  const { store, clock } = instance;
  const user = requireUser(instance, call);
  const value = String(call.body[param]);
  const status = String(call.body.identification_status ?? "verified");
  const [made] = makeIdentifications(
    store,
    kind,
    [value],
    [status],
    clock.now(),
    user.id,
  );
  checkAccess(store, [value], user.id);
  if (made) return [user, made];
  throw refuse("form_param_missing", `${param} must be included.`);
}

function primary({ id, status }: Identification): string | null {
  return status === "verified" ? id : null;
}

function deleteWallet(instance: Instance, call: Call) {
  const user = requireUser(instance, call);
  const id = call.slots.web3_wallet_identification_id ?? "";
  const wallets = user.wallets.filter((wallet) => wallet.id !== id);
  if (wallets.length === user.wallets.length) {
    throw notFound("web3 wallet", id);
  }
  const { primaryWalletId } = user;
  saveUser(instance, user, {
    wallets,
    primaryWalletId: primaryWalletId === id
      ? wallets[0]?.id ?? null
      : primaryWalletId,
  });
  return { object: "web3_wallet", id, deleted: true };
}

function without(
  list: readonly JsonObject[],
  id: string,
  what: string,
): readonly JsonObject[] {
  const left = list.filter((each) => each.id !== id);
  if (left.length < list.length) return left;
  throw notFound(what, id);
}
