import { createTable, type Row, type Table } from "./table.ts";

/** A browser as development instances know it: by a token of its own. */
export interface BrowserRow extends Row {
  /** The client that its sessions are in. */
  readonly clientId: string;
}

/** What is known of browsers. */
export interface BrowserTables {
  /** Browsers, by their tokens. */
  readonly browsers: Table<BrowserRow, never>;
}

/** Makes the table, empty. */
export function createBrowserTables(): BrowserTables {
  return { browsers: createTable<BrowserRow, never>({}) };
}
