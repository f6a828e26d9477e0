import { decodeBase64Url } from "./base64url.ts";
import { isText } from "./json.ts";
import { parseUrl } from "./url.ts";
import { decodeUtf8 } from "./utf8.ts";

/** Whether an instance is there for trying things out or for real users. */
export type InstanceType = "development" | "production";

/** What a publishable key says. */
export interface PublishableKey {
  /** The kind of the instance: `pk_test_` or `pk_live_`. */
  readonly instanceType: InstanceType;
  /**
   * The Frontend API as the key names it: a host such as `clerk.example.com`,
   * or, in an emulator's key, a URL such as `http://127.0.0.1:4640`.
   */
  readonly frontendApi: string;
  /** The origin of the Frontend API, such as `https://clerk.example.com`. */
  readonly frontendApiUrl: string;
}

const FRONTEND_API =
  /^((https?:\/\/)?(?=[^:]*\.)[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?)\$$/i;

/**
 * Reads a publishable key: `pk_test_` or `pk_live_`, then the host of the
 * Frontend API and a `$` in base64.
 *
 * @param text What may be a publishable key.
 * @returns What it says, or undefined when it is not a publishable key.
 */
export function parsePublishableKey(text: unknown): PublishableKey | undefined {
  if (!isText(text)) return undefined;
  const [, type, encoded = ""] =
    /^pk_(test|live)_([A-Za-z0-9]+)={0,2}$/.exec(text) ?? [];
  const bytes = decodeBase64Url(encoded);
  const [, frontendApi = "", scheme] =
    FRONTEND_API.exec(bytes && decodeUtf8(bytes) || "") ?? [];
  // A scheme alone is no URL.
  const url = parseUrl(scheme ? frontendApi : `https://${frontendApi}`);
  return url && {
    instanceType: type === "live" ? "production" : "development",
    frontendApi,
    frontendApiUrl: url.origin,
  };
}
