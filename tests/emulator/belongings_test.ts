import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator } from "../../emulator.ts";
import { call, conform, refused, withAda } from "./harness.ts";

const USER = "/users/user_1";
const GONE = { status: 404, code: "resource_not_found", param: undefined };

describe("the emulator's bans and locks", () => {
  it("bans and lets in again", async () => {
    const emulator = await withAda();
    const banned = (await call(emulator, "POST", `${USER}/ban`)).body;
    conform("User", banned);
    assertEquals(banned.banned, true);
    const free = (await call(emulator, "POST", `${USER}/unban`)).body;
    assertEquals(free.banned, false);
  });

  it("does so in bulk, for all or for none", async () => {
    const emulator = await createEmulator({
      seed: { users: [{ id: "a" }, { id: "b" }, { id: "c" }] },
    });
    const count = async () =>
      (await call(emulator, "GET", "/users/count?banned=true")).body
        .total_count;
    const { body } = await call(emulator, "POST", "/users/ban", {
      user_ids: ["a", "b", "a"],
    });
    conform("User[]", body);
    assertEquals(body.map((user: { id: string }) => user.id), ["a", "b"]);
    assertEquals(await count(), 2);
    assertEquals(
      await refused(emulator, "POST", "/users/unban", {
        user_ids: ["a", "nobody"],
      }),
      GONE,
    );
    assertEquals(await count(), 2);
    await call(emulator, "POST", "/users/unban", { user_ids: ["a", "b"] });
    assertEquals(await count(), 0);
    const many = Array.from({ length: 51 }, (_, i) => `user_${i}`);
    assertEquals(
      await refused(emulator, "POST", "/users/ban", { user_ids: many }),
      { status: 400, code: "bulk_size_exceeded", param: undefined },
    );
    assertEquals(
      await refused(emulator, "POST", "/users/ban", { user_ids: [] }),
      { status: 422, code: "form_param_value_invalid", param: "user_ids" },
    );
  });

  it("locks for an hour of its clock", async () => {
    const emulator = await withAda();
    emulator.clock.freeze();
    const locked = (await call(emulator, "POST", `${USER}/lock`)).body;
    conform("User", locked);
    assertEquals(
      [
        locked.locked,
        locked.lockout_expires_in_seconds,
        locked.verification_attempts_remaining,
      ],
      [true, 3_600, 0],
    );
    emulator.clock.advance("59m");
    const still = (await call(emulator, "GET", USER)).body;
    assertEquals(still.lockout_expires_in_seconds, 60);
    emulator.clock.advance("1m");
    const free = (await call(emulator, "GET", USER)).body;
    assertEquals([free.locked, free.lockout_expires_in_seconds], [false, null]);
    await call(emulator, "POST", `${USER}/lock`);
    const unlocked = (await call(emulator, "POST", `${USER}/unlock`)).body;
    assertEquals(unlocked.locked, false);
  });
});

describe("the emulator's identifiers", () => {
  it("puts one address in place of all", async () => {
    const emulator = await withAda({}, {
      emailAddress: ["a@example.com", "b@example.com"],
    });
    const { status, body } = await call(
      emulator,
      "PUT",
      `${USER}/email_address`,
      { email_address: "B@example.com" },
    );
    assertEquals(status, 200);
    conform("EmailAddress", body);
    const user = (await call(emulator, "GET", USER)).body;
    assertEquals(user.email_addresses, [body]);
    assertEquals(user.primary_email_address_id, body.id);
    const found = await call(
      emulator,
      "GET",
      "/users?email_address=a@example.com",
    );
    assertEquals(found.body, []);
    const next = await call(emulator, "POST", "/users", {
      email_address: ["a@example.com"],
    });
    assertEquals(next.status, 200);
  });

  it("puts one number in place of all, verified or not", async () => {
    const emulator = await withAda();
    for (
      const [status, verification] of [
        ["verified", "verified"],
        ["unverified", "unverified"],
        ["reserved", undefined],
      ]
    ) {
      const { body } = await call(emulator, "PUT", `${USER}/phone_number`, {
        phone_number: "+15555550100",
        identification_status: status,
      });
      conform("PhoneNumber", body);
      assertEquals(body.verification?.status, verification);
      const user = (await call(emulator, "GET", USER)).body;
      assertEquals(
        user.primary_phone_number_id,
        status === "verified" ? body.id : null,
      );
    }
  });

  it("refuses what is malformed or another's", async () => {
    const emulator = await withAda();
    await emulator.seed({
      users: [{ id: "user_2", emailAddress: ["b@example.com"] }],
    });
    const path = `${USER}/email_address`;
    const put = (body: object) => refused(emulator, "PUT", path, body);
    const param = "email_address";
    assertEquals(await put({ [param]: "b@example.com" }), {
      status: 422,
      code: "form_identifier_exists",
      param,
    });
    assertEquals(
      (await put({ [param]: "b" })).code,
      "form_param_format_invalid",
    );
    assertEquals((await put({})).code, "form_param_missing");
    const kept = (await call(emulator, "GET", USER)).body;
    assertEquals(kept.email_addresses[0].email_address, "ada@example.com");
  });

  it("deletes wallets, passkeys and accounts elsewhere, once", async () => {
    const emulator = await withAda({}, {
      web3Wallet: [`0x${"a".repeat(40)}`, `0x${"b".repeat(40)}`],
      passkeys: [{ id: "idn_pass", name: "Phone" }],
      externalAccounts: [{
        id: "eac_1",
        provider: "oauth_google",
        providerUserId: "g1",
        emailAddress: "ada@gmail.example",
        token: "ya29",
      }],
    });
    const user = (await call(emulator, "GET", USER)).body;
    conform("User", user);
    const [first, second] = user.web3_wallets;
    for (
      const [rest, object] of [
        [`web3_wallets/${first.id}`, "web3_wallet"],
        ["passkeys/idn_pass", "passkey"],
        ["external_accounts/eac_1", "external_account"],
      ]
    ) {
      const path = `${USER}/${rest}`;
      const { body } = await call(emulator, "DELETE", path);
      conform("DeletedObject", body);
      assertEquals([body.object, body.deleted], [object, true]);
      assertEquals(await refused(emulator, "DELETE", path), GONE);
    }
    const left = (await call(emulator, "GET", USER)).body;
    assertEquals(left.web3_wallets, [second]);
    assertEquals(left.primary_web3_wallet_id, second.id);
    assertEquals([left.passkeys, left.external_accounts], [[], []]);
    const tokens = await call(
      emulator,
      "GET",
      `${USER}/oauth_access_tokens/oauth_google`,
    );
    assertEquals(tokens.body, []);
  });
});

describe("the emulator's lists of a user", () => {
  it("lists memberships with their organizations", async () => {
    const emulator = await createEmulator({
      seed: {
        users: [{ id: "user_1" }, { id: "user_2" }],
        organizations: [
          {
            id: "org_1",
            name: "Acme Ltd",
            members: [
              {
                userId: "user_1",
                role: "admin",
                permissions: ["org:invoices:read"],
              },
              { userId: "user_2" },
            ],
          },
          { name: "Other", slug: "o", members: [{ userId: "user_1" }] },
        ],
      },
    });
    const path = `${USER}/organization_memberships`;
    const { body } = await call(emulator, "GET", path);
    conform("GET /users/{user_id}/organization_memberships", body);
    assertEquals(body.total_count, 2);
    const [acme, other] = body.data;
    assertEquals(
      [acme.role, acme.role_name, acme.organization.slug],
      ["org:admin", "Admin", "acme-ltd"],
    );
    assertEquals(acme.permissions.at(-1), "org:invoices:read");
    assert(acme.permissions.includes("org:sys_memberships:manage"));
    assertEquals(acme.public_user_data.user_id, "user_1");
    assertEquals([other.role, other.organization.slug], ["org:member", "o"]);
    const page = (await call(emulator, "GET", `${path}?limit=1&offset=1`)).body;
    assertEquals(page, { data: [other], total_count: 2 });
    assertEquals(
      (await call(
        emulator,
        "GET",
        "/users/user_2/organization_memberships?offset=1",
      )).body.data,
      [],
    );
  });

  it("lists invitations by address and by how they stand", async () => {
    const emulator = await withAda();
    const now = emulator.clock.now();
    const emailAddress = "ADA@example.com";
    await emulator.seed({
      organizations: [{
        id: "org_1",
        name: "Acme",
        invitations: [
          { emailAddress, expiresAt: now + 1_000 },
          { emailAddress, status: "revoked", role: "admin" },
          { emailAddress: "other@example.com" },
        ],
      }],
    });
    const path = `${USER}/organization_invitations`;
    const { body } = await call(emulator, "GET", path);
    conform("GET /users/{user_id}/organization_invitations", body);
    assertEquals(body.total_count, 2);
    const pending = async (status: string) =>
      (await call(emulator, "GET", `${path}?status=${status}`)).body
        .total_count;
    assertEquals([await pending("pending"), await pending("expired")], [1, 0]);
    emulator.clock.advance(1_000);
    assertEquals([await pending("pending"), await pending("expired")], [0, 1]);
    assertEquals(
      (await refused(emulator, "GET", `${path}?status=lost`)).param,
      "status",
    );
  });

  it("lists OAuth tokens by provider, bare or in a page", async () => {
    const emulator = await withAda({}, {
      externalAccounts: [
        {
          provider: "oauth_google",
          providerUserId: "g1",
          emailAddress: "ada@gmail.example",
          token: "ya29",
          scopes: ["email"],
        },
        {
          provider: "oauth_x",
          providerUserId: "x1",
          emailAddress: "a@x.example",
        },
      ],
    });
    const path = `${USER}/oauth_access_tokens`;
    const { body } = await call(emulator, "GET", `${path}/google`);
    conform("GET /users/{user_id}/oauth_access_tokens/{provider}", body);
    assertEquals([body[0].token, body[0].scopes], ["ya29", ["email"]]);
    assertEquals(
      (await call(emulator, "GET", `${path}/oauth_google?paginated=true`)).body,
      { data: body, total_count: 1 },
    );
    assertEquals((await call(emulator, "GET", `${path}/oauth_x`)).body, []);
  });

  it("lists trusted devices and revokes one", async () => {
    const emulator = await withAda({}, {
      trustedDevices: [
        { id: "tdev_1", platform: "ios", appIdentifier: "com.example" },
      ],
    });
    const path = `${USER}/trusted_devices`;
    const { body } = await call(emulator, "GET", path);
    conform("GET /users/{user_id}/trusted_devices", body);
    assertEquals([body.total_count, body.data[0].status], [1, "active"]);
    const revoked = (await call(emulator, "DELETE", `${path}/tdev_1`)).body;
    conform("TrustedDevice", revoked);
    assertEquals(revoked.status, "revoked");
    assert(revoked.revoked_at >= revoked.created_at);
    assertEquals(await refused(emulator, "DELETE", `${path}/tdev_2`), GONE);
  });
});

describe("the emulator's billing", () => {
  it("has every user on a subscription without items", async () => {
    const emulator = await withAda();
    const { body } = await call(
      emulator,
      "GET",
      `${USER}/billing/subscription`,
    );
    conform("CommerceSubscription", body);
    assertEquals([body.status, body.subscription_items], ["active", []]);
  });

  it("adds and takes credit, each adjustment once", async () => {
    const emulator = await withAda();
    const path = `${USER}/billing/credits`;
    const balance = async () => {
      const { body } = await call(emulator, "GET", path);
      conform("CommerceCreditBalanceResponse", body);
      return body.balance?.amount;
    };
    const adjust = (idempotency_key: string, amount: number, action: string) =>
      call(emulator, "POST", path, { idempotency_key, amount, action });
    assertEquals(await balance(), undefined);
    const first = await adjust("a", 500, "increase");
    conform("CommerceCreditLedgerResponse", first.body);
    assertEquals(first.body.amount.amount_formatted, "5.00");
    assertEquals((await adjust("a", 500, "increase")).body, first.body);
    assertEquals(await balance(), 500);
    assertEquals((await adjust("a", 501, "increase")).status, 409);
    await adjust("b", 200, "decrease");
    assertEquals(await balance(), 300);
    assertEquals((await adjust("c", 301, "decrease")).status, 422);
    assertEquals((await adjust("d", 0, "increase")).status, 422);
    assertEquals((await adjust("d", 1, "double")).status, 422);
    assertEquals(await balance(), 300);
    assertEquals(
      await refused(emulator, "POST", path, {
        idempotency_key: "e",
        amount: 1,
        action: "increase",
        currency: "eur",
      }),
      { status: 422, code: "form_param_value_invalid", param: "currency" },
    );
    await call(emulator, "DELETE", USER);
    await emulator.seed({ users: [{ id: "user_1" }] });
    assertEquals(await balance(), undefined);
  });
});
