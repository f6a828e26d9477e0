// Code as users of the official package write it; that it compiles is half of
// the test.
import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import {
  type ClerkClient,
  type ClerkOptions,
  createClerkClient,
  type EmailAddress,
  type User,
  verifyToken,
  type VerifyTokenOptions,
  type WebhookEvent,
} from "../../compat/mod.ts";
import {
  ClerkAPIResponseError,
  isClerkAPIResponseError,
  TokenVerificationError,
  TokenVerificationErrorReason,
} from "../../compat/errors.ts";
import { decodeJwt } from "../../compat/jwt.ts";
import { createEmulator } from "../../emulator.ts";

async function listNames(clerk: ClerkClient): Promise<string[]> {
  const { data, totalCount } = await clerk.users.getUserList({ limit: 2 });
  const users: User[] = data;
  const count: number = totalCount;
  return [
    `${count}`,
    ...users.map((user) => {
      const primary: EmailAddress | null = user.primaryEmailAddress;
      return `${user.fullName} <${primary?.emailAddress}>`;
    }),
  ];
}

function describeEvent(event: WebhookEvent): string {
  if (event.type === "user.created") return event.data.id;
  return event.type;
}

describe("code written for the official package", () => {
  it("runs against an emulator", async () => {
    const emulator = await createEmulator({
      seed: {
        users: [{
          id: "user_1",
          emailAddress: ["ada@example.com"],
          firstName: "Ada",
          lastName: "Lovelace",
        }],
      },
    });
    const options: ClerkOptions = {
      secretKey: emulator.secretKey,
      apiUrl: emulator.apiUrl,
      fetch: emulator.fetch,
    };
    const clerk = createClerkClient(options);
    assertEquals(await listNames(clerk), [
      "1",
      "Ada Lovelace <ada@example.com>",
    ]);
    const count: number = await clerk.users.getCount({ query: "nobody" });
    assertEquals(count, 0);

    const { token } = await emulator.signIn("user_1");
    const verifyOptions: VerifyTokenOptions = {
      secretKey: emulator.secretKey,
      apiUrl: emulator.apiUrl,
      fetch: emulator.fetch,
    };
    const claims = await verifyToken(token, verifyOptions);
    assertEquals(claims.sub, "user_1");
    assertEquals(decodeJwt(token).payload.sub, "user_1");
  });

  it("catches what is thrown", async () => {
    const emulator = await createEmulator();
    const clerk = createClerkClient({
      secretKey: emulator.secretKey,
      apiUrl: emulator.apiUrl,
      fetch: emulator.fetch,
    });
    try {
      await clerk.users.getUser("user_nobody");
    } catch (error) {
      assertEquals(error instanceof ClerkAPIResponseError, true);
      if (!isClerkAPIResponseError(error)) throw error;
      assertEquals(error.status, 404);
      assertEquals(error.errors[0]?.code, "resource_not_found");
    }
    try {
      await verifyToken("x", { jwtKey: await emulator.jwtKey });
    } catch (error) {
      if (!(error instanceof TokenVerificationError)) throw error;
      assertEquals(error.reason, TokenVerificationErrorReason.TokenInvalid);
      return;
    }
    throw new Error("It accepted what is no token");
  });

  it("narrows events by their type", () => {
    const event = { object: "event", type: "session.ended" } as WebhookEvent;
    assertEquals(describeEvent(event), "session.ended");
  });
});
