import { assertEquals } from "@std/assert";
import { createEmulator } from "../../emulator.ts";
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

Deno.test("examples/worker.ts reads its keys from the Worker's variables", async () => {
  const emulator = await createEmulator({
    seed: { users: [{ id: "user_1" }] },
  });
  const { headers } = await emulator.signIn("user_1");
  const env = { CLERK_JWT_KEY: await emulator.jwtKey };
  const url = "https://worker.example.com/";
  const good = await worker.fetch(new Request(url, { headers }), env);
  assertEquals(await good.json(), { userId: "user_1" });
  const bad = await worker.fetch(new Request(url), env);
  assertEquals([bad.status, await bad.json()], [401, {
    error: "token-invalid",
  }]);
});
