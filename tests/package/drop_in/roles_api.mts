// The middleware and the routes of an API that goes by roles.
import {
  type ClerkClient,
  createClerkClient,
  type Organization,
  type OrganizationMembership,
  type SessionAuthObject,
  type User,
  verifyToken,
} from "@clerk/backend";
import {
  ClerkAPIResponseError,
  isClerkAPIResponseError,
  TokenVerificationError,
  TokenVerificationErrorReason,
} from "@clerk/backend/errors";
import {
  type AuthenticateRequestOptions,
  AuthStatus,
  type RequestState,
  type SignedInAuthObject,
  type SignedOutAuthObject,
  TokenType,
} from "@clerk/backend/internal";

interface Req {
  url: string;
  method: string;
  headers: Record<string, string | undefined>;
  auth?: SignedInAuthObject;
}

interface Res {
  status(code: number): Res;
  json(body: unknown): void;
  set(name: string, value: string): void;
}

const clerk: ClerkClient = createClerkClient({
  secretKey: "sk_test_1",
  publishableKey: "pk_test_1",
  telemetry: { disabled: true },
  sdkMetadata: { name: "api", version: "1.0.0", environment: "production" },
});

function toWeb(req: Req): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (value) headers.set(name, value);
  }
  return new Request(new URL(req.url, "http://localhost"), {
    method: req.method,
    headers,
  });
}

export function requireRole(role: Role) {
  return async (req: Req, res: Res, next: () => void): Promise<void> => {
    const options: AuthenticateRequestOptions = {
      authorizedParties: ["https://app.example.com"],
      signInUrl: "/sign-in",
    };
    const state = await clerk.authenticateRequest(toWeb(req), options);
    if (state.status === AuthStatus.Handshake) {
      state.headers.forEach((value, name) => res.set(name, value));
      return res.status(307).json(null);
    }
    if (!state.isSignedIn) {
      return res.status(401).json([state.reason, state.message]);
    }
    const auth: SignedInAuthObject = state.toAuth();
    const claims: CustomJwtSessionClaims = auth.sessionClaims;
    if (claims.metadata.role !== role) return res.status(403).json(null);
    req.auth = auth;
    next();
  };
}

export function describe(auth: SignedInAuthObject): string[] {
  const age: [number, number] | null = auth.factorVerificationAge;
  const permissions: string[] | undefined = auth.orgPermissions;
  const status: "active" | "pending" | null = auth.sessionStatus;
  const role: "org:admin" | "org:member" | undefined = auth.orgRole;
  const may = auth.has({ permission: "org:posts:manage" }) ||
    auth.has({ role: "org:admin" }) || auth.has({ plan: "org:pro" }) ||
    auth.has({ reverification: "strict" });
  // @ts-expect-error: there is no such permission
  auth.has({ permission: "org:posts:mange" });
  return [`${age?.[0]} ${permissions?.length} ${status} ${role} ${may}`];
}

export function idOf(auth: SessionAuthObject): string | null {
  if (auth.isAuthenticated) return auth.userId + auth.sessionClaims.sub;
  const nobody: SignedOutAuthObject = auth;
  return nobody.userId;
}

export function isSession(state: RequestState<"session_token">): boolean {
  return state.tokenType === TokenType.SessionToken;
}

export async function readBearer(token: string): Promise<string> {
  try {
    const { sub, sid, exp, iss, azp, metadata, org_id } = await verifyToken(
      token,
      { secretKey: "sk_test_1", authorizedParties: ["https://a.example"] },
    );
    const role: Role | undefined = metadata.role;
    const texts: string[] = [sub, sid, iss, azp ?? "", org_id ?? ""];
    return `${texts} ${exp.toFixed()} ${role}`;
  } catch (error) {
    if (!(error instanceof TokenVerificationError)) throw error;
    return error.reason === TokenVerificationErrorReason.TokenExpired
      ? "expired"
      : error.getFullMessage();
  }
}

export async function setRole(id: string, role: Role): Promise<User> {
  const user = await clerk.users.updateUserMetadata(id, {
    publicMetadata: { role },
  });
  const found: Role | undefined = user.publicMetadata.role;
  const theme: "dark" | "light" | undefined = user.unsafeMetadata.theme;
  const score: number | undefined = user.privateMetadata.score;
  console.log(found, theme, score);
  return user;
}

export async function listMembers(
  organizationId: string,
): Promise<{ email: string; role: string; title: string | null }[]> {
  const { data } = await clerk.organizations.getOrganizationMembershipList({
    organizationId,
    limit: 100,
    orderBy: "-created_at",
  });
  return data.map((member: OrganizationMembership) => {
    const role: "org:admin" | "org:member" = member.role;
    const email = member.publicUserData?.identifier ?? "";
    return { email, role, title: member.publicMetadata.title ?? null };
  });
}

export async function makeOrganization(by: string): Promise<Organization> {
  const organization = await clerk.organizations.createOrganization({
    name: "Acme",
    createdBy: by,
    publicMetadata: { tier: "gold" },
    privateMetadata: { account: "acc_1" },
  });
  const tier: "gold" | "silver" | undefined = organization.publicMetadata
    ?.tier;
  console.log(tier);
  return organization;
}

export function answerError(error: unknown, res: Res): void {
  if (isClerkAPIResponseError(error)) {
    const [first] = error.errors;
    const parameter: string | undefined = first?.meta?.paramName;
    const cause: string | undefined = error.cause?.message;
    return res.status(error.status).json({
      code: first?.code,
      message: first?.longMessage ?? first?.message,
      retryAfter: error.retryAfter,
      trace: error.clerkTraceId,
      parameter,
      cause,
    });
  }
  const status = error instanceof ClerkAPIResponseError ? error.status : 500;
  res.status(status).json(null);
}
