import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { SignUpsApi } from "../../src/api/sign_ups.ts";
import { type Row, setUp, testOperations } from "./operations.ts";

const map = { first_name: "Ada", nestedMap: { last_name: null } };
const attemptJson = {
  object: "sign_up_attempt",
  id: "sua_1",
  status: "missing_requirements",
  required_fields: ["email_address"],
  optional_fields: [],
  missing_fields: ["email_address"],
  unverified_fields: [],
  verifications: {
    email_address: {
      next_action: "needs_attempt",
      supported_strategies: ["email_code"],
      expire_at: 1,
    },
    phone_number: null,
    web3_wallet: null,
    external_account: map,
  },
  username: null,
  email_address: "a@example.com",
  phone_number: null,
  web3_wallet: null,
  password_enabled: true,
  first_name: "Ada",
  last_name: null,
  unsafe_metadata: map,
  public_metadata: map,
  custom_action: false,
  external_id: null,
  created_session_id: null,
  created_user_id: null,
  abandon_at: 1,
  legal_accepted_at: null,
  locale: null,
  external_account: map,
};
const attempt = {
  object: "sign_up_attempt",
  id: "sua_1",
  status: "missing_requirements",
  requiredFields: ["email_address"],
  optionalFields: [],
  missingFields: ["email_address"],
  unverifiedFields: [],
  verifications: {
    emailAddress: {
      nextAction: "needs_attempt",
      supportedStrategies: ["email_code"],
      expireAt: 1,
    },
    phoneNumber: null,
    web3Wallet: null,
    externalAccount: map,
  },
  username: null,
  emailAddress: "a@example.com",
  phoneNumber: null,
  web3Wallet: null,
  passwordEnabled: true,
  firstName: "Ada",
  lastName: null,
  unsafeMetadata: map,
  publicMetadata: map,
  customAction: false,
  externalId: null,
  createdSessionId: null,
  createdUserId: null,
  abandonAt: 1,
  legalAcceptedAt: null,
  locale: null,
  externalAccount: map,
};

const rows: readonly Row<SignUpsApi>[] = [
  {
    operation: "GetSignUp",
    call: (signUps) => signUps.get("sua_1"),
    sends: "GET /v1/sign_ups/sua_1",
    answer: attemptJson,
    data: attempt,
  },
  {
    operation: "UpdateSignUp",
    call: (signUps) =>
      signUps.update({
        signUpAttemptId: "sua_1",
        externalId: "ext_1",
        customAction: true,
      }),
    sends: "PATCH /v1/sign_ups/sua_1",
    body: { external_id: "ext_1", custom_action: true },
    answer: attemptJson,
    data: attempt,
  },
  {
    operation: "UpdateSignUp",
    call: (signUps) =>
      signUps.update({
        signUpAttemptId: "sua_1",
        externalId: null,
        customAction: null,
      }),
    sends: "PATCH /v1/sign_ups/sua_1",
    body: { external_id: null, custom_action: null },
  },
];

testOperations("signUps", rows, [/^\/sign_ups\b/]);

describe("signUps: update", () => {
  it("sends nothing without the id of an attempt", async () => {
    const { clerk, sent } = setUp(() => attemptJson);
    const { errors } = await clerk.signUps.update({
      signUpAttemptId: "",
      externalId: "ext_1",
    });
    assertEquals(errors?.[0].code, "invalid_argument");
    assertEquals(sent.length, 0);
  });
});
