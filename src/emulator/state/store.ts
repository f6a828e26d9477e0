import { isObject, isText } from "../../text/json.ts";
import type { IdSource } from "../ids.ts";
import { type BrowserTables, createBrowserTables } from "./browser_tables.ts";
import {
  createInstanceTables,
  type InstanceTables,
} from "./instance_tables.ts";
import type { MessageRow, OutboxTables } from "./outbox.ts";
import { createMachineTables, type MachineTables } from "./machine_tables.ts";
import { createSessionTables, type SessionTables } from "./session_tables.ts";
import { plantBuiltInRoles } from "./built_in_roles.ts";
import {
  createOrganizationTables,
  type OrganizationTables,
} from "./organization_tables.ts";
import { gmailBoxOf } from "./email_address.ts";
import { createTable, type Row, type Table } from "./table.ts";
import type { Identification, UserRow } from "./user.ts";

/** A change of a user's credit. */
export interface CreditRow extends Row {
  /** The user. */
  readonly userId: string;
  /** What makes a repetition known, with the user's id before it. */
  readonly key: string;
  /** How much, in the currency's smallest unit; negative when it was taken. */
  readonly amount: number;
  /** The currency, such as `USD`. */
  readonly currency: string;
  /** What it was for. */
  readonly note: string | null;
}

/** How users are found. */
export type UserIndex =
  | "email"
  | "gmailBox"
  | "phone"
  | "wallet"
  | "username"
  | "externalId"
  | "provider"
  | "providerUser"
  | "identification";

/** All that an emulated instance holds. */
export interface Store
  extends
    OrganizationTables,
    SessionTables,
    MachineTables,
    InstanceTables,
    OutboxTables,
    BrowserTables {
  /** Where ids come from. */
  readonly ids: IdSource;
  /** Users. */
  readonly users: Table<UserRow, UserIndex>;
  /** Changes of credit. */
  readonly credits: Table<CreditRow, "user" | "key">;
  /** How many rows were made. */
  sequence: number;
}

/** What a store holds, fit for JSON. */
export interface Snapshot {
  /** The version of this form. */
  readonly version: 1;
  /** How many ids were made. */
  readonly ids: number;
  /** How many rows were made. */
  readonly sequence: number;
  /** The rows of each table, the oldest first. */
  readonly tables: { readonly [table: string]: readonly unknown[] };
}

/** Makes a store with nothing in it but what every instance has. */
export function createStore(ids: IdSource): Store {
  const store: Store = {
    ...createOrganizationTables(),
    ...createSessionTables(),
    ...createMachineTables(),
    ...createInstanceTables(),
    ...createBrowserTables(),
    ids,
    sequence: 0,
    users: createTable<UserRow, UserIndex>({
      email: (user) => user.emails.map(lowered),
      gmailBox: (user) =>
        user.emails.flatMap(({ value }) => gmailBoxOf(value) ?? []),
      phone: (user) => user.phones.map((phone) => phone.value),
      wallet: (user) => user.wallets.map((wallet) => wallet.value),
      username: (user) => user.username ? [user.username.toLowerCase()] : [],
      externalId: (user) => user.externalId ? [user.externalId] : [],
      provider: (user) => texts(user, "provider"),
      providerUser: (user) => texts(user, "provider_user_id"),
      identification: (user) =>
        [...user.emails, ...user.phones].map(({ id }) => id),
    }),
    outbox: createTable<MessageRow, never>({}),
    credits: createTable<CreditRow, "user" | "key">({
      user: (credit) => [credit.userId],
      key: (credit) => [credit.key],
    }),
  };
  plantBuiltInRoles(store);
  return store;
}

/** Makes the beginning of a row: its id and its place in time. */
export function startRow(
  store: Store,
  kind: string,
  createdAt: number,
  id: string = store.ids.next(kind),
): Row {
  return { id, createdAt, sequence: store.sequence++ };
}

/** Deletes a user and what hangs on the user. */
export function deleteUser(store: Store, id: string): void {
  for (const table of tablesOfUsers(store)) {
    for (const row of table.find("user", id)) table.delete(row.id);
  }
  for (const key of store.apiKeys.find("subject", id)) {
    store.apiKeys.delete(key.id);
  }
  store.users.delete(id);
}

/** The tables whose rows are a user's. */
function tablesOfUsers(store: Store): readonly Pick<
  Table<Row, "user">,
  "find" | "delete"
>[] {
  return [
    store.memberships,
    store.credits,
    store.sessions,
    store.signInTokens,
    store.actorTokens,
    store.agentTasks,
    store.verifications,
    store.oauthTokens,
  ];
}

/** Takes everything out of a store but what every instance has. */
export function clearStore(store: Store): void {
  for (const table of tablesOf(store)) table[1].clear();
  plantBuiltInRoles(store);
  store.ids.count = 0;
  store.sequence = 0;
}

/** Writes down what a store holds. */
export function takeSnapshot(store: Store): Snapshot {
  return structuredClone(writeSnapshot(store));
}

/** Writes down what a store holds, with the rows themselves. */
export function writeSnapshot(store: Store): Snapshot {
  return writeRows(store, (table) => [...table.newest()].reverse());
}

function writeRows(
  store: Store,
  list: (table: AnyTable) => readonly unknown[],
): Snapshot {
  const tables = tablesOf(store).map(([name, table]) => [name, list(table)]);
  return {
    version: 1,
    ids: store.ids.count,
    sequence: store.sequence,
    tables: Object.fromEntries(tables),
  };
}

/** Counts all changes of a store since it was made. */
export function countChanges(store: Store): number {
  let changes = 0;
  for (const [, table] of tablesOf(store)) changes += table.changes;
  return changes;
}

/** Whether something has the form of a snapshot of this version. */
export function isSnapshot(value: unknown): value is Snapshot {
  return isObject(value) && value.version === 1 &&
    Number.isSafeInteger(value.ids) && Number.isSafeInteger(value.sequence) &&
    isObject(value.tables) && Object.values(value.tables).every(isRows);
}

function isRows(rows: unknown): boolean {
  return Array.isArray(rows) &&
    rows.every((row) => isObject(row) && isText(row.id));
}

/**
 * Puts back what a store held.
 *
 * @throws {TypeError} When it is no snapshot; the store is left as it was.
 */
export function restoreSnapshot(store: Store, snapshot: Snapshot): void {
  try {
    if (!isSnapshot(snapshot)) throw new TypeError("It has another form.");
    const copy = structuredClone(snapshot);
    allOrNothing(store, () => fillStore(store, copy));
  } catch (cause) {
    throw new TypeError(
      'Cannot restore the snapshot: expected what "snapshot()" of this version gave.',
      { cause },
    );
  }
}

/** Does all of something to a store, or leaves it as it was and throws. */
export function allOrNothing(store: Store, change: () => void): void {
  // Not in their order: to keep one costs more than most changes.
  const before = writeRows(store, (table) => [...table.all()]);
  try {
    change();
  } catch (error) {
    fillStore(store, before);
    throw error;
  }
}

function fillStore(store: Store, { tables, ids, sequence }: Snapshot): void {
  clearStore(store);
  for (const [name, table] of tablesOf(store)) {
    const rows = tables[name];
    if (!rows) continue;
    table.clear();
    for (const row of rows) table.put(row);
  }
  store.ids.count = ids;
  store.sequence = sequence;
}

function tablesOf(store: Store): readonly [string, AnyTable][] {
  const { ids: _, sequence: __, ...tables } = store;
  return Object.entries(tables);
}

/** A table of rows that nobody looks into. */
interface AnyTable {
  readonly changes: number;
  put(row: unknown): void;
  clear(): void;
  newest(): IterableIterator<unknown>;
  all(): IterableIterator<unknown>;
}

function lowered({ value }: Identification): string {
  return value.toLowerCase();
}

function texts(user: UserRow, member: string): readonly string[] {
  return user.externalAccounts.map((account) => String(account[member]));
}
