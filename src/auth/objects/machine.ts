import type { VerifiedMachineToken } from "../machine/types.ts";
import { createHas } from "./authorization.ts";
import { createDebug, type DebugSource } from "./debug.ts";
import {
  NO_MACHINE_DATA,
  readApiKey,
  readM2mToken,
  readOAuthToken,
} from "./machine_data.ts";
import { getNoToken } from "./session.ts";
import type {
  InvalidTokenAuth,
  MachineAuth,
  MachineTokenType,
  UnauthenticatedMachineAuth,
} from "./types.ts";

/**
 * Makes the auth object of a machine token.
 *
 * @param verified The token, verified: nothing else makes one.
 * @param debug What `debug()` tells.
 */
export function createMachineAuth<Type extends MachineTokenType>(
  verified: VerifiedMachineToken<Type>,
  debug?: DebugSource,
): MachineAuth<Type>;
export function createMachineAuth(
  verified: VerifiedMachineToken,
  debug?: DebugSource,
): MachineAuth {
  const { text } = verified;
  const functions = {
    getToken: () => Promise.resolve({ data: text, errors: undefined } as const),
    has: createHas(undefined),
    debug: createDebug(() => ({ tokenInHeader: text, ...debug?.() })),
  };
  switch (verified.tokenType) {
    case "api_key":
      return { ...readApiKey(verified.record), ...functions };
    case "m2m_token":
      return { ...readM2mToken(verified.record), ...functions };
    case "oauth_token":
      return { ...readOAuthToken(verified.record), ...functions };
  }
}

/**
 * Makes the auth object of a request without an accepted machine token.
 *
 * @param tokenType The kind of token that was asked for.
 * @param debug What `debug()` tells.
 */
export function createUnauthenticatedMachineAuth<
  Type extends MachineTokenType,
>(tokenType: Type, debug?: DebugSource): UnauthenticatedMachineAuth<Type>;
export function createUnauthenticatedMachineAuth(
  tokenType: MachineTokenType,
  debug?: DebugSource,
): UnauthenticatedMachineAuth {
  return { ...NO_MACHINE_DATA[tokenType], ...createNoFunctions(debug) };
}

/** Makes the auth object of a request whose token is of no kind asked for. */
export function createInvalidTokenAuth(debug?: DebugSource): InvalidTokenAuth {
  return {
    tokenType: null,
    isAuthenticated: false,
    ...createNoFunctions(debug),
  };
}

function createNoFunctions(debug: DebugSource | undefined) {
  return {
    getToken: getNoToken,
    has: createHas(undefined),
    debug: createDebug(debug),
  };
}
