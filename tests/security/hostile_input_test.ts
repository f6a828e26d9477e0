// Security case 12 and what is like it: input made to crash, to hang or to be
// read twice, through the public entries.
import { assert, assertEquals } from "@std/assert";
import { beforeAll, describe, it } from "@std/testing/bdd";
import { verifyToken as verifyLikeOfficial } from "../../compat/mod.ts";
import { verifyWebhook as verifyHookLikeOfficial } from "../../compat/webhooks.ts";
import { decodeJwt, verifyJwt } from "../../jwt.ts";
import {
  createClerkClient,
  createMultiInstanceVerifier,
  createTokenVerifier,
} from "../../mod.ts";
import { signWebhook, verifyWebhook } from "../../webhooks.ts";
import {
  CLAIMS,
  createRsaKey,
  encode,
  HEADER,
  signText,
  type TestKey,
} from "../parity/tokens.ts";

const NOW = Math.floor(Date.now() / 1000);
const TIMES = { iat: NOW - 10, nbf: NOW - 10, exp: NOW + 3600 };
const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const BODY = '{"object":"event","type":"user.deleted","data":{"id":"user_1"}}';

/** Far more than any of it takes, far less than going astray would. */
const SOON = 2_000;

let key: TestKey;

/** Runs something, and demands that it is done soon. */
async function soon<T>(name: string, run: () => T | Promise<T>): Promise<T> {
  const start = Date.now();
  const outcome = await run();
  const took = Date.now() - start;
  assert(took < SOON, `${name} took ${took} ms`);
  return outcome;
}

function nest(depth: number): string {
  return `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
}

describe("a token", () => {
  beforeAll(async () => {
    key = await createRsaKey();
  });

  it("that is malformed gets a typed error from all who take one", async () => {
    const good = await signText(
      JSON.stringify(HEADER),
      JSON.stringify({ ...CLAIMS, ...TIMES }),
      key,
    );
    const [head = "", body = "", signature = ""] = good.split(".");
    const part = (text: string) => `${head}.${encode(text)}.${signature}`;
    const malformed: readonly unknown[] = [
      "",
      ".",
      "..",
      "...",
      "....",
      head,
      `${head}.${body}`,
      `${good}.`,
      `.${good}`,
      `${good}.${signature}`,
      `${good}.${body}.${signature}`,
      `.${body}.${signature}`,
      `${head}..${signature}`,
      `${head}.${body}.`,
      `${good}=`,
      `${good}==`,
      ` ${good}`,
      `${good}\n`,
      good.replace(".", ".\t"),
      `${good}\u0000`,
      `\ufeff${good}`,
      `${head}.${body}.${signature.slice(0, -1)}+`,
      `${head}.${body}.${signature.slice(0, -1)}/`,
      `${head}.${body}.${"A".repeat(5)}`,
      part("null"),
      part("[]"),
      part('"text"'),
      part("1"),
      part("{"),
      part("\u0000"),
      part(`${"[".repeat(50_000)}${"]".repeat(50_000)}`),
      part(nest(12_000)),
      part(`{"a":${"9".repeat(60_000)}}`),
      `${encode(nest(12_000))}.${body}.${signature}`,
      "a".repeat(1_000_000),
      ".".repeat(1_000_000),
      `${"a".repeat(500_000)}.${"a".repeat(500_000)}.a`,
      `${good}${"A".repeat(1_000_000)}`,
      undefined,
      null,
      0,
      NaN,
      true,
      {},
      [],
      [good],
      new String(good),
      { toString: () => good },
      Symbol("token"),
      () => good,
    ];
    const jwtKey = key.publicPem;
    const issuer = "https://clerk.example.com";
    const verifier = createTokenVerifier({ jwtKey, env: {} });
    const several = createMultiInstanceVerifier([{ jwtKey, issuer }]);
    for (const token of malformed as string[]) {
      const named = String(token).slice(0, 40);
      const outcomes = await soon(named, async () => [
        decodeJwt(token),
        await verifier.verify(token),
        await several.verify(token),
        await verifyJwt(token, { key: jwtKey }),
      ]);
      for (const { error } of outcomes.slice(1)) {
        assert(error, named);
        assert(/^token-invalid/.test(error.reason), `${named} ${error.reason}`);
      }
      const refused = await verifyLikeOfficial(token, { jwtKey })
        .then(() => undefined, (error) => error);
      assertEquals(refused?.name, "TokenVerificationError", named);
    }
  });

  it("that nests its claims deeply is no reason to crash", async () => {
    for (const depth of [100, 5_000, 15_000]) {
      const text = JSON.stringify({ ...CLAIMS, ...TIMES }).slice(0, -1);
      const token = await signText(
        JSON.stringify(HEADER),
        `${text},"deep":${nest(depth)}}`,
        key,
      );
      const jwtKey = key.publicPem;
      const verifier = createTokenVerifier({ jwtKey, env: {} });
      for (let i = 0; i < 2; i++) {
        const { result } = await verifier.verify(token);
        assertEquals(result?.sub, "user_1", `${depth}`);
      }
      const payload = await verifyLikeOfficial(token, { jwtKey });
      assertEquals(payload.sub, "user_1", `${depth}`);
    }
  });

  it("gives the drop-in's caller claims that are the caller's own", async () => {
    const token = await signText(
      JSON.stringify(HEADER),
      JSON.stringify({ ...CLAIMS, ...TIMES, roles: ["reader"] }),
      key,
    );
    const options = { jwtKey: key.publicPem };
    const first = await verifyLikeOfficial(token, options);
    Object.assign(first, { sub: "user_admin" });
    const { roles } = first;
    assert(Array.isArray(roles));
    roles.push("admin");
    const second = await verifyLikeOfficial(token, options);
    assertEquals([second.sub, second.roles], ["user_1", ["reader"]]);
  });
});

describe("a request", () => {
  it("with cookies made to take long is judged soon", async () => {
    const { authenticateRequest } = createClerkClient({
      jwtKey: key.publicPem,
      env: {},
    });
    const half = 1_000_000;
    for (
      const cookie of [
        `${";".repeat(2 * half)}=`,
        `${"a;".repeat(half)}=`,
        `${";".repeat(half)}${" ".repeat(half)}=`,
        "=".repeat(2 * half),
        "__session=%41;".repeat(half / 10),
      ]
    ) {
      const name = cookie.slice(0, 12);
      const request = new Request("https://example.com", {
        headers: { cookie },
      });
      const state = await soon(name, () => authenticateRequest(request));
      assertEquals(state.status, "signed-out", name);
    }
  });
});

describe("a webhook", () => {
  it("is read once, whatever its object gives the second time", async () => {
    const { result: headers } = await signWebhook(BODY, {
      signingSecret: SECRET,
    });
    const evil = BODY.replace("user_1", "user_2");
    let reads = 0;
    const turning = {
      headers: { ...headers },
      get body() {
        return reads++ === 0 ? BODY : evil;
      },
    };
    const { result } = await verifyWebhook(turning, { signingSecret: SECRET });
    assertEquals(result?.data, { id: "user_1" });

    const bytes = new TextEncoder().encode(BODY);
    const pending = verifyWebhook({ headers: { ...headers }, body: bytes }, {
      signingSecret: SECRET,
    });
    bytes.set(new TextEncoder().encode(evil));
    const outcome = await pending;
    // Verified as it was, or refused as it is; never one for the other.
    if (outcome.result) assertEquals(outcome.result.data, { id: "user_1" });
    else assertEquals(outcome.error.code, "webhook-signature-invalid");
  });

  it("that throws, lies or is endless is refused with an error", async () => {
    const { result } = await signWebhook(BODY, { signingSecret: SECRET });
    const headers = { ...result };
    const fail = () => {
      throw new Error("no");
    };
    const hostile: readonly unknown[] = [
      new Proxy({}, { get: fail, has: fail }),
      new Proxy({}, { get: fail }),
      {
        headers,
        get body() {
          return fail();
        },
      },
      {
        get headers() {
          return fail();
        },
        body: BODY,
      },
      { headers: new Proxy({}, { ownKeys: fail, has: fail }), body: BODY },
      { headers: { append: () => {}, get: fail }, body: BODY },
      { headers: { append: () => {}, get: () => 1 }, body: BODY },
      { headers: Object.create(headers), body: BODY },
      { headers: [[1, 2]], body: BODY },
      { headers: [null], body: BODY },
      { headers: { ...headers, "svix-signature": ["", ""] }, body: BODY },
      { headers: { ...headers, "svix-id": {} }, body: BODY },
      { headers, body: new String(BODY) },
      { headers, body: [...BODY] },
      { headers, body: JSON.parse(BODY) },
      { headers, body: { length: BODY.length } },
      { headers, arrayBuffer: fail },
      { headers, arrayBuffer: () => BODY.length },
      { headers, arrayBuffer: () => Promise.reject(new Error("no")) },
      null,
      undefined,
      BODY,
      [],
      () => BODY,
    ];
    for (const input of hostile) {
      const outcome = await verifyWebhook(input as never, {
        signingSecret: SECRET,
      });
      assertEquals(outcome.result, undefined);
      assertEquals(outcome.error?.name, "WebhookVerificationError");
    }
  });

  it("with headers made to take long is refused soon", async () => {
    const { result } = await signWebhook(BODY, { signingSecret: SECRET });
    const long = 100_000;
    for (
      const unit of [" ", ",", "v1,", "v1,x ", ", ", ".", "1", "a", "=", "é"]
    ) {
      for (const name of ["svix-id", "svix-timestamp", "svix-signature"]) {
        const value = unit.repeat(long / unit.length);
        const headers = { ...result, [name]: `v1,${value}` };
        const input = { headers, body: BODY };
        const { error } = await soon(
          `${name} ${unit}`,
          () => verifyWebhook(input, { signingSecret: SECRET }),
        );
        assert(error, `${name} ${unit}`);
        if (unit === "é") continue;
        const request = new Request("https://example.com", {
          method: "POST",
          headers,
          body: BODY,
        });
        const refused = await soon(
          `compat ${name} ${unit}`,
          () =>
            verifyHookLikeOfficial(request, { signingSecret: SECRET })
              .then(() => "accepted", () => "refused"),
        );
        assertEquals(refused, "refused");
      }
    }
  });
});

describe("an answer of the API", () => {
  it("that nests deeply or holds no object gives an error, never a rejection", async () => {
    const bodies = [nest(50_000), `${"[".repeat(50_000)}`, "null", "1", '""'];
    for (const body of bodies) {
      for (const status of [200, 400, 500]) {
        const clerk = createClerkClient({
          secretKey: "sk_test_hostile",
          env: {},
          retry: false,
          fetch: () =>
            Promise.resolve(
              new Response(body, {
                status,
                headers: { "content-type": "application/json" },
              }),
            ),
        });
        const { users } = clerk;
        const one = await soon(body.slice(0, 9), () => users.getUser("user_1"));
        assert(one.errors, body.slice(0, 9));
        const list = await users.getUserList();
        assert(list.errors, body.slice(0, 9));
      }
    }
  });
});
