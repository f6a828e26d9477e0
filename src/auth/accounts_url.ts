import type { PublishableKey } from "../text/publishable_key.ts";

/**
 * Where the pages to sign in and sign up are, when the application has none of
 * its own: `accounts.` in the place of `clerk.`, but `name.accounts.dev` for
 * `name.clerk.accounts.dev`. An emulator has them where its API is.
 */
export function accountsUrlOf({ frontendApiUrl }: PublishableKey): string {
  const url = new URL(frontendApiUrl);
  url.hostname = url.hostname.replace(
    /(^|\.)clerk\.(accounts)?/,
    (_, before: string, accounts = "accounts.") => before + accounts,
  );
  return url.origin;
}
