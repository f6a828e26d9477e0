import type { Declared } from "./declared.ts";

/**
 * What your application keeps about a user that anybody may read and only the
 * backend may write. Say what is in it once, and every method knows:
 *
 * ```ts ignore
 * import "@isoclerk/backend";
 *
 * declare module "@isoclerk/backend" {
 *   interface UserPublicMetadata {
 *     role?: "admin" | "member";
 *   }
 * }
 * ```
 *
 * A global interface of this name, as other packages of Clerk's have it, counts
 * as well.
 */
export interface UserPublicMetadata extends Declared<"userPublic"> {
  /** Anything that JSON can hold; `unknown` until declared. */
  readonly [name: string]: unknown;
}

/**
 * What your application keeps about a user that only the backend may read and
 * write. Declare its members as for {@linkcode UserPublicMetadata}.
 */
export interface UserPrivateMetadata extends Declared<"userPrivate"> {
  /** Anything that JSON can hold; `unknown` until declared. */
  readonly [name: string]: unknown;
}

/**
 * What the user's own browser may read and write: never trust it. Declare its
 * members as for {@linkcode UserPublicMetadata}.
 */
export interface UserUnsafeMetadata extends Declared<"userUnsafe"> {
  /** Anything that JSON can hold; `unknown` until declared. */
  readonly [name: string]: unknown;
}

/**
 * What your application keeps about an organization that its members may read.
 * Declare its members as for {@linkcode UserPublicMetadata}.
 */
export interface OrganizationPublicMetadata
  extends Declared<"organizationPublic"> {
  /** Anything that JSON can hold; `unknown` until declared. */
  readonly [name: string]: unknown;
}

/**
 * What your application keeps about an organization that only the backend may
 * read. Declare its members as for {@linkcode UserPublicMetadata}.
 */
export interface OrganizationPrivateMetadata
  extends Declared<"organizationPrivate"> {
  /** Anything that JSON can hold; `unknown` until declared. */
  readonly [name: string]: unknown;
}

/**
 * What your application keeps about a membership that members may read.
 * Declare its members as for {@linkcode UserPublicMetadata}.
 */
export interface OrganizationMembershipPublicMetadata
  extends Declared<"memberPublic"> {
  /** Anything that JSON can hold; `unknown` until declared. */
  readonly [name: string]: unknown;
}

/**
 * What your application keeps about a membership that only the backend may
 * read. Declare its members as for {@linkcode UserPublicMetadata}.
 */
export interface OrganizationMembershipPrivateMetadata
  extends Declared<"memberPrivate"> {
  /** Anything that JSON can hold; `unknown` until declared. */
  readonly [name: string]: unknown;
}

/**
 * What an invitation hands on to the membership that comes of it, for members
 * to read. Declare its members as for {@linkcode UserPublicMetadata}.
 */
export interface OrganizationInvitationPublicMetadata
  extends Declared<"invitationPublic"> {
  /** Anything that JSON can hold; `unknown` until declared. */
  readonly [name: string]: unknown;
}

/**
 * What an invitation hands on to the membership that comes of it, for the
 * backend alone. Declare its members as for {@linkcode UserPublicMetadata}.
 */
export interface OrganizationInvitationPrivateMetadata
  extends Declared<"invitationPrivate"> {
  /** Anything that JSON can hold; `unknown` until declared. */
  readonly [name: string]: unknown;
}

/**
 * A change to be merged into metadata, at any depth: a member that is absent
 * stays as it is, and one that is null is removed. Lists are replaced whole.
 */
export type MetadataPatch<T> = {
  readonly [Name in keyof T]?: MetadataPatchValue<T[Name]> | null | undefined;
};

/** One member of a {@linkcode MetadataPatch}. */
export type MetadataPatchValue<Value> = Value extends readonly unknown[] ? Value
  : Value extends object ? MetadataPatch<Value>
  : Value;
