/** What requests say about who sends them. */
export const USER_AGENT = "@isoclerk/backend@0.1.0";

/** The version of the Backend API that this package speaks. */
export const CLERK_API_VERSION = "2026-05-12";
