import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { WebhooksApi } from "../../src/api/webhooks.ts";
import { type Row, setUp, testOperations } from "./operations.ts";

const svixUrl = "https://app.svix.example/login#key=a_b";

const rows: readonly Row<WebhooksApi>[] = [
  {
    operation: "CreateSvixApp",
    call: (api) => api.createSvixApp(),
    sends: "POST /v1/webhooks/svix",
    answer: { svix_url: svixUrl },
    data: { svixUrl },
  },
  {
    operation: "GenerateSvixAuthURL",
    call: (api) => api.generateSvixAuthURL(),
    sends: "POST /v1/webhooks/svix_url",
    answer: { svix_url: svixUrl },
    data: { svixUrl },
  },
  {
    operation: "DeleteSvixApp",
    call: (api) => api.deleteSvixApp(),
    sends: "DELETE /v1/webhooks/svix",
  },
];

testOperations("webhooks", rows, [/^\/webhooks\b/]);

describe("webhooks: deleteSvixApp", () => {
  it("gives no data when it is done", async () => {
    const { clerk } = setUp(() => new Response(null, { status: 204 }));
    assertEquals(await clerk.webhooks.deleteSvixApp(), {
      data: undefined,
      errors: undefined,
    });
  });
});
