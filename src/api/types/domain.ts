/** A domain that the instance serves. */
export interface Domain {
  /** What this is. */
  readonly object: "domain";
  /** Its id, `dmn_…`. */
  readonly id: string;
  /** Its name, such as `example.com`. */
  readonly name: string;
  /** Whether it is a satellite, whose users sign in on the primary domain. */
  readonly isSatellite: boolean;
  /** Where the Frontend API is for it. */
  readonly frontendApiUrl: string;
  /** Where the Account Portal is for it, or null; satellites have none. */
  readonly accountsPortalUrl?: string | null;
  /** The proxy that stands before the Frontend API, or null. */
  readonly proxyUrl?: string | null;
  /** The origin of the application in development; empty in production. */
  readonly developmentOrigin: string;
  /** The DNS records that it needs, or null. */
  readonly cnameTargets?: readonly CnameTarget[] | null;
}

/** A CNAME record that a domain needs. */
export interface CnameTarget {
  /** The name of the record. */
  readonly host: string;
  /** What it must lead to. */
  readonly value: string;
  /** Whether the domain does not work without it. */
  readonly required: boolean;
}

/** What `domains.add` takes. */
export interface AddDomainParams {
  /** The domain; in development it may have a port, `localhost:3000`. */
  readonly name: string;
  /** That it is a satellite; there is one primary domain only. */
  readonly isSatellite: true;
  /** The full URL of the proxy before the Frontend API; in production only. */
  readonly proxyUrl?: string | null | undefined;
}

/** What `domains.update` takes. A member left out stays as it is. */
export interface UpdateDomainParams {
  /** The domain's id, `dmn_…`. */
  readonly domainId: string;
  /** The new domain, without `https://`; in development it may have a port. */
  readonly name?: string | null | undefined;
  /** The full URL of the proxy before the Frontend API; null goes back to DNS. */
  readonly proxyUrl?: string | null | undefined;
  /** Whether it is of a second application below the same domain, so that its subdomain counts. */
  readonly isSecondary?: boolean | null | undefined;
}
