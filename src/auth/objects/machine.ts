import type {
  ApiKeyRecord,
  M2mTokenRecord,
  OAuthTokenRecord,
  VerifiedMachineToken,
} from "../machine/types.ts";
import { createHas } from "./authorization.ts";
import { createDebug, type DebugSource } from "./debug.ts";
import { getNoToken } from "./session.ts";
import type {
  ApiKeyData,
  InvalidTokenAuth,
  M2mTokenData,
  MachineAuth,
  MachineTokenType,
  OAuthTokenData,
  UnauthenticatedMachineAuth,
  UnauthenticatedMachineData,
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
  return { ...NO_DATA[tokenType], ...createNoFunctions(debug) };
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

function readApiKey(record: ApiKeyRecord): ApiKeyData {
  const { id, subject, name, claims, scopes } = record;
  return {
    tokenType: "api_key",
    isAuthenticated: true,
    id,
    subject,
    name,
    claims: claims ?? null,
    scopes: scopes ?? [],
    userId: subject.startsWith("user_") ? subject : null,
    orgId: subject.startsWith("org_") ? subject : null,
  };
}

function readM2mToken(record: M2mTokenRecord): M2mTokenData {
  const { id, subject, claims, scopes } = record;
  return {
    tokenType: "m2m_token",
    isAuthenticated: true,
    id,
    subject,
    claims: claims ?? null,
    scopes: scopes ?? [],
    machineId: subject,
  };
}

function readOAuthToken(record: OAuthTokenRecord): OAuthTokenData {
  const { id, subject, scopes, clientId } = record;
  return {
    tokenType: "oauth_token",
    isAuthenticated: true,
    id,
    subject,
    scopes: scopes ?? [],
    userId: subject,
    clientId,
  };
}

const NONE = {
  isAuthenticated: false,
  id: null,
  subject: null,
  scopes: null,
} as const;

const NO_DATA: {
  readonly [Type in MachineTokenType]: UnauthenticatedMachineData<Type>;
} = {
  api_key: {
    ...NONE,
    tokenType: "api_key",
    name: null,
    claims: null,
    userId: null,
    orgId: null,
  },
  m2m_token: {
    ...NONE,
    tokenType: "m2m_token",
    claims: null,
    machineId: null,
  },
  oauth_token: {
    ...NONE,
    tokenType: "oauth_token",
    userId: null,
    clientId: null,
  },
};
