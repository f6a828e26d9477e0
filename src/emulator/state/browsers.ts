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
  if (store.browsers.size % MANY === 0) forgetIdle(store);
  return browser;
}

/** How many browsers are looked through at a time. */
const MANY = 1_000;

/**
 * Forgets all browsers but the last that nobody ever signed in with: whatever
 * asks for a page again and again without cookies is a new one each time.
 */
function forgetIdle(store: Store): void {
  const idle = [...store.browsers.all()]
    .filter(({ clientId }) => !store.clients.get(clientId));
  for (const { id } of idle.slice(0, -MANY / 2)) store.browsers.delete(id);
}
