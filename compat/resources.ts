import type { EmailAddress as CoreEmailAddress } from "../src/api/types/email_address.ts";
import type { ExternalAccount as CoreExternalAccount } from "../src/api/types/external_account.ts";
import type { PhoneNumber } from "../src/api/types/phone_number.ts";
import type { User as CoreUser } from "../src/api/types/user.ts";
import type { UserId, VerifiedCode } from "../src/api/types/user_answers.ts";
import type { Web3Wallet } from "../src/api/types/web3_wallet.ts";
import { toSnakeCase } from "../src/text/case.ts";
import { isObject, type JsonObject } from "../src/text/json.ts";
import { DELETED, type Kind, KINDS } from "./kinds.ts";
import { toRaw } from "./raw.ts";

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

function complete(it: JsonObject, kind: Kind): void {
  const { copies = {}, defaults = {}, parts = {}, getters = {} } = kind;
  for (const [name, from] of Object.entries(copies)) {
    if (it[from] !== undefined) Reflect.set(it, name, it[from]);
  }
  for (const [name, value] of Object.entries(defaults)) {
    const isEmpty = it[name] === undefined ||
      it[name] === null && (!value || Array.isArray(value));
    if (isEmpty) Reflect.set(it, name, structuredClone(value));
  }
  for (const [name, part] of Object.entries(parts)) {
    for (const each of [it[name]].flat()) {
      if (isObject(each)) complete(each, part);
    }
  }
  if (kind.bothNames) addRawNames(it);
  Object.defineProperties(it, getters);
}

function addRawNames(it: JsonObject): void {
  for (const [name, value] of Object.entries(it)) {
    if (isObject(value)) addRawNames(value);
    Reflect.set(it, toSnakeCase(name), value);
  }
}
