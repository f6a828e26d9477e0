import {
  findInvitation,
  type OpenInvitation,
  refuseExpired,
} from "../accept_invitation.ts";
import { refuse } from "../http/refusal.ts";
import type { Call, Instance } from "../instance.ts";
import type {
  ActorTokenRow,
  AgentTaskRow,
  SignInTokenRow,
} from "../state/session_tables.ts";
import type { SessionStart } from "../state/sessions.ts";
import type { Table } from "../state/table.ts";
import { redirect } from "./redirect.ts";
import { nameBrowser, readReturnUrl } from "./return_url.ts";
import { signInBrowser } from "./sessions.ts";
import { readVisitor, writeVisitorCookie } from "./visitor.ts";

/** What a ticket is known by in a URL, as Clerk's SDKs name it. */
export const TICKET_PARAMETER = "__clerk_ticket";

type Ticket = SignInTokenRow | ActorTokenRow | AgentTaskRow;

/** What a kind of ticket is called, and what it is refused with. */
interface TicketKind {
  readonly name: string;
  readonly accepted: string;
  readonly revoked: string;
}

const SIGN_IN_TOKEN: TicketKind = {
  name: "sign in token",
  accepted: "sign_in_token_already_used_code",
  revoked: "sign_in_token_revoked_code",
};

const ACTOR_TOKEN: TicketKind = {
  name: "actor token",
  accepted: "actor_token_already_used_code",
  revoked: "actor_token_revoked_code",
};

const AGENT_TASK: TicketKind = {
  name: "agent task",
  accepted: "agent_task_already_used",
  revoked: "agent_task_revoked",
};

/** A ticket, how it is kept as used, and what its session begins with. */
interface Found {
  readonly kind: TicketKind;
  readonly row: Ticket;
  use(now: number): void;
  readonly start: Omit<SessionStart, "userId" | "clientId">;
  readonly goesTo: string | null;
}

/**
 * Signs a browser in by a ticket, which is good once. The ticket of an invitation
 * of somebody new leads to the page to sign up.
 */
export function acceptTicket(instance: Instance, call: Call): Response {
  const token = call.exchange.url.searchParams.get("ticket") ?? "";
  const invitation = findInvitation(instance, token);
  return invitation
    ? acceptInvitation(instance, call, invitation)
    : acceptToken(instance, call, findTicket(instance, token));
}

function acceptToken(
  instance: Instance,
  { exchange }: Call,
  found: Found,
): Response {
  const { store, clock, origin } = instance;
  const { searchParams } = exchange.url;
  const back = readReturnUrl(
    instance,
    searchParams.get("redirect_url") ?? found.goesTo,
  );
  const user = store.users.get(found.row.userId);
  if (!user) {
    throw refuse("resource_not_found", "The user of the ticket is gone.");
  }
  const { browser } = readVisitor(instance, exchange);
  signInBrowser(instance, browser, user, found.start);
  found.use(clock.now());
  const to = nameBrowser(back ?? new URL("/user", origin), browser);
  return redirect(to, 303, [writeVisitorCookie(browser)]);
}

function acceptInvitation(
  instance: Instance,
  { exchange }: Call,
  invitation: OpenInvitation,
): Response {
  const { store, origin } = instance;
  const { row, organization } = invitation;
  const { searchParams } = exchange.url;
  const back = readReturnUrl(
    instance,
    searchParams.get("redirect_url") ?? row.redirectUrl,
  );
  const { browser } = readVisitor(instance, exchange);
  const [user] = store.users.find("email", row.emailAddress);
  const to = back ?? new URL("/user", origin);
  if (user) {
    const organizationId = organization?.id;
    signInBrowser(instance, browser, user, { organizationId });
    invitation.accept(user);
    return redirect(nameBrowser(to, browser), 303, [
      writeVisitorCookie(browser),
    ]);
  }
  const signUp = nameBrowser(new URL("/sign-up", origin), browser);
  signUp.searchParams.set(TICKET_PARAMETER, row.id);
  if (back) signUp.searchParams.set("redirect_url", back.href);
  return redirect(signUp, 303, [writeVisitorCookie(browser)]);
}

function findTicket({ store, clock }: Instance, token: string): Found {
  const found = findIn(SIGN_IN_TOKEN, store.signInTokens, token, (row) => ({
    organizationId: row.organizationId,
  })) ?? findIn(ACTOR_TOKEN, store.actorTokens, token, (row) => ({
    actor: row.actor,
    life: row.sessionSeconds * 1_000,
  })) ?? findIn(
    AGENT_TASK,
    store.agentTasks,
    token,
    (row) => ({ life: row.sessionSeconds * 1_000 }),
    (row) => row.redirectUrl,
  );
  if (!found) throw refuse("ticket_invalid_code", "This ticket is invalid.");
  const { kind, row: { status, expiresAt } } = found;
  if (status === "accepted" || status === "revoked") {
    const was = status === "accepted" ? "has been used" : "was revoked";
    throw refuse(kind[status], `This ${kind.name} ${was} already.`);
  }
  if (clock.now() < expiresAt) return found;
  throw refuseExpired();
}

function findIn<R extends Ticket>(
  kind: TicketKind,
  table: Table<R, "user" | "token"> | Table<R, "user" | "token" | "agent">,
  token: string,
  start: (row: R) => Found["start"],
  goesTo: (row: R) => string | null = () => null,
): Found | undefined {
  const [row] = table.find("token", token);
  return row && {
    kind,
    row,
    use: (now) => table.put({ ...row, status: "accepted", updatedAt: now }),
    start: start(row),
    goesTo: goesTo(row),
  };
}
