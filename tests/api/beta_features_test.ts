import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { BetaFeaturesApi } from "../../src/api/beta_features.ts";
import { type Row, setUp, testOperations } from "./operations.ts";

const home = { homeUrl: "https://a.example", isSecondary: false };
const homeBody = { home_url: "https://a.example", is_secondary: false };

const rows: readonly Row<BetaFeaturesApi>[] = [
  {
    operation: "UpdateInstanceAuthConfig",
    call: (api) =>
      api.updateInstanceSettings({
        restrictedToAllowlist: true,
        fromEmailAddress: "hello",
        progressiveSignUp: null,
        testMode: false,
      }),
    sends: "PATCH /v1/beta_features/instance_settings",
    body: {
      restricted_to_allowlist: true,
      from_email_address: "hello",
      progressive_sign_up: null,
      test_mode: false,
    },
    answer: {
      object: "instance_settings",
      id: "ins_1",
      restricted_to_allowlist: true,
      from_email_address: "hello",
    },
    data: {
      object: "instance_settings",
      id: "ins_1",
      restrictedToAllowlist: true,
      fromEmailAddress: "hello",
    },
  },
  {
    operation: "UpdateProductionInstanceDomain",
    call: (api) => api.updateDomain(home),
    sends: "PUT /v1/beta_features/domain",
    body: homeBody,
  },
  {
    operation: "betaFeatures.changeDomain",
    call: (api) => api.changeDomain(home),
    sends: "POST /v1/beta_features/change_domain",
    body: homeBody,
  },
];

testOperations("betaFeatures", rows, [/^\/beta_features\b/]);

describe("betaFeatures: moves to another domain", () => {
  it("give no data once they have begun", async () => {
    const { clerk } = setUp(() => new Response(null, { status: 202 }));
    const begun = { data: undefined, errors: undefined };
    assertEquals(await clerk.betaFeatures.updateDomain(home), begun);
    assertEquals(await clerk.betaFeatures.changeDomain(home), begun);
  });
});
