/**
 * What the official package makes of each kind of resource, beyond the names of
 * its members: one table, by the `object` member.
 */
// A table: exempt from the limit on lines.
import { isObject, type JsonObject } from "../src/text/json.ts";
import { toRaw } from "./raw.ts";

/** How to make the official form of one kind of object. */
export interface Kind {
  /** Members that another one is given under as well, when it is there. */
  readonly copies?: { readonly [member: string]: string };
  /**
   * What stands for members that the API left out; an empty text or list also
   * for null, and `undefined` for null alone.
   */
  readonly defaults?: JsonObject;
  /** The members that are objects, or lists of objects, of some kind. */
  readonly parts?: { readonly [member: string]: Kind };
  /** What is computed when it is asked for; `this` is the object. */
  readonly getters?: PropertyDescriptorMap;
  /**
   * Whether the names of the API stand beside those in camelCase: the official
   * types promise the latter, and the official client gives the former.
   */
  readonly bothNames?: true;
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
const BOTH: Kind = { bothNames: true };

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
const INVITATION: Kind = { getters: RAW };
const SESSION: Kind = { defaults: { actor: null } };
const SCOPED: Kind = { defaults: { scopedMachines: [] } };
const SAML: Kind = { defaults: { idpCertificates: [] } };

const PAYMENT: Kind = {
  defaults: { totals: undefined },
  parts: { totals: { defaults: { credits: null, discounts: null } } },
};
const PLAN: Kind = {
  defaults: {
    description: null,
    fee: null,
    annualFee: null,
    annualMonthlyFee: null,
    features: [],
  },
  parts: { features: { defaults: { description: null, avatarUrl: null } } },
};
const ITEM: Kind = {
  defaults: {
    plan: null,
    planId: null,
    priceId: null,
    amount: undefined,
    lifetimePaid: undefined,
    seats: undefined,
  },
  parts: { plan: PLAN, nextPayment: PAYMENT },
};

/** The kinds of objects that answers are made of, by their `object` member. */
export const KINDS: { readonly [object: string]: Kind } = {
  agent_task: { copies: { taskId: "agentTaskId", agentTaskId: "taskId" } },
  client: { parts: { sessions: SESSION } },
  commerce_plan: PLAN,
  commerce_subscription: {
    defaults: {
      activeAt: null,
      pastDueAt: null,
      nextPayment: null,
      eligibleForFreeTrial: false,
      subscriptionItems: [],
    },
    parts: { subscriptionItems: ITEM, nextPayment: PAYMENT },
  },
  commerce_subscription_item: ITEM,
  email_address: VERIFIED,
  enterprise_connection: {
    defaults: { organizationId: null, samlConnection: null, oauthConfig: null },
    parts: { samlConnection: SAML },
  },
  invitation: INVITATION,
  machine: { ...SCOPED, parts: { scopedMachines: SCOPED } },
  oauth_access_token: { defaults: { publicMetadata: {}, label: "" } },
  oauth_application: { copies: { isPublic: "public" } },
  organization: ORGANIZATION,
  organization_domain: BOTH,
  organization_invitation: {
    defaults: METADATA,
    getters: RAW,
    parts: { publicOrganizationData: BOTH },
  },
  organization_membership: {
    defaults: METADATA,
    getters: RAW,
    parts: { organization: ORGANIZATION },
  },
  phone_number: VERIFIED,
  role: { defaults: { permissions: [] } },
  role_set: {
    defaults: {
      roles: [],
      defaultRole: null,
      creatorRole: null,
      roleSetMigration: null,
    },
  },
  saml_connection: SAML,
  session: SESSION,
  testing_token: BOTH,
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
        copies: { externalId: "providerUserId" },
        defaults: { publicMetadata: {}, imageUrl: "" },
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
  waitlist_entry: { parts: { invitation: INVITATION } },
};

/** What is left of anything that was deleted. */
export const DELETED: Kind = { defaults: { id: null, slug: null } };

function primary(list: string, id: string): PropertyDescriptor {
  return getter((it) => {
    const items: unknown = it[list];
    const found = Array.isArray(items)
      ? items.find((item) => isObject(item) && item.id === it[id])
      : undefined;
    return found ?? null;
  });
}
