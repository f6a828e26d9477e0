import { createEmulator, type Emulator } from "../../emulator.ts";
import { createClerkClient, verifyToken } from "../../mod.ts";
import { type Cases, same } from "./same.ts";

/** An emulated instance with one user, and a token of that user. */
async function prepare(): Promise<{ emulator: Emulator; token: string }> {
  const emulator = await createEmulator({
    seed: { users: [{ id: "user_1", emailAddress: ["ada@example.com"] }] },
  });
  const { token } = await emulator.signIn("user_1");
  return { emulator, token };
}

/** The settings of a client of that instance. */
function settingsOf(emulator: Emulator) {
  return {
    secretKey: emulator.secretKey,
    apiUrl: emulator.apiUrl,
    fetch: emulator.fetch,
    clock: emulator.clock,
    env: {},
  };
}

export const clientCases: Cases = {
  async "client: verifyToken by PEM asks nobody"() {
    const { emulator, token } = await prepare();
    const { result, error } = await verifyToken(token, {
      jwtKey: await emulator.jwtKey,
      clock: emulator.clock,
      env: {},
      fetch: () => Promise.reject(new Error("Nothing is to be fetched")),
    });
    if (error) throw error;
    same(result.sub, "user_1");
  },

  async "client: verifyToken by JWKS fetches it once for many"() {
    const { emulator, token } = await prepare();
    let fetched = 0;
    const options = {
      ...settingsOf(emulator),
      fetch: (input: string, init?: RequestInit) => {
        fetched++;
        return emulator.fetch(input, init);
      },
    };
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => verifyToken(token, options)),
    );
    same(outcomes.map(({ result }) => result?.sub), Array(20).fill("user_1"));
    same(fetched, 1);
  },

  async "client: a token of another instance is refused"() {
    const { emulator } = await prepare();
    const { token } = await prepare();
    const { error } = await verifyToken(token, settingsOf(emulator));
    same(error?.reason, "jwk-kid-mismatch");
  },

  async "client: without any key there is an error, and no crash"() {
    const { token } = await prepare();
    const { error } = await verifyToken(token, { env: {} });
    same(error?.name, "TokenVerificationError");
  },

  async "client: reads a user"() {
    const { emulator } = await prepare();
    const clerk = createClerkClient(settingsOf(emulator));
    const { data, errors } = await clerk.users.getUser("user_1");
    same(errors, undefined);
    same(data?.emailAddresses[0]?.emailAddress, "ada@example.com");
  },

  async "client: writes, lists and waits out a rate limit"() {
    const { emulator } = await prepare();
    const clerk = createClerkClient(settingsOf(emulator));
    const made = await clerk.users.createUser({
      emailAddress: ["grace@example.com"],
    });
    same(made.errors, undefined);
    emulator.faults.add({
      path: "/v1/users",
      status: 429,
      retryAfter: 1,
      times: 1,
    });
    const ids: string[] = [];
    for await (const user of clerk.users.getUserList({ limit: 1 })) {
      ids.push(user.id);
    }
    same(ids.length, 2);
  },

  async "client: a call that its caller ends is an error with a code"() {
    const { emulator } = await prepare();
    const clerk = createClerkClient(settingsOf(emulator));
    const { errors } = await clerk.users.getUser("user_1", {
      signal: AbortSignal.abort(),
    });
    same(errors?.[0].code, "aborted");
  },
};
