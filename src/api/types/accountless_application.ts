/** An application that runs before anybody has claimed it for an account at Clerk. */
export interface AccountlessApplication {
  /** What this is. */
  readonly object: "accountless_application";
  /** Its publishable key. */
  readonly publishableKey: string;
  /** Its secret key. */
  readonly secretKey: string;
  /** Where a person claims it: as good as a secret. */
  readonly claimUrl: string;
  /** Where its keys are shown once it is claimed. */
  readonly apiKeysUrl: string;
}

/** What the methods for applications without an account take. */
export interface AccountlessApplicationParams {
  /**
   * Headers, of which those go along that tell Clerk about the environment:
   * those whose names begin with `Clerk-`. Nothing else of a visitor's request
   * does, no cookie and no `Authorization`.
   */
  readonly requestHeaders?: Headers | undefined;
  /** What asks for it, such as the name of a framework. */
  readonly source?: string | undefined;
}
