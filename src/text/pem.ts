import { decodeBase64Url } from "./base64url.ts";

/**
 * Decodes PEM text as it comes out of environment variables and secret stores:
 * with real or escaped line ends, in quotes, or bare base64 without its armour.
 *
 * @param text The text.
 * @returns The bytes inside, or undefined when it is not base64 or holds nothing.
 */
export function decodePem(text: string): Uint8Array<ArrayBuffer> | undefined {
  const body = text
    .replace(/\\(?:[rn]|(?=\\))/g, "")
    .replace(/-----[A-Z0-9 ]+-----|[\s"'=]/g, "")
    .replaceAll("+", "-").replaceAll("/", "_");
  return body ? decodeBase64Url(body) : undefined;
}
