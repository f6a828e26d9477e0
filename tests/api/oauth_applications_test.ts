import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { OAuthApplicationsApi } from "../../src/api/oauth_applications.ts";
import { type Row, setUp, testOperations } from "./operations.ts";

const applicationJson = {
  object: "oauth_application",
  id: "oauthapp_1",
  instance_id: "ins_1",
  name: "Notes",
  client_id: "client_1",
  client_uri: null,
  client_image_url: null,
  dynamically_registered: false,
  consent_screen_enabled: true,
  pkce_required: false,
  public: false,
  scopes: "profile email",
  redirect_uris: ["https://notes.example/callback"],
  callback_url: "https://notes.example/callback",
  authorize_url: "https://clerk.example.com/oauth/authorize",
  token_fetch_url: "https://clerk.example.com/oauth/token",
  user_info_url: "https://clerk.example.com/oauth/userinfo",
  discovery_url: "https://clerk.example.com/.well-known/openid-configuration",
  token_introspection_url: "https://clerk.example.com/oauth/token_info",
  created_at: 1,
  updated_at: 2,
};
const application = {
  object: "oauth_application",
  id: "oauthapp_1",
  instanceId: "ins_1",
  name: "Notes",
  clientId: "client_1",
  clientUri: null,
  clientImageUrl: null,
  dynamicallyRegistered: false,
  consentScreenEnabled: true,
  pkceRequired: false,
  public: false,
  scopes: "profile email",
  redirectUris: ["https://notes.example/callback"],
  callbackUrl: "https://notes.example/callback",
  authorizeUrl: "https://clerk.example.com/oauth/authorize",
  tokenFetchUrl: "https://clerk.example.com/oauth/token",
  userInfoUrl: "https://clerk.example.com/oauth/userinfo",
  discoveryUrl: "https://clerk.example.com/.well-known/openid-configuration",
  tokenIntrospectionUrl: "https://clerk.example.com/oauth/token_info",
  createdAt: 1,
  updatedAt: 2,
};

const settings = {
  redirectUris: ["https://notes.example/callback"],
  callbackUrl: "https://notes.example/callback",
  scopes: "email",
  consentScreenEnabled: false,
  pkceRequired: true,
  public: true,
};
const settingsBody = {
  redirect_uris: ["https://notes.example/callback"],
  callback_url: "https://notes.example/callback",
  scopes: "email",
  consent_screen_enabled: false,
  pkce_required: true,
  public: true,
};
const logo = new File(["png"], "logo.png", { type: "image/png" });

const rows: readonly Row<OAuthApplicationsApi>[] = [
  {
    operation: "ListOAuthApplications",
    call: (applications) =>
      applications.list({
        nameQuery: "no",
        orderBy: "-created_at",
        limit: 1,
        offset: 2,
      }),
    sends:
      "GET /v1/oauth_applications?name_query=no&order_by=-created_at&limit=1&offset=2",
    answer: { data: [applicationJson], total_count: 3 },
    data: [application],
    totalCount: 3,
  },
  {
    operation: "GetOAuthApplication",
    call: (applications) => applications.get("oauthapp_1"),
    sends: "GET /v1/oauth_applications/oauthapp_1",
    answer: applicationJson,
    data: application,
  },
  {
    operation: "CreateOAuthApplication",
    call: (applications) => applications.create({ name: "Notes", ...settings }),
    sends: "POST /v1/oauth_applications",
    body: { name: "Notes", ...settingsBody },
    answer: { ...applicationJson, client_secret: "secret" },
    data: { ...application, clientSecret: "secret" },
  },
  {
    operation: "UpdateOAuthApplication",
    call: (applications) =>
      applications.update({
        oauthApplicationId: "oauthapp_1",
        name: null,
        ...settings,
      }),
    sends: "PATCH /v1/oauth_applications/oauthapp_1",
    body: { name: null, ...settingsBody },
  },
  {
    operation: "DeleteOAuthApplication",
    call: (applications) => applications.delete("oauthapp_1"),
    sends: "DELETE /v1/oauth_applications/oauthapp_1",
  },
  {
    operation: "UploadOAuthApplicationLogo",
    call: (applications) =>
      applications.updateLogo("oauthapp_1", { file: logo }),
    sends: "PUT /v1/oauth_applications/oauthapp_1/logo",
    body: "form",
    answer: applicationJson,
    data: application,
  },
  {
    operation: "RotateOAuthApplicationSecret",
    call: (applications) => applications.rotateSecret("oauthapp_1"),
    sends: "POST /v1/oauth_applications/oauthapp_1/rotate_secret",
  },
  {
    operation: "RevokeOAuthApplicationToken",
    call: (applications) =>
      applications.revokeToken({
        oauthApplicationId: "oauthapp_1",
        token: "oat_secret",
      }),
    sends: "POST /v1/oauth_applications/oauthapp_1/revoke_token",
    body: { token: "oat_secret" },
  },
];

testOperations("oauthApplications", rows, [
  /^\/oauth_applications(?!\/access_tokens)/,
]);

describe("oauthApplications", () => {
  it("gives nothing when a token was revoked", async () => {
    const { clerk } = setUp(() => new Response(null, { status: 204 }));
    const outcome = await clerk.oauthApplications.revokeToken({
      oauthApplicationId: "oauthapp_1",
      token: "oat_secret",
    });
    assertEquals(outcome, { data: undefined, errors: undefined });
  });

  it("sends a logo as it is, and who sends it", async () => {
    const { clerk, sent } = setUp(() => applicationJson);
    await clerk.oauthApplications.updateLogo("oauthapp_1", {
      file: logo,
      uploaderUserId: "user_1",
    });
    const [request] = sent;
    assert(request?.body instanceof FormData);
    const part = request.body.get("file");
    assert(part instanceof File);
    assertEquals([part.name, part.type], ["logo.png", "image/png"]);
    assertEquals(await part.text(), "png");
    assertEquals(request.body.get("uploader_user_id"), "user_1");
    assertEquals([...request.body.keys()].sort(), ["file", "uploader_user_id"]);
  });
});
