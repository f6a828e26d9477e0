import { assertEquals } from "@std/assert";
import { createEmulator, type Emulator } from "../../emulator.ts";
import { createApp } from "../../examples/express.ts";
import { createClerkClient } from "../../mod.ts";
import bun from "../../examples/bun_serve.ts";
import hono from "../../examples/hono.ts";
import worker from "../../examples/worker.ts";
import { test } from "./example_host.ts";

test(
  "examples/deno_serve.ts",
  ["Welcome user_1"],
  () => import("../../examples/deno_serve.ts"),
);

test(
  "examples/supabase/functions/hello",
  [],
  () => import("../../examples/supabase/functions/hello/index.ts"),
);

/** An instance, and what a Worker's variables say of it. */
async function prepare(): Promise<{ emulator: Emulator; env: object }> {
  const emulator = await createEmulator({
    seed: { users: [{ id: "user_1" }] },
  });
  return { emulator, env: { CLERK_JWT_KEY: await emulator.jwtKey } };
}

async function look(response: Response | Promise<Response>) {
  const { status, body } = await response;
  const text = await new Response(body).text();
  return [status, text.startsWith("{") ? JSON.parse(text) : text];
}

Deno.test("examples/worker.ts reads its keys from the Worker's variables", async () => {
  const { emulator, env } = await prepare();
  const { headers } = await emulator.signIn("user_1");
  const works: Promise<unknown>[] = [];
  const context = { waitUntil: (work: Promise<unknown>) => works.push(work) };
  const ask = (init: RequestInit) =>
    look(worker.fetch(
      new Request("https://worker.example.com/", init),
      { ...env, GREETING: "Hi" },
      { waitUntil: (work) => void context.waitUntil(work) },
    ));
  assertEquals(await ask({ headers }), [200, { Hi: "user_1" }]);
  assertEquals(works.length, 1);
  assertEquals((await ask({}))[0], 401);
});

Deno.test("examples/bun_serve.ts answers users, and nobody else", async () => {
  const { emulator, env } = await prepare();
  const { headers } = await emulator.signIn("user_1");
  const request = (init: RequestInit) =>
    new Request("http://127.0.0.1:3000/", init);
  assertEquals(await look(bun.fetch(request({ headers }), env)), [
    200,
    { user: "user_1" },
  ]);
  assertEquals((await look(bun.fetch(request({}), env)))[0], 401);
});

Deno.test("examples/hono.ts keeps some routes for users", async () => {
  const { emulator, env } = await prepare();
  const member = { id: "org_1", role: "admin" };
  const { headers } = await emulator.signIn("user_1");
  const { headers: admin } = await emulator.signIn("user_1", {
    organization: member,
  });
  const ask = (path: string, init: RequestInit = {}) =>
    look(hono.fetch(new Request(`https://app.example.com${path}`, init), env));
  assertEquals(await ask("/"), [200, "Hello"]);
  assertEquals((await ask("/api/me"))[0], 401);
  assertEquals(await ask("/api/me", { headers }), [200, { userId: "user_1" }]);
  assertEquals((await ask("/api/billing", { headers }))[0], 403);
  assertEquals((await ask("/api/billing", { headers: admin }))[0], 200);
});

Deno.test("examples/express.ts tells users from others", async () => {
  const { emulator, env } = await prepare();
  const clerk = createClerkClient({
    publishableKey: emulator.publishableKey,
    env,
  });
  const server = createApp(clerk).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  try {
    const root = `http://127.0.0.1:${server.address().port}`;
    const ask = async (path: string, headers: HeadersInit = {}) => {
      const init: RequestInit = { headers, redirect: "manual" };
      return await look(await fetch(root + path, init));
    };
    const { headers } = await emulator.signIn("user_1");
    assertEquals(await ask("/"), [200, "Hello"]);
    assertEquals(await ask("/api/me"), [401, { userId: null }]);
    assertEquals(await ask("/api/me", headers), [200, { userId: "user_1" }]);
    // A browser that Clerk does not know yet is sent there first.
    assertEquals(await ask("/", { accept: "text/html" }), [307, ""]);
  } finally {
    await new Promise((done) => server.close(done));
  }
});
