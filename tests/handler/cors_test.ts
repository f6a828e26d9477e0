import { assertEquals, assertThrows } from "@std/assert";
import { beforeAll, describe, it } from "@std/testing/bdd";
import { createEmulator, type Emulator } from "../../emulator.ts";
import { type CorsOptions, withClerk } from "../../handler.ts";

const APP = "https://app.example.com";

let emulator: Emulator;
let jwtKey: string;

/** What a browser is told when a page of an origin asks. */
async function told(
  cors: CorsOptions | undefined,
  headers: Record<string, string>,
  method = "GET",
) {
  const handle = withClerk(
    () => new Response("secret", { headers: { vary: "Accept" } }),
    { jwtKey, env: {}, cors },
  );
  const url = "https://api.example.com/";
  const response = await handle(new Request(url, { method, headers }));
  await response.body?.cancel();
  const said = [...response.headers].filter(([name]) =>
    name.startsWith("access-control-")
  ).map(([name, value]) => [name.slice("access-control-".length), value]);
  const vary = response.headers.get("vary");
  return { status: response.status, vary, ...Object.fromEntries(said) };
}

function preflight(origin: string): Record<string, string> {
  return { origin, "access-control-request-method": "POST" };
}

describe("withClerk and pages of other origins", () => {
  beforeAll(async () => {
    emulator = await createEmulator({ seed: { users: [{ id: "user_1" }] } });
    jwtKey = await emulator.jwtKey;
  });

  it("gives leave to those that are listed", async () => {
    const origins = ["https://other.example", `${APP}/`];
    assertEquals(await told({ origins }, preflight(APP), "OPTIONS"), {
      status: 204,
      vary: "Origin",
      "allow-origin": APP,
      "allow-methods": "GET, HEAD, POST, PUT, PATCH, DELETE",
      "allow-headers": "Authorization, Content-Type",
      "max-age": "600",
    });
  });

  it("knows the origins of extensions and of apps", async () => {
    const ours = ["chrome-extension://gkfkfh", "capacitor://localhost"];
    const cors = { origins: ours, credentials: true };
    for (const origin of [...ours, "chrome-extension://evil", "null"]) {
      const said = await told(cors, preflight(origin), "OPTIONS");
      const leave = Reflect.get(said, "allow-origin");
      assertEquals(leave, ours.includes(origin) ? origin : undefined);
    }
  });

  it("gives the leave that it is told to give", async () => {
    const cors = {
      origins: [APP],
      credentials: true,
      methods: ["POST"],
      // Whatever a name may be made of (RFC 9110, 5.6.2).
      headers: ["apikey", "x-client-info", "X_1!#$%&'*+.^`|~"],
      maxAgeInSeconds: 0,
    };
    assertEquals(await told(cors, preflight(APP), "OPTIONS"), {
      status: 204,
      vary: "Origin",
      "allow-origin": APP,
      "allow-credentials": "true",
      "allow-methods": "POST",
      "allow-headers": "apikey, x-client-info, X_1!#$%&'*+.^`|~",
      "max-age": "0",
    });
  });

  const STRANGERS = [
    "https://evil.example",
    "https://app.example.com.evil.example",
    "https://app.example.com:444",
    "http://app.example.com",
    "https://APP.example.com",
    "null",
  ];
  for (const origin of STRANGERS) {
    it(`gives none to ${origin}`, async () => {
      const cors = { origins: [APP], credentials: true };
      assertEquals(await told(cors, preflight(origin), "OPTIONS"), {
        status: 204,
        vary: "Origin",
      });
      const { headers } = await emulator.signIn("user_1");
      assertEquals(await told(cors, { ...headers, origin }), {
        status: 200,
        vary: "Accept, Origin",
      });
    });
  }

  it("lets listed pages read answers, refusals included", async () => {
    const cors = { origins: [APP], exposedHeaders: ["x-total"] };
    const { headers } = await emulator.signIn("user_1");
    const readable = {
      "allow-origin": APP,
      "expose-headers": "x-total",
    };
    assertEquals(await told(cors, { ...headers, origin: APP }), {
      status: 200,
      vary: "Accept, Origin",
      ...readable,
    });
    assertEquals(await told(cors, { origin: APP }), {
      status: 401,
      vary: "Origin",
      ...readable,
    });
  });

  it("lets any page ask, without its visitors' cookies", async () => {
    const { headers } = await emulator.signIn("user_1");
    const cors = { origins: ["*"] };
    // A cache may give a page what it kept for who named no origin.
    for (const origin of [{ origin: APP }, {}]) {
      assertEquals(await told(cors, { ...headers, ...origin }), {
        status: 200,
        vary: "Accept",
        "allow-origin": "*",
      });
    }
  });

  it("treats a preflight as any request, unless told otherwise", async () => {
    // As JavaScript has it: isDevelopment && { origins }.
    for (const cors of [undefined, false as never]) {
      const { status } = await told(cors, preflight(APP), "OPTIONS");
      assertEquals(status, 401);
    }
    const plain = await told({ origins: [APP] }, { origin: APP }, "OPTIONS");
    assertEquals(plain.status, 401);
    const { origin: _, ...asked } = preflight(APP);
    const { status } = await told({ origins: [APP] }, asked, "OPTIONS");
    assertEquals(status, 401);
    const read = await told({ origins: [APP] }, preflight(APP), "GET");
    assertEquals(read.status, 401);
  });

  it("refuses lists that are none", () => {
    const WRONG: readonly unknown[] = [
      {},
      { origins: APP },
      { origins: [] },
      { origins: [new URL(APP)] },
      { origins: ["app.example.com"] },
      { origins: ["https://app.example.com/path"] },
      { origins: ["null"] },
      { origins: ["file:///"] },
      { origins: ["data:,x"] },
      { origins: ["chrome-extension://*"] },
      { origins: ["chrome-extension://gkfkfh/page.html"] },
      { origins: ["https://app.example.com//"] },
      { origins: ["https://user@app.example.com"] },
      { origins: ["https://*.example.com"] },
      { origins: ["*"], credentials: true },
      { origins: [APP, "*"], credentials: true },
      { origins: [APP], methods: ["GET, POST"] },
      { origins: [APP], methods: "GET" },
      { origins: [APP], headers: ["a\nb"] },
      { origins: [APP], maxAgeInSeconds: -1 },
      { origins: [APP], maxAgeInSeconds: 1.5 },
    ];
    for (const cors of WRONG) {
      assertThrows(
        () =>
          withClerk(() => new Response(), {
            jwtKey,
            env: {},
            cors: cors as CorsOptions,
          }),
        TypeError,
        'Cannot use "cors.',
      );
    }
    assertThrows(
      () => withClerk(() => new Response(), { cors: { origins: [] }, env: {} }),
      TypeError,
      'Cannot use "cors.origins": expected a list of origins such as "https://app.example.com".',
    );
  });
});
