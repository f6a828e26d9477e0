import { assert, assertEquals, assertRejects } from "@std/assert";
import { afterEach, beforeEach, describe, it } from "@std/testing/bdd";
import {
  assertState,
  createBackend,
  createFlavours,
  FAPI,
  holdHost,
  json,
  live,
  publicPem,
  requestOf,
  type Sent,
  sign,
  signHandshake,
  T0,
} from "./harness.ts";

const SESSION = (token: string) => [
  `__session=${token}; Path=/`,
  `__client_uat=${T0}; Path=/`,
];
const CLEAN = [
  ["?__clerk_handshake_nonce=N", ""],
  ["?a=1&__clerk_handshake_nonce=N", "?a=1"],
  ["?__clerk_handshake_nonce=N&b=%20x&c=a%26b", "?b=%20x&c=a%26b"],
  ["?__clerk_db_jwt=x&__clerk_handshake_nonce=N&__clerk_help=1&d", "?d"],
  ["?__clerk_synced=true&__clerk_handshake_nonce=N", "?__clerk_synced=true"],
  // Left in, it would bring the browser back to the same address for ever.
  ["?__clerk_help=1&a=1&%5f_clerk_handshake_nonce=N", "?a=1"],
] as const;

describe("handshakes", () => {
  const backend = createBackend();
  let host: ReturnType<typeof holdHost>;
  let directives: readonly unknown[];
  beforeEach(async () => {
    host = holdHost();
    backend.sent.length = 0;
    directives = SESSION(await sign());
    backend.answer = ({ url }: Sent) =>
      url === "https://api.clerk.test/v1/clients/handshake_payload?nonce=N"
        ? json({ directives })
        : json({ errors: [{ code: "resource_not_found" }] }, 404);
  });
  afterEach(() => host.release());

  for (const flavour of createFlavours(backend)) {
    const { name } = flavour;
    for (const [query, left] of CLEAN) {
      it(`${name}: a nonce, in development, of ${query}`, async () => {
        const state = await flavour.authenticate(
          requestOf({ url: `http://clerk.com/path${query}` }),
        );
        assertState(flavour, state, {
          status: "signed-in",
          location: `http://example.com/path${left}`,
          cookies: directives as string[],
        });
        assertEquals(state.headers.get("cache-control"), "no-store");
      });
    }

    it(`${name}: a nonce in production`, async () => {
      const state = await flavour.authenticate(
        requestOf({ url: "http://clerk.com/path?__clerk_handshake_nonce=N" }),
        {},
        live,
      );
      assertState(flavour, state, {
        status: "signed-in",
        location: null,
        cookies: directives as string[],
      });
      assertEquals(state.headers.get("cache-control"), null);
      const [sent] = backend.sent;
      const key = sent?.headers.get("authorization");
      assertEquals(key, "Bearer sk_live_deadbeef");
    });

    it(`${name}: a nonce in a cookie`, async () => {
      const state = await flavour.authenticate(
        requestOf({ cookies: { __clerk_handshake_nonce: "N" } }),
      );
      assertState(flavour, state, { status: "signed-in" });
    });

    it(`${name}: a nonce that the API does not know`, async () => {
      const state = await flavour.authenticate(
        requestOf({ url: "http://clerk.com/path?__clerk_handshake_nonce=X" }),
      );
      assertState(flavour, state, {
        status: "signed-out",
        reason: "session-token-missing",
        location: "http://example.com/path",
      });
      const isTold = host.printed.some((line) =>
        line.startsWith(
          "error: Clerk: HandshakeService: error getting handshake payload:",
        )
      );
      assertEquals(isTold, name === "compat");
    });

    for (
      const header of [
        {},
        { cat: "cl_B7d4PD111AAA" },
        { cat: "cl_I7d4PD111III" },
      ]
    ) {
      it(`${name}: a token of category ${header.cat}`, async () => {
        const token = await signHandshake(SESSION(await sign()), header);
        const state = await flavour.authenticate(
          requestOf({
            url: `http://clerk.com/path?__clerk_handshake=${token}`,
          }),
        );
        assertState(flavour, state, {
          status: "signed-in",
          location: "http://example.com/path",
        });
      });
    }

    it(`${name}: a token without cookies`, async () => {
      const token = await signHandshake([]);
      const state = await flavour.authenticate(
        requestOf({ url: `http://clerk.com/path?__clerk_handshake=${token}` }),
      );
      assertState(flavour, state, {
        status: "signed-out",
        reason: "session-token-missing",
        location: "http://example.com/path",
        cookies: [],
      });
    });

    const REFUSED = [
      ["of another key", () => signHandshake([], {}, true)],
      [
        "of a template",
        () => signHandshake([], { cat: "cl_B7d4PD222AAA" }),
      ],
      ["of a machine", () => signHandshake([], { cat: "cl_B7d4PD333AAA" })],
      ["of no known category", () => signHandshake([], { cat: "cl_x" })],
      ["that is none", () => "abc"],
    ] as const;
    for (const [what, make] of REFUSED) {
      it(`${name}: a token ${what}, in production`, async () => {
        const url = `http://clerk.com/path?__clerk_handshake=${await make()}`;
        const state = await flavour.authenticate(requestOf({ url }), {}, live);
        assertState(flavour, state, {
          status: "signed-out",
          reason: "session-token-and-uat-missing",
          cookies: [],
        });
      });

      it(`${name}: a token ${what}, in development`, async () => {
        const url = `http://clerk.com/path?__clerk_handshake=${await make()}`;
        const run = () => flavour.authenticate(requestOf({ url }));
        if (name === "compat") {
          const error = await assertRejects(
            run,
            Error,
            "Clerk: Handshake token",
          );
          const isForged = error.message.includes(
            "due to an invalid signature",
          );
          assertEquals(isForged, what === "of another key");
          const isCategory = error.message.includes(
            "Invalid handshake token category.",
          );
          assertEquals(isCategory, /template|machine|category/.test(what));
          return;
        }
        const state = await run();
        assertState(flavour, state, {
          status: "signed-out",
          reason: "handshake-invalid",
        });
        assert(state.message);
      });
    }

    it(`${name}: a clock that is wrong, in development`, async () => {
      directives = SESSION(
        await sign({ exp: T0 - 60, iat: T0 - 120, nbf: T0 - 130 }),
      );
      const url = "http://clerk.com/path?__clerk_handshake_nonce=N";
      const state = await flavour.authenticate(requestOf({ url }));
      assertState(flavour, state, { status: "signed-in" });
      const strict = await flavour.authenticate(requestOf({ url }), {}, live);
      assertState(flavour, strict, { status: "signed-out", cookies: [] });
    });

    it(`${name}: cookies that would end their header are not set`, async () => {
      directives = ["a=b\r\nx-evil: 1", `__session=${await sign()}`];
      const url = "http://clerk.com/path?__clerk_handshake_nonce=N";
      const state = await flavour.authenticate(requestOf({ url }), {}, live);
      assertState(flavour, state, { status: "signed-out", cookies: [] });
      assertEquals(state.headers.get("x-evil"), null);
    });

    it(`${name}: counts, and stops after three`, async () => {
      const run = (count?: unknown) =>
        flavour.authenticate(
          requestOf({
            cookies: count === undefined
              ? {}
              : { __clerk_redirect_count: count },
          }),
        );
      for (const [count, next] of [[undefined, 1], [1, 2], [2, 3], ["x", 1]]) {
        const state = await run(count);
        assertState(flavour, state, {
          status: "handshake",
          reason: "dev-browser-missing",
          cookies: [
            `__clerk_redirect_count=${next}; SameSite=Lax; HttpOnly; Max-Age=2`,
          ],
        });
      }
      for (const count of [3, 4]) {
        const state = await run(count);
        assertState(flavour, state, {
          status: "signed-out",
          reason: "dev-browser-missing",
          message: "",
          location: null,
          cookies: [],
        });
        if (name === "default") assert(state.message?.includes("three times"));
      }
    });

    const PROXIES = [
      ["https://proxy.com", "https://proxy.com"],
      ["https://proxy.com/", "https://proxy.com"],
      ["https://proxy.com///", "https://proxy.com"],
      ["https://proxy.com/__clerk//", "https://proxy.com/__clerk"],
      ["/__clerk", "http://example.com/__clerk"],
    ] as const;
    for (const [proxyUrl, base] of PROXIES) {
      it(`${name}: through the proxy ${proxyUrl}`, async () => {
        const state = await flavour.authenticate(requestOf({}), { proxyUrl });
        const [address] = state.headers.get("location")?.split("?") ?? [];
        assertEquals(address, `${base}/v1/client/handshake`);
        const shown = proxyUrl.startsWith("/") ? base : proxyUrl;
        assertEquals(state.proxyUrl, shown);
      });
    }

    it(`${name}: is for pages, or for who takes them and says nothing`, async () => {
      const table = [
        ["document", "*/*", "handshake"],
        ["iframe", "*/*", "handshake"],
        ["image", "text/html", "signed-out"],
        [undefined, "text/html;q=0.9", "handshake"],
        ["", "text/html", "handshake"],
        [undefined, "*/*", "signed-out"],
      ] as const;
      for (const [destination, accept, status] of table) {
        const state = await flavour.authenticate(
          requestOf({ headers: { "sec-fetch-dest": destination, accept } }),
        );
        assertEquals(state.status, status, `${destination} ${accept}`);
      }
    });

    it(`${name}: keeps the fragment, and takes none for a query`, async () => {
      const [start, rest] = ["http://clerk.com/a", "#b?__clerk_db_jwt=c"];
      for (const query of ["", "?x=1"]) {
        const state = await flavour.authenticate(
          requestOf({ url: start + query + rest }),
        );
        const url = new URL(state.headers.get("location") ?? "");
        assertEquals(
          url.searchParams.get("redirect_url"),
          `http://example.com/a${query}${rest}`,
        );
      }
      const token = await signHandshake([]);
      const state = await flavour.authenticate(
        requestOf({ url: `${start}?__clerk_handshake=${token}${rest}` }),
      );
      assertEquals(
        state.headers.get("location"),
        `http://example.com/a${rest}`,
      );
    });

    it(`${name}: does not come back with what a browser was told apart by`, async () => {
      const url = "http://clerk.com/a?__dev_session=b&x=1&__clerk_db_jwt=c";
      const state = await flavour.authenticate(requestOf({ url }));
      const location = new URL(state.headers.get("location") ?? "");
      assertEquals(
        location.searchParams.get("redirect_url"),
        "http://example.com/a?x=1",
      );
    });

    it(`${name}: keeps the query, and the origin that proxies name`, async () => {
      const state = await flavour.authenticate(
        requestOf({
          url: "http://10.0.0.1:8080/a//b?x=%20y&z=%26",
          headers: {
            "x-forwarded-host": "app.example.com, inner",
            "x-forwarded-proto": "https,http",
          },
        }),
      );
      const url = new URL(state.headers.get("location") ?? "");
      assertEquals(url.host, FAPI);
      assertEquals(
        url.searchParams.get("redirect_url"),
        "https://app.example.com/a//b?x=%20y&z=%26",
      );
    });
  }

  it("takes an emulator's token where no live key is configured, alone", async () => {
    const [ours] = createFlavours(backend);
    const token = await signHandshake(SESSION(await sign()), {
      kid: "ins_EMULATOR0123456789012345678",
    });
    const url = `http://clerk.com/path?__clerk_handshake=${token}`;
    const jwtKey = await publicPem();
    const run = (client: object) =>
      ours?.authenticate(requestOf({ url }), {}, { ...client, jwtKey });
    assertEquals((await run({}))?.status, "signed-in");
    const state = await run(live);
    assertEquals(state?.status, "signed-out");
    assertEquals(state?.headers.getSetCookie(), []);
  });

  it("asks for a token where no secret key can fetch what a nonce stands for", async () => {
    const [ours] = createFlavours(backend);
    const state = await ours?.authenticate(requestOf({}), {}, {
      secretKey: undefined,
      env: {},
    });
    const url = new URL(state?.headers.get("location") ?? "");
    assertEquals(url.searchParams.has("format"), false);
    assertEquals(
      url.searchParams.get("__clerk_hs_reason"),
      "dev-browser-missing",
    );
  });
});
