import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import fc from "fast-check";
import * as ours from "../../compat/internal.ts";
import { internal as theirs } from "./official.ts";

type Json = Readonly<Record<string, unknown>>;

const keyOf = (host: string, kind = "test") =>
  `pk_${kind}_${btoa(`${host}$`).replace(/=+$/, "")}`;
const BASE = "http://app.example.com/path?x=1";

/** Where both packages lead to, or that they throw. */
function leadBoth(
  options: Json,
  verb: "redirectToSignIn" | "redirectToSignUp",
  after?: Json,
): readonly unknown[] {
  return [ours.createRedirect, theirs.createRedirect].map((create) => {
    try {
      const made = Reflect.apply(create, undefined, [
        { redirectAdapter: (url: string) => url, baseUrl: BASE, ...options },
      ]);
      return Reflect.apply(made[verb], undefined, [after]);
    } catch (error) {
      return error instanceof Error ? "throws" : error;
    }
  });
}

const page = fc.constantFrom(
  undefined,
  "",
  "/page",
  "page",
  "/page?k=1#f",
  "https://primary.example.com/page",
  "http://app.example.com/page",
  "https://app.example.com/page?redirect_url=old",
  "http://sub.app.example.com/page",
);
const options = fc.record({
  publishableKey: fc.constantFrom(
    undefined,
    "",
    "nonsense",
    keyOf("clerk.example.com"),
    keyOf("clerk.example.com", "live"),
    keyOf("happy-cat-1.clerk.accounts.dev"),
    keyOf("auth.example.com"),
    keyOf("my.clerk.example.com"),
    keyOf("clerk.a.lcl.dev"),
  ),
  signInUrl: page,
  signUpUrl: page,
  devBrowserToken: fc.constantFrom(undefined, null, "", "db", "a b&c"),
  isSatellite: fc.constantFrom(undefined, true, false),
  sessionStatus: fc.constantFrom(undefined, null, "active"),
  baseUrl: fc.constantFrom(BASE, new URL(BASE)),
});
const after = fc.constantFrom<readonly (Json | undefined)[]>(
  [undefined],
  [{}],
  [{ returnBackUrl: null }],
  [{ returnBackUrl: "" }],
  [{ returnBackUrl: "/back" }],
  [{ returnBackUrl: "/back?__clerk_synced=true#h" }],
  [{ returnBackUrl: "https://other.example.com/b?y=2#h" }],
  [{ returnBackUrl: new URL("https://other.example.com/c") }],
);
const verb = fc.constantFrom<"redirectToSignIn" | "redirectToSignUp">(
  "redirectToSignIn",
  "redirectToSignUp",
);

/** A page to sign up that is below the page to sign in; see page-urls. */
function needsNoKey(given: Json, name: string): boolean {
  return name === "redirectToSignUp" && !given.signUpUrl &&
    !/^pk_/.test(`${given.publishableKey}`);
}

describe("redirects agree with the official package", () => {
  it("over random options", () => {
    let led = 0;
    fc.assert(
      fc.property(options, verb, after, (given, name, [back]) => {
        if (needsNoKey(given, name)) return;
        const [mine, other] = leadBoth(given, name, back);
        if (mine !== "throws") led++;
        assertEquals(mine, other);
      }),
      { numRuns: 3000 },
    );
    assert(led > 1000, `${led} led somewhere`);
  });

  it("for sessions that have tasks to do", () => {
    const sessionStatus = "pending";
    const publishableKey = keyOf("clerk.example.com");
    for (
      const given of [
        {},
        { signInUrl: "/in", signUpUrl: "/up" },
        { signInUrl: "https://primary.example.com/in", isSatellite: true },
        { devBrowserToken: "db" },
      ]
    ) {
      for (const name of ["redirectToSignIn", "redirectToSignUp"] as const) {
        const all = { ...given, sessionStatus, publishableKey };
        const [mine, other] = leadBoth(all, name, { returnBackUrl: "/b" });
        assertEquals(mine, other);
      }
    }
  });

  it("departs (page-urls): a segment is added to the path", () => {
    const table = [
      [
        { signInUrl: "/in?k=1", sessionStatus: "pending" },
        "redirectToSignIn",
        "http://app.example.com/in/tasks?k=1",
        "http://app.example.com/in?k=1/tasks",
      ],
      [
        { signInUrl: "/in/", publishableKey: keyOf("clerk.example.com") },
        "redirectToSignUp",
        "http://app.example.com/in/create",
        "http://app.example.com/in//create",
      ],
      [
        { signInUrl: "/in" },
        "redirectToSignUp",
        "http://app.example.com/in/create",
        "throws",
      ],
    ] as const;
    for (const [given, name, mine, other] of table) {
      assertEquals(leadBoth(given, name), [mine, other]);
    }
  });

  it("departs (web-urls): no other scheme is led to or named", () => {
    const given = { publishableKey: keyOf("clerk.example.com") };
    const back = { returnBackUrl: "javascript:alert(1)" };
    const [mine, other] = leadBoth(given, "redirectToSignIn", back);
    assertEquals(mine, "https://accounts.example.com/sign-in");
    assert(`${other}`.includes("javascript"));
    assertEquals(
      leadBoth({ signInUrl: "javascript:alert(1)" }, "redirectToSignIn"),
      ["throws", "javascript:alert(1)"],
    );
  });
});

/** What both packages make of a request. */
function describeBoth(url: string, headers: Record<string, string> = {}) {
  return [ours.createClerkRequest, theirs.createClerkRequest].map((create) => {
    const original = new Request(url, { headers });
    const request = Reflect.apply(create, undefined, [original]);
    return {
      url: request.url,
      method: request.method,
      clerkUrl: request.clerkUrl.href,
      cookies: [...request.cookies],
      json: JSON.stringify(request),
      isSame: Reflect.apply(create, undefined, [request]) === request,
    };
  });
}

describe("requests agree with the official package", () => {
  it("in URLs behind proxies", () => {
    const hosts = [
      undefined,
      "",
      "b.example.com",
      "b.example.com:8080",
      "b.example.com, c.example.com",
      "bad host",
      ", c.example.com",
    ];
    const protos = [undefined, "http", "https", "https,http"];
    for (
      const url of ["http://a.example.com/x?y#z", "https://a.example.com:8443/"]
    ) {
      for (const host of [undefined, "h.example.com", "h.example.com:9000"]) {
        for (const forwarded of hosts) {
          for (const proto of protos) {
            const headers = {
              ...(host === undefined ? {} : { host }),
              ...(forwarded === undefined
                ? {}
                : { "x-forwarded-host": forwarded }),
              ...(proto === undefined ? {} : { "x-forwarded-proto": proto }),
            };
            const [mine, other] = describeBoth(url, headers);
            assertEquals(
              mine?.clerkUrl,
              // The fragment stays here.
              withFragment(other?.clerkUrl, url),
              JSON.stringify(headers),
            );
          }
        }
      }
    }
  });

  it("in cookies", () => {
    for (
      const cookie of [
        "a=1; a=2",
        "b=%3B%3D; c=%zz",
        'd="q"; g=1=2;h=; i = j ; k=%E4%BD%A0; %61=5',
        "__session=x.y.z; __session_abc=1",
        "e; f",
        ";;;",
        "constructor=1; __proto__=2",
      ]
    ) {
      const [mine, other] = describeBoth("http://a.example.com/", { cookie });
      assertEquals(mine?.cookies, other?.cookies, cookie);
    }
  });

  it("in identity, and in what is shown of a plain request", () => {
    const [mine, other] = describeBoth("http://a.example.com/x?y=1", {
      accept: "text/html",
    });
    assertEquals(mine, other);
  });

  it("departs (request-json): no credentials are shown", () => {
    const [mine, other] = describeBoth("http://a.example.com/", {
      authorization: "Bearer hidden",
      cookie: "__session=hidden",
    });
    assert(other?.json.includes("hidden"));
    assert(!mine?.json.includes("hidden"));
  });

  it("departs (forwarded-urls): neither path nor scheme names another host", () => {
    const [mine, other] = describeBoth(
      "http://a.example.com//evil.example.com/x",
      {
        host: "h.example.com",
      },
    );
    assertEquals(mine?.clerkUrl, "http://h.example.com//evil.example.com/x");
    assertEquals(other?.clerkUrl, "http://evil.example.com/x");
    const [own, odd] = describeBoth("http://a.example.com/x", {
      "x-forwarded-host": "b.example.com",
      "x-forwarded-proto": "javascript",
    });
    assertEquals(own?.clerkUrl, "http://b.example.com/x");
    assertEquals(odd?.clerkUrl, "javascript://b.example.com/x");
  });
});

function withFragment(seen: string | undefined, url: string): string {
  const result = new URL(seen ?? "");
  result.hash = new URL(url).hash;
  return result.href;
}
