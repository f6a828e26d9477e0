import { isObject, type JsonObject } from "../../text/json.ts";
import type { Emulator } from "../emulator.ts";
import { type Control, demandText } from "./control_input.ts";
import { listWebhookEventTypes } from "../../webhooks/event_types.ts";
import { refuseMisspeltType } from "../event_type.ts";
import { checkTarget } from "../webhook_target.ts";
import { deliver } from "./deliver.ts";

/** Where the API shows what an event is about, by the first part of its type. */
const SUBJECTS: { readonly [subject: string]: string } = {
  user: "/v1/users?limit=1",
  session: "/v1/sessions/sess_example",
  organization: "/v1/organizations?limit=1",
  organizationInvitation: "/v1/organization_invitations?limit=1",
  organizationMembership: "/v1/organization_memberships?limit=1",
  role: "/v1/organization_roles?limit=1",
  permission: "/v1/organization_permissions?limit=1",
  waitlistEntry: "/v1/waitlist_entries?limit=1",
};

/** Sends a webhook that somebody asked for, and tells what the app answered. */
export async function trigger({ emulator, body, webhookUrl }: Control) {
  const type = demandText("type", body.type);
  const target = body.url ?? webhookUrl;
  if (target === undefined) {
    throw new TypeError(
      `Cannot send "${type}": nothing says where to. Give the URL of your app, with --webhook or as "url".`,
    );
  }
  const url = checkTarget(target);
  const data = isObject(body.data)
    ? body.data
    : await findSubject(emulator, type);
  const request = await emulator.webhooks.sign(type, data, { url });
  const id = request.headers.get("svix-id");
  const { status } = await deliver(request);
  return { id, type, url, status };
}

/** The newest of what the event is about; an example where there is none. */
async function findSubject(
  emulator: Emulator,
  type: string,
): Promise<JsonObject> {
  demandType(type);
  const subject = type.split(".")[0] ?? "";
  const path = Object.hasOwn(SUBJECTS, subject) ? SUBJECTS[subject] : undefined;
  const found = path && firstOf(await read(emulator, path));
  if (found && !found.errors) return found;
  throw new TypeError(
    `Cannot make up what "${type}" is about: there is nothing of the kind. Give "data".`,
  );
}

/** Refuses an event that Clerk does not send, which is most likely misspelt. */
function demandType(type: string): void {
  refuseMisspeltType(type);
  const types = listWebhookEventTypes();
  if (types.includes(type)) return;
  const subject = type.split(".")[0]?.toLowerCase();
  const near = types.filter((each) =>
    each.split(".")[0]?.toLowerCase() === subject
  );
  const choice = near.length ? near : ["user.created", "session.ended"];
  throw new TypeError(
    `Cannot send "${type}": Clerk has no such event; expected one such as ${
      choice.map((each) => `"${each}"`).join(", ")
    }. Give "data" to send it all the same.`,
  );
}

async function read(emulator: Emulator, path: string): Promise<unknown> {
  const answer = await emulator.fetch(`${emulator.apiUrl}${path}`, {
    headers: { authorization: `Bearer ${emulator.secretKey}` },
  });
  return await answer.json();
}

function firstOf(body: unknown): JsonObject | undefined {
  const list = isObject(body) && Array.isArray(body.data) ? body.data : body;
  const first: unknown = Array.isArray(list) ? list[0] : list;
  return isObject(first) ? first : undefined;
}
