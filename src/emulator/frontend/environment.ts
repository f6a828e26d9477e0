import { publishableKeyOf } from "../cookie_names.ts";
import type { Instance } from "../instance.ts";
import { readSettings } from "../state/settings.ts";

/** What a browser is told about the instance; the part that is the same for all. */
export function showEnvironment(instance: Instance) {
  const { store } = instance;
  const settings = readSettings(store, "instance");
  return {
    auth_config: {
      object: "auth_config",
      single_session_mode: true,
      url_based_session_syncing: settings.url_based_session_syncing,
      reverification: true,
    },
    display_config: {
      ...showPlaces(instance),
      preferred_sign_in_strategy:
        settings.preferred_sign_in_strategy_when_password_required,
      support_email: settings.support_email,
    },
    organization_settings: showOrganizationSettings(instance),
    user_settings: {
      sign_up: {
        mode: readSettings(store, "sign_up").mode,
        progressive: readSettings(store, "auth").progressive_sign_up,
      },
    },
    maintenance_mode: false,
  };
}

function showPlaces({ id, origin }: Instance) {
  return {
    object: "display_config",
    id,
    instance_environment_type: "development",
    application_name: "Clerk emulator",
    publishable_key: publishableKeyOf(origin),
    home_url: `${origin}/`,
    sign_in_url: `${origin}/sign-in`,
    sign_up_url: `${origin}/sign-up`,
    waitlist_url: `${origin}/waitlist`,
    user_profile_url: `${origin}/user`,
    organization_profile_url: `${origin}/organization`,
    after_sign_out_one_url: `${origin}/sign-in`,
    branded: false,
  };
}

function showOrganizationSettings({ store }: Instance) {
  const settings = readSettings(store, "organizations");
  return {
    object: "organization_settings",
    enabled: settings.enabled,
    max_allowed_memberships: settings.max_allowed_memberships,
    actions: { admin_delete: settings.admin_delete_enabled },
    domains: {
      enabled: settings.domains_enabled,
      enrollment_modes: settings.domains_enrollment_modes,
      default_role: settings.domains_default_role,
    },
    slug: { disabled: settings.slug_disabled },
    creator_role: settings.creator_role,
  };
}
