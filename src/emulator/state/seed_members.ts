// A table: exempt from the limit on lines.
import { isObject, isText, type JsonObject } from "../../text/json.ts";
import { cannotSeed } from "./seed_organizations.ts";
import type { Seed } from "./seed_types.ts";

/** What a member of a seed must be; with `?`, it may be missing. */
type Kind = "filled" | "text" | "texts" | "number" | "flag" | "map";

/** A kind, or all values that there are. */
type Rule = Kind | `${Kind}?` | readonly unknown[];

/** The members of a part of a seed: their rules, or those of the things in a list. */
interface Members {
  readonly [name: string]: Rule | Members;
}

/** A table that has every member, as the compiler sees to. */
type Table<Part> = {
  readonly [Name in keyof Part]-?: Entry<Part[Name]>;
};

type Entry<Value> = NonNullable<Value> extends readonly (infer Item)[]
  ? Item extends string ? Demand<Value, "texts"> : Table<Item>
  : NonNullable<Value> extends string
    ? string extends Value & string ? Demand<Value, "text" | "filled">
    : readonly Value[]
  : NonNullable<Value> extends number ? Demand<Value, "number">
  : NonNullable<Value> extends boolean ? Demand<Value, "flag">
  : Demand<Value, "map">;

type Demand<Value, Name extends Kind> = undefined extends Value ? `${Name}?`
  : Name;

/** What a seed may consist of; a misspelt member would be lost in silence. */
const SEED: Table<Seed> = {
  users: {
    id: "filled?",
    emailAddress: "texts?",
    phoneNumber: "texts?",
    web3Wallet: "texts?",
    username: "text?",
    externalId: "text?",
    firstName: "text?",
    lastName: "text?",
    password: "filled?",
    totpSecret: "text?",
    backupCodes: "texts?",
    publicMetadata: "map?",
    privateMetadata: "map?",
    unsafeMetadata: "map?",
    banned: "flag?",
    createdAt: "number?",
    passkeys: { id: "filled?", name: "text" },
    externalAccounts: {
      id: "filled?",
      provider: "filled",
      providerUserId: "filled",
      emailAddress: "text",
      token: "text?",
      scopes: "texts?",
    },
    trustedDevices: {
      id: "filled?",
      platform: ["ios", "android"],
      appIdentifier: "text",
      name: "text?",
    },
  },
  roles: { key: "filled", name: "text?", permissions: "texts?" },
  organizations: {
    id: "filled?",
    name: "filled",
    slug: "text?",
    publicMetadata: "map?",
    privateMetadata: "map?",
    maxAllowedMemberships: "number?",
    createdBy: "text?",
    createdAt: "number?",
    domains: {
      name: "filled",
      enrollmentMode: [
        undefined,
        "manual_invitation",
        "automatic_invitation",
        "automatic_suggestion",
      ],
      verified: "flag?",
    },
    members: {
      userId: "filled",
      role: "filled?",
      permissions: "texts?",
      publicMetadata: "map?",
      privateMetadata: "map?",
    },
    invitations: {
      id: "filled?",
      emailAddress: "filled",
      role: "filled?",
      status: [undefined, "pending", "accepted", "revoked"],
      expiresAt: "number?",
    },
  },
  sessions: {
    id: "filled?",
    userId: "filled",
    clientId: "text?",
    organizationId: "text?",
  },
  jwtTemplates: {
    id: "filled?",
    name: "filled",
    claims: "map",
    lifetime: "number?",
  },
  machines: {
    id: "filled?",
    name: "filled",
    secretKey: "text?",
    scopedMachines: "texts?",
    defaultTokenTtl: "number?",
  },
  apiKeys: {
    id: "filled?",
    secret: "text?",
    subject: "filled",
    name: "filled",
    scopes: "texts?",
    claims: "map?",
  },
  oauthApplications: {
    id: "filled?",
    name: "filled",
    clientId: "text?",
    clientSecret: "text?",
    redirectUris: "texts?",
    scopes: "text?",
  },
  redirectUrls: "texts?",
  settings: "map?",
  invitations: {
    id: "filled?",
    emailAddress: "filled",
    status: [undefined, "pending", "accepted", "revoked"],
    expiresAt: "number?",
    redirectUrl: "text?",
    publicMetadata: "map?",
  },
  waitlist: "texts?",
  allowlist: "texts?",
  blocklist: "texts?",
};

/**
 * Checks that a seed has members that are known, each as it must be, at any
 * depth.
 *
 * @throws {TypeError} When one is not. The message says where.
 */
export function checkMembers(seed: unknown): asserts seed is Seed {
  if (!isObject(seed)) {
    throw new TypeError("Cannot seed the instance: expected an object.");
  }
  checkPart(seed, SEED, "");
}

function checkPart(part: JsonObject, members: Members, place: string): void {
  const odd = Object.keys(part).find((name) => !Object.hasOwn(members, name));
  if (odd !== undefined) {
    const why = `there may be ${Object.keys(members).join(", ")}`;
    throw cannotSeed(`member "${place}${odd}"`, why);
  }
  for (const [name, rule] of Object.entries(members)) {
    const value = Object.hasOwn(part, name) ? part[name] : undefined;
    const where = `${place}${name}`;
    if (isTable(rule)) checkList(value, rule, where);
    else checkRule(value, rule, where);
  }
}

function isTable(rule: Rule | Members): rule is Members {
  return isObject(rule);
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

const EXPECTED: { readonly [kind in Kind]: string } = {
  filled: "a text that is not empty",
  text: "a text",
  texts: "a list of texts",
  number: "a whole number",
  flag: "true or false",
  map: "an object as JSON may hold it",
};

function checkRule(value: unknown, rule: Rule, place: string): void {
  if (typeof rule !== "string") {
    if (rule.includes(value)) return;
    const values = rule.filter((each) => each !== undefined);
    throw cannotSeed(`"${place}"`, `expected one of ${values.join(", ")}`);
  }
  const [kind, isOptional] = readRule(rule);
  if (value === undefined ? isOptional : isOfKind(kind, value)) return;
  throw cannotSeed(`"${place}"`, `expected ${EXPECTED[kind]}`);
}

function readRule(
  rule: Kind | `${Kind}?`,
): readonly [kind: Kind, isOptional: boolean] {
  for (const kind of KINDS) {
    if (rule === kind) return [kind, false];
    if (rule === `${kind}?`) return [kind, true];
  }
  throw new TypeError(`There is no rule "${rule}".`);
}

const KINDS: readonly Kind[] = [
  "filled",
  "text",
  "texts",
  "number",
  "flag",
  "map",
];

function isOfKind(kind: Kind, value: unknown): boolean {
  switch (kind) {
    case "filled":
      return isText(value) && value !== "";
    case "text":
      return isText(value);
    case "texts":
      return Array.isArray(value) && value.every(isText);
    case "number":
      return Number.isSafeInteger(value);
    case "flag":
      return typeof value === "boolean";
    case "map":
      return isObject(value) && isKeepable(value);
  }
}

/** Functions and the like can neither be kept nor be in an answer. */
function isKeepable(value: JsonObject): boolean {
  try {
    JSON.stringify(value, refuseOdd);
    return true;
  } catch {
    return false;
  }
}

/** Refuses what JSON would drop or empty in silence; it refuses the rest. */
function refuseOdd(name: string, value: unknown): unknown {
  const isOdd = typeof value === "function" || typeof value === "symbol" ||
    value instanceof Map || value instanceof Set;
  if (isOdd) throw new TypeError(`"${name}" is nothing that JSON has.`);
  return value;
}
