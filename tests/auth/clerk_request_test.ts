import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import fc from "fast-check";
import { createClerkRequest } from "../../internal.ts";
import { parseCookies } from "../../src/text/cookies.ts";
import { readRequestUrl } from "../../src/auth/request_url.ts";

/** The URL that a browser sees. */
function urlOf(url: string, headers: Record<string, string> = {}): string {
  return readRequestUrl(url, new Headers(headers)).href;
}

const forwarded = (host: string, proto?: string) => ({
  "x-forwarded-host": host,
  ...(proto === undefined ? {} : { "x-forwarded-proto": proto }),
});

describe("createClerkRequest", () => {
  it("keeps what the request says, and leaves its body alone", async () => {
    const original = new Request("https://a.example.com/p?q=1", {
      method: "POST",
      body: "content",
      headers: { "x-one": "1", "content-type": "text/plain" },
      redirect: "manual",
    });
    const request = createClerkRequest(original);
    assertEquals(request.method, "POST");
    assertEquals(request.url, "https://a.example.com/p?q=1");
    assertEquals(request.headers.get("x-one"), "1");
    assertEquals(request.redirect, "manual");
    assertEquals(request.body, null);
    assertEquals(original.bodyUsed, false);
    assertEquals(await original.text(), "content");
  });

  it("takes what a request is made of, too", () => {
    const request = createClerkRequest("https://a.example.com/p", {
      headers: { cookie: "a=1" },
    });
    assertEquals(request.cookies.get("a"), "1");
    assertEquals(
      createClerkRequest(new URL("https://a.example.com/")).clerkUrl.href,
      "https://a.example.com/",
    );
  });

  it("gives back one of its own, and wraps one of anybody else's", () => {
    class Special extends Request {}
    const request = createClerkRequest(new Special("https://a.example.com/"));
    assertStrictEquals(createClerkRequest(request), request);
    assert(!(request instanceof Special));
    assert(request instanceof Request);
  });

  it("takes a request that is none of this realm's", () => {
    const headers = new Headers({ cookie: "a=1", authorization: "Bearer x" });
    const foreign = {
      url: "https://a.example.com/p?q=1",
      method: "PUT",
      headers,
      signal: { aborted: false },
    };
    const request = createClerkRequest(foreign as never);
    assertEquals(request.clerkUrl.href, foreign.url);
    assertEquals(request.method, "PUT");
    assertEquals(request.cookies.get("a"), "1");
    assertEquals(request.headers.get("authorization"), "Bearer x");
  });

  it("reads the URL and the cookies once", () => {
    const request = createClerkRequest("https://a.example.com/");
    assertStrictEquals(request.clerkUrl, request.clerkUrl);
    assertStrictEquals(request.cookies, request.cookies);
  });

  it("shows no credentials when it is logged as JSON", () => {
    const request = createClerkRequest(
      "https://a.example.com/?__clerk_handshake=hidden&__clerk_db_jwt=hidden&x=1",
      {
        headers: {
          authorization: "Bearer hidden",
          cookie: "__session=hidden; b=hidden",
          "x-clerk-auth-token": "hidden",
          accept: "text/html",
        },
      },
    );
    const text = JSON.stringify(request);
    assert(!text.includes("hidden"), text);
    for (const shown of ["text/html", "__session", "x=1"]) {
      assert(text.includes(shown), text);
    }
    assertEquals(
      JSON.parse(JSON.stringify(createClerkRequest("https://a.b/c"))),
      {
        url: "https://a.b/c",
        method: "GET",
        headers: "{}",
        clerkUrl: "https://a.b/c",
        cookies: "{}",
      },
    );
  });
});

describe("createClerkRequest as JSON", () => {
  it("hides every header that says who somebody is, and no other", () => {
    const hidden = [
      "authorization",
      "proxy-authorization",
      "cookie",
      "x-clerk-auth-token",
      "x-clerk-a",
    ];
    const shown = ["x-authorization", "x-cookie", "x-clerk", "accept"];
    const headers = Object.fromEntries(
      [...hidden, ...shown].map((name) => [name, "a=VALUE"]),
    );
    const request = createClerkRequest("https://a.example.com", { headers });
    assertEquals(
      JSON.parse(request.toJSON().headers ?? ""),
      Object.fromEntries([
        ...hidden.map((name) => [name, "redacted"]),
        ...shown.map((name) => [name, "a=VALUE"]),
      ]),
    );
  });

  it("hides every parameter that says who somebody is, and no other", () => {
    const hidden = [
      "__clerk_handshake",
      "__clerk_handshake_nonce",
      "__clerk_db_jwt",
      "__clerk_ticket",
      "__session",
      "__dev_session",
    ];
    const shown = ["x__session", "__sessions", "__clerk_status", "a"];
    const query = (names: readonly string[], value: string) =>
      names.map((name) => `${name}=${value}`).join("&");
    const before = `https://a.example.com/?${
      query([...hidden, ...shown], "VALUE")
    }`;
    const request = createClerkRequest(before, {
      // That of the page that asks is in the headers.
      headers: { referer: before, "x-forwarded-uri": before },
    });
    const { url, clerkUrl, headers } = request.toJSON();
    assertEquals(
      url,
      `https://a.example.com/?${query(hidden, "redacted")}&${
        query(shown, "VALUE")
      }`,
    );
    assertEquals(clerkUrl, url);
    assertEquals(JSON.parse(headers ?? ""), {
      referer: url,
      "x-forwarded-uri": url,
    });
  });
});

describe("the URL as the browser sees it", () => {
  it("is the request's own without headers", () => {
    for (
      const url of [
        "http://a.example.com//x//y?z=1#h",
        "https://a.example.com:8443/",
      ]
    ) assertEquals(urlOf(url), url);
  });

  it("has the host and the scheme that a proxy was asked for", () => {
    const url = "http://10.0.0.1:3000/x?y=1#z";
    assertEquals(
      urlOf(url, forwarded("b.example.com, c.example.com", "https,http")),
      "https://b.example.com/x?y=1#z",
    );
    assertEquals(
      urlOf(url, forwarded("b.example.com:8443")),
      "http://b.example.com:8443/x?y=1#z",
    );
    assertEquals(
      urlOf(url, { host: "h.example.com", "x-forwarded-proto": "https" }),
      "https://h.example.com/x?y=1#z",
    );
    assertEquals(
      urlOf(url, { host: "h.example.com", ...forwarded("b.example.com") }),
      "http://b.example.com/x?y=1#z",
    );
    assertEquals(urlOf(url, { "x-forwarded-proto": "https" }), url);
    assertEquals(
      urlOf(url, { host: "h.example.com." }),
      "http://h.example.com./x?y=1#z",
    );
    assertEquals(urlOf(url, forwarded("[::1]:80")), "http://[::1]/x?y=1#z");
    assertEquals(
      urlOf("https://a.example.com/x", forwarded("B.Example.com", "http")),
      "http://b.example.com/x",
    );
  });

  it("passes over what is no host or no scheme of the web", () => {
    const url = "http://a.example.com/x";
    for (
      const host of [
        "",
        " ",
        ", c.example.com",
        "bad host",
        "b.example.com/p",
        "b.example.com?q",
        "b.example.com#f",
        "b.example.com\\q",
        "user:pass@b.example.com",
        "b.example.com:999999",
        "b.example.com:99999",
        "b.example.com:x",
        "//b.example.com",
        "https://b.example.com",
      ]
    ) assertEquals(urlOf(url, forwarded(host, "https")), url, host);
    for (
      const proto of [
        "javascript",
        "ftp",
        "https://",
        "HTTPS:",
        "ht tp",
        "xhttps",
        "httpss",
      ]
    ) {
      assertEquals(
        urlOf(url, forwarded("b.example.com", proto)),
        "http://b.example.com/x",
        proto,
      );
    }
  });

  it("is not led to another host by its path", () => {
    for (
      const path of ["//evil.example.com/x", "/\\evil.example.com", "///x"]
    ) {
      const url = urlOf(`http://a.example.com${path}`, {
        host: "h.example.com",
      });
      assertEquals(new URL(url).host, "h.example.com", path);
    }
  });

  it("always has a host that somebody named, and the path of the request", () => {
    fc.assert(fc.property(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string({ unit: "grapheme-ascii" }),
      fc.string({ unit: "grapheme-ascii" }),
      (url, host, proto) => {
        const own = new URL(url);
        const seen = readRequestUrl(url, new Headers(forwarded(host, proto)));
        assertEquals(
          [seen.pathname, seen.search, seen.hash, seen.username],
          [own.pathname, own.search, own.hash, ""],
        );
        assert(/^https?:$/.test(seen.protocol));
        const named = host.split(",")[0]?.trim().toLowerCase() ?? "";
        assert(seen.host === own.host || seen.host !== "" && named !== "");
      },
    ));
  });
});

describe("cookies", () => {
  it("are read as they are written", () => {
    const header =
      'a=1; a=2; b=%3B%3D; c=%zz; d="q"; e; g=1=2;h=; i = j ; k=%E4%BD%A0';
    assertEquals([...parseCookies(header)], [
      ["a", "1"],
      ["b", ";="],
      ["c", "%zz"],
      ["d", '"q"'],
      ["g", "1=2"],
      ["h", ""],
      ["i", "j"],
      ["k", "你"],
    ]);
    for (const none of ["", "a", "abc", ";;", "a; b", " "]) {
      assertEquals([...parseCookies(none)], []);
    }
    for (const header of ["a=1; b", ";a=1", "a=1;;"]) {
      assertEquals([...parseCookies(header)], [["a", "1"]]);
    }
    assertEquals(parseCookies("=x; a=1").get("a"), "1");
  });
});
