import type { CheckingKey } from "../jwt/signature_check.ts";
import type { SignedToken } from "../jwt/verified.ts";

/** A token whose signature was found good. */
export interface CachedToken {
  /** The whole token. */
  readonly text: string;
  /** What it holds. Claims are judged anew each time. */
  readonly token: SignedToken;
  /** The key. When the instance's key is another object, this is void. */
  readonly key: CheckingKey;
}

/** A bounded memory of tokens. */
export interface TokenCache {
  /** What was kept for a token, compared whole. */
  get(text: string): CachedToken | undefined;
  /** Keeps a token; one that was not seen for long makes room. */
  set(entry: CachedToken): void;
}

/**
 * Makes a memory of tokens, in two generations: when the young one is full, it
 * becomes the old one, and what nobody asked for since is forgotten. Tokens are
 * found by the end of their signature: hashing a whole token costs more than
 * comparing one.
 *
 * @param size The most entries to keep; 0 for none.
 */
export function createTokenCache(size: number): TokenCache {
  let young = new Map<string, CachedToken>();
  let old = young;
  const set = (entry: CachedToken) => {
    if (young.size >= Math.ceil(size / 2)) {
      old = young;
      young = new Map();
    }
    if (size) young.set(endOf(entry.text), entry);
  };
  return {
    get: (text) => {
      const end = endOf(text);
      let entry = young.get(end);
      if (!entry && (entry = old.get(end))) set(entry);
      return entry?.text === text ? entry : undefined;
    },
    set,
  };
}

function endOf(text: string): string {
  return text.slice(-16);
}
