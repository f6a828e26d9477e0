/** The request of adapters, whose URL can be compared with others. */
import {
  type ClerkRequest as CoreClerkRequest,
  createClerkRequest as create,
} from "../src/auth/clerk_request.ts";

/** A URL that can be compared with others. */
export interface ClerkUrl extends URL {
  /**
   * Tells whether another URL leads to another origin.
   *
   * @throws {TypeError} When it is no full URL.
   */
  isCrossOrigin(other: URL | string): boolean;
}

/** A request without its body, with what is asked of it again and again. */
export interface ClerkRequest extends CoreClerkRequest {
  /** The URL as the browser sees it. */
  readonly clerkUrl: ClerkUrl;
  /** The cookies; of several with one name, the first. */
  readonly cookies: Map<string, string>;
  /** What can be logged: no credentials, and cookies by name alone. */
  toJSON(): ClerkRequestJson;
}

/** What can be logged of a request; all of it as text. */
export interface ClerkRequestJson extends Readonly<Record<string, string>> {
  /** The URL. */
  readonly url: string;
  /** The method. */
  readonly method: string;
  /** The headers, as JSON. */
  readonly headers: string;
  /** The URL as the browser sees it. */
  readonly clerkUrl: string;
  /** The names of the cookies, as JSON. */
  readonly cookies: string;
}

/**
 * Makes a request that adapters can ask for cookies and for the URL as the
 * browser sees it. The body stays where it is.
 *
 * @param input A request, or what makes one.
 * @param init What makes one.
 * @returns The request; the very same when it is one already.
 */
export function createClerkRequest(
  input: CoreClerkRequest | Request | string | URL,
  init?: RequestInit,
): ClerkRequest {
  const request = create(input, init);
  const { clerkUrl } = request;
  Object.defineProperty(clerkUrl, "isCrossOrigin", {
    configurable: true,
    value: (other: URL | string) => new URL(other).origin !== clerkUrl.origin,
  });
  // It has just become one.
  return request as ClerkRequest;
}
