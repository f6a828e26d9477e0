import { assert, assertEquals, assertThrows } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import fc from "fast-check";
import { createServer } from "node:http";
import { createEmulator } from "../../emulator.ts";
import { type NodeRequest, toWebRequest } from "../../handler.ts";
import { createClerkClient } from "../../mod.ts";

const urlOf = (message: Partial<NodeRequest>) =>
  toWebRequest({ headers: { host: "app.example.com" }, ...message }).url;

describe("toWebRequest", () => {
  it("has the method, the URL and the headers", () => {
    const request = toWebRequest({
      method: "PUT",
      url: "/notes?page=2",
      headers: {
        host: "app.example.com:8080",
        cookie: "__session=a; theme=dark",
        "x-tag": ["a", "b"],
        "x-none": undefined,
      },
    });
    assertEquals(request.method, "PUT");
    assertEquals(request.url, "http://app.example.com:8080/notes?page=2");
    assertEquals(request.headers.get("cookie"), "__session=a; theme=dark");
    assertEquals(request.headers.get("x-tag"), "a, b");
    assertEquals(request.headers.has("x-none"), false);
    assertEquals(request.body, null);
  });

  it("goes by the connection, and by HTTP/2's own names", () => {
    assertEquals(
      urlOf({
        url: "/a",
        socket: { encrypted: true },
        headers: { ":authority": "h2.example.com", ":path": "/a" },
      }),
      "https://h2.example.com/a",
    );
  });

  it("takes the whole path of what a router of Express has shortened", () => {
    assertEquals(
      urlOf({ url: "/me", originalUrl: "/api/me?x=1" }),
      "http://app.example.com/api/me?x=1",
    );
  });

  it("lets no path and no host lead elsewhere", () => {
    const root = "http://app.example.com";
    assertEquals(urlOf({ url: "//evil.example/x" }), `${root}//evil.example/x`);
    assertEquals(urlOf({ url: "https://evil.example/x?y" }), `${root}/x?y`);
    assertEquals(urlOf({ url: "https://evil.example" }), `${root}/`);
    assertEquals(urlOf({ url: "*" }), `${root}/`);
    assertEquals(urlOf({ url: "evil.example:443" }), `${root}/`);
    assertEquals(urlOf({ url: "?x=1" }), `${root}/?x=1`);
    for (const host of ["a@evil.example", "evil.example/x", "a b", "", "a?b"]) {
      assertEquals(
        urlOf({ url: "/p", headers: { host } }),
        "http://localhost/p",
      );
    }
    assertEquals(urlOf({ headers: {} }), "http://localhost/");
    for (const url of ["HTTP://evil.example/p", "a+b.c-1://evil.example/p"]) {
      assertEquals(urlOf({ url }), "http://app.example.com/p");
    }
    assertEquals(urlOf({ url: "/p", socket: {} }), "http://app.example.com/p");
  });

  it("bears the methods that no Request can have", () => {
    for (const method of ["TRACE", "CONNECT", "TRACK", "track"]) {
      assertEquals(toWebRequest({ method, headers: {} }).method, "POST");
    }
    for (const method of ["BACKTRACE", "TRACER"]) {
      // Bun makes methods that it does not know into GET.
      const { method: expected } = new Request("http://localhost", { method });
      assertEquals(toWebRequest({ method, headers: {} }).method, expected);
    }
  });

  it("never leaves the host, whatever is asked for", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (url) => {
      assertEquals(new URL(urlOf({ url })).origin, "http://app.example.com");
    }));
  });

  it("takes headers of every name that a client can send", () => {
    const names = ["append", "constructor", "get", "headers", "__proto__"];
    const headers = Object.fromEntries(names.map((name) => [name, "1"]));
    const request = toWebRequest({ headers });
    assertEquals(names.map((name) => request.headers.get(name)), [
      ...names.map(() => "1"),
    ]);
  });

  it("says what it wants instead of anything else", () => {
    const wrong: unknown[] = [
      null,
      undefined,
      {},
      "/",
      new Request("http://localhost"),
    ];
    for (const each of wrong) {
      const error = assertThrows(
        () => toWebRequest(each as NodeRequest),
        TypeError,
      );
      assert(error.message.includes("node:http, Express"), error.message);
    }
  });

  it("lets a server of node:http tell who asks", async () => {
    const emulator = await createEmulator({
      seed: { users: [{ id: "user_1" }] },
    });
    const clerk = createClerkClient({ jwtKey: await emulator.jwtKey });
    const server = createServer(async (req, res) => {
      const state = await clerk.authenticateRequest(toWebRequest(req));
      for (const [name, value] of state.headers) res.appendHeader(name, value);
      res.end(state.isSignedIn ? state.toAuth().userId : state.reason);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    try {
      const address = server.address();
      assert(address && typeof address === "object");
      const url = `http://127.0.0.1:${address.port}/`;
      const { headers } = await emulator.signIn("user_1");
      assertEquals(await (await fetch(url, { headers })).text(), "user_1");
      assertEquals(
        await (await fetch(url)).text(),
        "session-token-and-uat-missing",
      );
    } finally {
      await new Promise((done) => server.close(done));
    }
  });
});
