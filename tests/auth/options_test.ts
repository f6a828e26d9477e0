// What becomes of options: those of classes, those that change, those undefined.
import { assert, assertEquals } from "@std/assert";
import { beforeEach, describe, it } from "@std/testing/bdd";
import { withClerk } from "../../handler.ts";
import { verifySessionToken } from "../../internal.ts";
import {
  authenticateRequest,
  createAuthenticateRequest,
  createClerkClient,
  createMultiInstanceVerifier,
  createTokenVerifier,
  verifyToken,
  type VerifyTokenOptions,
} from "../../mod.ts";
import {
  makeClock,
  makeKey,
  makeToken,
  PUBLISHABLE,
  SECRET,
  type TestKey,
} from "../keys/fixtures.ts";

const ISSUER = "https://clerk.example.com";
const OURS = "https://app.example.com";
const THEIRS = "https://other.example.com";
const PARTIES = "token-invalid-authorized-parties";

/** Settings as programs keep them: behind accessors, which a spread misses. */
class Settings {
  readonly #key: TestKey;
  readonly #parties: readonly string[];
  constructor(key: TestKey, parties: readonly string[] = [THEIRS]) {
    this.#key = key;
    this.#parties = parties;
  }
  get jwtKey(): string {
    return this.#key.pem;
  }
  get publishableKey(): string {
    return PUBLISHABLE;
  }
  get issuer(): string {
    return ISSUER;
  }
  get clock(): { now(): number } {
    return clock;
  }
  get env(): object {
    return {};
  }
  get authorizedParties(): readonly string[] {
    return this.#parties;
  }
}

const clock = makeClock();

describe("options", () => {
  let key: TestKey;
  let token: string;

  beforeEach(async () => {
    key = await makeKey("a", "ins_a");
    token = await makeToken(key, { claims: { azp: OURS } });
  });

  type Outcome = Promise<
    { readonly error: { readonly reason: string } | undefined }
  >;
  const reasonOf = async (outcome: Outcome) =>
    (await outcome).error?.reason ?? "ok";
  const stateOf = async (
    state: ReturnType<typeof authenticateRequest>,
  ): Promise<string | null> => {
    const { reason, status } = await state;
    return reason ?? status;
  };
  const request = () =>
    new Request("https://app.example.com/", {
      headers: { authorization: `Bearer ${token}` },
    });

  it("of a class demand what its accessors say", async () => {
    const settings = new Settings(key);
    const plain = {
      jwtKey: key.pem,
      clock,
      env: {},
      publishableKey: PUBLISHABLE,
    };
    const verifier = createTokenVerifier(settings);
    const multi = createMultiInstanceVerifier([settings]);
    const open = createTokenVerifier(plain);
    const client = createClerkClient(settings);
    const outcomes = [
      verifyToken(token, settings),
      verifySessionToken(token, settings),
      verifier.verify(token),
      verifier.verify(token, { clockSkewInMs: 1 }),
      multi.verify(token),
      multi.verify(token, { clockSkewInMs: 1 }),
      open.verify(token, settings),
      client.verifyToken(token),
    ];
    for (const [i, outcome] of outcomes.entries()) {
      assertEquals(await reasonOf(outcome), PARTIES, `way ${i}`);
    }
    const states = [
      client.authenticateRequest(request()),
      createAuthenticateRequest(settings)(request()),
      createAuthenticateRequest(plain)(request(), settings),
      authenticateRequest(request(), settings),
    ];
    for (const [i, state] of states.entries()) {
      assertEquals(await stateOf(state), PARTIES, `request ${i}`);
    }
    class OfHandler extends Settings {
      override get env(): never {
        // The host's then, as a Worker hands it over.
        return undefined as never;
      }
    }
    const handler = withClerk(() => new Response("in"), new OfHandler(key));
    assertEquals((await handler(request(), {})).status, 401);
  });

  it("of a class are never found again by those who give none", async () => {
    const settings = new Settings(key, [OURS]);
    assertEquals(await reasonOf(verifyToken(token, settings)), "ok");
    assertEquals(
      await stateOf(authenticateRequest(request(), settings)),
      "signed-in",
    );
    const none: VerifyTokenOptions = {};
    const { error } = await verifyToken(token, none);
    assertEquals(error?.reason, "jwk-failed-to-resolve");
    const other = new Settings(await makeKey("b", "ins_a"), [OURS]);
    assertEquals(
      await reasonOf(verifyToken(token, other)),
      "token-invalid-signature",
    );
    const state = await authenticateRequest(request(), none);
    assert(!state.isSignedIn);
  });

  it("are read when a verifier is made, and never again", async () => {
    const authorizedParties = [THEIRS];
    const jwtKey = { ...key.jwk };
    const options = { jwtKey, clock, env: {}, authorizedParties };
    const verifier = createTokenVerifier(options);
    const multi = createMultiInstanceVerifier([{ ...options, issuer: ISSUER }]);
    const client = createClerkClient(options);
    authorizedParties.push(OURS);
    Object.assign(jwtKey, (await makeKey("b", "ins_a")).jwk);
    for (
      const { verify } of [verifier, multi, { verify: client.verifyToken }]
    ) {
      for (const overrides of [undefined, {}, { clockSkewInMs: 1 }]) {
        assertEquals(await reasonOf(verify(token, overrides)), PARTIES);
      }
    }
  });

  it("that are undefined are not given", async () => {
    const pending = await makeToken(key, { claims: { sts: "pending" } });
    const { error } = await verifySessionToken(pending, {
      jwtKey: key.pem,
      clock,
      treatPendingAsSignedOut: undefined,
    });
    assertEquals(error, undefined);
  });

  it("for one token must be an object", async () => {
    const verifier = createTokenVerifier({ jwtKey: key.pem, clock, env: {} });
    for (const overrides of [1, "text", true, []]) {
      const { error } = await verifier.verify(token, overrides as object);
      assertEquals(error?.reason, "options-invalid");
      assertEquals(error?.message, 'Cannot use "options": expected an object.');
    }
  });

  it("take no machine's key from another instance's environment", async () => {
    const keys: (string | null)[] = [];
    const fetch = (_: string, init?: RequestInit) => {
      keys.push(new Headers(init?.headers).get("authorization"));
      return Promise.resolve(Response.json({}, { status: 404 }));
    };
    const env = {
      CLERK_SECRET_KEY: `${SECRET}_other`,
      CLERK_MACHINE_SECRET_KEY: "ak_other",
    };
    const options = { secretKey: SECRET, publishableKey: PUBLISHABLE, fetch };
    const machine = new Request("https://app.example.com/", {
      headers: { authorization: "Bearer mt_1" },
    });
    const accepts = { acceptsToken: "m2m_token" } as const;
    const client = createClerkClient({ ...options, env });
    await client.m2m.verify({ token: "mt_1" });
    await client.authenticateRequest(machine, accepts);
    await createAuthenticateRequest({ ...options, env })(machine, accepts);
    assertEquals(keys, Array(3).fill(`Bearer ${SECRET}`));
    keys.length = 0;
    const own = { ...env, CLERK_SECRET_KEY: SECRET };
    await createClerkClient({ ...options, env: own }).m2m.verify({
      token: "mt_1",
    });
    assertEquals(keys, ["Bearer ak_other"]);
  });

  it("take no machine's key that is blank", () => {
    const env = { CLERK_MACHINE_SECRET_KEY: " \n" };
    createClerkClient({ secretKey: SECRET, env });
  });
});
