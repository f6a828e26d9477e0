// The same from CommonJS.
import { createEmulator, type Emulator } from "@isoclerk/backend/emulator";
import { type ApiResult, unwrap } from "@isoclerk/backend/errors";
import { decodeJwt } from "@isoclerk/backend/jwt";
import * as jwt from "@isoclerk/backend/jwt";

export function idOf(outcome: ApiResult<{ readonly id: string }>): string {
  return unwrap(outcome).id;
}

export const same: boolean = jwt.decodeJwt === decodeJwt;

export const emulator: Promise<Emulator> = createEmulator();
