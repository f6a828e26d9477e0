import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { FrontendApiProxyOptions } from "../../proxy.ts";
import { requestOf, SECRET_KEY, visit } from "./fake_fapi.ts";

/** What the Frontend API sees when a client sends some headers. */
async function seen(
  headers: HeadersInit,
  options: FrontendApiProxyOptions = {},
): Promise<Record<string, string>> {
  const request = requestOf("/__clerk/v1", { headers });
  const { sent } = await visit(request, options);
  return Object.fromEntries(sent[0]?.headers ?? []);
}

/** What every request has that the client did not send. */
const OWN = {
  "accept-encoding": "identity",
  "clerk-proxy-url": "https://app.example.com/__clerk",
  "clerk-secret-key": SECRET_KEY,
  "host": "frontend-api.clerk.dev",
  "x-forwarded-host": "app.example.com",
  "x-forwarded-proto": "https",
};

const FROM_PROXIES = {
  "cf-connecting-ip": "6.6.6.6",
  "x-real-ip": "7.7.7.7",
  "x-forwarded-for": "8.8.8.8, 9.9.9.9",
  "x-forwarded-host": "www.example.com",
  "x-forwarded-proto": "http",
};

describe("what the proxy sends", () => {
  it("has the headers of the client, and the proxy's own", async () => {
    const headers = {
      authorization: "Bearer x",
      cookie: "a=b; c=d",
      origin: "https://app.example.com",
      "x-other": "1",
      // Nothing that proxies tell, though it sounds like it.
      "cfx": "1",
      "not-forwarded": "1",
      "x-forwarder": "1",
      "x-real-ipv6": "1",
    };
    assertEquals(await seen(headers), { ...headers, ...OWN });
  });

  it("believes nothing that a client says of the proxy's own", async () => {
    const headers = {
      "accept-encoding": "br",
      "clerk-proxy-url": "https://evil.example",
      "clerk-secret-key": "evil",
      "forwarded": "for=1.1.1.1",
      "host": "evil.example",
      "true-client-ip": "1.1.1.1",
      "x-client-ip": "1.1.1.1",
      "x-forwarded-port": "1",
      ...FROM_PROXIES,
    };
    assertEquals(await seen(headers), OWN);
  });

  it("has no header that is for the connection, or that one names", async () => {
    const headers = {
      "connection": "close, X-Named, Clerk-Secret-Key, not a name",
      "expect": "100-continue",
      "keep-alive": "timeout=5",
      "proxy-authorization": "x",
      "proxy-connection": "close",
      "te": "trailers",
      "trailer": "x",
      "transfer-encoding": "chunked",
      "upgrade": "h2c",
      "http2-settings": "x",
      "x-named": "1",
    };
    assertEquals(await seen(headers), OWN);
  });

  it("has no length where there is no body", async () => {
    assertEquals(await seen({ "content-length": "5" }), OWN);
  });

  it("has the client's address when the app tells it", async () => {
    for (const clientIp of ["2001:db8::1", "2001:DB8::1"]) {
      assertEquals(await seen(FROM_PROXIES, { clientIp }), {
        ...OWN,
        "x-forwarded-for": clientIp,
      });
    }
  });

  it("has the address alone of a client on a link of this machine", async () => {
    for (const link of ["eth0.1", "br-lan", "en_0"]) {
      assertEquals(await seen({}, { clientIp: `fe80::1%${link}` }), {
        ...OWN,
        "x-forwarded-for": "fe80::1",
      });
    }
  });

  it("has what is usual where the app tells nothing", async () => {
    const nothing = { proxyUrl: "", proxyPath: "", clientIp: "", fapiUrl: "" };
    assertEquals(await seen({}, nothing), OWN);
  });

  it("has the URL of the proxy when the app tells it", async () => {
    const proxyUrl = "https://www.example.com/auth/";
    assertEquals(await seen({}, { proxyUrl }), {
      ...OWN,
      "clerk-proxy-url": "https://www.example.com/auth",
      "x-forwarded-host": "www.example.com",
    });
    assertEquals(await seen({}, { proxyUrl: "http://a.example:80/auth" }), {
      ...OWN,
      "clerk-proxy-url": "http://a.example:80/auth",
      "x-forwarded-host": "a.example",
      "x-forwarded-proto": "http",
    });
  });

  it("believes proxies when it is told to", async () => {
    assertEquals(await seen(FROM_PROXIES, { trustForwardedHeaders: true }), {
      ...OWN,
      ...FROM_PROXIES,
      "clerk-proxy-url": "http://www.example.com/__clerk",
      "x-forwarded-for": "6.6.6.6",
    });
  });

  const ADDRESSES = [
    [{ "x-real-ip": "7.7.7.7", "x-forwarded-for": "8.8.8.8" }, "7.7.7.7"],
    [{ "x-forwarded-for": " 8.8.8.8 , 9.9.9.9" }, "8.8.8.8"],
    [{}, undefined],
  ] as const;
  for (const [headers, expected] of ADDRESSES) {
    it(`takes ${expected} of ${JSON.stringify(headers)}`, async () => {
      const given = await seen(headers, { trustForwardedHeaders: true });
      assertEquals(given["x-forwarded-for"], expected);
    });
  }

  const ORIGINS = [
    ["www.example.com", "https", "https://www.example.com"],
    ["www.example.com:8443", "https", "https://www.example.com:8443"],
    ["[::1]:80", "http", "http://[::1]:80"],
    ["[2001:DB8::1]", "https", "https://[2001:DB8::1]"],
    ["[::1]/x", "https", "https://app.example.com"],
    ["www.example.com, b.example", "https, http", "https://www.example.com"],
    ["www.example.com", "", "https://app.example.com"],
    ["", "https", "https://app.example.com"],
    ["www.example.com", "javascript", "https://app.example.com"],
    ["www.example.com", "httpss", "https://app.example.com"],
    ["www.example.com/x?y#", "https", "https://app.example.com"],
    ["user@evil.example", "https", "https://app.example.com"],
    ["evil.example\\x", "https", "https://app.example.com"],
  ] as const;
  for (const [host, proto, expected] of ORIGINS) {
    it(`makes ${expected} of "${proto}" and "${host}"`, async () => {
      const given = await seen({
        "x-forwarded-host": host,
        "x-forwarded-proto": proto,
      }, { trustForwardedHeaders: true });
      assertEquals(given["clerk-proxy-url"], `${expected}/__clerk`);
    });
  }
});

describe("what the proxy answers", () => {
  /** What a client gets when the Frontend API answers with some headers. */
  async function answered(
    headers: HeadersInit,
    status = 200,
    options: FrontendApiProxyOptions = {},
  ): Promise<Response> {
    const { response } = await visit(
      "/__clerk/v1/deep/path?q",
      options,
      () => new Response(null, { status, headers }),
    );
    return response;
  }

  it("has the status, and each cookie apart", async () => {
    const cookies = ["a=1, 2; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "b=2"];
    const response = await answered(
      cookies.map((cookie) => ["set-cookie", cookie] as [string, string]),
      404,
    );
    assertEquals(response.status, 404);
    assertEquals(response.headers.getSetCookie(), cookies);
  });

  it("has no header of the connection, nor of an encoding undone", async () => {
    const response = await answered({
      "connection": "x-named",
      "content-encoding": "gzip",
      "content-length": "5",
      "transfer-encoding": "chunked",
      "x-named": "1",
      "vary": "Origin",
    });
    assertEquals([...response.headers], [["vary", "Origin"]]);
  });

  const PROXY = "https://app.example.com/__clerk";
  const LOCATIONS = {
    "https://frontend-api.clerk.dev/v1/a?b#c": `${PROXY}/v1/a?b#c`,
    "https://frontend-api.clerk.dev": `${PROXY}/`,
    "http://frontend-api.clerk.dev/a": `${PROXY}/a`,
    "https://u:p@frontend-api.clerk.dev/a": `${PROXY}/a`,
    "/v1/a": `${PROXY}/v1/a`,
    "a": `${PROXY}/v1/deep/a`,
    "?a": `${PROXY}/v1/deep/path?a`,
    "//frontend-api.clerk.dev//a": `${PROXY}//a`,
    "https://app.example.com/home": undefined,
    "https://frontend-api.clerk.dev.evil.example/": undefined,
    "https://frontend-api.clerk.dev:444/": undefined,
    "//other.example/": undefined,
    "http://[": undefined,
    "": undefined,
  };
  for (const [location, expected] of Object.entries(LOCATIONS)) {
    it(`leads "${location}" ${expected ? "through itself" : "as it is"}`, async () => {
      const response = await answered({ location }, 307);
      assertEquals(response.headers.get("location"), expected ?? location);
    });
  }

  it("leads only what is below the Frontend API through itself", async () => {
    const options = { fapiUrl: "https://fapi.example/base" };
    const below = await answered({ location: "/base/a" }, 307, options);
    const beside = await answered({ location: "/a" }, 307, options);
    assertEquals(below.headers.get("location"), `${PROXY}/a`);
    assertEquals(beside.headers.get("location"), "https://fapi.example/a");
  });
});
