/** The official client and ours, and the same call through both. */
import { createClerkClient } from "../../compat/mod.ts";
import { answerWith, type SentRequest } from "./fetch_switch.ts";
import * as official from "./official.ts";

/** A client, as far as calls by name go. */
export type Client = {
  readonly [resource: string]: {
    readonly [method: string]: (...args: readonly unknown[]) => unknown;
  };
};

/** What both clients are made with. */
export const SECRET = "sk_test_parity";

/** The official client. */
export const theirClient: Client = official.createClerkClient({
  secretKey: SECRET,
  telemetry: { disabled: true },
}) as unknown as Client;

/** Ours. */
export const ourClient: Client = createClerkClient({
  secretKey: SECRET,
  retry: false,
}) as unknown as Client;

/** What a call did. */
export interface Seen {
  /** What it gave, or threw. */
  readonly outcome: { readonly value?: unknown; readonly error?: unknown };
  /** What it sent. */
  readonly requests: readonly SentRequest[];
}

/** What stands in for the API. */
export type Answer = (request: SentRequest) => Response | Promise<Response>;

/** Calls a method, such as `users.getUser`, of a client. */
export async function call(
  client: Client,
  path: string,
  args: readonly unknown[],
  answer: Answer,
): Promise<Seen> {
  const [resource = "", method = ""] = path.split(".");
  const { value: outcome, requests } = await answerWith(answer, async () => {
    try {
      // Called on its resource: the official methods need `this`.
      return { value: await client[resource]?.[method]?.(...args) };
    } catch (error) {
      return { error };
    }
  });
  return { outcome, requests };
}

/** Calls a method of both clients. */
export async function both(
  path: string,
  args: readonly unknown[],
  answer: Answer,
): Promise<{ readonly ours: Seen; readonly theirs: Seen }> {
  const warn = console.warn;
  // The official client warns of methods that it will do without.
  console.warn = () => {};
  const theirs = await call(theirClient, path, args, answer);
  console.warn = warn;
  return { theirs, ours: await call(ourClient, path, args, answer) };
}

/** The methods of the official client, found by looking at it. */
export function listOfficialMethods(): readonly string[] {
  return Object.entries(theirClient).flatMap(([resource, api]) => {
    if (typeof api !== "object" || resource === "telemetry") return [];
    return Object.getOwnPropertyNames(Object.getPrototypeOf(api))
      .filter((name) => name !== "constructor")
      .map((method) => `${resource}.${method}`);
  });
}
