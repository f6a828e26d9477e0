/** Another identification that stands for the same address or number. */
export interface IdentificationLink {
  /** Its kind: `oauth_google`, `saml` and the like. */
  readonly type: string;
  /** Its id. */
  readonly id: string;
}
