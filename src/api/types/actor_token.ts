import type { JwtActor } from "../../jwt/types.ts";
import type { SignInTokenStatus } from "./sign_in_token.ts";

/** A token that lets somebody sign in as another user. */
export interface ActorToken {
  /** What this is. */
  readonly object: "actor_token";
  /** Its id. */
  readonly id: string;
  /** Whether it was used, revoked or neither. */
  readonly status: SignInTokenStatus;
  /** The user that it lets in as. */
  readonly userId: string;
  /** Who acts as the user; keys as they were sent. */
  readonly actor: JwtActor;
  /** The token itself, a secret. */
  readonly token?: string;
  /** Where to send the actor for signing in with it. */
  readonly url?: string;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** What `actorTokens.create` takes. */
export interface CreateActorTokenParams {
  /** The user to act as. */
  readonly userId: string;
  /**
   * Who acts, by the id in `sub`, and whatever else is to be said of it. It
   * becomes the claim `act` of session tokens, its keys as they are.
   */
  readonly actor: JwtActor;
  /** How long the token is good for, in seconds; 3,600 by default. */
  readonly expiresInSeconds?: number | undefined;
  /** How long the session may last, in seconds; 1,800 by default. */
  readonly sessionMaxDurationInSeconds?: number | undefined;
}
