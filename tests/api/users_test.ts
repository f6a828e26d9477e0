import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { bodyOf, lineOf, refuse } from "./recorder.ts";
import type { UsersApi } from "../../src/api/users.ts";
import { setUp, testOperations } from "./operations.ts";
import { userOperations } from "./user_operations.ts";
import { metadata, userJson } from "./user_json.ts";

testOperations("users", userOperations, [/^\/users\b/]);

describe("users: a user", () => {
  it("is a plain object, with free-form maps as they came", async () => {
    const { clerk } = setUp(() => userJson);
    const { data: user } = await clerk.users.getUser("user_1");
    assert(user);
    assertEquals(user.publicMetadata, metadata);
    assertEquals(user.privateMetadata, metadata);
    assertEquals(user.unsafeMetadata, metadata);
    assertEquals(user.externalAccounts[0]?.publicMetadata, metadata);
    const [membership] = user.organizationMemberships ?? [];
    assertEquals(membership?.privateMetadata, metadata);
    assertEquals(membership?.organization.publicMetadata, metadata);
    assertEquals(user.emailAddresses[0]?.verification?.verifiedAtClient, null);
    assertEquals(user.web3Wallets[0]?.web3Wallet, "0x1");
    assertEquals(user.lockoutExpiresInSeconds, null);
    assertEquals(user.scim, { directoryId: "dir_1", externalId: null });
    assertEquals(structuredClone(user), user);
    assertEquals(JSON.parse(JSON.stringify(user)), user);
    assertEquals(Object.getPrototypeOf(user), Object.prototype);
  });

  it("is read by methods that need no this", async () => {
    const { clerk, sent } = setUp(() => userJson);
    const { getUser } = clerk.users;
    await getUser("user_1");
    assertEquals(sent.length, 1);
  });

  it("is never asked for by an id that leads elsewhere", async () => {
    const { clerk, sent } = setUp(() => userJson);
    for (const id of ["", ".", "..", "a\nb", "%2e%2e", "a/../b", "..\t"]) {
      const { errors } = await clerk.users.deleteUser(id);
      assertEquals(errors?.[0].code, "invalid_argument", JSON.stringify(id));
    }
    await clerk.users.getUser("a/b?c#d%2f");
    assertEquals(
      sent.map((request) => request.url.pathname),
      ["/v1/users/a%2Fb%3Fc%23d%252f"],
    );
  });
});

describe("users: what is no argument", () => {
  it("gives an error and sends nothing", async () => {
    const { clerk, sent } = setUp(() => userJson);
    const wrong: readonly (readonly [keyof UsersApi, ...unknown[]])[] = [
      ["getUser"],
      ["getUser", null],
      ["getUser", 1],
      ["getUser", {}],
      ["deleteUser", undefined],
      ["updateUser", undefined, { firstName: "Ada" }],
      ["updateUser", "", { publicMetadata: {} }],
      ["updateUser", "user_1", "Ada"],
      ["updateUser", "user_1", Promise.resolve({ firstName: "Ada" })],
      ["getUserOauthAccessToken", "user_1"],
      ["getUserOauthAccessToken", "user_1", ""],
      ["getUserOauthAccessToken", undefined, "google"],
      ["verifyPassword", { password: "p" }],
      ["verifyPassword", { userId: "", password: "p" }],
      ["deleteUserPasskey", { userId: "user_1" }],
      ["getOrganizationMembershipList", {}],
      ["getUserList", { userId: [] }],
      ["getUserList", { limit: Number.NaN }],
      // An id in the place of filters must not give everybody.
      ["getUserList", "user_1"],
      ["getUserList", ["user_1"]],
      ["getUserList", 5],
      ["getCount", { emailAddress: [] }],
    ];
    for (const [name, ...args] of wrong) {
      const outcome = await Reflect.apply(clerk.users[name], undefined, args);
      const what = `${name}(${JSON.stringify(args)})`;
      assertEquals(outcome.errors?.[0]?.code, "invalid_argument", what);
    }
    assertEquals(sent.length, 0);
  });

  it("is refused where it is to be a list of users and names none", async () => {
    const { clerk, sent } = setUp(() => []);
    for (const method of ["banUsers", "unbanUsers"] as const) {
      for (const userIds of [[], undefined, null, "user_1", {}]) {
        const call = Reflect.apply(clerk.users[method], undefined, [userIds]);
        const { errors } = await call;
        assertEquals(errors?.[0].code, "invalid_argument", method);
        assertStringIncludes(
          errors?.[0].message ?? "",
          'Cannot use "userIds": expected a list of one item or more, received ',
        );
      }
    }
    assertEquals(sent.length, 0);
  });

  it("may be null where it may be left out", async () => {
    const { clerk, sent } = setUp(() => []);
    for (const name of ["getUserList", "setPasswordCompromised"] as const) {
      const args = name === "getUserList" ? [null] : ["user_1", null];
      const outcome = await Reflect.apply(clerk.users[name], undefined, args);
      assertEquals(outcome.errors, undefined);
    }
    assertEquals(sent.length, 2);
  });
});

describe("users: getUserList", () => {
  it("takes dates as well as milliseconds", async () => {
    const { clerk, sent } = setUp(() => []);
    await clerk.users.getUserList({ createdAtAfter: new Date(5) });
    assertEquals(sent.map(lineOf), ["GET /v1/users?created_at_after=5"]);
  });

  it("sends one request and no total unless asked", async () => {
    const { clerk, sent } = setUp(() => [userJson]);
    const { data, totalCount } = await pageOf(clerk.users.getUserList());
    assertEquals(data?.length, 1);
    assertEquals(totalCount, undefined);
    assertEquals(sent.map(lineOf), ["GET /v1/users"]);
  });

  it("asks for the total at the same time, with the same filters", async () => {
    const lines: string[] = [];
    const { clerk, sent } = setUp(async ({ url }) => {
      lines.push(url.pathname);
      await Promise.resolve();
      // Neither waits for the other's answer.
      while (lines.length < 2) await Promise.resolve();
      return url.pathname.endsWith("count") ? { total_count: 7 } : [userJson];
    });
    const { data, totalCount } = await pageOf(clerk.users.getUserList({
      query: "ada",
      banned: false,
      limit: 1,
      offset: 2,
      orderBy: "+username",
      startingAfter: "user_0",
      includeTotalCount: true,
    }));
    assertEquals(data?.length, 1);
    assertEquals(totalCount, 7);
    assertEquals(sent.map(lineOf).sort(), [
      "GET /v1/users/count?banned=false&query=ada",
      "GET /v1/users?banned=false&limit=1&offset=2&order_by=%2Busername&query=ada&starting_after=user_0",
    ]);
  });

  it("fails when the answer holds no total", async () => {
    for (const body of ["null", "", "[]", "{}", '{"total_count":"7"}']) {
      const { clerk } = setUp(({ url }) =>
        url.pathname.endsWith("/count")
          ? new Response(body, {
            headers: { "content-type": "application/json" },
          })
          : []
      );
      const list = await clerk.users.getUserList({ includeTotalCount: true });
      for (const { errors } of [await clerk.users.getCount(), list]) {
        assertEquals(errors?.[0].code, "unexpected_response", body);
      }
    }
  });

  it("fails when the total cannot be had", async () => {
    const { clerk } = setUp(({ url }) =>
      url.pathname.endsWith("count") ? refuse(422, "bad") : [userJson]
    );
    const call = clerk.users.getUserList({ includeTotalCount: true });
    assertEquals((await call).errors?.[0].code, "bad");
    assertEquals((await call.collect({ max: 5 })).errors?.[0].code, "bad");
  });

  it("walks through all pages, with or without a total", async () => {
    for (const includeTotalCount of [false, true]) {
      const { clerk, sent } = setUp(({ url }) => {
        if (url.pathname.endsWith("count")) return { total_count: 3 };
        const offset = Number(url.searchParams.get("offset") ?? 0);
        return [{ id: "a" }, { id: "b" }, { id: "c" }].slice(
          offset,
          offset + 2,
        );
      });
      const ids: string[] = [];
      const call = clerk.users.getUserList({ limit: 2, includeTotalCount });
      for await (const user of call) ids.push(user.id);
      assertEquals(ids, ["a", "b", "c"]);
      const pages = sent.filter(({ url }) => url.pathname === "/v1/users");
      assertEquals(pages.length, 2);
      assertEquals(sent.length, includeTotalCount ? 3 : 2);
    }
  });

  it("collects up to a maximum, with the total", async () => {
    const { clerk } = setUp(({ url }) =>
      url.pathname.endsWith("count")
        ? { total_count: 9 }
        : [{ id: "a" }, { id: "b" }]
    );
    const { data, totalCount } = await clerk.users.getUserList({
      limit: 2,
      includeTotalCount: true,
    }).collect({ max: 1 }).then(pageOf);
    assertEquals(data?.map(({ id }) => id), ["a"]);
    assertEquals(totalCount, 9);
  });
});

describe("users: updateUser", () => {
  it("replaces metadata alone by one request", async () => {
    const { clerk, sent } = setUp(() => userJson);
    await clerk.users.updateUser("user_1", {
      publicMetadata: metadata,
      firstName: undefined,
    });
    assertEquals(sent.map(lineOf), ["PUT /v1/users/user_1/metadata"]);
    assertEquals(sent.map(bodyOf), [{ public_metadata: metadata }]);
  });

  it("changes first, then replaces metadata", async () => {
    const { clerk, sent } = setUp(({ method }) => ({ id: method }));
    const { data } = await clerk.users.updateUser("user_1", {
      firstName: "Ada",
      privateMetadata: {},
    });
    assertEquals(sent.map(lineOf), [
      "PATCH /v1/users/user_1",
      "PUT /v1/users/user_1/metadata",
    ]);
    assertEquals(sent.map(bodyOf), [
      { first_name: "Ada" },
      { private_metadata: {} },
    ]);
    assertEquals(data?.id, "PUT");
  });

  it("sends nothing more when the first request fails", async () => {
    const { clerk, sent } = setUp(() => refuse(422, "form_param_invalid"));
    const { errors } = await clerk.users.updateUser("user_1", {
      firstName: "Ada",
      publicMetadata: {},
    });
    assertEquals(errors?.[0].code, "form_param_invalid");
    assertEquals(errors?.[0].meta?.applied, undefined);
    assertEquals(sent.length, 1);
  });

  it("says what was applied when the second request fails", async () => {
    const { clerk } = setUp(({ method }) =>
      method === "PUT" ? refuse(422, "too_big") : userJson
    );
    const { errors, status } = await failureOf(
      clerk.users.updateUser("user_1", {
        firstName: "Ada",
        lastName: null,
        publicMetadata: {},
      }),
    );
    assertEquals(errors?.[0].code, "too_big");
    assertEquals(errors?.[0].longMessage, "No, no.");
    assertEquals(errors?.[0].meta?.applied, ["firstName", "lastName"]);
    assertStringIncludes(errors?.[0].message ?? "", "firstName, lastName");
    assertEquals(status, 422);
  });

  it("claims nothing was applied when there was one request only", async () => {
    const { clerk } = setUp(() => refuse(422, "too_big"));
    const { errors } = await clerk.users.updateUser("user_1", {
      publicMetadata: {},
    });
    assertEquals(errors?.[0].meta?.applied, undefined);
  });

  it("sends an empty change when there is nothing to change", async () => {
    const { clerk, sent } = setUp(() => userJson);
    await clerk.users.updateUser("user_1");
    assertEquals(sent.map(lineOf), ["PATCH /v1/users/user_1"]);
  });
});

describe("users: updateUserProfileImage", () => {
  it("sends the file as it is, with its name and type", async () => {
    const { clerk, sent } = setUp(() => userJson);
    const file = new File(["png"], "me.png", { type: "image/png" });
    await clerk.users.updateUserProfileImage("user_1", { file });
    const [request] = sent;
    assert(request?.body instanceof FormData);
    const part = request.body.get("file");
    assert(part instanceof File);
    assertEquals([...request.body.keys()], ["file"]);
    assertEquals([part.name, part.type], ["me.png", "image/png"]);
    assertEquals(await part.text(), "png");
    // The boundary is fetch's to choose.
    assertEquals(request.headers.get("content-type"), null);
  });
});

async function pageOf<T>(
  call: PromiseLike<T> | T,
): Promise<{
  readonly data: Exclude<DataOf<T>, undefined> | undefined;
  readonly totalCount: number | undefined;
}> {
  // deno-lint-ignore no-explicit-any
  return await call as any;
}

type DataOf<T> = T extends { readonly data: infer Data } ? Data : never;

async function failureOf<T extends { readonly errors: unknown }>(
  call: Promise<T>,
): Promise<Extract<T, { readonly data: undefined }>> {
  const outcome = await call;
  assert(outcome.errors);
  return outcome as Extract<T, { readonly data: undefined }>;
}
