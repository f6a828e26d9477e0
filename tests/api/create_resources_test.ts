import {
  assert,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createClerkClient } from "../../mod.ts";
import * as entry from "../../resources.ts";
import { type Api, TABLES } from "../../src/api/client.ts";
import type { UsersApi } from "../../src/api/users.ts";
import { createRecorder, lineOf } from "./recorder.ts";

const { createResources, ClerkApiResponseError: _, unwrap: _u, ...resources } =
  entry;
const { machines, users } = resources;
const SECRET = "sk_test_secret";

describe("createResources", () => {
  it("goes by options that are a class's accessors", async () => {
    const { fetch, sent } = createRecorder(() => ({ id: "user_1" }));
    class Settings {
      get secretKey(): string {
        return SECRET;
      }
      get userAgent(): string {
        return "app/1";
      }
      get fetch(): typeof fetch {
        return fetch;
      }
    }
    await createResources(new Settings(), { users }).users.getUser("user_1");
    assertEquals(sent[0]?.headers.get("user-agent"), "app/1");
  });

  it("makes the methods of the resources that it is given, and no others", async () => {
    const { fetch, sent } = createRecorder(() => ({ id: "user_1" }));
    const clerk = createResources({ secretKey: SECRET, env: {}, fetch }, {
      users,
      things: machines,
    });
    // Typed by what was given, under whatever name.
    const api: UsersApi = clerk.users;
    const { data } = await api.getUser("user_1");
    await clerk.things.deleteScope("mch_1", "mch_2");
    assertEquals(data?.id, "user_1");
    assertEquals(Object.keys(clerk), ["users", "things"]);
    assertEquals(sent.map(lineOf), [
      "GET /v1/users/user_1",
      "DELETE /v1/machines/mch_1/scopes/mch_2",
    ]);
    assertEquals(sent[0]?.headers.get("authorization"), `Bearer ${SECRET}`);
    // @ts-expect-error A resource that was not given is not there.
    assertEquals(clerk.machines, undefined);
  });

  it("has every resource of a client, with the same methods", () => {
    // The compiler misses one here, and one of another's methods.
    const all: Api = createResources({ env: {} }, resources);
    assertEquals(
      Object.keys(resources).sort(),
      Object.keys(TABLES).sort(),
      "resources.ts and src/api/client.ts name different resources",
    );
    const clerk = createClerkClient({ env: {} });
    for (const [name, methods] of Object.entries(all)) {
      assertEquals(
        Object.keys(methods),
        Object.keys(Reflect.get(clerk, name)),
        name,
      );
    }
    for (const [name, table] of Object.entries(TABLES)) {
      assert(Reflect.get(resources, name) === table, name);
    }
  });

  it("reads the environment as a client does, once", async () => {
    const env = {
      CLERK_SECRET_KEY: SECRET,
      CLERK_API_URL: "https://a.example",
      CLERK_MACHINE_SECRET_KEY: "ak_machine",
    };
    const { fetch, sent } = createRecorder(() => ({}));
    const clerk = createResources({ env, fetch }, resources);
    env.CLERK_SECRET_KEY = "sk_test_other";
    await clerk.users.getUser("user_1");
    await clerk.m2m.createToken();
    assertEquals(sent.map(({ url }) => url.href), [
      "https://a.example/v1/users/user_1",
      "https://a.example/m2m_tokens",
    ]);
    assertEquals(
      sent.map(({ headers }) => headers.get("authorization")),
      [`Bearer ${SECRET}`, "Bearer ak_machine"],
    );
  });

  it("takes no key of another instance from the environment", async () => {
    const { fetch, sent } = createRecorder(() => ({}));
    const clerk = createResources({
      publishableKey: "pk_test_Y2xlcmsuZXhhbXBsZS5jb20k",
      env: {
        CLERK_PUBLISHABLE_KEY: "pk_test_Y2xlcmsuZXhhbXBsZS5vcmck",
        CLERK_SECRET_KEY: SECRET,
      },
      fetch,
    }, { users });
    const { errors } = await clerk.users.getUser("user_1");
    assertEquals(errors?.[0].code, "missing_secret_key");
    assertEquals(sent.length, 0);
  });

  it("leaves every token of a machine to the API", async () => {
    const { fetch, sent } = createRecorder(() => ({ id: "mt_1" }));
    const clerk = createResources({ secretKey: SECRET, env: {}, fetch }, {
      m2m: resources.m2m,
    });
    // { "alg": "RS256" } and { "sub": "mch_1" }
    const token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJtY2hfMSJ9.AA";
    await clerk.m2m.verify({ token });
    assertEquals(sent.map(lineOf), ["POST /m2m_tokens/verify"]);
  });

  it("refuses what is wrong when it is called", () => {
    for (
      const [args, name] of [
        [[undefined, { users }], "options"],
        [[SECRET, { users }], "options"],
        [[{ secretKey: "no key", env: {} }, { users }], "secretKey"],
        [[{ secretKey: SECRET, timeout: -1, env: {} }, { users }], "timeout"],
        [[{ env: {} }], "resources"],
        [[{ env: {} }, "users"], "resources"],
        [[{ env: {} }, { user: undefined }], "user"],
      ] as const
    ) {
      const { message } = assertThrows(
        () => Reflect.apply(createResources, undefined, args),
        TypeError,
      );
      assertStringIncludes(message, `"${name}"`);
      assert(!message.includes(SECRET));
    }
  });

  it("takes resources only", () => {
    const options = { env: {} };
    // @ts-expect-error A text is no resource.
    const text = () => createResources(options, { users: "users" });
    // @ts-expect-error Nor is a function, such as the entry's own.
    const itself = () => createResources(options, { createResources });
    for (const wrong of [text, itself]) assertThrows(wrong, TypeError);
  });
});
