import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { Seed } from "../../emulator.ts";
import { unwrap } from "../../mod.ts";
import { assertCodes, judge } from "./judged_client.ts";

const ORG = { organizationId: "org_1" } as const;

const SEED: Seed = {
  settings: {
    organizations: {
      domains_enabled: true,
      domains_enrollment_modes: [
        "automatic_invitation",
        "automatic_suggestion",
      ],
    },
  },
  organizations: [
    {
      id: "org_1",
      name: "Acme",
      createdAt: 1_000,
      domains: [
        { name: "b.example" },
        {
          name: "a.example",
          verified: false,
          enrollmentMode: "automatic_invitation",
        },
      ],
    },
    {
      id: "org_2",
      name: "Other",
      createdAt: 2_000,
      domains: [
        { name: "c.test", enrollmentMode: "automatic_suggestion" },
      ],
    },
  ],
};

describe("the emulator's domains of organizations", () => {
  it("are made, changed, proven and deleted", async () => {
    const { clerk, emulator, heard } = await judge({ seed: SEED });
    const { organizations } = clerk;
    emulator.clock.freeze(Date.UTC(2026, 0, 1));
    const made = unwrap(
      await organizations.createOrganizationDomain({
        ...ORG,
        name: "New.Example",
        enrollmentMode: "automatic_suggestion",
        verified: false,
      }),
    );
    assert(/^orgdmn_\w{27}$/.test(made.id));
    assertEquals(
      [made.name, made.affiliationVerification, made.organizationId],
      ["new.example", null, "org_1"],
    );
    assertEquals(made.publicOrganizationData?.slug, "acme");
    const id = { ...ORG, domainId: made.id };
    const changed = unwrap(
      await organizations.updateOrganizationDomain({
        ...id,
        verified: true,
        enrollmentMode: "manual_invitation",
      }),
    );
    assertEquals(changed.enrollmentMode, "manual_invitation");
    assertEquals(
      [
        changed.affiliationVerification?.status,
        changed.affiliationVerification?.verifiedAt,
      ],
      ["verified", Date.UTC(2026, 0, 1)],
    );
    assertEquals(changed.ownershipVerification, null);
    await heard();
    const proven = unwrap(
      await organizations.verifyOrganizationDomainOwnership(id),
    );
    assertEquals(proven.ownershipVerification?.strategy, "manual_override");
    emulator.clock.advance("1h");
    const again = await organizations.verifyOrganizationDomainOwnership(id);
    assertEquals(again.data, proven);
    const gone = await organizations.deleteOrganizationDomain(id);
    assertEquals(gone.data, {
      object: "organization_domain",
      id: made.id,
      deleted: true,
    });
    assertEquals(await heard(), [
      "organizationDomain.updated",
      "organizationDomain.deleted",
    ]);
  });

  it("are listed by what they are, of one organization or all", async () => {
    const { clerk } = await judge({ seed: SEED });
    const {
      getOrganizationDomainList: one,
      getInstanceOrganizationDomainList: all,
    } = clerk.organizations;
    const cases = [
      [one(ORG), "ab 2"],
      [one({ ...ORG, verified: true }), "b 1"],
      [one({ ...ORG, verified: false }), "a 1"],
      [one({ ...ORG, enrollmentMode: "automatic_invitation" }), "a 1"],
      [one({ ...ORG, limit: 1, offset: 1 }), "b 2"],
      [all(), "cab 3"],
      [all({ orderBy: "name" }), "abc 3"],
      [all({ organizationId: "org_2" }), "c 1"],
      [all({ query: "EXAMPLE" }), "ab 2"],
      [all({ query: "org_2" }), "c 1"],
      [all({ verified: true }), "cb 2"],
      [all({ domains: ["c.test", "b.example"] }), "cb 2"],
      [
        all({
          enrollmentMode: ["automatic_suggestion", "manual_invitation"],
        }),
        "cb 2",
      ],
      [all({ enrollmentMode: ["-manual_invitation"] }), "ca 2"],
    ] as const;
    for (const [i, [list, expected]] of cases.entries()) {
      const { data, totalCount } = await list;
      const names = (data ?? []).map(({ name }) => name.charAt(0)).join("");
      assertEquals(`${names} ${totalCount}`, expected, `case ${i}`);
    }
  });

  it("say no, each time with its code", async () => {
    const { clerk, emulator } = await judge({ seed: SEED });
    const { organizations } = clerk;
    const create = (name: string, params: object = {}) =>
      organizations.createOrganizationDomain({
        ...ORG,
        name,
        enrollmentMode: "manual_invitation",
        ...params,
      });
    const [seeded] = unwrap(
      await organizations.getOrganizationDomainList(ORG),
    );
    const id = { domainId: seeded?.id ?? "" };
    await assertCodes([
      [create("nothing"), "422 form_param_format_invalid name"],
      [create("gmail.com"), "422 organization_domain_common name"],
      [create("C.test"), "422 organization_domain_already_exists name"],
      [
        create(seeded?.name ?? ""),
        "422 organization_domain_already_exists_same_organization name",
      ],
      [
        create("x.test", { enrollmentMode: "enterprise_sso" }),
        "422 form_param_value_invalid enrollment_mode",
      ],
      [create("x.test", { organizationId: "org_x" }), "404 resource_not_found"],
      [
        organizations.updateOrganizationDomain({
          ...ORG,
          ...id,
          name: "c.test",
        }),
        "422 organization_domain_already_exists name",
      ],
      [
        organizations.deleteOrganizationDomain({
          organizationId: "org_2",
          ...id,
        }),
        "404 resource_not_found",
      ],
    ]);
    await emulator.seed({
      organizations: [{
        id: "org_3",
        name: "Many",
        domains: Array.from({ length: 10 }, (_, i) => ({ name: `m${i}.test` })),
      }],
    });
    await assertCodes([[
      create("x.test", { organizationId: "org_3" }),
      "403 organization_domain_quota_exceeded",
    ]]);
  });
});
