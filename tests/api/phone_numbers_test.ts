import type { PhoneNumbersApi } from "../../src/api/phone_numbers.ts";
import { type Row, testOperations } from "./operations.ts";

const numberJson = {
  object: "phone_number",
  id: "idn_1",
  phone_number: "+15555550100",
  reserved_for_second_factor: true,
  default_second_factor: false,
  reserved: false,
  verification: {
    object: "verification_admin",
    status: "verified",
    strategy: "admin",
    attempts: null,
    expire_at: null,
  },
  linked_to: [],
  backup_codes: null,
  created_at: 1,
  updated_at: 2,
};
const number = {
  object: "phone_number",
  id: "idn_1",
  phoneNumber: "+15555550100",
  reservedForSecondFactor: true,
  defaultSecondFactor: false,
  reserved: false,
  verification: {
    object: "verification_admin",
    status: "verified",
    strategy: "admin",
    attempts: null,
    expireAt: null,
  },
  linkedTo: [],
  backupCodes: null,
  createdAt: 1,
  updatedAt: 2,
};
const attemptJson = {
  object: "verification_otp",
  id: "ver_1",
  status: "verified",
  strategy: "phone_code",
  attempts: null,
  expire_at: null,
  channel: "sms",
};
const attempt = {
  object: "verification_otp",
  id: "ver_1",
  status: "verified",
  strategy: "phone_code",
  attempts: null,
  expireAt: null,
  channel: "sms",
};

const rows: readonly Row<PhoneNumbersApi>[] = [
  {
    operation: "CreatePhoneNumber",
    call: (numbers) =>
      numbers.createPhoneNumber({
        userId: "user_1",
        phoneNumber: "+15555550100",
        verified: false,
        primary: true,
        reservedForSecondFactor: true,
      }),
    sends: "POST /v1/phone_numbers",
    body: {
      user_id: "user_1",
      phone_number: "+15555550100",
      verified: false,
      primary: true,
      reserved_for_second_factor: true,
    },
    answer: numberJson,
    data: number,
  },
  {
    operation: "GetPhoneNumber",
    call: (numbers) => numbers.getPhoneNumber("idn_1"),
    sends: "GET /v1/phone_numbers/idn_1",
    answer: numberJson,
    data: number,
  },
  {
    operation: "UpdatePhoneNumber",
    call: (numbers) =>
      numbers.updatePhoneNumber("idn_1", {
        verified: true,
        primary: null,
        reservedForSecondFactor: false,
      }),
    sends: "PATCH /v1/phone_numbers/idn_1",
    body: { verified: true, primary: null, reserved_for_second_factor: false },
  },
  {
    operation: "UpdatePhoneNumber",
    call: (numbers) => numbers.updatePhoneNumber("idn_1"),
    sends: "PATCH /v1/phone_numbers/idn_1",
  },
  {
    operation: "DeletePhoneNumber",
    call: (numbers) => numbers.deletePhoneNumber("idn_1"),
    sends: "DELETE /v1/phone_numbers/idn_1",
    answer: { object: "phone_number", id: "idn_1", deleted: true },
    data: { object: "phone_number", id: "idn_1", deleted: true },
  },
  {
    operation: "PreparePhoneNumberVerification",
    call: (numbers) => numbers.preparePhoneNumberVerification("idn_1"),
    sends: "POST /v1/phone_numbers/idn_1/prepare_verification",
    answer: attemptJson,
    data: attempt,
  },
  {
    operation: "AttemptPhoneNumberVerification",
    call: (numbers) =>
      numbers.attemptPhoneNumberVerification("idn_1", {
        verificationId: "ver_1",
        code: "424242",
      }),
    sends: "POST /v1/phone_numbers/idn_1/attempt_verification",
    body: { verification_id: "ver_1", code: "424242" },
    answer: attemptJson,
    data: attempt,
  },
];

testOperations("phoneNumbers", rows, [/^\/phone_numbers\b/]);
