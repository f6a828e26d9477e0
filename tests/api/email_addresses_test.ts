import type { EmailAddressesApi } from "../../src/api/email_addresses.ts";
import { type Row, testOperations } from "./operations.ts";

const addressJson = {
  object: "email_address",
  id: "idn_1",
  email_address: "a@example.com",
  reserved: false,
  verification: {
    object: "verification_otp",
    status: "verified",
    strategy: "email_code",
    attempts: 1,
    expire_at: 3,
    verified_at_client: null,
  },
  linked_to: [{ type: "oauth_google", id: "idn_2" }],
  matches_sso_connection: false,
  created_at: 1,
  updated_at: 2,
};
const address = {
  object: "email_address",
  id: "idn_1",
  emailAddress: "a@example.com",
  reserved: false,
  verification: {
    object: "verification_otp",
    status: "verified",
    strategy: "email_code",
    attempts: 1,
    expireAt: 3,
    verifiedAtClient: null,
  },
  linkedTo: [{ type: "oauth_google", id: "idn_2" }],
  matchesSsoConnection: false,
  createdAt: 1,
  updatedAt: 2,
};
const attemptJson = {
  object: "verification_otp",
  id: "ver_1",
  status: "unverified",
  strategy: "email_code",
  attempts: 0,
  expire_at: 4,
  channel: null,
};
const attempt = {
  object: "verification_otp",
  id: "ver_1",
  status: "unverified",
  strategy: "email_code",
  attempts: 0,
  expireAt: 4,
  channel: null,
};

const rows: readonly Row<EmailAddressesApi>[] = [
  {
    operation: "CreateEmailAddress",
    call: (addresses) =>
      addresses.createEmailAddress({
        userId: "user_1",
        emailAddress: "a@example.com",
        verified: true,
        primary: false,
        notifyPrimaryEmailAddressChanged: true,
      }),
    sends: "POST /v1/email_addresses",
    body: {
      user_id: "user_1",
      email_address: "a@example.com",
      verified: true,
      primary: false,
      notify_primary_email_address_changed: true,
    },
    answer: addressJson,
    data: address,
  },
  {
    operation: "GetEmailAddress",
    call: (addresses) => addresses.getEmailAddress("idn_1"),
    sends: "GET /v1/email_addresses/idn_1",
    answer: { ...addressJson, verification: null },
    data: { ...address, verification: null },
  },
  {
    operation: "UpdateEmailAddress",
    call: (addresses) =>
      addresses.updateEmailAddress("idn_1", {
        verified: null,
        primary: true,
        notifyPrimaryEmailAddressChanged: false,
      }),
    sends: "PATCH /v1/email_addresses/idn_1",
    body: {
      verified: null,
      primary: true,
      notify_primary_email_address_changed: false,
    },
  },
  {
    operation: "UpdateEmailAddress",
    call: (addresses) => addresses.updateEmailAddress("idn_1"),
    sends: "PATCH /v1/email_addresses/idn_1",
  },
  {
    operation: "DeleteEmailAddress",
    call: (addresses) => addresses.deleteEmailAddress("idn_1"),
    sends: "DELETE /v1/email_addresses/idn_1",
    answer: { object: "email_address", id: "idn_1", deleted: true },
    data: { object: "email_address", id: "idn_1", deleted: true },
  },
  {
    operation: "PrepareEmailAddressVerification",
    call: (addresses) => addresses.prepareEmailAddressVerification("idn_1"),
    sends: "POST /v1/email_addresses/idn_1/prepare_verification",
    answer: attemptJson,
    data: attempt,
  },
  {
    operation: "AttemptEmailAddressVerification",
    call: (addresses) =>
      addresses.attemptEmailAddressVerification("idn_1", {
        verificationId: "ver_1",
        code: "424242",
      }),
    sends: "POST /v1/email_addresses/idn_1/attempt_verification",
    body: { verification_id: "ver_1", code: "424242" },
    answer: attemptJson,
    data: attempt,
  },
];

testOperations("emailAddresses", rows, [/^\/email_addresses\b/]);
