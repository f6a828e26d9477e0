// The client against the emulator: state, pages and tokens, end to end.
import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator } from "../../emulator.ts";
import { createClerkClient, type Fetch, unwrap } from "../../mod.ts";

const seed = {
  users: Array.from({ length: 25 }, (_, i) => ({
    id: `user_${i}`,
    emailAddress: [`u${i}@example.com`],
  })),
};

async function setUp() {
  const emulator = await createEmulator({ seed });
  const paths: string[] = [];
  const fetch: Fetch = (input, init) => {
    paths.push(new URL(input).pathname);
    return emulator.fetch(input, init);
  };
  const clerk = createClerkClient({
    secretKey: emulator.secretKey,
    env: {},
    fetch,
  });
  return { emulator, clerk, paths };
}

describe("users, against the emulator", () => {
  it("are made, read, changed, counted and deleted", async () => {
    const { clerk } = await setUp();
    const made = unwrap(
      await clerk.users.createUser({
        emailAddress: ["ada@example.com"],
        firstName: "Ada",
        password: "correct horse battery",
        publicMetadata: { snake_key: { camelKey: 1 } },
      }),
    );
    assertEquals(made.publicMetadata, { snake_key: { camelKey: 1 } });
    assertEquals(unwrap(await clerk.users.getCount()), 26);
    assertEquals(
      unwrap(await clerk.users.getCount({ emailAddress: ["ada@example.com"] })),
      1,
    );
    const changed = unwrap(
      await clerk.users.updateUser(made.id, {
        lastName: "Lovelace",
        publicMetadata: { role: "admin" },
      }),
    );
    assertEquals(
      [changed.firstName, changed.lastName, changed.publicMetadata],
      ["Ada", "Lovelace", { role: "admin" }],
    );
    const merged = unwrap(
      await clerk.users.updateUserMetadata(made.id, {
        publicMetadata: { role: null, plan_name: "pro" },
      }),
    );
    assertEquals(merged.publicMetadata, { plan_name: "pro" });
    assertEquals(
      unwrap(
        await clerk.users.verifyPassword({
          userId: made.id,
          password: "correct horse battery",
        }),
      ),
      { verified: true },
    );
    const wrong = await clerk.users.verifyPassword({
      userId: made.id,
      password: "wrong horse battery",
    });
    assertEquals(wrong.errors?.[0].code, "incorrect_password");
    assertEquals(unwrap(await clerk.users.banUser(made.id)).banned, true);
    assertEquals(unwrap(await clerk.users.deleteUser(made.id)).deleted, true);
    const gone = await clerk.users.getUser(made.id);
    assertEquals(gone.errors?.[0].code, "resource_not_found");
    assert(gone.errors);
    assertEquals(gone.status, 404);
  });

  it("come page by page, each once and in order", async () => {
    const { clerk, paths } = await setUp();
    const ids: string[] = [];
    for await (
      const user of clerk.users.getUserList({
        limit: 10,
        orderBy: "+created_at",
      })
    ) ids.push(user.id);
    assertEquals(ids.length, 25);
    assertEquals(new Set(ids).size, 25);
    assertEquals(paths.length, 3);
  });

  it("come with a total when it is asked for", async () => {
    const { clerk } = await setUp();
    const page = await clerk.users.getUserList({
      limit: 5,
      includeTotalCount: true,
    });
    assert(!page.errors);
    assertEquals([page.data.length, page.totalCount], [5, 25]);
  });

  it("are collected up to a maximum, and no page too many is read", async () => {
    const { clerk, paths } = await setUp();
    const { data } = await clerk.users.getUserList({ limit: 10 })
      .collect({ max: 12 });
    assertEquals(data?.length, 12);
    assertEquals(paths.length, 2);
  });

  it("are answers that can be cloned and sent on", async () => {
    const { clerk } = await setUp();
    const user = unwrap(await clerk.users.getUser("user_1"));
    assertEquals(structuredClone(user), user);
    assertEquals(JSON.parse(JSON.stringify(user)), user);
  });
});

describe("verifyToken of a client, against the emulator", () => {
  it("verifies by the client's own keys, fetched once", async () => {
    const { emulator, clerk, paths } = await setUp();
    const { token } = await emulator.signIn("user_1");
    const other = await emulator.signIn("user_2");
    const verified = await Promise.all([
      clerk.verifyToken(token),
      clerk.verifyToken(other.token),
    ]);
    assertEquals(verified.map(({ result }) => result?.sub), [
      "user_1",
      "user_2",
    ]);
    assertEquals(paths, ["/v1/jwks"]);
  });

  it("refuses tokens of another instance", async () => {
    const { clerk } = await setUp();
    const elsewhere = await createEmulator({ seed });
    const { token } = await elsewhere.signIn("user_1");
    const { error } = await clerk.verifyToken(token);
    assertEquals(error?.reason, "jwk-kid-mismatch");
  });

  it("takes what it demands from the client, and from the call", async () => {
    const { emulator } = await setUp();
    const clerk = createClerkClient({
      secretKey: emulator.secretKey,
      env: {},
      fetch: emulator.fetch,
      authorizedParties: ["https://app.example.com"],
    });
    const { token } = await emulator.signIn("user_1", {
      azp: "https://other.example.com",
    });
    const { error } = await clerk.verifyToken(token);
    assertEquals(error?.reason, "token-invalid-authorized-parties");
    const { result } = await clerk.verifyToken(token, {
      authorizedParties: ["https://other.example.com"],
    });
    assertEquals(result?.sub, "user_1");
  });

  it("needs no fetch after hydrate", async () => {
    const { emulator, clerk, paths } = await setUp();
    const { result: kids } = await clerk.hydrate();
    assertEquals(kids?.length, 1);
    const { token } = await emulator.signIn("user_1");
    const { result } = await clerk.verifyToken(token);
    assertEquals(result?.sub, "user_1");
    assertEquals(paths, ["/v1/jwks"]);
  });

  it("takes the keys that getJwks gives", async () => {
    const { emulator, clerk } = await setUp();
    const jwks = unwrap(await clerk.jwks.getJwks());
    assertEquals(jwks.keys[0]?.kty, "RSA");
    const quiet = createClerkClient({
      publishableKey: emulator.publishableKey,
      env: {},
      fetch: () => Promise.reject(new TypeError("no network")),
    });
    await quiet.hydrate(jwks);
    const { token } = await emulator.signIn("user_1");
    assertEquals((await quiet.verifyToken(token)).result?.sub, "user_1");
  });
});
