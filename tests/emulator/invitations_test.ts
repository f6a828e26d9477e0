import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { Seed } from "../../emulator.ts";
import { unwrap } from "../../mod.ts";
import { assertCodes, judge } from "./judged_client.ts";

const DAY = 86_400_000;
const EVE = { emailAddress: "Eve@Example.com" } as const;

const SEED: Seed = {
  users: [{ id: "user_ada", emailAddress: ["ada@example.com"] }],
};

describe("the emulator's invitations to sign up", () => {
  it("are made, expire by the clock, are revoked and deleted", async () => {
    const { clerk, emulator } = await judge({ seed: SEED });
    const { invitations } = clerk;
    emulator.clock.freeze();
    const made = unwrap(
      await invitations.createInvitation({
        ...EVE,
        publicMetadata: { own_Key: 1 },
        redirectUrl: "https://app.example.com/join",
        expiresInDays: 2,
      }),
    );
    assert(/^inv_\w{27}$/.test(made.id));
    assertEquals(
      [made.emailAddress, made.status, made.revoked, made.publicMetadata],
      ["eve@example.com", "pending", false, { own_Key: 1 }],
    );
    assertEquals(made.expiresAt, emulator.clock.now() + 2 * DAY);
    assert(made.url?.startsWith(emulator.origin));
    emulator.clock.advance(2 * DAY);
    const [expired] = unwrap(await invitations.getInvitationList());
    assertEquals([expired?.status, expired?.url], ["expired", undefined]);
    const next = unwrap(await invitations.createInvitation(EVE));
    assertEquals(next.expiresAt, emulator.clock.now() + 30 * DAY);
    const revoked = await invitations.revokeInvitation(next.id);
    assertEquals([revoked.data?.status, revoked.data?.revoked], [
      "revoked",
      true,
    ]);
    await assertCodes([
      [invitations.revokeInvitation(next.id), "400 invitation_already_revoked"],
      [invitations.revokeInvitation("inv_x"), "404 resource_not_found"],
    ]);
    const snapshot = JSON.stringify(emulator.snapshot());
    emulator.restore(
      JSON.parse(snapshot.replace('"revoked"', '"accepted"')),
    );
    await assertCodes([
      [
        invitations.revokeInvitation(next.id),
        "400 invitation_already_accepted",
      ],
    ]);
    unwrap(await invitations.deleteInvitation(next.id));
    await assertCodes([
      [invitations.deleteInvitation(next.id), "404 resource_not_found"],
    ]);
  });

  it("are one for each address that no user has, unless that is ignored", async () => {
    const { clerk } = await judge({ seed: SEED });
    const { invitations } = clerk;
    const create = (emailAddress: string, ignoreExisting = false) =>
      invitations.createInvitation({ emailAddress, ignoreExisting });
    unwrap(await create("eve@example.com"));
    await assertCodes([
      [create("EVE@example.com"), "400 duplicate_record"],
      [
        create("Ada@example.com"),
        "422 form_identifier_exists email_address",
      ],
      [create("nobody"), "422 form_param_format_invalid email_address"],
    ]);
    const { errors } = await create("eve@example.com");
    assertEquals(errors?.[0]?.meta, { emailAddresses: ["eve@example.com"] });
    unwrap(await create("eve@example.com", true));
    unwrap(await create("ada@example.com", true));
  });

  it("are made ten at once, all or none", async () => {
    const { clerk } = await judge({ seed: SEED });
    const { invitations } = clerk;
    const bulk = (...names: readonly string[]) =>
      invitations.createInvitationBulk(
        names.map((name) => ({ emailAddress: `${name}@example.com` })),
      );
    assertEquals(
      unwrap(await bulk("b", "c")).map(({ emailAddress }) => emailAddress),
      ["b@example.com", "c@example.com"],
    );
    await assertCodes([
      [bulk("d", "c"), "400 duplicate_record"],
      [bulk("d", "D"), "400 duplicate_record"],
      [bulk("d", "ada"), "422 form_identifier_exists email_address"],
    ]);
    assertEquals(unwrap(await invitations.getInvitationList()).length, 2);
  });

  it("are listed by status, text and order; those revoked only when asked for", async () => {
    const { clerk } = await judge();
    const { invitations } = clerk;
    const days = { a: 9, b: 3, c: 6 };
    for (const [name, expiresInDays] of Object.entries(days)) {
      unwrap(
        await invitations.createInvitation({
          emailAddress: `${name}@example.com`,
          expiresInDays,
        }),
      );
    }
    const list = async (
      params: Parameters<typeof invitations.getInvitationList>[0] = {},
    ) =>
      unwrap(await invitations.getInvitationList(params))
        .map(({ emailAddress }) => emailAddress.charAt(0)).join("");
    assertEquals(await list(), "cba");
    const [last] = unwrap(await invitations.getInvitationList({ limit: 1 }));
    unwrap(await invitations.revokeInvitation(last?.id ?? ""));
    assertEquals(await list(), "ba");
    assertEquals(await list({ status: "revoked" }), "c");
    assertEquals(await list({ query: "A@" }), "a");
    assertEquals(await list({ orderBy: "expires_at" }), "ba");
    assertEquals(await list({ orderBy: "-email_address" }), "ba");
    assertEquals(await list({ offset: 1 }), "a");
  });
});

describe("the emulator's waitlist", () => {
  it("takes each address once, lets in, turns away and removes", async () => {
    const { clerk, emulator, heard } = await judge({ seed: SEED });
    const { waitlistEntries: waitlist, invitations } = clerk;
    emulator.clock.freeze();
    const made = unwrap(await waitlist.create(EVE));
    assert(/^wle_\w{27}$/.test(made.id));
    assertEquals(
      [made.emailAddress, made.status, made.isLocked],
      ["eve@example.com", "pending", false],
    );
    assertEquals((await waitlist.create(EVE)).data, made);
    const invited = unwrap(await waitlist.invite(made.id));
    assertEquals(invited.status, "invited");
    const [invitation] = unwrap(await invitations.getInvitationList());
    assertEquals(invited.invitation, invitation);
    assertEquals(invitation?.emailAddress, "eve@example.com");
    const rejected = unwrap(await waitlist.reject(made.id));
    assertEquals(rejected.status, "rejected");
    const [other] = unwrap(
      await waitlist.createBulk([{ emailAddress: "fay@example.com" }, EVE]),
    );
    unwrap(await waitlist.delete(other?.id ?? ""));
    assertEquals((await waitlist.list()).totalCount, 1);
    assertEquals(await heard(), [
      "waitlistEntry.created",
      "email.created",
      "email.created",
      "waitlistEntry.updated",
      "waitlistEntry.updated",
      "waitlistEntry.created",
      "email.created",
    ]);
  });

  it("is listed by status, text and order", async () => {
    const { clerk } = await judge();
    const { waitlistEntries: waitlist } = clerk;
    const [b] = unwrap(
      await waitlist.createBulk(
        ["b", "a", "c"].map((name) => ({
          emailAddress: `${name}@example.com`,
        })),
      ),
    );
    unwrap(await waitlist.invite(b?.id ?? ""));
    const list = async (params: Parameters<typeof waitlist.list>[0] = {}) => {
      const { data, totalCount } = await waitlist.list(params);
      const names = (data ?? []).map((each) => each.emailAddress.charAt(0));
      return `${names.join("")} ${totalCount}`;
    };
    assertEquals(await list(), "cab 3");
    assertEquals(await list({ orderBy: "email_address" }), "abc 3");
    assertEquals(await list({ orderBy: "-invited_at", limit: 1 }), "b 3");
    assertEquals(await list({ status: "pending" }), "ca 2");
    assertEquals(await list({ query: "C@ex" }), "c 1");
    assertEquals(await list({ query: b?.id }), "b 1");
  });

  it("says no, each time with its code", async () => {
    const { clerk, emulator } = await judge({ seed: SEED });
    const { waitlistEntries: waitlist } = clerk;
    const eve = unwrap(await waitlist.create(EVE));
    const ada = unwrap(
      await waitlist.create({ emailAddress: "ada@example.com" }),
    );
    unwrap(await waitlist.invite(eve.id));
    await assertCodes([
      [
        waitlist.create({ emailAddress: "nobody" }),
        "422 form_param_format_invalid email_address",
      ],
      [
        waitlist.invite(eve.id),
        "409 waitlist_entry_already_invited",
      ],
      [
        waitlist.delete(eve.id),
        "409 waitlist_entry_already_invited",
      ],
      [
        waitlist.invite(ada.id),
        "422 form_identifier_exists email_address",
      ],
      [waitlist.reject("wle_x"), "404 resource_not_found"],
    ]);
    unwrap(await waitlist.invite(ada.id, { ignoreExisting: true }));
    const snapshot = structuredClone(emulator.snapshot());
    for (const row of snapshot.tables.waitlist ?? []) {
      Object.assign(Object(row), { isLocked: true });
    }
    emulator.restore(snapshot);
    await assertCodes([
      [waitlist.reject(eve.id), "409 waitlist_entry_locked"],
    ]);
  });
});

describe("the emulator's lists of identifiers", () => {
  it("hold addresses, domains, numbers and wallets, each once", async () => {
    const { clerk, emulator } = await judge({ seed: SEED });
    const { allowlistIdentifiers: allow, blocklistIdentifiers: block } = clerk;
    const wallet = `0x${"ab".repeat(20)}`;
    const types = [
      ["Eve@example.com", "email_address"],
      ["*@example.com", "email_address"],
      ["+15555550100", "phone_number"],
      [wallet, "web3_wallet"],
    ] as const;
    for (const [identifier, type] of types) {
      for (
        const made of [
          unwrap(await allow.createAllowlistIdentifier({ identifier })),
          unwrap(await block.createBlocklistIdentifier({ identifier })),
        ]
      ) {
        assertEquals(
          [made.identifier, made.identifierType, made.instanceId],
          [identifier.replace("Eve", "eve"), type, emulator.instanceId],
        );
      }
    }
    const [last, , ...rest] = unwrap(await allow.getAllowlistIdentifierList());
    assertEquals([last?.identifier, rest.length], [wallet, 2]);
    const blocked = await block.getBlocklistIdentifierList();
    assertEquals([blocked.data?.length, blocked.totalCount], [4, 4]);
    const id = last?.id ?? "";
    assertEquals(
      unwrap(await allow.deleteAllowlistIdentifier(id)),
      { object: "allowlist_identifier", id, deleted: true },
    );
    await assertCodes([
      [
        allow.createAllowlistIdentifier({ identifier: "eve@EXAMPLE.com" }),
        "400 duplicate_record",
      ],
      [
        block.createBlocklistIdentifier({ identifier: "+15555550100" }),
        "400 duplicate_record",
      ],
      [
        allow.createAllowlistIdentifier({ identifier: "nobody" }),
        "422 form_param_format_invalid identifier",
      ],
      [allow.deleteAllowlistIdentifier(id), "404 resource_not_found"],
      [block.deleteBlocklistIdentifier(id), "404 resource_not_found"],
    ]);
  });

  it("invite who is told of it", async () => {
    const { clerk } = await judge();
    const made = unwrap(
      await clerk.allowlistIdentifiers.createAllowlistIdentifier({
        identifier: "eve@example.com",
        notify: true,
      }),
    );
    const [invitation] = unwrap(await clerk.invitations.getInvitationList());
    assertEquals(made.invitationId, invitation?.id);
    const domain = await clerk.allowlistIdentifiers.createAllowlistIdentifier({
      identifier: "*@example.com",
      notify: true,
    });
    assertEquals(domain.data?.invitationId, undefined);
  });
});
