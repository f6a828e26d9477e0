import { randomText } from "../ids.ts";
import { scopeId } from "./machines.ts";
import { placeOf } from "./organization_tables.ts";
import type {
  SeedAccess,
  SeedApiKey,
  SeedJwtTemplate,
  SeedMachine,
  SeedOAuthApplication,
  SeedSession,
} from "./seed_access_types.ts";
import { startSession } from "./sessions.ts";
import { startRow, type Store } from "./store.ts";
import type { Row, Table } from "./table.ts";

/**
 * Adds sessions, machines, keys and applications to a store.
 *
 * @throws {TypeError} When an id is taken, or names what is not there.
 */
export function plantAccess(store: Store, seed: SeedAccess, now: number): void {
  for (const each of seed.sessions ?? []) plantSession(store, each, now);
  for (const each of seed.jwtTemplates ?? []) plantTemplate(store, each, now);
  const machines = (seed.machines ?? []).map((each) =>
    [plantMachine(store, each, now), each] as const
  );
  for (const [id, each] of machines) plantScopes(store, id, each, now);
  for (const each of seed.apiKeys ?? []) plantApiKey(store, each, now);
  for (const each of seed.oauthApplications ?? []) {
    plantApplication(store, each, now);
  }
  for (const url of seed.redirectUrls ?? []) {
    const what = `redirect URL "${url}"`;
    if (!URL.canParse(url)) throw cannot(what, "it is no URL");
    if (store.redirectUrls.find("url", url).length > 0) {
      throw cannot(what, "there is one already");
    }
    store.redirectUrls.put({ ...startRow(store, "ru", now), url });
  }
}

function plantSession(store: Store, seed: SeedSession, now: number): void {
  const { id, userId, organizationId } = seed;
  const what = `session of "${userId}"`;
  if (!store.users.get(userId)) throw cannot(what, "there is no such user");
  const isMember = organizationId === undefined ||
    store.memberships.find("place", placeOf(organizationId, userId)).length > 0;
  if (!isMember) throw cannot(what, `no member of "${organizationId}"`);
  checkId(store.sessions, what, id);
  startSession(store, seed, now);
}

function plantTemplate(store: Store, seed: SeedJwtTemplate, now: number): void {
  const { id, name, claims, lifetime = 60 } = seed;
  const what = `JWT template "${name}"`;
  checkId(store.jwtTemplates, what, id);
  if (store.jwtTemplates.find("name", name).length > 0) {
    throw cannot(what, "there is one of that name already");
  }
  store.jwtTemplates.put({
    ...startRow(store, "jtmp", now, id),
    name,
    claims: structuredClone(claims),
    lifetime,
    allowedClockSkew: 5,
    signingAlgorithm: "RS256",
    signingKey: null,
    updatedAt: now,
  });
}

function plantMachine(store: Store, seed: SeedMachine, now: number): string {
  const { id, name, secretKey = `ak_${randomText(48)}` } = seed;
  checkId(store.machines, `machine "${name}"`, id);
  if (
    !secretKey.startsWith("ak_") ||
    store.machines.find("secret", secretKey).length > 0
  ) {
    throw cannot(
      `machine "${name}"`,
      'its secret key must begin with "ak_" and be its own',
    );
  }
  const row = startRow(store, "mch", now, id);
  store.machines.put({
    ...row,
    name,
    secretKey,
    oldKey: null,
    tokenSeconds: seed.defaultTokenTtl ?? 3_600,
    updatedAt: now,
  });
  return row.id;
}

/** All machines are there by now, in whatever order they were given. */
function plantScopes(
  store: Store,
  from: string,
  { name, scopedMachines = [] }: SeedMachine,
  now: number,
): void {
  for (const to of scopedMachines) {
    if (!store.machines.get(to)) {
      throw cannot(`machine "${name}"`, `there is no machine "${to}"`);
    }
    store.machineScopes.put({
      ...startRow(store, "", now, scopeId(from, to)),
      from,
      to,
    });
  }
}

function plantApiKey(store: Store, seed: SeedApiKey, now: number): void {
  const { id = store.ids.nextHex("ak"), name, subject } = seed;
  const { secret = `ak_${randomText(40)}` } = seed;
  checkId(store.apiKeys, `API key "${name}"`, id);
  if (store.apiKeys.find("secret", secret).length > 0) {
    throw cannot(`API key "${name}"`, "its secret is another one's already");
  }
  store.apiKeys.put({
    ...startRow(store, "ak", now, id),
    subject,
    name,
    secret,
    type: "api_key",
    description: null,
    claims: seed.claims ? structuredClone(seed.claims) : null,
    scopes: [...seed.scopes ?? []],
    createdBy: null,
    revoked: false,
    revocationReason: null,
    expiresAt: null,
    lastUsedAt: null,
    updatedAt: now,
  });
}

function plantApplication(
  store: Store,
  seed: SeedOAuthApplication,
  now: number,
): void {
  const { id, name, clientId = randomText(16) } = seed;
  const what = `OAuth application "${name}"`;
  checkId(store.oauthApplications, what, id);
  if (store.oauthApplications.find("client", clientId).length > 0) {
    throw cannot(what, "its client id is another one's already");
  }
  store.oauthApplications.put({
    ...startRow(store, "oa", now, id),
    name,
    clientId,
    clientSecret: seed.clientSecret ?? randomText(32),
    redirectUris: [...seed.redirectUris ?? []],
    scopes: seed.scopes ?? "profile email",
    consentScreenEnabled: true,
    pkceRequired: false,
    public: false,
    imageId: null,
    updatedAt: now,
  });
}

function checkId(
  table: Pick<Table<Row, never>, "get">,
  what: string,
  id: string | undefined,
): void {
  if (id !== undefined && table.get(id)) {
    throw cannot(what, "there is one of that id already");
  }
}

function cannot(what: string, why: string): TypeError {
  return new TypeError(`Cannot seed the ${what}: ${why}.`);
}
