import {
  assert,
  assertEquals,
  assertNotEquals,
  assertThrows,
} from "@std/assert";
import { beforeAll, describe, it } from "@std/testing/bdd";
import {
  type Authenticate,
  createSides,
  observe,
  type Seen,
} from "./request_comparison.ts";
import type { RequestCase } from "./request_cases.ts";
import {
  createMaterial,
  keyOf,
  type Material,
  SECRETS,
} from "./request_material.ts";
import { NOW } from "./tokens.ts";

interface Departure {
  /** The name that docs/compat.md explains. */
  readonly departs: string;
  readonly what: string;
  readonly kind?: "test" | "live";
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, unknown>>;
  /** Whether a good session comes along. */
  readonly isSignedIn?: boolean;
  /** Which session; a good one without organization by default. */
  readonly session?: string;
  /** What shows on each side. */
  readonly shows: (seen: Seen) => unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** Where the browser comes back to after a handshake. */
const back = ({ headers }: Seen) => {
  const [, parameters] = headers?.location as [string, [string, unknown][]];
  return JSON.stringify(parameters[0]?.[1]);
};
const status = ({ state, threw }: Seen) => state?.status ?? threw;
const APP = "https://app.example.com";

const DEPARTURES: readonly Departure[] = [
  {
    departs: "forwarded-urls",
    what: "a path that starts with two slashes",
    url: `${APP}//evil.example/x`,
    headers: { host: "front.example.com" },
    shows: back,
    ours: '["https://front.example.com//evil.example/x",[]]',
    theirs: '["https://evil.example/x",[]]',
  },
  {
    departs: "forwarded-urls",
    what: "a scheme that is none of the web's",
    headers: { "host": "app.example.com", "x-forwarded-proto": "javascript" },
    shows: back,
    ours: `["${APP}/",[]]`,
    theirs: '["null/",[]]',
  },
  {
    departs: "web-redirects",
    what: "a satellite that is no address of the web",
    url: `${APP}/?__clerk_redirect_url=javascript:alert(1)`,
    isSignedIn: true,
    shows: status,
    ours: "signed-in",
    theirs: "handshake",
  },
  {
    departs: "web-redirects",
    what: "a satellite that is no URL",
    url: `${APP}/?__clerk_redirect_url=abc`,
    isSignedIn: true,
    shows: (seen) => `${status(seen)}`.split(":", 1)[0],
    ours: "signed-in",
    theirs: "TypeError",
  },
  {
    departs: "loop-guard",
    what: "more than three handshakes in a row",
    headers: { cookie: "__clerk_redirect_count=4" },
    shows: status,
    ours: "signed-out",
    theirs: "handshake",
  },
  {
    departs: "forwarded-urls",
    what: "a scheme that is empty",
    headers: { "host": "front.example.com", "x-forwarded-proto": "" },
    shows: back,
    ours: '["https://front.example.com/",[]]',
    theirs: `["${APP}/",[]]`,
  },
  {
    departs: "query-kept",
    what: "a fragment behind a proxy",
    url: `${APP}/a#b`,
    headers: { host: "front.example.com" },
    shows: back,
    ours: '["https://front.example.com/a#b",[]]',
    theirs: '["https://front.example.com/a",[]]',
  },
  {
    departs: "empty-patterns",
    what: "no personal pattern, and an organization that is active",
    options: { organizationSyncOptions: { personalAccountPatterns: [] } },
    isSignedIn: true,
    session: "organization",
    shows: status,
    ours: "signed-in",
    theirs: "handshake",
  },
  {
    departs: "opaque-prefixes",
    what: "an API key with two dots",
    headers: { authorization: "Bearer ak_a.b.c" },
    options: { acceptsToken: "api_key" },
    shows: ({ state }) => `${state?.status} ${state?.tokenType}`,
    ours: "signed-in api_key",
    theirs: "signed-out m2m_token",
  },
  {
    departs: "path-patterns",
    what: "a regular expression in a pattern",
    options: {
      organizationSyncOptions: { organizationPatterns: ["/orgs/:id(\\d+)"] },
    },
    isSignedIn: true,
    shows: (seen) => `${status(seen)}`.split(":", 1)[0],
    ours: "TypeError",
    theirs: "signed-in",
  },
  {
    departs: "path-patterns",
    what: "what is no pattern at all",
    options: {
      organizationSyncOptions: { organizationPatterns: ["/orgs/***"] },
    },
    shows: (seen) => `${status(seen)}`.split(" ", 3).join(" "),
    ours: "TypeError: Invalid pattern",
    theirs: "Error: Invalid pattern",
  },
];

describe("authenticateRequest departs from the official package", () => {
  let material: Material;
  beforeAll(async () => {
    material = await createMaterial();
  });

  async function compare(
    { kind = "test", url = `${APP}/`, headers = {}, ...given }: Omit<
      Departure,
      "departs" | "what" | "shows" | "ours" | "theirs"
    >,
  ): Promise<{ readonly ours: Seen; readonly theirs: Seen }> {
    const { options, isSignedIn, session = "good" } = given;
    const cookie = `__session=${
      material.tokens[session]
    }; __client_uat=${NOW}; __clerk_db_jwt=d`;
    const each: RequestCase = {
      kind,
      method: "GET",
      url,
      headers: {
        "sec-fetch-dest": "document",
        ...isSignedIn && { cookie },
        ...headers,
      },
      options: {
        publishableKey: keyOf(kind),
        secretKey: SECRETS[kind],
        jwtKey: material.key.publicPem,
        ...options,
      },
    };
    const side = createSides()[kind];
    const hostNow = Date.now;
    Date.now = () => NOW * 1000;
    try {
      assert(side);
      return {
        ours: await observe(side.ours, material, each),
        theirs: await observe(side.theirs, material, each),
      };
    } finally {
      Date.now = hostNow;
    }
  }

  for (const { departs, what, shows, ours, theirs, ...rest } of DEPARTURES) {
    it(`(${departs}): ${what}`, async () => {
      const seen = await compare(rest);
      assertNotEquals(seen.ours, seen.theirs, "This case departs no more");
      assertEquals(shows(seen.ours), ours);
      assertEquals(shows(seen.theirs), theirs);
    });
  }

  it("departs (early-errors): when a client is made, not when it is used", async () => {
    const { createClerkClient } = await import("../../compat/mod.ts");
    const official = await import("./official.ts");
    for (
      const keys of [
        { publishableKey: "pk_x" },
        { publishableKey: keyOf("live"), secretKey: "sk_test_x" },
        { secretKey: "a\nb" },
      ]
    ) {
      const options = { ...keys, telemetry: { disabled: true } };
      assertThrows(() => createClerkClient(options), TypeError, "Cannot use");
      official.createClerkClient(options);
    }
  });

  it("takes keys with white space around them, as officially", async () => {
    const { createClerkClient } = await import("../../compat/mod.ts");
    const official = await import("./official.ts");
    const seen: unknown[] = [];
    for (const make of [createClerkClient, official.createClerkClient]) {
      const client = make({
        secretKey: " sk_test_x\r\n",
        machineSecretKey: "\tak_x\n",
        publishableKey: `${keyOf("test")}\n`,
        telemetry: { disabled: true },
      });
      const authenticate = client.authenticateRequest as Authenticate;
      const { status, reason, headers } = await authenticate(
        new Request(APP, { headers: { "sec-fetch-dest": "document" } }),
        {} as never,
      ) as { status: string; reason: string; headers: Headers };
      const to = new URL(headers.get("location") ?? "");
      seen.push([status, reason, to.origin, [...to.searchParams.keys()]]);
    }
    assertEquals(seen[0], seen[1]);
    const sent: (string | null)[] = [];
    const client = createClerkClient({
      secretKey: " sk_test_x\r\n",
      fetch: (_, init) => {
        sent.push(new Headers(init?.headers).get("authorization"));
        return Promise.resolve(Response.json({ id: "user_1" }));
      },
    });
    await client.users.getUser("user_1");
    assertEquals(sent, ["Bearer sk_test_x"]);
  });

  it("departs (key-messages): without a publishable key, in the first line alone", async () => {
    const { createClerkClient } = await import("../../compat/mod.ts");
    const official = await import("./official.ts");
    const messages: string[] = [];
    for (const make of [createClerkClient, official.createClerkClient]) {
      const client = make({
        secretKey: "sk_test_x",
        telemetry: { disabled: true },
      });
      try {
        const authenticate = client.authenticateRequest as Authenticate;
        await authenticate(new Request(APP), {} as never);
      } catch (error) {
        messages.push((error as Error).message);
      }
    }
    const [ours = "", theirs = ""] = messages;
    assertEquals(ours, "Publishable key is missing.");
    assertEquals(theirs.split("\n")[0], ours);
  });

  it("departs (query-kept): the query comes back as it was written", async () => {
    const url = `${APP}/?a=%20&b=~(x)`;
    const sides = createSides().test;
    const request = () =>
      new Request(url, { headers: { "sec-fetch-dest": "document" } });
    assert(sides);
    const found: string[] = [];
    for (const side of [sides.ours, sides.theirs]) {
      const state = await side(request(), {} as never);
      const headers = Reflect.get(state as object, "headers") as Headers;
      const location = new URL(headers.get("location") ?? "");
      found.push(location.searchParams.get("redirect_url") ?? "");
    }
    assertEquals(found, [url, `${APP}/?a=+&b=%7E%28x%29`]);
  });
});
