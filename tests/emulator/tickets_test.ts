import { assert, assertEquals, assertRejects } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { Seed } from "../../emulator.ts";
import { decodeJwt, verifyJwt } from "../../jwt.ts";
import { unwrap } from "../../mod.ts";
import { assertCodes, codeOf, judge } from "./judged_client.ts";

const SEED: Seed = {
  users: [{
    id: "user_ada",
    emailAddress: ["Ada@example.com"],
    username: "ada_l",
    phoneNumber: ["+15555550100"],
  }],
  organizations: [{
    id: "org_1",
    name: "Acme",
    members: [{ userId: "user_ada" }],
  }],
};

const T0 = Date.UTC(2026, 0, 1);

async function setUp() {
  const judged = await judge({ seed: SEED });
  judged.emulator.clock.freeze(T0);
  return judged;
}

function endOf(ticket = ""): number {
  return (decodeJwt(ticket).result?.payload.exp ?? 0) - T0 / 1_000;
}

describe("the emulator's sign-in tokens", () => {
  it("are good for 30 days, or as long as is asked for", async () => {
    const { emulator, clerk } = await setUp();
    const made = unwrap(
      await clerk.signInTokens.createSignInToken({ userId: "user_ada" }),
    );
    assertEquals(
      [made.status, made.userId, made.createdAt, endOf(made.token)],
      ["pending", "user_ada", T0, 30 * 86_400],
    );
    assertEquals(
      made.url,
      `${emulator.origin}/v1/tickets/accept?ticket=${made.token}`,
    );
    const { result } = await verifyJwt(made.token ?? "", {
      key: await emulator.jwtKey,
      clock: emulator.clock,
    });
    assertEquals([result?.sid, result?.st], [made.id, "sign_in_token"]);
    const short = unwrap(
      await clerk.signInTokens.createSignInToken({
        userId: "user_ada",
        expiresInSeconds: 60,
      }),
    );
    assertEquals(endOf(short.token), 60);
  });

  it("are revoked once", async () => {
    const { emulator, clerk } = await setUp();
    const { id } = unwrap(
      await clerk.signInTokens.createSignInToken({ userId: "user_ada" }),
    );
    emulator.clock.advance("1s");
    const revoked = unwrap(await clerk.signInTokens.revokeSignInToken(id));
    assertEquals(
      [revoked.status, revoked.token, revoked.updatedAt],
      ["revoked", undefined, T0 + 1_000],
    );
    await assertCodes([
      [
        clerk.signInTokens.revokeSignInToken(id),
        "400 sign_in_token_cannot_be_revoked_code",
      ],
      [clerk.signInTokens.revokeSignInToken("x"), "404 resource_not_found"],
      [
        clerk.signInTokens.createSignInToken({ userId: "user_x" }),
        "404 resource_not_found",
      ],
      [
        clerk.signInTokens.createSignInToken({
          userId: "user_ada",
          expiresInSeconds: 0,
        }),
        "422 form_param_value_invalid expires_in_seconds",
      ],
    ]);
  });

  it("are made by tokens.ticket too, and go with the user", async () => {
    const { emulator, clerk } = await setUp();
    const ticket = await emulator.tokens.ticket("user_ada", {
      orgId: "org_1",
      expiresIn: "5m",
    });
    assertEquals(endOf(ticket), 300);
    const id = decodeJwt(ticket).result?.payload.sid ?? "";
    assertEquals(await emulator.tokens.ticket("user_ada").then(endOf), 2592000);
    await clerk.users.deleteUser("user_ada");
    assertEquals(
      await codeOf(clerk.signInTokens.revokeSignInToken(id)),
      "404 resource_not_found",
    );
    await assertRejects(
      () => emulator.tokens.ticket("user_ada"),
      TypeError,
      "user_ada",
    );
  });
});

describe("the emulator's actor tokens", () => {
  it("name who acts, are good for an hour and are revoked once", async () => {
    const { clerk } = await setUp();
    const actor = { sub: "user_admin", own_Key: 1 };
    const made = unwrap(
      await clerk.actorTokens.create({ userId: "user_ada", actor }),
    );
    assertEquals(
      [made.status, made.actor, endOf(made.token)],
      ["pending", actor, 3_600],
    );
    const revoked = unwrap(await clerk.actorTokens.revoke(made.id));
    assertEquals([revoked.status, revoked.url], ["revoked", undefined]);
    await assertCodes([
      [
        clerk.actorTokens.revoke(made.id),
        "400 actor_token_cannot_be_revoked_code",
      ],
      [clerk.actorTokens.revoke("x"), "404 resource_not_found"],
      [
        clerk.actorTokens.create({ userId: "user_x", actor }),
        "404 resource_not_found",
      ],
      [
        clerk.actorTokens.create({ userId: "user_ada", actor: { sub: "" } }),
        "422 form_param_format_invalid actor",
      ],
      [
        clerk.actorTokens.create({
          userId: "user_ada",
          actor,
          sessionMaxDurationInSeconds: 0,
        }),
        "422 form_param_value_invalid session_max_duration_in_seconds",
      ],
    ]);
  });
});

describe("the emulator's testing tokens", () => {
  it("end in an hour, in seconds", async () => {
    const { clerk } = await setUp();
    const { token, expiresAt } = unwrap(
      await clerk.testingTokens.createTestingToken(),
    );
    assert(/^1767225600-c_\w{40}$/.test(token));
    assertEquals(expiresAt, T0 / 1_000 + 3_600);
  });
});

describe("the emulator's tasks of agents", () => {
  const task = {
    permissions: "*" as const,
    agentName: "Bot",
    taskDescription: "Pays the bills",
    redirectUrl: "https://app.example.com/agent",
  };

  it("are for a user by id or by name, and are revoked", async () => {
    const { clerk } = await setUp();
    const agents = new Set<string>();
    const ids: string[] = [];
    for (
      const onBehalfOf of [
        { userId: "user_ada" },
        { identifier: "ada@EXAMPLE.com" },
        { identifier: "ADA_L" },
        { identifier: "+15555550100" },
      ]
    ) {
      const made = unwrap(
        await clerk.agentTasks.create({ ...task, onBehalfOf }),
      );
      agents.add(made.agentId);
      ids.push(made.agentTaskId);
      const ticket = new URL(made.url ?? "").searchParams.get("ticket") ?? "";
      assertEquals(decodeJwt(ticket).result?.payload.sub, "user_ada");
      const revoked = unwrap(await clerk.agentTasks.revoke(made.agentTaskId));
      assertEquals(
        [revoked.agentTaskId, revoked.url],
        [made.agentTaskId, undefined],
      );
    }
    assertEquals(agents.size, 1);
    await assertCodes([
      [clerk.agentTasks.revoke("x"), "404 agent_task_not_found"],
      [
        clerk.agentTasks.revoke(ids[0] ?? ""),
        "400 agent_task_cannot_be_revoked",
      ],
      [
        clerk.agentTasks.create({ ...task, onBehalfOf: { userId: "user_x" } }),
        "404 agent_task_subject_not_found",
      ],
      [
        clerk.agentTasks.create({ ...task, onBehalfOf: { identifier: "x" } }),
        "404 agent_task_subject_not_found",
      ],
      [
        clerk.agentTasks.create({
          ...task,
          onBehalfOf: { userId: "user_ada" },
          redirectUrl: "nowhere",
        }),
        "422 form_param_format_invalid redirect_url",
      ],
    ]);
  });
});
