import type { JsonObject } from "../../text/json.ts";
import { createTable, type Row, type Table } from "./table.ts";

/** Where people may be sent back to. */
export interface RedirectUrlRow extends Row {
  /** The address. */
  readonly url: string;
}

/** A domain of the instance. */
export interface DomainRow extends Row {
  /** The domain itself. */
  readonly name: string;
  /** Whether another domain is the primary one. */
  readonly isSatellite: boolean;
  /** Where the Frontend API is reached through, if not directly. */
  readonly proxyUrl: string | null;
}

/** A check of a domain's proxy. */
export interface ProxyCheckRow extends Row {
  /** The domain. */
  readonly domainId: string;
  /** The proxy. */
  readonly proxyUrl: string;
}

/** What was changed of a section of the instance's settings, which is the id. */
export interface SettingsRow extends Row {
  /** The members that were set, as the API names them. */
  readonly values: JsonObject;
}

/** What is the instance's own. */
export interface InstanceTables {
  /** Where people may be sent back to. */
  readonly redirectUrls: Table<RedirectUrlRow, "url">;
  /** Domains; the primary one only once it was changed. */
  readonly domains: Table<DomainRow, "name">;
  /** Checks of proxies. */
  readonly proxyChecks: Table<ProxyCheckRow, "domain">;
  /** Settings, by section. */
  readonly settings: Table<SettingsRow, never>;
}

/** Makes the tables, empty. */
export function createInstanceTables(): InstanceTables {
  return {
    redirectUrls: createTable<RedirectUrlRow, "url">({
      url: ({ url }) => [url],
    }),
    domains: createTable<DomainRow, "name">({ name: ({ name }) => [name] }),
    proxyChecks: createTable<ProxyCheckRow, "domain">({
      domain: ({ domainId }) => [domainId],
    }),
    settings: createTable<SettingsRow, never>({}),
  };
}
