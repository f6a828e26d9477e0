import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import * as root from "../../compat/mod.ts";
import * as errors from "../../compat/errors.ts";
import * as jwt from "../../compat/jwt.ts";
import * as internal from "../../compat/internal.ts";
import * as proxy from "../../compat/proxy.ts";
import * as webhooks from "../../compat/webhooks.ts";

/** The runtime exports of each official entry. */
const OFFICIAL: { readonly [entry: string]: readonly string[] } = {
  ".": ["createClerkClient", "verifyToken"],
  "./errors": [
    "ClerkAPIResponseError",
    "MachineTokenVerificationError",
    "MachineTokenVerificationErrorCode",
    "SignJWTError",
    "TokenVerificationError",
    "TokenVerificationErrorAction",
    "TokenVerificationErrorCode",
    "TokenVerificationErrorReason",
    "isClerkAPIResponseError",
  ],
  "./jwt": ["decodeJwt", "hasValidSignature", "signJwt", "verifyJwt"],
  "./internal": [
    "AuthStatus",
    "TokenType",
    "authenticatedMachineObject",
    "constants",
    "createAuthenticateRequest",
    "createBootstrapSignedOutState",
    "createClerkRequest",
    "createRedirect",
    "debugRequestState",
    "decorateObjectWithResources",
    "getAuthObjectForAcceptedToken",
    "getAuthObjectFromJwt",
    "invalidTokenAuthObject",
    "isMachineToken",
    "isMachineTokenByPrefix",
    "isTokenTypeAccepted",
    "makeAuthObjectSerializable",
    "reverificationError",
    "reverificationErrorResponse",
    "signedInAuthObject",
    "signedOutAuthObject",
    "stripPrivateDataFromObject",
    "unauthenticatedMachineObject",
    "verifyMachineAuthToken",
  ],
  "./proxy": [
    "DEFAULT_PROXY_PATH",
    "clerkFrontendApiProxy",
    "fapiUrlFromPublishableKey",
    "matchProxyPath",
    "stripTrailingSlashes",
  ],
  "./webhooks": ["verifyWebhook"],
};

/** The members of the official client beside its resources. */
const FUNCTIONS = ["authenticateRequest", "debugRequestState"];

/** The resources of the official client. */
const OFFICIAL_RESOURCES = [
  "__experimental_accountlessApplications",
  "actorTokens",
  "agentTasks",
  "allowlistIdentifiers",
  "apiKeys",
  "betaFeatures",
  "billing",
  "blocklistIdentifiers",
  "clients",
  "domains",
  "emailAddresses",
  "emails",
  "enterpriseConnections",
  "idPOAuthAccessToken",
  "instance",
  "invitations",
  "jwks",
  "jwtTemplates",
  "m2m",
  "machines",
  "oauthApplications",
  "organizationPermissions",
  "organizationRoles",
  "organizations",
  "phoneNumbers",
  "proxyChecks",
  "redirectUrls",
  "roleSets",
  "samlConnections",
  "sessions",
  "signInTokens",
  "signUps",
  "testingTokens",
  "users",
  "waitlistEntries",
  "webhooks",
];

describe("the entries of compat", () => {
  const ours: { readonly [entry: string]: object } = {
    ".": root,
    "./errors": errors,
    "./jwt": jwt,
    "./internal": internal,
    "./proxy": proxy,
    "./webhooks": webhooks,
  };
  for (const [entry, names] of Object.entries(OFFICIAL)) {
    it(`${entry} has the official runtime exports and no other`, () => {
      const found = Object.keys(ours[entry] ?? {}).filter((name) =>
        name !== "default" && name !== "__esModule"
      );
      assertEquals(found.sort(), [...names].sort());
    });
  }

  it("gives a client with every official member", () => {
    const client = root.createClerkClient({ secretKey: "sk_test_x" });
    const members = [...OFFICIAL_RESOURCES, ...FUNCTIONS];
    assertEquals(members.filter((name) => !(name in client)), []);
  });
});
