import { assert, assertEquals, assertThrows } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { op } from "../../src/rest/operation.ts";
import type {
  RequestEvent,
  ResponseEvent,
  RetryEvent,
} from "../../src/rest/options.ts";
import { mapData } from "../../src/rest/result.ts";
import { bindTable } from "../../src/rest/table.ts";
import { createTransport } from "../../src/rest/transport.ts";
import { apiError, fakeApi, json, unreachable } from "./fake_api.ts";

const getUser = op("GET /users/{user_id}");

describe("createTransport", () => {
  it("refuses what it cannot use, without telling a key", () => {
    const wrong: [string, Record<string, unknown>][] = [
      ["secretKey", { secretKey: 1 }],
      ["secretKey", { secretKey: "sk_test_hush\r\nX-Evil: 1" }],
      ["secretKey", { secretKey: "sk_test_hush é" }],
      ["machineSecretKey", { machineSecretKey: "hush\n" }],
      ["apiUrl", { apiUrl: "hush" }],
      ["apiUrl", { apiUrl: "http://api.example.com" }],
      ["apiUrl", { apiUrl: "https://u:hush@api.example.com" }],
      ["apiVersion", { apiVersion: ".." }],
      ["apiVersion", { apiVersion: "v1/../x" }],
      ["userAgent", { userAgent: "a\r\nX-Evil: 1" }],
      ["userAgent", { userAgent: "" }],
      ["timeout", { timeout: 0 }],
      ["timeout", { timeout: 2 ** 31 }],
      ["totalTimeout", { totalTimeout: Infinity }],
      ["retry", { retry: true }],
      ["fetch", { fetch: {} }],
      ["fetch", { fetch: null }],
      ["random", { random: null }],
      ["clock", { clock: 1 }],
      ["hooks", { hooks: () => 1 }],
    ];
    for (const [name, options] of wrong) {
      const error = assertThrows(
        () => createTransport(options),
        TypeError,
        `"${name}"`,
      );
      assertEquals(/hush|Evil/.test(error.message), false);
    }
  });

  it("shows no key to whoever looks at it", () => {
    const { send } = fakeApi(json({}), { secretKey: "sk_test_hush" });
    interface Users {
      get(userId: string): Promise<unknown>;
    }
    const users = bindTable<{ get: Users["get"] }>({
      get: (send, userId) => send(getUser, userId),
    }, send);
    for (const value of [send, users]) {
      const names = Object.getOwnPropertyNames(value);
      const seen = JSON.stringify([value, String(value), names]);
      assertEquals(seen.includes("hush"), false);
      for (const name of names) {
        const member = Object.getOwnPropertyDescriptor(value, name)?.value;
        assertEquals(
          typeof member === "object" && member !== null && name !== "prototype",
          false,
        );
      }
    }
  });

  it("sends the user agent that it is given", async () => {
    const { send, sent } = fakeApi(json({}), { userAgent: "my app/1.0" });
    await send(getUser, "u");
    assertEquals(sent[0]?.headers.get("user-agent"), "my app/1.0");
  });
});

describe("hooks", () => {
  it("see method, path template, status, attempt, time and trace, and nothing more", async () => {
    const seen: [string, RequestEvent | ResponseEvent | RetryEvent][] = [];
    const note = (name: string) => (event: RequestEvent) =>
      void seen.push([name, event]);
    const { send } = fakeApi([
      apiError(503),
      unreachable,
      json({ email: "secret@example.com" }, 200, { "cf-ray": "ray_1" }),
      json({}),
    ], {
      hooks: {
        onRequest: note("request"),
        onResponse: note("response"),
        onRetry: note("retry"),
      },
    });
    await send(getUser, "user_secret");
    const common = { method: "GET", path: "/users/{user_id}" };
    const first = { ...common, attempt: 1 };
    const second = { ...common, attempt: 2 };
    const third = { ...common, attempt: 3 };
    const one = { ...first, status: 503, ms: 0, clerkTraceId: "trace_1" };
    const two = {
      ...second,
      status: undefined,
      ms: 0,
      clerkTraceId: undefined,
    };
    assertEquals(seen, [
      ["request", first],
      ["response", one],
      ["retry", { ...one, delay: 125 }],
      ["request", second],
      ["response", two],
      ["retry", { ...two, delay: 250 }],
      ["request", third],
      ["response", { ...third, status: 200, ms: 0, clerkTraceId: "ray_1" }],
    ]);
    await send(getUser, "u");
    const plain = { ...first, status: 200, ms: 0, clerkTraceId: undefined };
    assertEquals(seen.at(-1), ["response", plain]);
  });

  it("see waits of whole milliseconds", async () => {
    const delays: number[] = [];
    const { send } = fakeApi(unreachable, {
      random: () => 0.3337,
      hooks: { onRetry: ({ delay }) => void delays.push(delay) },
    });
    await send(getUser, "u");
    assertEquals(delays, [83, 167]);
    const told = fakeApi(apiError(429, "x", { "retry-after": "0.0015" }));
    await told.send(getUser, "u");
    assertEquals(told.waits, [2, 2]);
  });

  it("are refused when they are no functions", () => {
    const hooks = { onRequest: "log" };
    assertThrows(
      () => Reflect.apply(createTransport, undefined, [{ hooks }]),
      TypeError,
      '"onRequest"',
    );
  });

  it("know the object that they are methods of", async () => {
    class Metrics {
      readonly seen: string[] = [];
      onRequest() {
        this.seen.push("request");
      }
      onResponse() {
        this.seen.push("response");
      }
      onRetry() {
        this.seen.push("retry");
      }
    }
    const hooks = new Metrics();
    const { send } = fakeApi([apiError(503), json({})], { hooks });
    await send(getUser, "u");
    assertEquals(
      hooks.seen,
      ["request", "response", "retry", "request", "response"],
    );
  });

  it("cannot break a call", async () => {
    const throws = () => {
      throw new Error("hook");
    };
    const rejects = () => Promise.reject(new Error("hook"));
    for (const hook of [throws, rejects]) {
      const { send } = fakeApi([apiError(503), json({ id: "u" })], {
        hooks: { onRequest: hook, onResponse: hook, onRetry: hook },
      });
      assertEquals((await send(getUser, "u")).data, { id: "u" });
    }
  });
});

describe("clocks and dice", () => {
  it("that throw make a failure, and never a rejection", async () => {
    const cause = new Error("broken");
    const broken = () => {
      throw cause;
    };
    const late = apiError(429, "x", { "retry-after": "1" });
    for (
      const [options, attempts] of [
        [{ clock: { now: broken } }, 0],
        [{ random: broken }, 1],
        [{ clock: { now: () => 0, sleep: broken } }, 1],
      ] as const
    ) {
      for (const signal of [undefined, new AbortController().signal]) {
        const { send } = fakeApi(late, options);
        const outcome = await send(getUser, "u", { signal });
        assert(outcome.errors && "attempts" in outcome);
        assertEquals(outcome.attempts, attempts);
        assertEquals(outcome.errors[0].code, "network_error");
        assertEquals(`${outcome.errors[0].cause}`, "Error: broken");
      }
    }
  });

  it("that give no time cost no call its time", async () => {
    for (const time of [NaN, Infinity, -Infinity]) {
      const { send } = fakeApi(
        () =>
          new Promise((resolve) =>
            setTimeout(() => resolve(Response.json({ id: "u" })), 5)
          ),
        { clock: { now: () => time } },
      );
      assertEquals((await send(getUser, "u")).errors, undefined, `${time}`);
    }
  });
});

describe("bindTable", () => {
  it("gives methods the names that they have in the table", () => {
    const { send } = fakeApi(json({}));
    const things = bindTable<{ getThing(id: string): Promise<unknown> }>({
      getThing: (send, id) => send(getUser, id),
    }, send);
    assertEquals(things.getThing.name, "getThing");
  });
});

describe("mapData", () => {
  it("changes data and leaves a failure as it is", async () => {
    const double = ({ n }: { n: number }) => n * 2;
    const good = fakeApi(json({ n: 21 })).send<{ n: number }>(getUser, "u");
    assertEquals(await mapData(good, double), { data: 42, errors: undefined });
    const bad = await mapData(
      fakeApi(apiError(404, "gone")).send<{ n: number }>(getUser, "u"),
      double,
    );
    assert(bad.errors);
    assertEquals([bad.errors[0].code, bad.status], ["gone", 404]);
  });
});
