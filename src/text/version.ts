/** The version of this package. */
export const VERSION = "0.1.0";

/** What requests say about who sends them. */
export const USER_AGENT: string = `@isoclerk/backend@${VERSION}`;

/** The version of the Backend API that this package speaks. */
export const CLERK_API_VERSION = "2026-05-12";
