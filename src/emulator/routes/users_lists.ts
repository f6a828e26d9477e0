import type { JsonObject } from "../../text/json.ts";
import { notFound } from "../http/refusal.ts";
import type { Query } from "../http/fields.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import type {
  InvitationRow,
  MembershipRow,
  OrganizationRow,
} from "../state/store.ts";
import type { UserRow } from "../state/user.ts";
import { paging } from "../http/fields.ts";
import { userFields } from "./users_fields.ts";
import { requireUser, saveUser, showUser } from "./users_save.ts";

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
  const { store } = instance;
  const user = requireUser(instance, call);
  const shown = store.memberships.find("user", user.id).flatMap((row) => {
    const organization = store.organizations.get(row.organizationId);
    return organization
      ? [writeMembership(instance, row, organization, user)]
      : [];
  });
  return paginate(shown, call.query);
}

function listInvitations(instance: Instance, call: Call) {
  const { store, clock } = instance;
  const user = requireUser(instance, call);
  const now = clock.now();
  const { status = undefined } = call.query;
  const shown = user.emails
    .flatMap(({ value }) =>
      store.invitations.find("email", value.toLowerCase())
    )
    .filter((row) => status === undefined || statusOf(row, now) === status)
    .map((row) =>
      writeInvitation(
        row,
        store.organizations.get(row.organizationId),
        statusOf(row, now),
      )
    );
  return paginate(shown, call.query);
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

function paginate<T>(
  list: readonly T[],
  { limit = 10, offset = 0 }: Query,
): { readonly data: readonly T[]; readonly total_count: number } {
  const start = Number(offset);
  return {
    data: list.slice(start, start + Number(limit)),
    total_count: list.length,
  };
}

function writeMembership(
  instance: Instance,
  row: MembershipRow,
  organization: OrganizationRow,
  user: UserRow,
): JsonObject {
  const shown = showUser(instance, user);
  return {
    id: row.id,
    object: "organization_membership",
    role: row.role,
    role_name: roleName(row.role),
    permissions: row.permissions,
    public_metadata: row.publicMetadata,
    private_metadata: {},
    organization: writeOrganization(instance, organization),
    public_user_data: {
      user_id: user.id,
      first_name: user.firstName,
      last_name: user.lastName,
      profile_image_url: shown.profile_image_url,
      image_url: shown.image_url,
      has_image: shown.has_image,
      identifier: user.emails[0]?.value ?? user.username,
      username: user.username,
      banned: user.banned,
    },
    created_at: row.createdAt,
    updated_at: row.createdAt,
  };
}

function writeOrganization(
  { origin, store }: Instance,
  organization: OrganizationRow,
): JsonObject {
  const { id, name, slug, publicMetadata, createdAt } = organization;
  return {
    object: "organization",
    id,
    name,
    slug,
    image_url: `${origin}/images/default`,
    has_image: false,
    members_count: store.memberships.find("organization", id).length,
    max_allowed_memberships: 0,
    admin_delete_enabled: true,
    public_metadata: publicMetadata,
    private_metadata: {},
    created_at: createdAt,
    updated_at: createdAt,
  };
}

function writeInvitation(
  row: InvitationRow,
  organization: OrganizationRow | undefined,
  status: string,
): JsonObject {
  return {
    object: "organization_invitation",
    id: row.id,
    email_address: row.emailAddress,
    role: row.role,
    role_name: roleName(row.role),
    organization_id: row.organizationId,
    inviter_id: null,
    public_inviter_data: null,
    status,
    public_metadata: {},
    private_metadata: {},
    url: null,
    expires_at: row.expiresAt,
    created_at: row.createdAt,
    updated_at: row.createdAt,
    ...(organization && {
      public_organization_data: {
        id: organization.id,
        name: organization.name,
        slug: organization.slug,
        has_image: false,
      },
    }),
  };
}

function statusOf({ status, expiresAt }: InvitationRow, now: number): string {
  const over = status === "pending" && expiresAt !== null && expiresAt <= now;
  return over ? "expired" : status;
}

function roleName(role: string): string {
  const name = role.replace(/^org:/, "").replaceAll("_", " ");
  return name.charAt(0).toUpperCase() + name.slice(1);
}
