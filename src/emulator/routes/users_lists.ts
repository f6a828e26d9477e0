import { paging } from "../http/fields.ts";
import { mapPage, paginate } from "../http/listing.ts";
import { notFound } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import { checkEnabled } from "./organizations_enabled.ts";
import { userFields } from "./users_fields.ts";
import {
  showInvitationOf,
  showMembership,
  statusOf,
} from "./organizations_show.ts";
import { requireUser, saveUser } from "./users_save.ts";

/** What belongs to a user, in lists. */
export const usersLists: Operations = {
  "GET /v1/users/{user_id}/organization_memberships": {
    query: paging,
    handle: listMemberships,
  },
  "GET /v1/users/{user_id}/organization_invitations": {
    query: userFields.invitations,
    handle: listInvitations,
  },
  "GET /v1/users/{user_id}/oauth_access_tokens/{provider}": {
    query: userFields.oauth,
    handle: listOAuthTokens,
  },
  "GET /v1/users/{user_id}/trusted_devices": {
    handle(instance, call) {
      const { trustedDevices: data } = requireUser(instance, call);
      return { data, total_count: data.length };
    },
  },
  "DELETE /v1/users/{user_id}/trusted_devices/{trusted_device_id}": {
    handle: revokeDevice,
  },
};

function listMemberships(instance: Instance, call: Call) {
  checkEnabled(instance);
  const { id } = requireUser(instance, call);
  const rows = instance.store.memberships.find("user", id);
  return mapPage(
    paginate(rows, call.query),
    (row) => showMembership(instance, row),
  );
}

function listInvitations(instance: Instance, call: Call) {
  checkEnabled(instance);
  const { store, clock } = instance;
  const { emails } = requireUser(instance, call);
  const now = clock.now();
  const { status = undefined } = call.query;
  const rows = emails
    .flatMap(({ value }) =>
      store.invitations.find("email", value.toLowerCase())
    )
    .filter((row) => status === undefined || statusOf(row, now) === status);
  return mapPage(
    paginate(rows, call.query),
    (row) => showInvitationOf(instance, row),
  );
}

/** A token is found by its provider with or without `oauth_`. */
function listOAuthTokens(instance: Instance, call: Call) {
  const { slots, query } = call;
  const bare = (provider: unknown) => String(provider).replace(/^oauth_/, "");
  const tokens = requireUser(instance, call).oauthTokens
    .filter((token) => bare(token.provider) === bare(slots.provider));
  const page = paginate(tokens, query);
  return query.paginated ? page : page.data;
}

function revokeDevice(instance: Instance, call: Call) {
  const user = requireUser(instance, call);
  const now = instance.clock.now();
  const id = call.slots.trusted_device_id ?? "";
  const device = user.trustedDevices.find((each) => each.id === id);
  if (!device) throw notFound("trusted device", id);
  const revoked = {
    ...device,
    status: "revoked",
    updated_at: now,
    revoked_at: device.revoked_at ?? now,
  };
  saveUser(instance, user, {
    trustedDevices: user.trustedDevices
      .map((each) => each === device ? revoked : each),
  });
  return revoked;
}
