/**
 * What must hold in every runtime, as plain functions that import nothing but
 * the public entries: workerd and the edge VM have no test runner. Add a case
 * when it uses something of the platform (cryptography, fetch, timers, the
 * environment, streams); all else belongs beside its area.
 */
import { clientCases } from "./client_cases.ts";
import { edgeCases } from "./edge_cases.ts";
import { emulatorCases } from "./emulator_cases.ts";
import { errorCases } from "./error_cases.ts";
import { internalCases } from "./internal_cases.ts";
import { jwtCases } from "./jwt_cases.ts";
import { requestCases } from "./request_cases.ts";
import type { Cases } from "./same.ts";
import { webhookCases } from "./webhook_cases.ts";

/** Every case, by name. */
export const cases: Cases = {
  ...errorCases,
  ...jwtCases,
  ...webhookCases,
  ...emulatorCases,
  ...clientCases,
  ...internalCases,
  ...requestCases,
  ...edgeCases,
};
