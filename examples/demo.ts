/**
 * The main job, end to end, on an emulated instance in this process: no
 * account, no network, no environment variables. Run it with `deno task demo`.
 */
import { createClerkClient } from "../mod.ts";
import { createEmulator } from "../emulator.ts";
import { verifyWebhook } from "../webhooks.ts";

let failures = 0;

function section(title: string): void {
  console.log(`\n${title}`);
}

/** Prints a line and remembers when it is not what it should be. */
function expect(holds: boolean, text: string): void {
  console.log(`  ${holds ? "✓" : "✗"} ${text}`);
  if (!holds) failures++;
}

console.log("An emulated Clerk instance, in this process");
const emulator = await createEmulator();
const clerk = createClerkClient({
  secretKey: emulator.secretKey,
  publishableKey: emulator.publishableKey,
  apiUrl: emulator.apiUrl,
  fetch: emulator.fetch,
  clock: emulator.clock,
  hooks: {
    onRetry: (event) =>
      console.log(
        `    … ${event.method} ${event.path} ` +
          (event.status ? `answered ${event.status}` : "got no answer") +
          `, again in ${Math.round(event.delay)} ms`,
      ),
  },
});

section("Users");
const names = ["Ada", "Grace", "Barbara", "Radia", "Frances"];
for (const firstName of names) {
  const { data, errors } = await clerk.users.createUser({
    firstName,
    emailAddress: [`${firstName.toLowerCase()}@example.com`],
    publicMetadata: { invited_by: "demo" },
  });
  expect(!errors, `created ${data?.firstName} as ${data?.id}`);
}
const { errors: taken } = await clerk.users.createUser({
  emailAddress: ["ada@example.com"],
});
expect(
  taken?.[0].code === "form_identifier_exists",
  `refused a second ada@example.com: ${taken?.[0].code}`,
);
const seen: (string | null)[] = [];
for await (const user of clerk.users.getUserList({ limit: 2 })) {
  seen.push(user.firstName);
}
expect(
  seen.length === names.length,
  `paged through ${seen.length} users, two at a time: ${seen.join(", ")}`,
);

section("Tokens");
const ada = (await clerk.users.getUserList({
  emailAddress: ["ada@example.com"],
})).data?.[0];
const adaId = ada?.id ?? "";
const session = await emulator.signIn(adaId, {
  organization: { id: "org_demo", slug: "demo", role: "admin" },
});
const good = await clerk.verifyToken(session.token);
expect(good.result?.sub === adaId, `a good one is of ${good.result?.sub}`);
const forged = await clerk.verifyToken(await emulator.tokens.forged(adaId));
expect(
  forged.error?.reason === "token-invalid-signature",
  `a forged one is refused: ${forged.error?.message}`,
);
emulator.clock.advance("2m");
const expired = await clerk.verifyToken(session.token);
expect(
  expired.error?.reason === "token-expired",
  `two minutes later: ${expired.error?.message}`,
);

section("Rate limits and outages");
emulator.faults.add({
  path: "/v1/users/*",
  status: 429,
  retryAfter: 2,
  times: 1,
});
const after429 = await clerk.users.getUser(adaId);
expect(
  after429.data?.id === adaId,
  "a 429 was waited out, and the answer came",
);
emulator.faults.add({ path: "/v1/users/*", reset: true, times: 9 });
const down = await clerk.users.getUser(adaId);
expect(
  down.errors?.[0].code === "network_error",
  `an outage is a value, not a crash: ${down.errors?.[0].code} after ` +
    `${down.errors ? down.attempts : 0} attempts`,
);
emulator.faults.clear();

section("Webhooks");
const options = {
  signingSecret: emulator.webhookSecret,
  clock: emulator.clock,
};
const event = { id: adaId, object: "user", first_name: "Ada" };
const genuine = await verifyWebhook(
  await emulator.webhooks.sign("user.updated", event),
  options,
);
expect(
  genuine.result?.type === "user.updated",
  `a genuine one is read: ${genuine.result?.type}`,
);
const tampered = await verifyWebhook(
  await emulator.webhooks.sign("user.updated", event, { tamper: true }),
  options,
);
expect(
  tampered.error?.code === "webhook-signature-invalid",
  `a tampered one is refused: ${tampered.error?.message}`,
);
const stale = await verifyWebhook(
  await emulator.webhooks.sign("user.updated", event, { staleBy: 600 }),
  options,
);
expect(
  stale.error?.code === "webhook-timestamp-too-old",
  `one of ten minutes ago is refused: ${stale.error?.message}`,
);

console.log(
  failures
    ? `\n${failures} of these went wrong.`
    : "\nAll as it should be. Nothing left this machine.",
);
if (failures) throw new Error("The demo failed");
