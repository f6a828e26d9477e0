/** The name and version that this package sends as its user agent. */
export const USER_AGENT = "@isoclerk/backend@0.1.0";

/** The version of the Backend API whose shapes this package knows. */
export const API_DATE = "2026-05-12";
