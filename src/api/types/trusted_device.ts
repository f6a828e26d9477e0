/** A phone or tablet whose own key vouches for a user. */
export interface TrustedDevice {
  /** What this is. */
  readonly object: "trusted_device";
  /** Its id. */
  readonly id: string;
  /** What it runs. */
  readonly platform: "ios" | "android";
  /** The app that it was registered with, such as `com.example.app`. */
  readonly appIdentifier: string;
  /** Its name, or null. */
  readonly name?: string | null;
  /** The algorithm of its key. */
  readonly algorithm: "ES256";
  /** Whether it still counts. */
  readonly status: "active" | "revoked";
  /** When it was registered, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
  /** When it was last used, in milliseconds since 1970, or null. */
  readonly lastUsedAt?: number | null;
  /** When it was revoked, in milliseconds since 1970, or null. */
  readonly revokedAt?: number | null;
}
