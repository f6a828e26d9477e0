// Declaring what is in the metadata, as an application does it.
import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { ClerkClient, User } from "../../mod.ts";

declare module "../../mod.ts" {
  interface UserPublicMetadata {
    readonly testRole?: "admin" | "member";
    readonly testAddress?: { readonly street: string; readonly zip: string };
  }
  interface OrganizationPrivateMetadata {
    readonly testPlan?: number;
  }
}

function roleOf(user: User): "admin" | "member" | undefined {
  // @ts-expect-error: a misspelt name is not known to be a text
  const misspelt: string = user.publicMetadata.testRoll;
  // @ts-expect-error: there is no such role
  const guest = user.publicMetadata.testRole === "guest";
  const plan: number | undefined = user.organizationMemberships?.[0]
    ?.organization.privateMetadata?.testPlan;
  return misspelt || guest || plan ? undefined : user.publicMetadata.testRole;
}

function change({ users }: ClerkClient): void {
  users.updateUserMetadata("user_1", {
    publicMetadata: { testRole: null, testAddress: { zip: "1" }, other: 1 },
  });
  users.replaceUserMetadata("user_1", {
    // @ts-expect-error: to replace takes the whole address
    publicMetadata: { testAddress: { zip: "1" } },
  });
  users.createUser({
    // @ts-expect-error: there is no such role
    publicMetadata: { testRole: "guest" },
  });
}

describe("metadata that an application has declared", () => {
  it("is known to every method", () => {
    assertEquals([typeof roleOf, typeof change], ["function", "function"]);
  });
});
