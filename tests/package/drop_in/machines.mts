// Services that know each other by API keys, OAuth and machine tokens; and the
// `getAuth` of an adapter for a framework.
import {
  type APIKey,
  type AuthObject,
  createClerkClient,
  type M2MToken,
  type Machine,
  type MachineAuthObject,
} from "@clerk/backend";
import {
  MachineTokenVerificationError,
  MachineTokenVerificationErrorCode,
} from "@clerk/backend/errors";
import {
  type AuthenticatedMachineObject,
  type AuthenticatedState,
  type GetAuthFn,
  type GetAuthFnNoRequest,
  type InferAuthObjectFromToken,
  type InferAuthObjectFromTokenArray,
  isMachineTokenByPrefix,
  type MachineTokenType,
  type RequestState,
  type SessionTokenType,
  type SignedInAuthObject,
  TokenType,
  type UnauthenticatedMachineObject,
  type UnauthenticatedState,
  verifyMachineAuthToken,
} from "@clerk/backend/internal";

const clerk = createClerkClient({
  secretKey: "sk_test_1",
  machineSecretKey: "ak_1",
});

export async function whoever(request: Request): Promise<string | null> {
  const state = await clerk.authenticateRequest(request, {
    acceptsToken: "any",
  });
  if (!state.isAuthenticated) return state.message;
  const auth = state.toAuth();
  switch (auth.tokenType) {
    case "api_key":
      return auth.subject;
    case "session_token":
      return auth.userId;
    default:
      return auth.id;
  }
}

export async function personOrKey(request: Request): Promise<unknown> {
  const state = await clerk.authenticateRequest(request, {
    acceptsToken: ["session_token", "api_key"],
  });
  const same: RequestState<"session_token" | "api_key" | null> = state;
  const auth = same.toAuth();
  if (!auth?.isAuthenticated) return null;
  if (auth.tokenType === "session_token") return auth.userId.length;
  const scopes: string[] = auth.scopes;
  const owner: string = auth.userId ?? auth.orgId;
  return [auth.id, scopes, owner, auth.name, auth.claims];
}

export async function machineAlone(request: Request): Promise<string | null> {
  const state = await clerk.authenticateRequest(request, {
    acceptsToken: TokenType.M2MToken,
  });
  if (state.isAuthenticated) {
    const good: AuthenticatedState<"m2m_token"> = state;
    return good.toAuth().machineId;
  }
  const bad: UnauthenticatedState<"m2m_token"> = state;
  const nobody: UnauthenticatedMachineObject<"m2m_token"> = bad.toAuth();
  return nobody.id;
}

export async function oauthAlone(request: Request): Promise<string> {
  const state = await clerk.authenticateRequest(request, {
    acceptsToken: "oauth_token",
  });
  const auth: MachineAuthObject<"oauth_token"> = state.toAuth();
  return auth.isAuthenticated ? auth.clientId + auth.userId : auth.tokenType;
}

export function subjectOf(auth: AuthObject): string | null {
  if (auth.tokenType === "session_token") return auth.userId;
  if (auth.tokenType === null) return null;
  return auth.isAuthenticated ? auth.subject : auth.id;
}

export async function verifyAny(token: string): Promise<string> {
  if (!isMachineTokenByPrefix(token)) return "none";
  const { data, errors, tokenType } = await verifyMachineAuthToken(token, {
    secretKey: "sk_test_1",
  });
  if (!errors) return `${tokenType} ${data.id} ${data.createdAt.toFixed()}`;
  const error: MachineTokenVerificationError = errors[0];
  return error.code === MachineTokenVerificationErrorCode.TokenInvalid
    ? `${MachineTokenVerificationError.kind} ${error.cause?.message}`
    : error.getFullMessage();
}

export async function makeAll(): Promise<string> {
  const machine: Machine = await clerk.machines.create({
    name: "billing",
    scopedMachines: ["mch_1"],
    defaultTokenTtl: 3600,
  });
  const made: M2MToken = await clerk.m2m.createToken({
    secondsUntilExpiration: 60,
    claims: { plan: "pro" },
  });
  const verified = await clerk.m2m.verify({ token: made.token ?? "" });
  const { secret } = await clerk.machines.getSecretKey(machine.id);
  const key: APIKey = await clerk.apiKeys.create({
    name: "CI",
    subject: "user_1",
    scopes: ["read"],
  });
  await clerk.apiKeys.revoke({ apiKeyId: key.id, revocationReason: "over" });
  const { totalCount } = await clerk.machines.list({ limit: 10 });
  return `${secret} ${key.secret} ${verified.scopes} ${totalCount.toFixed()}`;
}

export type Guard<Type extends MachineTokenType> = (
  auth: AuthenticatedMachineObject<Type>,
) => boolean;

export function ask(getAuth: GetAuthFn<Request>, request: Request): unknown[] {
  const userId: string | null = getAuth(request).userId;
  const key: "api_key" = getAuth(request, { acceptsToken: "api_key" })
    .tokenType;
  const either = getAuth(request, {
    acceptsToken: ["api_key", "session_token"],
  });
  const all: AuthObject = getAuth(request, { acceptsToken: "any" });
  const scopes = either.tokenType === "api_key" && either.isAuthenticated
    ? either.scopes.length
    : 0;
  return [userId, key, scopes, all];
}

type WithRedirect = SignedInAuthObject & { redirectToSignIn(): never };

export async function askLater(
  auth: GetAuthFnNoRequest<WithRedirect, true>,
): Promise<string> {
  const { clientId } = await auth({ acceptsToken: "oauth_token" });
  return clientId ?? (await auth()).userId;
}

type OfSession = InferAuthObjectFromToken<
  SessionTokenType,
  SignedInAuthObject,
  MachineAuthObject<MachineTokenType>
>;

type OfEither = InferAuthObjectFromTokenArray<
  ["api_key", SessionTokenType],
  OfSession,
  MachineAuthObject<MachineTokenType>
>;

export function idOf(auth: OfEither): string | null {
  return auth.tokenType === "api_key" ? auth.id : auth.userId;
}
