import { type Field, field, type Fields, paging } from "../http/fields.ts";
import { formerMetadata } from "./metadata.ts";

const STATUSES: readonly string[] = ["verified", "reserved"];

const statuses: Field = { type: "string[]", values: STATUSES };

const metadata: Fields = {
  public_metadata: field.map,
  private_metadata: field.map,
  unsafe_metadata: field.map,
};

const common: Fields = {
  external_id: field.textOrNull,
  first_name: field.textOrNull,
  last_name: field.textOrNull,
  locale: field.textOrNull,
  timezone: field.textOrNull,
  username: field.textOrNull,
  password: field.textOrNull,
  password_digest: field.textOrNull,
  password_hasher: field.text,
  skip_password_checks: field.flagOrNull,
  totp_secret: field.textOrNull,
  backup_codes: field.texts,
  delete_self_enabled: field.flagOrNull,
  legal_accepted_at: field.textOrNull,
  skip_legal_checks: field.flagOrNull,
  create_organization_enabled: field.flagOrNull,
  create_organizations_limit: field.wholeOrNull,
  created_at: field.textOrNull,
  bypass_client_trust: field.flagOrNull,
};

const identification: Field = {
  type: "string",
  values: ["verified", "reserved", "unverified"],
};

const bulk: Fields = {
  user_ids: { type: "string[]", required: true, min: 1 },
};

const filters: Fields = {
  email_address: field.texts,
  phone_number: field.texts,
  external_id: field.texts,
  username: field.texts,
  web3_wallet: field.texts,
  user_id: field.texts,
  organization_id: field.texts,
  query: field.text,
  email_address_query: field.text,
  phone_number_query: field.text,
  username_query: field.text,
  name_query: field.text,
  banned: field.flag,
  last_active_at_before: field.whole,
  last_active_at_after: field.whole,
  last_active_at_since: field.whole,
  created_at_before: field.whole,
  created_at_after: field.whole,
  last_sign_in_at_before: field.whole,
  last_sign_in_at_after: field.whole,
  provider: field.text,
  provider_user_id: field.texts,
};

/** The queries and bodies of the operations on users. */
export const userFields = {
  metadata,
  bulk,
  filters,
  list: {
    ...filters,
    ...paging,
    starting_after: field.text,
    order_by: field.text,
  },
  create: {
    ...common,
    ...metadata,
    email_address: field.texts,
    email_address_identification_status: statuses,
    phone_number: field.texts,
    phone_number_identification_status: statuses,
    web3_wallet: field.texts,
    skip_password_requirement: field.flagOrNull,
    skip_user_requirement: field.flagOrNull,
    banned: field.flagOrNull,
    locked: field.flagOrNull,
  },
  update: {
    ...common,
    ...formerMetadata([
      "public_metadata",
      "private_metadata",
      "unsafe_metadata",
    ]),
    password_digest: field.text,
    primary_email_address_id: field.textOrNull,
    notify_primary_email_address_changed: field.flagOrNull,
    primary_phone_number_id: field.textOrNull,
    primary_web3_wallet_id: field.textOrNull,
    profile_image_id: field.textOrNull,
    sign_out_of_other_sessions: field.flagOrNull,
  },
  email: {
    email_address: field.requiredText,
    identification_status: identification,
    notify_primary_email_address_changed: field.flagOrNull,
  },
  phone: {
    phone_number: field.requiredText,
    identification_status: identification,
  },
  removePassword: { sign_out_of_other_sessions: field.flag },
  compromised: { revoke_all_sessions: field.flagOrNull },
  verifyPassword: { password: field.requiredText },
  verifyTotp: { code: field.requiredText },
  oauth: { ...paging, paginated: field.flag },
  invitations: {
    ...paging,
    status: {
      type: "string",
      values: ["pending", "accepted", "revoked", "expired"],
    },
  },
  credits: {
    amount: { type: "integer", required: true, min: 1 },
    action: {
      type: "string",
      required: true,
      values: ["increase", "decrease"],
    },
    currency: field.text,
    idempotency_key: field.requiredText,
    note: field.text,
  },
} as const satisfies { readonly [name: string]: Fields };
