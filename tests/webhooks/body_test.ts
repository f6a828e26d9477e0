import {
  assert,
  assertEquals,
  assertFalse,
  assertStringIncludes,
} from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { BODY, headersOf, outcomeOf, untyped, verify } from "./signed.ts";

const utf8 = new TextEncoder();
const INVALID = "webhook-payload-invalid";
const UNUSABLE = "webhook-body-unusable";

async function requestOf(
  body: string | Uint8Array<ArrayBuffer>,
): Promise<Request> {
  return new Request("https://example.com/hook", {
    method: "POST",
    headers: await headersOf(body),
    body,
  });
}

async function signed(body: string | Uint8Array): Promise<string> {
  return outcomeOf({ body, headers: await headersOf(body) });
}

/** Bytes around some that are not UTF-8. */
function broken(...bytes: number[]): Uint8Array<ArrayBuffer> {
  const start = utf8.encode('{"type":"a","data":{"x":"');
  const end = utf8.encode('"}}');
  return new Uint8Array([...start, ...bytes, ...end]);
}

describe("the body of a webhook", () => {
  it("is read from a Request, which is used up then", async () => {
    const request = await requestOf(BODY);
    const { result } = await verify(request);
    assertEquals<unknown>(result, JSON.parse(BODY));
    assert(request.bodyUsed);
  });

  it("is left unread when the headers or the timestamp are refused", async () => {
    const request = await requestOf(BODY);
    request.headers.set("svix-timestamp", "1");
    assertEquals(await outcomeOf(request), "webhook-timestamp-too-old");
    assertFalse(request.bodyUsed);
  });

  it("is taken as text, bytes, a Buffer's view or an ArrayBuffer", async () => {
    const headers = await headersOf(BODY);
    const bytes = utf8.encode(BODY);
    const pool = new Uint8Array(bytes.length + 16);
    pool.set(bytes, 7);
    const view = pool.subarray(7, 7 + bytes.length);
    for (const body of [BODY, bytes, view, bytes.buffer]) {
      assertEquals(await outcomeOf({ body, headers }), "accepted");
    }
  });

  it("is refused when it was parsed, and told how to get it raw", async () => {
    const headers = await headersOf(BODY);
    const parsed = [JSON.parse(BODY), undefined, null, 5, true, [BODY]];
    for (const body of parsed) {
      const { error } = await verify({ body: untyped(body), headers });
      assertEquals(error?.code, UNUSABLE);
      for (const server of ["Express", "Fastify", "Hono", "Next.js"]) {
        assertStringIncludes(error?.message ?? "", server);
      }
    }
    for (const body of [{ a: 1 }, null, undefined, 5]) {
      const { error } = await verify({ body: untyped(body), headers });
      const kind = body === null ? "null" : typeof body;
      assertStringIncludes(error?.message ?? "", `received ${kind}.`);
    }
  });

  it("may be missing, as the types of Nest, Nitro and Lambda have it", async () => {
    const headers = await headersOf(BODY);
    const nest: { rawBody?: Uint8Array } = {};
    const lambda: { body?: string | null } = { body: null };
    for (const body of [nest.rawBody, lambda.body]) {
      assertEquals(await outcomeOf({ body, headers }), UNUSABLE);
    }
  });

  it("is refused when the Request was read or is being read", async () => {
    const read = await requestOf(BODY);
    await read.text();
    const { error } = await verify(read);
    assertEquals(error?.code, UNUSABLE);
    assertStringIncludes(error?.message ?? "", "c.req.raw");
    const locked = await requestOf(BODY);
    const reader = locked.body?.getReader();
    assertEquals(await outcomeOf(locked), UNUSABLE);
    await reader?.cancel();
  });

  it("is refused when the Request breaks off", async () => {
    const { headers } = await requestOf(BODY);
    const stream = new ReadableStream({
      pull: (controller) => controller.error(new Error("connection reset")),
    });
    const init = { method: "POST", headers, body: stream, duplex: "half" };
    const request = new Request("https://example.com/", init);
    const { error } = await verify(request);
    assertEquals(error?.code, UNUSABLE);
    assert(error?.message.includes("cut off"), error?.message);
    assert(error?.cause instanceof Error);
  });

  it("may be of any size", async () => {
    const large = JSON.stringify({
      type: "user.updated",
      data: { text: "é😀x".repeat(14_000) },
    });
    assert(utf8.encode(large).length > 90_000);
    assertEquals(await signed(large), "accepted");
    const { result } = await verify({
      body: large,
      headers: await headersOf(large),
    });
    assertEquals<unknown>(result, JSON.parse(large));
    assertEquals(await signed("1"), INVALID);
    assertEquals(await signed(""), INVALID);
    assertEquals(await signed(new Uint8Array()), INVALID);
  });

  it("is verified byte for byte, whatever the bytes are", async () => {
    const invalid = [
      broken(0xff),
      broken(0xc0, 0xaf),
      broken(0xed, 0xa0, 0x80),
      broken(0xf4, 0x90, 0x80, 0x80),
      broken(0xe2, 0x82),
    ];
    for (const body of invalid) {
      const headers = await headersOf(body);
      // The signature is found good and only then the UTF-8 bad.
      assertEquals(await outcomeOf({ body, headers }), INVALID);
      // What a lossy decode makes of it is another body.
      const lossy = new TextDecoder().decode(body);
      assertEquals(
        await outcomeOf({ body: lossy, headers }),
        "webhook-signature-invalid",
      );
      assertEquals(await outcomeOf(await requestOf(body)), INVALID);
    }
  });

  it("is refused with a byte order mark", async () => {
    assertEquals(await signed(`\uFEFF${BODY}`), INVALID);
    const stripped = await headersOf(`\uFEFF${BODY}`);
    assertEquals(
      await outcomeOf({ body: BODY, headers: stripped }),
      "webhook-signature-invalid",
    );
  });

  it("is the bytes of a Request, not what decoding makes of them", async () => {
    const bad = "webhook-signature-invalid";
    const marked = `\uFEFF${BODY}`;
    assertEquals(await outcomeOf(await requestOf(marked)), INVALID);
    const sent = async (body: string, signed: string | Uint8Array) => {
      const request = await requestOf(body);
      const headers = await headersOf(signed);
      return outcomeOf(new Request(request, { headers }));
    };
    // Request.text() would drop the mark, and find what was signed.
    assertEquals(await sent(marked, BODY), bad);
    assertEquals(await sent(BODY, marked), bad);
    const lossy = new TextDecoder().decode(broken(0xff));
    assertEquals(await sent(lossy, broken(0xff)), bad);
    assertEquals(await sent(lossy, lossy), "accepted");
    const invalid = await requestOf(broken(0xff));
    const headers = await headersOf(lossy);
    assertEquals(await outcomeOf(new Request(invalid, { headers })), bad);
  });

  it("is what its bytes say where text holds a lone surrogate", async () => {
    const body = '{"type":"a","data":{"x":"\uD800"}}';
    const { result } = await verify({ body, headers: await headersOf(body) });
    assertEquals<unknown>(result?.data, { x: "\uFFFD" });
    const escaped = '{"type":"a","data":{"x":"\\uD800"}}';
    const kept = await verify({
      body: escaped,
      headers: await headersOf(escaped),
    });
    assertEquals<unknown>(kept.result?.data, { x: "\uD800" });
  });

  it("cannot be changed between the check and the reading", async () => {
    const headers = await headersOf(BODY);
    for (let ticks = 0; ticks < 12; ticks++) {
      const body = utf8.encode(BODY);
      const pending = verify({ body, headers });
      for (let i = 0; i < ticks; i++) await Promise.resolve();
      body.set(utf8.encode(BODY.replace("user_1", "user_2")));
      const { result, error } = await pending;
      assert(error || JSON.stringify(result).includes("user_1"), `${ticks}`);
    }
  });

  it("must be an event", async () => {
    const bodies = [
      "null",
      "[]",
      '"text"',
      "{}",
      '{"type":"a"}',
      '{"data":{}}',
      '{"type":5,"data":{}}',
      '{"type":"a","data":null}',
      '{"type":"a","data":[]}',
      '{"type":"a","data":"text"}',
      '{"type":"a","data":{}',
      '{"type":"a","data":{}} x',
    ];
    for (const body of bodies) assertEquals(await signed(body), INVALID, body);
  });

  it("is given as it was sent", async () => {
    const body =
      '{"type":"made.up","data":{"snake_case":{"a_b":[1,{"c_d":null}]}},"event_attributes":{"http_request":{"client_ip":"0.0.0.0","user_agent":""}},"new_field":1,"timestamp":1.5}';
    const { result } = await verify({ body, headers: await headersOf(body) });
    assertEquals(JSON.stringify(result), body);
  });

  it("cannot pollute prototypes", async () => {
    const body =
      '{"type":"a","data":{"__proto__":{"polluted":1}},"__proto__":{"polluted":1}}';
    const { result } = await verify({ body, headers: await headersOf(body) });
    assert(result);
    assertFalse("polluted" in {});
    assertEquals(Object.getPrototypeOf(result), Object.prototype);
  });
});
