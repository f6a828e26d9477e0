// The proxy with the host's own fetch, over a real network.
import { assertEquals } from "@std/assert";
import { afterAll, beforeAll, describe, it } from "@std/testing/bdd";
import { clerkFrontendApiProxy as dropIn } from "../../compat/proxy.ts";
import { clerkFrontendApiProxy } from "../../proxy.ts";
import { errorOf, requestOf } from "./fake_fapi.ts";
import { type Loopback, openLoopback } from "./loopback.ts";

const PROXIES = { clerkFrontendApiProxy, "the drop-in": dropIn };

for (const [name, proxy] of Object.entries(PROXIES)) {
  describe(`${name} over a network`, () => {
    let fapi: Loopback;
    const ask = (path: string, init?: RequestInit) =>
      proxy(requestOf(`/__clerk${path}`, init), {
        publishableKey: fapi.publishableKey,
        secretKey: "sk_test_emulator_x",
        fapiUrl: fapi.url,
      });
    beforeAll(async () => {
      fapi = await openLoopback();
    });
    afterAll(() => fapi.close());

    it("passes a large body on", async () => {
      const body = "0123456789".repeat(100_000);
      const headers = { "content-type": "text/plain", cookie: "a=b; c=d" };
      const init = { method: "POST", body, headers };
      const response = await ask("/v1/client?q=1", init);
      const told = await response.json();
      assertEquals([told.method, told.url], ["POST", "/v1/client?q=1"]);
      assertEquals(told.body === body, true);
      assertEquals(told.headers.cookie, "a=b; c=d");
      assertEquals(told.headers["clerk-secret-key"], "sk_test_emulator_x");
      assertEquals(told.headers.host, new URL(fapi.url).host);
    });

    it("gives cookies apart", async () => {
      const response = await ask("/v1/cookies");
      assertEquals(response.headers.getSetCookie(), [
        "a=1; Path=/",
        "b=2; HttpOnly",
      ]);
      assertEquals(await response.text(), "cookies");
    });

    it("asks for nothing compressed, as hosts differ in what they inflate", async () => {
      const headers = { "accept-encoding": "gzip" };
      const response = await ask("/v1/maybe-gzip", { headers });
      assertEquals(response.headers.get("content-encoding"), null);
      assertEquals(response.headers.get("content-length"), null);
      assertEquals(await response.text(), "plain");
    });

    it("passes redirects on", async () => {
      const response = await ask("/v1/redirect");
      await response.body?.cancel();
      assertEquals(
        [response.status, response.headers.get("location")],
        [307, "https://app.example.com/__clerk/v1/elsewhere"],
      );
    });

    it("gives an answer without content", async () => {
      const { status, body } = await ask("/v1/nothing");
      assertEquals([status, body], [204, null]);
    });

    it("answers 502 when the connection breaks", async () => {
      const { status, code } = await errorOf(await ask("/v1/broken"));
      assertEquals([status, code], [502, "proxy_request_failed"]);
    });
  });
}
