/** Runs one group of benchmarks in the runtime that it finds itself in. */
import { authDuels } from "./auth_cases.ts";
import { createMaterial, jwtContestants } from "./jwt_cases.ts";
import { measure, type Plan, report } from "./measure.ts";
import { restContestants } from "./rest_cases.ts";
import { webhookContestants } from "./webhook_cases.ts";

async function benchTokens(plan: Plan, how: string): Promise<void> {
  const material = await createMaterial(3000);
  report(
    `RS256 session tokens of ${
      material.tokens[0]?.text.length
    } bytes, 3,000 distinct, ${how}`,
    await measure(await jwtContestants(material), plan),
  );
  const one = { ...material, tokens: material.tokens.slice(0, 1) };
  report(
    `One token again and again, ${how}`,
    await measure(await jwtContestants(one), plan),
  );
}

async function benchWebhooks(plan: Plan, how: string): Promise<void> {
  for (const size of [1_000, 10_000]) {
    report(
      `Webhooks of ${size / 1000} KB, ${how}`,
      await measure(await webhookContestants(size), plan),
    );
  }
}

/** Webhooks on a machine that has nothing else to do: no core is kept awake. */
async function benchAsleep(rounds: number): Promise<void> {
  const plan = { inFlight: 1, sliceMs: 40, rounds };
  await benchWebhooks(plan, "one after the other, the other core asleep");
  await benchWebhooks({ ...plan, pauseMs: 2 }, "one now and then");
}

async function benchRest(apiUrl: string, rounds: number): Promise<void> {
  const plan = { inFlight: 1, sliceMs: 120, rounds };
  report(
    "users.getUser",
    await measure(restContestants(apiUrl, undefined), plan),
  );
  for (const limit of [100, 500]) {
    report(
      `users.getUserList of ${limit}`,
      await measure(restContestants(apiUrl, limit), plan),
    );
  }
}

async function benchAuth(rounds: number): Promise<void> {
  const plan: Plan = { inFlight: 1, sliceMs: 40, rounds };
  for (
    const { title, contestants } of await authDuels(await createMaterial(3000))
  ) {
    report(`authenticateRequest: ${title}`, await measure(contestants, plan));
  }
}

/** Runs a group. `rounds` is how often each contestant gets its turn. */
export async function run(
  group: string,
  rounds: number,
  apiUrl: string,
): Promise<void> {
  if (group === "rest") return await benchRest(apiUrl, rounds);
  if (group === "asleep") return await benchAsleep(rounds);
  if (group === "auth") return await benchAuth(rounds);
  const inFlight = group === "concurrent" ? 64 : 1;
  const plan: Plan = { inFlight, sliceMs: 40, rounds };
  const how = inFlight === 1 ? "one after the other" : `${inFlight} in flight`;
  await benchTokens(plan, how);
  await benchWebhooks(plan, how);
}
