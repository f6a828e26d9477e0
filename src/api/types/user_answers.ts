/** What is left when a user's second factor or a part of it is removed. */
export interface UserId {
  /** The user's id. */
  readonly userId: string;
}

/** That a password is right. */
export interface VerifiedPassword {
  /** True: a wrong password is an error with the code `incorrect_password`. */
  readonly verified: boolean;
}

/** That a code is right. */
export interface VerifiedCode {
  /** True: a wrong code is an error with the code `totp_incorrect_code`. */
  readonly verified: boolean;
  /** Whether it came from the authenticator app or is a backup code. */
  readonly codeType: "totp" | "backup_code";
}
