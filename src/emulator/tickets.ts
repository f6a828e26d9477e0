import { type Duration, parseDuration } from "./duration.ts";
import { notFound } from "./http/refusal.ts";
import type { Instance } from "./instance.ts";
import { signDraft } from "./sign_token.ts";
import type {
  ActorTokenRow,
  AgentTaskRow,
  SignInTokenRow,
  TicketRow,
} from "./state/session_tables.ts";
import { startRow } from "./state/store.ts";

/** How long a sign-in token is good, in milliseconds, unless told otherwise. */
export const SIGN_IN_LIFE = 30 * 86_400_000;

/** What may be said about a ticket to sign in with. */
export interface TicketOptions {
  /** The organization that will be active; none by default. */
  readonly orgId?: string | undefined;
  /** How long it is good: seconds, or text such as `"5m"`; 30 days by default. */
  readonly expiresIn?: Duration | undefined;
}

/** Makes a sign-in token and keeps it. */
export async function mintSignInToken(
  instance: Instance,
  userId: string,
  organizationId: string | null,
  life: number,
): Promise<SignInTokenRow> {
  const ticket = await startTicket(
    instance,
    "sign_in_token",
    "sit",
    userId,
    life,
  );
  const row = { ...ticket, organizationId };
  instance.store.signInTokens.put(row);
  return row;
}

/** Makes an actor token and keeps it. */
export async function mintActorToken(
  instance: Instance,
  userId: string,
  kept: Pick<ActorTokenRow, "actor" | "sessionSeconds">,
  life: number,
): Promise<ActorTokenRow> {
  const ticket = await startTicket(
    instance,
    "actor_token",
    "act",
    userId,
    life,
  );
  const row = { ...ticket, ...kept };
  instance.store.actorTokens.put(row);
  return row;
}

/** Makes an agent's task and keeps it. */
export async function mintAgentTask(
  instance: Instance,
  userId: string,
  kept: Omit<AgentTaskRow, keyof TicketRow>,
  life: number,
): Promise<AgentTaskRow> {
  const ticket = await startTicket(instance, "agent_task", "agt", userId, life);
  const row = { ...ticket, ...kept };
  instance.store.agentTasks.put(row);
  return row;
}

/** Where a ticket is shown to be let in. */
export function ticketUrl({ origin }: Instance, { token }: TicketRow): string {
  return `${origin}/v1/tickets/accept?ticket=${token}`;
}

/** Makes a ticket for a user and returns its words. */
export async function mintTicket(
  instance: Instance,
  userId: string,
  { orgId, expiresIn }: TicketOptions,
): Promise<string> {
  const life = expiresIn === undefined
    ? SIGN_IN_LIFE
    : typeof expiresIn === "number"
    ? expiresIn * 1_000
    : parseDuration(expiresIn);
  if (!instance.store.users.get(userId)) {
    throw new TypeError(
      `Cannot make a ticket for "${userId}": there is no such user.`,
    );
  }
  return (await mintSignInToken(instance, userId, orgId ?? null, life)).token;
}

async function startTicket(
  instance: Instance,
  kind: string,
  prefix: string,
  userId: string,
  life: number,
): Promise<TicketRow> {
  const { store, clock, id: instanceId, origin } = instance;
  const now = clock.now();
  const row = startRow(store, prefix, now);
  const expiresAt = now + life;
  const token = await signDraft(instance, [{
    eid: instanceId,
    exp: Math.floor(expiresAt / 1_000),
    iid: instanceId,
    iss: origin,
    sid: row.id,
    st: kind,
    sub: userId,
  }, {}]);
  // Signing takes a moment, in which the user may have gone.
  if (!store.users.get(userId)) throw notFound("user", userId);
  return {
    ...row,
    userId,
    status: "pending",
    token,
    expiresAt,
    updatedAt: now,
  };
}
