import { print } from "../src/platform/console.ts";
import type { Notice } from "../src/auth/request/settings.ts";

const CLOCK =
  "Clerk: Clock skew detected. This usually means that your system clock is inaccurate. Clerk will attempt to account for the clock skew in development.";

/** What the official package prints, by what happened. Programs look for some of it. */
const TEXTS: {
  readonly [N in Notice]: readonly ["log" | "warn" | "error", string];
} = {
  "azp-missing": [
    "warn",
    "Clerk: Session token from cookie is missing the azp claim. In a future version of Clerk, this token will be considered invalid. Please contact Clerk support if you see this warning.",
  ],
  "handshake-loop": [
    "log",
    "Clerk: Refreshing the session token resulted in an infinite redirect loop. This usually means that your Clerk instance keys do not match - make sure to copy the correct publishable and secret keys from the Clerk dashboard.",
  ],
  "satellite-loop": [
    "log",
    "Clerk: Satellite-domain authentication resulted in an infinite redirect loop. Check that this request is using a configured primary or satellite domain for the production instance. For preview deployments, use a development/staging Clerk instance or a supported configured preview-domain setup.",
  ],
  "organization-loop": [
    "warn",
    "Clerk: Organization activation handshake loop detected. This is likely due to an invalid organization ID or slug. Skipping organization activation.",
  ],
  "payload-failed": [
    "error",
    "Clerk: HandshakeService: error getting handshake payload:",
  ],
  "handshake-failed": ["error", "Clerk: unable to resolve handshake:"],
  "clock-skew": ["error", CLOCK],
};

let isAzpTold = false;

/** Prints what happened; of a missing `azp`, once. */
export function noticeOnConsole(notice: Notice, cause?: unknown): void {
  if (notice === "azp-missing") {
    if (isAzpTold) return;
    isAzpTold = true;
  }
  const [level, text] = TEXTS[notice];
  print(level, ...cause === undefined ? [text] : [text, cause]);
}
