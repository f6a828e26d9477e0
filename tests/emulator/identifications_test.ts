import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { Emulator, Seed } from "../../emulator.ts";
import { type ClerkClient, unwrap } from "../../mod.ts";
import { call, conform, refused } from "./harness.ts";
import { assertCodes, codeOf, judge } from "./judged_client.ts";

const SEED: Seed = {
  users: [{
    id: "user_ada",
    emailAddress: ["ada@example.com"],
    phoneNumber: ["+15555550100"],
  }, { id: "user_bob", username: "bob_1" }],
};

const T0 = Date.UTC(2026, 0, 1);

async function setUp() {
  const judged = await judge({ seed: SEED });
  judged.emulator.clock.freeze(T0);
  return judged;
}

const read = async (clerk: ClerkClient, id: string) =>
  unwrap(await clerk.users.getUser(id));

describe("the emulator's e-mail addresses", () => {
  it("are added unverified, and known to the user", async () => {
    const { clerk, heard } = await setUp();
    const made = unwrap(
      await clerk.emailAddresses.createEmailAddress({
        userId: "user_ada",
        emailAddress: "Ada@work.example",
      }),
    );
    assertEquals(
      [made.emailAddress, made.verification?.status],
      ["ada@work.example", "unverified"],
    );
    assertEquals(await heard(), ["user.updated"]);
    assertEquals(
      unwrap(await clerk.emailAddresses.getEmailAddress(made.id ?? "")),
      made,
    );
    const user = await read(clerk, "user_ada");
    assertEquals(user.emailAddresses[1], made);
    assertEquals(user.primaryEmailAddressId, user.emailAddresses[0]?.id);
    const list = await clerk.users.getUserList({
      emailAddress: ["ada@WORK.example"],
    });
    assertEquals(list.data?.map(({ id }) => id), ["user_ada"]);
  });

  it("come first when they are verified and it is wished, or are alone", async () => {
    const { clerk, heard } = await setUp();
    const create = (userId: string, emailAddress: string, rest: object) =>
      clerk.emailAddresses.createEmailAddress({
        userId,
        emailAddress,
        ...rest,
      });
    const first = unwrap(await create("user_bob", "b@x.example", {}));
    assertEquals((await read(clerk, "user_bob")).primaryEmailAddressId, null);
    const id = first.id ?? "";
    const update = (params: object) =>
      clerk.emailAddresses.updateEmailAddress(id, params);
    assertEquals(
      await codeOf(update({ primary: true })),
      "422 form_verification_needed primary",
    );
    await update({ verified: true, primary: true });
    assertEquals((await read(clerk, "user_bob")).primaryEmailAddressId, id);
    const second = unwrap(
      await create("user_bob", "c@x.example", { verified: true }),
    );
    assertEquals((await read(clerk, "user_bob")).primaryEmailAddressId, id);
    const third = unwrap(
      await create("user_bob", "d@x.example", {
        verified: true,
        primary: true,
      }),
    );
    assertEquals(
      (await read(clerk, "user_bob")).primaryEmailAddressId,
      third.id,
    );
    await clerk.emailAddresses.deleteEmailAddress(third.id ?? "");
    assertEquals((await read(clerk, "user_bob")).primaryEmailAddressId, id);
    await update({ verified: false });
    assertEquals((await read(clerk, "user_bob")).primaryEmailAddressId, null);
    assertEquals(second.verification?.strategy, "admin");
    await heard();
  });

  it("are refused with the code of each reason", async () => {
    const { clerk, heard } = await setUp();
    const create = (userId: string, emailAddress: string) =>
      clerk.emailAddresses.createEmailAddress({ userId, emailAddress });
    const ada = await read(clerk, "user_ada");
    const id = ada.emailAddresses[0]?.id ?? "";
    const phone = ada.phoneNumbers[0]?.id ?? "";
    await assertCodes([
      [create("user_x", "a@b.example"), "404 resource_not_found"],
      [
        create("user_bob", "ADA@example.com"),
        "422 form_identifier_exists email_address",
      ],
      [
        create("user_bob", "nobody"),
        "422 form_param_format_invalid email_address",
      ],
      [clerk.emailAddresses.getEmailAddress("idn_x"), "404 resource_not_found"],
      // An id of another kind is no e-mail address.
      [clerk.emailAddresses.getEmailAddress(phone), "404 resource_not_found"],
    ]);
    unwrap(await clerk.emailAddresses.deleteEmailAddress(id));
    assertEquals(
      await codeOf(clerk.emailAddresses.getEmailAddress(id)),
      "404 resource_not_found",
    );
    assertEquals(
      await codeOf(clerk.phoneNumbers.deletePhoneNumber(phone)),
      "400 identification_deletion_failed",
    );
    await heard();
  });
});

describe("the emulator's phone numbers", () => {
  it("are a second factor only when verified, and not the last there is", async () => {
    const { clerk, emulator, heard } = await setUp();
    await emulator.seed({
      users: [{ id: "user_eve", phoneNumber: ["+15555550109"] }],
    });
    const create = (verified: boolean) =>
      clerk.phoneNumbers.createPhoneNumber({
        userId: "user_eve",
        phoneNumber: "+15555550108",
        verified,
        reservedForSecondFactor: true,
      });
    const reserve = (id: string | null | undefined) =>
      clerk.phoneNumbers.updatePhoneNumber(id ?? "", {
        reservedForSecondFactor: true,
      });
    const first = (await read(clerk, "user_eve")).phoneNumbers[0];
    await assertCodes([
      [create(false), "400 identification_create_second_factor_unverified"],
      [reserve(first?.id), "400 identification_update_failed"],
    ]);
    const { id } = unwrap(await create(true));
    assertEquals((await read(clerk, "user_eve")).twoFactorEnabled, true);
    assertEquals(
      await codeOf(
        clerk.phoneNumbers.updatePhoneNumber(id ?? "", {
          verified: false,
          reservedForSecondFactor: true,
        }),
      ),
      "400 identification_update_second_factor_unverified",
    );
    unwrap(await clerk.users.disableUserMFA("user_eve"));
    const eve = await read(clerk, "user_eve");
    assertEquals(
      [eve.twoFactorEnabled, eve.phoneNumbers[1]?.reservedForSecondFactor],
      [false, false],
    );
    await heard();
  });

  it("are added, kept for a second factor, changed and deleted", async () => {
    const { clerk, heard } = await setUp();
    const made = unwrap(
      await clerk.phoneNumbers.createPhoneNumber({
        userId: "user_bob",
        phoneNumber: "+15555550101",
        verified: true,
        reservedForSecondFactor: true,
      }),
    );
    const id = made.id ?? "";
    assertEquals(made.reservedForSecondFactor, true);
    assertEquals((await read(clerk, "user_bob")).primaryPhoneNumberId, id);
    const changed = unwrap(
      await clerk.phoneNumbers.updatePhoneNumber(id, {
        reservedForSecondFactor: false,
      }),
    );
    assertEquals(
      [changed.reservedForSecondFactor, changed.verification?.status],
      [false, "verified"],
    );
    assertEquals(unwrap(await clerk.phoneNumbers.getPhoneNumber(id)), changed);
    const gone = unwrap(await clerk.phoneNumbers.deletePhoneNumber(id));
    assertEquals([gone.id, gone.deleted], [id, true]);
    assertEquals((await read(clerk, "user_bob")).phoneNumbers, []);
    assertEquals((await read(clerk, "user_bob")).primaryPhoneNumberId, null);
    await heard();
  });
});

describe("codes that the emulator asks for", () => {
  const post = async (emulator: Emulator, path: string, body?: object) => {
    const answer = await call(emulator, "POST", path, body);
    if (answer.status === 200) conform("VerificationAttempt", answer.body);
    return answer.body;
  };

  it("verify an address and a number when they are those of the outbox", async () => {
    const { emulator, clerk, heard } = await setUp();
    for (
      const [base, param, value, strategy, channel] of [
        ["email_addresses", "email_address", "b@x.example", "email_code", null],
        [
          "phone_numbers",
          "phone_number",
          "+15555550102",
          "phone_code",
          "sms",
        ],
      ] as const
    ) {
      const made = await call(emulator, "POST", `/${base}`, {
        user_id: "user_bob",
        [param]: value,
      });
      await heard();
      const path = `/${base}/${made.body.id}`;
      const attempt = await post(emulator, `${path}/prepare_verification`);
      assertEquals(attempt, {
        object: "verification",
        id: attempt.id,
        status: "unverified",
        strategy,
        attempts: 0,
        expire_at: T0 + 600_000,
        channel,
      });
      const { code, to } = emulator.outbox.at(-1) ?? {};
      assertEquals(to, value);
      assertEquals(/^\d{6}$/.test(code ?? ""), true);
      const send = { verification_id: attempt.id, code: "999999" };
      const at = `${path}/attempt_verification`;
      assertEquals(await refused(emulator, "POST", at, send), {
        status: 422,
        code: "form_code_incorrect",
        param: "code",
      });
      const event = channel === "sms" ? "sms.created" : "email.created";
      assertEquals(await heard(), [event]);
      const done = await post(emulator, at, { ...send, code });
      assertEquals([done.status, done.attempts], ["verified", 2]);
      assertEquals(await heard(), ["user.updated"]);
      const { verification } = (await call(emulator, "GET", path)).body;
      assertEquals(
        [verification.status, verification.strategy],
        ["verified", strategy],
      );
      assertEquals(
        (await refused(emulator, "POST", at, { ...send, code })).code,
        "verification_already_verified",
      );
    }
    const user = await read(clerk, "user_bob");
    assertEquals(user.primaryEmailAddressId, user.emailAddresses[0]?.id);
    assertEquals(user.primaryPhoneNumberId, user.phoneNumbers[0]?.id);
  });

  it("are over after ten minutes, and good for one address only", async () => {
    const { emulator, heard } = await setUp();
    const ids: string[] = [];
    for (const email_address of ["b@x.example", "c@x.example"]) {
      const { body } = await call(emulator, "POST", "/email_addresses", {
        user_id: "user_bob",
        email_address,
      });
      ids.push(body.id);
    }
    const [one, other] = ids.map((id) => `/email_addresses/${id}`);
    const { id } = await post(emulator, `${one}/prepare_verification`);
    const send = { verification_id: id, code: emulator.outbox[0]?.code };
    const attempt = async (path = "", change = {}) =>
      (await refused(emulator, "POST", `${path}/attempt_verification`, {
        ...send,
        ...change,
      })).code;
    assertEquals(await attempt(other), "resource_not_found");
    emulator.clock.advance("10m");
    assertEquals(await attempt(one), "verification_expired");
    emulator.clock.freeze(T0);
    const codes = [];
    for (let i = 0; i < 4; i++) codes.push(await attempt(one, { code: "x" }));
    assertEquals(codes, [
      ...Array(3).fill("form_code_incorrect"),
      "verification_failed",
    ]);
    await call(emulator, "DELETE", one ?? "");
    assertEquals(await attempt(one), "resource_not_found");
    assertEquals(emulator.snapshot().tables.verifications, []);
    assertEquals((await heard()).length, 4);
  });
});
