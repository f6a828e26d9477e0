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
  "apiKeys",
  "idPOAuthAccessToken",
  "jwks",
  "m2m",
  "machines",
  "oauthApplications",
  "users",
];
const LATER = [
  "__experimental_accountlessApplications",
  "actorTokens",
  "agentTasks",
  "allowlistIdentifiers",
  "authenticateRequest",
  "betaFeatures",
  "billing",
  "blocklistIdentifiers",
  "clients",
  "debugRequestState",
  "domains",
  "emailAddresses",
  "emails",
  "enterpriseConnections",
  "instance",
  "invitations",
  "jwtTemplates",
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
  "telemetry",
  "testingTokens",
  "waitlistEntries",
  "webhooks",
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
