import { assert, assertEquals, assertRejects } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { ClerkApiResponseError } from "../../src/errors/api_error.ts";
import { type ListOperation, op, type Send } from "../../src/rest/operation.ts";
import { list } from "../../src/rest/pagination.ts";
import type { ApiListCall } from "../../src/rest/result.ts";
import { apiError, type FakeApi, fakeApi, json } from "./fake_api.ts";

interface Thing {
  readonly id: string;
}

const bare = op("GET /things", {
  query: true,
  list: true,
  cursor: "starting_after",
});

/** An API with so many things, as a list in the given form. */
function apiWith(
  count: number,
  wrap: (data: Thing[]) => unknown = (data) => data,
): FakeApi {
  return fakeApi(({ url }) => {
    const query = new URL(url).searchParams;
    const after = query.get("starting_after");
    const start = after ? Number(after) + 1 : Number(query.get("offset") ?? 0);
    const end = Math.min(count, start + Number(query.get("limit") ?? 10));
    const data = [];
    for (let i = start; i < end; i++) data.push({ id: `${i}` });
    return Response.json(wrap(data));
  });
}

function counted(count: number) {
  return (data: Thing[]) => ({ data, total_count: count });
}

function call(
  send: Send,
  params?: object,
  operation: ListOperation = bare,
): ApiListCall<Thing> {
  return list<Thing>(send, operation, params);
}

async function idsOf(things: AsyncIterable<Thing>): Promise<string[]> {
  const ids = [];
  for await (const { id } of things) ids.push(id);
  return ids;
}

function queries({ sent }: FakeApi): string[] {
  return sent.map(({ url }) => new URL(url).search);
}

const ids = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => `${i + from}`);

describe("a list call", () => {
  it("is a promise of one page, whatever form the list has", async () => {
    const m2m = op("GET /m2m_tokens", { query: true, list: "m2m_tokens" });
    const forms = [
      [bare, (data: Thing[]) => data, undefined],
      [bare, counted(3), 3],
      [m2m, (data: Thing[]) => ({ m2m_tokens: data, total_count: 3 }), 3],
    ] as const;
    for (const [operation, wrap, totalCount] of forms) {
      const api = apiWith(3, wrap);
      const things = call(api.send, {}, operation);
      assert(things instanceof Promise);
      assertEquals(await things, {
        data: ids(3).map((id) => ({ id })),
        totalCount,
        errors: undefined,
      });
      assertEquals(api.sent.length, 1);
    }
  });

  it("fails on an answer that is no list", async () => {
    for (const body of [{}, { data: {} }, "x", null]) {
      const { errors } = await call(fakeApi(json(body)).send);
      assertEquals(errors?.[0].code, "unexpected_response");
    }
    const empty = await call(fakeApi(() => new Response("")).send);
    assertEquals(empty.errors?.[0].code, "unexpected_response");
  });

  it("sends at once, and once", async () => {
    const api = apiWith(3);
    const things = call(api.send);
    await Promise.resolve();
    assertEquals(api.sent.length, 1);
    await things;
    assertEquals([await idsOf(things), await idsOf(things)], [ids(3), ids(3)]);
    assertEquals(api.sent.length, 1);
  });

  it("walks page by page up to a short one", async () => {
    const api = apiWith(25);
    assertEquals(await idsOf(call(api.send, { query: "q" })), ids(25));
    assertEquals(queries(api), [
      "?query=q",
      "?query=q&limit=10&offset=10",
      "?query=q&limit=10&offset=20",
    ]);
  });

  it("starts where it is told to, and stops at the total", async () => {
    const api = apiWith(20, counted(20));
    const things = call(api.send, { limit: 5, offset: 10 });
    assertEquals(await idsOf(things), ids(10, 10));
    assertEquals(queries(api), ["?limit=5&offset=10", "?limit=5&offset=15"]);
    const full = apiWith(20);
    assertEquals(await idsOf(call(full.send, { limit: 10 })), ids(20));
    assertEquals(full.sent.length, 3);
  });

  it("goes on from an item when it started from one", async () => {
    const api = apiWith(25);
    const things = call(api.send, { startingAfter: "4", limit: 10 });
    assertEquals(await idsOf(things), ids(20, 5));
    assertEquals(queries(api), [
      "?starting_after=4&limit=10",
      "?starting_after=14&limit=10",
      "?starting_after=24&limit=10",
    ]);
    const short = apiWith(17);
    const few = call(short.send, { startingAfter: "4" });
    assertEquals(await idsOf(few), ids(12, 5));
    assertEquals(queries(short), [
      "?starting_after=4",
      "?starting_after=14&limit=10",
    ]);
  });

  it("asks for no page that nobody wants", async () => {
    const api = apiWith(100);
    for await (const { id } of call(api.send)) if (id === "9") break;
    assertEquals(api.sent.length, 1);
    for await (const { id } of call(api.send)) if (id === "10") break;
    assertEquals(api.sent.length, 3);
  });

  it("ends when a page comes again", async () => {
    const page = ids(10).map((id) => ({ id }));
    const same = fakeApi(json(page));
    assertEquals(await idsOf(call(same.send)), ids(10));
    assertEquals(same.sent.length, 2);
    const other = ids(10, 10).map((id) => ({ id }));
    const turns = fakeApi([json(page), json(other), json(page)]);
    assertEquals(await idsOf(call(turns.send)), ids(20));
    const anonymous = fakeApi(json(Array(10).fill({ a: 1 })));
    let count = 0;
    for await (const _ of call(anonymous.send)) count++;
    assertEquals(count, 10);
  });

  it("ends when the same items come again, whatever else they say", async () => {
    const pages = Array.from(
      { length: 4 },
      (_, seen) => json(ids(10).map((id) => ({ id, seen_at: seen }))),
    );
    const { send, sent } = fakeApi([...pages, json([])]);
    assertEquals(await idsOf(call(send)), ids(10));
    assertEquals(sent.length, 2);
  });

  it("goes on when a page begins as another did", async () => {
    const first = ids(10).map((id) => ({ id }));
    const second = ["0", ...ids(9, 10)].map((id) => ({ id }));
    const { send } = fakeApi([json(first), json(second), json([])]);
    assertEquals(await idsOf(call(send)), [...ids(10), "0", ...ids(9, 10)]);
  });

  it("never sends a write again, nor what takes no page", async () => {
    const invite = op("POST /invitations/bulk", { body: "array", list: true });
    const domains = op("GET /domains", { list: true });
    const found = op("POST /things/find", { query: true, list: true });
    const rows = [[invite, [{}]], [domains], [found]] as const;
    for (const [operation, ...args] of rows) {
      const api = fakeApi(json({ data: [{ id: "1" }], total_count: 9 }));
      const things = list<Thing>(api.send, operation, ...args);
      assertEquals(await idsOf(things), ["1"]);
      assertEquals(api.sent.length, 1);
    }
  });

  it("throws from the loop when a page fails", async () => {
    const page = json(ids(10).map((id) => ({ id })));
    const api = fakeApi([page, apiError(403, "no")]);
    const got: string[] = [];
    const error = await assertRejects(async () => {
      for await (const { id } of call(api.send)) got.push(id);
    }, ClerkApiResponseError);
    assertEquals([error.errors[0].code, error.status], ["no", 403]);
    assertEquals(got, ids(10));
  });

  it("keeps to the signal", async () => {
    const api = apiWith(100);
    const controller = new AbortController();
    const { signal } = controller;
    const things = list<Thing>(api.send, bare, {}, { signal });
    const error = await assertRejects(async () => {
      for await (const _ of things) controller.abort();
    }, ClerkApiResponseError);
    assertEquals(error.errors[0].code, "aborted");
    assertEquals(api.sent.length, 1);
  });

  it("collects up to a maximum, and asks for no more", async () => {
    const api = apiWith(100, counted(100));
    const { data, totalCount, errors } = await call(api.send).collect({
      max: 12,
    });
    assertEquals(data?.map(({ id }) => id), ids(12));
    assertEquals([totalCount, errors, api.sent.length], [100, undefined, 2]);
    const all = await call(apiWith(25).send).collect({ max: Infinity });
    assertEquals(all.data?.length, 25);
    const fraction = apiWith(25);
    const { length } = (await call(fraction.send).collect({ max: 2.5 })).data ??
      [];
    assertEquals([length, fraction.sent.length], [2, 1]);
    const none = apiWith(25);
    assertEquals((await call(none.send).collect({ max: 0 })).data, []);
    assertEquals(none.sent.length, 1);
  });

  it("collects a page of any size", async () => {
    const { send } = fakeApi(json(Array.from({ length: 200_000 }, () => 1)));
    const { data } = await call(send).collect({ max: 150_000 });
    assertEquals(data?.length, 150_000);
  });

  it("gives errors as values when it collects", async () => {
    const page = json(ids(10).map((id) => ({ id })));
    const { errors, data } = await call(
      fakeApi([page, apiError(403, "no")]).send,
    )
      .collect({ max: 100 });
    assertEquals([errors?.[0].code, data], ["no", undefined]);
    for (const options of [undefined, {}, { max: NaN }, { max: -1 }]) {
      const things = call(fakeApi(page).send);
      const outcome: typeof errors =
        (await Reflect.apply(things.collect, undefined, [
          options,
        ])).errors;
      assertEquals(outcome?.[0].code, "invalid_argument");
      assert(outcome?.[0].message.includes("{ max: 1000 }"));
    }
  });
});
