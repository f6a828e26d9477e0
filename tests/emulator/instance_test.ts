import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator } from "../../emulator.ts";
import { unwrap } from "../../mod.ts";
import { call, conform, refused } from "./harness.ts";
import { assertCodes, codeOf, judge } from "./judged_client.ts";

describe("the emulator's redirect URLs", () => {
  it("are made, read, listed and deleted", async () => {
    const { emulator, clerk } = await judge({
      seed: { redirectUrls: ["https://app.example.com/"] },
    });
    const { redirectUrls } = clerk;
    emulator.clock.advance("1s");
    const made = unwrap(
      await redirectUrls.createRedirectUrl({ url: "myapp://callback" }),
    );
    const { data, totalCount } = await redirectUrls.getRedirectUrlList();
    assertEquals([data?.map(({ url }) => url), totalCount], [
      ["myapp://callback", "https://app.example.com/"],
      2,
    ]);
    assertEquals(unwrap(await redirectUrls.getRedirectUrl(made.id)), made);
    assertEquals(
      unwrap(await redirectUrls.deleteRedirectUrl(made.id)).deleted,
      true,
    );
    await assertCodes([
      [redirectUrls.getRedirectUrl(made.id), "404 resource_not_found"],
      [redirectUrls.deleteRedirectUrl(made.id), "404 resource_not_found"],
      [
        redirectUrls.createRedirectUrl({ url: "https://app.example.com/" }),
        "400 duplicate_record url",
      ],
      ...["nowhere", "javascript:alert(1)", "DATA:text/html,x"].map((url) =>
        [
          redirectUrls.createRedirectUrl({ url }),
          "422 form_param_format_invalid url",
        ] as const
      ),
    ]);
  });
});

describe("the emulator's domains", () => {
  it("begin with the primary one, and take satellites", async () => {
    const { emulator, clerk } = await judge();
    const before = JSON.stringify(emulator.snapshot());
    const [primary] = unwrap(await clerk.domains.list());
    assert(primary);
    assertEquals(JSON.stringify(emulator.snapshot()), before);
    assertEquals(
      [primary.name, primary.isSatellite, primary.frontendApiUrl],
      ["127.0.0.1:4640", false, emulator.origin],
    );
    const made = unwrap(
      await clerk.domains.add({ name: "Sat.Example", isSatellite: true }),
    );
    assertEquals(
      [made.name, made.isSatellite, made.frontendApiUrl],
      ["sat.example", true, "https://clerk.sat.example"],
    );
    const changed = unwrap(
      await clerk.domains.update({
        domainId: made.id,
        proxyUrl: "https://sat.example/__clerk",
      }),
    );
    assertEquals(changed.frontendApiUrl, "https://sat.example/__clerk");
    const list = await clerk.domains.list();
    assertEquals([list.data?.map(({ id }) => id), list.totalCount], [
      [primary.id, made.id],
      2,
    ]);
    const gone = unwrap(await clerk.domains.delete(made.id));
    assertEquals(gone.deleted, true);
    await assertCodes([
      [clerk.domains.delete(made.id), "404 resource_not_found"],
      [
        clerk.domains.delete(primary.id),
        "403 operation_not_allowed_on_primary_domain",
      ],
      [
        clerk.domains.add({ name: "127.0.0.1:4640", isSatellite: true }),
        "400 duplicate_record name",
      ],
      [
        clerk.domains.add({ name: "a b", isSatellite: true }),
        "422 form_param_format_invalid name",
      ],
      [
        clerk.domains.update({ domainId: primary.id, proxyUrl: "nowhere" }),
        "422 form_param_format_invalid proxy_url",
      ],
    ]);
  });

  it("are the same in the next run, of an instance with the same keys", async () => {
    const first = await judge();
    const { secretKey, instanceId } = first.emulator;
    unwrap(
      await first.clerk.instance.changeDomain({ homeUrl: "a.example" }),
    );
    const next = await judge({ keys: { secretKey } });
    next.emulator.restore(first.emulator.snapshot());
    assertEquals(next.emulator.instanceId, instanceId);
    assert(first.emulator.instanceId !== (await judge()).emulator.instanceId);
    const listed = unwrap(await next.clerk.domains.list());
    assertEquals(listed, unwrap(await first.clerk.domains.list()));
    assertEquals(listed.map(({ name }) => name), ["a.example"]);
  });

  it("let the primary one move", async () => {
    const { emulator, clerk } = await judge();
    const name = async () => unwrap(await clerk.domains.list())[0]?.name;
    unwrap(await clerk.instance.changeDomain({ homeUrl: "https://a.example" }));
    assertEquals(await name(), "a.example");
    unwrap(await clerk.betaFeatures.changeDomain({ homeUrl: "b.example" }));
    assertEquals(await name(), "b.example");
    const put = await call(emulator, "PUT", "/beta_features/domain", {
      home_url: "c.example",
    });
    assertEquals([put.status, await name()], [202, "c.example"]);
    assertEquals(
      await codeOf(clerk.instance.changeDomain({ homeUrl: "a b" })),
      "422 form_param_format_invalid home_url",
    );
  });

  it("have proxies that can be checked", async () => {
    const { clerk } = await judge();
    const [primary] = unwrap(await clerk.domains.list());
    const domainId = primary?.id ?? "";
    const proxyUrl = "https://app.example.com/__clerk";
    const check = unwrap(
      await clerk.proxyChecks.verify({ domainId, proxyUrl }),
    );
    assertEquals(
      [check.domainId, check.proxyUrl, check.successful],
      [domainId, proxyUrl, true],
    );
    await assertCodes([
      [
        clerk.proxyChecks.verify({ domainId: "dmn_x", proxyUrl }),
        "404 resource_not_found",
      ],
      [
        clerk.proxyChecks.verify({ domainId, proxyUrl: "ftp://x" }),
        "422 form_param_format_invalid proxy_url",
      ],
    ]);
  });
});

describe("the emulator's settings", () => {
  it("are read and changed member by member", async () => {
    const { clerk } = await judge();
    const { instance } = clerk;
    assertEquals(unwrap(await instance.get()).environmentType, "development");
    unwrap(await instance.update({ allowedOrigins: ["app://x"] }));
    assertEquals(unwrap(await instance.get()).allowedOrigins, ["app://x"]);
    unwrap(await instance.updateRestrictions({ allowlist: true }));
    const restrictions = unwrap(
      await instance.updateRestrictions({ blocklist: true, allowlist: null }),
    );
    assertEquals(
      [restrictions.allowlist, restrictions.blocklist],
      [true, true],
    );
    unwrap(await instance.updateProtect({ rulesEnabled: true }));
    const protect = unwrap(await instance.getProtect());
    assertEquals([protect.rulesEnabled, protect.specterEnabled], [true, false]);
    unwrap(await instance.updateCommunication({ blockedCountryCodes: ["AQ"] }));
    assertEquals(
      unwrap(await instance.getCommunication()).blockedCountryCodes,
      ["AQ"],
    );
    unwrap(
      await instance.updateOauthApplicationSettings({
        defaultScopes: ["openid"],
      }),
    );
    assertEquals(
      unwrap(await instance.getOauthApplicationSettings()).defaultScopes,
      ["openid"],
    );
    unwrap(
      await instance.updateOauthApplicationSettings({ defaultScopes: null }),
    );
    assertEquals(
      unwrap(await instance.getOauthApplicationSettings()).defaultScopes,
      null,
    );
  });

  it("of organizations check what they are given", async () => {
    const { clerk } = await judge();
    const { instance } = clerk;
    const before = unwrap(await instance.getOrganizationSettings());
    assertEquals(
      [before.enabled, before.creatorRole, before.domainsEnabled],
      [true, "org:admin", false],
    );
    const after = unwrap(
      await instance.updateOrganizationSettings({
        maxAllowedMemberships: 7,
        domainsEnabled: true,
        domainsEnrollmentModes: ["automatic_invitation"],
      }),
    );
    assertEquals(after, {
      ...before,
      maxAllowedMemberships: 7,
      domainsEnabled: true,
      domainsEnrollmentModes: ["automatic_invitation"],
    });
    assertEquals(unwrap(await instance.getOrganizationSettings()), after);
    const roles = unwrap(
      await clerk.organizationRoles.getOrganizationRoleList(),
    );
    const idOf = (role: string) => roles.find(({ key }) => key === role)?.id;
    const changed = unwrap(
      await instance.updateOrganizationSettings({
        creatorRoleId: idOf("org:admin"),
        domainsDefaultRoleId: idOf("org:admin"),
      }),
    );
    assertEquals(
      [changed.creatorRole, changed.domainsDefaultRole],
      ["org:admin", "org:admin"],
    );
    await assertCodes([
      [
        instance.updateOrganizationSettings({
          creatorRoleId: idOf("org:member"),
        }),
        "422 organization_missing_creator_role_permissions",
      ],
      [
        instance.updateOrganizationSettings({ maxAllowedMemberships: -1 }),
        "422 form_param_value_invalid max_allowed_memberships",
      ],
      [
        instance.updateOrganizationSettings({ creatorRoleId: "nobody" }),
        "404 resource_not_found",
      ],
    ]);
  });

  it("of beta features are kept with the others", async () => {
    const emulator = await createEmulator();
    const path = "/beta_features/instance_settings";
    const { body } = await call(emulator, "PATCH", path, {
      restricted_to_allowlist: true,
      test_mode: false,
    });
    conform("InstanceSettings", body);
    assertEquals(
      [body.id, body.restricted_to_allowlist, body.test_mode],
      [emulator.instanceId, true, undefined],
    );
    const again = await call(emulator, "PATCH", path, {});
    assertEquals(again.body, body);
    assertEquals(
      await refused(emulator, "PATCH", path, { test_mode: "no" }),
      { status: 422, code: "form_param_type_invalid", param: "test_mode" },
    );
    await emulator.reset();
    const fresh = await call(emulator, "PATCH", path, {});
    assertEquals(fresh.body.restricted_to_allowlist, false);
  });
});
