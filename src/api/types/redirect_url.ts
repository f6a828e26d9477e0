/** An address that native applications may be sent back to after signing in. */
export interface RedirectUrl {
  /** What this is. */
  readonly object: "redirect_url";
  /** Its id, `ru_…`. */
  readonly id: string;
  /** The address. */
  readonly url: string;
  /** When it was added, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** What `createRedirectUrl` takes. */
export interface CreateRedirectUrlParams {
  /** The address: `https://…`, or with a scheme of your own, `my-app://…`. */
  readonly url: string;
}
