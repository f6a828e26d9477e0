import { refuse } from "../http/refusal.ts";
import type { Instance } from "../instance.ts";
import { readSettings } from "../state/settings.ts";

/**
 * Checks that the instance has organizations.
 *
 * @throws {Refusal} When it has not.
 */
export function checkEnabled({ store }: Instance): void {
  if (readSettings(store, "organizations").enabled !== false) return;
  throw refuse(
    "organization_not_enabled_in_instance",
    "The organizations feature is not enabled for this instance.",
  );
}

/**
 * Checks that organizations have slugs, when one is given.
 *
 * @throws {Refusal} When they have none.
 */
export function checkSlugsEnabled({ store }: Instance, slug: unknown): void {
  if (typeof slug !== "string") return;
  if (readSettings(store, "organizations").slug_disabled !== true) return;
  throw refuse(
    "organization_slugs_disabled",
    "This instance does not have slugs enabled for organizations.",
  );
}

/**
 * Checks that organizations have domains, and that people can get in by them
 * that way. By hand they always can.
 *
 * @throws {Refusal} When they have none, or not that way.
 */
export function checkDomainsEnabled(
  { store }: Instance,
  mode: unknown = null,
): void {
  const { domains_enabled: enabled, domains_enrollment_modes: modes } =
    readSettings(store, "organizations");
  if (enabled !== true) {
    throw refuse(
      "organization_domains_not_enabled",
      "This instance does not have domains enabled for organizations.",
    );
  }
  if (mode === null || mode === "manual_invitation") return;
  if (Array.isArray(modes) && modes.includes(mode)) return;
  throw refuse(
    "organization_domain_enrollment_mode_not_enabled",
    `Enrollment mode ${mode} is not enabled for the organizations of this instance.`,
  );
}
