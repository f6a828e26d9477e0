import { decodeJwt } from "../jwt/decode.ts";
import { hasValidSignature } from "../jwt/has_valid_signature.ts";
import type { JwtPayload } from "../jwt/types.ts";
import type { Instance } from "./instance.ts";

/**
 * Reads a token that the instance signed itself; undefined when it did not.
 * That its time is over is left to the caller.
 */
export async function readOwnToken(
  { keys }: Instance,
  token: string,
): Promise<JwtPayload | undefined> {
  const { result: jwt } = decodeJwt(token);
  if (!jwt || jwt.header.alg !== "RS256") return undefined;
  const key = (await keys.jwks()).keys
    .find(({ kid }) => kid === jwt.header.kid);
  if (!key) return undefined;
  const { result } = await hasValidSignature(jwt, key);
  return result ? jwt.payload : undefined;
}
