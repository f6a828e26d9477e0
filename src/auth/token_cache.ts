import type { SignedToken } from "../jwt/verified.ts";
import type { VerificationKey } from "../jwt/types.ts";

/** A token whose signature was found good, and the key object that found so. */
export interface CachedToken {
  /** The whole token. */
  readonly text: string;
  /** What it holds. Claims are judged anew each time. */
  readonly token: SignedToken;
  /** The key. When the instance's key is another object, this is void. */
  readonly key: VerificationKey;
}

/** A bounded memory of tokens. The caller compares what it gets. */
export interface TokenCache {
  /** What was kept for a token, or for another one with the same ending. */
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
  const half = Math.ceil(size / 2);
  let young = new Map<string, CachedToken>();
  let old = new Map<string, CachedToken>();
  const set = (ending: string, entry: CachedToken) => {
    if (young.size >= half) {
      old = young;
      young = new Map();
    }
    young.set(ending, entry);
  };
  return {
    get: (text) => {
      const ending = text.slice(-64);
      const recent = young.get(ending);
      if (recent) return recent;
      const entry = old.get(ending);
      if (entry) {
        old.delete(ending);
        set(ending, entry);
      }
      return entry;
    },
    set: (entry) => {
      if (half > 0) set(entry.text.slice(-64), entry);
    },
  };
}
