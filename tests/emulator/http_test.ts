import { assert, assertEquals, assertRejects } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator, type Emulator } from "../../emulator.ts";
import type { Fetch } from "../../src/platform/fetch.ts";
import { call, conform, refused, withAda } from "./harness.ts";

function auth(emulator: Emulator): { headers: { authorization: string } } {
  return { headers: { authorization: `Bearer ${emulator.secretKey}` } };
}

describe("the emulator's fetch", () => {
  it("takes text, a URL and a Request, with or without init, and no this", async () => {
    const emulator = await withAda();
    const url = `${emulator.apiUrl}/v1/users/user_1`;
    const { fetch } = emulator;
    const asOurs: Fetch = fetch;
    const asTheirs: typeof globalThis.fetch = fetch;
    const asHandler: (request: Request, info: { n: number }) => unknown = fetch;
    const answers = await Promise.all([
      asOurs(url, auth(emulator)),
      asTheirs(new URL(url), auth(emulator)),
      fetch(new Request(url, auth(emulator))),
      fetch(new Request(url), auth(emulator)),
      asHandler(new Request(url, auth(emulator)), { n: 1 }),
    ]);
    for (const answer of answers) {
      assert(answer instanceof Response);
      assertEquals((await answer.json()).id, "user_1");
    }
  });

  it("reads a body however it is given", async () => {
    const emulator = await withAda();
    const url = `${emulator.apiUrl}/v1/users/user_1`;
    const text = '{"first_name":"Ä"}';
    const init = { method: "PATCH", ...auth(emulator) };
    const bytes = new TextEncoder().encode(text);
    const answers = [
      emulator.fetch(url, { ...init, body: text }),
      emulator.fetch(url, { ...init, body: bytes }),
      emulator.fetch(url, { ...init, body: new Blob([text]) }),
      emulator.fetch(new Request(url, { ...init, body: text })),
      emulator.fetch(new Request(url, init), { body: text }),
    ];
    for (const answer of answers) {
      assertEquals((await (await answer).json()).first_name, "Ä");
    }
  });

  it("marks every answer, and calls JSON by exactly its name", async () => {
    const emulator = await withAda();
    emulator.faults.add({ path: "/v1/fault", status: 503 });
    emulator.faults.add({ path: "/v1/html", body: "html" });
    const answers = [
      await call(emulator, "GET", "/users/user_1"),
      await call(emulator, "GET", "/users/nobody"),
      await call(emulator, "GET", "/nowhere"),
      await call(emulator, "GET", "/fault"),
    ];
    for (const { headers } of answers) {
      assertEquals(headers.get("content-type"), "application/json");
      assertEquals(headers.get("x-clerk-emulator"), "1");
    }
    const html = await emulator.fetch(`${emulator.apiUrl}/v1/html`);
    assertEquals(html.headers.get("x-clerk-emulator"), "1");
  });

  it("says 501 to what the API does not have, with strict also to what has no state", async () => {
    for (const strict of [false, true]) {
      const emulator = await createEmulator({ strict });
      for (
        const [method, path] of [
          ...(strict
            ? [["GET", "/scim_directories"], [
              "POST",
              "/billing/prices",
            ]] as const
            : []),
          ["PUT", "/users"],
          ["GET", "/users/"],
          ["GET", "/organizations//memberships"],
          ["GET", "/users/user_1/nothing"],
        ] as const
      ) {
        const { status, headers, body } = await call(emulator, method, path);
        assertEquals([status, body.errors[0].code], [501, "not_emulated"]);
        assertEquals(headers.has("x-clerk-emulator-tier"), false);
        assert(body.errors[0].long_message.includes(path));
        conform("ClerkErrors", body);
      }
      const other = await emulator.fetch(`${emulator.origin}/robots.txt`);
      assertEquals(other.status, 404);
      await other.body?.cancel();
    }
  });

  it("asks for its own secret key", async () => {
    const emulator = await createEmulator();
    const ask = async (authorization?: string) => {
      const answer = await emulator.fetch(`${emulator.apiUrl}/v1/users`, {
        headers: authorization === undefined ? {} : { authorization },
      });
      return [answer.status, (await answer.json()).errors?.[0].code];
    };
    const format = [401, "authorization_header_format_invalid"];
    assertEquals(await ask(), format);
    assertEquals(await ask(emulator.secretKey), format);
    assertEquals(await ask("Basic abc"), format);
    assertEquals(await ask("Bearer sk_test_other"), [401, "clerk_key_invalid"]);
    assertEquals(await ask(`bearer ${emulator.secretKey}`), [200, undefined]);
    const other = await createEmulator();
    assertEquals(await ask(`Bearer ${other.secretKey}`), [
      401,
      "clerk_key_invalid",
    ]);
  });

  it("gives the public keys to anybody on the Frontend API only", async () => {
    const emulator = await createEmulator();
    const open = await emulator.fetch(
      `${emulator.origin}/.well-known/jwks.json`,
    );
    const body = await open.json();
    assertEquals(body, await emulator.jwks());
    conform("JWKS.rsa.PublicKey", body.keys[0]);
    assertEquals(Object.keys(body.keys[0]).includes("d"), false);
    assertEquals((await call(emulator, "GET", "/jwks")).body, body);
    const closed = await emulator.fetch(`${emulator.apiUrl}/v1/jwks`);
    assertEquals(closed.status, 401);
    await closed.body?.cancel();
  });

  it("answers for this machine and for Clerk's host, and for no other", async () => {
    const emulator = await withAda();
    const ask = async (origin: string) => {
      const answer = await emulator.fetch(
        `${origin}/v1/users/user_1`,
        auth(emulator),
      );
      await answer.body?.cancel();
      return answer.status;
    };
    for (
      const origin of [
        "https://api.clerk.com",
        "http://localhost:4640",
        "http://127.0.0.1:9",
        "http://[::1]:4640",
        "http://app.localhost",
      ]
    ) assertEquals(await ask(origin), 200, origin);
    for (
      const origin of [
        "http://attacker.example",
        "http://127.0.0.1.attacker.example",
        "https://api.clerk.com.attacker.example",
        "http://192.168.0.1:4640",
      ]
    ) assertEquals(await ask(origin), 421, origin);
  });

  it("refuses a body that is no JSON object", async () => {
    const emulator = await withAda();
    for (const body of ["{", "[]", "null", '"x"', "<html>"]) {
      const answer = await emulator.fetch(
        `${emulator.apiUrl}/v1/users/user_1`,
        { method: "PATCH", ...auth(emulator), body },
      );
      assertEquals(answer.status, 400, body);
      const { errors } = await answer.json();
      assertEquals(errors[0].code, "request_body_invalid");
    }
  });

  it("checks each parameter of a query", async () => {
    const emulator = await createEmulator();
    const cases: readonly [string, string, string][] = [
      ["limit=0", "form_param_value_invalid", "limit"],
      ["limit=501", "form_param_value_invalid", "limit"],
      ["limit=ten", "form_param_type_invalid", "limit"],
      ["offset=-1", "form_param_value_invalid", "offset"],
      ["banned=1", "form_param_type_invalid", "banned"],
      [
        "created_at_before=soon",
        "form_param_type_invalid",
        "created_at_before",
      ],
      ["order_by=shoe_size", "form_param_value_invalid", "order_by"],
      ["starting_after=user_x", "form_param_value_invalid", "starting_after"],
      ["emial_address=a", "form_param_unknown", "emial_address"],
      ["__proto__=a", "form_param_unknown", "__proto__"],
    ];
    for (const [query, code, param] of cases) {
      assertEquals(
        await refused(emulator, "GET", `/users?${query}`),
        { status: 422, code, param },
        query,
      );
    }
    const required = await refused(
      emulator,
      "POST",
      "/users/ban",
      {},
    );
    assertEquals(required.code, "form_param_missing");
  });

  it("reads ids out of the path decoded, and never by halves", async () => {
    const emulator = await withAda({}, { id: "user_ü/1" });
    const { status } = await call(emulator, "GET", "/users/user_%C3%BC%2F1");
    assertEquals(status, 200);
    assertEquals((await call(emulator, "GET", "/users/%E0%A4%A")).status, 501);
  });

  it("refuses an API version that is none", async () => {
    const emulator = await createEmulator();
    const ask = async (version: string) => {
      const answer = await emulator.fetch(`${emulator.apiUrl}/v1/users`, {
        headers: {
          ...auth(emulator).headers,
          "clerk-api-version": version,
        },
      });
      await answer.body?.cancel();
      return answer.status;
    };
    assertEquals(await ask("2026-05-12"), 200);
    assertEquals(await ask("latest"), 400);
  });

  it("refuses JSON that is too deep for any stack", async () => {
    const emulator = await withAda();
    for (const depth of [1_000, 100_000]) {
      const value = `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
      const answer = await emulator.fetch(
        `${emulator.apiUrl}/v1/users/user_1/metadata`,
        {
          ...auth(emulator),
          method: "PATCH",
          body: `{"public_metadata":${value}}`,
        },
      );
      assertEquals(answer.status, 400);
      const { errors } = await answer.json();
      assertEquals(errors[0].code, "request_body_invalid");
    }
  });

  it("rejects as fetch does when the signal aborts", async () => {
    const emulator = await withAda();
    const url = `${emulator.apiUrl}/v1/users/user_1`;
    const signal = AbortSignal.abort(new Error("enough"));
    await assertRejects(
      () => emulator.fetch(url, { ...auth(emulator), signal }),
      Error,
      "enough",
    );
    await assertRejects(() => emulator.fetch("/v1/users"), TypeError);
  });
});
