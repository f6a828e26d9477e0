import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { ApiResult } from "../../src/errors/api_error.ts";
import { op } from "../../src/rest/operation.ts";
import type { RequestOptions } from "../../src/rest/options.ts";
import type { ApiListCall } from "../../src/rest/result.ts";
import { createTransport } from "../../src/rest/transport.ts";
import { bindTable, type Send, type Table } from "../../src/rest/table.ts";

interface Thing {
  readonly id: string;
}

interface DeletePart {
  readonly thingId: string;
  readonly partId: string;
}

interface ThingsApi {
  get(thingId: string, options?: RequestOptions): Promise<ApiResult<Thing>>;
  list(
    params?: { readonly limit?: number | undefined } | undefined,
    options?: RequestOptions,
  ): ApiListCall<Thing>;
  update(
    thingId: string,
    params: { readonly name: string },
    options?: RequestOptions,
  ): Promise<ApiResult<Thing>>;
  deletePart(
    params: DeletePart,
    options?: RequestOptions,
  ): Promise<ApiResult<Thing>>;
  token(
    thingId: string,
    template?: string,
    options?: RequestOptions,
  ): Promise<ApiResult<Thing>>;
  settings(options?: RequestOptions): Promise<ApiResult<Thing>>;
  count(
    params: { readonly thingId: string; readonly deep?: boolean | undefined },
    options?: RequestOptions,
  ): Promise<ApiResult<number>>;
  add(
    thingId: string,
    params: readonly { readonly name: string }[],
    options?: RequestOptions,
  ): Promise<ApiResult<Thing>>;
}

const token = op("POST /things/{thing_id}/tokens/{template}");

const good = {
  get: op("GET /things/{thing_id}"),
  list: op("GET /things", { query: true, list: true }),
  update: op("PATCH /things/{thing_id}", { body: true }),
  deletePart: op("DELETE /things/{thing_id}/parts/{part_id}"),
  token: (send, thingId, template = "", options) =>
    send(token, thingId, template, options),
  settings: op("GET /things/settings"),
  count: op("GET /things/{thingID}/count", { query: true }),
  add: op("POST /things/{thing_id}/parts", { body: "array" }),
} satisfies Table<ThingsApi>;

describe("Table", () => {
  it("takes one fitting row for each method, and makes it callable without `this`", async () => {
    const send = createTransport({
      secretKey: "sk_test_1",
      fetch: (url) => Promise.resolve(Response.json({ id: url })),
    });
    const things = bindTable<ThingsApi>(good, send);
    assertEquals(Object.keys(things), Object.keys(good));
    const { get, token } = things;
    assertEquals(
      (await get("a")).data?.id,
      "https://api.clerk.com/v1/things/a",
    );
    assertEquals(
      (await token("a", "b")).data?.id,
      "https://api.clerk.com/v1/things/a/tokens/b",
    );
    assertEquals(good.count.slots, ["thingId"]);
  });

  it("refuses a row that does not fit", () => {
    // @ts-expect-error a row is missing
    const missing: Table<Pick<ThingsApi, "get" | "update">> = { get: good.get };
    assertEquals(Object.keys(missing), ["get"]);
    const rows: Partial<Table<ThingsApi>>[] = [];
    // @ts-expect-error an id without a slot
    rows.push({ get: op("GET /things") });
    // @ts-expect-error a slot without an argument
    rows.push({ get: op("GET /things/{thing_id}/parts/{part_id}") });
    // @ts-expect-error a slot without an argument, and no argument at all
    rows.push({ settings: op("GET /things/{thing_id}") });
    // @ts-expect-error a misspelt slot, filled by name
    rows.push({ deletePart: op("DELETE /things/{thing_id}/parts/{prat_id}") });
    // @ts-expect-error a slot filled by a member that may be absent
    rows.push({ list: op("GET /things/{limit}", { query: true, list: true }) });
    // @ts-expect-error parameters that go nowhere
    rows.push({ update: op("PATCH /things/{thing_id}") });
    // @ts-expect-error parameters that go nowhere, a slot among them
    rows.push({ count: op("GET /things/{thing_id}/count") });
    // @ts-expect-error a query without parameters
    rows.push({ get: op("GET /things/{thing_id}", { query: true }) });
    // @ts-expect-error a list that is not declared as one
    rows.push({ list: op("GET /things", { query: true }) });
    // @ts-expect-error what is no list, declared as one
    rows.push({ get: op("GET /things/{thing_id}", { list: true }) });
    // @ts-expect-error a second id that may be absent needs a composed row
    rows.push({ token: op("POST /things/{thing_id}/tokens") });
    // @ts-expect-error a composed row with other arguments
    rows.push({ get: (_send: Send, _id: number) => Promise.reject(0) });
    // @ts-expect-error a misspelt member of the spec
    rows.push({ update: op("PATCH /things/{thing_id}", { bdoy: true }) });
    assertEquals(rows.length, 13);
  });

  it("refuses a route that is none", () => {
    // @ts-expect-error an unknown method of HTTP
    const unknown = op("FETCH /things");
    // @ts-expect-error no path
    const pathless = op("GET things");
    assertEquals([unknown, pathless].map(({ slots }) => slots), [[], []]);
  });
});
