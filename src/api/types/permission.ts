/** Something that members of an organization may do when their role says so. */
export interface Permission {
  /** What this is. */
  readonly object: "permission";
  /** Its id, `perm_…`. */
  readonly id: string;
  /** Its name, for people. */
  readonly name: string;
  /** Its name, for code, such as `org:billing:manage`. */
  readonly key: string;
  /** What it is for, in words. */
  readonly description: string;
  /** Where it comes from: `system` for Clerk's own, `user` for yours. */
  readonly type: string;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}
