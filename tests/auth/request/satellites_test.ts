import { assertEquals, assertRejects } from "@std/assert";
import { afterEach, beforeEach, describe, it } from "@std/testing/bdd";
import {
  assertState,
  createBackend,
  createFlavours,
  type Expected,
  holdHost,
  live,
  requestOf,
  sign,
  T0,
} from "./harness.ts";
import type { RequestInit } from "./harness.ts";

interface Row extends RequestInit {
  readonly name: string;
  readonly query?: string;
  readonly isLive?: boolean;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly expected: Expected;
}

const SIGN_IN = "https://primary.dev/sign-in";
const SATELLITE = {
  isSatellite: true,
  domain: "satellite.dev",
  signInUrl: SIGN_IN,
};
const AUTO = { ...SATELLITE, satelliteAutoSync: true };
const MANUAL = { ...SATELLITE, satelliteAutoSync: false };
const KNOWN = { __clerk_db_jwt: "deadbeef" };
const OUT: Expected = {
  status: "signed-out",
  reason: "session-token-and-uat-missing",
  message: "",
  location: null,
};
const SYNC: Expected = {
  status: "handshake",
  reason: "satellite-needs-syncing",
  message: "",
};
const toPrimary = (query = "") =>
  `${SIGN_IN}?__clerk_redirect_url=${
    encodeURIComponent(`http://example.com/path${query}`)
  }`;

const ROWS: readonly Row[] = [
  {
    name: "asks by itself, in development",
    options: AUTO,
    cookies: { ...KNOWN, __client_uat: 0 },
    expected: { ...SYNC, location: toPrimary() },
  },
  {
    name: "asks by itself, though the browser is not known",
    options: AUTO,
    expected: { ...SYNC, location: toPrimary() },
  },
  {
    name: "asks by itself, in production",
    isLive: true,
    options: AUTO,
    expected: {
      ...SYNC,
      location: /^https:\/\/clerk\.satellite\.dev\/v1\/client\/handshake\?/,
    },
  },
  {
    name: "does not ask for what is no page",
    isLive: true,
    options: AUTO,
    headers: { "sec-fetch-dest": "empty" },
    expected: OUT,
  },
  {
    name: "does not ask for POST",
    isLive: true,
    options: AUTO,
    method: "POST",
    expected: OUT,
  },
  {
    name: "has just asked",
    options: SATELLITE,
    query: "?__clerk_synced=true",
    cookies: KNOWN,
    expected: OUT,
  },
  {
    name: "has just asked, and would by itself",
    isLive: true,
    options: AUTO,
    query: "?__clerk_synced=true",
    cookies: { __client_uat: 0 },
    expected: OUT,
  },
  {
    name: "does not ask when told not to",
    isLive: true,
    options: MANUAL,
    cookies: { __client_uat: 0 },
    expected: OUT,
  },
  {
    name: "does not ask by default, in production",
    isLive: true,
    options: SATELLITE,
    expected: OUT,
  },
  {
    name: "does not ask by default, in development",
    options: SATELLITE,
    cookies: KNOWN,
    expected: OUT,
  },
  {
    name: "does not ask by default, though the browser is not known",
    options: SATELLITE,
    expected: OUT,
  },
  {
    name: "does not ask by itself for who is signed in",
    options: AUTO,
    cookies: { ...KNOWN, __client_uat: T0, __session: "TOKEN" },
    expected: { status: "signed-in", location: null },
  },
  {
    name: "does not ask, and takes a page's cookies, wherever it is come from",
    options: SATELLITE,
    headers: { referer: "https://other.com/x" },
    cookies: { ...KNOWN, __client_uat: T0, __session: "TOKEN" },
    expected: { status: "signed-in", location: null },
  },
  {
    name: "asks when the URL says so, in production",
    isLive: true,
    options: MANUAL,
    query: "?__clerk_synced=false",
    expected: SYNC,
  },
  {
    name: "asks when the URL says so, in development",
    options: SATELLITE,
    query: "?__clerk_synced=false",
    cookies: KNOWN,
    expected: { ...SYNC, location: toPrimary("?__clerk_synced=false") },
  },
  {
    name: "stops after three",
    isLive: true,
    options: SATELLITE,
    query: "?__clerk_synced=false",
    cookies: { __clerk_redirect_count: 3 },
    expected: {
      status: "signed-out",
      reason: "satellite-needs-syncing",
      message: "",
      location: null,
    },
  },
  {
    name: "through a proxy of its own",
    isLive: true,
    options: {
      isSatellite: true,
      proxyUrl: "https://proxy.dev/__clerk",
      signInUrl: SIGN_IN,
    },
    query: "?__clerk_synced=false",
    expected: { ...SYNC, location: /^https:\/\/proxy\.dev\/__clerk\/v1/ },
  },
];

const BACK = "http://satellite.dev/page?a=1&__clerk_synced=false#here";
const PRIMARY = `?__clerk_redirect_url=${encodeURIComponent(BACK)}`;
const ANSWER: Expected = {
  status: "handshake",
  reason: "primary-responds-to-syncing",
  message: "",
};

const PRIMARY_ROWS: readonly Row[] = [
  {
    name: "answers",
    query: PRIMARY,
    cookies: { ...KNOWN, __client_uat: T0, __session: "TOKEN" },
    expected: {
      ...ANSWER,
      location:
        "http://satellite.dev/page?a=1&__clerk_synced=true&__clerk_db_jwt=deadbeef#here",
    },
  },
  {
    name: "answers before it takes over a browser",
    query: `${PRIMARY}&__clerk_db_jwt=from_url`,
    cookies: KNOWN,
    expected: {
      ...ANSWER,
      location:
        "http://satellite.dev/page?a=1&__clerk_synced=true&__clerk_db_jwt=from_url#here",
    },
  },
  {
    name: "does not answer in production",
    isLive: true,
    query: PRIMARY,
    cookies: { __client_uat: T0, __session: "TOKEN" },
    expected: { status: "signed-in", location: null },
  },
  {
    name: "does not answer POST",
    method: "POST",
    query: PRIMARY,
    cookies: KNOWN,
    expected: {
      status: "signed-out",
      reason: "primary-responds-to-syncing",
      location: null,
    },
  },
  {
    name: "does not answer what is no address of the web",
    query: "?__clerk_redirect_url=javascript:alert(1)",
    cookies: { ...KNOWN, __client_uat: T0, __session: "TOKEN" },
    expected: { status: "signed-in", location: null },
  },
  {
    name: "does not answer what is no URL",
    query: "?__clerk_redirect_url=%2Fhere",
    cookies: { ...KNOWN, __client_uat: T0, __session: "TOKEN" },
    expected: { status: "signed-in", location: null },
  },
  {
    name: "does not answer an origin that is not allowed",
    query: PRIMARY,
    options: { allowedRedirectOrigins: ["https://satellite.dev"] },
    cookies: { ...KNOWN, __client_uat: T0, __session: "TOKEN" },
    expected: { status: "signed-in", location: null },
  },
  {
    name: "answers an origin that is allowed",
    query: PRIMARY,
    options: { allowedRedirectOrigins: ["http://satellite.dev"] },
    cookies: KNOWN,
    expected: ANSWER,
  },
  {
    name: "takes a text for one origin, not for its parts",
    query: PRIMARY,
    options: { allowedRedirectOrigins: "http://satellite.develop" },
    cookies: { ...KNOWN, __client_uat: T0, __session: "TOKEN" },
    expected: { status: "signed-in", location: null },
  },
];

describe("several domains", () => {
  const backend = createBackend();
  let host: ReturnType<typeof holdHost>;
  beforeEach(() => {
    host = holdHost();
  });
  afterEach(() => host.release());

  for (const flavour of createFlavours(backend)) {
    const run = async (row: Row) => {
      const token = await sign();
      const cookies = Object.fromEntries(
        Object.entries(row.cookies ?? {}).map(([name, value]) => [
          name,
          value === "TOKEN" ? token : value,
        ]),
      );
      const url = `http://clerk.com/path${row.query ?? ""}`;
      const state = await flavour.authenticate(
        requestOf({ ...row, url, cookies }),
        row.options,
        row.isLive ? live : {},
      );
      assertState(flavour, state, row.expected);
      assertEquals(state.isSatellite, row.options?.isSatellite ?? false);
      assertEquals(state.domain, row.options?.domain ?? "");
    };
    for (const row of ROWS) {
      it(`${flavour.name}, satellite: ${row.name}`, () => run(row));
    }
    for (const row of PRIMARY_ROWS) {
      it(`${flavour.name}, primary: ${row.name}`, () => run(row));
    }

    it(`${flavour.name}: a satellite with good cookies is signed in`, async () => {
      const iss = "https://clerk.satellite.dev";
      const state = await flavour.authenticate(
        requestOf({
          headers: {
            "sec-fetch-dest": "empty",
            referer: "https://clerk.com/x",
          },
          cookies: { __client_uat: 12345, __session: await sign({ iss }) },
        }),
        SATELLITE,
        live,
      );
      assertState(flavour, state, { status: "signed-in" });
      assertEquals(state.signInUrl, SIGN_IN);
    });

    it(`${flavour.name}: a satellite needs a sign-in page and a domain`, async () => {
      const wrong = [
        { isSatellite: true, domain: "satellite.dev" },
        { isSatellite: true, signInUrl: SIGN_IN },
      ];
      for (const options of wrong) {
        const run = () => flavour.authenticate(requestOf({}), options);
        if (flavour.name === "compat") {
          await assertRejects(run, Error, "Missing");
        } else {
          const state = await run();
          assertEquals([state.status, state.reason], [
            "signed-out",
            "options-invalid",
          ]);
        }
      }
    });
  }

  it("tells on the console why a satellite goes in circles", async () => {
    const [, official] = createFlavours(backend);
    await official?.authenticate(
      requestOf({
        url: "http://clerk.com/path?__clerk_synced=false",
        cookies: { __clerk_redirect_count: 3 },
      }),
      SATELLITE,
      live,
    );
    const [line = ""] = host.printed;
    for (
      const part of [
        "log: ",
        "Satellite-domain authentication",
        "configured primary or satellite domain",
        "preview deployments",
      ]
    ) assertEquals(line.includes(part), true, part);
  });
});

/** Where a browser comes from, and whether the session is compared then. */
const REFERERS: readonly (readonly [
  referer: string | undefined,
  isCompared: boolean,
  how?: Row["headers"] & object,
  kind?: "test" | "live",
])[] = [
  ["https://other.com/x", true],
  ["https://other.com/x", true, { "sec-fetch-site": "cross-site" }],
  ["https://primary.com/x", false],
  ["https://primary.com/x", false, { "sec-fetch-site": "cross-site" }],
  ["http://primary.com/x", true],
  [undefined, false],
  ["not a URL", false],
  ["https://other.com/x", false, { "sec-fetch-dest": "empty" }],
  ["https://other.com/x", false, { "sec-fetch-dest": "iframe" }],
  ["https://accounts.example.com/x", true],
  ["https://accounts.attacker.com/x", true],
  ["https://accounts.attacker.com/x", true, {}, "test"],
  ["https://foo-bar-1.accounts.dev/x", false, {}, "test"],
  ["https://foo-bar-1.accounts.dev/x", true],
  ["https://accounts.foo.bar-1.lcl.dev/x", false, {}, "test"],
  ["https://accounts.foo.bar-1.lcl.dev/x", true],
  ["https://accounts.dev.attacker.com/x", true, {}, "test"],
  ["https://attacker-accounts.dev/x", true, {}, "test"],
  ["https://attackeraccounts.dev/x", true, {}, "test"],
  ["https://accounts.inspired.puma-74.lcl.dev/x", false],
  ["https://accounts.inspired.puma-74.lcl.dev:8443/x", true],
  ["http://accounts.inspired.puma-74.lcl.dev/x", true],
  ["https://clerk.inspired.puma-74.lcl.dev/x", false],
  // The Frontend API of another instance, which is no page.
  ["https://foo-bar-1.clerk.accounts.dev/x", true, {}, "test"],
];

describe("a browser that comes from elsewhere", () => {
  const backend = createBackend();
  let host: ReturnType<typeof holdHost>;
  beforeEach(() => {
    host = holdHost();
  });
  afterEach(() => host.release());

  for (const flavour of createFlavours(backend)) {
    for (const [referer, isCompared, how, kind = "live"] of REFERERS) {
      const label = `${flavour.name}, ${kind}: ${referer} ${
        JSON.stringify(how ?? {})
      }`;
      it(label, async () => {
        const state = await flavour.authenticate(
          requestOf({
            url: "https://primary.com/dashboard",
            headers: { host: "primary.com", referer, ...how },
            cookies: { ...KNOWN, __client_uat: T0, __session: await sign() },
          }),
          { domain: "primary.com" },
          kind === "live" ? live : {},
        );
        assertState(
          flavour,
          state,
          isCompared
            ? {
              status: "handshake",
              reason: "primary-domain-cross-origin-sync",
              message:
                "Cross-origin request from satellite domain requires handshake",
            }
            : { status: "signed-in" },
        );
      });
    }

    it(`${flavour.name}: is compared once, and not for POST`, async () => {
      const __session = await sign();
      const run = (method: string, count: number) =>
        flavour.authenticate(
          requestOf({
            method,
            headers: { referer: "https://other.com/x" },
            cookies: {
              __client_uat: T0,
              __session,
              __clerk_redirect_count: count,
            },
          }),
          {},
          live,
        );
      assertEquals((await run("POST", 0)).status, "signed-in");
      assertEquals((await run("GET", 1)).status, "signed-in");
      assertEquals((await run("GET", 0)).status, "handshake");
    });
  }
});
