import { assert, assertEquals } from "@std/assert";
import { afterEach, beforeEach, describe, it } from "@std/testing/bdd";
import fc from "fast-check";
import { createAuthenticateRequest } from "../../../mod.ts";
import { parseCookies } from "../../../src/text/cookies.ts";
import { parsePathPattern } from "../../../src/text/path_pattern.ts";
import { removeParameters } from "../../../src/text/query.ts";
import {
  API,
  createBackend,
  createFlavours,
  holdHost,
  keyOf,
  sign,
} from "./harness.ts";

const NAMES = [
  "__session",
  "__session_AAAAAAAA",
  "__client_uat",
  "__clerk_db_jwt",
  "__clerk_handshake",
  "__clerk_handshake_nonce",
  "__clerk_redirect_count",
  "__refresh",
  "other",
];
const PARAMETERS = [
  "__clerk_synced",
  "__clerk_redirect_url",
  "__clerk_db_jwt",
  "__clerk_handshake",
  "__clerk_handshake_nonce",
  "__clerk_help",
  "a",
];
const HEADERS = [
  "host",
  "origin",
  "referer",
  "accept",
  "x-forwarded-host",
  "x-forwarded-proto",
  "sec-fetch-dest",
  "authorization",
];

/** What a header can hold, the more likely the closer to what is parsed. */
const value = fc.oneof(
  fc.constantFrom("document", "https", "true", "false", "0", "3", "", "a.b.c"),
  fc.string({ unit: "binary-ascii" }).map((s) =>
    // deno-lint-ignore no-control-regex
    s.replace(/[\x00-\x1f\x7f]/g, "")
  ),
  fc.webUrl(),
  fc.constant("%"),
  fc.constant("%E0%A4%A"),
  fc.constant('"quoted"'),
);

const request = fc.record({
  method: fc.constantFrom("GET", "POST", "HEAD"),
  path: fc.webPath(),
  parameters: fc.array(fc.tuple(fc.constantFrom(...PARAMETERS), value)),
  cookies: fc.array(fc.tuple(fc.constantFrom(...NAMES), value)),
  headers: fc.array(fc.tuple(fc.constantFrom(...HEADERS), value)),
  isHeader: fc.boolean(),
});

type Parts = typeof request extends fc.Arbitrary<infer T> ? T : never;

function build(parts: Parts): Request {
  const query = parts.parameters.map(([n, v]) => `${n}=${v}`).join("&");
  const headers = new Headers({ "sec-fetch-dest": "document" });
  for (const [name, text] of parts.headers) headers.set(name, text);
  const pairs = parts.cookies.map(([n, v]) => `${n}=${v}`);
  if (pairs.length > 0) headers.set("cookie", pairs.join("; "));
  const url = new URL(`https://app.example.com${parts.path}`);
  url.search = query;
  return new Request(url, { method: parts.method, headers });
}

describe("whatever a request holds", () => {
  const backend = createBackend();
  let host: ReturnType<typeof holdHost>;
  beforeEach(() => {
    host = holdHost();
  });
  afterEach(() => host.release());

  for (const kind of ["test", "live"] as const) {
    it(`it gets a state, ${kind}`, async () => {
      const authenticate = createAuthenticateRequest({
        publishableKey: keyOf(kind),
        secretKey: `sk_${kind}_x`,
        apiUrl: API,
        fetch: backend.fetch,
        env: {},
      });
      await fc.assert(
        fc.asyncProperty(request, async (parts) => {
          const state = await authenticate(build(parts), {
            acceptsToken: parts.isHeader ? "any" : "session_token",
          });
          assert(state.status !== "signed-in");
          assert(state.reason);
          const auth = state.toAuth();
          assertEquals(auth === null, state.status === "handshake");
          const location = state.headers.get("location");
          if (state.status === "handshake") {
            assert(URL.canParse(location ?? ""));
          }
          structuredClone(JSON.parse(JSON.stringify(auth)));
        }),
        { numRuns: 400 },
      );
    });
  }

  it("only a wrong setting makes the drop-in flavour throw, or a handshake", async () => {
    const [, official] = createFlavours(backend);
    await fc.assert(
      fc.asyncProperty(request, async (parts) => {
        try {
          await official?.authenticate(build(parts));
        } catch (error) {
          const { message } = error as Error;
          assert(message.startsWith("Clerk: Handshake token"), message);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("a good token with one character changed is none", async () => {
    const authenticate = createAuthenticateRequest({
      publishableKey: keyOf("live"),
      secretKey: "sk_live_x",
      apiUrl: API,
      fetch: backend.fetch,
      env: {},
    });
    const token = await sign();
    const character = fc.constantFrom(..."ABCxyz019-_.=+/ ");
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), character, async (at, by) => {
        const text = token.slice(0, at) + by + token.slice(at + 1);
        const { status } = await authenticate(
          new Request("https://app.example.com/", {
            headers: { authorization: `Bearer ${text}` },
          }),
        );
        assertEquals(status === "signed-in", text === token);
      }),
      { numRuns: 300 },
    );
  });
});

describe("texts that requests are made of", () => {
  it("cookies: the first of a name, decoded", () => {
    const name = fc.stringMatching(/^__[a-z_]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string())), (pairs) => {
        const header = pairs.map(([n, v]) => `${n}=${encodeURIComponent(v)}`);
        const found = parseCookies(header.join("; "), "__");
        const expected = new Map([...pairs].reverse());
        assertEquals([...found].sort(), [...expected].sort());
      }),
    );
  });

  it("parameters: the others stay as they are written", () => {
    const pair = fc.tuple(
      fc.constantFrom("a", "b", "x", "y"),
      fc.webFragments(),
    );
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const text = (list: typeof pairs) =>
          list.length
            ? `?${
              list.map(([n, v]) => `${n}=${v.replace(/[&#]/g, "")}`).join("&")
            }`
            : "";
        const url = "https://example.com/p";
        const left = removeParameters(
          url + text(pairs),
          ["x", "y"],
        );
        assertEquals(left, url + text(pairs.filter(([n]) => n < "x")));
      }),
    );
  });

  it("patterns: what they name comes back", () => {
    const segment = fc.stringMatching(/^[A-Za-z0-9%~-]{1,12}$/);
    fc.assert(
      fc.property(segment, segment, fc.array(segment), (id, lang, rest) => {
        const match = parsePathPattern("/:lang/orgs/:id/(.*)");
        const found = match?.(`/${lang}/orgs/${id}/${rest.join("/")}`);
        assertEquals([found?.id, found?.lang], [id, lang]);
      }),
    );
  });

  it("patterns: none of them throws, whatever they are", () => {
    fc.assert(
      fc.property(fc.string(), fc.webPath(), (pattern, path) => {
        parsePathPattern(pattern)?.(path);
        parsePathPattern(`/:a(.*)${pattern}`)?.(path);
      }),
    );
  });
});
