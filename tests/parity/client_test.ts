import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createClerkClient, type User } from "../../compat/mod.ts";
import {
  both,
  call,
  type Client,
  listOfficialMethods,
  ourClient,
  SECRET,
  theirClient,
} from "./clients.ts";
import { findDifferences } from "./differences.ts";
import { answerWith, json, type SentRequest } from "./fetch_switch.ts";
import * as official from "./official.ts";
import { SPARSE_USER_JSON, USER_JSON } from "./user_json.ts";

function assertCovers(ours: unknown, theirs: unknown): void {
  assertEquals(findDifferences(ours, theirs), []);
}

function lineOf({ method, url }: SentRequest): string {
  return `${method} ${url}`;
}

const oneUser = () => json(USER_JSON);

/** Resources of the API that the official client lacks. */
const OURS_ALONE = [
  "adminPortalLinkTokens",
  "directories",
  "interstitial",
  "scimDirectories",
  "templates",
];

describe("the compat client agrees with the official one", () => {
  it("has every resource and every method", () => {
    for (const name of Object.keys(ourClient)) {
      assertEquals(theirClient[name] === undefined, OURS_ALONE.includes(name));
    }
    for (const path of listOfficialMethods()) {
      const [resource = "", method = ""] = path.split(".");
      assertEquals(typeof ourClient[resource]?.[method], "function", path);
    }
  });

  it("has the same getters", async () => {
    const { ours, theirs } = await both("users.getUser", ["user_1"], oneUser);
    const getters = [
      "fullName",
      "primaryEmailAddress",
      "primaryPhoneNumber",
      "primaryWeb3Wallet",
    ];
    const ourUser = ours.outcome.value as User;
    const theirUser = theirs.outcome.value as User;
    for (const name of getters) {
      assertCovers(Reflect.get(ourUser, name), Reflect.get(theirUser, name));
      assertNotEquals(Reflect.get(ourUser, name), null);
    }
    assertEquals<unknown>(theirUser.raw, USER_JSON);
    assertCovers(ourUser.raw, USER_JSON);
    assertCovers(Reflect.get(ourUser, "_raw"), USER_JSON);
  });

  it("has getters of a user about whom little is known", async () => {
    const { ours, theirs } = await both(
      "users.getUser",
      ["user_2"],
      () => json(SPARSE_USER_JSON),
    );
    const fields = (user: User) => [
      user.fullName,
      user.primaryEmailAddress,
      user.primaryPhoneNumber,
      user.primaryWeb3Wallet,
    ];
    assertEquals(
      fields(ours.outcome.value as User),
      fields(theirs.outcome.value as User),
    );
  });

  it("departs (plain-resources): nothing that is computed is serialised", async () => {
    const { ours, theirs } = await both("users.getUser", ["user_1"], oneUser);
    const user = ours.outcome.value as User;
    assertEquals(Object.getPrototypeOf(user), Object.prototype);
    assert(!JSON.stringify(user).includes("private_metadata"));
    assert(JSON.stringify(theirs.outcome.value).includes("private_metadata"));
    assertEquals(structuredClone(user), JSON.parse(JSON.stringify(user)));
    assertEquals({ ...user }, structuredClone(user) as typeof user);
  });

  it("departs (more-members): what the API adds comes through", async () => {
    const body = { ...SPARSE_USER_JSON, some_new_member: { in_it: 1 } };
    const { ours, theirs } = await both(
      "users.getUser",
      ["user_2"],
      () => json(body),
    );
    assertEquals(Reflect.get(ours.outcome.value as User, "someNewMember"), {
      inIt: 1,
    });
    assertEquals(
      Reflect.get(theirs.outcome.value as User, "someNewMember"),
      undefined,
    );
  });

  it("departs (required-keys): nothing is sent without the key it needs", async () => {
    const options = { requireSecretKey: false, telemetry: { disabled: true } };
    const [theirs, ours] = [
      official.createClerkClient(options),
      createClerkClient(options),
    ] as unknown as readonly [Client, Client];
    const there = await call(theirs, "users.getUser", ["user_1"], oneUser);
    assertEquals(there.requests.map(lineOf).length, 1);
    assertEquals(there.requests[0]?.headers.get("authorization"), null);
    const here = await call(ours, "users.getUser", ["user_1"], oneUser);
    assertEquals(here.requests, []);
    assert(here.outcome.error instanceof Error);
  });

  it("departs (retries): a read is sent again", async () => {
    const client = createClerkClient({ secretKey: SECRET });
    let sent = 0;
    const { outcome } = await call(
      client as unknown as Client,
      "users.getUser",
      ["user_1"],
      () => ++sent === 1 ? new Response(null, { status: 503 }) : oneUser(),
    );
    assertEquals(outcome.error, undefined);
    assertEquals(sent, 2);
  });

  it("departs (methods-without-this): a method can be taken off", async () => {
    const { getUser } = createClerkClient({ secretKey: SECRET }).users;
    const { value } = await answerWith(oneUser, () => getUser("user_1"));
    assertEquals(value.fullName, "Ada Lovelace");
  });

  it("departs (https-only): no key travels in clear", async () => {
    const { createClerkClient: theirs } = official;
    const apiUrl = "http://api.example.com";
    theirs({ secretKey: SECRET, apiUrl, telemetry: { disabled: true } });
    let thrown: unknown;
    try {
      createClerkClient({ secretKey: SECRET, apiUrl });
    } catch (error) {
      thrown = error;
    }
    assert(thrown instanceof TypeError);
    await Promise.resolve();
  });

  it("departs (no-telemetry): there is none, and nothing is printed", async () => {
    const hostWarn = console.warn;
    const lines: unknown[] = [];
    console.warn = (...args: unknown[]) => lines.push(args);
    const change = { publicMetadata: { a: 1 } };
    const ours = await call(
      ourClient,
      "users.updateUser",
      ["user_1", change],
      oneUser,
    );
    console.warn = hostWarn;
    assertEquals(ours.requests.map(lineOf), [
      "PUT https://api.clerk.com/v1/users/user_1/metadata",
    ]);
    assertEquals(lines, []);
    assertEquals("telemetry" in ourClient, false);
  });

  it("departs (bare-lists): keeps to the type where there is no total", async () => {
    const sessions = [{ object: "session", id: "sess_1" }];
    for (const answer of [sessions, { data: sessions }]) {
      const { ours, theirs } = await both(
        "sessions.getSessionList",
        [{ userId: "user_1" }],
        () => json(answer),
      );
      const { data, totalCount } = Object(ours.outcome.value);
      assertEquals([data.length, data[0].id], [1, "sess_1"]);
      assertEquals(totalCount, undefined);
      assert(Array.isArray(theirs.outcome.value));
      assertEquals(Object(theirs.outcome.value).data, undefined);
    }
  });
});
