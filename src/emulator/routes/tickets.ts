import { isObject, type JsonObject } from "../../text/json.ts";
import { notFound, refuse, refuseParam } from "../http/refusal.ts";
import { randomText } from "../ids.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import { findPlace } from "../session_token.ts";
import type {
  ActorTokenRow,
  AgentTaskRow,
  SignInTokenRow,
  TicketRow,
} from "../state/session_tables.ts";
import { writeSpan } from "../state/span.ts";
import type { UserRow } from "../state/user.ts";
import {
  mintActorToken,
  mintAgentTask,
  mintSignInToken,
  SIGN_IN_LIFE,
  ticketUrl,
} from "../tickets.ts";
import { describeOperations, type Limits } from "./described.ts";

const HOUR = 3_600;

const limits: Limits = {
  expires_in_seconds: { min: 1, max: 315_360_000 },
  session_max_duration_in_seconds: { min: 1, max: 315_360_000 },
};

/** What lets somebody in without a password. */
export const tickets: Operations = describeOperations({
  "POST /sign_in_tokens": { limits, handle: createSignInToken },
  "POST /sign_in_tokens/{sign_in_token_id}/revoke": (instance, { slots }) => {
    const { signInTokens } = instance.store;
    const id = slots.sign_in_token_id ?? "";
    const row = requireTicket(signInTokens.get(id), "sign-in token", id);
    checkPending(row, "sign_in_token");
    const revoked = revoke(instance, row);
    signInTokens.put(revoked);
    return writeSignInToken(instance, revoked);
  },
  "POST /actor_tokens": { limits, handle: createActorToken },
  "POST /actor_tokens/{actor_token_id}/revoke": (instance, { slots }) => {
    const { actorTokens } = instance.store;
    const id = slots.actor_token_id ?? "";
    const row = requireTicket(actorTokens.get(id), "actor token", id);
    checkPending(row, "actor_token");
    const revoked = revoke(instance, row);
    actorTokens.put(revoked);
    return writeActorToken(instance, revoked);
  },
  "POST /testing_tokens": createTestingToken,
  "POST /agents/tasks": { limits, handle: createAgentTask },
  "POST /agents/tasks/{agent_task_id}/revoke": (instance, { slots }) => {
    const { agentTasks } = instance.store;
    const id = slots.agent_task_id ?? "";
    const row = agentTasks.get(id);
    if (!row) {
      throw refuse("agent_task_not_found", `No agent task has the id ${id}.`);
    }
    if (row.status !== "pending") {
      throw refuse(
        "agent_task_cannot_be_revoked",
        `It is ${row.status} and cannot be revoked: only pending ones can.`,
      );
    }
    const revoked = revoke(instance, row);
    agentTasks.put(revoked);
    return writeAgentTask(instance, revoked);
  },
});

async function createSignInToken(instance: Instance, { body }: Call) {
  const user = requireNamed(instance, body);
  const organizationId = typeof body.org_id === "string" ? body.org_id : null;
  const { store } = instance;
  if (organizationId !== null && !findPlace(store, user.id, organizationId)) {
    throw notFound("organization", organizationId);
  }
  const life = secondsOf(body.expires_in_seconds, SIGN_IN_LIFE / 1_000);
  const row = await mintSignInToken(instance, user.id, organizationId, life);
  return writeSignInToken(instance, row);
}

async function createActorToken(instance: Instance, { body }: Call) {
  const user = requireNamed(instance, body);
  const actor = isObject(body.actor) ? body.actor : {};
  if (typeof actor.sub !== "string" || actor.sub === "") {
    throw refuseParam(
      "form_param_format_invalid",
      "actor",
      "actor must have a member sub, the id of who acts.",
    );
  }
  const life = secondsOf(body.expires_in_seconds, HOUR);
  const longest = secondsOf(body.session_max_duration_in_seconds, HOUR / 2);
  const kept = { actor, sessionSeconds: longest / 1_000 };
  const row = await mintActorToken(instance, user.id, kept, life);
  return writeActorToken(instance, row);
}

/** Unlike every other time of the API, the end is in seconds. */
function createTestingToken({ clock }: Instance) {
  const now = Math.floor(clock.now() / 1_000);
  return {
    object: "testing_token",
    token: `${now}-c_${randomText(40)}`,
    expires_at: now + HOUR,
  };
}

async function createAgentTask(instance: Instance, { body }: Call) {
  const { store } = instance;
  const { on_behalf_of: whom } = body;
  const user = findBehalf(instance, isObject(whom) ? whom : {});
  if (!URL.canParse(String(body.redirect_url))) {
    throw refuseParam(
      "form_param_format_invalid",
      "redirect_url",
      "redirect_url must be a valid url.",
    );
  }
  const agentName = String(body.agent_name);
  const [known] = store.agentTasks.find("agent", agentName);
  const longest = secondsOf(body.session_max_duration_in_seconds, HOUR / 2);
  const row = await mintAgentTask(instance, user.id, {
    agentId: known?.agentId ?? store.ids.next("agent"),
    agentName,
    description: String(body.task_description),
    redirectUrl: String(body.redirect_url),
    sessionSeconds: longest / 1_000,
  }, HOUR * 1_000);
  return writeAgentTask(instance, row);
}

/** On behalf of a user by id, or by an address, a number or a name. */
function findBehalf({ store }: Instance, whom: JsonObject): UserRow {
  const { user_id: id, identifier } = whom;
  if (typeof id === "string") {
    const user = store.users.get(id);
    if (user) return user;
    throw refuseSubject(id);
  }
  if (typeof identifier !== "string") {
    throw refuseParam(
      "form_param_missing",
      "on_behalf_of.user_id",
      "on_behalf_of.user_id or on_behalf_of.identifier must be included.",
    );
  }
  const lowered = identifier.toLowerCase();
  const [user] = [
    ...store.users.find("email", lowered),
    ...store.users.find("phone", identifier),
    ...store.users.find("username", lowered),
  ];
  if (user) return user;
  throw refuseSubject(identifier);
}

function refuseSubject(who: string) {
  return refuse("agent_task_subject_not_found", `There is no user ${who}.`);
}

function requireNamed({ store }: Instance, body: JsonObject): UserRow {
  const id = String(body.user_id);
  const user = store.users.get(id);
  if (user) return user;
  throw notFound("user", id);
}

/** Reads seconds as milliseconds. */
function secondsOf(value: unknown, usual: number): number {
  return (typeof value === "number" ? value : usual) * 1_000;
}

function requireTicket<T>(row: T | undefined, what: string, id: string): T {
  if (row) return row;
  throw notFound(what, id);
}

function checkPending({ status }: TicketRow, kind: string): void {
  if (status === "pending") return;
  throw refuse(
    `${kind}_cannot_be_revoked_code`,
    `It is ${status} and cannot be revoked: only pending ones can.`,
  );
}

function revoke<T extends TicketRow>({ clock }: Instance, row: T): T {
  return { ...row, status: "revoked", updatedAt: clock.now() };
}

/** What is over has no words to show any more. */
function writeTicket(instance: Instance, row: TicketRow): JsonObject {
  const isPending = row.status === "pending";
  return {
    id: row.id,
    status: row.status,
    user_id: row.userId,
    ...(isPending && { token: row.token, url: ticketUrl(instance, row) }),
    ...writeSpan(row),
  };
}

function writeSignInToken(instance: Instance, row: SignInTokenRow) {
  return { object: "sign_in_token", ...writeTicket(instance, row) };
}

function writeActorToken(instance: Instance, row: ActorTokenRow) {
  const { actor } = row;
  return { object: "actor_token", actor, ...writeTicket(instance, row) };
}

function writeAgentTask(instance: Instance, row: AgentTaskRow) {
  return {
    object: "agent_task",
    agent_id: row.agentId,
    agent_task_id: row.id,
    task_id: row.id,
    ...(row.status === "pending" && { url: ticketUrl(instance, row) }),
  };
}
