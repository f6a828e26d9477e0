import { verifyWebhook } from "../parity/official.ts";
import { assertEquals, assertRejects } from "@std/assert";
import { listen } from "../../src/platform/listen.ts";
import { type Cases, GRACE, type Setting } from "./served.ts";

/** An app that takes webhooks, over HTTP, if the official package does. */
async function receiving(
  { emulator }: Setting,
  run: (heard: readonly unknown[]) => Promise<void>,
): Promise<void> {
  const heard: unknown[] = [];
  const signingSecret = emulator.webhookSecret;
  const app = await listen(async (request) => {
    try {
      const { type, data } = await verifyWebhook(request, { signingSecret });
      heard.push([type, Reflect.get(data, "id")]);
      return new Response(null, { status: 204 });
    } catch {
      return new Response(null, { status: 400 });
    }
  }, { hostname: "127.0.0.1", port: 0 });
  const hook = emulator.webhooks.endpoint(
    `http://127.0.0.1:${app.port}/hooks`,
  );
  try {
    await run(heard);
  } finally {
    hook.remove();
    await app.stop(0);
  }
}

/** Webhooks, on their way from the emulator to an app. */
export const webhooks: Cases = {
  async "takes those that the client's own changes cause"(setting) {
    const { clerk, emulator } = setting;
    await receiving(setting, async (heard) => {
      const { id } = await clerk.users.createUser({
        emailAddress: ["radia@example.com"],
      });
      await clerk.users.deleteUser(GRACE);
      const made = await clerk.organizations.createOrganization({
        name: "Compilers",
      });
      await emulator.webhooks.delivered();
      assertEquals(heard, [
        ["user.created", id],
        ["user.deleted", GRACE],
        ["organization.created", made.id],
      ]);
    });
  },

  async "refuses what is tampered with, stale, or not signed for it"(setting) {
    const { emulator: { webhooks, webhookSecret } } = setting;
    await receiving(setting, async (heard) => {
      const send = async (options: object) => {
        const [delivery] = await webhooks.send(
          "user.created",
          { id: GRACE },
          options,
        );
        return delivery?.status;
      };
      assertEquals(
        [
          await send({ tamper: true }),
          await send({ staleBy: "1h" }),
          await send({}),
        ],
        [400, 400, 204],
      );
      assertEquals(heard, [["user.created", GRACE]]);
    });
    const request = await webhooks.sign("user.created", { id: GRACE });
    await assertRejects(() =>
      verifyWebhook(request, { signingSecret: `whsec_${btoa("another one")}` })
    );
    const again = await webhooks.sign("user.created", { id: GRACE });
    const event = await verifyWebhook(again, { signingSecret: webhookSecret });
    assertEquals(event.type, "user.created");
  },
};
