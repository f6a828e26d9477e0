import type { Permission } from "./permission.ts";

/** What a member of an organization is in it, and may do there. */
export interface Role {
  /** What this is. */
  readonly object: "role";
  /** Its id, `role_…`. */
  readonly id: string;
  /** Its name, for people. */
  readonly name: string;
  /** Its name, for code, such as `org:admin`. */
  readonly key: string;
  /** What it is for, in words, or null. */
  readonly description: string | null;
  /** Whether it permits enough to be the role of those who make organizations. */
  readonly isCreatorEligible: boolean;
  /** What it permits. */
  readonly permissions: readonly Permission[];
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}
