import { assert, assertEquals, assertThrows } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { pickPublicData } from "../../internal.ts";
import { createClerkClient, unwrap, type User } from "../../mod.ts";
import { createRecorder } from "./recorder.ts";
import { metadata, userJson } from "./user_json.ts";

async function readUser(json: unknown): Promise<User> {
  const clerk = createClerkClient({
    secretKey: "sk_test_secret",
    env: {},
    fetch: createRecorder(() => json).fetch,
  });
  return unwrap(await clerk.users.getUser("user_1"));
}

/** The names of all members, at any depth, outside public metadata. */
function namesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === "publicMetadata" || name === "unsafeMetadata"
      ? [name]
      : [name, ...namesIn(inner)]
  );
}

describe("pickPublicData", () => {
  it("leaves nothing private in a user, at any depth", async () => {
    const user = await readUser(userJson);
    const picked = pickPublicData(user);
    const names = namesIn(picked);
    for (
      const name of [
        "privateMetadata",
        "backupCodes",
        "scim",
        "bypassClientTrust",
        "nonce",
        "message",
        "verifiedAtClient",
      ]
    ) {
      assert(namesIn(user).includes(name), `${name} is not in the user`);
      assert(!names.includes(name), name);
    }
  });

  it("keeps what is public as it is", async () => {
    const user = await readUser(userJson);
    const picked = pickPublicData(user);
    assertEquals(picked.id, "user_1");
    assertEquals(picked.firstName, "Ada");
    assertEquals(picked.lastName, null);
    assertEquals(picked.publicMetadata, metadata);
    assertEquals(picked.unsafeMetadata, metadata);
    assertEquals(picked.emailAddresses[0]?.emailAddress, "ada@example.com");
    assertEquals(picked.emailAddresses[0]?.verification?.status, "verified");
    assertEquals(
      picked.emailAddresses[0]?.linkedTo,
      user.emailAddresses[0]?.linkedTo,
    );
    assertEquals(picked.phoneNumbers[0]?.verification, null);
    const [membership] = picked.organizationMemberships ?? [];
    assertEquals(membership?.organization.slug, "acme");
    assertEquals(membership?.publicUserData?.identifier, "ada@example.com");
  });

  it("leaves out what it does not know", async () => {
    const user = await readUser({
      ...userJson,
      new_secret: "s",
      email_addresses: [{ object: "email_address", new_secret: "s" }],
    });
    assert(namesIn(user).includes("newSecret"));
    assert(!namesIn(pickPublicData(user)).includes("newSecret"));
  });

  it("adds no member that was not there", async () => {
    const user = await readUser({ object: "user", id: "user_1" });
    assertEquals(Object.keys(pickPublicData(user)), ["object", "id"]);
  });

  it("leaves the user alone", async () => {
    const user = await readUser(userJson);
    const before = structuredClone(user);
    pickPublicData(user);
    assertEquals(user, before);
  });

  it("picks organizations, memberships and invitations too", async () => {
    const [membership] = (await readUser(userJson)).organizationMemberships ??
      [];
    assert(membership);
    assert(!namesIn(pickPublicData(membership)).includes("privateMetadata"));
    const picked = pickPublicData(membership.organization);
    assertEquals(picked.name, "Acme");
    assert(!("privateMetadata" in picked));
    const invitation = pickPublicData({
      object: "organization_invitation",
      id: "orginv_1",
      emailAddress: "a@example.com",
      role: "org:member",
      roleName: "Member",
      inviterId: null,
      publicInviterData: null,
      publicMetadata: {},
      privateMetadata: { secret: 1 },
      url: "https://example.com/?__clerk_ticket=secret",
      expiresAt: null,
      createdAt: 1,
      updatedAt: 2,
    });
    assertEquals(invitation.publicInviterData, null);
    assert(!JSON.stringify(invitation).includes("secret"));
  });

  it("refuses anything else", () => {
    const kinds = ["session", "__proto__", "constructor", "toString", 1];
    const wrong = [null, undefined, {}, "user", ...kinds.map(toResource)];
    for (const value of wrong) {
      assertThrows(
        () => Reflect.apply(pickPublicData, undefined, [value]),
        TypeError,
        "Cannot pick public data",
      );
    }
  });
});

function toResource(object: unknown): { readonly object: unknown } {
  return { object };
}
