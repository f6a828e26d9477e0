import type { BrowserRow } from "./browser_tables.ts";
import { startRow, type Store } from "./store.ts";

/** Makes a browser known, with a client that is there or will be. */
export function startBrowser(
  store: Store,
  now: number,
  clientId: string = store.ids.next("client"),
): BrowserRow {
  const browser = { ...startRow(store, "dvb", now), clientId };
  store.browsers.put(browser);
  return browser;
}
