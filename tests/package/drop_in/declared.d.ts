// What an application declares for all of Clerk's packages.
export {};

declare global {
  type Role = "admin" | "moderator";

  interface CustomJwtSessionClaims {
    metadata: { role?: Role };
    plan?: "free" | "pro";
  }
  interface UserPublicMetadata {
    role?: Role;
    customer?: string;
  }
  interface UserPrivateMetadata {
    score?: number;
  }
  interface UserUnsafeMetadata {
    theme?: "dark" | "light";
  }
  interface OrganizationPublicMetadata {
    tier?: "gold" | "silver";
  }
  interface OrganizationPrivateMetadata {
    account?: string;
  }
  interface OrganizationMembershipPublicMetadata {
    title?: string;
  }
  interface ClerkAuthorization {
    permission: "org:posts:manage" | "org:posts:read";
    role: "org:admin" | "org:member";
  }
}
