import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { computeTotp, decodeBase32 } from "../../src/emulator/state/digest.ts";
import { call, conform, refused, withAda } from "./harness.ts";

const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const USER = "/users/user_1";

describe("the emulator's passwords", () => {
  it("verifies the right one and refuses another", async () => {
    const emulator = await withAda({}, { password: "correct horse" });
    const path = `${USER}/verify_password`;
    const { body } = await call(emulator, "POST", path, {
      password: "correct horse",
    });
    conform("VerifiedPassword", body);
    assertEquals(body, { verified: true });
    assertEquals(
      await refused(emulator, "POST", path, { password: "wrong horse" }),
      { status: 422, code: "incorrect_password", param: undefined },
    );
    assertEquals(await refused(emulator, "POST", path, {}), {
      status: 422,
      code: "form_param_missing",
      param: "password",
    });
  });

  it("follows a change and a removal", async () => {
    const emulator = await withAda({}, { password: "correct horse" });
    await call(emulator, "PATCH", USER, { password: "battery staple" });
    const path = `${USER}/verify_password`;
    assertEquals(
      (await call(emulator, "POST", path, { password: "battery staple" }))
        .status,
      200,
    );
    assertEquals(
      (await refused(emulator, "POST", path, { password: "correct horse" }))
        .code,
      "incorrect_password",
    );
    const { body } = await call(emulator, "POST", `${USER}/remove_password`, {
      sign_out_of_other_sessions: true,
    });
    conform("User", body);
    assertEquals(body.password_enabled, false);
    const none = { status: 400, code: "no_password_set", param: undefined };
    for (
      const [rest, sent] of [
        ["verify_password", { password: "x" }],
        ["remove_password", undefined],
        ["password/set_compromised", { revoke_all_sessions: null }],
        ["password/unset_compromised", undefined],
      ] as const
    ) {
      assertEquals(
        await refused(emulator, "POST", `${USER}/${rest}`, sent),
        none,
      );
    }
  });

  it("marks a password as known to others, and takes that back", async () => {
    const emulator = await withAda({}, { password: "correct horse" });
    for (const rest of ["set_compromised", "unset_compromised"]) {
      const { status, body } = await call(
        emulator,
        "POST",
        `${USER}/password/${rest}`,
      );
      assertEquals(status, 200);
      conform("User", body);
    }
  });

  it("says so when it cannot verify an imported digest", async () => {
    const emulator = await withAda();
    const { body } = await call(emulator, "PATCH", USER, {
      password_digest: `$2a$10$${"a".repeat(53)}`,
      password_hasher: "bcrypt",
    });
    assertEquals(body.password_enabled, true);
    assertEquals(
      (await refused(emulator, "POST", `${USER}/verify_password`, {
        password: "x",
      })).status,
      501,
    );
  });
});

describe("the emulator's second factors", () => {
  it("knows the codes of RFC 6238", async () => {
    for (
      const [seconds, code] of [
        [59, "287082"],
        [1111111109, "081804"],
        [2000000000, "279037"],
        [20000000000, "353130"],
      ] as const
    ) {
      assertEquals(await computeTotp(SECRET, seconds * 1_000), code);
    }
    assertEquals(decodeBase32("MZXW6==="), new TextEncoder().encode("foo"));
    assertEquals(decodeBase32("M1"), undefined);
    assertEquals(decodeBase32(""), undefined);
  });

  it("verifies a code for as long as it counts", async () => {
    const emulator = await withAda({}, { totpSecret: SECRET });
    emulator.clock.freeze(1_111_111_109_000);
    const path = `${USER}/verify_totp`;
    const verify = async (code: string) =>
      (await call(emulator, "POST", path, { code })).body;
    const good = { verified: true, code_type: "totp" };
    assertEquals(await verify("081804"), good);
    conform("VerifiedTOTP", await verify("081804"));
    emulator.clock.advance("30s");
    assertEquals(await verify("081804"), good);
    emulator.clock.advance("31s");
    assertEquals(await refused(emulator, "POST", path, { code: "081804" }), {
      status: 422,
      code: "totp_incorrect_code",
      param: undefined,
    });
    assertEquals(
      (await refused(emulator, "POST", path, { code: "12345" })).code,
      "totp_invalid_length",
    );
  });

  it("takes each backup code once", async () => {
    const emulator = await withAda({}, {
      totpSecret: SECRET,
      backupCodes: ["aaaa1111", "bbbb2222"],
    });
    const path = `${USER}/verify_totp`;
    const { body } = await call(emulator, "POST", path, { code: "bbbb2222" });
    assertEquals(body, { verified: true, code_type: "backup_code" });
    assertEquals(
      (await refused(emulator, "POST", path, { code: "bbbb2222" })).code,
      "totp_incorrect_code",
    );
    const both = await Promise.all([
      call(emulator, "POST", path, { code: "aaaa1111" }),
      call(emulator, "POST", path, { code: "aaaa1111" }),
    ]);
    assertEquals(both.map(({ status }) => status).sort(), [200, 422]);
    const user = (await call(emulator, "GET", USER)).body;
    assertEquals(user.backup_code_enabled, false);
  });

  it("removes them, and says 404 when there is nothing to remove", async () => {
    const emulator = await withAda({}, {
      totpSecret: SECRET,
      backupCodes: ["aaaa1111"],
    });
    emulator.clock.advance("1m");
    for (const rest of ["backup_code", "totp"]) {
      const { body } = await call(emulator, "DELETE", `${USER}/${rest}`);
      conform("UserId", body);
      assertEquals(body, { user_id: "user_1" });
      assertEquals(await refused(emulator, "DELETE", `${USER}/${rest}`), {
        status: 404,
        code: "resource_not_found",
        param: undefined,
      });
    }
    const { body } = await call(emulator, "GET", USER);
    assertEquals([body.totp_enabled, body.two_factor_enabled], [false, false]);
    assertEquals(body.mfa_disabled_at > body.mfa_enabled_at, true);
    assertEquals(
      (await refused(emulator, "POST", `${USER}/verify_totp`, { code: "1" }))
        .code,
      "totp_disabled",
    );
  });

  it("removes them all at once", async () => {
    const emulator = await withAda({}, {
      totpSecret: SECRET,
      backupCodes: ["aaaa1111"],
    });
    const { body } = await call(emulator, "DELETE", `${USER}/mfa`);
    assertEquals(body, { user_id: "user_1" });
    const user = (await call(emulator, "GET", USER)).body;
    assertEquals([user.totp_enabled, user.backup_code_enabled], [false, false]);
  });
});
