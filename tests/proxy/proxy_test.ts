import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import {
  clerkFrontendApiProxy,
  fapiUrlFromPublishableKey,
  matchProxyPath,
} from "../../proxy.ts";
import { readProxySettings } from "../../src/proxy/settings.ts";
import {
  errorOf,
  PUBLISHABLE_KEY,
  requestOf,
  SECRET_KEY,
  visit,
} from "./fake_fapi.ts";

const FAPI = "https://frontend-api.clerk.dev";

describe("clerkFrontendApiProxy asks the Frontend API", () => {
  const PATHS = {
    "/__clerk": "/",
    "/__clerk/": "/",
    "/__clerk/v1/client?a=b&c=%20#hash": "/v1/client?a=b&c=%20",
    "/__clerk/npm/@clerk/clerk-js@5/dist/clerk.browser.js":
      "/npm/@clerk/clerk-js@5/dist/clerk.browser.js",
    "/__clerk//evil.example/x": "//evil.example/x",
    "/__clerk/\\evil.example/x": "//evil.example/x",
    "/__clerk/\t/evil.example": "//evil.example",
    "/__clerk/@evil.example": "/@evil.example",
    "/__clerk/:80@evil.example": "/:80@evil.example",
    "/__clerk/.evil.example": "/.evil.example",
    "/__clerk/https://evil.example": "/https://evil.example",
    "/__clerk/%2f%2fevil.example": "/%2f%2fevil.example",
    "/__clerk/v1?//evil.example": "/v1?//evil.example",
    "/__clerk/v1?x=../..": "/v1?x=../..",
    "/__clerk/v1/%3f%23": "/v1/%3f%23",
  };
  for (const [path, expected] of Object.entries(PATHS)) {
    it(`for ${JSON.stringify(path)}`, async () => {
      const { sent, response } = await visit(path);
      assertEquals(sent.map(({ url }) => url), [FAPI + expected]);
      assertEquals(await response.text(), "hello");
    });
  }

  const REFUSED = [
    "/",
    "/__clerk-admin",
    "/__CLERK/v1",
    "//__clerk/v1",
    "/x/__clerk/v1",
    "/__clerk/../v1",
    "/__clerk/%2e%2e/v1",
    "/__clerk/..%2fv1",
    "/__clerk/v1/%2e%2e%2f%2e%2e%2fv2",
    "/__clerk/v1/%252e%252e%252fv2",
    "/__clerk/v1/%25252e%25252e%25252fv2",
    "/__clerk/v1/..%5cv2",
    "/__clerk/v1/.%09.%2fv2",
    "/__clerk/v1/a%0d%0ab",
    "/__clerk/v1/a%00",
  ];
  for (const path of REFUSED) {
    it(`but not for ${JSON.stringify(path)}`, async () => {
      const { sent, response } = await visit(path);
      assertEquals(sent, []);
      const { status, code, cache } = await errorOf(response);
      assertEquals([status, code, cache], [
        400,
        "proxy_path_mismatch",
        "no-store",
      ]);
    });
  }

  it("below the path of its own URL", async () => {
    const fapiUrl = "https://fapi.example/base/";
    const { sent } = await visit("/__clerk/v1?q", { fapiUrl });
    assertEquals(sent[0]?.url, "https://fapi.example/base/v1?q");
  });

  it("under a path that was chosen", async () => {
    const { sent } = await visit("/a/b/v1", { proxyPath: "/a/b/" });
    assertEquals(sent[0]?.url, `${FAPI}/v1`);
    assertEquals(
      sent[0]?.headers.get("clerk-proxy-url"),
      "https://app.example.com/a/b",
    );
  });

  it("with method, and without following redirects", async () => {
    const { sent } = await visit(
      requestOf("/__clerk/v1", { method: "DELETE" }),
    );
    const { method, redirect, body, duplex } = sent[0]?.init ?? {};
    assertEquals([method, redirect], ["DELETE", "manual"]);
    assertEquals([body ?? undefined, duplex], [undefined, undefined]);
  });

  it("with the body as a stream", async () => {
    const init = { method: "POST", body: "a=b" };
    const { sent } = await visit(requestOf("/__clerk/v1", init));
    const { body, duplex } = sent[0]?.init ?? {};
    assertEquals(duplex, "half");
    assertEquals(await new Response(body ?? null).text(), "a=b");
  });
});

describe("matchProxyPath", () => {
  it("tells what is below the proxy's path, and nothing else", () => {
    const rows = [
      ["/__clerk", undefined, true],
      ["/__clerk/", undefined, true],
      ["/__clerk/v1/client?a", {}, true],
      ["/__clerk-admin", undefined, false],
      ["/__CLERK/v1", undefined, false],
      ["/x/__clerk", undefined, false],
      ["/", undefined, false],
      ["/?/__clerk", undefined, false],
      ["/__clerk", { proxyPath: "" }, true],
      ["/a/b/c", { proxyPath: "/a/b//" }, true],
      ["/a/b", { proxyPath: "/a/b/" }, true],
      ["/a/bc", { proxyPath: "/a/b" }, false],
      ["/__clerk", { proxyPath: "/a" }, false],
      ["/anything", { proxyPath: "/" }, true],
    ] as const;
    for (const [path, options, expected] of rows) {
      assertEquals(matchProxyPath(requestOf(path), options), expected, path);
    }
  });
});

describe("the URL of the Frontend API", () => {
  const KEYS = {
    "clerk.example.com": FAPI,
    "foo-bar-13.clerk.accounts.dev": FAPI,
    "clerk.inspired.puma-74.lcl.dev": FAPI,
    "foo.lcl.dev": "https://frontend-api.lclclerk.com",
    "foo.lclclerk.com": "https://frontend-api.lclclerk.com",
    "foo.lclstage.dev": "https://frontend-api.lclclerk.com",
    "foo.lcl.dev.example.com": FAPI,
    "clerks.lcl.dev": "https://frontend-api.lclclerk.com",
    "foo.accountsstage.dev": "https://frontend-api.clerkstage.dev",
    "http://127.0.0.1:4640": "http://127.0.0.1:4640",
    "http://127.0.0.1.evil.example": FAPI,
    "http://evil.example": FAPI,
  };
  for (const [host, expected] of Object.entries(KEYS)) {
    it(`is ${expected} for ${host}`, () => {
      const key = `pk_test_${btoa(`${host}$`)}`;
      assertEquals(fapiUrlFromPublishableKey(key), expected);
    });
  }

  it("is an option, else CLERK_FAPI_URL", async () => {
    const env = { CLERK_FAPI_URL: "https://env.example" };
    const fapiUrl = "https://option.example";
    const one = await visit("/__clerk", { env, fapiUrl });
    const two = await visit("/__clerk", { env });
    assertEquals(one.sent[0]?.url, "https://option.example/");
    assertEquals(two.sent[0]?.url, "https://env.example/");
  });
});

describe("clerkFrontendApiProxy refuses settings", () => {
  const test = {
    publishableKey: `pk_test_${btoa("a.clerk.accounts.dev$")}`,
    secretKey: "sk_test_x",
  };
  const WRONG = {
    "without a publishable key": { publishableKey: undefined },
    "without a secret key": { secretKey: undefined },
    "with something else as publishable key": { publishableKey: "sk_test_x" },
    "with keys of two instances": { secretKey: "sk_test_x" },
    "with a secret key for a header line": { secretKey: "sk_live_a\nb" },
    "with a URL that is none": { fapiUrl: "garbage" },
    "with a URL that is none, and keys for tests": {
      ...test,
      fapiUrl: "garbage",
    },
    "with ftp": { fapiUrl: "ftp://fapi.example" },
    "with credentials in the URL": { fapiUrl: "https://a:b@fapi.example" },
    "with a password in the URL": { fapiUrl: "https://:b@fapi.example" },
    "with a query in the URL": { fapiUrl: "https://fapi.example?a" },
    "with a fragment in the URL": { fapiUrl: "https://fapi.example#a" },
    "with the secret key in clear": { ...test, fapiUrl: "http://fapi.example" },
    "with a live key for this machine": { fapiUrl: "http://127.0.0.1:1" },
    "with an emulator's key for Clerk": {
      ...test,
      secretKey: "sk_test_emulator_x",
      fetch: undefined,
    },
    "with a path that is none": { proxyPath: "__clerk" },
    "with a proxy URL that is none": { proxyUrl: "/__clerk" },
    "with a proxy URL without host": { proxyUrl: "https://" },
    "with a proxy URL of ftp": { proxyUrl: "ftp://app.example.com" },
    "with a proxy URL of xhttps": { proxyUrl: "xhttps://app.example.com" },
    "with a proxy URL of httpsx": { proxyUrl: "httpsx://app.example.com" },
    "with a proxy URL with a query": { proxyUrl: "https://a.example?a" },
    "with a proxy URL with a fragment": { proxyUrl: "https://a.example#a" },
    "with a proxy URL with credentials": { proxyUrl: "https://a:b@c.example" },
    "with an object as proxy URL": {
      proxyUrl: new URL("https://a.example") as never,
    },
    "with a list as address": { clientIp: ["1.2.3.4"] as never },
    "with an address that is none": { clientIp: "1.2.3.4, 5" },
    "with a link that is none": { clientIp: "fe80::1%a, 5" },
    "with a number as path": { proxyPath: 5 as never },
    "with a number as proxy URL": { proxyUrl: 5 as never },
    "with an object as key": { secretKey: {} as never },
    "with a number as publishable key": { publishableKey: 5 as never },
    "with a URL object for the API": {
      fapiUrl: new URL("https://a.example") as never,
    },
  };
  for (const [name, options] of Object.entries(WRONG)) {
    it(name, async () => {
      const { response, sent } = await visit("/__clerk/v1", options);
      const { status, code, message, cache } = await errorOf(response);
      assertEquals([status, code, cache], [
        500,
        "proxy_configuration_error",
        "no-store",
      ]);
      assert(!/sk_\w+_/.test(message), message);
      assertEquals(sent, []);
    });
  }

  it("and says which of them is wrong", async () => {
    for (
      const [name, value] of [
        ["publishableKey", "sk_test_x"],
        ["publishableKey", 5],
        ["secretKey", {}],
        ["proxyPath", "__clerk"],
        ["proxyPath", 5],
        ["proxyUrl", new URL("https://a.example")],
        ["clientIp", ["1.2.3.4"]],
        ["fapiUrl", 5],
        ["fetch", 5],
      ] as const
    ) {
      const { response } = await visit("/__clerk/v1", { [name]: value });
      const { message } = await errorOf(response);
      assert(message.startsWith(`Cannot use "${name}": expected `), message);
    }
  });

  it("and words as the official package does what that knows", async () => {
    const cases = [
      [
        { publishableKey: undefined },
        "Missing publishableKey. Provide it in options or set CLERK_PUBLISHABLE_KEY environment variable.",
      ],
      [
        { secretKey: undefined },
        "Missing secretKey. Provide it in options or set CLERK_SECRET_KEY environment variable.",
      ],
      [{ fapiUrl: "ftp://a.example" }, "FAPI URL must use http or https"],
      [{ fapiUrl: "xhttps://a.example" }, "FAPI URL must use http or https"],
      [
        { ...test, fapiUrl: "ftp://a.example" },
        "FAPI URL must use http or https",
      ],
    ] as const;
    for (const [options, expected] of cases) {
      const { response } = await visit("/__clerk/v1", options);
      assertEquals((await errorOf(response)).message, expected);
    }
  });

  it("but not those of an instance that is Clerk's", () => {
    const own = readProxySettings({
      publishableKey: PUBLISHABLE_KEY,
      secretKey: SECRET_KEY,
      env: {},
    });
    assert("fapiUrl" in own);
    assertEquals(own.fapiUrl, FAPI);
  });

  it("and reads keys from the environment that it is given", async () => {
    const env = {
      CLERK_PUBLISHABLE_KEY: PUBLISHABLE_KEY,
      CLERK_SECRET_KEY: SECRET_KEY,
    };
    const none = { publishableKey: undefined, secretKey: undefined };
    const { sent } = await visit("/__clerk", { ...none, env });
    assertEquals(sent[0]?.headers.get("clerk-secret-key"), SECRET_KEY);
  });
});

describe("clerkFrontendApiProxy when the Frontend API fails", () => {
  const boom = () => Promise.reject(new TypeError(`boom ${SECRET_KEY}`));

  it("answers 502, and does not say why", async () => {
    const { response } = await visit("/__clerk/v1", {}, boom);
    assertEquals(await errorOf(response), {
      status: 502,
      code: "proxy_request_failed",
      message: "Failed to proxy request to Clerk FAPI",
      cache: "no-store",
    });
  });

  it("tells the app why, without the secret key", async () => {
    const told: unknown[] = [];
    await visit("/__clerk/v1", {
      onError: ({ code }, cause) => told.push(code, `${cause}`),
    }, boom);
    assertEquals(told, ["proxy_request_failed", "TypeError: boom [redacted]"]);
  });

  it("bears a log that fails, at once or later", async () => {
    const fail = () => {
      throw new Error("full");
    };
    for (const onError of [fail, () => Promise.reject(new Error("full"))]) {
      const { response } = await visit("/elsewhere", { onError });
      assertEquals(response.status, 400);
    }
  });

  it("answers 502 for a body that was read before", async () => {
    const request = requestOf("/__clerk/v1", { method: "POST", body: "a" });
    await request.text();
    const response = await clerkFrontendApiProxy(request, {
      publishableKey: `pk_test_${btoa("http://127.0.0.1:9$")}`,
      secretKey: "sk_test_emulator_x",
      env: {},
    });
    assertEquals((await errorOf(response)).code, "proxy_request_failed");
  });
});
