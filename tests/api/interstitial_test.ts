import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createClerkClient } from "../../mod.ts";
import type { InterstitialApi } from "../../src/api/interstitial.ts";
import { type Row, setUp, testOperations } from "./operations.ts";
import { createRecorder } from "./recorder.ts";

const page = "<!doctype html><title>…</title>";

function html(body: string, status = 200): Response {
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  return new Response(body, { status, headers });
}

const rows: readonly Row<InterstitialApi>[] = [
  {
    operation: "GetPublicInterstitial",
    call: (api) =>
      api.get({
        publishableKey: "pk_test_1",
        frontendApi: "clerk.example.com",
        proxyUrl: "https://example.com/__clerk",
        domain: "example.com",
        signInUrl: "https://example.com/in",
        useDomainForScript: true,
      }),
    sends: "GET /v1/public/interstitial?publishable_key=pk_test_1" +
      "&frontend_api=clerk.example.com" +
      "&proxy_url=https%3A%2F%2Fexample.com%2F__clerk&domain=example.com" +
      "&sign_in_url=https%3A%2F%2Fexample.com%2Fin&use_domain_for_script=true",
    answer: html(page),
    data: page,
    authorization: null,
  },
];

testOperations("interstitial", rows, [/^\/public\b/]);

describe("interstitial: what is no page", () => {
  it("is an empty text when nothing came", async () => {
    const { clerk } = setUp(() => new Response(""));
    assertEquals(await clerk.interstitial.get(), {
      data: "",
      errors: undefined,
    });
  });

  it("is given as it came when it is JSON", async () => {
    const { clerk } = setUp(() => ({ first_name: 1 }));
    const { data } = await clerk.interstitial.get();
    assertEquals(data, `{"first_name":1}`);
  });

  it("is an error when the API says so, in HTML or by a redirect", async () => {
    for (const status of [302, 400, 500]) {
      const { clerk } = setUp(() => html(page, status));
      const outcome = await clerk.interstitial.get();
      assertEquals(outcome.data, undefined);
      assertEquals(outcome.errors?.[0].code, "unexpected_response");
    }
  });
});

describe("interstitial: a client without a key", () => {
  it("gets the page too", async () => {
    const { fetch } = createRecorder(() => html(page));
    const clerk = createClerkClient({ env: {}, fetch });
    const { data } = await clerk.interstitial.get();
    assertEquals(data, page);
  });
});
