import { refuseParam } from "../http/refusal.ts";
import type { Query } from "../http/fields.ts";
import {
  type Orders,
  readOrder,
  refuseOrder,
  sortRows,
} from "../http/listing.ts";
import type { Store, UserIndex } from "./store.ts";
import type { UserRow } from "./user.ts";

type Test = (user: UserRow) => boolean;

/** What may be asked for by exact value, and the index that answers. */
const EXACT: readonly (readonly [
  param: string,
  index: UserIndex | "id",
  lower: boolean,
])[] = [
  ["user_id", "id", false],
  ["email_address", "email", true],
  ["phone_number", "phone", false],
  ["external_id", "externalId", false],
  ["username", "username", true],
  ["web3_wallet", "wallet", false],
  ["provider_user_id", "providerUser", false],
];

/** Parameters whose values may be left out (`-`) as well as asked for (`+`). */
const SIGNED: readonly string[] = ["user_id", "external_id"];

const lower = (text: string | null) => (text ?? "").toLowerCase();
const emails = (user: UserRow) => user.emails.map((each) => each.value);
const phones = (user: UserRow) => user.phones.map((each) => each.value);

/** Where the texts are that each partial query looks through. */
const PARTIAL: { readonly [param: string]: (user: UserRow) => Texts } = {
  email_address_query: emails,
  phone_number_query: phones,
  username_query: (user) => [user.username],
  name_query: (user) => [
    user.firstName,
    user.lastName,
    `${user.firstName ?? ""} ${user.lastName ?? ""}`,
  ],
  query: (user) => [
    user.id,
    user.username,
    user.firstName,
    user.lastName,
    ...emails(user),
    ...phones(user),
    ...user.wallets.map((each) => each.value),
  ],
};

type Texts = readonly (string | null)[];

/** What the bounds on times look at. */
const TIMES: { readonly [name: string]: (user: UserRow) => number | null } = {
  last_active_at: (user) => user.lastActiveAt,
  created_at: (user) => user.createdAt,
  last_sign_in_at: (user) => user.lastSignInAt,
};

/** What lists of users can be ordered by. */
export const USER_ORDERS: Orders<UserRow> = {
  created_at: (user) => user.createdAt,
  updated_at: (user) => user.updatedAt,
  last_active_at: (user) => user.lastActiveAt,
  last_sign_in_at: (user) => user.lastSignInAt,
  email_address: (user) => lower(emails(user)[0] ?? null),
  phone_number: (user) => phones(user)[0] ?? "",
  web3wallet: (user) => user.wallets[0]?.value ?? "",
  username: (user) => lower(user.username),
  first_name: (user) => lower(user.firstName),
  last_name: (user) => lower(user.lastName),
};

/** Finds a page of the users that a query asks for. */
export function searchUsers(store: Store, query: Query): readonly UserRow[] {
  const limit = Number(query.limit ?? 10);
  const offset = Number(query.offset ?? 0);
  const after = readCursor(store, query.starting_after);
  const name = String(query.order_by || "-created_at");
  const order = readOrder(name, USER_ORDERS);
  if (!order) throw refuseOrder(name, USER_ORDERS);
  const tests = makeUserTests(store, query);
  const named = findNamed(store, query);
  if (named) {
    const sorted = sortRows([...filter(named, tests)], name, USER_ORDERS);
    const start = after
      ? sorted.findIndex((user) => user.id === after.id) + 1
      : 0;
    return sorted.slice(start + offset, start + offset + limit);
  }
  return tests.length === 0
    ? takePage(store.users.sorted(order, after, offset), 0, limit)
    : takePage(filter(store.users.sorted(order, after), tests), offset, limit);
}

/** Counts the users that a query asks for. */
export function countUsers(store: Store, query: Query): number {
  if (Object.keys(query).length === 0) return store.users.size;
  const tests = makeUserTests(store, query);
  const users = findNamed(store, query) ?? store.users.newest();
  let count = 0;
  for (const _ of filter(users, tests)) count++;
  return count;
}

function* filter(
  users: Iterable<UserRow>,
  tests: readonly Test[],
): Iterable<UserRow> {
  for (const user of users) {
    if (tests.every((test) => test(user))) yield user;
  }
}

function takePage(
  users: Iterable<UserRow>,
  offset: number,
  limit: number,
): readonly UserRow[] {
  const page: UserRow[] = [];
  let skipped = 0;
  for (const user of users) {
    if (skipped < offset) skipped++;
    else if (page.push(user) >= limit) break;
  }
  return page;
}

/** The users that the first parameter with exact values names. */
function findNamed(store: Store, query: Query): Set<UserRow> | undefined {
  for (const [param, index, lowered] of EXACT) {
    const values = wanted(query, param);
    if (values.length === 0) continue;
    return new Set(values.flatMap((value) => {
      if (index !== "id") {
        return store.users.find(index, lowered ? value.toLowerCase() : value);
      }
      const user = store.users.get(value);
      return user ? [user] : [];
    }));
  }
  const organizations = wanted(query, "organization_id");
  if (organizations.length === 0) return undefined;
  return new Set(organizations.flatMap((id) => membersOf(store, id)));
}

function membersOf(store: Store, organization: string): readonly UserRow[] {
  return store.memberships.find("organization", organization)
    .flatMap(({ userId }) => store.users.get(userId) ?? []);
}

/** Makes the tests that a user must pass to be in a list, by its query. */
export function makeUserTests(store: Store, query: Query): readonly Test[] {
  const tests: Test[] = [];
  for (const [param, index, lowered] of EXACT) {
    addSets(tests, query, param, (user) => keysOf(user, index), lowered);
  }
  const organizationsOf = (user: UserRow) =>
    store.memberships.find("user", user.id).map((each) => each.organizationId);
  addSets(tests, query, "organization_id", organizationsOf, false);
  for (const [param, textsOf] of Object.entries(PARTIAL)) {
    const part = query[param];
    if (typeof part !== "string" || part === "") continue;
    tests.push(makePartialTest(param, textsOf, part.toLowerCase()));
  }
  if (query.banned !== undefined) {
    tests.push((user) => user.banned === query.banned);
  }
  if (query.provider !== undefined) {
    tests.push((user) =>
      user.externalAccounts.some((each) => each.provider === query.provider)
    );
  }
  for (const [name, timeOf] of Object.entries(TIMES)) {
    const before = query[`${name}_before`];
    const since = query[`${name}_after`] ?? query[`${name}_since`];
    if (before !== undefined) {
      tests.push((user) => (timeOf(user) ?? Infinity) < Number(before));
    }
    if (since !== undefined) {
      tests.push((user) => (timeOf(user) ?? -Infinity) > Number(since));
    }
  }
  return tests;
}

/**
 * What partial queries look through: the texts of each user in lower case, with
 * lines between them. Users are never changed, so it holds as long as they do.
 */
const LOWERED = new Map<string, WeakMap<UserRow, string>>();

function makePartialTest(
  param: string,
  textsOf: (user: UserRow) => Texts,
  sought: string,
): Test {
  const known = LOWERED.get(param) ?? new WeakMap<UserRow, string>();
  LOWERED.set(param, known);
  return (user) => {
    let text = known.get(user);
    if (text === undefined) {
      text = textsOf(user).join("\n").toLowerCase();
      known.set(user, text);
    }
    return text.includes(sought);
  };
}

function addSets(
  tests: Test[],
  query: Query,
  param: string,
  keysOfUser: (user: UserRow) => readonly string[],
  lowered: boolean,
): void {
  const normalize = (value: string) => lowered ? value.toLowerCase() : value;
  const some = new Set(wanted(query, param).map(normalize));
  const none = new Set(unwanted(query, param).map(normalize));
  if (some.size > 0) {
    tests.push((user) => keysOfUser(user).some((key) => some.has(key)));
  }
  if (none.size > 0) {
    tests.push((user) => !keysOfUser(user).some((key) => none.has(key)));
  }
}

function keysOf(user: UserRow, index: UserIndex | "id"): readonly string[] {
  switch (index) {
    case "id":
      return [user.id];
    case "email":
      return emails(user).map(lower);
    case "phone":
      return phones(user);
    case "wallet":
      return user.wallets.map((each) => each.value);
    case "username":
      return [lower(user.username)];
    case "externalId":
      return [user.externalId ?? ""];
    default:
      return user.externalAccounts.map((each) => String(each.provider_user_id));
  }
}

function wanted(query: Query, param: string): readonly string[] {
  return valuesOf(query, param).filter((value) => !isSigned(param, value, "-"))
    .map((value) => isSigned(param, value, "+") ? value.slice(1) : value);
}

function unwanted(query: Query, param: string): readonly string[] {
  return valuesOf(query, param).filter((value) => isSigned(param, value, "-"))
    .map((value) => value.slice(1));
}

function isSigned(param: string, value: string, sign: string): boolean {
  return value.startsWith(sign) &&
    (param === "organization_id" || SIGNED.includes(param));
}

function valuesOf(query: Query, param: string): readonly string[] {
  const values = query[param];
  return Array.isArray(values) ? values : [];
}

function readCursor(
  store: Store,
  id: Query[string] | undefined,
): UserRow | undefined {
  // As with other texts of a query, an empty one is none.
  if (id === undefined || id === "") return undefined;
  const user = store.users.get(String(id));
  if (user) return user;
  throw refuseParam(
    "form_param_value_invalid",
    "starting_after",
    `${id} is not the id of a user.`,
  );
}
