import { refuseParam } from "../http/refusal.ts";
import type { Store } from "./store.ts";

const LONGEST_NAME = 256;

/** Neither markup nor addresses may stand in a name. */
const NO_NAME = /<[^>]*>|\w+:\/\/|\bwww\./i;

const SLUG = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/**
 * Checks the name of an organization.
 *
 * @throws {Refusal} When it is too long, empty, or holds markup or an address.
 */
export function checkOrganizationName(name: string): void {
  if (name.length > LONGEST_NAME) {
    throw refuseParam(
      "form_param_max_length_exceeded",
      "name",
      `name should not exceed ${LONGEST_NAME} characters.`,
    );
  }
  if (name.trim() !== "" && !NO_NAME.test(name)) return;
  throw refuseParam(
    "form_param_value_invalid",
    "name",
    `The organization name is invalid: ${name}`,
  );
}

/**
 * Checks the slug of an organization.
 *
 * @param owner The organization, when there is one already.
 * @throws {Refusal} When it is malformed or another organization's.
 */
export function checkSlug(store: Store, slug: string, owner?: string): void {
  if (!SLUG.test(slug)) {
    throw refuseParam(
      "form_param_format_invalid",
      "slug",
      "slug can only contain lowercase letters, digits and dashes.",
    );
  }
  if (store.organizations.find("slug", slug).every(({ id }) => id === owner)) {
    return;
  }
  throw refuseParam(
    "form_identifier_exists",
    "slug",
    "That slug is taken. Please try another.",
  );
}

/** Makes a slug out of a name that no organization has yet. */
export function makeSlug(store: Store, name: string): string {
  const bare = name.toLowerCase().replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "") || "organization";
  let slug = bare;
  for (let i = 2; store.organizations.find("slug", slug).length > 0; i++) {
    slug = `${bare}-${i}`;
  }
  return slug;
}
