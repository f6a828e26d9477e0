/** What `previewTemplate` takes. */
export interface PreviewTemplateParams {
  /** The subject of the e-mail. */
  readonly subject?: string | null | undefined;
  /** The body, its variables not filled in. */
  readonly body?: string | undefined;
  /** What stands before the `@` in the sender of the e-mail. */
  readonly fromEmailName?: string | undefined;
  /** What stands before the `@` in the address that answers go to. */
  readonly replyToEmailName?: string | undefined;
}

/** What `upsertTemplate` takes. */
export interface UpsertTemplateParams extends PreviewTemplateParams {
  /** Its name, for people. */
  readonly name?: string | undefined;
  /** What the editor makes the body from. */
  readonly markup?: string | null | undefined;
  /** Whether Clerk sends the messages; else your application does, by webhook. */
  readonly deliveredByClerk?: boolean | null | undefined;
}

/** What `toggleTemplateDelivery` takes. */
export interface ToggleTemplateDeliveryParams {
  /** Whether Clerk sends the messages; else your application does, by webhook. */
  readonly deliveredByClerk?: boolean | undefined;
}
