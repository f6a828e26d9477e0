import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { unwrap } from "../../mod.ts";
import { assertCodes, codeOf, judge } from "./judged_client.ts";

const T0 = Date.UTC(2026, 0, 1);
const ADA = `user_${"a".repeat(27)}`;

async function setUp() {
  const judged = await judge({
    seed: { users: [{ id: ADA, emailAddress: ["ada@example.com"] }] },
  });
  judged.emulator.clock.freeze(T0);
  return judged;
}

describe("the emulator's OAuth applications", () => {
  it("are made, read, changed and deleted", async () => {
    const { emulator, clerk } = await setUp();
    const { oauthApplications } = clerk;
    const made = unwrap(
      await oauthApplications.create({
        name: "Tool",
        redirectUris: ["https://tool.example/callback"],
      }),
    );
    const { clientSecret, ...shown } = made;
    assert(clientSecret);
    assertEquals(
      [made.scopes, made.public, made.pkceRequired, made.clientImageUrl],
      ["profile email", false, false, null],
    );
    assertEquals(made.authorizeUrl, `${emulator.origin}/oauth/authorize`);
    const oauthApplicationId = made.id;
    assertEquals(
      unwrap(await oauthApplications.get(oauthApplicationId)),
      shown,
    );
    emulator.clock.advance("1s");
    const changed = unwrap(
      await oauthApplications.update({
        oauthApplicationId,
        name: "Other",
        scopes: "openid",
        pkceRequired: true,
      }),
    );
    assertEquals(changed, {
      ...shown,
      name: "Other",
      scopes: "openid",
      pkceRequired: true,
      updatedAt: T0 + 1_000,
    });
    const logo = unwrap(
      await oauthApplications.updateLogo(oauthApplicationId, {
        file: new Blob(["x"]),
      }),
    );
    assert(logo.clientImageUrl?.startsWith(emulator.origin));
    const gone = unwrap(await oauthApplications.delete(oauthApplicationId));
    assertEquals(gone.deleted, true);
    assertEquals(
      await codeOf(oauthApplications.get(oauthApplicationId)),
      "404 resource_not_found",
    );
  });

  it("get another secret, but for public ones", async () => {
    const { clerk } = await setUp();
    const { oauthApplications } = clerk;
    const made = unwrap(await oauthApplications.create({ name: "Tool" }));
    const again = unwrap(await oauthApplications.rotateSecret(made.id));
    assert(again.clientSecret);
    assert(again.clientSecret !== made.clientSecret);
    const open = unwrap(
      await oauthApplications.create({ name: "CLI", public: true }),
    );
    assertEquals(
      [open.clientSecret, open.pkceRequired],
      [undefined, true],
    );
    const lax = { name: "CLI", public: true, pkceRequired: false };
    await assertCodes([
      [oauthApplications.rotateSecret(open.id), "403 authorization_invalid"],
      [
        oauthApplications.create(lax),
        "422 form_public_client_requires_pkce pkce_required",
      ],
      [
        oauthApplications.update({
          oauthApplicationId: open.id,
          pkceRequired: false,
        }),
        "422 form_public_client_requires_pkce pkce_required",
      ],
    ]);
    const closed = { oauthApplicationId: open.id, public: false };
    unwrap(await oauthApplications.update(closed));
    assert(unwrap(await oauthApplications.rotateSecret(open.id)).clientSecret);
  });

  it("are listed by name and order", async () => {
    const { emulator, clerk } = await setUp();
    for (const name of ["Beta", "alpha", "Gamma"]) {
      emulator.clock.advance("1s");
      await clerk.oauthApplications.create({ name });
    }
    const names = async (params: object) =>
      (await clerk.oauthApplications.list(params)).data
        ?.map(({ name }) => name);
    assertEquals(await names({}), ["Gamma", "alpha", "Beta"]);
    assertEquals(await names({ orderBy: "+name" }), ["alpha", "Beta", "Gamma"]);
    assertEquals(await names({ nameQuery: "ET" }), ["Beta"]);
    assertEquals(await names({ limit: 1, offset: 1 }), ["alpha"]);
    assertEquals((await clerk.oauthApplications.list()).totalCount, 3);
  });

  it("are refused with the code of each reason", async () => {
    const { clerk } = await setUp();
    const { oauthApplications } = clerk;
    const no = "404 resource_not_found";
    const oauthApplicationId = "oa_x";
    await assertCodes([
      [oauthApplications.get("oa_x"), no],
      [oauthApplications.delete("oa_x"), no],
      [oauthApplications.rotateSecret("oa_x"), no],
      [oauthApplications.update({ oauthApplicationId, name: "A" }), no],
      [
        oauthApplications.updateLogo("oa_x", { file: new Blob(["x"]) }),
        no,
      ],
      [oauthApplications.create({ name: "" }), "422 form_param_nil name"],
      [
        oauthApplications.create({ name: "a".repeat(257) }),
        "422 form_param_max_length_exceeded name",
      ],
      [
        oauthApplications.create({
          name: "A",
          redirectUris: ["javascript:alert(1)"],
        }),
        "422 form_param_format_invalid redirect_uris",
      ],
      [
        oauthApplications.list({ orderBy: "size" as "name" }),
        "422 form_param_value_invalid order_by",
      ],
    ]);
  });
});

describe("the emulator's OAuth access tokens", () => {
  for (const format of ["jwt", "opaque"] as const) {
    it(`are verified until they are over or revoked: ${format}`, async () => {
      const { emulator, clerk } = await setUp();
      const application = unwrap(
        await clerk.oauthApplications.create({ name: "Tool" }),
      );
      const make = () =>
        emulator.tokens.oauth(ADA, {
          format,
          clientId: application.clientId,
          scopes: ["openid", "email"],
          expiresIn: "5m",
        });
      const [one, two] = [await make(), await make()];
      assertEquals(one.startsWith("oat_"), format === "opaque");
      const verify = (token: string) => clerk.idPOAuthAccessToken.verify(token);
      const seen = unwrap(await verify(one));
      assertEquals(
        [seen.clientId, seen.subject, seen.scopes, seen.expiration],
        [application.clientId, ADA, ["openid", "email"], T0 + 300_000],
      );
      const oauthApplicationId = application.id;
      const revoke = (token: string, id = oauthApplicationId) =>
        clerk.oauthApplications.revokeToken({
          oauthApplicationId: id,
          token,
        });
      const other = unwrap(
        await clerk.oauthApplications.create({ name: "Other" }),
      );
      assertEquals(
        await codeOf(revoke(one, other.id)),
        "404 resource_not_found",
      );
      assertEquals(await codeOf(revoke("oat_x")), "404 resource_not_found");
      unwrap(await verify(one));
      assertEquals(await codeOf(revoke(one)), "");
      assertEquals(await codeOf(verify(one)), "200 token-invalid");
      unwrap(await verify(two));
      emulator.clock.advance("5m");
      assertEquals(await codeOf(verify(two)), "200 token-invalid");
      assertEquals(await codeOf(verify("oat_x")), "404 resource_not_found");
    });
  }

  it("go with their application and with their user", async () => {
    const { emulator, clerk } = await setUp();
    const { id, clientId } = unwrap(
      await clerk.oauthApplications.create({ name: "Tool" }),
    );
    const kept = () => emulator.snapshot().tables.oauthTokens?.length;
    await emulator.tokens.oauth(ADA, { clientId });
    await emulator.tokens.oauth(ADA);
    assertEquals(kept(), 2);
    await clerk.oauthApplications.delete(id);
    assertEquals(kept(), 1);
    await clerk.users.deleteUser(ADA);
    assertEquals(kept(), 0);
  });
});
