/** Whether a proxy before the Frontend API works. */
export interface ProxyCheck {
  /** What this is. */
  readonly object: "proxy_check";
  /** Its id. */
  readonly id: string;
  /** The domain's id, `dmn_…`. */
  readonly domainId: string;
  /** When it was last made, in milliseconds since 1970, or null. */
  readonly lastRunAt: number | null;
  /** The proxy's full URL. */
  readonly proxyUrl: string;
  /** Whether the Frontend API was reached through the proxy. */
  readonly successful: boolean;
  /** When it was first made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}

/** What `proxyChecks.verify` takes. */
export interface VerifyProxyParams {
  /** The id of the domain that the proxy is for, `dmn_…`. */
  readonly domainId: string;
  /** The proxy's full URL, such as `https://example.com/__clerk`. */
  readonly proxyUrl: string;
}
