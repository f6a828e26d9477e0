// Security case 18: a redirect never carries the secret key to another origin,
// over a real network and with the host's own fetch.
import { createServer, type IncomingMessage, type Server } from "node:http";
import { assert, assertEquals } from "@std/assert";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  it,
} from "@std/testing/bdd";
import { createClerkClient as createDropIn } from "../../compat/mod.ts";
import { verifyToken as verifyLikeOfficial } from "../../compat/mod.ts";
import {
  createClerkClient,
  createTokenVerifier,
  verifyToken,
} from "../../mod.ts";
import {
  createRsaKey,
  NOW,
  signToken,
  type TestKey,
} from "../parity/tokens.ts";

const SECRET = "sk_test_stays_at_home";
const STATUSES = [301, 302, 303, 307, 308];
const clock = { now: () => NOW * 1000 };

interface Site {
  readonly server: Server;
  readonly url: string;
  readonly got: IncomingMessage[];
}

/** Where the API is, and where it redirects to. */
let home: Site;
let elsewhere: Site;
let location = "";
let status = 302;
let key: TestKey;

async function open(
  answer: () => [status: number, headers: Record<string, string>, body: string],
): Promise<Site> {
  const got: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    got.push(request);
    request.resume();
    const [code, headers, body] = answer();
    response.writeHead(code, { ...headers, connection: "close" });
    response.end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return { server, url: `http://127.0.0.1:${port}`, got };
}

function close({ server }: Site): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

/** All places that an answer may lead to. */
function places(): string[] {
  const host = elsewhere.url.slice("http://".length);
  return [
    `${elsewhere.url}/v1/users/user_1`,
    `//${host}/v1/users/user_1`,
    `http://user:password@${host}/`,
    "/v1/users/user_2",
    "http://[",
    "",
  ];
}

async function everyRedirect(run: (named: string) => Promise<void>) {
  for (location of places()) {
    for (status of STATUSES) {
      home.got.length = 0;
      await run(`${status} ${location}`);
      assertEquals(elsewhere.got.length, 0, "followed to another origin");
      assertEquals(home.got.length, 1, "followed to another path");
      const { authorization } = home.got[0]?.headers ?? {};
      assertEquals(authorization, `Bearer ${SECRET}`);
    }
  }
}

describe("a redirect", () => {
  beforeAll(async () => {
    key = await createRsaKey();
    const keys = JSON.stringify({ keys: [key.publicJwk] });
    const json = { "content-type": "application/json" };
    elsewhere = await open(() => [200, json, keys]);
    home = await open(() => [status, { ...json, location }, "{}"]);
  });

  afterAll(async () => {
    await close(home);
    await close(elsewhere);
  });

  beforeEach(() => {
    home.got.length = 0;
    elsewhere.got.length = 0;
  });

  it("of a call of the API is an error, and not followed", async () => {
    const options = { secretKey: SECRET, apiUrl: home.url, env: {} };
    const clerk = createClerkClient(options);
    const dropIn = createDropIn(options);
    await everyRedirect(async (named) => {
      const { errors } = await clerk.users.getUser("user_1");
      assertEquals(errors?.[0].code, "unexpected_response", named);
      assert(!JSON.stringify(errors).includes(SECRET), named);
    });
    await everyRedirect(async (named) => {
      const { errors } = await clerk.users.createUser({ firstName: "Ada" });
      assertEquals(errors?.[0].code, "unexpected_response", named);
    });
    await everyRedirect(async (named) => {
      const outcome = await dropIn.users.getUser("user_1")
        .then(() => "answered", (error) => error.name);
      assertEquals(outcome, "ClerkAPIResponseError", named);
    });
  });

  it("of the keys is an error, and nobody else's keys are believed", async () => {
    const token = await signToken(key);
    await everyRedirect(async (named) => {
      const verifier = createTokenVerifier({
        secretKey: SECRET,
        apiUrl: home.url,
        clock,
        env: {},
      });
      const { error } = await verifier.verify(token);
      assertEquals(error?.reason, "jwk-remote-failed-to-load", named);
    });
  });

  it("of the keys is an error of the one-off functions too", async () => {
    location = `${elsewhere.url}/v1/jwks`;
    status = 307;
    const token = await signToken(key);
    const options = {
      secretKey: SECRET,
      apiUrl: home.url,
      skipJwksCache: true,
    };
    const { error } = await verifyToken(token, { ...options, clock, env: {} });
    assertEquals(error?.reason, "jwk-remote-failed-to-load");
    const refused = await verifyLikeOfficial(token, options)
      .then(() => "accepted", (error) => error.reason);
    assertEquals(refused, "jwk-remote-failed-to-load");
    assertEquals(elsewhere.got.length, 0);
    assertEquals(home.got.length, 2);
  });
});
