/** A client on an emulator whose every answer and webhook is judged. */
import { assertEquals } from "@std/assert";
import {
  createEmulator,
  type Emulator,
  type EmulatorOptions,
} from "../../emulator.ts";
import { type ClerkClient, createClerkClient } from "../../mod.ts";
import { readWholeSpec } from "../../src/emulator/spec/spec.ts";
import { conform } from "./harness.ts";

/** What each event tells of. */
const EVENTS: { readonly [type: string]: string } = {
  organization: "Organization",
  organizationMembership: "OrganizationMembership",
  organizationInvitation: "OrganizationInvitation",
  organizationDomain: "OrganizationDomain",
  role: "Role",
  permission: "Permission",
  waitlistEntry: "WaitlistEntry",
  user: "User",
  session: "SessionEventPayload",
  email: "EmailEventPayload",
  sms: "SmsEventPayload",
  "organizationInvitation.accepted": "OrganizationInvitationAcceptedPayload",
};

const ROUTES = [...readWholeSpec().operations.keys()].map((key) => ({
  key,
  slots: key.split("{").length,
  form: new RegExp(`^${key.replace(/\{\w+\}/g, "[^/]+")}$`),
}));

/** A client and the emulator that it asks. */
export interface Judged {
  /** The emulator. */
  readonly emulator: Emulator;
  /** The client. */
  readonly clerk: ClerkClient;
  /** Waits for the webhooks since the last call, and gives their types. */
  heard(): Promise<readonly string[]>;
}

/** Makes a client whose every answer must be as the API's description says. */
export async function judge(options: EmulatorOptions = {}): Promise<Judged> {
  const emulator = await createEmulator({ strict: true, ...options });
  const clerk = createClerkClient({
    secretKey: emulator.secretKey,
    env: {},
    apiUrl: emulator.apiUrl,
    clock: emulator.clock,
    retry: false,
    async fetch(input, init) {
      const response = await emulator.fetch(input, init);
      judgeAnswer(
        `${init?.method ?? "GET"} ${new URL(String(input)).pathname}`,
        response.ok,
        await readBody(response.clone()),
      );
      // Nothing may be under way when a test ends.
      await emulator.webhooks.delivered();
      return response;
    },
  });
  const types: string[] = [];
  const failures: unknown[] = [];
  emulator.webhooks.on("*", (_, { type, data }) => {
    types.push(type);
    try {
      judgeEvent(type, data);
    } catch (failure) {
      failures.push(failure);
    }
  });
  return {
    emulator,
    clerk,
    async heard() {
      await emulator.webhooks.delivered();
      if (failures.length > 0) throw failures[0];
      return types.splice(0);
    },
  };
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === "" ? undefined : JSON.parse(text);
}

function judgeAnswer(route: string, ok: boolean, body: unknown): void {
  if (!ok) return conform("ClerkErrors", body);
  const [found] = ROUTES
    .filter(({ form }) => form.test(route.replace(" /v1", " ")))
    .sort((a, b) => a.slots - b.slots);
  const { answer } = readWholeSpec().operations.get(found?.key ?? "") ?? {};
  if (answer === undefined) return assertEquals(body, undefined, route);
  const isCounted = answer?.kind === "list" && !Array.isArray(body);
  conform(found?.key ?? route, isCounted ? Object(body).data : body);
}

function judgeEvent(type: string, data: unknown): void {
  const [subject = "", event] = type.split(".");
  const isGone = event === "deleted" && subject !== "organizationMembership";
  conform(
    isGone ? "DeletedObject" : EVENTS[type] ?? EVENTS[subject] ?? type,
    data,
  );
}

/** A result of the client that says no. */
interface Failed {
  readonly status?: number | undefined;
  readonly errors?:
    | readonly {
      readonly code: string;
      readonly meta?: object | undefined;
    }[]
    | undefined;
}

/** The status, the first code and the parameter of a refusal, in one text. */
export async function codeOf(result: PromiseLike<Failed>): Promise<string> {
  const { status, errors = [] } = await result;
  const [error] = errors;
  const param = Object(error?.meta).paramName;
  return [status, error?.code, param].filter((part) => part !== undefined)
    .join(" ");
}

/** Asserts what several calls are refused with. */
export async function assertCodes(
  cases: readonly (readonly [result: PromiseLike<Failed>, code: string])[],
): Promise<void> {
  for (const [i, [result, code]] of cases.entries()) {
    assertEquals(await codeOf(result), code, `case ${i}`);
  }
}
