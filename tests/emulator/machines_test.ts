import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { decodeJwt } from "../../jwt.ts";
import { unwrap } from "../../mod.ts";
import { call } from "./harness.ts";
import { assertCodes, codeOf, judge } from "./judged_client.ts";

const T0 = Date.UTC(2026, 0, 1);

/** An API server, a worker that may talk to it, and a stranger. */
async function setUp() {
  const judged = await judge();
  judged.emulator.clock.freeze(T0);
  const { machines } = judged.clerk;
  const api = unwrap(await machines.create({ name: "API" }));
  const worker = unwrap(
    await machines.create({
      name: "Worker",
      scopedMachines: [api.id],
      defaultTokenTtl: 600,
    }),
  );
  const stranger = unwrap(await machines.create({ name: "Stranger" }));
  return { ...judged, api, worker, stranger };
}

const keyOf = ({ secretKey }: { readonly secretKey?: string }) => ({
  machineSecretKey: secretKey,
});

describe("the emulator's machines", () => {
  it("are made with a secret key that is shown once and on demand", async () => {
    const { emulator, clerk, api, worker } = await setUp();
    assert(/^mch_\w{27}$/.test(api.id));
    assert(/^ak_\w{40,}$/.test(api.secretKey ?? ""));
    assertEquals(worker.scopedMachines.map(({ id }) => id), [api.id]);
    assertEquals([api.defaultTokenTtl, worker.defaultTokenTtl], [3_600, 600]);
    assertEquals(api.instanceId, emulator.instanceId);
    const { secretKey, ...shown } = api;
    assertEquals(unwrap(await clerk.machines.get(api.id)), shown);
    assertEquals(
      unwrap(await clerk.machines.getSecretKey(api.id)).secret,
      secretKey,
    );
  });

  it("are listed by name and order, changed and deleted", async () => {
    const { emulator, clerk, api, worker } = await setUp();
    emulator.clock.advance("1s");
    const names = async (params: object) =>
      (await clerk.machines.list(params)).data?.map(({ name }) => name);
    assertEquals(await names({}), ["Stranger", "Worker", "API"]);
    assertEquals(await names({ orderBy: "name" }), [
      "API",
      "Stranger",
      "Worker",
    ]);
    assertEquals(await names({ query: "wor" }), ["Worker"]);
    assertEquals(await names({ query: api.id }), ["API"]);
    assertEquals(await names({ limit: 1, offset: 1 }), ["Worker"]);
    const changed = unwrap(
      await clerk.machines.update({ machineId: worker.id, name: "Cron" }),
    );
    assertEquals(
      [changed.name, changed.defaultTokenTtl, changed.updatedAt],
      ["Cron", 600, T0 + 1_000],
    );
    const gone = unwrap(await clerk.machines.delete(api.id));
    assertEquals(gone, { object: "machine", id: api.id, deleted: true });
    assertEquals(
      unwrap(await clerk.machines.get(worker.id)).scopedMachines,
      [],
    );
  });

  it("get and lose scopes", async () => {
    const { clerk, api, worker } = await setUp();
    const { machines } = clerk;
    const scope = unwrap(await machines.createScope(api.id, worker.id));
    assertEquals(scope, {
      object: "machine_scope",
      fromMachineId: api.id,
      toMachineId: worker.id,
      createdAt: T0,
    });
    const scoped = async () =>
      unwrap(await machines.get(api.id)).scopedMachines.map(({ id }) => id);
    assertEquals(await scoped(), [worker.id]);
    assertEquals(
      await codeOf(machines.createScope(api.id, worker.id)),
      "409 conflict",
    );
    const gone = unwrap(await machines.deleteScope(api.id, worker.id));
    assertEquals(gone.deleted, true);
    assertEquals(await scoped(), []);
    assertEquals(
      await codeOf(machines.deleteScope(api.id, worker.id)),
      "404 resource_not_found",
    );
  });

  it("are refused with the code of each reason", async () => {
    const { clerk, api } = await setUp();
    const { machines } = clerk;
    const missing = "404 resource_not_found";
    const machineId = "mch_x";
    await assertCodes([
      [machines.get(machineId), missing],
      [machines.update({ machineId, name: "A" }), missing],
      [machines.delete(machineId), missing],
      [machines.getSecretKey(machineId), missing],
      [
        machines.rotateSecretKey({ machineId, previousTokenTtl: 0 }),
        missing,
      ],
      [machines.createScope(api.id, machineId), missing],
      [
        machines.create({ name: "A", scopedMachines: [machineId] }),
        missing,
      ],
      [
        machines.createScope(api.id, api.id),
        "422 form_param_value_invalid to_machine_id",
      ],
      [machines.create({ name: " " }), "422 form_param_nil name"],
      [
        machines.create({ name: "a".repeat(256) }),
        "422 form_param_max_length_exceeded name",
      ],
      [
        machines.create({ name: "A", defaultTokenTtl: 0 }),
        "422 form_param_value_invalid default_token_ttl",
      ],
      [
        machines.rotateSecretKey({
          machineId: api.id,
          previousTokenTtl: 28_801,
        }),
        "422 form_param_value_invalid previous_token_ttl",
      ],
      [
        machines.list({ orderBy: "size" as "name" }),
        "422 form_param_value_invalid order_by",
      ],
    ]);
    assertEquals((await machines.list()).totalCount, 3);
  });

  it("go on with an old key for as long as it is said", async () => {
    const { emulator, clerk, api } = await setUp();
    const { secret } = unwrap(
      await clerk.machines.rotateSecretKey({
        machineId: api.id,
        previousTokenTtl: 60,
      }),
    );
    const create = (machineSecretKey = "") =>
      codeOf(clerk.m2m.createToken({ machineSecretKey }));
    assertEquals(await create(secret), "");
    assertEquals(await create(api.secretKey), "");
    emulator.clock.advance("60s");
    assertEquals(await create(secret), "");
    assertEquals(
      await create(api.secretKey),
      "401 machine_secret_key_invalid",
    );
  });
});

describe("the tokens of the emulator's machines", () => {
  const made = async ({ clerk, worker }: Awaited<ReturnType<typeof setUp>>) =>
    unwrap(await clerk.m2m.createToken(keyOf(worker)));

  it("are opaque, for the machines in scope, and as long as usual", async () => {
    const setup = await setUp();
    const { api, worker } = setup;
    const token = await made(setup);
    assert(/^mt_[0-9a-f]{32}$/.test(token.id));
    assert(/^mt_\w{40}$/.test(token.token));
    assertEquals(
      [token.subject, token.scopes, token.claims, token.expiration],
      [worker.id, [api.id], null, T0 + 600_000],
    );
    assertEquals(token.createdAt, T0);
  });

  it("are verified by who they are for, until they are over", async () => {
    const setup = await setUp();
    const { emulator, clerk, api, worker, stranger } = setup;
    const { token, id } = await made(setup);
    emulator.clock.advance("1s");
    const verify = (params: object) => clerk.m2m.verify({ token, ...params });
    const seen = unwrap(await verify(keyOf(api)));
    assertEquals(
      [seen.id, seen.subject, seen.lastUsedAt],
      [id, worker.id, T0 + 1_000],
    );
    assertEquals(unwrap(await verify({})).id, id);
    await assertCodes([
      [verify(keyOf(stranger)), "404 resource_not_found"],
      [verify(keyOf(worker)), "404 resource_not_found"],
      [verify({ token: "mt_other" }), "404 resource_not_found"],
      [
        verify({ machineSecretKey: "ak_other" }),
        "401 machine_secret_key_invalid",
      ],
    ]);
    emulator.clock.advance("599s");
    assertEquals(await codeOf(verify({})), "404 resource_not_found");
  });

  it("are revoked by their machine or by the secret key", async () => {
    const setup = await setUp();
    const { clerk, api, worker } = setup;
    const [one, two] = [await made(setup), await made(setup)];
    const revoke = (m2mTokenId: string, params: object = {}) =>
      clerk.m2m.revokeToken({ m2mTokenId, ...params });
    assertEquals(
      await codeOf(revoke(one.id, keyOf(api))),
      "404 resource_not_found",
    );
    const revoked = unwrap(
      await revoke(one.id, { ...keyOf(worker), revocationReason: "leaked" }),
    );
    assertEquals(
      [revoked.revoked, revoked.revocationReason],
      [true, "leaked"],
    );
    assertEquals(unwrap(await revoke(one.id)).revocationReason, "leaked");
    assertEquals(unwrap(await revoke(two.id)).revocationReason, null);
    assertEquals(
      await codeOf(clerk.m2m.verify({ token: one.token })),
      "404 resource_not_found",
    );
    assertEquals(await codeOf(revoke("mt_x")), "404 resource_not_found");
  });

  it("are listed for their machine", async () => {
    const setup = await setUp();
    const { emulator, clerk, worker, api } = setup;
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) {
      emulator.clock.advance("100s");
      ids.unshift((await made(setup)).id);
    }
    await clerk.m2m.revokeToken({ m2mTokenId: ids[1] ?? "" });
    emulator.clock.advance("400s");
    const subject = worker.id;
    const list = async (params: object) => {
      const { data, totalCount } = await clerk.m2m.list({ subject, ...params });
      return [data?.map(({ id }) => ids.indexOf(id)), totalCount];
    };
    assertEquals(await list({}), [[0, 1, 2], 3]);
    assertEquals(await list({ revoked: true }), [[1], 1]);
    assertEquals(await list({ revoked: false }), [[0, 2], 2]);
    assertEquals(await list({ expired: true }), [[2], 1]);
    assertEquals(await list({ expired: false, revoked: false }), [[0], 1]);
    assertEquals(await list({ limit: 1, offset: 1 }), [[1], 3]);
    assertEquals(await list(keyOf(worker)), [[0, 1, 2], 3]);
    await assertCodes([
      [
        clerk.m2m.list({ subject, ...keyOf(api) }),
        "403 authorization_invalid",
      ],
      [clerk.m2m.list({ subject: "mch_x" }), "404 resource_not_found"],
      [
        clerk.m2m.list({ subject, limit: 101 }),
        "422 form_param_value_invalid limit",
      ],
    ]);
    await clerk.machines.delete(worker.id);
    assertEquals(emulator.snapshot().tables.m2mTokens, []);
  });

  it("carry claims, and refuse reserved ones", async () => {
    const { clerk, worker } = await setUp();
    const create = (params: object) =>
      clerk.m2m.createToken({ ...keyOf(worker), ...params });
    const claims = { own_Key: { a: 1 } };
    assertEquals(unwrap(await create({ claims })).claims, claims);
    assertEquals(
      unwrap(await create({ secondsUntilExpiration: null })).expiration,
      null,
    );
    assertEquals(
      unwrap(await create({ secondsUntilExpiration: 5 })).expiration,
      T0 + 5_000,
    );
    await assertCodes([
      ...["sub", "iss", "exp", "nbf", "iat", "jti", "aud", "scopes"].map((
        name,
      ) =>
        [
          create({ claims: { [name]: 1 } }),
          "400 machine_token_reserved_claim",
        ] as const
      ),
      [
        create({ secondsUntilExpiration: 0 }),
        "422 form_param_value_invalid seconds_until_expiration",
      ],
      [clerk.m2m.createToken(), "401 machine_secret_key_invalid"],
    ]);
  });

  it("are taken again while they last", async () => {
    const { emulator, clerk, worker, api } = await setUp();
    const create = async (params: object = {}) =>
      unwrap(
        await clerk.m2m.createToken({
          ...keyOf(worker),
          minRemainingTtlSeconds: 60,
          ...params,
        }),
      ).id;
    const first = await create();
    assertEquals(await create(), first);
    const other = await create({ claims: { a: 1 } });
    assert(other !== first);
    assertEquals(await create({ claims: { a: 1 } }), other);
    emulator.clock.advance("541s");
    const second = await create();
    assert(second !== first);
    await clerk.m2m.revokeToken({ m2mTokenId: second });
    assert(await create() !== second);
    const third = await create();
    await clerk.machines.deleteScope(worker.id, api.id);
    assert(await create() !== third);
  });

  it("come as JWTs too, which nobody keeps", async () => {
    const { emulator, clerk, worker, api, stranger } = await setUp();
    const made = unwrap(
      await clerk.m2m.createToken({
        ...keyOf(worker),
        tokenFormat: "jwt",
        claims: { role: "cron" },
      }),
    );
    const { result } = decodeJwt(made.token);
    assertEquals(result?.header.cat, "cl_B7d4PD333AAA");
    assertEquals(
      [result?.payload.jti, result?.payload.sub, result?.payload.aud],
      [made.id, worker.id, [api.id]],
    );
    assertEquals(result?.payload.exp, T0 / 1_000 + 600);
    const verify = async (path: string, key: string) => {
      const response = await emulator.fetch(`${emulator.apiUrl}${path}`, {
        method: "POST",
        headers: { authorization: `Bearer ${key}` },
        body: JSON.stringify({ token: made.token }),
      });
      return [response.status, (await response.json()).claims];
    };
    const path = "/m2m_tokens/verify";
    const good = [200, { role: "cron" }];
    assertEquals(await verify(path, emulator.secretKey), good);
    assertEquals(await verify(`/v1${path}`, api.secretKey ?? ""), good);
    assertEquals(await verify(path, stranger.secretKey ?? ""), [
      404,
      undefined,
    ]);
    assertEquals((await clerk.m2m.list({ subject: worker.id })).data, []);
    emulator.clock.advance("600s");
    assertEquals((await verify(path, emulator.secretKey))[0], 404);
  });

  it("are made by tokens.m2m in either form", async () => {
    const { emulator, clerk, worker, api } = await setUp();
    const subject = worker.id;
    const opaque = await emulator.tokens.m2m({
      subject,
      format: "opaque",
      claims: { a: 1 },
      expiresIn: "5m",
    });
    const seen = unwrap(
      await clerk.m2m.verify({ token: opaque, ...keyOf(api) }),
    );
    assertEquals(
      [seen.subject, seen.scopes, seen.claims, seen.expiration],
      [subject, [api.id], { a: 1 }, T0 + 300_000],
    );
    const { result } = decodeJwt(await emulator.tokens.m2m({ subject }));
    assertEquals(result?.payload.scopes, api.id);
  });

  it("are begun with: machines in a seed", async () => {
    const { clerk } = await judge({
      seed: {
        machines: [
          { name: "Worker", secretKey: "ak_worker", scopedMachines: ["mch_a"] },
          { id: "mch_a", name: "API", secretKey: "ak_api" },
        ],
      },
    });
    const { token } = unwrap(
      await clerk.m2m.createToken({ machineSecretKey: "ak_worker" }),
    );
    assertEquals(
      unwrap(await clerk.m2m.verify({ token, machineSecretKey: "ak_api" }))
        .scopes,
      ["mch_a"],
    );
  });
});

/** Whoever reads the log must not be let in. */
describe("the emulator's ledger", () => {
  it("has no key and no token of a machine", async () => {
    const { emulator, clerk, worker } = await setUp();
    const { token } = unwrap(await clerk.m2m.createToken(keyOf(worker)));
    await clerk.m2m.verify({ token });
    await call(emulator, "POST", "/api_keys/verify", { secret: "ak_hidden" });
    const text = JSON.stringify(emulator.requests);
    for (const secret of [token, worker.secretKey ?? "?", "ak_hidden"]) {
      assertEquals(text.includes(secret), false);
    }
  });
});
