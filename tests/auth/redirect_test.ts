import { assert, assertEquals, assertThrows } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createRedirect, type RedirectOptions } from "../../internal.ts";

const keyOf = (host: string, kind = "test") =>
  `pk_${kind}_${btoa(`${host}$`).replace(/=+$/, "")}`;
const TEST = keyOf("clerk.example.com");
const LIVE = keyOf("clerk.example.com", "live");

type Options = Partial<RedirectOptions<string>>;

function make(options: Options) {
  return createRedirect({
    redirectAdapter: (url) => url,
    baseUrl: "https://app.example.com/path?x=1",
    publishableKey: TEST,
    ...options,
  });
}

const signIn = (options: Options = {}, returnBackUrl?: string | URL | null) =>
  make(options).redirectToSignIn({ returnBackUrl });
const signUp = (options: Options = {}, returnBackUrl?: string | URL | null) =>
  make(options).redirectToSignUp({ returnBackUrl });

describe("createRedirect", () => {
  it("leads to Clerk's pages for the instance", () => {
    assertEquals(signIn(), "https://accounts.example.com/sign-in");
    assertEquals(signUp(), "https://accounts.example.com/sign-up");
    assertEquals(
      make({}).redirectToSignIn(),
      "https://accounts.example.com/sign-in",
    );
    const hosts = [
      ["happy-cat-12.clerk.accounts.dev", "https://happy-cat-12.accounts.dev"],
      ["clerk.a.lcl.dev", "https://accounts.a.lcl.dev"],
      ["auth.example.com", "https://auth.example.com"],
      ["clerkful.example.com", "https://clerkful.example.com"],
      ["http://127.0.0.1:4640", "http://127.0.0.1:4640"],
    ] as const;
    for (const [host, origin] of hosts) {
      assertEquals(
        signIn({ publishableKey: keyOf(host) }),
        `${origin}/sign-in`,
      );
    }
  });

  it("gives what the framework makes of a URL", () => {
    const redirects = createRedirect({
      redirectAdapter: (url) => [url],
      baseUrl: "https://app.example.com",
      publishableKey: TEST,
    });
    const pages = [redirects.redirectToSignIn(), redirects.redirectToSignUp()];
    assertEquals(pages, [
      ["https://accounts.example.com/sign-in"],
      ["https://accounts.example.com/sign-up"],
    ]);
  });

  it("leads to the application's own pages when it has some", () => {
    const baseUrl = "https://app.example.com/path?x=1";
    for (
      const [page, url] of [
        ["/in", "https://app.example.com/in"],
        ["in", "https://app.example.com/in"],
        ["https://a.example.com/in?k=1#f", "https://a.example.com/in?k=1#f"],
      ] as const
    ) {
      assertEquals(signIn({ signInUrl: page, baseUrl }), url);
      assertEquals(signUp({ signUpUrl: page, baseUrl: new URL(baseUrl) }), url);
    }
    assertEquals(
      signUp({ signInUrl: "/in/?k=1#f" }),
      "https://app.example.com/in/create?k=1#f",
    );
    assertEquals(
      signUp({ signInUrl: "/in//" }),
      "https://app.example.com/in/create",
    );
  });

  it("names where to get back to", () => {
    const table = [
      ["/back?a=1#b", "https://app.example.com/back?a=1#b"],
      ["https://o.example.com/x", "https://o.example.com/x"],
      ["http://o.example.com/x", "http://o.example.com/x"],
      [new URL("https://o.example.com/y"), "https://o.example.com/y"],
    ] as const;
    for (const [back, named] of table) {
      const url = new URL(signIn({ signInUrl: "/in?redirect_url=old" }, back));
      assertEquals(url.searchParams.getAll("redirect_url"), [named]);
      const up = new URL(signUp({ signUpUrl: "/up" }, back));
      assertEquals(up.searchParams.getAll("redirect_url"), [named]);
    }
    for (const none of [undefined, null, ""]) {
      assertEquals(
        signIn({ signInUrl: "/in" }, none),
        "https://app.example.com/in",
      );
    }
  });

  it("names nothing but URLs of the web", () => {
    for (
      const back of [
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "blob:https://app.example.com/x",
        "file:///etc/passwd",
        "https://",
      ]
    ) {
      assertEquals(
        signIn({ signInUrl: "/in" }, back),
        "https://app.example.com/in",
      );
    }
    for (const page of ["javascript:alert(1)", "data:,x", "https://"]) {
      assertThrows(() => signIn({ signInUrl: page }), TypeError, '"signInUrl"');
      assertThrows(() => signUp({ signUpUrl: page }), TypeError, '"signUpUrl"');
    }
  });

  it("cannot be led into a header or elsewhere by what it names", () => {
    const url = signIn(
      { signInUrl: "/in", devBrowserToken: "a\r\nset-cookie: b" },
      "/b\r\nlocation: https://evil.example.com",
    );
    assert(!/[\r\n]/.test(url));
    assertEquals(new URL(url).origin, "https://app.example.com");
  });

  it("tells pages on other hosts the browser, in development alone", () => {
    const devBrowserToken = "db&=1";
    const tells = (options: Options) =>
      new URL(signIn({ devBrowserToken, ...options }, "/b")).searchParams
        .get("__clerk_db_jwt");
    assertEquals(tells({}), "db&=1");
    assertEquals(tells({ signInUrl: "https://a.example.com/in" }), "db&=1");
    assertEquals(tells({ signInUrl: "/in" }), null);
    assertEquals(tells({ publishableKey: LIVE }), null);
    assertEquals(
      tells({ publishableKey: "", signInUrl: "https://a.example.com" }),
      null,
    );
    assertEquals(tells({ devBrowserToken: "" }), null);
  });

  it("leads a pending session to its tasks", () => {
    const sessionStatus = "pending";
    assertEquals(
      signIn({ sessionStatus }, "/b"),
      "https://accounts.example.com/sign-in/tasks?redirect_url=https%3A%2F%2Fapp.example.com%2Fb",
    );
    assertEquals(
      signUp({ sessionStatus, signInUrl: "/in/?k=1" }),
      "https://app.example.com/in/create/tasks?k=1",
    );
    assertEquals(
      signIn({ sessionStatus: "active" }),
      "https://accounts.example.com/sign-in",
    );
  });

  it("has a satellite synchronised when it gets back", () => {
    const back = (options: Options) =>
      new URL(
        signIn({ isSatellite: true, ...options }, "/b?__clerk_synced=true"),
      )
        .searchParams.get("redirect_url");
    assertEquals(
      back({ signInUrl: "https://primary.example.com/in" }),
      "https://app.example.com/b?__clerk_synced=false",
    );
    assertEquals(
      back({ signInUrl: "/in" }),
      "https://app.example.com/b?__clerk_synced=true",
    );
  });

  it("throws when nothing says where the pages are", () => {
    for (const publishableKey of [undefined, "", "pk_test_x", "nonsense"]) {
      assertThrows(() => signIn({ publishableKey }), TypeError, "sign-in");
      assertThrows(() => signUp({ publishableKey }), TypeError, "sign-up");
      assertThrows(
        () => signIn({ publishableKey, signUpUrl: "/up" }),
        TypeError,
      );
      assertEquals(
        signUp({ publishableKey, signInUrl: "/in" }),
        "https://app.example.com/in/create",
      );
    }
  });
});
