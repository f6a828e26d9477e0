import type { EmailAddress as CoreEmailAddress } from "../src/api/types/email_address.ts";
import type { ExternalAccount as CoreExternalAccount } from "../src/api/types/external_account.ts";
import type { PhoneNumber } from "../src/api/types/phone_number.ts";
import type { User as CoreUser } from "../src/api/types/user.ts";
import type { UserId, VerifiedCode } from "../src/api/types/user_answers.ts";
import type { Web3Wallet } from "../src/api/types/web3_wallet.ts";
import { isObject, type JsonObject } from "../src/text/json.ts";
import { toSnakeJson } from "../src/rest/encode.ts";
import { freeForm } from "../src/rest/free_form.ts";

/** What the official package adds to a user. None of it is enumerable. */
export interface UserGetters {
  /** The address that `primaryEmailAddressId` names. */
  readonly primaryEmailAddress: CoreEmailAddress | null;
  /** The number that `primaryPhoneNumberId` names. */
  readonly primaryPhoneNumber: PhoneNumber | null;
  /** The wallet that `primaryWeb3WalletId` names. */
  readonly primaryWeb3Wallet: Web3Wallet | null;
  /** The given and the family name, as far as there are any. */
  readonly fullName: string | null;
}

/** What the official package adds to resources. None of it is enumerable. */
export interface Raw {
  /** The resource with the names that the API gives its members. */
  readonly raw: { readonly [name: string]: unknown };
}

/** What the official package adds to an account at an OAuth provider. */
export interface ExternalAccountGetters {
  /**
   * The user's id at the provider. Not enumerable.
   *
   * @deprecated Use `providerUserId`.
   */
  readonly externalId: string;
}

/**
 * A resource with what the official package adds to it, at any depth: one
 * mapped type for all of them.
 */
export type Official<T> = T extends readonly (infer Item)[] ? Official<Item>[]
  : T extends CoreUser ? Members<T> & UserGetters & Raw
  : T extends CoreExternalAccount ? Members<T> & ExternalAccountGetters
  : T extends UserId ? { readonly user_id: string }
  : T extends VerifiedCode
    ? { readonly verified: true; readonly code_type: T["codeType"] }
  : T extends { readonly object: "organization" | `organization_${string}` }
    ? Members<T> & Raw
  : T;

/** The members of a resource, each in the official form. */
export type Members<T> = { [Name in keyof T]: Official<T[Name]> };

/** How to make the official form of one kind of object. */
interface Kind {
  /** What stands for members that the API left out. */
  readonly defaults?: JsonObject;
  /** The members that are objects, or lists of objects, of some kind. */
  readonly parts?: { readonly [member: string]: Kind };
  /** What is computed when it is asked for; `this` is the object. */
  readonly getters?: PropertyDescriptorMap;
}

function getter(get: (it: JsonObject) => unknown): PropertyDescriptor {
  return {
    get(this: JsonObject): unknown {
      return get(this);
    },
    configurable: true,
  };
}

const raw: PropertyDescriptor = getter(toRaw);
const RAW: PropertyDescriptorMap = { raw, _raw: raw };

const VERIFIED: Kind = {
  parts: {
    verification: {
      defaults: { attempts: null, expireAt: null, nonce: null, message: null },
      getters: {
        externalVerificationRedirectURL: getter(
          ({ externalVerificationRedirectUrl: url }) =>
            typeof url === "string" && URL.canParse(url) ? new URL(url) : null,
        ),
      },
    },
  },
};

const METADATA: JsonObject = { publicMetadata: {}, privateMetadata: {} };
const ORGANIZATION: Kind = {
  defaults: { ...METADATA, imageUrl: "" },
  getters: RAW,
};

/** The kinds of objects that answers are made of, by their `object` member. */
const KINDS: { readonly [object: string]: Kind } = {
  user: {
    defaults: {
      ...METADATA,
      unsafeMetadata: {},
      emailAddresses: [],
      phoneNumbers: [],
      web3Wallets: [],
      externalAccounts: [],
      enterpriseAccounts: [],
      createOrganizationsLimit: null,
      timezone: null,
      deprovisioned: false,
    },
    parts: {
      emailAddresses: VERIFIED,
      phoneNumbers: VERIFIED,
      web3Wallets: VERIFIED,
      enterpriseAccounts: VERIFIED,
      externalAccounts: {
        ...VERIFIED,
        defaults: { publicMetadata: {}, imageUrl: "" },
        getters: { externalId: getter(({ providerUserId: id }) => id) },
      },
    },
    getters: {
      ...RAW,
      primaryEmailAddress: primary("emailAddresses", "primaryEmailAddressId"),
      primaryPhoneNumber: primary("phoneNumbers", "primaryPhoneNumberId"),
      primaryWeb3Wallet: primary("web3Wallets", "primaryWeb3WalletId"),
      fullName: getter(({ firstName, lastName }) =>
        [firstName, lastName].join(" ").trim() || null
      ),
    },
  },
  email_address: VERIFIED,
  phone_number: VERIFIED,
  oauth_access_token: { defaults: { publicMetadata: {}, label: "" } },
  organization: ORGANIZATION,
  organization_membership: {
    defaults: METADATA,
    getters: RAW,
    parts: { organization: ORGANIZATION },
  },
  organization_invitation: { defaults: METADATA, getters: RAW },
};

const DELETED: Kind = { defaults: { id: null, slug: null } };

function primary(list: string, id: string): PropertyDescriptor {
  return getter((it) => {
    const items: unknown = it[list];
    const found = Array.isArray(items)
      ? items.find((item) => isObject(item) && item.id === it[id])
      : undefined;
    return found ?? null;
  });
}

/** Gives what the API answered its official form. */
export function toOfficial<T>(data: T): Official<T>;
export function toOfficial(data: unknown): unknown {
  if (Array.isArray(data)) {
    data.forEach(toOfficial);
  } else if (isObject(data)) {
    const { object, deleted } = data;
    const kind = deleted === true ? DELETED : KINDS[`${object}`];
    if (kind) complete(data, kind);
    else if (object === undefined) return toRaw(data);
  }
  return data;
}

function complete(it: JsonObject, { defaults, parts, getters }: Kind): void {
  for (const [name, value] of Object.entries(defaults ?? {})) {
    const isEmpty = it[name] === undefined ||
      it[name] === null && (value === "" || Array.isArray(value));
    if (isEmpty) Reflect.set(it, name, structuredClone(value));
  }
  for (const [name, kind] of Object.entries(parts ?? {})) {
    for (const part of [it[name]].flat()) {
      if (isObject(part)) complete(part, kind);
    }
  }
  Object.defineProperties(it, getters ?? {});
}

/** The object with the names that the API gives its members. */
function toRaw(it: unknown): unknown {
  return toSnakeJson(it, freeForm({}), []);
}
