import { randomText } from "../ids.ts";
import { startRow, type Store } from "./store.ts";

/** How many are kept: not everybody comes back to ask. */
const LENGTH = 1_000;

/** Keeps cookies for whoever shows the nonce that this gives. */
export function keepHandshake(
  store: Store,
  directives: readonly string[],
  now: number,
): string {
  if (store.handshakes.size >= LENGTH) {
    const [oldest] = store.handshakes.all();
    if (oldest) store.handshakes.delete(oldest.id);
  }
  const row = startRow(store, "", now, randomText(40));
  store.handshakes.put({ ...row, directives: [...directives] });
  return row.id;
}

/** Gives the cookies of a nonce, once; undefined when there are none. */
export function takeHandshake(
  store: Store,
  nonce: string,
): readonly string[] | undefined {
  const row = store.handshakes.get(nonce);
  store.handshakes.delete(nonce);
  return row?.directives;
}
