import type { JsonObject } from "../../text/json.ts";
import { findRole, initialRoleSet } from "./roles.ts";
import type { Store } from "./store.ts";

/** Who may sign up, which no operation of the API tells or changes. */
const SIGN_UP_MODES: readonly unknown[] = ["public", "restricted", "waitlist"];

/** The settings of an instance, as they begin, in the words of the API. */
const BEGINNING = {
  instance: {
    test_mode: true,
    hibp: true,
    support_email: null,
    clerk_js_version: null,
    development_origin: null,
    allowed_origins: null,
    url_based_session_syncing: true,
    preferred_sign_in_strategy_when_password_required: "password",
  },
  restrictions: {
    allowlist: false,
    blocklist: false,
    allowlist_blocklist_disabled_on_sign_in: false,
    block_email_subaddresses: false,
    block_disposable_email_domains: false,
    ignore_dots_for_gmail_addresses: false,
  },
  protect: {
    rules_enabled: false,
    specter_enabled: false,
    checks_bypassed: false,
  },
  communication: { blocked_country_codes: [] },
  oauth: {
    dynamic_oauth_client_registration: false,
    default_scopes: null,
    oauth_jwt_access_tokens: false,
    client_id_metadata_documents_advertised: false,
    client_id_metadata_documents_only_allow_pre_registered_clients: false,
    client_id_metadata_documents_block_implicitly_allowed_clients: false,
  },
  organizations: {
    enabled: true,
    max_allowed_memberships: 5,
    max_allowed_roles: 10,
    max_role_sets_allowed: 10,
    max_allowed_domains: 10,
    max_allowed_permissions: 50,
    admin_delete_enabled: true,
    domains_enabled: false,
    slug_disabled: false,
    domains_enrollment_modes: [],
  },
  auth: {
    from_email_address: "notifications",
    progressive_sign_up: true,
    enhanced_email_deliverability: false,
  },
  sign_up: { mode: "public", user_limit: null },
} as const satisfies { readonly [section: string]: JsonObject };

/** A section of the settings. */
export type SettingsSection = keyof typeof BEGINNING;

/** Whether there is a section of that name. */
export function isSettingsSection(name: string): name is SettingsSection {
  return Object.hasOwn(BEGINNING, name);
}

/** What a section of the settings says now. */
export function readSettings(
  store: Store,
  section: SettingsSection,
): JsonObject {
  return {
    ...BEGINNING[section],
    ...readElsewhere(store, section),
    ...store.settings.get(section)?.values,
  };
}

/** What stands elsewhere: it must not be said twice. */
function readElsewhere(store: Store, section: SettingsSection): JsonObject {
  if (section === "auth") {
    const { allowlist } = readSettings(store, "restrictions");
    return { restricted_to_allowlist: allowlist };
  }
  if (section !== "organizations") return {};
  const { key, creatorRoleId, defaultRoleId } = initialRoleSet(store);
  return {
    creator_role: store.roles.get(creatorRoleId)?.key,
    domains_default_role: store.roles.get(defaultRoleId)?.key,
    initial_role_set_key: key,
  };
}

/** Sets members of a section; null leaves a member as it is where it was none. */
export function changeSettings(
  store: Store,
  section: SettingsSection,
  change: JsonObject,
  now: number,
): JsonObject {
  const beginning: JsonObject = BEGINNING[section];
  const set = Object.entries(change)
    .filter(([name, value]) => value !== null || beginning[name] === null)
    .filter(([name, value]) => !setElsewhere(store, name, value, now));
  const old = store.settings.get(section);
  store.settings.put({
    id: section,
    createdAt: old?.createdAt ?? now,
    sequence: old?.sequence ?? store.sequence++,
    values: { ...old?.values, ...Object.fromEntries(set) },
  });
  return readSettings(store, section);
}

/**
 * Says what is wrong with settings that no operation of the API has checked;
 * undefined for nothing.
 */
export function whyNotSettings(
  store: Store,
  section: SettingsSection,
  { mode, ...rest }: JsonObject,
): string | undefined {
  const known = readSettings(store, section);
  for (const [name, value] of Object.entries(rest)) {
    if (!Object.hasOwn(known, name)) return `there is no "${name}"`;
    if (!isAlike(known[name], value)) return `"${name}" is of the wrong type`;
  }
  return mode === undefined ||
      (section === "sign_up" && SIGN_UP_MODES.includes(mode))
    ? undefined
    : `"mode" must be one of ${SIGN_UP_MODES.join(", ")}`;
}

/** Whether a setting may have a value in the place of another. */
function isAlike(known: unknown, value: unknown): boolean {
  return known === null || value === null ||
    (typeof known === typeof value &&
      Array.isArray(known) === Array.isArray(value));
}

/** Sets what stands elsewhere, and says whether it does. */
function setElsewhere(
  store: Store,
  name: string,
  value: unknown,
  now: number,
): boolean {
  switch (name) {
    case "restricted_to_allowlist":
      changeSettings(store, "restrictions", { allowlist: value }, now);
      return true;
    case "creator_role":
      setRole(store, "creatorRoleId", value, now);
      return true;
    case "domains_default_role":
      setRole(store, "defaultRoleId", value, now);
      return true;
    default:
      return false;
  }
}

/** Sets a role of the set that organizations get, which has it from then on. */
function setRole(
  store: Store,
  member: "creatorRoleId" | "defaultRoleId",
  key: unknown,
  now: number,
): void {
  const role = findRole(store, String(key));
  if (!role) throw new TypeError(`There is no role "${key}".`);
  const set = initialRoleSet(store);
  store.roleSets.put({
    ...set,
    [member]: role.id,
    roleIds: [...new Set([...set.roleIds, role.id])],
    updatedAt: now,
  });
}
