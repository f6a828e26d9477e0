/** What a token for another service is made from. */
export interface JwtTemplate {
  /** What this is. */
  readonly object: "jwt_template";
  /** Its id, `jtmp_…`. */
  readonly id: string;
  /** Its name, by which tokens are asked for. */
  readonly name: string;
  /** The claims, with shortcodes such as `{{user.id}}` in their texts. */
  readonly claims: JwtTemplateClaims;
  /** How long its tokens are good, in seconds. */
  readonly lifetime: number;
  /** How far clocks may differ, in seconds. */
  readonly allowedClockSkew: number;
  /** Whether its tokens are signed with a key of its own. */
  readonly customSigningKey: boolean;
  /** What its tokens are signed with, such as `RS256`. */
  readonly signingAlgorithm: string;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** The claims of a template, named as they will be in its tokens. */
export interface JwtTemplateClaims {
  /** Anything that JSON can hold. */
  readonly [name: string]: unknown;
}

/** What `jwtTemplates.create` takes. */
export interface CreateJwtTemplateParams {
  /** Its name, by which tokens are asked for. */
  readonly name: string;
  /** The claims, with shortcodes such as `{{user.id}}` in their texts. */
  readonly claims: JwtTemplateClaims;
  /** How long its tokens are good, in seconds: 30 to 315,360,000. */
  readonly lifetime?: number | null | undefined;
  /** How far clocks may differ, in seconds: 0 to 300. */
  readonly allowedClockSkew?: number | null | undefined;
  /** Whether to sign with a key of its own, which the next two then must give. */
  readonly customSigningKey?: boolean | undefined;
  /** What to sign with, such as `HS256`. */
  readonly signingAlgorithm?: string | null | undefined;
  /** The private key or the secret to sign with. */
  readonly signingKey?: string | null | undefined;
}

/** What `jwtTemplates.update` takes. */
export interface UpdateJwtTemplateParams extends CreateJwtTemplateParams {
  /** The template's id, `jtmp_…`. */
  readonly templateId: string;
}
