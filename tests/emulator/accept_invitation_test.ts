import { assert, assertEquals, assertMatch, assertNotMatch } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator, type Emulator, type Seed } from "../../emulator.ts";
import { type Answer, call as ask, conform } from "./harness.ts";
import { createTestBrowser, type TestBrowser } from "./test_browser.ts";

const FAPI = "http://127.0.0.1:4640";
const APP = "http://localhost:3000";

const SEED: Seed = {
  users: [
    { id: "user_1", emailAddress: ["ada@example.com"] },
    { id: "user_2", emailAddress: ["old@example.com"] },
  ],
  organizations: [{
    id: "org_1",
    name: "Acme & Sons",
    members: [{ userId: "user_1", role: "admin" }],
  }],
};

/** Calls the Backend API, and waits for the webhooks that come of it. */
async function call(
  emulator: Emulator,
  ...request: [method: string, path: string, body?: unknown]
): Promise<Answer> {
  const answer = await ask(emulator, ...request);
  await emulator.webhooks.delivered();
  return answer;
}

interface Opened {
  readonly emulator: Emulator;
  readonly browser: TestBrowser;
  /** The types of the events since the last call. */
  heard(): Promise<readonly string[]>;
}

async function open(seed: Seed = SEED): Promise<Opened> {
  const emulator = await createEmulator({ seed });
  const types: string[] = [];
  emulator.webhooks.on("*", (_, { type, data }) => {
    types.push(type);
    const schema = {
      "organizationInvitation.accepted":
        "OrganizationInvitationAcceptedPayload",
      "waitlistEntry.updated": "WaitlistEntry",
      "email.created": "EmailEventPayload",
    }[type];
    if (schema) conform(schema, data);
  });
  const app = () => Promise.resolve(new Response("the app"));
  const pages = async (request: Request) => {
    const response = await emulator.fetch(request);
    await emulator.webhooks.delivered();
    return response;
  };
  const servers = { [FAPI]: pages, [APP]: app };
  return {
    emulator,
    browser: createTestBrowser(servers, emulator.clock.now),
    async heard() {
      await emulator.webhooks.delivered();
      return types.splice(0);
    },
  };
}

/** Invites somebody, and gives the id and the link of the outbox. */
async function invite(
  emulator: Emulator,
  body: object,
  path = "/invitations",
): Promise<{ id: string; url: string }> {
  const made = await call(emulator, "POST", path, body);
  assertEquals(made.status, 200);
  const { url = "" } = emulator.outbox.at(-1) ?? {};
  return { id: made.body.id, url };
}

const inviteTo = (emulator: Emulator, email: string, more: object = {}) =>
  invite(
    emulator,
    { email_address: email, role: "org:member", ...more },
    "/organizations/org_1/invitations",
  );

async function statusOf(
  emulator: Emulator,
  id: string,
  list = "/invitations",
): Promise<unknown> {
  const { body } = await call(emulator, "GET", `${list}?limit=100`);
  const rows = body.data ?? body;
  return rows.find((row: { id: string }) => row.id === id)?.status;
}

async function userOf(emulator: Emulator, email: string) {
  const path = `/users?email_address=${encodeURIComponent(email)}`;
  return (await call(emulator, "GET", path)).body[0];
}

/** The code that a link is refused with. */
async function refusal(emulator: Emulator, url: string): Promise<string> {
  const response = await emulator.fetch(url, { redirect: "manual" });
  const body = await response.json();
  conform("ClerkErrors", body);
  return `${response.status} ${body.errors[0].code}`;
}

describe("An invitation to sign up", () => {
  it("is accepted by its link: by somebody new, with its address and metadata", async () => {
    const { emulator, browser, heard } = await open();
    const { id, url } = await invite(emulator, {
      email_address: "New@example.com",
      public_metadata: { plan: "pro" },
      redirect_url: `${APP}/welcome`,
    });
    await heard();
    const page = await browser.visit(url);
    assertEquals(page.status, 200);
    assertMatch(page.text, /Accept the invitation/);
    assertMatch(page.text, /value="new@example.com" readonly/);
    assertEquals(await statusOf(emulator, id), "pending");
    // What the form says of the address does not count.
    const done = await browser.press(page, "Create account", {
      email_address: "other@example.com",
      first_name: "Nora",
    });
    assertEquals(`${done.url.origin}${done.url.pathname}`, `${APP}/welcome`);
    assert(done.url.searchParams.has("__clerk_db_jwt"));
    const user = await userOf(emulator, "new@example.com");
    assertEquals(
      [user.public_metadata, user.first_name],
      [{ plan: "pro" }, "Nora"],
    );
    assertEquals(user.email_addresses[0].verification.status, "verified");
    assertEquals(await userOf(emulator, "other@example.com"), undefined);
    assertEquals(await statusOf(emulator, id), "accepted");
    assertEquals(await heard(), ["user.created", "session.created"]);
    const account = await browser.visit(`${FAPI}/user`);
    assertMatch(account.text, /Nora/);
  });

  it("signs in who has an account already", async () => {
    const { emulator, browser } = await open();
    const { id, url } = await invite(emulator, {
      email_address: "old@example.com",
      ignore_existing: true,
    });
    const page = await browser.visit(url);
    assertEquals(page.url.pathname, "/user");
    assertMatch(page.text, /old@example.com/);
    assertEquals(await statusOf(emulator, id), "accepted");
  });

  it("is refused when it was accepted or revoked, and when it is over", async () => {
    const { emulator, browser } = await open();
    const used = await invite(emulator, { email_address: "a@example.com" });
    await browser.press(await browser.visit(used.url), "Create account");
    const taken = await invite(emulator, { email_address: "b@example.com" });
    await call(emulator, "POST", `/invitations/${taken.id}/revoke`);
    const late = await invite(emulator, {
      email_address: "c@example.com",
      expires_in_days: 1,
    });
    emulator.clock.advance("2d");
    for (
      const [{ id, url }, code] of [
        [used, "invitation_already_accepted"],
        [taken, "revoked_invitation"],
        [late, "ticket_expired_code"],
      ] as const
    ) {
      assertEquals(await refusal(emulator, url), `400 ${code}`);
      const page = await browser.visit(`${FAPI}/sign-up?__clerk_ticket=${id}`);
      assertEquals(page.status, 400);
      assertMatch(page.text, new RegExp(`<code>${code}</code>`));
    }
    const page = await browser.visit(`${FAPI}/sign-up?__clerk_ticket=inv_x`);
    assertMatch(page.text, /ticket_invalid_code/);
    assertEquals(await userOf(emulator, "b@example.com"), undefined);
  });

  it("is refused on the form when the account came in between", async () => {
    const { emulator, browser } = await open();
    const { id, url } = await invite(emulator, {
      email_address: "a@example.com",
    });
    const page = await browser.visit(url);
    await call(emulator, "POST", "/users", {
      email_address: ["a@example.com"],
    });
    const late = await browser.press(page, "Create account");
    assertEquals(late.status, 400);
    assertMatch(late.text, /<code>invitation_account_exists<\/code>/);
    assertEquals(await statusOf(emulator, id), "pending");
  });

  it("does not let in who is kept out by now", async () => {
    const { emulator, browser } = await open();
    const { id, url } = await invite(emulator, {
      email_address: "a@example.com",
    });
    await emulator.seed({
      blocklist: ["a@example.com"],
      settings: { restrictions: { blocklist: true } },
    });
    const page = await browser.visit(url);
    const refused = await browser.press(page, "Create account");
    assertEquals(refused.status, 403);
    assertMatch(refused.text, /a@example.com is not allowed/);
    assertMatch(refused.text, /__clerk_ticket=/);
    assertEquals(await statusOf(emulator, id), "pending");
  });
});

describe("An invitation to an organization", () => {
  const LIST = "/organization_invitations";

  it("makes a member of somebody new", async () => {
    const { emulator, browser, heard } = await open();
    const { id, url } = await inviteTo(emulator, "new@example.com", {
      public_metadata: { team: "a" },
      private_metadata: { seat: 1 },
    });
    await heard();
    const page = await browser.visit(url);
    assertMatch(page.text, /to join <strong>Acme &amp; Sons<\/strong>/);
    const done = await browser.press(page, "Create account");
    assertMatch(done.text, /aria-current="true"[\s\S]*Acme &amp; Sons/);
    const user = await userOf(emulator, "new@example.com");
    assertEquals(user.public_metadata, {});
    const path = `/users/${user.id}/organization_memberships`;
    const [membership] = (await call(emulator, "GET", path)).body.data;
    assertEquals(
      [
        membership.role,
        membership.public_metadata,
        membership.private_metadata,
        membership.organization.id,
      ],
      ["org:member", { team: "a" }, { seat: 1 }, "org_1"],
    );
    assertEquals(await statusOf(emulator, id, LIST), "accepted");
    assertEquals(await heard(), [
      "user.created",
      "session.created",
      "organizationMembership.created",
      "organizationInvitation.accepted",
    ]);
    const [session] =
      (await call(emulator, "GET", `/sessions?user_id=${user.id}`)).body;
    assertEquals(session.last_active_organization_id, "org_1");
  });

  it("makes a member of a user at once", async () => {
    const { emulator, browser, heard } = await open();
    const { id, url } = await inviteTo(emulator, "old@example.com", {
      role: "org:admin",
    });
    await heard();
    const told: unknown[] = [];
    emulator.webhooks.on("organizationInvitation.accepted", (_, { data }) => {
      told.push([data.id, data.user_id, data.status, data.url]);
    });
    const page = await browser.visit(
      `${url}&redirect_url=${encodeURIComponent(`${APP}/in`)}`,
    );
    assertEquals(page.url.origin, APP);
    assertEquals(await heard(), [
      "session.created",
      "organizationMembership.created",
      "organizationInvitation.accepted",
    ]);
    assertEquals(told, [[id, "user_2", "accepted", null]]);
    const members = await call(
      emulator,
      "GET",
      "/organizations/org_1/memberships?user_id=user_2",
    );
    assertEquals(members.body.data[0].role, "org:admin");
  });

  it("does nothing more for who is a member by now", async () => {
    const { emulator, browser } = await open();
    const { id, url } = await inviteTo(emulator, "old@example.com");
    await call(emulator, "POST", "/organizations/org_1/memberships", {
      user_id: "user_2",
      role: "org:admin",
    });
    await browser.visit(url);
    assertEquals(await statusOf(emulator, id, LIST), "accepted");
    const members = await call(
      emulator,
      "GET",
      "/organizations/org_1/memberships?user_id=user_2",
    );
    assertEquals(
      members.body.data.map(({ role }: { role: string }) => role),
      ["org:admin"],
    );
  });

  it("is refused when it was accepted or revoked, when it is over or full", async () => {
    const { emulator, browser } = await open();
    const used = await inviteTo(emulator, "old@example.com");
    await browser.visit(used.url);
    const taken = await inviteTo(emulator, "b@example.com");
    const path = `/organizations/org_1/invitations/${taken.id}/revoke`;
    await call(emulator, "POST", path);
    const late = await inviteTo(emulator, "c@example.com", {
      expires_in_days: 1,
    });
    const full = await inviteTo(emulator, "d@example.com");
    emulator.clock.advance("2d");
    await call(emulator, "PATCH", "/organizations/org_1", {
      max_allowed_memberships: 2,
    });
    for (
      const [{ url }, code] of [
        [used, "400 organization_invitation_already_accepted"],
        [taken, "400 organization_invitation_revoked_code"],
        [late, "400 ticket_expired_code"],
        [full, "403 organization_membership_quota_exceeded"],
      ] as const
    ) assertEquals(await refusal(emulator, url), code);
    await call(emulator, "PATCH", "/instance/organization_settings", {
      enabled: false,
    });
    assertEquals(
      await refusal(emulator, full.url),
      "403 organization_not_enabled_in_instance",
    );
    await call(emulator, "PATCH", "/instance/organization_settings", {
      enabled: true,
    });
    await call(emulator, "DELETE", "/organizations/org_1");
    assertEquals(await refusal(emulator, full.url), "400 ticket_invalid_code");
  });

  it("is refused on the form when the account came in between", async () => {
    const { emulator, browser } = await open();
    const { url } = await inviteTo(emulator, "a@example.com");
    const page = await browser.visit(url);
    await call(emulator, "POST", "/users", {
      email_address: ["a@example.com"],
    });
    const late = await browser.press(page, "Create account");
    assertMatch(
      late.text,
      /organization_invitation_identification_already_exists/,
    );
  });
});

describe("The page to sign up", () => {
  const withMode = (mode: string): Promise<Opened> =>
    open({ ...SEED, settings: { sign_up: { mode } } });

  it("lets in nobody without an invitation, when sign-ups are restricted", async () => {
    const { emulator, browser } = await withMode("restricted");
    const page = await browser.visit(`${FAPI}/sign-up`);
    assertEquals(page.status, 403);
    assertMatch(page.text, /sign_up_mode_restricted/);
    assertNotMatch((await browser.visit(`${FAPI}/sign-in`)).text, /sign-up/);
    const sent = await emulator.fetch(`${FAPI}/sign-up`, {
      method: "POST",
      body: new URLSearchParams({ email_address: "eve@example.com" }),
    });
    assertEquals(sent.status, 403);
    assertMatch(await sent.text(), /sign_up_mode_restricted/);
    assertEquals(await userOf(emulator, "eve@example.com"), undefined);
    const { url } = await invite(emulator, { email_address: "a@example.com" });
    await browser.press(await browser.visit(url), "Create account");
    assert(await userOf(emulator, "a@example.com"));
    // A backend can always make users.
    const body = { email_address: ["b@example.com"] };
    assertEquals((await call(emulator, "POST", "/users", body)).status, 200);
    const { body: told } = await call(emulator, "GET", "/environment");
    assertEquals(told.user_settings.sign_up.mode, "restricted");
  });

  it("sends to the waitlist, and from there to the account", async () => {
    const { emulator, browser, heard } = await withMode("waitlist");
    const page = await browser.visit(`${FAPI}/sign-up`);
    assertEquals(page.status, 403);
    assertMatch(page.text, /sign_up_restricted_waitlist/);
    assertMatch(page.text, /href="\/waitlist\?/);
    assertMatch((await browser.visit(`${FAPI}/sign-in`)).text, /\/waitlist\?/);
    const wait = await browser.visit(`${FAPI}/waitlist`);
    const wrong = await browser.press(wait, "Join the waitlist", {
      email_address: "nobody",
    });
    assertEquals(wrong.status, 422);
    assertMatch(wrong.text, /must be a valid email address/);
    const joined = await browser.press(wrong, "Join the waitlist", {
      email_address: "Eve@example.com",
    });
    assertMatch(joined.text, /You are on the waitlist/);
    const [entry] =
      (await call(emulator, "GET", "/waitlist_entries")).body.data;
    assertEquals(
      [entry.email_address, entry.status],
      ["eve@example.com", "pending"],
    );
    await call(emulator, "POST", `/waitlist_entries/${entry.id}/invite`, {});
    await heard();
    const { url = "" } = emulator.outbox.at(-1) ?? {};
    await browser.press(await browser.visit(url), "Create account");
    assertEquals(
      await statusOf(emulator, entry.id, "/waitlist_entries"),
      "completed",
    );
    assertEquals(await heard(), [
      "user.created",
      "waitlistEntry.updated",
      "session.created",
    ]);
  });

  it("keeps out by the lists, and so does the page to sign in", async () => {
    const { emulator, browser } = await open();
    await emulator.seed({ blocklist: ["*@example.com"] });
    await call(emulator, "PATCH", "/instance/restrictions", {
      blocklist: true,
    });
    const page = await browser.visit(`${FAPI}/sign-up`);
    const refused = await browser.press(page, "Create account", {
      email_address: "eve@example.com",
    });
    assertEquals(refused.status, 403);
    assertMatch(refused.text, /eve@example.com is not allowed/);
    assertMatch(
      (await browser.visit(`${FAPI}/sign-in`)).text,
      /disabled>[\s\S]*not allowed/,
    );
    const ticket = async () =>
      `${FAPI}/v1/tickets/accept?ticket=${await emulator.tokens.ticket(
        "user_1",
      )}`;
    assertEquals(
      await refusal(emulator, await ticket()),
      "403 not_allowed_access",
    );
    await call(emulator, "PATCH", "/instance/restrictions", {
      allowlist_blocklist_disabled_on_sign_in: true,
    });
    const let_in = await browser.visit(await ticket());
    assertEquals(let_in.url.pathname, "/user");
  });
});

describe("An entry of the waitlist", () => {
  it("is completed by a user who was there before, by the link", async () => {
    const { emulator, browser } = await open();
    await emulator.seed({ waitlist: ["old@example.com"] });
    const [{ id }] = (await call(emulator, "GET", "/waitlist_entries")).body
      .data;
    await call(emulator, "POST", `/waitlist_entries/${id}/invite`, {
      ignore_existing: true,
    });
    assertEquals(await statusOf(emulator, id, "/waitlist_entries"), "invited");
    await browser.visit(emulator.outbox.at(-1)?.url ?? "");
    assertEquals(
      await statusOf(emulator, id, "/waitlist_entries"),
      "completed",
    );
  });

  it("is completed by a user however made, when it was invited", async () => {
    const { emulator } = await open();
    await emulator.seed({ waitlist: ["a@example.com", "b@example.com"] });
    const { data } = (await call(emulator, "GET", "/waitlist_entries")).body;
    for (const { id, email_address: email } of data) {
      if (email === "a@example.com") {
        await call(emulator, "POST", `/waitlist_entries/${id}/invite`, {});
      }
      await call(emulator, "POST", "/users", { email_address: [email] });
    }
    const after = (await call(emulator, "GET", "/waitlist_entries")).body.data;
    assertEquals(
      after.map((each: Record<string, unknown>) => [
        each.email_address,
        each.status,
      ]).sort(),
      [["a@example.com", "completed"], ["b@example.com", "pending"]],
    );
  });
});
