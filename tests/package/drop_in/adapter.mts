// The middleware of a framework, on what adapters are built on.
import {
  type AuthObject,
  type ClerkOptions,
  createClerkClient,
  type Organization,
  type User,
  verifyToken,
  type VerifyTokenOptions,
} from "@clerk/backend";
import {
  type AuthenticateRequestOptions,
  AuthStatus,
  type ClerkRequest,
  constants,
  createAuthenticateRequest,
  type CreateAuthenticateRequestOptions,
  createClerkRequest,
  createRedirect,
  debugRequestState,
  decorateObjectWithResources,
  getAuthObjectForAcceptedToken,
  getAuthObjectFromJwt,
  isTokenTypeAccepted,
  makeAuthObjectSerializable,
  type OrganizationSyncOptions,
  type RedirectFun,
  type RequestState,
  reverificationErrorResponse,
  signedInAuthObject,
  type SignedInAuthObjectOptions,
  type SignedInState,
  signedOutAuthObject,
  type SignedOutState,
  stripPrivateDataFromObject,
  TokenType,
} from "@clerk/backend/internal";
import {
  decodeJwt,
  hasValidSignature,
  signJwt,
  type SignJwtOptions,
  verifyJwt,
  type VerifyJwtOptions,
} from "@clerk/backend/jwt";
import {
  clerkFrontendApiProxy,
  type FrontendApiProxyOptions,
  matchProxyPath,
} from "@clerk/backend/proxy";

const options: ClerkOptions = {
  secretKey: "sk_test_1",
  publishableKey: "pk_test_1",
  apiUrl: "https://api.clerk.com",
  apiVersion: "v1",
  userAgent: "adapter",
  isSatellite: false,
};

export interface Context {
  req: ClerkRequest;
  options: AuthenticateRequestOptions & { debug?: boolean };
}

export async function middleware(
  request: Request,
  own: Partial<AuthenticateRequestOptions> = {},
): Promise<Response> {
  const req = createClerkRequest(request);
  const organizationSyncOptions: OrganizationSyncOptions = {
    organizationPatterns: ["/orgs/:slug"],
    personalAccountPatterns: ["/me"],
  };
  const state = await createClerkClient(options).authenticateRequest(req, {
    ...own,
    organizationSyncOptions,
    signInUrl: "/sign-in",
    acceptsToken: "any",
  });
  if (state.headers.get(constants.Headers.Location)) {
    return new Response(null, { status: 307, headers: state.headers });
  }
  if (state.status === AuthStatus.Handshake) throw new Error("No location");
  const cookie: string | undefined = req.cookies.get(constants.Cookies.Session);
  const isForeign: boolean = req.clerkUrl.isCrossOrigin("https://a.example");
  const { url, headers } = req.toJSON();
  console.log(cookie, isForeign, req.clerkUrl.pathname, url, headers);
  for (const [name, value] of req.cookies) console.log(name, value);
  return Response.json(makeAuthObjectSerializable(state.toAuth()));
}

export async function serverProps(
  auth: AuthObject,
  settings: SignedInAuthObjectOptions,
): Promise<object> {
  const props: { user?: User | null; organization?: Organization | null } = {};
  const loaded = await decorateObjectWithResources(props, auth, {
    ...settings,
    loadUser: true,
    loadOrganization: true,
  });
  return stripPrivateDataFromObject({ ...auth, ...loaded });
}

export function fromToken(token: string): AuthObject {
  const jwt = decodeJwt(token);
  const texts: string[] = [jwt.header.kid, jwt.header.alg, jwt.raw.text];
  console.log(texts, jwt.payload.sub, jwt.signature.length);
  const auth = getAuthObjectFromJwt(jwt, { treatPendingAsSignedOut: false });
  return auth.userId ? auth : signedOutAuthObject({ token });
}

export function mayPost(
  claims: Parameters<typeof signedInAuthObject>[2],
): boolean {
  const auth = signedInAuthObject({}, "token", claims);
  return auth.has({ feature: "posts" }) && auth.has({ role: "org:admin" });
}

export function toSignIn(returnBackUrl: string): Response {
  const { redirectToSignIn } = createRedirect({
    redirectAdapter: (location: string) =>
      new Response(null, { status: 307, headers: { location } }),
    baseUrl: "https://app.example.com",
    signInUrl: "/sign-in",
    publishableKey: "pk_test_1",
    sessionStatus: "active",
  });
  const redirect: RedirectFun<Response> = redirectToSignIn;
  return redirect({ returnBackUrl });
}

export async function tokens(key: string): Promise<string> {
  const sign: SignJwtOptions = { algorithm: "RS256", header: { kid: "ins_1" } };
  const verify: VerifyJwtOptions = { key, audience: ["a"], clockSkewInMs: 10 };
  const other: VerifyTokenOptions = { jwtKey: key, audience: "a" };
  const token: string = await signJwt({ sub: "user_1" }, key, sign);
  const { sub } = await verifyJwt(token, verify);
  const { sid } = await verifyToken(token, other);
  return `${await hasValidSignature(decodeJwt(token), key)} ${sub} ${sid}`;
}

export async function proxy(request: Request): Promise<Response | undefined> {
  const settings: FrontendApiProxyOptions = { proxyPath: "/__clerk" };
  return matchProxyPath(request, settings)
    ? await clerkFrontendApiProxy(request, settings)
    : undefined;
}

export function authenticator(given: CreateAuthenticateRequestOptions) {
  return createAuthenticateRequest(given).authenticateRequest;
}

export function explain(state: RequestState): string {
  const { isSignedIn, reason, message } = debugRequestState(state);
  return `${isSignedIn} ${reason} ${message}`;
}

export function reasonOf(state: SignedInState | SignedOutState): string {
  return state.isSignedIn ? state.toAuth().userId : state.reason;
}

export function forKeys(authObject: AuthObject): AuthObject | Response {
  return isTokenTypeAccepted("api_key", ["api_key", "oauth_token"])
    ? getAuthObjectForAcceptedToken({
      authObject,
      acceptsToken: TokenType.ApiKey,
    })
    : reverificationErrorResponse("strict");
}
