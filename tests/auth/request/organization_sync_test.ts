import { assert, assertEquals, assertRejects } from "@std/assert";
import { afterEach, beforeEach, describe, it } from "@std/testing/bdd";
import { parsePathPattern } from "../../../src/text/path_pattern.ts";
import {
  assertState,
  createBackend,
  createFlavours,
  holdHost,
  live,
  requestOf,
  sign,
  T0,
} from "./harness.ts";

/** Patterns, a path, and the organization that the browser is sent for. */
const ROWS: readonly (readonly [
  organizations: readonly string[],
  personal: readonly string[],
  path: string,
  asked: string | undefined,
])[] = [
  [[], [], "/orgs/org_foo", undefined],
  [["/orgs/:id"], [], "/teams/org_foo", undefined],
  [["/orgs/:id"], [], "/orgs/org_foo", "org_foo"],
  [["/orgs/:id/"], [], "/orgs/org_foo/", "org_foo"],
  [["/orgs/:id/(.*)"], [], "/orgs/org_foo/members", "org_foo"],
  [["/orgs/:id/(.*)"], [], "/orgs/org_foo/members/1/edit", "org_foo"],
  [["/:lang/orgs/:id"], [], "/en/orgs/org_foo", "org_foo"],
  [["/orgs/:slug"], [], "/orgs/foo", "foo"],
  [["/orgs/:id"], [], "/orgs/org_foo#here", "org_foo"],
  [["/orgs/:slug"], [], "/orgs/a&organization_id=b", "a&organization_id=b"],
  [["/orgs/:id", "/orgs/:slug"], [], "/orgs/foo", "foo"],
  [["/orgs/:id"], ["/orgs/(.*)"], "/orgs/org_foo", "org_foo"],
  [["/orgs/:id"], ["/me"], "/me", ""],
  [[], ["/:any/me", "/:any/me/(.*)"], "/en/me/settings", ""],
  [["/(.*)", "/orgs/:id"], [], "/orgs/org_foo", undefined],
  [["/(.*)"], ["/me"], "/me", ""],
  [["/orgs/:id"], [], "/orgs/org_active", undefined],
  [["/orgs/:slug"], [], "/orgs/active", undefined],
];

describe("organizations by path", () => {
  const backend = createBackend();
  let host: ReturnType<typeof holdHost>;
  beforeEach(() => {
    host = holdHost();
  });
  afterEach(() => host.release());

  const ACTIVE = [
    { org_id: "org_active", org_slug: "active", org_role: "org:admin" },
    { v: 2, o: { id: "org_active", slg: "active", rol: "admin" } },
  ];

  for (const flavour of createFlavours(backend)) {
    for (
      const [organizationPatterns, personalAccountPatterns, path, asked] of ROWS
    ) {
      const label =
        `${flavour.name}: ${path} by ${organizationPatterns} and ${personalAccountPatterns}`;
      it(label, async () => {
        for (const claims of ACTIVE) {
          const state = await flavour.authenticate(
            requestOf({
              url: `http://clerk.com${path}?x=1`,
              cookies: { __client_uat: T0, __session: await sign(claims) },
            }),
            {
              organizationSyncOptions: {
                organizationPatterns,
                personalAccountPatterns,
              },
            },
            live,
          );
          if (asked === undefined) {
            assertState(flavour, state, { status: "signed-in" });
            continue;
          }
          assertState(flavour, state, {
            status: "handshake",
            reason: "active-organization-mismatch",
            message: "",
          });
          const url = new URL(state.headers.get("location") ?? "");
          assertEquals(url.searchParams.get("organization_id"), asked);
        }
      });
    }

    it(`${flavour.name}: nobody is sent anywhere in vain`, async () => {
      const run = async (
        claims: Record<string, unknown>,
        rest: Parameters<typeof requestOf>[0] = {},
        cookies: Record<string, unknown> = {},
      ) =>
        (await flavour.authenticate(
          requestOf({
            url: "http://clerk.com/me",
            ...rest,
            cookies: {
              __client_uat: T0,
              __session: await sign(claims),
              ...cookies,
            },
          }),
          {
            organizationSyncOptions: {
              organizationPatterns: ["/orgs/:id"],
              personalAccountPatterns: ["/me"],
            },
          },
          live,
        )).status;
      const other = { url: "http://clerk.com/orgs/org_other" };
      const three = { __clerk_redirect_count: 3 };
      assertEquals(await run({}), "signed-in");
      assertEquals(await run({}, other), "handshake");
      assertEquals(await run({ sts: "pending" }, other), "signed-in");
      assertEquals(await run({}, { ...other, method: "POST" }), "signed-in");
      assertEquals(await run({}, other, three), "signed-in");
      const headers = { "sec-fetch-dest": "empty" };
      assertEquals(await run({}, { ...other, headers }), "signed-in");
    });

    for (
      const pattern of [
        "/orgs/:id/***",
        "/orgs/:",
        "/a(b|c)",
        "/:id(\\d+)",
        "/a{b}?",
      ]
    ) {
      it(`${flavour.name}: the pattern ${pattern} is refused`, async () => {
        const options = {
          organizationSyncOptions: { organizationPatterns: [pattern] },
        };
        const run = () => flavour.authenticate(requestOf({}), options);
        if (flavour.name === "compat") {
          await assertRejects(run, Error, "Invalid pattern");
        } else {
          const { status, reason } = await run();
          assertEquals([status, reason], ["signed-out", "options-invalid"]);
        }
      });
    }
  }
});

describe("path patterns", () => {
  const ROWS: readonly (readonly [string, string, unknown])[] = [
    ["/orgs/:id", "/orgs/a", { id: "a" }],
    ["/orgs/:id", "/orgs/", undefined],
    ["/orgs/:id", "/orgs/a/b", undefined],
    ["/Orgs/:id", "/oRGs/A", { id: "A" }],
    ["/orgs/:id?", "/orgs", {}],
    ["/orgs/(.*)?", "/orgs", {}],
    ["/orgs/(.*)?", "/orgs/a/b", {}],
    ["/orgs/(.*)", "/orgs", undefined],
    ["/orgs?", "/orgs", undefined],
    ["/:any?/orgs/:id", "/orgs/a", { id: "a" }],
    ["/:any?/orgs/:id", "/en/orgs/a", { any: "en", id: "a" }],
    ["/o/:id-:x", "/o/a-b-c", { id: "a", x: "b-c" }],
    ["/o/:id.html", "/o/x.html", { id: "x" }],
    ["/o/:id(.*)", "/o/a/b", { id: "a/b" }],
    ["/o/:id", "/o/a%2Fb", { id: "a%2Fb" }],
    ["/o/:__proto__", "/o/x", { ["__proto__"]: "x" }],
    ["", "/", {}],
    ["/", "/", {}],
  ];
  for (const [pattern, path, expected] of ROWS) {
    it(`${pattern} on ${path}`, () => {
      const found = parsePathPattern(pattern)?.(path);
      assertEquals(
        found && Object.entries(found).filter(([n]) => n),
        expected && Object.entries(expected),
      );
    });
  }

  it("takes no time to speak of for a long path", () => {
    const match = parsePathPattern("/(.*)a(.*)a(.*)a(.*)a:x-:y-:z");
    const start = performance.now();
    assertEquals(match?.("/" + "a".repeat(400_000)), undefined);
    // Some 0.1 s; one that goes back and forth would take minutes.
    assert(performance.now() - start < 10_000);
  });

  it("takes fixed text as one, however long it is", () => {
    const match = parsePathPattern(`/${"a".repeat(3_000)}/:id`);
    const start = performance.now();
    assertEquals(match?.(`/${"a".repeat(200_000)}`), undefined);
    // Some 10 ms; a letter at a time it would take seconds and a gigabyte.
    assert(performance.now() - start < 2_000);
  });
});
