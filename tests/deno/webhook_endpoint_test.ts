import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator } from "../../emulator.ts";
import { verifyWebhook } from "../../webhooks.ts";

describe("an endpoint of the emulator's webhooks", () => {
  it("is asked over HTTP, and again when nobody was there", async () => {
    const emulator = await createEmulator({ seed: { users: [{ id: "u1" }] } });
    const { webhooks, clock, webhookSecret: signingSecret } = emulator;
    const heard: unknown[] = [];
    const handler = async (request: Request) => {
      const { result } = await verifyWebhook(request, { signingSecret, clock });
      heard.push(result?.type);
      return new Response(null, { status: 204 });
    };
    const options = { hostname: "127.0.0.1", port: 0, onListen() {} };
    const server = Deno.serve(options, handler);
    const { port } = server.addr;
    webhooks.endpoint(`http://127.0.0.1:${port}/hooks`);
    await webhooks.send("user.created", { id: "u1" });
    await server.shutdown();
    const [lost] = await webhooks.send("user.updated", { id: "u1" });
    assertEquals([lost?.state, lost?.status], ["pending", undefined]);
    const again = Deno.serve({ ...options, port }, handler);
    clock.advance("5s");
    await webhooks.delivered();
    await again.shutdown();
    assertEquals(heard, ["user.created", "user.updated"]);
    assertEquals(webhooks.deliveries.map(({ state }) => state), [
      "delivered",
      "delivered",
    ]);
  });
});
