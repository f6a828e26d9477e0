import { assertEquals } from "@std/assert";
import { ADA, type Cases, GRACE, refusalOf } from "./served.ts";

/** Users. */
export const users: Cases = {
  async "creates a user, and reads it back"({ clerk }) {
    const made = await clerk.users.createUser({
      emailAddress: ["radia@example.com"],
      firstName: "Radia",
      lastName: "Perlman",
      username: "radia",
      externalId: "7",
      password: "spanning trees everywhere",
      publicMetadata: { plan: "pro" },
    });
    const read = await clerk.users.getUser(made.id);
    assertEquals(
      [read.fullName, read.username, read.externalId, read.passwordEnabled],
      ["Radia Perlman", "radia", "7", true],
    );
    assertEquals(read.primaryEmailAddressId, made.emailAddresses[0]?.id);
    assertEquals(read.emailAddresses[0]?.verification?.status, "verified");
    assertEquals(read.publicMetadata, { plan: "pro" });
  },

  async "lists and counts users, all or those of a filter"({ clerk }) {
    const idsOf = async (params: object) => {
      const { data, totalCount } = await clerk.users.getUserList(params);
      return [data.map(({ id }) => id), totalCount];
    };
    assertEquals(await idsOf({ orderBy: "+first_name" }), [[ADA, GRACE], 2]);
    assertEquals(await idsOf({ orderBy: "+first_name", limit: 1, offset: 1 }), [
      [GRACE],
      2,
    ]);
    assertEquals(await idsOf({ emailAddress: ["ada@example.com"] }), [
      [ADA],
      1,
    ]);
    assertEquals(await clerk.users.getCount(), 2);
    assertEquals(await clerk.users.getCount({ query: "grace" }), 1);
  },

  async "updates a user"({ clerk }) {
    const { lastName } = await clerk.users.updateUser(ADA, {
      lastName: "Lovelace",
    });
    const { fullName } = await clerk.users.getUser(ADA);
    assertEquals([lastName, fullName], ["Lovelace", "Ada Lovelace"]);
  },

  async "merges metadata, and replaces it"({ clerk }) {
    const { users } = clerk;
    await users.updateUserMetadata(ADA, {
      publicMetadata: { plan: "free", seats: 2 },
      privateMetadata: { customer: "cus_1" },
    });
    const merged = await users.updateUserMetadata(ADA, {
      publicMetadata: { plan: null },
    });
    assertEquals(
      [merged.publicMetadata, merged.privateMetadata],
      [{ seats: 2 }, { customer: "cus_1" }],
    );
    const replaced = await users.replaceUserMetadata(ADA, {
      publicMetadata: { plan: "pro" },
    });
    assertEquals(replaced.publicMetadata, { plan: "pro" });
  },

  async "bans and locks a user, and takes it back"({ clerk, emulator }) {
    const { users, sessions } = clerk;
    await emulator.signIn(ADA);
    const seen = [
      (await users.banUser(ADA)).banned,
      (await sessions.getSessionList({ userId: ADA, status: "active" }))
        .totalCount,
      (await users.unbanUser(ADA)).banned,
      (await users.lockUser(ADA)).locked,
      (await users.unlockUser(ADA)).locked,
    ];
    assertEquals(seen, [true, 0, false, true, false]);
  },

  async "verifies a password, and refuses a wrong one"({ clerk }) {
    const verify = (password: string) =>
      clerk.users.verifyPassword({ userId: ADA, password });
    assertEquals(await verify("correct horse battery staple"), {
      verified: true,
    });
    assertEquals(await refusalOf(verify("wrong")), [422, [
      "incorrect_password",
    ]]);
  },

  async "learns that an address is taken"({ clerk }) {
    const again = clerk.users.createUser({ emailAddress: ["ADA@example.com"] });
    assertEquals(await refusalOf(again), [422, ["form_identifier_exists"]]);
  },

  async "deletes a user, whom nobody finds thereafter"({ clerk }) {
    const gone = await clerk.users.deleteUser(GRACE);
    assertEquals(gone.id, GRACE);
    assertEquals(await refusalOf(clerk.users.getUser(GRACE)), [404, [
      "resource_not_found",
    ]]);
    assertEquals(await clerk.users.getCount(), 1);
  },
};
