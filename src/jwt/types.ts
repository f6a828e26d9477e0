/** A signature algorithm of JWS, by its name in the `alg` header parameter. */
export type JwtAlgorithm =
  | "RS256"
  | "RS384"
  | "RS512"
  | "PS256"
  | "PS384"
  | "PS512"
  | "ES256"
  | "ES384"
  | "ES512"
  | "EdDSA"
  | "HS256"
  | "HS384"
  | "HS512";

/** The header of a token. */
export interface JwtHeader {
  /** The algorithm that the token claims to be signed with. */
  readonly alg: string;
  /** The type of the token, `JWT` for Clerk's session tokens. */
  readonly typ?: string;
  /** The id of the key that the token claims to be signed with. */
  readonly kid?: string;
  /** Clerk's category of the token: session, template or machine. */
  readonly cat?: string;
  /** Any other parameter. */
  readonly [name: string]: unknown;
}

/** Who acts as the user of a token. */
export interface JwtActor {
  /** The id of the actor. */
  readonly sub: string;
  /** Any other claim about the actor. */
  readonly [name: string]: unknown;
}

/** The active organization, in version 2 of Clerk's session token. */
export interface JwtOrganization {
  /** The id of the organization. */
  readonly id: string;
  /** The slug of the organization. */
  readonly slg?: string;
  /** The role of the user, without the `org:` prefix. */
  readonly rol?: string;
  /** The permissions of the user, separated by commas. */
  readonly per?: string;
  /** Which permissions go with which feature: bit masks, separated by commas. */
  readonly fpm?: string;
}

/**
 * The claims of a token. The types of the registered claims hold once the token
 * is verified; a decoded token may have anything there.
 */
export interface JwtPayload {
  /** The issuer: the Frontend API of the Clerk instance. */
  readonly iss?: string;
  /** The subject: the id of the user or of the machine. */
  readonly sub?: string;
  /** The audience. */
  readonly aud?: string | readonly string[];
  /** When the token expires, in seconds since 1970. */
  readonly exp?: number;
  /** When the token starts to be valid, in seconds since 1970. */
  readonly nbf?: number;
  /** When the token was issued, in seconds since 1970. */
  readonly iat?: number;
  /** The id of the token. */
  readonly jti?: string;
  /** The id of the session. */
  readonly sid?: string;
  /** The origin that the token was made for. */
  readonly azp?: string;
  /** Who acts as the user. */
  readonly act?: JwtActor;
  /** Minutes since the first and the second factor were verified; -1 for never. */
  readonly fva?: readonly [number, number];
  /** Whether the session still has tasks to do. */
  readonly sts?: string;
  /** The version of the session token's form. */
  readonly v?: number;
  /** The active organization, in version 2. */
  readonly o?: JwtOrganization;
  /** The plans, separated by commas. */
  readonly pla?: string;
  /** The features, separated by commas. */
  readonly fea?: string;
  /** The id of the active organization, in version 1. */
  readonly org_id?: string;
  /** The slug of the active organization, in version 1. */
  readonly org_slug?: string;
  /** The role in the active organization, in version 1. */
  readonly org_role?: string;
  /** The permissions in the active organization, in version 1. */
  readonly org_permissions?: readonly string[];
  /** Any other claim. */
  readonly [name: string]: unknown;
}

/** The claims of a token that was verified. */
export interface VerifiedJwtPayload extends JwtPayload {
  /** When the token expires, in seconds since 1970. */
  readonly exp: number;
}

/** The claims of a session token that was verified. */
export interface SessionJwtPayload extends VerifiedJwtPayload {
  /** The id of the user. */
  readonly sub: string;
}

/** The text that a token was decoded from. */
export interface JwtText {
  /** The header, in base64url. */
  readonly header: string;
  /** The claims, in base64url. */
  readonly payload: string;
  /** The signature, in base64url. */
  readonly signature: string;
  /** The whole token. */
  readonly text: string;
}

/** A token that was decoded, not verified: anybody may have written it. */
export interface Jwt {
  /** The header. */
  readonly header: JwtHeader;
  /** The claims. */
  readonly payload: JwtPayload;
  /** The signature. */
  readonly signature: Uint8Array;
  /** The text that the token was decoded from. */
  readonly raw: JwtText;
}

/** A key in JSON Web Key form. */
export interface Jwk {
  /** The family of the key: `RSA`, `EC` or `OKP`. */
  readonly kty?: string | undefined;
  /** The id of the key. */
  readonly kid?: string | undefined;
  /** The one algorithm that the key is for. */
  readonly alg?: string | undefined;
  /** What the key is for: `sig` or absent. */
  readonly use?: string | undefined;
  /** What may be done with the key. */
  readonly key_ops?: readonly string[] | undefined;
  /** The modulus of an RSA key. */
  readonly n?: string | undefined;
  /** The public exponent of an RSA key. */
  readonly e?: string | undefined;
  /** The curve of an EC or OKP key. */
  readonly crv?: string | undefined;
  /** The x coordinate of an EC key, or the public half of an OKP key. */
  readonly x?: string | undefined;
  /** The y coordinate of an EC key. */
  readonly y?: string | undefined;
  /** The private half. */
  readonly d?: string | undefined;
  /** The first prime of a private RSA key. */
  readonly p?: string | undefined;
  /** The second prime of a private RSA key. */
  readonly q?: string | undefined;
  /** The first exponent of a private RSA key. */
  readonly dp?: string | undefined;
  /** The second exponent of a private RSA key. */
  readonly dq?: string | undefined;
  /** The coefficient of a private RSA key. */
  readonly qi?: string | undefined;
}

/**
 * A secret for HS256, HS384 and HS512. Marked as such, so that a public key can
 * never be taken for one.
 */
export interface HmacSecret {
  /** The secret: bytes, or text that stands for its UTF-8 bytes. */
  readonly secret: string | Uint8Array;
}

/**
 * A key that is ready for use. Only {@linkcode importKey} can make one: what it
 * verifies with is kept out of reach.
 */
export interface VerificationKey {
  /** The id of the key, when it came as a JWK that has one. */
  readonly kid: string | undefined;
  /** The algorithms that the key may verify. */
  readonly algorithms: readonly JwtAlgorithm[];
}

/**
 * What a token is verified with: a public key as PEM text or as JWK, a marked
 * HMAC secret, or what {@linkcode importKey} made of one of them.
 */
export type JwtKey = string | Jwk | HmacSecret | VerificationKey;

/**
 * What a token is signed with: a private key as PEM text (PKCS #8) or as JWK, or
 * a marked HMAC secret.
 */
export type JwtSigningKey = string | Jwk | HmacSecret;
