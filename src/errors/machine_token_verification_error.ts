/** Why a machine token was refused, in a form to branch on. */
export type MachineTokenVerificationErrorCode =
  /** It is unknown, over, revoked, or not of the kind that was asked for. */
  | "token-invalid"
  /** It does not hold what it should. */
  | "token-verification-failed"
  /** The Backend API refuses the secret key, or there is none. */
  | "secret-key-invalid"
  /** The Backend API did not answer as it should. */
  | "unexpected-error";

/** What a {@linkcode MachineTokenVerificationError} is made of. */
export interface MachineTokenVerificationErrorInit {
  /** Why, in a form to branch on. */
  readonly code: MachineTokenVerificationErrorCode;
  /** Why, for a person. */
  readonly message: string;
  /** The HTTP status, when the Backend API answered. */
  readonly status?: number | undefined;
  /** What caused it, such as a `TokenVerificationError` of a JWT. */
  readonly cause?: unknown;
}

/** A machine token was refused. Holds neither the token nor a key. */
export class MachineTokenVerificationError extends Error {
  /** The name of the class. */
  override readonly name: string = "MachineTokenVerificationError";
  /** Why, in a form to branch on. */
  readonly code: MachineTokenVerificationErrorCode;
  /** The HTTP status, when the Backend API answered. */
  readonly status: number | undefined;

  /** Makes an error. */
  constructor(init: MachineTokenVerificationErrorInit) {
    super(init.message, init);
    this.code = init.code;
    this.status = init.status;
  }
}
