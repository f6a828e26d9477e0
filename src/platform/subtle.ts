/**
 * The host's WebCrypto, looked up at each call, so that code which loads before
 * a polyfill still finds it.
 */
export function subtle(): SubtleCrypto {
  return crypto.subtle;
}
