import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { OrganizationsApi } from "../../src/api/organizations.ts";
import { setUp, testOperations } from "./operations.ts";
import { organizationsOperations } from "./organizations_operations.ts";
import { bodyOf, lineOf, refuse } from "./recorder.ts";
import { metadata } from "./user_json.ts";

testOperations("organizations", organizationsOperations, [
  /^\/organizations\b(?!.*\/billing\/subscription$)/,
  /^\/organization_(?:memberships|invitations|domains)\b/,
]);

type Call = readonly [keyof OrganizationsApi, ...unknown[]];

describe("organizations: what is no argument", () => {
  it("gives an error and sends nothing", async () => {
    const { clerk, sent } = setUp(() => ({ data: [] }));
    const id = { organizationId: "org_1" };
    const wrong: readonly Call[] = [
      ["getOrganization"],
      ["getOrganization", null],
      ["getOrganization", "org_1"],
      ["getOrganization", {}],
      ["getOrganization", { organizationId: "" }],
      ["getOrganization", { organizationId: "", slug: "acme" }],
      ["getOrganization", { slug: ".." }],
      ["updateOrganization", undefined, { name: "Acme" }],
      ["updateOrganization", "", { publicMetadata: {} }],
      ["deleteOrganization", ""],
      ["getOrganizationList", { organizationId: [] }],
      ["getOrganizationMembershipList", { ...id, role: [] }],
      ["getOrganizationMembershipList", {}],
      ["updateOrganizationMembership", { ...id, role: "org:admin" }],
      ["deleteOrganizationMembership", { ...id, userId: "" }],
      ["updateOrganizationMembershipMetadata", { userId: "user_1" }],
      ["getOrganizationInvitationList", { ...id, status: [] }],
      ["createOrganizationInvitationBulk", "org_1"],
      ["createOrganizationInvitationBulk", "org_1", []],
      ["createOrganizationInvitationBulk", "org_1", { role: "org:admin" }],
      ["createOrganizationInvitationBulk", "", [{}]],
      ["revokeOrganizationInvitation", { ...id, invitationId: "" }],
      ["createOrganizationDomain"],
      ["createOrganizationDomain", null],
      ["createOrganizationDomain", { name: "example.com" }],
      ["getInstanceOrganizationDomainList", { enrollmentMode: [] }],
      ["updateOrganizationLogo", "org_1", { file: { name: "logo.png" } }],
    ];
    for (const [name, ...args] of wrong) {
      const call = Reflect.apply(clerk.organizations[name], undefined, args);
      const what = `${name}(${JSON.stringify(args)})`;
      assertEquals((await call).errors?.[0]?.code, "invalid_argument", what);
    }
    assertEquals(sent.length, 0);
  });
});

describe("organizations: getOrganization", () => {
  it("is led nowhere else by a slug", async () => {
    const { clerk, sent } = setUp(() => ({}));
    await clerk.organizations.getOrganization({ slug: "a/b?c#d" });
    assertEquals(sent.map(lineOf), ["GET /v1/organizations/a%2Fb%3Fc%23d"]);
  });

  it("goes by the id when both are there", async () => {
    const { clerk, sent } = setUp(() => ({}));
    // @ts-expect-error: one or the other
    const both: Parameters<OrganizationsApi["getOrganization"]>[0] = {
      organizationId: "org_1",
      slug: "acme",
    };
    await clerk.organizations.getOrganization(both);
    assertEquals(sent.map(lineOf), ["GET /v1/organizations/org_1"]);
  });

  it("takes options after the parameters", async () => {
    const { clerk, sent } = setUp(() => ({}));
    const { errors } = await clerk.organizations.getOrganization(
      { slug: "acme" },
      { signal: AbortSignal.abort() },
    );
    assertEquals(errors?.[0].code, "aborted");
    assertEquals(sent.length, 0);
  });
});

describe("organizations: updateOrganization", () => {
  it("changes first, then replaces metadata", async () => {
    const { clerk, sent } = setUp(({ method }) => ({ id: method }));
    const { data } = await clerk.organizations.updateOrganization("org_1", {
      name: "Acme",
      publicMetadata: metadata,
      privateMetadata: {},
    });
    assertEquals(sent.map(lineOf), [
      "PATCH /v1/organizations/org_1",
      "PUT /v1/organizations/org_1/metadata",
    ]);
    assertEquals(sent.map(bodyOf), [
      { name: "Acme" },
      { public_metadata: metadata, private_metadata: {} },
    ]);
    assertEquals(data?.id, "PUT");
  });

  it("sends nothing more when the first request fails", async () => {
    const { clerk, sent } = setUp(() => refuse(422, "form_param_invalid"));
    const { errors } = await clerk.organizations.updateOrganization("org_1", {
      name: "",
      publicMetadata: {},
    });
    assertEquals(errors?.[0].code, "form_param_invalid");
    assertEquals(errors?.[0].meta?.applied, undefined);
    assertEquals(sent.length, 1);
  });

  it("says what was applied when the second request fails", async () => {
    const { clerk } = setUp(({ method }) =>
      method === "PUT" ? refuse(422, "too_big") : {}
    );
    const { errors } = await clerk.organizations.updateOrganization("org_1", {
      name: "Acme",
      slug: undefined,
      maxAllowedMemberships: 0,
      publicMetadata: {},
    });
    assertEquals(errors?.[0].code, "too_big");
    const applied = ["name", "maxAllowedMemberships"];
    assertEquals(errors?.[0].meta?.applied, applied);
    assertStringIncludes(errors?.[0].message ?? "", applied.join(", "));
  });
});

describe("organizations: updateOrganizationLogo", () => {
  it("sends a File, a Blob or bytes, and who uploads it", async () => {
    const png = { type: "image/png" };
    const file = new File(["png"], "logo.png", png);
    const blob = new Blob(["png"], png);
    const bytes = new TextEncoder().encode("-png-").subarray(1, 4);
    const cases = [
      [{ file }, "logo.png", "image/png"],
      [{ file: blob }, "file", "image/png"],
      [{ file: bytes, fileName: "a.png" }, "a.png", ""],
    ] as const;
    for (const [params, name, type] of cases) {
      const { clerk, sent } = setUp(() => ({}));
      await clerk.organizations.updateOrganizationLogo("org_1", {
        ...params,
        uploaderUserId: "user_1",
      });
      const form = sent[0]?.body;
      assert(form instanceof FormData);
      assertEquals([...form.keys()].sort(), ["file", "uploader_user_id"]);
      assertEquals(form.get("uploader_user_id"), "user_1");
      const part = form.get("file");
      assert(part instanceof File);
      assertEquals(await part.text(), "png");
      assertEquals([part.name, part.type], [name, type]);
      // The boundary is fetch's to choose.
      assertEquals(sent[0]?.headers.get("content-type"), null);
    }
  });
});

describe("organizations: createOrganizationInvitationBulk", () => {
  it("invites once, even when the list is walked through", async () => {
    const answer = { data: [{ id: "orginv_1" }], total_count: 9 };
    const { clerk, sent } = setUp(() => answer);
    const ids: string[] = [];
    for await (
      const { id } of clerk.organizations.createOrganizationInvitationBulk(
        "org_1",
        [{ emailAddress: "a@example.com", role: "org:member" }],
      )
    ) ids.push(id);
    assertEquals(ids, ["orginv_1"]);
    assertEquals(sent.length, 1);
  });
});

describe("organizations: createOrganizationDomain", () => {
  it("is verified unless told otherwise", async () => {
    const domain = {
      organizationId: "org_1",
      name: "example.com",
      enrollmentMode: "manual_invitation",
    } as const;
    const cases = [[undefined, true], [true, true], [false, false]] as const;
    for (const [verified, expected] of cases) {
      const { clerk, sent } = setUp(() => ({}));
      await clerk.organizations.createOrganizationDomain({
        ...domain,
        verified,
      });
      assertEquals(sent.map(bodyOf), [{
        name: "example.com",
        enrollment_mode: "manual_invitation",
        verified: expected,
      }]);
    }
  });
});

describe("organizations: lists", () => {
  it("are walked through page by page, with the same filters", async () => {
    const { clerk, sent } = setUp(({ url }) => {
      const offset = Number(url.searchParams.get("offset") ?? 0);
      return { data: [{ id: `orgmem_${offset}` }], total_count: 2 };
    });
    const ids: string[] = [];
    for await (
      const { id } of clerk.organizations.getOrganizationMembershipList({
        organizationId: "org_1",
        role: ["org:admin"],
        limit: 1,
      })
    ) ids.push(id);
    assertEquals(ids, ["orgmem_0", "orgmem_1"]);
    assertEquals(sent.map(lineOf), [
      "GET /v1/organizations/org_1/memberships?limit=1&role=org%3Aadmin",
      "GET /v1/organizations/org_1/memberships?limit=1&offset=1&role=org%3Aadmin",
    ]);
  });
});
