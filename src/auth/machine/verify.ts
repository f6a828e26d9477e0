import { fail, type Result, succeed } from "../../errors/result.ts";
import type { ApiResult } from "../../errors/api_error.ts";
import type { MachineTokenVerificationError } from "../../errors/machine_token_verification_error.ts";
import { type ClaimsPolicy, createClaimsPolicy } from "../../jwt/claims.ts";
import { failCall } from "../../rest/failure.ts";
import { isObject, isText, type JsonObject } from "../../text/json.ts";
import type { MachineTokenType } from "../objects/types.ts";
import type { TokenCore } from "../token_core.ts";
import type { MachineToken } from "./classify.ts";
import type { OpaqueTokenCache } from "./opaque_token_cache.ts";
import { readM2mJwt, readOAuthJwt } from "./read_record.ts";
import { describe, invalidToken, refusedByApi, unexpected } from "./refuse.ts";
import type { MachineBackend, VerifiedMachineToken } from "./types.ts";
import { type MachineClaimsOptions, verifyMachineJwt } from "./verify_jwt.ts";

/** What machine tokens are verified with. */
export interface MachineVerifierOptions extends MachineClaimsOptions {
  /** What verifies the JWTs of the instance. */
  readonly core: TokenCore;
  /** What verifies opaque tokens; without it they are all refused. */
  readonly backend?: MachineBackend | undefined;
  /** What remembers opaque tokens that were accepted; nothing by default. */
  readonly cache?: OpaqueTokenCache | undefined;
}

/** Verifies a machine token. Never rejects. */
export type VerifyMachineToken = (
  token: MachineToken,
) => Promise<Result<VerifiedMachineToken, MachineTokenVerificationError>>;

/** What is demanded of the JWTs of each kind. */
interface Policies {
  readonly m2m_token: ClaimsPolicy;
  readonly oauth_token: ClaimsPolicy;
}

/**
 * Makes what verifies machine tokens: JWTs with the keys of the instance, opaque
 * ones by asking Clerk.
 *
 * @throws {TypeError} When an option is of the wrong type or out of range.
 */
export function createMachineVerifier(
  options: MachineVerifierOptions,
): VerifyMachineToken {
  const policies = createPolicies(options);
  return async (token) => {
    try {
      return succeed(
        token.jwt
          ? await verifyJwt(options.core, policies, token)
          : await verifyOpaque(options, token),
      );
    } catch (cause) {
      return fail(describe(cause));
    }
  };
}

function createPolicies(
  { audience, issuer, clockSkewInMs }: MachineClaimsOptions,
): Policies {
  const demanded = { audience, issuer, clockSkewInMs };
  return {
    m2m_token: createClaimsPolicy({ ...demanded, tokenClass: "m2m" }),
    oauth_token: {
      ...createClaimsPolicy({ ...demanded, headerType: "at+jwt" }),
      subjectOptional: false,
    },
  };
}

async function verifyJwt(
  core: TokenCore,
  policies: Policies,
  { tokenType, text, jwt }: MachineToken,
): Promise<VerifiedMachineToken> {
  if (!jwt || tokenType === "api_key") {
    throw invalidToken(tokenType, "is no JWT");
  }
  const payload = await verifyMachineJwt(core, policies[tokenType], jwt);
  const read = tokenType === "m2m_token" ? readM2mJwt : readOAuthJwt;
  return accept(tokenType, text, read(payload));
}

async function verifyOpaque(
  options: MachineVerifierOptions,
  { tokenType, text }: MachineToken,
): Promise<VerifiedMachineToken> {
  const { core, cache, backend } = options;
  const now = () => core.clock.now();
  const known = cache?.get(text);
  if (known && isLive(known.record, now())) return known;
  const outcome = backend
    ? await ask(backend, options, tokenType, text)
    : failCall(
      "missing_secret_key",
      "Cannot verify the token: there is no client of the Backend API.",
    );
  if (outcome.errors) throw refusedByApi(tokenType, outcome);
  const record: unknown = outcome.data;
  if (!isObject(record) || !isText(record.id) || !isText(record.subject)) {
    throw unexpected();
  }
  if (!isLive(record, now())) {
    throw invalidToken(tokenType, "is revoked, or its time is over");
  }
  const accepted = accept(tokenType, text, record);
  cache?.set(accepted);
  return accepted;
}

/** Asks Clerk. */
function ask(
  backend: MachineBackend,
  { audience }: MachineVerifierOptions,
  tokenType: MachineTokenType,
  text: string,
): Promise<ApiResult<object>> {
  switch (tokenType) {
    case "api_key":
      return backend.apiKeys.verify(text);
    case "m2m_token":
      return backend.m2m.verify({ token: text });
    case "oauth_token":
      return backend.idPOAuthAccessToken.verify(
        text,
        audience === undefined ? undefined : { audience },
      );
  }
}

/** Whether a token is neither revoked nor over, as far as is told. */
function isLive(
  record: JsonObject | VerifiedMachineToken["record"],
  now: number,
): boolean {
  const { revoked, expired, expiration } = record;
  return revoked !== true && expired !== true &&
    (typeof expiration !== "number" || expiration > now);
}

/** Applies the brand. The text stays out of logs and of JSON. */
function accept(
  tokenType: MachineTokenType,
  text: string,
  record: object,
): VerifiedMachineToken {
  const verified = { tokenType, record };
  Object.defineProperty(verified, "text", { value: text });
  return verified as VerifiedMachineToken;
}
