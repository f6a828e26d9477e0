import { publishableKeyOf } from "../cookie_names.ts";
import type { Instance } from "../instance.ts";
import { readSettings } from "../state/settings.ts";

/** What a browser is told about the instance; the part that is the same for all. */
export function showEnvironment({ id, origin, store }: Instance) {
  const instance = readSettings(store, "instance");
  const organizations = readSettings(store, "organizations");
  const { mode } = readSettings(store, "sign_up");
  return {
    auth_config: {
      object: "auth_config",
      single_session_mode: true,
      url_based_session_syncing: instance.url_based_session_syncing,
      reverification: true,
    },
    display_config: {
      object: "display_config",
      id,
      instance_environment_type: "development",
      application_name: "Clerk emulator",
      publishable_key: publishableKeyOf(origin),
      home_url: `${origin}/`,
      sign_in_url: `${origin}/sign-in`,
      sign_up_url: `${origin}/sign-up`,
      user_profile_url: `${origin}/user`,
      organization_profile_url: `${origin}/organization`,
      after_sign_out_one_url: `${origin}/sign-in`,
      preferred_sign_in_strategy:
        instance.preferred_sign_in_strategy_when_password_required,
      support_email: instance.support_email,
      branded: false,
    },
    organization_settings: {
      object: "organization_settings",
      enabled: organizations.enabled,
      max_allowed_memberships: organizations.max_allowed_memberships,
      actions: { admin_delete: organizations.admin_delete_enabled },
      domains: {
        enabled: organizations.domains_enabled,
        enrollment_modes: organizations.domains_enrollment_modes,
        default_role: organizations.domains_default_role,
      },
      slug: { disabled: organizations.slug_disabled },
      creator_role: organizations.creator_role,
    },
    user_settings: {
      sign_up: {
        mode,
        progressive: readSettings(store, "auth").progressive_sign_up,
      },
    },
    maintenance_mode: false,
  };
}
