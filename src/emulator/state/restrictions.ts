import { type Refusal, refuse } from "../http/refusal.ts";
import { gmailBoxOf, splitEmail } from "./email_address.ts";
import { readSettings } from "./settings.ts";
import type { Store } from "./store.ts";
import type { UserRow } from "./user.ts";

/** Domains whose addresses anybody gets for a moment; a few that are well known. */
const DISPOSABLE: ReadonlySet<string> = new Set([
  "10minutemail.com",
  "dispostable.com",
  "fakeinbox.com",
  "getnada.com",
  "guerrillamail.com",
  "maildrop.cc",
  "mailinator.com",
  "sharklasers.com",
  "temp-mail.org",
  "throwawaymail.com",
  "trashmail.com",
  "yopmail.com",
]);

const SUBADDRESS = /[+=#]/;

/**
 * Checks that the instance lets identifiers in: by its lists, and by what it
 * says of subaddresses and of addresses that are soon thrown away.
 *
 * @param store What the instance holds.
 * @param identifiers E-mail addresses, phone numbers and wallets.
 * @param owner The user whose they are to be, who may have them already.
 * @throws {Refusal} When one is not let in.
 */
export function checkAccess(
  store: Store,
  identifiers: readonly string[],
  owner?: string,
): void {
  const rules = readSettings(store, "restrictions");
  for (const identifier of identifiers) {
    if (isKeptOut(store, identifier)) throw refuseAccess(identifier);
    const { local, domain } = splitEmail(identifier);
    if (rules.block_disposable_email_domains && DISPOSABLE.has(domain)) {
      throw refuse(
        "form_email_address_blocked",
        "Temporary email services are not supported.",
        { param_name: "email_address" },
      );
    }
    const isTaken = () => isMailboxTaken(store, identifier, owner);
    if (
      rules.block_email_subaddresses && domain !== "" &&
      (SUBADDRESS.test(local) || isTaken())
    ) throw refuseAccess(identifier);
    if (rules.ignore_dots_for_gmail_addresses && isTaken()) {
      throw refuse(
        "form_identifier_exists",
        "That email address is taken. Please try another.",
        { param_name: "email_address" },
      );
    }
  }
}

/** Refuses somebody whom the instance does not let in. */
export function refuseAccess(identifier: string): Refusal {
  return refuse(
    "not_allowed_access",
    `${identifier} is not allowed to access this application.`,
  );
}

/**
 * Whether a user may not sign in, as none of what the user is known by is let in
 * by the lists; those who are known by a name alone may.
 */
export function isUserKeptOut(store: Store, user: UserRow): boolean {
  const rules = readSettings(store, "restrictions");
  if (rules.allowlist_blocklist_disabled_on_sign_in) return false;
  const known = [...user.emails, ...user.phones, ...user.wallets];
  return known.length > 0 &&
    known.every(({ value }) => isKeptOut(store, value));
}

/** Whether the lists keep an identifier out; what is on both is let in. */
function isKeptOut(store: Store, identifier: string): boolean {
  const { allowlist, blocklist } = readSettings(store, "restrictions");
  const exact = identifier.toLowerCase();
  const isListed = (list: "allowlist" | "blocklist", entry: string) =>
    store[list].find("identifier", entry).length > 0 ||
    // Phone numbers and wallets are kept as they were given.
    store[list].find("identifier", identifier).length > 0;
  const general = generalize(exact);
  if (blocklist) {
    const blocking = [exact, ...withoutSubaddress(exact), ...general]
      .filter((entry) => isListed("blocklist", entry));
    const isOverruled = (entry: string) =>
      allowlist === true && isListed("allowlist", entry);
    if (!blocking.every(isOverruled)) return true;
  }
  return allowlist === true &&
    ![exact, ...general].some((entry) => isListed("allowlist", entry));
}

/** The entries that stand for all addresses of a domain, and of those above it. */
function generalize(email: string): readonly string[] {
  const { domain } = splitEmail(email);
  if (domain === "") return [];
  const labels = domain.split(".");
  const above = labels.slice(1).map((_, i) => labels.slice(i + 1).join("."));
  return [`*@${domain}`, ...above.map((each) => `*@*.${each}`)];
}

/** Who blocks an address blocks its subaddresses, too. */
function withoutSubaddress(email: string): readonly string[] {
  const { local, domain } = splitEmail(email);
  const at = local.search(SUBADDRESS);
  return at > 0 ? [`${local.slice(0, at)}@${domain}`] : [];
}

function isMailboxTaken(
  store: Store,
  email: string,
  owner: string | undefined,
): boolean {
  const box = gmailBoxOf(email);
  return box !== undefined &&
    store.users.find("gmailBox", box).some(({ id }) => id !== owner);
}
