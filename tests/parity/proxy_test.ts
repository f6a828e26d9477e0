import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { afterAll, beforeAll, describe, it } from "@std/testing/bdd";
import fc from "fast-check";
import * as ours from "../../compat/proxy.ts";
import { type Loopback, openLoopback } from "../proxy/loopback.ts";
import { answerWith } from "./fetch_switch.ts";
import { proxy as theirs } from "./official.ts";

const APP = "https://app.example.com";
const KEYS = {
  publishableKey: `pk_live_${btoa("clerk.example.com$")}`,
  secretKey: "sk_live_never_told",
};

/** The options that both take. */
interface FrontendApiProxyOptions {
  readonly publishableKey?: string;
  readonly secretKey?: string;
  readonly fapiUrl?: string;
  readonly proxyPath?: string;
}

type Proxy = (
  request: Request,
  options?: FrontendApiProxyOptions,
) => Promise<Response>;

/** One request through a proxy. */
interface Case {
  readonly path?: string;
  readonly init?: RequestInit;
  readonly options?: FrontendApiProxyOptions;
  /** What the Frontend API answers with. */
  readonly answer?: () => Response;
  /** The departure of docs/compat.md by which the two sides differ. */
  readonly departs?: string;
}

/** Everything that can be seen of what a proxy does. */
async function observe(
  proxy: Proxy,
  { path = "/__clerk/v1/client", init, options = KEYS, answer }: Case,
) {
  const { value, requests } = await answerWith(
    answer ?? (() => new Response("hello")),
    () => proxy(new Request(APP + path, init), options),
  );
  return {
    sent: requests.map(({ method, url, headers }) => ({
      method,
      url,
      headers: Object.fromEntries(headers),
    })),
    status: value.status,
    headers: [...value.headers],
    body: await value.text(),
  };
}

async function observeBoth(given: Case) {
  return [
    await observe(ours.clerkFrontendApiProxy, given),
    await observe(theirs.clerkFrontendApiProxy, given),
  ] as const;
}

const sending = (headers: Record<string, string>): Case => ({
  init: { headers },
});
const fapi = (fapiUrl: string): Case => ({ options: { ...KEYS, fapiUrl } });
const at = (path: string): Case => ({ path });
const leadingTo = (location: string): Case => ({
  answer: () => new Response(null, { status: 307, headers: { location } }),
});

const CASES: { readonly [name: string]: Case } = {
  "the path alone": at("/__clerk"),
  "the path and a slash": at("/__clerk/"),
  "a query": at("/__clerk/v1?a=b&c"),
  "a script": at("/__clerk/npm/@clerk/clerk-js@5/dist/clerk.browser.js"),
  "another path": at("/x/v1"),
  "a longer name": at("/__clerk-admin"),
  "dots": at("/__clerk/../x"),
  "encoded dots": at("/__clerk/%2e%2e/x"),
  "slashes": at("/__clerk//evil.example/"),
  "backslashes": at("/__clerk/\\evil.example"),
  "a user": at("/__clerk/@evil.example"),
  "encoded slashes": at("/__clerk/%2f%2fevil.example"),
  "hidden dots": { ...at("/__clerk/..%2fx"), departs: "hidden-paths" },
  "a hidden line": { ...at("/__clerk/a%0ab"), departs: "hidden-paths" },
  "no keys": { options: {} },
  "no keys and another path": { ...at("/x"), options: {} },
  "no secret key": { options: { publishableKey: KEYS.publishableKey } },
  "no publishable key": { options: { secretKey: KEYS.secretKey } },
  "keys that are none": { options: { publishableKey: "x", secretKey: "y" } },
  "an emulator's key": {
    options: {
      ...KEYS,
      publishableKey: `pk_test_${btoa("http://127.0.0.1:1$")}`,
    },
    departs: "emulator-keys",
  },
  "an empty URL": fapi(""),
  "a URL with a path": fapi("https://fapi.example/base/"),
  "a URL in clear": fapi("http://127.0.0.1:1"),
  "a URL that is none": fapi("garbage"),
  "a URL that is none and another path": { ...fapi("garbage"), ...at("/x") },
  "a URL with ftp": fapi("ftp://fapi.example"),
  "a URL with credentials": fapi("https://a:b@fapi.example"),
  "a URL with a query": fapi("https://fapi.example?a"),
  "a path with a slash": {
    ...at("/a/v1"),
    options: { ...KEYS, proxyPath: "/a/" },
  },
  "a path without": { ...at("/a/v1"), options: { ...KEYS, proxyPath: "a" } },
  "the root": { ...at("/a/v1"), options: { ...KEYS, proxyPath: "/" } },
  "an empty path": { options: { ...KEYS, proxyPath: "" } },
  "a body": {
    init: { method: "POST", body: "a=b", headers: { cookie: "a=b" } },
  },
  "no body": { init: { method: "DELETE" } },
  "HEAD": { init: { method: "HEAD" } },
  "headers of its own": sending({
    "clerk-proxy-url": "https://evil.example",
    "clerk-secret-key": "evil",
    "accept-encoding": "br",
    "x-other": "1",
  }),
  "headers of the connection": sending({
    "connection": "close, x-named",
    "keep-alive": "x",
    "te": "trailers",
    "proxy-authorization": "x",
    "upgrade": "x",
    "x-named": "1",
  }),
  "more headers of the connection": {
    ...sending({ "proxy-connection": "close", "expect": "100-continue" }),
    departs: "hop-by-hop",
  },
  "a length without a body": {
    ...sending({ "content-length": "5" }),
    departs: "hop-by-hop",
  },
  "all addresses": sending({
    "cf-connecting-ip": "6.6.6.6",
    "x-real-ip": "7.7.7.7",
    "x-forwarded-for": "8.8.8.8, 9.9.9.9",
  }),
  "several hops": sending({ "x-forwarded-for": "8.8.8.8, 9.9.9.9" }),
  "a forwarded origin": sending({
    "x-forwarded-host": "www.example.com, b.example",
    "x-forwarded-proto": "http, https",
  }),
  "a forwarded host": sending({ "x-forwarded-host": "www.example.com" }),
  "a forwarded host that is none": {
    ...sending({
      "x-forwarded-host": "www.example.com/x?y#",
      "x-forwarded-proto": "https",
    }),
    departs: "forwarded-origin",
  },
  "a forwarded scheme that is none": {
    ...sending({
      "x-forwarded-host": "www.example.com",
      "x-forwarded-proto": "javascript",
    }),
    departs: "forwarded-origin",
  },
  "cookies and encodings": {
    answer: () =>
      new Response("x", {
        status: 404,
        headers: [
          ["set-cookie", "a=1"],
          ["set-cookie", "b=2"],
          ["content-encoding", "gzip"],
          ["content-length", "1"],
          ["connection", "x-named"],
          ["x-named", "1"],
          ["vary", "Origin"],
        ],
      }),
  },
  "no content": { answer: () => new Response(null, { status: 204 }) },
  "a failure": {
    answer: () => {
      throw new TypeError("no route");
    },
  },
  "a failure that is no error": {
    answer: () => {
      throw "text";
    },
  },
  "a failure with the secret": {
    answer: () => {
      throw new Error(`boom ${KEYS.secretKey}`);
    },
    departs: "told-secrets",
  },
  "a redirect within": leadingTo("https://frontend-api.clerk.dev/v1/a?b#c"),
  "a redirect to its root": leadingTo("https://frontend-api.clerk.dev"),
  "a redirect to a path": leadingTo("/v1/a"),
  "a redirect in clear": leadingTo("http://frontend-api.clerk.dev/a"),
  "a redirect to the app": leadingTo(`${APP}/home`),
  "a redirect elsewhere": leadingTo("//other.example/"),
  "a redirect to another port": leadingTo(
    "https://frontend-api.clerk.dev:444/",
  ),
  "a redirect to nowhere": leadingTo("http://["),
  "a redirect beside": { ...leadingTo("a"), departs: "relative-redirects" },
  "a redirect below a base": {
    ...leadingTo("/base/a"),
    ...fapi("https://fapi.example/base"),
    departs: "relative-redirects",
  },
  "a redirect behind another proxy": {
    ...leadingTo("/v1/a"),
    ...sending({
      "x-forwarded-host": "www.example.com",
      "x-forwarded-proto": "https",
    }),
  },
};

describe("compat proxy agrees with the official package", () => {
  for (const [name, given] of Object.entries(CASES)) {
    const { departs } = given;
    it(departs ? `${name} (departs: ${departs})` : name, async () => {
      const [our, their] = await observeBoth(given);
      if (!departs) return assertEquals(our, their);
      assertNotEquals(our, their, "This case departs no more");
    });
  }

  it("on what it exports", () => {
    assertEquals(Object.keys(ours).sort(), Object.keys(theirs).sort());
    assertEquals(ours.DEFAULT_PROXY_PATH, theirs.DEFAULT_PROXY_PATH);
  });

  it("on trailing slashes", () => {
    const text = fc.string({ unit: fc.constantFrom("/", "a") });
    fc.assert(fc.property(text, (text) => {
      assertEquals(
        ours.stripTrailingSlashes(text),
        theirs.stripTrailingSlashes(text),
      );
    }));
  });

  it("on the Frontend API of a key", () => {
    const names = ["clerk", "foo", "lcl", "accounts", "accountsstage", "dev"];
    const suffix = ["lcl.dev", "lclstage.dev", "lclclerk.com", "accounts.dev"];
    const host = fc.array(fc.constantFrom(...names, ...suffix, "x.com"), {
      minLength: 1,
      maxLength: 4,
    }).map((parts) => parts.join("."));
    const key = fc.tuple(fc.constantFrom("pk_test_", "pk_live_", "x"), host)
      .map(([start, host]) => start + btoa(`${host}$`));
    fc.assert(
      fc.property(key, (key) => {
        assertEquals(
          ours.fapiUrlFromPublishableKey(key),
          theirs.fapiUrlFromPublishableKey(key),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe("compat proxy agrees with the official package over a network", () => {
  let loopback: Loopback;
  beforeAll(async () => {
    loopback = await openLoopback();
  });
  afterAll(() => loopback.close());

  /** What does not depend on the time, on the connection or on the port. */
  async function visit(proxy: Proxy, path: string, init?: RequestInit) {
    const response = await proxy(new Request(`${APP}/__clerk${path}`, init), {
      publishableKey: KEYS.publishableKey,
      secretKey: "sk_test_x",
      fapiUrl: loopback.url,
    });
    const headers = [...response.headers].filter(([name]) => name !== "date");
    return { status: response.status, headers, body: await response.text() };
  }

  const PATHS = [
    "/v1/client?a=b",
    "/v1/cookies",
    "/v1/maybe-gzip",
    "/v1/redirect",
  ];
  const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
  for (const path of [...PATHS, "/v1/nothing", "//evil.example"]) {
    it(`for ${path}`, async () => {
      for (const method of METHODS) {
        const init = {
          method,
          headers: { cookie: "a=b; c=d", origin: APP },
          body: method === "GET" ? null : "x".repeat(10_000),
        };
        assertEquals(
          await visit(ours.clerkFrontendApiProxy, path, init),
          await visit(theirs.clerkFrontendApiProxy, path, init),
        );
      }
    });
  }
});

/** Paths as attackers write them. */
const PARTS = [
  ...["/", "//", "\\", ".", "..", "%2e", "%2E%2e", "%2f", "%5c", "%252e"],
  ...["%252f", "\t", "\n", "%09", "%0a", "%00", "@", ":", "?", "#", ";", " "],
  ...["evil.example", "https://", "__clerk", "/__clerk", "v1", "%", "%zz", "é"],
];
const anyPath = fc.array(fc.constantFrom(...PARTS), { maxLength: 8 })
  .map((parts) => `/__clerk/${parts.join("")}`);
const anyHost = fc.constantFrom(
  ...["www.example.com", "a.b:8443", "[::1]", "", "a b", "a/b", "a@b", "a, b"],
);
const anyHeaders = fc.record({
  "x-forwarded-host": anyHost,
  "x-forwarded-proto": fc.constantFrom("https", "http", "", "ftp", "https, x"),
  "x-forwarded-for": fc.constantFrom("", "1.1.1.1", "1.1.1.1,2.2.2.2", " ,x"),
  "cf-connecting-ip": fc.constantFrom("", "3.3.3.3"),
  "connection": fc.constantFrom("", "close", "cookie", "x-real-ip, Clerk-X"),
  "clerk-proxy-url": fc.constantFrom("", "https://evil.example"),
  "cookie": fc.constantFrom("a=b", "__session=x"),
}, { requiredKeys: [] });

/** What the two differ in by a departure that has a name. */
function isHidden(path: string): boolean {
  let text = new URL(APP + path).pathname;
  for (let i = 0; i < 9; i++) {
    text = text.replace(
      /%([0-7][\da-f])/gi,
      (_, hex) => String.fromCharCode(parseInt(hex, 16)),
    );
  }
  return /\p{Cc}/u.test(text) ||
    text.split(/[/\\;?#]/).some((part) => /^\s*\.\s*\.?\s*$/.test(part));
}

describe("compat proxy agrees with the official package on anything", () => {
  it("asks the same URL, and no other host", async () => {
    const property = fc.asyncProperty(anyPath, async (path) => {
      const [our, their] = await observeBoth({ path });
      for (const { url } of our.sent) {
        const { origin, username } = new URL(url);
        assertEquals([origin, username], [
          "https://frontend-api.clerk.dev",
          "",
        ]);
      }
      if (!isHidden(path)) return assertEquals(our, their);
      assertEquals([our.status, our.sent], [400, []]);
    });
    await fc.assert(property, { numRuns: 1000 });
  });

  it("sends the same headers", async () => {
    const property = fc.asyncProperty(anyHeaders, async (given) => {
      const headers = Object.fromEntries(
        Object.entries(given).filter(([, value]) => value !== undefined),
      ) as Record<string, string>;
      const [our, their] = await observeBoth({ init: { headers } });
      const url = their.sent[0]?.headers["clerk-proxy-url"] ?? "";
      const host = headers["x-forwarded-host"]?.split(",")[0]?.trim() ?? "";
      const departs = !/^https?:/.test(url) || /[ /@]/.test(host);
      if (!departs) return assertEquals(our, their);
      const own = our.sent[0]?.headers["clerk-proxy-url"] ?? "";
      assert(own.startsWith(`${APP}/`), own);
    });
    await fc.assert(property, { numRuns: 500 });
  });
});
