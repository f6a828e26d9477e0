import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import * as root from "../../compat/mod.ts";
import * as errors from "../../compat/errors.ts";
import * as jwt from "../../compat/jwt.ts";
import * as webhooks from "../../compat/webhooks.ts";

/** The runtime exports of each official entry. Later issues add `internal` and `proxy`. */
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
  "./webhooks": ["verifyWebhook"],
};

/** The resources of a client, and those that later issues add. */
const RESOURCES = [
  "allowlistIdentifiers",
  "betaFeatures",
  "blocklistIdentifiers",
  "domains",
  "instance",
  "interstitial",
  "jwks",
  "jwtTemplates",
  "organizationPermissions",
  "organizationRoles",
  "proxyChecks",
  "redirectUrls",
  "roleSets",
  "templates",
  "testingTokens",
  "users",
  "waitlistEntries",
  "webhooks",
];
const LATER = [
  "__experimental_accountlessApplications",
  "actorTokens",
  "agentTasks",
  "apiKeys",
  "authenticateRequest",
  "billing",
  "clients",
  "debugRequestState",
  "emailAddresses",
  "emails",
  "enterpriseConnections",
  "idPOAuthAccessToken",
  "invitations",
  "m2m",
  "machines",
  "oauthApplications",
  "organizations",
  "phoneNumbers",
  "samlConnections",
  "sessions",
  "signInTokens",
  "signUps",
  "telemetry",
];

describe("the entries of compat", () => {
  const ours: { readonly [entry: string]: object } = {
    ".": root,
    "./errors": errors,
    "./jwt": jwt,
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

  it("gives a client with the resources that are covered", () => {
    const client = root.createClerkClient({ secretKey: "sk_test_x" });
    assertEquals(Object.keys(client).sort(), RESOURCES);
    assertEquals(RESOURCES.filter((name) => LATER.includes(name)), []);
  });
});
