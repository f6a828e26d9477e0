import { publishableKeyOf } from "../cookie_names.ts";
import type { Instance } from "../instance.ts";

/** What a browser is told about the instance; the part that is the same for all. */
export function showEnvironment({ id, origin }: Instance) {
  return {
    auth_config: {
      object: "auth_config",
      single_session_mode: true,
      url_based_session_syncing: true,
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
      branded: false,
    },
    organization_settings: { object: "organization_settings", enabled: true },
    maintenance_mode: false,
  };
}
