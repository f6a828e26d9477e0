import { randomText } from "./ids.ts";
import type { Instance } from "./instance.ts";
import {
  type ApiKeyOptions,
  type M2mTokenOptions,
  mintApiKey,
  mintM2m,
  mintOAuth,
  type OAuthTokenOptions,
} from "./machine_tokens.ts";
import { draftSession, type SessionTokenOptions } from "./session_token.ts";
import {
  CATEGORY,
  draftToken,
  signDraft,
  signToken,
  type TokenClaims,
  type TokenOptions,
} from "./sign_token.ts";
import { keepHandshake } from "./state/handshakes.ts";
import { mintTicket, type TicketOptions } from "./tickets.ts";
import { checkTokenOptions } from "./token_option_names.ts";

/** Makes tokens of every kind. JWTs are always signed. */
export interface Tokens {
  /** Makes a session token of a user, known to the emulator or not. */
  session(userId: string, options?: SessionTokenOptions): Promise<string>;
  /** Makes a token by a JWT template: without a session, of another category. */
  template(userId: string, options?: TokenOptions): Promise<string>;
  /** Makes a machine's token: a JWT, or one that the emulator keeps. */
  m2m(options?: M2mTokenOptions): Promise<string>;
  /** Makes an API key, and gives its secret. */
  apiKey(subject: string, options?: ApiKeyOptions): Promise<string>;
  /** Makes an OAuth access token, which the emulator keeps. */
  oauth(userId: string, options?: OAuthTokenOptions): Promise<string>;
  /**
   * Makes a ticket to sign in with, as a sign-in token has it.
   *
   * @throws {TypeError} When there is no such user.
   */
  ticket(userId: string, options?: TicketOptions): Promise<string>;
  /** Makes a handshake token that carries cookies. */
  handshake(cookies: readonly string[]): Promise<string>;
  /** Keeps cookies, and gives the nonce that they are had for, once. */
  handshakeNonce(cookies: readonly string[]): string;
  /**
   * Makes a session token as {@linkcode Tokens.session} does, with the id of the
   * instance's key, but signed by another: every verifier must refuse it.
   */
  forged(userId: string, options?: SessionTokenOptions): Promise<string>;
  /**
   * Signs any claims at all with RS256.
   *
   * @param claims The claims, nothing added.
   * @param header Parameters to add to the header.
   */
  sign(claims: TokenClaims, header?: TokenClaims): Promise<string>;
}

/** Makes what makes tokens. */
export function createTokens(instance: Instance): Tokens {
  const { keys, store, clock } = instance;
  const sign = (claims: TokenClaims, header: TokenClaims = {}) =>
    signDraft(instance, [claims, header]);
  return {
    sign,
    async session(userId, options = {}) {
      checkTokenOptions("session", options, userId ?? null);
      return await signDraft(instance, draftSession(instance, userId, options));
    },
    async forged(userId, options = {}) {
      checkTokenOptions("forged", options, userId ?? null);
      const { kid } = await keys.current();
      const [claims, header] = draftSession(instance, userId, options);
      return signToken(await keys.stranger(), claims, { kid, ...header });
    },
    async template(userId, options = {}) {
      checkTokenOptions("template", options, userId ?? null);
      const claims = { sub: userId, jti: randomText(20) };
      const header = { cat: CATEGORY.template };
      return await sign(...draftToken(instance, claims, header, options));
    },
    ...createMachineTokens(instance),
    async ticket(userId, options = {}) {
      checkTokenOptions("ticket", options, userId ?? null);
      return await mintTicket(instance, userId, options);
    },
    handshake: (cookies) =>
      sign({ handshake: cookies }, { cat: CATEGORY.session }),
    handshakeNonce: (cookies) => keepHandshake(store, cookies, clock.now()),
  };
}

function createMachineTokens(
  instance: Instance,
): Pick<Tokens, "m2m" | "apiKey" | "oauth"> {
  return {
    async m2m(options = {}) {
      checkTokenOptions("m2m", options);
      return await mintM2m(instance, options);
    },
    async apiKey(subject, options = {}) {
      checkTokenOptions("apiKey", options, subject ?? null);
      return await mintApiKey(instance, subject, options);
    },
    async oauth(userId, options = {}) {
      checkTokenOptions("oauth", options, userId ?? null);
      return await mintOAuth(instance, userId, options);
    },
  };
}
