// What the compiler must refuse, and what it must know. The calls are never
// made: checking this file is the test.
import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type {
  ApiListResult,
  ApiResult,
  ClerkClient,
  CreateUserParams,
  MetadataPatch,
  User,
} from "../../mod.ts";
import type { PublicUser } from "../../internal.ts";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends
  (<T>() => T extends B ? 1 : 2) ? true : false;

function expectTrue<T extends true>(value?: T): T | undefined {
  return value;
}

interface Address {
  readonly street: string;
  readonly lines: readonly string[];
}

async function neverCalled({ users }: ClerkClient): Promise<void> {
  const outcome = await users.getUser("user_1");
  expectTrue<Same<typeof outcome, ApiResult<User>>>();
  // @ts-expect-error: nobody has looked at the errors yet
  outcome.data.id;
  if (outcome.errors) expectTrue<Same<typeof outcome.data, undefined>>();
  else expectTrue<Same<typeof outcome.data, User>>();

  const page = await users.getUserList();
  expectTrue<Same<typeof page, ApiListResult<User>>>();
  for await (const user of users.getUserList()) {
    expectTrue<Same<typeof user, User>>();
    // @ts-expect-error: an answer is not to be changed
    user.firstName = "Ada";
    // @ts-expect-error: nobody has declared what is in the metadata
    const role: string = user.publicMetadata.role;
    role;
  }

  const deleted = await users.deleteUser("user_1");
  // @ts-expect-error: what is deleted is no user any more
  deleted.data?.firstName;

  // @ts-expect-error: no id
  users.getUser();
  // @ts-expect-error: a misspelt filter
  users.getUserList({ emailAddres: ["a@example.com"] });
  // @ts-expect-error: not a list
  users.getUserList({ emailAddress: "a@example.com" });
  // @ts-expect-error: no such order
  users.getUserList({ orderBy: "-age" });
  // @ts-expect-error: a digest says nothing without its algorithm
  users.createUser({ passwordDigest: "$2a$1" });
  // @ts-expect-error: a password and a digest contradict each other
  users.createUser({
    password: "p",
    passwordDigest: "d",
    passwordHasher: "md5",
  });
  // @ts-expect-error: no user
  users.verifyPassword({ password: "p" });
  users.adjustUserBillingCreditBalance("user_1", {
    amount: 1,
    // @ts-expect-error: neither way
    action: "set",
    idempotencyKey: "k",
  });
  // @ts-expect-error: options are not parameters
  users.updateUser("user_1", { timeout: 5 });

  // What must be allowed.
  users.getUserList(undefined, { signal: AbortSignal.timeout(1) });
  users.updateUser("user_1", { firstName: undefined, lastName: null });
  users.createUser({ passwordDigest: "d", passwordHasher: "a_new_one" });
  users.getUserOauthAccessToken("user_1", "custom_mine");
}

describe("types", () => {
  it("hold", () => {
    assertEquals(typeof neverCalled, "function");
    expectTrue<
      Same<
        MetadataPatch<{ readonly address: Address; readonly n?: number }>,
        {
          readonly address?: MetadataPatch<Address> | null | undefined;
          readonly n?: number | null | undefined;
        }
      >
    >();
    expectTrue<
      Same<
        MetadataPatch<Address>["lines"],
        readonly string[] | null | undefined
      >
    >();
    expectTrue<Same<"privateMetadata" extends keyof PublicUser ? 1 : 0, 0>>();
    const params: CreateUserParams = { emailAddress: ["a@example.com"] };
    assertEquals(Object.keys(params), ["emailAddress"]);
  });
});
