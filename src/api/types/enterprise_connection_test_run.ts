/** Where a test of an enterprise connection stands. */
export type EnterpriseConnectionTestRunStatus =
  | "pending"
  | "success"
  | "failed";

/** A sign-in that was made to test an enterprise connection. */
export interface EnterpriseConnectionTestRun {
  /** Its id. */
  readonly id: string;
  /** Where it stands. */
  readonly status: EnterpriseConnectionTestRunStatus;
  /** How the provider is spoken to. */
  readonly connectionType: "saml" | "oauth";
  /** What was understood of what the provider told about the user, or null. */
  readonly parsedUserInfo?: EnterpriseConnectionTestRunUser | null;
  /** What happened, step by step. */
  readonly logs?: readonly EnterpriseConnectionTestRunLog[];
  /** What was said by SAML, or null. */
  readonly saml?: EnterpriseConnectionTestRunSaml | null;
  /** What was said by OpenID Connect, or null. */
  readonly oauth?: EnterpriseConnectionTestRunOauth | null;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
}

/** What a provider told about the user who made a test. */
export interface EnterpriseConnectionTestRunUser {
  /** The e-mail address. */
  readonly emailAddress?: string;
  /** The given name. */
  readonly firstName?: string;
  /** The family name. */
  readonly lastName?: string;
  /** The user's id at the provider. */
  readonly userId?: string;
}

/** One step of a test. */
export interface EnterpriseConnectionTestRunLog {
  /** How much it matters, such as `error`. */
  readonly level: string;
  /** What happened, for code. */
  readonly code?: string;
  /** What happened, in few words. */
  readonly shortMessage?: string;
  /** What happened, in words. */
  readonly message: string;
}

/** What was said by SAML in a test. */
export interface EnterpriseConnectionTestRunSaml {
  /** What Clerk asked. */
  readonly samlRequest?: string;
  /** What the provider answered. */
  readonly samlResponse?: string;
  /** What was handed through with both. */
  readonly relayState?: string;
}

/** What was said by OpenID Connect in a test. All of it is secret. */
export interface EnterpriseConnectionTestRunOauth {
  /** The id token that the provider gave. */
  readonly idToken?: string;
  /** The access token that the provider gave. */
  readonly accessToken?: string;
  /** What the provider told about the user, as it came. */
  readonly userInfo?: string;
}

/** Where a test of an enterprise connection is made. */
export interface EnterpriseConnectionTestRunUrl {
  /** The page to open in a browser, to sign in at the provider. */
  readonly url: string;
}
