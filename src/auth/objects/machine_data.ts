import type {
  ApiKeyRecord,
  M2mTokenRecord,
  OAuthTokenRecord,
} from "../machine/types.ts";
import type {
  ApiKeyData,
  M2mTokenData,
  MachineTokenType,
  OAuthTokenData,
  UnauthenticatedMachineData,
} from "./types.ts";

/** Reads what is told of an API key. */
export function readApiKey(record: ApiKeyRecord): ApiKeyData {
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

/** Reads what is told of a token of a machine. */
export function readM2mToken(record: M2mTokenRecord): M2mTokenData {
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

/** Reads what is told of an OAuth access token. */
export function readOAuthToken(record: OAuthTokenRecord): OAuthTokenData {
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

/** What is told of a request without an accepted token of each kind. */
export const NO_MACHINE_DATA: {
  readonly [Type in MachineTokenType]: UnauthenticatedMachineData<Type>;
} = {
  api_key: {
    isAuthenticated: false,
    id: null,
    subject: null,
    scopes: null,
    tokenType: "api_key",
    name: null,
    claims: null,
    userId: null,
    orgId: null,
  },
  m2m_token: {
    isAuthenticated: false,
    id: null,
    subject: null,
    scopes: null,
    tokenType: "m2m_token",
    claims: null,
    machineId: null,
  },
  oauth_token: {
    isAuthenticated: false,
    id: null,
    subject: null,
    scopes: null,
    tokenType: "oauth_token",
    userId: null,
    clientId: null,
  },
};
