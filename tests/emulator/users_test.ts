import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator } from "../../emulator.ts";
import { call, conform, refused, withAda } from "./harness.ts";

const WALLET = `0x${"ab".repeat(20)}`;

describe("the emulator's users", () => {
  it("creates a user as the API describes one", async () => {
    const emulator = await createEmulator();
    const { status, body } = await call(emulator, "POST", "/users", {
      external_id: "crm-7",
      first_name: "Ada",
      last_name: "Lovelace",
      locale: "en-GB",
      timezone: "Europe/London",
      email_address: ["Ada@Example.com", "ada@work.example"],
      email_address_identification_status: ["verified", "reserved"],
      phone_number: ["+15555550100"],
      web3_wallet: [WALLET],
      username: "Ada_L",
      password: "correct horse",
      totp_secret: "JBSWY3DPEHPK3PXP",
      backup_codes: ["aaaa1111"],
      public_metadata: { plan: "pro", nested_key: { a_b: 1 } },
      private_metadata: { customer_id: "cus_1" },
      unsafe_metadata: {},
      delete_self_enabled: false,
      create_organization_enabled: false,
      create_organizations_limit: 3,
      legal_accepted_at: "2026-01-01T00:00:00Z",
      created_at: "2025-06-01T12:00:00+02:00",
      bypass_client_trust: true,
      skip_password_checks: null,
    });
    assertEquals(status, 200);
    conform("User", body);
    assert(/^user_\w{27}$/.test(body.id));
    assertEquals(body.external_id, "crm-7");
    assertEquals([body.locale, body.timezone], ["en-GB", "Europe/London"]);
    assertEquals(body.created_at, Date.parse("2025-06-01T10:00:00Z"));
    assertEquals(body.legal_accepted_at, Date.parse("2026-01-01T00:00:00Z"));
    // Clerk keeps addresses and names in lower case.
    assertEquals(body.email_addresses[0].email_address, "ada@example.com");
    assertEquals(body.username, "ada_l");
    assertEquals(body.primary_email_address_id, body.email_addresses[0].id);
    assertEquals(
      body.email_addresses.map((e: { reserved: boolean }) => e.reserved),
      [false, true],
    );
    assertEquals(body.primary_phone_number_id, body.phone_numbers[0].id);
    assertEquals(body.primary_web3_wallet_id, body.web3_wallets[0].id);
    assertEquals(body.password_enabled, true);
    assertEquals(body.totp_enabled, true);
    assertEquals(body.two_factor_enabled, true);
    assertEquals(body.backup_code_enabled, true);
    assert(body.mfa_enabled_at > 0);
    assertEquals(body.public_metadata, {
      plan: "pro",
      nested_key: { a_b: 1 },
    });
    assertEquals(body.private_metadata, { customer_id: "cus_1" });
    assertEquals(body.delete_self_enabled, false);
    assertEquals(body.create_organizations_limit, 3);
    const again = await call(emulator, "GET", `/users/${body.id}`);
    assertEquals(again.body, body);
  });

  it("keeps no password, secret or code in what it shows or saves", async () => {
    const emulator = await createEmulator();
    await call(emulator, "POST", "/users", {
      email_address: ["ada@example.com"],
      password: "correct horse",
      backup_codes: ["aaaa1111"],
    });
    const shown = JSON.stringify([emulator.snapshot(), emulator.requests]);
    assertEquals(shown.includes("correct horse"), false);
    assertEquals(shown.includes("aaaa1111"), false);
  });

  it("refuses an identifier that is taken, and names the parameter", async () => {
    const emulator = await withAda({}, {
      phoneNumber: ["+15555550100"],
      web3Wallet: [WALLET],
      username: "ada_l",
      externalId: "crm-7",
    });
    const taken: readonly [string, unknown][] = [
      ["email_address", ["ADA@example.com"]],
      ["phone_number", ["+15555550100"]],
      ["web3_wallet", [WALLET]],
      ["username", "Ada_L"],
      ["external_id", "crm-7"],
    ];
    for (const [param, value] of taken) {
      assertEquals(
        await refused(emulator, "POST", "/users", {
          [param]: value,
          skip_user_requirement: true,
        }),
        { status: 422, code: "form_identifier_exists", param },
      );
    }
    assertEquals((await call(emulator, "GET", "/users/count")).body, {
      object: "total_count",
      total_count: 1,
    });
  });

  it("refuses malformed members, each with its own code", async () => {
    const emulator = await createEmulator();
    const cases: readonly [object, string, string | undefined][] = [
      [
        { email_address: ["nobody"] },
        "form_param_format_invalid",
        "email_address",
      ],
      [
        { email_address: "a@b.example" },
        "form_param_type_invalid",
        "email_address",
      ],
      [{ email_address: null }, "form_param_nil", "email_address"],
      [
        { email_address: ["a@b.example", "A@b.example"] },
        "form_param_duplicate",
        "email_address",
      ],
      [{ phone_number: ["0123"] }, "form_param_format_invalid", "phone_number"],
      [{ web3_wallet: ["0x1"] }, "form_param_format_invalid", "web3_wallet"],
      [{ username: "abc" }, "form_username_invalid_length", "username"],
      [{ username: "ada l" }, "form_username_invalid_character", "username"],
      [{ username: "1815" }, "form_username_needs_non_number_char", "username"],
      [
        { username: "+15555550100" },
        "form_username_cannot_be_phone_number",
        "username",
      ],
      [
        { username: "ada_lovelace", password: "Ada_Lovelace" },
        "form_password_matches_identifier",
        "password",
      ],
      [
        {
          email_address: ["a@b.example", "b@b.example"],
          email_address_identification_status: ["reserved"],
        },
        "form_param_array_length_mismatch",
        "email_address_identification_status",
      ],
      [{ emial_address: [] }, "form_param_unknown", "emial_address"],
      [{ constructor: 1 }, "form_param_unknown", "constructor"],
      [{ first_name: 7 }, "form_param_type_invalid", "first_name"],
      [
        { first_name: "a".repeat(257) },
        "form_param_max_length_exceeded",
        "first_name",
      ],
      [{ public_metadata: [] }, "form_param_value_invalid", "public_metadata"],
      [
        { unsafe_metadata: { a: "é".repeat(4_093) } },
        "form_param_exceeds_allowed_size",
        "unsafe_metadata",
      ],
      [{ banned: "yes" }, "form_param_type_invalid", "banned"],
      [
        { create_organizations_limit: 1.5 },
        "form_param_type_invalid",
        "create_organizations_limit",
      ],
      [{ password: "short" }, "form_password_length_too_short", "password"],
      [
        { password: "a".repeat(73), skip_password_checks: true },
        "form_password_length_too_long",
        "password",
      ],
      [
        { password: "é".repeat(37) },
        "form_password_size_in_bytes_exceeded",
        "password",
      ],
      [
        { password_digest: "5f4dcc3b5aa765d61d8327deb882cf99" },
        "form_conditional_param_missing",
        "password_hasher",
      ],
      [
        { password_digest: "x", password_hasher: "md4" },
        "form_param_value_invalid",
        "password_hasher",
      ],
      [
        { password_digest: "$2a$10$cut", password_hasher: "bcrypt" },
        "form_password_digest_invalid_code",
        "password_digest",
      ],
      [{ totp_secret: "0189" }, "invalid_totp_secret_code", undefined],
      [{ created_at: "yesterday" }, "form_param_invalid_time", "created_at"],
      [
        {
          email_address: ["a@b.example"],
          email_address_identification_status: ["unverified"],
        },
        "form_param_value_invalid",
        "email_address_identification_status",
      ],
      [{}, "form_data_missing", undefined],
    ];
    for (const [body, code, param] of cases) {
      assertEquals(
        await refused(emulator, "POST", "/users", body),
        { status: 422, code, param },
        JSON.stringify(body),
      );
    }
    assertEquals((await call(emulator, "GET", "/users")).body, []);
  });

  it("tells of all wrong members at once", async () => {
    const emulator = await createEmulator();
    const { body } = await call(emulator, "POST", "/users", {
      first_name: 1,
      nope: 1,
    });
    assertEquals(
      body.errors.map((error: { code: string }) => error.code),
      ["form_param_type_invalid", "form_param_unknown"],
    );
  });

  it("creates a user with nothing when told that this is meant", async () => {
    const emulator = await createEmulator();
    const { status, body } = await call(emulator, "POST", "/users", {
      skip_user_requirement: true,
      password: "short",
      skip_password_checks: true,
      banned: true,
      locked: true,
    });
    assertEquals(status, 200);
    assertEquals([body.banned, body.locked, body.password_enabled], [
      true,
      true,
      true,
    ]);
  });

  it("updates what is named and leaves the rest", async () => {
    const emulator = await withAda({}, { firstName: "Ada", lastName: "L" });
    emulator.clock.freeze();
    const before = (await call(emulator, "GET", "/users/user_1")).body;
    emulator.clock.advance("1m");
    const { status, body } = await call(emulator, "PATCH", "/users/user_1", {
      first_name: null,
      username: "ada_l",
      password: "correct horse",
      totp_secret: "JBSWY3DPEHPK3PXP",
    });
    assertEquals(status, 200);
    conform("User", body);
    assertEquals(body.first_name, null);
    assertEquals(body.last_name, "L");
    assertEquals(body.username, "ada_l");
    assertEquals(body.created_at, before.created_at);
    assert(body.updated_at >= before.updated_at + 60_000);
    assertEquals(body.password_last_updated_at, body.updated_at);
    assertEquals(body.mfa_enabled_at, body.updated_at);
    const same = await call(emulator, "PATCH", "/users/user_1", {
      username: "ADA_L",
    });
    assertEquals(same.status, 200);
  });

  it("lets an identification be primary only when it is the user's and verified", async () => {
    const emulator = await createEmulator();
    const { body: user } = await call(emulator, "POST", "/users", {
      email_address: ["a@example.com", "b@example.com", "c@example.com"],
      email_address_identification_status: ["verified", "verified", "reserved"],
    });
    const [, second, reserved] = user.email_addresses;
    const { body } = await call(emulator, "PATCH", `/users/${user.id}`, {
      primary_email_address_id: second.id,
    });
    assertEquals(body.primary_email_address_id, second.id);
    const param = "primary_email_address_id";
    assertEquals(
      await refused(emulator, "PATCH", `/users/${user.id}`, {
        [param]: "idn_x",
      }),
      { status: 422, code: "form_resource_not_found", param },
    );
    assertEquals(
      await refused(emulator, "PATCH", `/users/${user.id}`, {
        [param]: reserved.id,
      }),
      { status: 422, code: "form_verification_needed", param },
    );
  });

  it("takes metadata in an update of earlier versions of the API alone", async () => {
    const emulator = await withAda({}, { publicMetadata: { a: 1 } });
    const update = async (path: string, version?: string) => {
      const answer = await emulator.fetch(`${emulator.apiUrl}/v1${path}`, {
        method: "PATCH",
        headers: {
          authorization: `Bearer ${emulator.secretKey}`,
          ...(version && { "clerk-api-version": version }),
        },
        body: JSON.stringify({ public_metadata: { b: version ?? 2 } }),
      });
      const { public_metadata, errors } = await answer.json();
      return public_metadata ?? [answer.status, errors[0].code];
    };
    const { id } = (await call(emulator, "POST", "/organizations", {
      name: "Acme",
    })).body;
    for (const path of ["/users/user_1", `/organizations/${id}`]) {
      assertEquals(await update(path), { b: 2 });
      assertEquals(await update(path, "2025-11-10"), { b: "2025-11-10" });
      assertEquals(await update(path, "2026-05-12"), [
        422,
        "form_param_deprecated",
      ]);
    }
  });

  it("merges metadata at every depth, and removes by null", async () => {
    const emulator = await withAda({}, {
      publicMetadata: { a: { b: 1, c: { d: 2 } }, list: [1, 2], gone: 1 },
      privateMetadata: { kept: true },
    });
    const { status, body } = await call(
      emulator,
      "PATCH",
      "/users/user_1/metadata",
      {
        public_metadata: {
          a: { c: { e: 3, f: null } },
          list: [3],
          gone: null,
          new_key: { x: null, y: 0 },
        },
      },
    );
    assertEquals(status, 200);
    conform("User", body);
    assertEquals(body.public_metadata, {
      a: { b: 1, c: { d: 2, e: 3 } },
      list: [3],
      new_key: { y: 0 },
    });
    assertEquals(body.private_metadata, { kept: true });
  });

  it("keeps 8 KB of each kind of metadata at most, when merged too", async () => {
    const emulator = await withAda();
    const path = "/users/user_1/metadata";
    const half = "x".repeat(4_080);
    const write = (method: string, name: string) =>
      call(emulator, method, path, { public_metadata: { [name]: half } });
    assertEquals((await write("PATCH", "a")).status, 200);
    assertEquals((await write("PATCH", "b")).status, 200);
    assertEquals(
      await refused(emulator, "PATCH", path, { public_metadata: { c: half } }),
      {
        status: 422,
        code: "form_param_exceeds_allowed_size",
        param: "public_metadata",
      },
    );
    assertEquals((await write("PUT", "c")).status, 200);
    const { body } = await call(emulator, "GET", "/users/user_1");
    assertEquals(body.public_metadata, { c: half });
  });

  it("keeps a metadata member named __proto__ as any other", async () => {
    const emulator = await withAda();
    const response = await emulator.fetch(
      `${emulator.apiUrl}/v1/users/user_1/metadata`,
      {
        method: "PATCH",
        headers: { authorization: `Bearer ${emulator.secretKey}` },
        body: '{"public_metadata":{"__proto__":{"admin":true}}}',
      },
    );
    const text = await response.text();
    assert(text.includes('"public_metadata":{"__proto__":{"admin":true}}'));
    assertEquals(Reflect.get({}, "admin"), undefined);
  });

  it("replaces the metadata that is named, whole", async () => {
    const emulator = await withAda({}, {
      publicMetadata: { a: 1 },
      unsafeMetadata: { u: 1 },
    });
    const { body } = await call(emulator, "PUT", "/users/user_1/metadata", {
      public_metadata: { b: { c: null } },
    });
    assertEquals(body.public_metadata, { b: { c: null } });
    assertEquals(body.unsafe_metadata, { u: 1 });
  });

  it("deletes a user, and what hangs on the user", async () => {
    const emulator = await createEmulator({
      seed: {
        users: [{
          id: "user_1",
          emailAddress: ["ada@example.com"],
          externalId: "x",
        }],
        organizations: [{
          id: "org_1",
          name: "Acme",
          members: [{ userId: "user_1" }],
        }],
      },
    });
    const { status, body } = await call(emulator, "DELETE", "/users/user_1");
    assertEquals(status, 200);
    conform("DeletedObject", body);
    assertEquals(body, {
      object: "user",
      id: "user_1",
      deleted: true,
      external_id: "x",
    });
    assertEquals(await refused(emulator, "DELETE", "/users/user_1"), {
      status: 404,
      code: "resource_not_found",
      param: undefined,
    });
    assertEquals(emulator.snapshot().tables.memberships, []);
    const again = await call(emulator, "POST", "/users", {
      email_address: ["ada@example.com"],
      external_id: "x",
    });
    assertEquals(again.status, 200);
  });

  it("takes an image and lets it go", async () => {
    const emulator = await withAda();
    const form = new FormData();
    form.append("file", new Blob(["png"], { type: "image/png" }), "a.png");
    const send = (body: FormData | undefined) =>
      emulator.fetch(`${emulator.apiUrl}/v1/users/user_1/profile_image`, {
        method: "POST",
        headers: { authorization: `Bearer ${emulator.secretKey}` },
        ...(body && { body }),
      });
    const user = await (await send(form)).json();
    conform("User", user);
    assertEquals(user.has_image, true);
    assert(user.image_url.startsWith(emulator.origin));
    const empty = await send(new FormData());
    assertEquals(empty.status, 400);
    assertEquals((await empty.json()).errors[0].code, "form_param_missing");
    assertEquals((await send(undefined)).status, 400);
    const large = new FormData();
    large.append(
      "file",
      new Blob([new Uint8Array(10_000_001)], { type: "image/png" }),
    );
    assertEquals((await send(large)).status, 413);
    const other = new FormData();
    other.append("file", new Blob(["text"], { type: "text/plain" }));
    assertEquals((await send(other)).status, 400);
    const path = "/users/user_1/profile_image";
    assertEquals((await call(emulator, "DELETE", path)).body.has_image, false);
    assertEquals((await refused(emulator, "DELETE", path)).status, 404);
  });

  it("says 404 for every operation on a user who is not there", async () => {
    const emulator = await createEmulator();
    const operations: readonly [string, string, unknown?][] = [
      ["GET", ""],
      ["PATCH", "", {}],
      ["DELETE", ""],
      ["PATCH", "/metadata", {}],
      ["PUT", "/metadata", {}],
      ["POST", "/profile_image"],
      ["DELETE", "/profile_image"],
      ["POST", "/ban"],
      ["POST", "/unban"],
      ["POST", "/lock"],
      ["POST", "/unlock"],
      ["POST", "/verify_password", { password: "x" }],
      ["POST", "/remove_password", {}],
      ["POST", "/password/set_compromised", {}],
      ["POST", "/password/unset_compromised"],
      ["POST", "/verify_totp", { code: "123456" }],
      ["DELETE", "/totp"],
      ["DELETE", "/backup_code"],
      ["DELETE", "/mfa"],
      ["PUT", "/email_address", { email_address: "a@example.com" }],
      ["PUT", "/phone_number", { phone_number: "+15555550100" }],
      ["DELETE", "/web3_wallets/idn_1"],
      ["DELETE", "/passkeys/idn_1"],
      ["DELETE", "/external_accounts/eac_1"],
      ["GET", "/organization_memberships"],
      ["GET", "/organization_invitations"],
      ["GET", "/oauth_access_tokens/google"],
      ["GET", "/trusted_devices"],
      ["DELETE", "/trusted_devices/tdev_1"],
      ["GET", "/billing/subscription"],
      ["GET", "/billing/credits"],
      [
        "POST",
        "/billing/credits",
        { amount: 1, action: "increase", idempotency_key: "k" },
      ],
    ];
    assertEquals(operations.length, 32);
    for (const [method, rest, body] of operations) {
      assertEquals(
        await refused(emulator, method, `/users/user_x${rest}`, body),
        { status: 404, code: "resource_not_found", param: undefined },
        `${method} ${rest}`,
      );
    }
  });
});
