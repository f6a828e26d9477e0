/** What `getHandshakePayload` takes. */
export interface GetHandshakePayloadParams {
  /** What the handshake's cookie or query member holds in the payload's place. */
  readonly nonce: string;
}

/** What a handshake is to do to the browser. */
export interface HandshakePayload {
  /** The cookies to set or to clear, each as the value of a `Set-Cookie` header. */
  readonly directives: readonly string[];
}
