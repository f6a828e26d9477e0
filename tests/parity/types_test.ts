// The types of every method of the official client beside ours: what can be
// given there can be given here, and what comes here can be used as what comes
// there. The compiler is the test: it refuses a method that departs and is not
// listed in departures.ts, and one that is listed there and does not.
import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createClerkClient } from "../../compat/mod.ts";
import type {
  APIKey,
  ClerkClient as Ours,
  ClerkOptions,
  ClerkResourceJSON,
  OrganizationMembershipJSON,
  OrganizationMembershipRole,
  PaginatedResponseJSON,
  SessionJSON,
  SMSMessage,
  UserJSON,
  verifyToken,
  VerifyTokenOptions,
  WebhookEvent,
} from "../../compat/mod.ts";
import { answerBySpec } from "./answers.ts";
import { SECRET } from "./clients.ts";
import type { TYPE_DEPARTURES } from "./departures.ts";
import { answerWith } from "./fetch_switch.ts";
import {
  type APIKey as TheirKey,
  type ClerkClient as Theirs,
  type ClerkOptions as TheirOptions,
  type ClerkResourceJSON as TheirResourceJSON,
  createClerkClient as createOfficialClient,
  type OrganizationMembershipRole as TheirRole,
  type PaginatedResponseJSON as TheirListJSON,
  type SMSMessage as TheirSms,
  type verifyToken as verifyOfficially,
  type VerifyTokenOptions as TheirVerifyOptions,
  type WebhookEvent as TheirEvent,
} from "./official.ts";
import { run } from "./program.ts";
import { run as runOfficial } from "./program_official.ts";

// deno-lint-ignore no-explicit-any -- what a method takes is found out later.
type Method = (...args: any[]) => unknown;

/** What is read of a value: its members, whatever its class keeps private. */
type Read<T> = T extends URL | Date | string ? T
  : T extends readonly (infer Item)[] ? readonly Read<Item>[]
  : T extends object ? {
      readonly [Name in keyof Required<T> as Exclude<Name, "raw">]: Read<
        T[Name]
      >;
    }
  : T;

type Given<M> = Read<Awaited<ReturnType<Extract<M, Method>>>>;

/** The methods of which something is true, as `resource.method`. */
type Methods<Test extends "takes" | "gives"> = {
  [R in keyof Theirs & keyof Ours & string]: {
    [M in keyof Theirs[R] & keyof Ours[R] & string]: Theirs[R][M] extends Method
      ? Test extends "takes"
        ? Parameters<Theirs[R][M]> extends
          Parameters<Extract<Ours[R][M], Method>> ? never
        : `${R}.${M}`
      : [Given<Ours[R][M]>] extends [Given<Theirs[R][M]>] ? never
      : `${R}.${M}`
      : never;
  }[keyof Theirs[R] & keyof Ours[R] & string];
}[keyof Theirs & keyof Ours & string];

/** What is in an event of a type. */
type DataOf<Event, Type> = Event extends
  { readonly type: infer Types; readonly data: infer Data }
  ? Type extends Types ? Data : never
  : never;

/** The claims that the official types promise by name. */
type Claims = Pick<
  Awaited<ReturnType<typeof verifyOfficially>>,
  "iss" | "sub" | "sid" | "nbf" | "exp" | "iat" | "azp" | "fva"
>;

/** Nothing: the compiler refuses anything that is not `never`. */
type None<Names extends never> = readonly Names[];

type Listed = keyof typeof TYPE_DEPARTURES;

describe("parity: types", () => {
  it("take whatever the official ones take", () => {
    const refused: None<Methods<"takes">> = [];
    assertEquals(refused, []);
  });

  it("know all options", () => {
    const client: None<Exclude<keyof TheirOptions, keyof ClerkOptions>> = [];
    const verify: None<
      Exclude<keyof TheirVerifyOptions, keyof VerifyTokenOptions>
    > = [];
    const take = (options: TheirOptions): ClerkOptions => options;
    const takeVerify = (options: TheirVerifyOptions): VerifyTokenOptions =>
      options;
    assertEquals([client, verify, typeof take, typeof takeVerify], [
      [],
      [],
      "function",
      "function",
    ]);
  });

  it("are there also where no method has to do with them", () => {
    const uses = [
      (sms: Read<SMSMessage>): Read<TheirSms> => sms,
      (role: OrganizationMembershipRole): TheirRole => role,
      (json: TheirResourceJSON): ClerkResourceJSON => json,
      (list: Read<PaginatedResponseJSON>): Read<TheirListJSON> => list,
    ];
    assertEquals(new Set(uses.map((use) => typeof use)), new Set(["function"]));
  });

  it("can be used as the official ones can, but for the methods listed", () => {
    const unlisted: None<Exclude<Methods<"gives">, Listed>> = [];
    const listedInVain: None<Exclude<Listed, Methods<"gives">>> = [];
    assertEquals([unlisted, listedInVain], [[], []]);
  });
});

describe("parity: types of what may be anything", () => {
  it("departs (free-form-types): no text without a look", () => {
    const theirs = (key: TheirKey): string => key.claims?.plan;
    const ours = (key: APIKey): string =>
      // @ts-expect-error: nobody knows what it is
      key.claims?.plan;
    assertEquals([typeof theirs, typeof ours], ["function", "function"]);
  });
});

describe("parity: types of what is verified", () => {
  it("know all events", () => {
    const missing: None<Exclude<TheirEvent["type"], WebhookEvent["type"]>> = [];
    assertEquals(missing, []);
  });

  it("let a handler pass the data of an event on as the resource it is", () => {
    const users = (data: DataOf<WebhookEvent, "user.created">): UserJSON =>
      data;
    const members = (
      data: DataOf<WebhookEvent, "organizationMembership.updated">,
    ): OrganizationMembershipJSON => data;
    const sessions = (
      data: DataOf<WebhookEvent, "session.ended">,
    ): SessionJSON => data;
    // These are read without a look whether they are there.
    const read = (user: UserJSON, member: OrganizationMembershipJSON): string =>
      user.image_url + member.public_user_data.user_id;
    assertEquals(
      [users, members, sessions, read].map((each) => typeof each),
      ["function", "function", "function", "function"],
    );
  });

  it("promise the claims of a session", () => {
    const use = (
      claims: Read<Awaited<ReturnType<typeof verifyToken>>>,
    ): Read<Claims> => claims;
    assertEquals(typeof use, "function");
  });
});

// The same program, written for the official package and compiled for either.
describe("parity: a program of which only the import is changed", () => {
  it("makes the same of the same answers", async () => {
    const theirs = createOfficialClient({
      secretKey: SECRET,
      telemetry: { disabled: true },
    });
    const ours = createClerkClient({ secretKey: SECRET });
    const answer = answerBySpec("full");
    const before = await answerWith(answer, () => runOfficial(theirs));
    const after = await answerWith(answer, () => run(ours));
    assertEquals(after.value, before.value);
    assertEquals(after.requests.length, before.requests.length);
    assert(before.value.length > 20);
  });
});
