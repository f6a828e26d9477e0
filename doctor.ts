/**
 * What may be wrong with keys, clocks and networks, and what to do about it.
 *
 * @module
 */
export { diagnose } from "./src/doctor/diagnose.ts";
export type { DiagnoseOptions } from "./src/doctor/facts.ts";
export type { DoctorCheck, DoctorFinding } from "./src/doctor/finding.ts";
export type { Jwk } from "./src/jwt/types.ts";
export type { InstanceCredentials } from "./src/keys/resolve_credentials.ts";
export type { Clock } from "./src/platform/clock.ts";
export type { Fetch } from "./src/platform/fetch.ts";
