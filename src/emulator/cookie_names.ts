import { subtle } from "../platform/subtle.ts";
import { encodeBase64Url } from "../text/base64url.ts";
import { encodeUtf8 } from "../text/utf8.ts";
import { encodeBase64 } from "./keys.ts";

/** The publishable key of an instance, which says where it is. */
export function publishableKeyOf(origin: string): string {
  const host = encodeBase64(encodeUtf8(`${origin}$`)).replaceAll("=", "");
  return `pk_test_${host}`;
}

/** What follows the names of cookies, so that instances do not share them. */
export async function cookieSuffixOf(publishableKey: string): Promise<string> {
  const digest = await subtle().digest("SHA-1", encodeUtf8(publishableKey));
  return encodeBase64Url(new Uint8Array(digest)).slice(0, 8);
}
