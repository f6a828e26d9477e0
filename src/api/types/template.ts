/** What messages a template is for. */
export type TemplateType = "email" | "sms";

/** What e-mails or text messages of one kind are made from. */
export interface Template {
  /** What this is. */
  readonly object: "template";
  /** Its id. */
  readonly id: string;
  /** The instance's id, `ins_…`, or null for a template of Clerk's own. */
  readonly instanceId?: string | null;
  /** Whose it is, such as `system` or `user`. */
  readonly resourceType?: string;
  /** What messages it is for: `email` or `sms`. */
  readonly templateType?: string;
  /** Its name, for people. */
  readonly name?: string;
  /** Its name, for code, such as `verification_code`. */
  readonly slug?: string;
  /** Where it stands among others. */
  readonly position?: number;
  /** Whether it has been changed, and can go back to how it was. */
  readonly canRevert?: boolean;
  /** Whether it can be deleted. */
  readonly canDelete?: boolean;
  /** Whether its body can be changed. */
  readonly canEditBody?: boolean;
  /** Whether it can be turned on and off. */
  readonly canToggle?: boolean;
  /** The subject of the e-mails, or null. */
  readonly subject?: string | null;
  /** What the editor makes the body from. */
  readonly markup?: string;
  /** The body, its variables not filled in. */
  readonly body?: string;
  /** The variables that subject and body may hold. */
  readonly availableVariables?: readonly string[];
  /** The variables that they must hold. */
  readonly requiredVariables?: readonly string[];
  /** What stands before the `@` in the sender of the e-mails. */
  readonly fromEmailName?: string;
  /** What stands before the `@` in the address that answers go to. */
  readonly replyToEmailName?: string;
  /** Whether Clerk sends the messages; else your application does, by webhook. */
  readonly deliveredByClerk?: boolean;
  /** Whether it is in use. */
  readonly enabled?: boolean;
  /** Whether Clerk takes its content for suspicious. */
  readonly flaggedAsSuspicious?: boolean;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt?: number;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt?: number;
}

/** What a template gives with its variables filled in, named as the API names it. */
export interface TemplatePreview {
  /** Anything that JSON can hold. */
  readonly [name: string]: unknown;
}
