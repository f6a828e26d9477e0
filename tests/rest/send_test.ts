import {
  assert,
  assertEquals,
  assertStrictEquals,
  assertStringIncludes,
} from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { op } from "../../src/rest/operation.ts";
import { apiError, fakeApi, hang, json, unreachable } from "./fake_api.ts";
import { watchListeners } from "./watch_listeners.ts";

const getUser = op("GET /users/{user_id}");
const createUser = op("POST /users", { body: true });
const deleteUser = op("DELETE /users/{user_id}");
const verify = op("POST /api_keys/verify", { body: true, safe: true });

const html = () =>
  new Response("<h1>Bad gateway</h1>", {
    status: 502,
    headers: { "content-type": "text/html", "cf-ray": "ray_1" },
  });

describe("a request", () => {
  it("carries the key, the API's version and the user agent, and nothing of a body", async () => {
    const { send, sent } = fakeApi(json({ id: "user_1" }));
    const outcome = await send(getUser, "user_1");
    assertEquals(outcome, { data: { id: "user_1" }, errors: undefined });
    assertEquals(sent[0]?.url, "https://api.clerk.com/v1/users/user_1");
    assertEquals([...sent[0]?.headers ?? []].sort(), [
      ["accept", "application/json"],
      ["authorization", "Bearer sk_test_secret"],
      ["clerk-api-version", "2026-05-12"],
      ["user-agent", "@isoclerk/backend@0.1.0"],
    ]);
    assertEquals(sent[0]?.redirect, "manual");
    assertEquals(sent[0]?.body, undefined);
  });

  it("says what kind of body it has", async () => {
    const { send, sent } = fakeApi(json({}));
    await send(createUser, { firstName: "A" });
    assertEquals(sent[0]?.headers.get("content-type"), "application/json");
    assertEquals(sent[0]?.body, '{"first_name":"A"}');
    await send(createUser);
    assertEquals(sent[1]?.headers.get("content-type"), null);
  });

  it("goes to the configured address and version", async () => {
    const { send, sent } = fakeApi(json({}), {
      apiUrl: "https://proxy.example.com/clerk/",
      apiVersion: "v2",
    });
    await send(getUser, "user_1");
    await send(op("POST /m2m_tokens/verify", { unversioned: true }));
    assertEquals(sent.map(({ url }) => url), [
      "https://proxy.example.com/clerk/v2/users/user_1",
      "https://proxy.example.com/clerk/m2m_tokens/verify",
    ]);
  });
});

describe("keys", () => {
  const tokens = op("POST /m2m_tokens", { body: true, auth: "machine" });

  it("fail a call that has none, and say what to set", async () => {
    const { send, sent } = fakeApi(json({}), { secretKey: undefined });
    const { errors, attempts } = await failed(send(getUser, "user_1"));
    assertEquals(errors[0].code, "missing_secret_key");
    assertStringIncludes(errors[0].message, "CLERK_SECRET_KEY");
    assertStringIncludes(errors[0].message, '"secretKey"');
    const machine = await failed(send(tokens, {}));
    assertStringIncludes(
      machine.errors[0].message,
      "CLERK_MACHINE_SECRET_KEY",
    );
    assertEquals([attempts, sent.length], [0, 0]);
  });

  it("are no members of other calls", async () => {
    const { send, sent } = fakeApi(json({}));
    await send(op("POST /users", { body: true }), { machineSecretKey: "ak_x" });
    assertEquals(
      sent[0]?.headers.get("authorization"),
      "Bearer sk_test_secret",
    );
    assertEquals(sent[0]?.body, '{"machine_secret_key":"ak_x"}');
  });

  it("are a machine's where a row says so: the call's, the client's, the secret key", async () => {
    const api = fakeApi(json({}), { machineSecretKey: "ak_client" });
    await api.send(tokens, { machineSecretKey: "ak_call", claims: { a_b: 1 } });
    await api.send(tokens, {});
    const bare = fakeApi(json({}));
    await bare.send(tokens, {});
    assertEquals(
      [...api.sent, ...bare.sent].map(({ headers }) =>
        headers.get("authorization")
      ),
      ["Bearer ak_call", "Bearer ak_client", "Bearer sk_test_secret"],
    );
    assertEquals(api.sent[0]?.body, '{"claims":{"a_b":1}}');
    for (const machineSecretKey of ["ak\r\nX-Evil: 1", "", 0]) {
      const { errors } = await failed(api.send(tokens, { machineSecretKey }));
      assertEquals(errors[0].code, "invalid_argument");
      assertEquals(errors[0].message.includes("Evil"), false);
    }
  });

  it("are not sent where none is wanted", async () => {
    const { send, sent } = fakeApi(json({}));
    await send(op("GET /public/interstitial", { auth: "none" }));
    assertEquals(sent[0]?.headers.get("authorization"), null);
  });

  it("are sent where they may be, if there are any", async () => {
    const row = op("POST /accountless_applications", { auth: "optional" });
    for (const secretKey of ["sk_test_secret", undefined]) {
      const { send, sent } = fakeApi(json({}), { secretKey });
      const { errors } = await send(row);
      assertEquals(errors, undefined);
      assertEquals(
        sent[0]?.headers.get("authorization"),
        secretKey ? `Bearer ${secretKey}` : null,
      );
    }
  });
});

describe("answers", () => {
  it("are JSON by their media type, whatever its parameters", async () => {
    for (
      const type of [
        "application/json; charset=utf-8",
        "Application/JSON",
        "application/vnd.clerk+json",
      ]
    ) {
      const { send } = fakeApi(() =>
        new Response('{"first_name":"A"}', {
          headers: { "content-type": type },
        })
      );
      assertEquals((await send(getUser, "u")).data, { firstName: "A" }, type);
    }
  });

  it("are no JSON by a type that is but like it, or by none", async () => {
    for (
      const type of [
        "application/jsonp",
        "application/ndjson",
        "application/+json",
        "application/pdf;x+json",
        "text/json",
        "",
      ]
    ) {
      const { send } = fakeApi(() =>
        new Response(new TextEncoder().encode("{}"), {
          headers: type ? { "content-type": type } : {},
        })
      );
      const [{ code, message }] = (await failed(send(getUser, "u"))).errors;
      assertEquals(code, "unexpected_response", type);
      assertStringIncludes(message, `200 with ${type || "no content type"}.`);
    }
  });

  it("give the API's errors in camelCase, the trace id and the status", async () => {
    const { send } = fakeApi(json(
      {
        errors: [
          {
            code: "form_param_missing",
            message: "is missing",
            long_message: "x must be included.",
            meta: { param_name: "x", a: { b_c: 1 } },
          },
          { code: "other", message: "other" },
        ],
        clerk_trace_id: "trace_1",
      },
      422,
      { "content-type": "application/problem+json", "cf-ray": "ray_1" },
    ));
    assertEquals(await failed(send(createUser, {})), {
      data: undefined,
      errors: [
        {
          code: "form_param_missing",
          message: "is missing",
          longMessage: "x must be included.",
          meta: { paramName: "x", a: { bC: 1 } },
        },
        { code: "other", message: "other" },
      ],
      status: 422,
      clerkTraceId: "trace_1",
      retryAfter: undefined,
      attempts: 1,
    });
  });

  it("give one error when they name none", async () => {
    const bodies = ["", "{}", "null", '{"errors":[]}', '{"errors":[1]}', "{"];
    for (const body of bodies) {
      const { send } = fakeApi(() =>
        new Response(body, {
          status: 404,
          headers: { "content-type": "application/json", "cf-ray": "ray_1" },
        })
      );
      const failure = await failed(send(getUser, "u"));
      assertEquals(failure.errors.length, 1, body);
      const [{ code, message }] = failure.errors;
      assertEquals(code, "unexpected_response", body);
      const isBroken = body === "" || body === "{";
      assertStringIncludes(message, isBroken ? "broken JSON" : "no error");
      assertEquals([failure.status, failure.clerkTraceId], [404, "ray_1"]);
    }
  });

  it("give the errors among what is none, and the trace id that is text", async () => {
    const said = { code: "some_code", message: "short" };
    const errors = [null, 1, { ...said, long_message: 5, meta: 5 }];
    const { send } = fakeApi(
      json({ errors, clerk_trace_id: 5 }, 422, { "cf-ray": "ray_1" }),
    );
    const failure = await failed(send(getUser, "u"));
    assertEquals(failure.errors, [said]);
    assertEquals(failure.clerkTraceId, "ray_1");
  });

  it("say when to come back, in seconds", async () => {
    const clock = { now: () => 1_700_000_000_500 };
    for (
      const [text, expected] of [
        ["1.5", 1.5],
        ["3 s", undefined],
        ["soon", undefined],
        ["", undefined],
        ["Tue, 14 Nov 2023 22:13:24 GMT", 4],
        ["Tue, 14 Nov 2023 22:13:20 GMT", 0],
        ["Tue, 14 Nov 2023 22:10:00 GMT", 0],
      ] as const
    ) {
      const late = apiError(503, "x", { "retry-after": text });
      const { send } = fakeApi(late, { clock, retry: false });
      const { retryAfter } = await failed(send(getUser, "u"));
      assertEquals<number | undefined>(retryAfter, expected, text);
    }
  });

  it("give errors that say something, whatever the API leaves out", async () => {
    for (
      const errors of [
        {},
        [{}, 1, null],
        [{ code: 3, message: null }],
        [{ code: "", message: "", long_message: "" }],
      ]
    ) {
      const { send } = fakeApi(json({ errors }, 400));
      const failure = await failed(send(getUser, "u"));
      const text = JSON.stringify(errors);
      assertEquals(failure.errors.length, 1, text);
      assertEquals(failure.errors[0].code, "unexpected_response", text);
      assertStringIncludes(failure.errors[0].message, "400", text);
    }
  });

  it("are unexpected when they are HTML or broken JSON, also with status 200", async () => {
    const page = fakeApi(() =>
      new Response("<p>", { headers: { "content-type": "text/html" } })
    );
    const first = await failed(page.send(getUser, "u"));
    assertEquals(first.errors[0].code, "unexpected_response");
    assertEquals(first.status, 200);
    assertStringIncludes(first.errors[0].message, "text/html");
    const broken = fakeApi(() =>
      new Response('{"a_b":', {
        headers: { "content-type": "application/json" },
      })
    );
    const second = await failed(broken.send(getUser, "u"));
    assertEquals(second.errors[0].code, "unexpected_response");
    assert(second.errors[0].cause instanceof SyntaxError);
  });

  it("are unexpected when they are neither an object nor a list", async () => {
    for (const body of [null, 5, "x", true]) {
      const { send } = fakeApi(json(body));
      const failure = await failed(send(getUser, "u"));
      assertEquals(failure.errors[0].code, "unexpected_response");
      assertStringIncludes(failure.errors[0].message, "JSON of another kind");
      assertEquals([failure.status, failure.attempts], [200, 1]);
    }
  });

  it("may be empty", async () => {
    for (const status of [200, 202, 204]) {
      const { send } = fakeApi(() => new Response(null, { status }));
      assertEquals(await send(deleteUser, "u"), {
        data: undefined,
        errors: undefined,
      });
    }
  });

  it("are refused when they lead elsewhere, and let go of", async () => {
    let cancelled = 0;
    const { send, sent } = fakeApi(() =>
      new Response(new ReadableStream({ cancel: () => void cancelled++ }), {
        status: 302,
        headers: { location: "https://evil.example.com/" },
      })
    );
    const failure = await failed(send(getUser, "u"));
    assertEquals(failure.errors[0].code, "unexpected_response");
    assertStringIncludes(failure.errors[0].message, "redirect");
    assertEquals([failure.status, sent.length, cancelled], [302, 1, 1]);
  });

  it("are refused so by any status of a redirect, though letting go fails", async () => {
    const cancel = () => Promise.reject(new Error("Odd"));
    for (const status of [300, 301, 399]) {
      const { send } = fakeApi(() =>
        new Response(new ReadableStream({ cancel }), { status })
      );
      const [{ message }] = (await failed(send(getUser, "u"))).errors;
      assertStringIncludes(message, `status ${status} with a redirect`);
    }
  });

  it("are refused when a fetch followed a redirect of its own, or hides it", async () => {
    for (
      const [name, value] of [
        ["redirected", true],
        ["type", "opaqueredirect"],
      ] as const
    ) {
      const { send } = fakeApi(() =>
        Object.defineProperty(Response.json({ id: "u" }), name, { value })
      );
      const [{ code, message }] = (await failed(send(getUser, "u"))).errors;
      assertEquals(code, "unexpected_response");
      assertStringIncludes(message, "a redirect");
    }
  });

  it("keep their names where a row says so", async () => {
    const { send } = fakeApi(json({ keys: [{ key_ops: [] }], a_b: 1 }));
    assertEquals((await send(op("GET /jwks", { raw: true }))).data, {
      keys: [{ key_ops: [] }],
      a_b: 1,
    });
  });
});

describe("retries", () => {
  it("let a read through after a 503, with growing random waits", async () => {
    const { send, sent, waits } = fakeApi([
      apiError(503),
      apiError(500),
      json({ id: "u" }),
    ]);
    assertEquals((await send(getUser, "u")).data, { id: "u" });
    assertEquals([sent.length, waits], [3, [125, 250]]);
  });

  it("follow a network failure, 408, 429, 5xx and a time-out, twice at most", async () => {
    const cases = [unreachable, apiError(408), apiError(429), html, hang];
    for (const reply of cases) {
      const { send, sent } = fakeApi(reply, { timeout: 5 });
      const failure = await failed(send(getUser, "u"));
      assertEquals([sent.length, failure.attempts], [3, 3]);
    }
  });

  it("do not follow what will not pass", async () => {
    for (const status of [400, 401, 403, 404, 409, 422]) {
      const { send, sent } = fakeApi(apiError(status));
      assertEquals((await failed(send(getUser, "u"))).attempts, 1);
      assertEquals(sent.length, 1);
    }
  });

  it("never repeat a write, unless it was refused with 429", async () => {
    const calls = [unreachable, hang, html, apiError(500), apiError(408)];
    for (const reply of calls) {
      const { send, sent } = fakeApi(reply, { timeout: 5 });
      const failure = await failed(send(createUser, {}));
      assertEquals([failure.attempts, sent.length], [1, 1]);
      await send(deleteUser, "u");
      assertEquals(sent.length, 2);
    }
    const busy = fakeApi([apiError(429), json({ id: "u" })]);
    assertEquals((await busy.send(createUser, {})).data, { id: "u" });
    assertEquals(busy.sent.map(({ body }) => body), ["{}", "{}"]);
  });

  it("repeat a POST that changes nothing, where a row says so", async () => {
    const { send, sent } = fakeApi([unreachable, json({})]);
    await send(verify, { secret: "s" });
    assertEquals(sent.length, 2);
  });

  it("wait as long as the API asks, in seconds or until a date", async () => {
    const random = () => 0;
    const seconds = fakeApi([
      apiError(429, "too_many", { "retry-after": "3" }),
      json({}),
    ], { random });
    await seconds.send(getUser, "u");
    assertEquals(seconds.waits, [3000]);
    const date = fakeApi([
      apiError(503, "x", { "retry-after": "Tue, 14 Nov 2023 22:13:24 GMT" }),
      json({}),
    ], { random });
    await date.send(getUser, "u");
    assertEquals(date.waits, [4000]);
  });

  it("wait a little longer at random, by the wait and by the time there is", async () => {
    const wait = async (retryAfter: string, random: number) => {
      const late = apiError(429, "x", { "retry-after": retryAfter });
      const api = fakeApi([late, json({})], { random: () => random });
      assertEquals((await api.send(createUser, {})).errors, undefined);
      return api.waits;
    };
    assertEquals(await wait("4", 0.5), [4250]);
    assertEquals(await wait("4", 0.99999), [4500]);
    // Of the last second that there is, an eighth at most.
    assertEquals(await wait("14", 0.99999), [14_125]);
    assertEquals(await wait("0.0101", 0), [11]);
  });

  it("are not made when the API asks for more time than there is", async () => {
    const { send, sent, waits } = fakeApi(
      apiError(429, "too_many_requests", { "retry-after": "60" }),
    );
    const failure = await failed(send(getUser, "u"));
    assertEquals([failure.retryAfter, failure.attempts], [60, 1]);
    assertEquals([failure.status, failure.errors[0].code], [
      429,
      "too_many_requests",
    ]);
    assertEquals([sent.length, waits], [1, []]);
    const all = fakeApi(apiError(429, "x", { "retry-after": "15" }));
    assertEquals((await failed(all.send(getUser, "u"))).attempts, 1);
    assertEquals(all.waits, []);
    const long = fakeApi(
      apiError(429, "too_many_requests", { "retry-after": "99999999999" }),
    );
    const { attempts, retryAfter } = await failed(long.send(getUser, "u"));
    assertEquals([attempts, retryAfter], [1, 99999999999]);
  });

  it("have the time of a longer time-out of one attempt, unless both are given", async () => {
    const reply = [apiError(429, "x", { "retry-after": "17" }), json({})];
    const long = { timeout: 20_000 };
    const both = { timeout: 20_000, totalTimeout: 16_000 };
    for (
      const [client, options, waits] of [
        [long, {}, [17_000]],
        [{}, long, [17_000]],
        [{ totalTimeout: 5000 }, long, [17_000]],
        [long, { timeout: 5000 }, [17_000]],
        [both, {}, []],
        [{}, both, []],
        [{}, {}, []],
      ] as const
    ) {
      const api = fakeApi(reply, { ...client, random: () => 0 });
      await api.send(getUser, "u", options);
      const what = JSON.stringify([client, options]);
      assertEquals<readonly number[]>(api.waits, waits, what);
    }
  });

  it("are not made when the host slept through the time there was", async () => {
    let time = 0;
    const clock = {
      now: () => time,
      sleep: () => Promise.resolve(void (time += 3_600_000)),
    };
    const { send, sent } = fakeApi([apiError(503), json({})], { clock });
    const { status, attempts } = await failed(send(getUser, "u"));
    assertEquals([status, attempts, sent.length], [503, 1, 1]);
    const paused = fakeApi(apiError(429, "x", { "retry-after": "3" }), {
      clock,
    });
    await failed(paused.send(getUser, "u", { retry: 0 }));
    const late = await failed(paused.send(createUser, {}));
    assertEquals([late.attempts, paused.sent.length], [0, 1]);
    assertEquals(late.errors[0].code, "timeout");
    assertStringIncludes(late.errors[0].message, "within 15000 ms");
  });

  it("can be set for the client and for a call", async () => {
    const never = fakeApi(apiError(503), { retry: false });
    await never.send(getUser, "u");
    assertEquals(never.sent.length, 1);
    await never.send(getUser, "u", { retry: 1 });
    assertEquals(never.sent.length, 3);
    const often = fakeApi(apiError(503), { retry: 7, totalTimeout: 60_000 });
    await often.send(getUser, "u");
    assertEquals(often.waits, [125, 250, 500, 1000, 2000, 2000, 2000]);
    const most = fakeApi(apiError(503), { retry: 20, totalTimeout: 60_000 });
    assertEquals((await failed(most.send(getUser, "u"))).attempts, 11);
    const until = fakeApi(apiError(503), { retry: 9 });
    await until.send(getUser, "u", { totalTimeout: 1000 });
    assertEquals(until.waits, [125, 250, 500]);
  });

  it("stay below a tenth of the traffic in an outage", async () => {
    const { send, sent } = fakeApi(apiError(429));
    for (let i = 0; i < 1000; i++) await send(createUser, {});
    const retries = sent.length - 1000;
    assert(retries >= 100 && retries <= 111, `${retries} retries`);
  });
});

describe("time-outs and signals", () => {
  it("end an attempt that hangs, and say so", async () => {
    const { send, sent } = fakeApi(hang);
    const failure = await failed(send(createUser, {}, { timeout: 5 }));
    assertEquals(failure.errors[0].code, "timeout");
    assert(failure.errors[0].cause instanceof Error);
    assertEquals([failure.attempts, sent.length, sent[0]?.signal?.aborted], [
      1,
      1,
      true,
    ]);
  });

  it("end a body that hangs", async () => {
    const { send } = fakeApi(() =>
      new Response(new ReadableStream(), {
        headers: { "content-type": "application/json" },
      })
    );
    const failure = await failed(
      send(getUser, "u", { timeout: 5, retry: false }),
    );
    assertEquals(failure.errors[0].code, "timeout");
  });

  it("count for the whole call too", async () => {
    const { send, sent } = fakeApi(hang);
    const failure = await failed(
      send(getUser, "u", { totalTimeout: 5, retry: false }),
    );
    assertEquals([failure.errors[0].code, sent.length], ["timeout", 1]);
    assertStringIncludes(failure.errors[0].message, "5 ms");
    const late = apiError(429, "x", { "retry-after": "0.995" });
    const limits = { totalTimeout: 1000, retry: 1, random: () => 0 };
    const rest = fakeApi([late, hang], limits);
    const { errors, attempts } = await failed(rest.send(getUser, "u"));
    assertEquals([errors[0].code, attempts], ["timeout", 2]);
    assertStringIncludes(errors[0].message, "within 5 ms");
  });

  it("let go of an answer that comes too late", async () => {
    let answer = (_: Response) => {};
    const { send } = fakeApi(() =>
      new Promise<Response>((resolve) => answer = resolve)
    );
    await failed(send(createUser, {}, { timeout: 5 }));
    const cancelled = new Promise<boolean>((resolve) =>
      answer(
        new Response(new ReadableStream({ cancel: () => resolve(true) }), {
          headers: { "content-type": "application/json" },
        }),
      )
    );
    assertEquals(await cancelled, true);
  });

  it("end a call when the caller's signal does", async () => {
    const { send, sent } = fakeApi(hang);
    const controller = new AbortController();
    const call = send(getUser, "u", { signal: controller.signal });
    await Promise.resolve();
    controller.abort(new Error("enough"));
    const failure = await failed(call);
    assertEquals([failure.errors[0].code, failure.attempts], ["aborted", 1]);
    assertStrictEquals(failure.errors[0].cause, controller.signal.reason);
    const late = await failed(
      send(getUser, "u", { signal: controller.signal }),
    );
    assertEquals([late.errors[0].code, late.attempts], ["aborted", 0]);
    assertEquals(sent.length, 1);
  });

  it("have one listener for all calls that they end, and none for those that ended", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const listeners = watchListeners(signal);
    const { send } = fakeApi([json({}), json({}), hang]);
    const call = () => send(getUser, "u", { signal });
    await Promise.all([call(), call()]);
    assertEquals([listeners.most(), listeners.now()], [1, 0]);
    const calls = Array.from({ length: 12 }, () => failed(call()));
    await new Promise((resolve) => setTimeout(resolve));
    assertEquals([listeners.most(), listeners.now()], [1, 1]);
    controller.abort();
    for (const { errors } of await Promise.all(calls)) {
      assertEquals(errors[0].code, "aborted");
    }
    assertEquals(listeners.now(), 0);
  });

  it("end the calls that go on when another has ended", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const { send } = fakeApi([json({}), hang], { timeout: 500, retry: 0 });
    const ended = send(getUser, "u", { signal });
    const left = failed(send(getUser, "u", { signal }));
    await ended;
    controller.abort();
    assertEquals((await left).errors[0].code, "aborted");
  });

  it("end a call before it is sent when a hook aborts it", async () => {
    const controller = new AbortController();
    const hooks = { onRequest: () => controller.abort() };
    const { send, sent } = fakeApi(json({}), { hooks });
    const failure = await failed(
      send(getUser, "u", { signal: controller.signal }),
    );
    assertEquals([failure.errors[0].code, sent.length], ["aborted", 0]);
  });

  it("end the wait for a retry", async () => {
    const controller = new AbortController();
    const { send, sent } = fakeApi(() => {
      controller.abort();
      return Response.json({ errors: [] }, { status: 503 });
    });
    const failure = await failed(
      send(getUser, "u", { signal: controller.signal }),
    );
    assertEquals([failure.errors[0].code, sent.length], ["aborted", 1]);
  });

  it("tell a network failure from an answer", async () => {
    const { send } = fakeApi(unreachable, { retry: 0 });
    const failure = await failed(send(getUser, "u"));
    assertEquals(failure.errors[0].code, "network_error");
    assertStringIncludes(String(failure.errors[0].cause), "fetch failed");
    // What a host says may name what is private.
    assertEquals(
      failure.errors[0].message,
      "Cannot reach the Backend API: the request failed.",
    );
    assertEquals(failure.status, undefined);
  });

  it("leave a failure of the host as it is, and tell of others by their texts", async () => {
    const cause = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    const plain = new TypeError("fetch failed", { cause });
    const rich = Object.assign(new Error("other side closed"), {
      name: "SocketError",
      code: "UND_ERR_SOCKET",
      socket: { localPort: 1 },
    });
    const causes = [];
    for (const thrown of [plain, rich, "no network", null, 0]) {
      const { send } = fakeApi(() => Promise.reject(thrown), { retry: 0 });
      const failure = await failed(send(getUser, "u"));
      assertEquals(failure.errors[0].code, "network_error");
      causes.push(failure.errors[0].cause);
    }
    const [first, second, ...others] = causes;
    assertStrictEquals(first, plain);
    assert(second instanceof Error && "code" in second);
    assertEquals(
      [second.name, second.message, second.code, "socket" in second],
      ["SocketError", "other side closed", "UND_ERR_SOCKET", false],
    );
    assertEquals(others.map(String), ["Error: no network", "Error", "Error"]);
  });

  it("are refused when they are no time", async () => {
    const { send, sent } = fakeApi(json({}));
    const wrong = [
      { timeout: 0 },
      { timeout: NaN },
      { totalTimeout: "5" },
      { retry: -1 },
      { retry: 1.5 },
      { signal: {} },
      "later",
    ];
    for (const options of wrong) {
      const failure = await failed(send(getUser, "u", options));
      assertEquals(failure.errors[0].code, "invalid_argument");
    }
    assertEquals(sent.length, 0);
  });
});

/** Waits for a call that is to fail. */
async function failed<T extends { errors: unknown }>(
  call: Promise<T>,
): Promise<Extract<T, { status: unknown }>> {
  const outcome = await call;
  assert("status" in outcome && outcome.errors !== undefined);
  return outcome as Extract<T, { status: unknown }>;
}
