import { assertEquals, assertRejects } from "@std/assert";
import { afterEach, beforeEach, describe, it } from "@std/testing/bdd";
import {
  createBackend,
  createFlavours,
  type Flavour,
  holdHost,
  json,
  live,
  requestOf,
  sign,
  type State,
} from "./harness.ts";

const RECORD = {
  id: "x_1",
  subject: "user_9",
  name: "Key",
  scopes: ["a"],
  claims: null,
  client_id: "client_1",
};
const MACHINES = [
  ["api_key", "ak_x", "/api_keys/verify", "API key", "api_key"],
  [
    "m2m_token",
    "mt_x",
    "/m2m_tokens/verify",
    "Machine token",
    "machine_to_machine_token",
  ],
  [
    "oauth_token",
    "oat_x",
    "/oauth_applications/access_tokens/verify",
    "OAuth token",
    "clerk_idp_oauth_access_token",
  ],
] as const;

const bearer = (token: string) =>
  requestOf({ headers: { authorization: `Bearer ${token}` } });
const outcome = ({ status, reason, tokenType }: State) => ({
  status,
  reason,
  tokenType,
});
const refused = (tokenType: string | null, reason = "token-type-mismatch") => ({
  status: "signed-out",
  reason,
  tokenType,
});
const accepted = (tokenType: string) => ({
  status: "signed-in",
  reason: null,
  tokenType,
});

describe("kinds of token", () => {
  const backend = createBackend();
  let host: ReturnType<typeof holdHost>;
  beforeEach(() => {
    host = holdHost();
    backend.sent.length = 0;
    backend.answer = ({ url }) =>
      json({
        ...RECORD,
        object: MACHINES.find(([, , path]) => url.endsWith(path))?.[4],
      });
  });
  afterEach(() => host.release());

  for (const flavour of createFlavours(backend)) {
    const { name } = flavour;
    const judge = async (
      token: string,
      acceptsToken: unknown,
      client?: Record<string, unknown>,
    ) => await flavour.authenticate(bearer(token), { acceptsToken }, client);

    for (const [type, token, path, label] of MACHINES) {
      it(`${name}: a good ${type}`, async () => {
        for (const accepts of [type, "any", [type], ["session_token", type]]) {
          const state = await judge(token, accepts);
          assertEquals(outcome(state), accepted(type));
          const auth = JSON.parse(JSON.stringify(state.toAuth()));
          assertEquals(auth.isAuthenticated, true);
          assertEquals(auth.id, "x_1");
        }
        assertEquals(
          new Set(backend.sent.map(({ url }) => url)),
          new Set([`https://api.clerk.test${path}`]),
        );
      });

      it(`${name}: an unknown ${type}`, async () => {
        backend.answer = () => json({ errors: [] }, 404);
        const state = await judge(token, type);
        assertEquals(outcome(state), refused(type, "token-invalid"));
        const message = `${label} not found`;
        assertEquals(
          state.message,
          name === "compat"
            ? `${message} (code=token-invalid, status=404)`
            : message,
        );
        const auth = JSON.parse(JSON.stringify(state.toAuth()));
        assertEquals([auth.isAuthenticated, auth.id], [false, null]);
      });

      it(`${name}: a ${type} in a cookie is none`, async () => {
        const request = requestOf({ cookies: { __session: token } });
        const state = await flavour.authenticate(request, {
          acceptsToken: type,
        });
        assertEquals(outcome(state), refused(type, "No token in header"));
        assertEquals(backend.sent, []);
      });

      it(`${name}: a ${type} where others are accepted`, async () => {
        for (const [other] of MACHINES.filter(([each]) => each !== type)) {
          assertEquals(outcome(await judge(token, other)), refused(other));
          assertEquals(outcome(await judge(token, [other])), refused(null));
        }
        assertEquals(
          outcome(await judge(token, ["session_token"])),
          refused(null),
        );
        // Officially an empty list accepts nothing; here it is a mistake.
        if (name === "compat") {
          assertEquals(outcome(await judge(token, [])), refused(null));
        }
        assertEquals(backend.sent, []);
      });

      it(`${name}: a session where a ${type} is accepted`, async () => {
        const session = await sign();
        assertEquals(outcome(await judge(session, type)), refused(type));
        assertEquals(outcome(await judge(session, [type])), refused(null));
        assertEquals(backend.sent, []);
      });
    }

    it(`${name}: a session where it is accepted among others`, async () => {
      const session = await sign();
      for (const accepts of ["any", ["api_key", "session_token"]]) {
        const state = await judge(session, accepts);
        assertEquals(outcome(state), accepted("session_token"));
      }
      const state = await flavour.authenticate(requestOf({}), {
        acceptsToken: ["session_token", "api_key"],
      });
      assertEquals(state.status, "handshake");
    });

    it(`${name}: JWTs of machines and of OAuth`, async () => {
      const machine = await sign(
        { sub: "mch_1", jti: "mt_1", sid: undefined },
        { cat: "cl_B7d4PD333AAA" },
      );
      const oauth = await sign(
        { jti: "oat_1", client_id: "c", scope: "a b", sid: undefined },
        { typ: "at+jwt" },
      );
      assertEquals(
        outcome(await judge(machine, "m2m_token")),
        accepted("m2m_token"),
      );
      assertEquals(
        outcome(await judge(oauth, "oauth_token")),
        accepted("oauth_token"),
      );
      assertEquals(
        outcome(await judge(oauth, "session_token")),
        refused("session_token"),
      );
    });

    it(`${name}: cookies where only machines are accepted`, async () => {
      const request = requestOf({ cookies: { __session: await sign() } });
      const state = await flavour.authenticate(request, {
        acceptsToken: ["api_key", "m2m_token"],
      });
      assertEquals(outcome(state), refused(null));
      const auth = JSON.parse(JSON.stringify(state.toAuth()));
      assertEquals(auth, { tokenType: null, isAuthenticated: false });
    });

    it(`${name}: the secret key of a machine`, async () => {
      const state = await judge("mt_x", "m2m_token", {
        ...live,
        machineSecretKey: "ak_machine",
      });
      assertEquals(outcome(state), accepted("m2m_token"));
      assertEquals(
        backend.sent[0]?.headers.get("authorization"),
        "Bearer ak_machine",
      );
    });
  }

  it("judges JWTs of machines by the options of each request", async () => {
    const [ours] = createFlavours(backend);
    const judge = async (payload: Record<string, unknown>, issuer?: string) => {
      const token = await sign(
        { sub: "mch_1", jti: "mt_1", sid: undefined, ...payload },
        { cat: "cl_B7d4PD333AAA" },
      );
      const options = { acceptsToken: "m2m_token", issuer };
      return await ours?.authenticate(bearer(token), options);
    };
    const wrong = await judge(
      { iss: "https://a.example" },
      "https://b.example",
    );
    assertEquals(wrong?.reason, "token-verification-failed");
    const right = await judge(
      { iss: "https://b.example" },
      "https://b.example",
    );
    assertEquals(right?.status, "signed-in");
  });

  it("needs a key to verify tokens of machines", async () => {
    const [ours, official] = createFlavours(backend);
    const run = (flavour: Flavour | undefined) =>
      flavour?.authenticate(bearer("mt_x"), { acceptsToken: "m2m_token" }, {
        secretKey: undefined,
        env: {},
      }) ?? Promise.reject();
    await assertRejects(
      () => run(official),
      Error,
      "Machine token authentication requires either a Machine secret key or a Clerk secret key.",
    );
    assertEquals(
      outcome(await run(ours)),
      refused("m2m_token", "secret-key-invalid"),
    );
  });
});
