// Security case 3 through the client: whatever an argument holds, a call stays
// with its operation and its host.
import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createClerkClient as createDropIn } from "../../compat/mod.ts";
import { createClerkClient } from "../../mod.ts";

const SECRET = "sk_test_ids";

const HOSTILE: readonly unknown[] = [
  "..",
  ".",
  "...",
  "../organizations",
  "../../evil",
  "user_1/..",
  "user_1/../../jwks",
  "%2e%2e",
  "%2E%2E%2Fjwks",
  "%252e%252e",
  "%25252e%25252e%25252f",
  ".%2e",
  ".\t.",
  ".\n.",
  ".\r.",
  ". .",
  "%2e%0a%2e",
  "..\\",
  "..\\..\\jwks",
  "%5c..%5c",
  "\\\\evil.example.com",
  "//evil.example.com",
  "https://evil.example.com",
  "https:evil.example.com",
  "@evil.example.com",
  ":@evil.example.com/",
  "user_1?limit=1",
  "user_1#fragment",
  "user_1;a=b",
  "user_1/ban",
  "%zz",
  "%",
  "%2",
  "%c0%ae%c0%ae",
  "%u002e%u002e",
  "\u2024\u2024",
  "\uff0e\uff0e\uff0f",
  "..\u0000",
  "\u0000",
  "\u007f",
  "\u0085",
  "\u2028",
  "a\r\nHost: evil.example.com",
  "\ud800",
  "",
  " ",
  "user_1 ",
  "{user_id}",
  "$&",
  undefined,
  null,
  0,
  NaN,
  true,
  [],
  ["user_1"],
  [".."],
  {},
  { toString: () => ".." },
  new String("user_1"),
  Symbol("user_1"),
  () => "user_1",
];

interface Sent {
  readonly method: string;
  readonly url: string;
}

function record(): {
  readonly sent: Sent[];
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
} {
  const sent: Sent[] = [];
  return {
    sent,
    fetch: (url, init = {}) => {
      sent.push({ url, method: `${init.method}` });
      return Promise.resolve(Response.json({ object: "user", data: [] }));
    },
  };
}

type Method = (...args: readonly unknown[]) => Promise<unknown>;

/** Where a method goes by a harmless id, its segments; the id as a star. */
async function routeOf(method: Method, sent: Sent[]): Promise<string[]> {
  sent.length = 0;
  await method("HARMLESS", {}).catch(() => {});
  return sent.map((one) => shape(one));
}

function shape({ method, url }: Sent, id = "HARMLESS"): string {
  const { pathname } = new URL(url);
  return `${method} ${
    pathname.split("/").map((part) => part === id ? "*" : part).join("/")
  }`;
}

/** Whether whoever decodes a path, however often, comes to see a dot segment. */
function hasDotSegment(path: string): boolean {
  for (let text = path, layer = 0; layer < 5; layer++) {
    const plain = text.replace(/[\t\n\r]/g, "");
    if (/(?:^|[/\\])\s*\.\s*\.?\s*(?:[/\\]|$)/.test(plain)) return true;
    try {
      text = decodeURIComponent(text);
    } catch {
      return false;
    }
  }
  return false;
}

describe("an id", () => {
  it("never leads a method to another operation or host", async () => {
    const { sent, fetch } = record();
    const options = {
      secretKey: SECRET,
      fetch,
      env: {},
      retry: false,
    } as const;
    const flavours: Record<string, object> = {
      ours: createClerkClient(options).users,
      dropIn: createDropIn(options).users,
    };
    let tried = 0;
    for (const [flavour, users] of Object.entries(flavours)) {
      for (const [name, method] of Object.entries<Method>({ ...users })) {
        const routes = await routeOf(method, sent);
        if (!routes.join().includes("*")) continue;
        for (const id of HOSTILE) {
          sent.length = 0;
          await method(id, {}).catch(() => {});
          for (const one of sent) {
            const named = `${flavour} ${name} ${String(id)} ${one.url}`;
            assertEquals(
              new URL(one.url).origin,
              "https://api.clerk.com",
              named,
            );
            assertEquals(typeof id, "string", named);
            const segment = encodeURIComponent(String(id));
            assertEquals(segment.includes("/"), false);
            assert(routes.includes(shape(one, segment)), named);
            assert(!hasDotSegment(new URL(one.url).pathname), named);
          }
          tried++;
        }
      }
    }
    assert(tried > 1_000, `${tried}`);
  });

  it("in an object fills its own slot and no other", async () => {
    const { sent, fetch } = record();
    const clerk = createClerkClient({ secretKey: SECRET, fetch, env: {} });
    for (const userId of HOSTILE) {
      sent.length = 0;
      await clerk.users.verifyPassword({ userId, password: "x" } as never);
      for (const one of sent) {
        const segment = encodeURIComponent(String(userId));
        assertEquals(shape(one, segment), "POST /v1/users/*/verify_password");
      }
    }
  });
});

describe("parameters and options of a call", () => {
  it("cannot change host, key, version, method or headers", async () => {
    const seen: [string, RequestInit][] = [];
    const clerk = createClerkClient({
      secretKey: SECRET,
      env: {},
      fetch: (url, init = {}) => {
        seen.push([url, init]);
        return Promise.resolve(Response.json({ object: "user" }));
      },
    });
    const evil = {
      apiUrl: "https://evil.example.com",
      api_url: "https://evil.example.com",
      baseUrl: "https://evil.example.com",
      url: "https://evil.example.com",
      path: "/v1/jwks",
      method: "DELETE",
      version: "v2",
      apiVersion: "v2",
      secretKey: "sk_test_evil",
      headers: { Authorization: "Bearer evil", Host: "evil.example.com" },
      redirect: "follow",
      fetch: () => Promise.reject(new Error("taken")),
      __proto__: { apiUrl: "https://evil.example.com", retry: 9 },
    };
    const json = JSON.parse(
      '{"__proto__":{"apiUrl":"https://evil.example.com"},"constructor":{}}',
    );
    for (const extra of [evil, json]) {
      await clerk.users.getUser("user_1", extra);
      await clerk.users.getUserList(extra);
      await clerk.users.updateUser("user_1", extra, extra);
      await clerk.users.deleteUser("user_1", extra);
    }
    for (const [url, init] of seen) {
      const { origin, pathname } = new URL(url);
      assertEquals(origin, "https://api.clerk.com");
      assert(/^\/v1\/users(?:\/user_1)?$/.test(pathname), pathname);
      const headers = new Headers(init.headers);
      assertEquals(headers.get("authorization"), `Bearer ${SECRET}`);
      assertEquals(headers.get("host"), null);
      assertEquals(init.redirect, "manual");
    }
    assert(seen.length >= 6, `${seen.length}`);
  });
});
