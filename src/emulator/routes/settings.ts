import type { JsonObject } from "../../text/json.ts";
import { notFound } from "../http/refusal.ts";
import type { Instance, Operation, Operations } from "../instance.ts";
import {
  changeSettings,
  readSettings,
  type SettingsSection,
} from "../state/settings.ts";
import { findRole } from "../state/roles.ts";
import { describeOperations } from "./described.ts";
import { checkCreatorRole } from "./roles_find.ts";

const ENROLLMENT: readonly string[] = [
  "manual_invitation",
  "automatic_invitation",
  "automatic_suggestion",
];

/** The settings of the instance. */
export const settings: Operations = describeOperations({
  "GET /instance": ({ store, id }) => ({
    object: "instance",
    id,
    environment_type: "development",
    allowed_origins: readSettings(store, "instance").allowed_origins,
    workspace_id: null,
  }),
  "PATCH /instance"({ store, clock }, { body }) {
    const { enhanced_email_deliverability: enhanced, ...rest } = body;
    changeSettings(store, "instance", rest, clock.now());
    if (enhanced !== undefined) {
      const change = { enhanced_email_deliverability: enhanced };
      changeSettings(store, "auth", change, clock.now());
    }
    return undefined;
  },
  "PATCH /instance/restrictions": update(
    "restrictions",
    "instance_restrictions",
  ),
  ...both("/instance/protect", "protect", "instance_protect"),
  ...both("/instance/communication", "communication", "instance_communication"),
  ...both(
    "/instance/oauth_application_settings",
    "oauth",
    "oauth_application_settings",
  ),
  "GET /instance/organization_settings": read(
    "organizations",
    "organization_settings",
  ),
  "PATCH /instance/organization_settings": {
    limits: {
      max_allowed_memberships: { min: 0 },
      domains_enrollment_modes: { values: ENROLLMENT },
    },
    handle: updateOrganizations,
  },
  "PATCH /beta_features/instance_settings": (instance, call) => {
    const { test_mode: testMode, ...rest } = call.body;
    const { store, clock } = instance;
    changeSettings(store, "auth", rest, clock.now());
    if (typeof testMode === "boolean") {
      changeSettings(store, "instance", { test_mode: testMode }, clock.now());
    }
    const { id } = instance;
    return { object: "instance_settings", id, ...readSettings(store, "auth") };
  },
});

function both(
  path: string,
  section: SettingsSection,
  object: string,
): { readonly [route: string]: Operation["handle"] } {
  return {
    [`GET ${path}`]: read(section, object),
    [`PATCH ${path}`]: update(section, object),
  };
}

function read(section: SettingsSection, object: string): Operation["handle"] {
  return ({ store }) => ({ object, ...readSettings(store, section) });
}

function update(section: SettingsSection, object: string): Operation["handle"] {
  return ({ store, clock }, { body }) => ({
    object,
    ...changeSettings(store, section, body, clock.now()),
  });
}

/** Roles are given by their ids, or keys, and shown by their keys. */
function updateOrganizations(
  instance: Instance,
  { body }: Parameters<Operation["handle"]>[1],
): JsonObject {
  const {
    creator_role_id: creator,
    domains_default_role_id: member,
    ...rest
  } = body;
  const { store, clock } = instance;
  const change = {
    ...rest,
    ...(creator !== undefined && {
      creator_role: readRole(instance, creator, true),
    }),
    ...(member !== undefined && {
      domains_default_role: readRole(instance, member, false),
    }),
  };
  const object = "organization_settings";
  return {
    object,
    ...changeSettings(store, "organizations", change, clock.now()),
  };
}

function readRole(
  instance: Instance,
  value: unknown,
  isCreator: boolean,
): string | null {
  if (value === null) return null;
  const { store } = instance;
  const given = String(value);
  const role = store.roles.get(given) ?? findRole(store, given);
  if (!role) throw notFound("organization role", given);
  if (isCreator) checkCreatorRole(instance, role);
  return role.key;
}
