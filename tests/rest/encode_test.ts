import { runInNewContext } from "node:vm";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import fc from "fast-check";
import { op } from "../../src/rest/operation.ts";
import { encodeSegment } from "../../src/text/path.ts";
import { fakeApi, json } from "./fake_api.ts";

const getPart = op("GET /things/{thing_id}/parts/{part_id}");
const update = op("PATCH /things/{thing_id}", { body: true });
const listThings = op("GET /things", { query: true });
const upload = op("PUT /things/{thing_id}/logo", { body: "form" });

/** Ids that aim at another operation, another host, or nothing. */
const EVIL: readonly unknown[] = [
  "",
  ".",
  "..",
  "../users",
  "a/../../users",
  "..\\users",
  "%2e%2e",
  "%2E%2e%2fusers",
  "%252e%252e",
  "%25252e%25252e%25252f",
  ".%09.",
  ".\t.",
  ".\n./users",
  ".\r.",
  "\t..",
  "..;/users",
  "..?x",
  "..#x",
  "a\0b",
  "a\u0085b",
  "a%0d%0ab",
  "\ud800",
  "a\udfff",
  undefined,
  null,
  0,
  1,
  true,
  {},
  [],
  ["a"],
  () => "a",
];

/** Ids that look like more than an id and are to stay one segment. */
const ODD = [
  "?a=b",
  "#a",
  "a/b",
  "/users",
  "//evil.example.com",
  "\\\\evil.example.com\\a",
  "@evil.example.com",
  "https://evil.example.com/",
  "a b",
  "a%zz\\%",
  "50%",
  "role:admin",
  "é😀",
  "...",
  "a..b",
  "{part_id}",
  "$&",
];

describe("ids", () => {
  it("never lead to another operation", async () => {
    const { send, sent } = fakeApi(json({}));
    for (const id of EVIL) {
      for (
        const args of [[id, "p"], ["t", id], [{ thingId: id, partId: "p" }]]
      ) {
        const { errors, ...rest } = await send(getPart, ...args);
        assertEquals(errors?.[0].code, "invalid_argument", String(id));
        assertEquals("attempts" in rest && rest.attempts, 0);
      }
    }
    assertEquals(sent.length, 0);
  });

  it("stay in their segment of the path", async () => {
    const { send, sent } = fakeApi(json({}));
    for (const id of ODD) {
      assertEquals((await send(getPart, id, "p")).errors, undefined, id);
      const url = new URL(sent.at(-1)?.url ?? "");
      assertEquals(url.origin, "https://api.clerk.com");
      assertEquals(url.search + url.hash, "");
      const [, version, things, thing, parts, part, ...others] = url.pathname
        .split("/");
      assertEquals([version, things, parts, part, others.length], [
        "v1",
        "things",
        "parts",
        "p",
        0,
      ]);
      assertEquals(decodeURIComponent(thing ?? ""), id);
    }
  });

  it("are one segment or refused, whatever they are", () => {
    const part = fc.constantFrom(
      ..."./\\%2e5f?#@:;a \t\n",
      "%2e",
      "%2f",
      "%252e",
      "%5c",
      "\ud83d",
      "é",
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const segment = encodeSegment(parts.join(""));
        if (segment === undefined) return;
        const url = new URL(`https://a.example/v1/x/${segment}/y`);
        assertEquals(url.href, `https://a.example/v1/x/${segment}/y`);
        assertEquals(url.pathname.split("/").length, 5);
      }),
      { numRuns: 2000 },
    );
  });

  it("end at a limit of decoding, long as they may be", () => {
    assertEquals(encodeSegment("%" + "25".repeat(100_000)), undefined);
    assertEquals(encodeSegment("a".repeat(1000)), "a".repeat(1000));
  });

  it("may be given by name, in either case, and do not go to the body", async () => {
    const { send, sent } = fakeApi(json({}));
    await send(update, { thingId: "t", name: "n" });
    await send(update, { thing_id: "t", name: "n" });
    await send(getPart, "t", { partId: "p" });
    assertEquals(sent.map(({ url, body }) => [url.slice(24), body]), [
      ["/things/t", '{"name":"n"}'],
      ["/things/t", '{"name":"n"}'],
      ["/things/t/parts/p", undefined],
    ]);
  });
});

describe("a query", () => {
  async function query(params: unknown, spec = {}): Promise<string> {
    const { send, sent } = fakeApi(json({}));
    const row = op("GET /things", { query: true, ...spec });
    const { errors } = await send(row, params);
    return errors ? errors[0].code : sent[0]?.url.split("/things")[1] ?? "";
  }

  it("holds what is falsy, but not what is undefined", async () => {
    assertEquals(
      await query({ a: false, b: 0, c: "", d: undefined, e: -0 }),
      "?a=false&b=0&c=&e=0",
    );
    assertEquals(await query(undefined), "");
    assertEquals(await query({}), "");
  });

  it("repeats lists, writes times in milliseconds, and encodes", async () => {
    assertEquals(
      await query({
        userId: ["a", "b&c=d"],
        createdAtBefore: new Date(1_700_000_000_000),
        orderBy: "-created_at",
        "q?": "é +#",
      }),
      "?user_id=a&user_id=b%26c%3Dd&created_at_before=1700000000000&order_by=-created_at&q%3F=%C3%A9%20%2B%23",
    );
  });

  it("joins a list where a row says so, and has what a row always sends", async () => {
    const spec = { joined: ["enrollment_mode"], send: { paginated: true } };
    assertEquals(
      await query({ enrollmentMode: ["a", "b,c"] }, spec),
      "?paginated=true&enrollment_mode=a,b%2Cc",
    );
  });

  it("holds nothing that the API would take for something else", async () => {
    const wrong = [
      null,
      [],
      NaN,
      Infinity,
      {},
      [[]],
      [undefined],
      1n,
      new Date(NaN),
      "\ud800",
      () => 1,
      Symbol("a"),
    ];
    for (const value of wrong) {
      assertEquals(await query({ value }), "invalid_argument");
    }
    for (const params of [null, 1, "a"]) {
      assertEquals(await query(params), "invalid_argument");
    }
  });

  it("is refused in the words of the caller", async () => {
    const { send } = fakeApi(json({}));
    for (
      const [name, value, came] of [
        ["userId", [], "an empty list"],
        ["created_at_before", NaN, "NaN"],
        ["emailAddress", [{}], "object"],
      ] as const
    ) {
      const { errors } = await send(listThings, { [name]: value });
      const message = errors?.[0].message ?? "";
      assertStringIncludes(message, `Cannot use "${name}": expected a`);
      assertStringIncludes(message, `, received ${came}.`);
    }
  });

  it("takes the members that a row names, and leaves the others to the body", async () => {
    const { send, sent } = fakeApi(json({}));
    const row = op("POST /things", { query: ["with_parts"], body: true });
    await send(row, { withParts: false, firstName: "A" });
    assertStringIncludes(sent[0]?.url ?? "", "/things?with_parts=false");
    assertEquals(sent[0]?.body, '{"first_name":"A"}');
  });
});

describe("a JSON body", () => {
  async function body(params: unknown, spec = {}): Promise<unknown> {
    const { send, sent } = fakeApi(json({}));
    const row = op("POST /things", { body: true, ...spec });
    const { errors } = await send(row, params);
    return errors ? errors[0].message : JSON.parse(String(sent[0]?.body));
  }

  it("is in snake_case all through, but for free-form maps", async () => {
    assertEquals(
      await body({
        firstName: "A",
        onBehalfOf: { userId: "u", listOf: [{ someKey: 1 }] },
        publicMetadata: { someKey: { otherKey: 1 } },
        unsafe_metadata: { aB: 1 },
        claims: null,
        absent: undefined,
        createdAt: new Date(0),
      }),
      {
        first_name: "A",
        on_behalf_of: { user_id: "u", list_of: [{ some_key: 1 }] },
        public_metadata: { someKey: { otherKey: 1 } },
        unsafe_metadata: { aB: 1 },
        claims: null,
        created_at: "1970-01-01T00:00:00.000Z",
      },
    );
  });

  it("takes row by row what else is free-form, and what is not", async () => {
    const params = { headers: { "X-aB": 1 }, mappings: [{ aB: 1 }] };
    assertEquals(
      await body(params, { free: ["headers"], fixed: ["mappings"] }),
      {
        headers: { "X-aB": 1 },
        mappings: [{ a_b: 1 }],
      },
    );
  });

  it("is a list where a row says so", async () => {
    assertEquals(await body([{ firstName: "A" }], { body: "array" }), [
      { first_name: "A" },
    ]);
    for (
      const [params, came] of [
        [[], "an empty list"],
        [{}, "object"],
        [undefined, "undefined"],
      ]
    ) {
      assertStringIncludes(
        String(await body(params, { body: "array" })),
        `expected a list of one item or more, received ${came}.`,
      );
    }
    assertStringIncludes(String(await body([])), "an object");
  });

  it("is refused when JSON cannot hold it", async () => {
    const cycle: Record<string, unknown> = {};
    cycle["self"] = [cycle];
    const wrong = [
      cycle,
      { publicMetadata: cycle },
      { a: 1n },
      { a: NaN },
      { a: [Infinity] },
      { a: new Date(NaN) },
      Promise.resolve({ a: 1 }),
      { a: Promise.resolve(1) },
      { a: [new Map([["b", 1]])] },
      { publicMetadata: Promise.resolve({}) },
      { publicMetadata: new Set([1]) },
      {
        get a() {
          throw new Error("no");
        },
      },
    ];
    for (const params of wrong) {
      const message = await body(params);
      assertEquals(typeof message, "string");
      assertStringIncludes(String(message), "Cannot ");
    }
  });

  it("is refused by the name of what is wrong, as it was given", async () => {
    const at = new Date(NaN);
    for (
      const [params, name] of [
        [{ createdAt: at }, "createdAt"],
        [{ a: { scores: [1, NaN] } }, "scores"],
        [NaN, "params"],
      ] as const
    ) {
      assertStringIncludes(String(await body(params)), `"${name}"`);
    }
  });

  it("is refused when it contains itself, in words that say so", async () => {
    const cycle: Record<string, unknown> = {};
    cycle["list"] = [cycle];
    assertStringIncludes(String(await body(cycle)), "contains itself");
  });

  it("may hold one object twice, and cannot reach a prototype", async () => {
    const one = { aB: 1 };
    assertEquals(await body({ x: one, y: [one, one] }), {
      x: { a_b: 1 },
      y: [{ a_b: 1 }, { a_b: 1 }],
    });
    const { send, sent } = fakeApi(json({}));
    await send(update, "t", JSON.parse('{"__proto__":{"aB":1}}'));
    assertEquals(sent[0]?.body, '{"__proto__":{"a_b":1}}');
  });
});

describe("a multipart body", () => {
  it("holds files of any kind, and text", async () => {
    const { send, sent } = fakeApi(json({}));
    const bytes = new Uint8Array([1, 2, 255]);
    const files = [
      { file: new File([bytes], "a.png", { type: "image/png" }) },
      { file: new Blob([bytes], { type: "image/png" }) },
      { file: bytes, fileName: "b.png", uploaderUserId: "u", x: undefined },
    ];
    for (const params of files) await send(upload, "t", params);
    const names = [];
    for (const { body, headers } of sent) {
      assertEquals(headers.get("content-type"), null);
      assert(body instanceof FormData);
      const file = body.get("file");
      assert(file instanceof Blob && "name" in file);
      names.push(file.name);
      assertEquals([...new Uint8Array(await file.arrayBuffer())], [1, 2, 255]);
    }
    assertEquals(names, ["a.png", "file", "b.png"]);
    const last = sent.at(-1)?.body;
    assertEquals(last instanceof FormData && [...last.keys()], [
      "file",
      "uploader_user_id",
    ]);
  });

  it("holds bytes of other realms, and of memory that is shared", async () => {
    const { send, sent } = fakeApi(json({}));
    const foreign: unknown = runInNewContext("new Uint8Array([1, 2, 255])");
    assert(!(foreign instanceof Uint8Array));
    const shared = new Uint8Array(new SharedArrayBuffer(3));
    shared.set([1, 2, 255]);
    for (const file of [foreign, shared]) {
      const { errors } = await send(upload, "t", { file });
      assertEquals(errors, undefined);
    }
    for (const { body } of sent) {
      const file = body instanceof FormData && body.get("file");
      assert(file instanceof Blob);
      assertEquals([...new Uint8Array(await file.arrayBuffer())], [1, 2, 255]);
    }
  });

  it("is refused when it holds anything else", async () => {
    const { send, sent } = fakeApi(json({}));
    for (const file of [null, {}, [1], () => 1]) {
      const { errors } = await send(upload, "t", { file });
      assertEquals(errors?.[0].code, "invalid_argument");
    }
    assertEquals(sent.length, 0);
  });
});

describe("headers out of parameters", () => {
  const row = op("POST /email", {
    body: true,
    headers: { idempotencyKey: "Idempotency-Key" },
  });

  it("are taken from the body, and hold one line", async () => {
    const { send, sent } = fakeApi(json({}));
    await send(row, { idempotencyKey: "k_1", subject: "S" });
    assertEquals(sent[0]?.headers.get("idempotency-key"), "k_1");
    assertEquals(sent[0]?.body, '{"subject":"S"}');
    for (const key of ["a\r\nX: 1", "", "é", 1]) {
      const { errors } = await send(row, { idempotencyKey: key });
      assertEquals(errors?.[0].code, "invalid_argument");
    }
    assertEquals(sent.length, 1);
  });
});

describe("an address", () => {
  it("has no way around for a query", async () => {
    const { send, sent } = fakeApi(json({}));
    await send(listThings, { "a#b": "#/../x?y" });
    const url = new URL(sent[0]?.url ?? "");
    assertEquals([url.pathname, url.hash], ["/v1/things", ""]);
    assertEquals([...url.searchParams], [["a#b", "#/../x?y"]]);
  });
});
