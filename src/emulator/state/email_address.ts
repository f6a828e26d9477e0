/** An e-mail address in two parts; the domain of what is none is empty. */
export interface EmailParts {
  /** What stands before the `@`. */
  readonly local: string;
  /** What stands after it, in lower case. */
  readonly domain: string;
}

/** Takes an e-mail address apart. */
export function splitEmail(email: string): EmailParts {
  const at = email.lastIndexOf("@");
  return at < 0
    ? { local: email, domain: "" }
    : { local: email.slice(0, at), domain: email.slice(at + 1).toLowerCase() };
}

/**
 * Names the mailbox of an address of Gmail, which does not heed dots; undefined
 * for all others.
 */
export function gmailBoxOf(email: string): string | undefined {
  const { local, domain } = splitEmail(email);
  if (domain !== "gmail.com" && domain !== "googlemail.com") return undefined;
  return `${local.toLowerCase().replaceAll(".", "")}@gmail.com`;
}
