import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import fc from "fast-check";
import type { Fault } from "../../emulator.ts";
import { matchesGlob } from "../../src/emulator/glob.ts";
import { call, conform, withAda } from "./harness.ts";

const USER = "/users/user_1";

describe("the emulator's faults", () => {
  it("answer with a status and when to come again, so many times", async () => {
    const emulator = await withAda();
    const fault = emulator.faults.add({
      method: "get",
      path: "/v1/users/*",
      status: 429,
      retryAfter: 2,
      times: 2,
    });
    for (let i = 0; i < 2; i++) {
      const { status, headers, body } = await call(emulator, "GET", USER);
      assertEquals([status, headers.get("retry-after")], [429, "2"]);
      conform("ClerkErrors", body);
      assertEquals(body.errors[0].code, "too_many_requests");
    }
    assertEquals((await call(emulator, "GET", USER)).status, 200);
    assertEquals(fault.hits, 2);
  });

  it("befall only the method and the paths that they name", async () => {
    const emulator = await withAda();
    emulator.faults.add({ method: "DELETE", path: "/v1/users/*" });
    emulator.faults.add({ path: "/v1/users/*/metadata", status: 503 });
    assertEquals((await call(emulator, "GET", USER)).status, 200);
    assertEquals(
      (await call(emulator, "PUT", `${USER}/metadata`, {})).status,
      503,
    );
    assertEquals((await call(emulator, "DELETE", USER)).status, 500);
    emulator.faults.clear();
    assertEquals((await call(emulator, "DELETE", USER)).status, 200);
  });

  it("count in the order of their adding, and can be removed", async () => {
    const emulator = await withAda();
    const first = emulator.faults.add({ status: 502, code: "bad_gateway" });
    emulator.faults.add({ status: 503 });
    const { body } = await call(emulator, "GET", USER);
    assertEquals(body.errors[0].code, "bad_gateway");
    first.remove();
    assertEquals((await call(emulator, "GET", USER)).status, 503);
  });

  it("change nothing when they strike", async () => {
    const emulator = await withAda();
    emulator.faults.add({ times: 1 });
    await call(emulator, "DELETE", USER);
    assertEquals((await call(emulator, "GET", USER)).status, 200);
  });

  it("break the connection as a network does", async () => {
    const emulator = await withAda();
    emulator.faults.add({ reset: true, times: 1 });
    await assertRejects(() => call(emulator, "GET", USER), TypeError, "reset");
    assertEquals(emulator.requests[0]?.status, undefined);
  });

  it("hang until the request's own signal", async () => {
    const emulator = await withAda();
    emulator.faults.add({ hang: true });
    const controller = new AbortController();
    const answer = emulator.fetch(`${emulator.apiUrl}/v1${USER}`, {
      signal: controller.signal,
    });
    let settled = false;
    answer.then(() => settled = true, () => settled = true);
    await new Promise((resolve) => setTimeout(resolve, 5));
    assertEquals(settled, false);
    controller.abort(new Error("enough"));
    await assertRejects(() => answer, Error, "enough");
  });

  it("delay by the emulator's clock, before the real answer or a fault", async () => {
    const emulator = await withAda();
    emulator.clock.freeze(1_767_225_600_000);
    emulator.faults.add({ delayMs: 3_000, times: 1 });
    emulator.faults.add({ delayMs: 2_000, status: 504, times: 1 });
    assertEquals((await call(emulator, "GET", USER)).status, 200);
    assertEquals(emulator.clock.now(), 1_767_225_603_000);
    assertEquals((await call(emulator, "GET", USER)).status, 504);
    assertEquals(emulator.clock.now(), 1_767_225_605_000);
  });

  it("send bodies that no API sends", async () => {
    const emulator = await withAda();
    const ask = async (body: Fault["body"], status?: number) => {
      emulator.faults.add({ body, status, times: 1 });
      const answer = await emulator.fetch(`${emulator.apiUrl}/v1${USER}`);
      return [
        answer.status,
        answer.headers.get("content-type"),
        await answer.text(),
      ];
    };
    const [status, type, html] = await ask("html", 502);
    assertEquals([status, type], [502, "text/html; charset=utf-8"]);
    assert(String(html).startsWith("<html>"));
    const [, json, broken] = await ask("broken-json", 200);
    assertEquals(json, "application/json");
    assertThrows(() => JSON.parse(String(broken)), SyntaxError);
    assertEquals((await ask("empty", 200))[2], "");
    assertEquals((await ask({ text: "{}" }, 200))[2], "{}");
    assertEquals((await ask("empty", 204))[0], 204);
  });

  it("befall the JWKS too", async () => {
    const emulator = await withAda();
    emulator.faults.add({ path: "/**/jwks*", status: 503 });
    assertEquals((await call(emulator, "GET", "/jwks")).status, 503);
    const open = await emulator.fetch(
      `${emulator.origin}/.well-known/jwks.json`,
    );
    assertEquals(open.status, 503);
    await open.body?.cancel();
  });

  it("are refused when they are malformed", async () => {
    const emulator = await withAda();
    const bad: readonly object[] = [
      { status: 99 },
      { status: 600 },
      { status: 429.5 },
      { status: "429" },
      { times: 0 },
      { times: NaN },
      { delayMs: -1 },
      { retryAfter: "2" },
      { path: /users/ },
      { method: 7 },
      { body: "xml" },
      { body: null },
      { body: { text: 5 } },
      { hang: "false" },
      { reset: 1 },
      { code: 5 },
      { delayMs: Infinity },
      { stauts: 429, path: "/v1/users" },
      { url: "/v1/users" },
    ];
    for (const fault of bad) {
      assertThrows(
        () => emulator.faults.add(fault as Fault),
        TypeError,
        Object.keys(fault)[0],
      );
    }
    assertEquals((await call(emulator, "GET", USER)).status, 200);
  });
});

describe("the emulator's path patterns", () => {
  it("match within a segment by one star, across by two", () => {
    const cases: readonly [string, string, boolean][] = [
      ["/v1/users/*", "/v1/users/user_1", true],
      ["/v1/users/*", "/v1/users/user_1/ban", false],
      ["/v1/users/*", "/v1/users/", true],
      ["/v1/users/*", "/v1/users", false],
      ["/v1/users/**", "/v1/users/user_1/ban", true],
      ["/v1/*/count", "/v1/users/count", true],
      ["**", "", true],
      ["*", "/", false],
      ["/**/jwks*", "/.well-known/jwks.json", true],
      ["/a.c", "/abc", false],
      ["user.*", "user.created", true],
      ["*", "session.created", true],
    ];
    for (const [pattern, path, expected] of cases) {
      assertEquals(matchesGlob(pattern, path), expected, `${pattern} ${path}`);
    }
  });

  it("agree with the regular expression that they stand for", () => {
    const letter = fc.constantFrom("a", "b", "/", ".");
    const pattern = fc.array(fc.oneof(letter, fc.constantFrom("*", "**")), {
      maxLength: 6,
    });
    const path = fc.array(letter, { maxLength: 8 });
    fc.assert(
      fc.property(pattern, path, (parts, letters) => {
        const glob = parts.join("");
        const text = letters.join("");
        const source = glob.replaceAll(".", "\\.").replace(
          /\*\*|\*/g,
          (stars) => stars === "**" ? "[^]*" : "[^/]*",
        );
        assertEquals(
          matchesGlob(glob, text),
          new RegExp(`^${source}$`).test(text),
          `${glob} ${text}`,
        );
      }),
      { numRuns: 500 },
    );
  });

  it("take no long time for a pattern made to take long", () => {
    const started = performance.now();
    matchesGlob("*a".repeat(200), "a".repeat(2_000) + "b");
    assert(performance.now() - started < 5_000);
  });
});
