/** The instance that the secret key belongs to. */
export interface Instance {
  /** What this is. */
  readonly object: "instance";
  /** Its id, `ins_…`. */
  readonly id: string;
  /** What it is for: `development` or `production`. */
  readonly environmentType: string;
  /** The origins that may ask besides its domains, or null. */
  readonly allowedOrigins: readonly string[] | null;
  /** The id of the workspace that it belongs to, or null. */
  readonly workspaceId: string | null;
}
