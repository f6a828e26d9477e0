/** The official client, and an emulator that listens, for a case of its own. */
import { takeReached } from "../parity/fetch_switch.ts";
import { type ClerkClient, createClerkClient } from "../parity/official.ts";
import { assertEquals } from "@std/assert";
import { type ServedEmulator, serveEmulator } from "../../emulator_serve.ts";
import { makePrivateJwk } from "../../src/emulator/keys.ts";

/** What a case finds. */
export interface Setting extends ServedEmulator {
  /** The official client, made with keys and URL of the emulator alone. */
  readonly clerk: ClerkClient;
}

/** Cases, by what they show. */
export interface Cases {
  readonly [name: string]: (setting: Setting) => Promise<void>;
}

/** A user, who is the admin of `ORG`. */
export const ADA = `user_${"a".repeat(27)}`;
/** A user, who is in no organization. */
export const GRACE = `user_${"g".repeat(27)}`;
/** An organization. */
export const ORG = `org_${"o".repeat(27)}`;

const SEED = {
  users: [
    {
      id: ADA,
      firstName: "Ada",
      emailAddress: ["ada@example.com"],
      password: "correct horse battery staple",
    },
    { id: GRACE, firstName: "Grace", emailAddress: ["grace@example.com"] },
  ],
  organizations: [{
    id: ORG,
    name: "Analytical Engines",
    slug: "engines",
    members: [{ userId: ADA, role: "admin" }],
  }],
  jwtTemplates: [{ name: "hasura", claims: { role: "{{user.first_name}}" } }],
};

let key: ReturnType<typeof makePrivateJwk> | undefined;

/** Serves an emulator for a case, and sees that nobody else was asked. */
export async function run(
  act: (setting: Setting) => Promise<void>,
): Promise<void> {
  // Made once: it takes longer than all else.
  key ??= makePrivateJwk();
  const keys = { privateJwk: await key };
  const served = await serveEmulator({ port: 0, seed: SEED, keys });
  const { emulator, url } = served;
  const clerk = createClerkClient({
    secretKey: emulator.secretKey,
    publishableKey: emulator.publishableKey,
    apiUrl: url,
    telemetry: { disabled: true },
  });
  assertEquals(clerk.telemetry.isEnabled, false);
  takeReached();
  try {
    await act({ ...served, clerk });
    await emulator.webhooks.delivered();
  } finally {
    await served.stop();
  }
  for (const origin of takeReached()) {
    assertEquals(new URL(origin).hostname, "127.0.0.1");
  }
}

/** What is seen of an error of the official client: its status, and its codes. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<readonly [status: unknown, codes: readonly unknown[]]> {
  const error = await call.then(() => undefined, (error: unknown) => error);
  const { status, errors = [] } = Object(error);
  return [status, errors.map(({ code }: { code: string }) => code)];
}
