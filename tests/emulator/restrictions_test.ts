import { assertEquals, assertRejects } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator, type Emulator, type Seed } from "../../emulator.ts";
import { call, conform, refused, withAda } from "./harness.ts";

/** The code that an e-mail address is refused with as a user; "" when it is not. */
async function tryEmail(emulator: Emulator, email: string): Promise<string> {
  const { status, body } = await call(emulator, "POST", "/users", {
    email_address: [email],
  });
  if (status === 200) return "";
  conform("ClerkErrors", body);
  return `${status} ${body.errors[0].code}`;
}

/** An emulator with restrictions, which were set by the API. */
async function withRules(
  rules: object,
  seed: Seed = {},
): Promise<Emulator> {
  const emulator = await createEmulator({ seed });
  const { status } = await call(
    emulator,
    "PATCH",
    "/instance/restrictions",
    rules,
  );
  assertEquals(status, 200);
  return emulator;
}

const NO = "403 not_allowed_access";
const TAKEN = "422 form_identifier_exists";

describe("the emulator's allowlist", () => {
  it("lets in nobody else, once it is on", async () => {
    const seed = { allowlist: ["Ada@x.example", "*@acme.example"] };
    const emulator = await createEmulator({ seed });
    assertEquals(await tryEmail(emulator, "bob@x.example"), "");
    await call(emulator, "PATCH", "/instance/restrictions", {
      allowlist: true,
    });
    for (
      const [email, code] of [
        ["ADA@x.example", ""],
        ["eve@ACME.example", ""],
        ["eve@sub.acme.example", NO],
        ["eve@x.example", NO],
        ["ada+1@x.example", NO],
      ] as const
    ) assertEquals(await tryEmail(emulator, email), code, email);
  });

  it("is the same as restricted_to_allowlist", async () => {
    const emulator = await createEmulator();
    const path = "/beta_features/instance_settings";
    const set = { restricted_to_allowlist: true };
    const { body } = await call(emulator, "PATCH", path, set);
    assertEquals(body.restricted_to_allowlist, true);
    const rules = await call(emulator, "PATCH", "/instance/restrictions", {});
    assertEquals(rules.body.allowlist, true);
    assertEquals(await tryEmail(emulator, "eve@x.example"), NO);
  });

  it("holds for numbers and wallets", async () => {
    const wallet = `0x${"aB".repeat(20)}`;
    const seed = { allowlist: ["+15555550100", wallet] };
    const emulator = await withRules({ allowlist: true }, seed);
    for (
      const [param, value, status] of [
        ["phone_number", "+15555550100", 200],
        ["phone_number", "+15555550101", 403],
        ["web3_wallet", wallet, 200],
        ["web3_wallet", `0x${"cD".repeat(20)}`, 403],
      ] as const
    ) {
      const body = { [param]: [value] };
      const answer = await call(emulator, "POST", "/users", body);
      assertEquals(answer.status, status, value);
    }
  });

  it("invites whom it lets in, and keeps nobody who cannot be invited", async () => {
    const emulator = await withRules({ allowlist: true }, {
      users: [{ emailAddress: ["old@x.example"] }],
    });
    const listed = await call(emulator, "POST", "/allowlist_identifiers", {
      identifier: "new@x.example",
      notify: true,
    });
    conform("AllowlistIdentifier", listed.body);
    assertEquals(emulator.outbox[0]?.to, "new@x.example");
    assertEquals(
      (await refused(emulator, "POST", "/allowlist_identifiers", {
        identifier: "old@x.example",
        notify: true,
      })).code,
      "form_identifier_exists",
    );
    const { body } = await call(emulator, "GET", "/allowlist_identifiers");
    assertEquals(body, [listed.body]);
  });
});

describe("the emulator's blocklist", () => {
  it("keeps out addresses, their subaddresses and domains, once it is on", async () => {
    const seed = {
      blocklist: ["bob@x.example", "*@*.bad.example", "*@ugly.example"],
    };
    const emulator = await withRules({ blocklist: true }, seed);
    for (
      const [email, code] of [
        ["BOB@x.example", NO],
        ["bob+1@x.example", NO],
        ["bob#1@x.example", NO],
        ["bob=1@x.example", NO],
        ["bobby@x.example", ""],
        ["a@one.bad.example", NO],
        ["a@one.two.bad.example", NO],
        ["a@bad.example", ""],
        ["a@ugly.example", NO],
      ] as const
    ) assertEquals(await tryEmail(emulator, email), code, email);
    await call(emulator, "PATCH", "/instance/restrictions", {
      blocklist: false,
    });
    assertEquals(await tryEmail(emulator, "bob@x.example"), "");
  });

  it("gives way to the allowlist where both name the same", async () => {
    const seed = {
      allowlist: ["ada@x.example", "*@y.example"],
      blocklist: ["ada@x.example", "bob@y.example"],
    };
    const emulator = await withRules(
      { allowlist: true, blocklist: true },
      seed,
    );
    for (
      const [email, code] of [
        ["ada@x.example", ""],
        ["bob@y.example", NO],
        ["eve@y.example", ""],
      ] as const
    ) assertEquals(await tryEmail(emulator, email), code, email);
  });

  it("holds for invitations, and for what is added to users", async () => {
    const emulator = await withRules({ blocklist: true }, {
      blocklist: ["*@bad.example", "+15555550100"],
      users: [{ id: "user_1", emailAddress: ["ada@x.example"] }],
      organizations: [{ id: "org_1", name: "Acme" }],
    });
    const email = { email_address: "bob@bad.example" };
    const phone = { phone_number: "+15555550100" };
    for (
      const [method, path, body] of [
        ["POST", "/invitations", email],
        ["POST", "/invitations/bulk", [email]],
        [
          "POST",
          "/organizations/org_1/invitations",
          { ...email, role: "org:member" },
        ],
        ["POST", "/email_addresses", { user_id: "user_1", ...email }],
        ["POST", "/phone_numbers", { user_id: "user_1", ...phone }],
        ["PUT", "/users/user_1/email_address", email],
        ["PUT", "/users/user_1/phone_number", phone],
      ] as const
    ) {
      assertEquals(
        await refused(emulator, method, path, body),
        { status: 403, code: "not_allowed_access", param: undefined },
        path,
      );
    }
    const { body: user } = await call(emulator, "GET", "/users/user_1");
    assertEquals(user.email_addresses.length, 1);
    assertEquals(emulator.outbox, []);
  });
});

describe("the emulator's rules for addresses", () => {
  it("keep subaddresses out, and Gmail's with other dots", async () => {
    const seed = {
      users: [{ emailAddress: ["old+1@x.example"] }, {
        id: "user_1",
        emailAddress: ["jsmith@gmail.com"],
      }],
    };
    const rules = { block_email_subaddresses: true };
    const emulator = await withRules(rules, seed);
    for (
      const [email, code] of [
        ["new+1@x.example", NO],
        ["new=1@x.example", NO],
        ["new#1@x.example", NO],
        ["new.1@x.example", ""],
        ["j.smith@gmail.com", NO],
        ["J.S.mith@googlemail.com", NO],
        ["j.smith@x.example", ""],
        ["j.smyth@gmail.com", ""],
      ] as const
    ) assertEquals(await tryEmail(emulator, email), code, email);
    // Ada's own mailbox may be written otherwise.
    const path = "/users/user_1/email_address";
    const own = { email_address: "j.smith@gmail.com" };
    assertEquals((await call(emulator, "PUT", path, own)).status, 200);
  });

  it("can take Gmail's with other dots for the same", async () => {
    const seed = { users: [{ emailAddress: ["j.smith@gmail.com"] }] };
    const emulator = await createEmulator({ seed });
    assertEquals(await tryEmail(emulator, "js.mith@gmail.com"), "");
    const rules = { ignore_dots_for_gmail_addresses: true };
    await call(emulator, "PATCH", "/instance/restrictions", rules);
    assertEquals(await tryEmail(emulator, "jsmi.th@gmail.com"), TAKEN);
    assertEquals(await tryEmail(emulator, "jsmi.th+1@gmail.com"), "");
  });

  it("keep out those that are soon thrown away", async () => {
    const emulator = await createEmulator();
    assertEquals(await tryEmail(emulator, "a@mailinator.com"), "");
    const rules = { block_disposable_email_domains: true };
    await call(emulator, "PATCH", "/instance/restrictions", rules);
    assertEquals(
      await refused(emulator, "POST", "/users", {
        email_address: ["b@Mailinator.com"],
      }),
      {
        status: 403,
        code: "form_email_address_blocked",
        param: "email_address",
      },
    );
    assertEquals(await tryEmail(emulator, "a@example.com"), "");
  });

  it("do not hold for a seed", async () => {
    const emulator = await createEmulator({
      seed: {
        settings: { restrictions: { allowlist: true } },
        users: [{ emailAddress: ["ada+1@x.example"] }],
      },
    });
    assertEquals(await tryEmail(emulator, "bob@x.example"), NO);
  });
});

describe("the emulator's number of users", () => {
  it("is limited when the settings say so, but for seeds", async () => {
    const emulator = await withAda();
    const limit = { settings: { sign_up: { user_limit: 2 } } };
    await emulator.seed(limit);
    assertEquals(await tryEmail(emulator, "b@x.example"), "");
    assertEquals(
      await tryEmail(emulator, "c@x.example"),
      "403 user_quota_exceeded",
    );
    await emulator.seed({ users: [{ emailAddress: ["c@x.example"] }] });
    await call(emulator, "DELETE", "/users/user_1");
    assertEquals(
      await tryEmail(emulator, "d@x.example"),
      "403 user_quota_exceeded",
    );
  });
});

describe("settings in a seed", () => {
  it("must be there, and have a value that can be", async () => {
    for (
      const [settings, why] of [
        [{ nothing: {} }, "no such section"],
        [{ restrictions: { allow: true } }, 'there is no "allow"'],
        [{ sign_up: { mode: "closed" } }, '"mode" must be one of'],
        [{ restrictions: { mode: "public" } }, '"mode" must be one of'],
      ] as const
    ) {
      await assertRejects(
        () => createEmulator({ seed: { settings } }),
        TypeError,
        why,
      );
    }
  });
});
