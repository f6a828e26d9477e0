// A table: exempt from the limit on lines.
import { isObject } from "../../text/json.ts";
import { cannotSeed } from "./seed_organizations.ts";
import type { Seed } from "./seed_types.ts";

/** The members of a part of a seed: `true`, or those of the things in a list. */
interface Members {
  readonly [name: string]: true | Members;
}

/** A table that has every member, as the compiler sees to. */
type Table<Part> = {
  readonly [Name in keyof Part]-?: Entry<NonNullable<Part[Name]>>;
};

type Entry<Value> = Value extends readonly (infer Item)[]
  ? Item extends string ? true : Table<Item>
  : true;

/** What a seed may consist of; a misspelt member would be lost in silence. */
const SEED: Table<Seed> = {
  users: {
    id: true,
    emailAddress: true,
    phoneNumber: true,
    web3Wallet: true,
    username: true,
    externalId: true,
    firstName: true,
    lastName: true,
    password: true,
    totpSecret: true,
    backupCodes: true,
    publicMetadata: true,
    privateMetadata: true,
    unsafeMetadata: true,
    banned: true,
    createdAt: true,
    passkeys: { id: true, name: true },
    externalAccounts: {
      id: true,
      provider: true,
      providerUserId: true,
      emailAddress: true,
      token: true,
      scopes: true,
    },
    trustedDevices: {
      id: true,
      platform: true,
      appIdentifier: true,
      name: true,
    },
  },
  roles: { key: true, name: true, permissions: true },
  organizations: {
    id: true,
    name: true,
    slug: true,
    publicMetadata: true,
    privateMetadata: true,
    maxAllowedMemberships: true,
    createdBy: true,
    createdAt: true,
    domains: { name: true, enrollmentMode: true, verified: true },
    members: {
      userId: true,
      role: true,
      permissions: true,
      publicMetadata: true,
      privateMetadata: true,
    },
    invitations: {
      id: true,
      emailAddress: true,
      role: true,
      status: true,
      expiresAt: true,
    },
  },
  sessions: { id: true, userId: true, clientId: true, organizationId: true },
  jwtTemplates: { id: true, name: true, claims: true, lifetime: true },
  machines: {
    id: true,
    name: true,
    secretKey: true,
    scopedMachines: true,
    defaultTokenTtl: true,
  },
  apiKeys: {
    id: true,
    secret: true,
    subject: true,
    name: true,
    scopes: true,
    claims: true,
  },
  oauthApplications: {
    id: true,
    name: true,
    clientId: true,
    clientSecret: true,
    redirectUris: true,
    scopes: true,
  },
  redirectUrls: true,
  settings: true,
  invitations: {
    id: true,
    emailAddress: true,
    status: true,
    expiresAt: true,
    redirectUrl: true,
    publicMetadata: true,
  },
  waitlist: true,
  allowlist: true,
  blocklist: true,
};

/**
 * Checks that a seed has members that are known, at any depth.
 *
 * @throws {TypeError} When it has another. The message says where.
 */
export function checkMembers(seed: object): void {
  checkPart(seed, SEED, "");
}

function checkPart(part: object, members: Members, place: string): void {
  for (const [name, value] of Object.entries(part)) {
    const inner = Object.hasOwn(members, name) ? members[name] : undefined;
    if (inner === undefined) {
      throw cannotSeed(
        `member "${place}${name}"`,
        `there may be ${Object.keys(members).join(", ")}`,
      );
    }
    if (inner !== true) checkList(value, inner, `${place}${name}`);
  }
}

function checkList(list: unknown, members: Members, place: string): void {
  if (list === undefined) return;
  const items: readonly unknown[] = Array.isArray(list) ? list : [list];
  for (const [i, item] of items.entries()) {
    if (!isObject(item) || items !== list) {
      throw cannotSeed(`"${place}"`, "expected a list of objects");
    }
    checkPart(item, members, `${place}[${i}].`);
  }
}
