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

type Ticket = SignInTokenRow | ActorTokenRow | AgentTaskRow;

/** A ticket, how it is kept as used, and what its session begins with. */
interface Found {
  readonly row: Ticket;
  use(now: number): void;
  readonly start: Omit<SessionStart, "userId" | "clientId">;
  readonly goesTo: string | null;
}

/** Signs a browser in by a ticket, which is good once. */
export function acceptTicket(
  instance: Instance,
  { exchange }: Call,
): Response {
  const { store, clock, origin } = instance;
  const { searchParams } = exchange.url;
  const found = findTicket(instance, searchParams.get("ticket") ?? "");
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

function findTicket({ store, clock }: Instance, token: string): Found {
  const found = findIn(store.signInTokens, token, (row) => ({
    organizationId: row.organizationId,
  })) ?? findIn(store.actorTokens, token, (row) => ({
    actor: row.actor,
    life: row.sessionSeconds * 1_000,
  })) ?? findIn(
    store.agentTasks,
    token,
    (row) => ({ life: row.sessionSeconds * 1_000 }),
    (row) => row.redirectUrl,
  );
  if (!found) {
    throw refuse("resource_not_found", "There is no such ticket.");
  }
  const { status, expiresAt } = found.row;
  if (status !== "pending") {
    throw refuse("authorization_invalid", `The ticket was ${status} before.`);
  }
  if (clock.now() < expiresAt) return found;
  throw refuse("verification_expired", "The ticket has expired.");
}

function findIn<R extends Ticket>(
  table: Table<R, "user" | "token"> | Table<R, "user" | "token" | "agent">,
  token: string,
  start: (row: R) => Found["start"],
  goesTo: (row: R) => string | null = () => null,
): Found | undefined {
  const [row] = table.find("token", token);
  return row && {
    row,
    use: (now) => table.put({ ...row, status: "accepted", updatedAt: now }),
    start: start(row),
    goesTo: goesTo(row),
  };
}
