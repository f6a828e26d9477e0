import { assertEquals, assertStringIncludes } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createClerkClient } from "../../mod.ts";
import type { AccountlessApplicationsApi } from "../../src/api/accountless_applications.ts";
import { type Row, setUp, testOperations } from "./operations.ts";
import { createRecorder, lineOf } from "./recorder.ts";

const answer = {
  object: "accountless_application",
  publishable_key: "pk_test_1",
  secret_key: "sk_test_1",
  claim_url: "https://example.com/claim",
  api_keys_url: "https://example.com/keys",
};
const data = {
  object: "accountless_application",
  publishableKey: "pk_test_1",
  secretKey: "sk_test_1",
  claimUrl: "https://example.com/claim",
  apiKeysUrl: "https://example.com/keys",
};

const rows: readonly Row<AccountlessApplicationsApi>[] = [
  {
    operation: "createAccountlessApplication",
    call: (applications) =>
      applications.createAccountlessApplication({
        requestHeaders: new Headers({ "Clerk-Node-Version": "20" }),
        source: "next js",
      }),
    sends: "POST /v1/accountless_applications?source=next%20js",
    answer,
    data,
    authorization: null,
  },
  {
    operation: "createAccountlessApplication",
    call: (applications) => applications.createAccountlessApplication(),
    sends: "POST /v1/accountless_applications",
    answer,
    data,
    authorization: null,
  },
  {
    operation: "completeAccountlessApplicationOnboarding",
    call: (applications) =>
      applications.completeAccountlessApplicationOnboarding({
        requestHeaders: new Headers(),
        source: "next",
      }),
    sends: "POST /v1/accountless_applications/complete?source=next",
    answer,
    data,
  },
];

testOperations("__experimental_accountlessApplications", rows, [
  /^\/accountless_applications\b/,
]);

describe("accountless applications: requestHeaders", () => {
  const visitor = {
    authorization: "Bearer visitor",
    cookie: "__session=a.b.c",
    host: "example.com",
    "user-agent": "Browser",
    "x-api-key": "private",
    "x-clerk-auth-token": "private",
    "content-type": "text/plain",
    "clerk-secret-key": "sk_test_other",
    "clerk-api-version": "2021-02-05",
    "clerk-empty": "",
    "clerk-latin": "\u00e9",
    "Clerk-Node-Version": "20",
    "clerk-x-host": "localhost",
  };

  it("go along where they are about the environment, and no others do", async () => {
    const { clerk, sent } = setUp(() => answer);
    const api = clerk.__experimental_accountlessApplications;
    await api.createAccountlessApplication();
    await api.createAccountlessApplication({
      requestHeaders: new Headers(visitor),
    });
    const [bare, forwarded] = sent.map(({ headers }) => [...headers]);
    assertEquals(
      forwarded,
      [
        ...bare ?? [],
        ["clerk-node-version", "20"],
        ["clerk-x-host", "localhost"],
      ].sort(),
    );
  });

  it("never stand for the client's own key", async () => {
    const { clerk, sent } = setUp(() => answer);
    const api = clerk.__experimental_accountlessApplications;
    await api.completeAccountlessApplicationOnboarding({
      requestHeaders: new Headers(visitor),
    });
    assertEquals(
      sent.map(({ headers }) => headers.get("authorization")),
      ["Bearer sk_test_secret"],
    );
  });

  it("are refused when they are no headers", async () => {
    const { clerk, sent } = setUp(() => answer);
    const api = clerk.__experimental_accountlessApplications;
    for (const requestHeaders of [{ "clerk-x-host": "localhost" }, "text", 1]) {
      const { errors } = await Reflect.apply(
        api.createAccountlessApplication,
        undefined,
        [{ requestHeaders }],
      );
      assertEquals(errors?.[0].code, "invalid_argument");
      assertStringIncludes(errors?.[0].message, "expected Headers, received");
    }
    assertEquals(sent.length, 0);
  });

  it("may be left out like everything else", async () => {
    const { clerk, sent } = setUp(() => answer);
    const api = clerk.__experimental_accountlessApplications;
    for (const params of [undefined, null, {}, { requestHeaders: undefined }]) {
      await Reflect.apply(api.createAccountlessApplication, undefined, [
        params,
      ]);
    }
    assertEquals(
      sent.map(lineOf),
      Array(4).fill("POST /v1/accountless_applications"),
    );
  });
});

describe("accountless applications: a client without a key", () => {
  it("can make them, and say that they are claimed", async () => {
    const { fetch, sent } = createRecorder(() => answer);
    const clerk = createClerkClient({ env: {}, fetch, retry: false });
    const api = clerk.__experimental_accountlessApplications;
    await api.createAccountlessApplication();
    await api.completeAccountlessApplicationOnboarding();
    assertEquals(
      sent.map(({ headers }) => headers.get("authorization")),
      [null, null],
    );
  });
});
