import type { JsonObject } from "../../text/json.ts";
import type { Store } from "./store.ts";

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
    creator_role: "org:admin",
    admin_delete_enabled: true,
    domains_enabled: false,
    slug_disabled: false,
    domains_enrollment_modes: [],
    domains_default_role: "org:member",
    initial_role_set_key: null,
  },
  auth: {
    restricted_to_allowlist: false,
    from_email_address: "notifications",
    progressive_sign_up: true,
    enhanced_email_deliverability: false,
  },
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
  return { ...BEGINNING[section], ...store.settings.get(section)?.values };
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
    .filter(([name, value]) => value !== null || beginning[name] === null);
  const old = store.settings.get(section);
  store.settings.put({
    id: section,
    createdAt: old?.createdAt ?? now,
    sequence: old?.sequence ?? store.sequence++,
    values: { ...old?.values, ...Object.fromEntries(set) },
  });
  return readSettings(store, section);
}
