import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { unwrap } from "../../mod.ts";
import { assertCodes, codeOf, judge } from "./judged_client.ts";

const T0 = Date.UTC(2026, 0, 1);
const ADA = `user_${"a".repeat(27)}`;
const ACME = `org_${"b".repeat(27)}`;

async function setUp() {
  const judged = await judge({
    seed: {
      users: [{ id: ADA, emailAddress: ["ada@example.com"] }],
      organizations: [{ id: ACME, name: "Acme" }],
    },
  });
  judged.emulator.clock.freeze(T0);
  return judged;
}

describe("the emulator's API keys", () => {
  it("are made with their secret, which is shown once and on demand", async () => {
    const { clerk } = await setUp();
    const made = unwrap(
      await clerk.apiKeys.create({
        name: "Deploy",
        subject: ADA,
        description: "From CI",
        claims: { own_Key: 1 },
        scopes: ["deploy"],
        createdBy: ADA,
        secondsUntilExpiration: 60,
      }),
    );
    const { secret, ...shown } = made;
    assert(/^ak_[0-9a-f]{32}$/.test(made.id));
    assert(/^ak_\w{40}$/.test(secret));
    assertEquals(shown, {
      object: "api_key",
      id: made.id,
      type: "api_key",
      subject: ADA,
      name: "Deploy",
      description: "From CI",
      claims: { own_Key: 1 },
      scopes: ["deploy"],
      revoked: false,
      revocationReason: null,
      expired: false,
      expiration: T0 + 60_000,
      createdBy: ADA,
      lastUsedAt: null,
      createdAt: T0,
      updatedAt: T0,
    });
    assertEquals(unwrap(await clerk.apiKeys.get(made.id)), shown);
    assertEquals(
      unwrap(await clerk.apiKeys.getSecret(made.id)).secret,
      secret,
    );
  });

  it("are verified until they are over, revoked or deleted", async () => {
    const { emulator, clerk } = await setUp();
    const { apiKeys } = clerk;
    const create = async (secondsUntilExpiration: number | null = null) =>
      unwrap(
        await apiKeys.create({
          name: "Key",
          subject: ADA,
          secondsUntilExpiration,
        }),
      );
    const [short, long, third] = [
      await create(60),
      await create(),
      await create(),
    ];
    emulator.clock.advance("1s");
    assertEquals(
      unwrap(await apiKeys.verify(short.secret)).lastUsedAt,
      T0 + 1_000,
    );
    emulator.clock.advance("59s");
    const no = "404 resource_not_found";
    assertEquals(await codeOf(apiKeys.verify(short.secret)), no);
    assertEquals(unwrap(await apiKeys.get(short.id)).expired, true);
    const apiKeyId = long.id;
    assertEquals(unwrap(await apiKeys.verify(long.secret)).id, apiKeyId);
    const revoked = unwrap(
      await apiKeys.revoke({ apiKeyId, revocationReason: "leaked" }),
    );
    assertEquals(
      [revoked.revoked, revoked.revocationReason],
      [true, "leaked"],
    );
    assertEquals(
      unwrap(await apiKeys.revoke({ apiKeyId })).revocationReason,
      "leaked",
    );
    assertEquals(await codeOf(apiKeys.verify(long.secret)), no);
    const gone = unwrap(await apiKeys.delete(third.id));
    assertEquals(gone, { object: "api_key", id: third.id, deleted: true });
    await assertCodes([
      [apiKeys.verify(third.secret), no],
      [apiKeys.verify("ak_nothing"), no],
      [apiKeys.get(third.id), no],
      [apiKeys.delete(third.id), no],
      [apiKeys.getSecret(third.id), no],
      [apiKeys.revoke({ apiKeyId: third.id }), no],
      [apiKeys.update({ apiKeyId: third.id }), no],
    ]);
  });

  it("are changed member by member", async () => {
    const { emulator, clerk } = await setUp();
    const { id: apiKeyId } = unwrap(
      await clerk.apiKeys.create({
        name: "Key",
        subject: ADA,
        description: "old",
        claims: { a: 1 },
        secondsUntilExpiration: 60,
      }),
    );
    emulator.clock.advance("30s");
    const update = async (params: object) =>
      unwrap(await clerk.apiKeys.update({ apiKeyId, ...params }));
    const first = await update({ scopes: ["read"] });
    assertEquals(
      [first.scopes, first.description, first.expiration, first.updatedAt],
      [["read"], "old", T0 + 60_000, T0 + 30_000],
    );
    const second = await update({
      description: null,
      claims: null,
      secondsUntilExpiration: 60,
      subject: ACME,
    });
    assertEquals(
      [second.description, second.claims, second.expiration, second.subject],
      [null, null, T0 + 90_000, ACME],
    );
    assertEquals(
      (await update({ secondsUntilExpiration: null })).expiration,
      null,
    );
  });

  it("are listed for whom they act for", async () => {
    const { emulator, clerk } = await setUp();
    const { apiKeys } = clerk;
    const ids: string[] = [];
    const create = async (params: object) => {
      emulator.clock.advance("1s");
      const { id } = unwrap(
        await apiKeys.create({ name: "Key", subject: ADA, ...params }),
      );
      ids.unshift(id);
    };
    await create({ name: "Deploy" });
    await create({ description: "For the deployment" });
    await create({ type: "service" });
    await create({ subject: ACME });
    await apiKeys.revoke({ apiKeyId: ids[2] ?? "" });
    const list = async (params: object) => {
      const { data, totalCount } = await apiKeys.list({
        subject: ADA,
        ...params,
      });
      return [data?.map(({ id }) => ids.indexOf(id)), totalCount];
    };
    assertEquals(await list({}), [[3], 1]);
    assertEquals(await list({ includeInvalid: true }), [[2, 3], 2]);
    assertEquals(await list({ includeInvalid: true, query: "DEPLOY" }), [
      [2, 3],
      2,
    ]);
    assertEquals(await list({ query: "deployment" }), [[], 0]);
    assertEquals(await list({ type: "service" }), [[1], 1]);
    assertEquals(await list({ subject: ACME }), [[0], 1]);
    assertEquals(
      await list({ includeInvalid: true, limit: 1, offset: 1 }),
      [[3], 2],
    );
    await clerk.users.deleteUser(ADA);
    assertEquals(
      await codeOf(apiKeys.list({ subject: ADA })),
      "404 resource_not_found",
    );
    assertEquals(emulator.snapshot().tables.apiKeys?.length, 1);
  });

  it("are refused with the code of each reason", async () => {
    const { clerk } = await setUp();
    const create = (params: object) =>
      clerk.apiKeys.create({ name: "Key", subject: ADA, ...params });
    await assertCodes([
      [create({ name: "ab" }), "400 bad_request"],
      [create({ type: "ab" }), "400 bad_request"],
      [create({ type: "a".repeat(26) }), "400 bad_request"],
      [create({ description: "a".repeat(256) }), "400 bad_request"],
      [create({ subject: "nobody" }), "400 bad_request"],
      [create({ subject: "user_x" }), "404 resource_not_found"],
      [create({ subject: "org_x" }), "404 resource_not_found"],
      [create({ subject: "mch_x" }), "404 resource_not_found"],
      [create({ createdBy: "user_x" }), "404 resource_not_found"],
      [
        create({ secondsUntilExpiration: 0 }),
        "422 form_param_value_invalid seconds_until_expiration",
      ],
      [
        clerk.apiKeys.list({ subject: ADA, limit: 101 }),
        "422 form_param_value_invalid limit",
      ],
    ]);
  });

  it("are made by tokens.apiKey and by a seed", async () => {
    const { emulator, clerk } = await setUp();
    const secret = await emulator.tokens.apiKey(ADA, {
      scopes: ["read"],
      expiresIn: "1m",
    });
    const key = unwrap(await clerk.apiKeys.verify(secret));
    assertEquals(
      [key.subject, key.scopes, key.expiration],
      [ADA, ["read"], T0 + 60_000],
    );
    await emulator.seed({
      apiKeys: [{ subject: ACME, name: "Seeded", secret: "ak_seeded" }],
    });
    assertEquals(
      unwrap(await clerk.apiKeys.verify("ak_seeded")).name,
      "Seeded",
    );
  });
});
