/** A token could not be signed: the key, the algorithm or the claims are wrong. */
export class SignJwtError extends Error {
  /** The name of the class. */
  override readonly name: string = "SignJwtError";
}
