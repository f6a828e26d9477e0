// A table: exempt from the limit on lines.

/** The names that adapters for frameworks and Clerk's browsers agree on. */
export const constants: {
  /** Members that adapters put on requests of their framework. */
  readonly Attributes: {
    /** The token. */
    readonly AuthToken: "__clerkAuthToken";
    /** What proves that the server itself put the others there. */
    readonly AuthSignature: "__clerkAuthSignature";
    /** The status. */
    readonly AuthStatus: "__clerkAuthStatus";
    /** The reason of the status. */
    readonly AuthReason: "__clerkAuthReason";
    /** The reason, for a person. */
    readonly AuthMessage: "__clerkAuthMessage";
    /** The URL as the browser sees it. */
    readonly ClerkUrl: "__clerkUrl";
  };
  /** Cookies. */
  readonly Cookies: {
    /** The session token. */
    readonly Session: "__session";
    /** What an expired session token is exchanged with. */
    readonly Refresh: "__refresh";
    /** When somebody last signed in or out. */
    readonly ClientUat: "__client_uat";
    /** What a handshake brings. */
    readonly Handshake: "__clerk_handshake";
    /** The browser, in development. */
    readonly DevBrowser: "__clerk_db_jwt";
    /** How often a handshake was tried. */
    readonly RedirectCount: "__clerk_redirect_count";
    /** What names the outcome of a handshake. */
    readonly HandshakeNonce: "__clerk_handshake_nonce";
  };
  /** Headers. */
  readonly Headers: {
    /** What the browser wants. */
    readonly Accept: "accept";
    /** The reason of the status, for a person. */
    readonly AuthMessage: "x-clerk-auth-message";
    /** The token. */
    readonly Authorization: "authorization";
    /** The reason of the status. */
    readonly AuthReason: "x-clerk-auth-reason";
    /** What proves that the server itself put the others there. */
    readonly AuthSignature: "x-clerk-auth-signature";
    /** The status. */
    readonly AuthStatus: "x-clerk-auth-status";
    /** The token, between parts of a server. */
    readonly AuthToken: "x-clerk-auth-token";
    /** Whether an answer may be kept. */
    readonly CacheControl: "cache-control";
    /** Where to go instead. */
    readonly ClerkRedirectTo: "x-clerk-redirect-to";
    /** Options, between parts of a server. */
    readonly ClerkRequestData: "x-clerk-request-data";
    /** The URL as the browser sees it. */
    readonly ClerkUrl: "x-clerk-clerk-url";
    /** The scheme that CloudFront was asked by. */
    readonly CloudFrontForwardedProto: "cloudfront-forwarded-proto";
    /** The media type. */
    readonly ContentType: "content-type";
    /** What a page may load. */
    readonly ContentSecurityPolicy: "content-security-policy";
    /** What a page should load. */
    readonly ContentSecurityPolicyReportOnly:
      "content-security-policy-report-only";
    /** Whether to tell more. */
    readonly EnableDebug: "x-clerk-debug";
    /** The host that a proxy was asked for. */
    readonly ForwardedHost: "x-forwarded-host";
    /** The port that a proxy was asked at. */
    readonly ForwardedPort: "x-forwarded-port";
    /** The scheme that a proxy was asked by. */
    readonly ForwardedProto: "x-forwarded-proto";
    /** The host. */
    readonly Host: "host";
    /** Where to go. */
    readonly Location: "location";
    /** The nonce of a content security policy. */
    readonly Nonce: "x-nonce";
    /** The origin of the page. */
    readonly Origin: "origin";
    /** The page before. */
    readonly Referrer: "referer";
    /** What the browser wants it for. */
    readonly SecFetchDest: "sec-fetch-dest";
    /** How the page and the request are related. */
    readonly SecFetchSite: "sec-fetch-site";
    /** The browser. */
    readonly UserAgent: "user-agent";
    /** Where a browser reports to. */
    readonly ReportingEndpoints: "reporting-endpoints";
  };
  /** Media types. */
  readonly ContentTypes: {
    /** JSON. */
    readonly Json: "application/json";
  };
  /** Parameters of URLs. */
  readonly QueryParameters: {
    /** Whether a satellite was synchronised. */
    readonly ClerkSynced: "__clerk_synced";
    /** Whether cookies with a suffix are used. */
    readonly SuffixedCookies: "suffixed_cookies";
    /** Where a satellite wants to get back to. */
    readonly ClerkRedirectUrl: "__clerk_redirect_url";
    /** The browser, in development. */
    readonly DevBrowser: "__clerk_db_jwt";
    /** What a handshake brings. */
    readonly Handshake: "__clerk_handshake";
    /** Help with a handshake. */
    readonly HandshakeHelp: "__clerk_help";
    /** The browser, as it was once named. */
    readonly LegacyDevBrowser: "__dev_session";
    /** The reason of a handshake. */
    readonly HandshakeReason: "__clerk_hs_reason";
    /** What names the outcome of a handshake. */
    readonly HandshakeNonce: "__clerk_handshake_nonce";
    /** How the outcome is to be brought. */
    readonly HandshakeFormat: "format";
    /** The session token. */
    readonly Session: "__session";
  };
  /** Values of `__clerk_synced`. */
  readonly ClerkSyncStatus: {
    /** It is still to be done. */
    readonly NeedsSync: "false";
    /** It was done. */
    readonly Completed: "true";
  };
} = {
  Attributes: {
    AuthToken: "__clerkAuthToken",
    AuthSignature: "__clerkAuthSignature",
    AuthStatus: "__clerkAuthStatus",
    AuthReason: "__clerkAuthReason",
    AuthMessage: "__clerkAuthMessage",
    ClerkUrl: "__clerkUrl",
  },
  Cookies: {
    Session: "__session",
    Refresh: "__refresh",
    ClientUat: "__client_uat",
    Handshake: "__clerk_handshake",
    DevBrowser: "__clerk_db_jwt",
    RedirectCount: "__clerk_redirect_count",
    HandshakeNonce: "__clerk_handshake_nonce",
  },
  Headers: {
    Accept: "accept",
    AuthMessage: "x-clerk-auth-message",
    Authorization: "authorization",
    AuthReason: "x-clerk-auth-reason",
    AuthSignature: "x-clerk-auth-signature",
    AuthStatus: "x-clerk-auth-status",
    AuthToken: "x-clerk-auth-token",
    CacheControl: "cache-control",
    ClerkRedirectTo: "x-clerk-redirect-to",
    ClerkRequestData: "x-clerk-request-data",
    ClerkUrl: "x-clerk-clerk-url",
    CloudFrontForwardedProto: "cloudfront-forwarded-proto",
    ContentType: "content-type",
    ContentSecurityPolicy: "content-security-policy",
    ContentSecurityPolicyReportOnly: "content-security-policy-report-only",
    EnableDebug: "x-clerk-debug",
    ForwardedHost: "x-forwarded-host",
    ForwardedPort: "x-forwarded-port",
    ForwardedProto: "x-forwarded-proto",
    Host: "host",
    Location: "location",
    Nonce: "x-nonce",
    Origin: "origin",
    Referrer: "referer",
    SecFetchDest: "sec-fetch-dest",
    SecFetchSite: "sec-fetch-site",
    UserAgent: "user-agent",
    ReportingEndpoints: "reporting-endpoints",
  },
  ContentTypes: { Json: "application/json" },
  QueryParameters: {
    ClerkSynced: "__clerk_synced",
    SuffixedCookies: "suffixed_cookies",
    ClerkRedirectUrl: "__clerk_redirect_url",
    DevBrowser: "__clerk_db_jwt",
    Handshake: "__clerk_handshake",
    HandshakeHelp: "__clerk_help",
    LegacyDevBrowser: "__dev_session",
    HandshakeReason: "__clerk_hs_reason",
    HandshakeNonce: "__clerk_handshake_nonce",
    HandshakeFormat: "format",
    Session: "__session",
  },
  ClerkSyncStatus: { NeedsSync: "false", Completed: "true" },
};
