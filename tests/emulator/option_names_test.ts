import { assertRejects } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator } from "../../emulator.ts";
import { createEmulatorHandler } from "../../emulator_serve.ts";
import { withAda } from "./harness.ts";

describe("a misspelt option of the emulator", () => {
  type Call = (
    emulator: Awaited<ReturnType<typeof withAda>>,
    options: object,
  ) => Promise<unknown>;
  const CALLS: { readonly [name: string]: readonly [Call, string, string] } = {
    createEmulator: [
      (_, options) => createEmulator(options),
      "seeds",
      "Cannot start the emulator",
    ],
    createEmulatorHandler: [
      async (emulator, options) =>
        await createEmulatorHandler(emulator, options),
      "allowedHost",
      "Cannot make the emulator's handler",
    ],
    reset: [({ reset }, o) => reset(o), "re_seed", "Cannot reset the emulator"],
    rotateKey: [
      ({ rotateKey }, options) => rotateKey(options),
      "keepold",
      "Cannot rotate the key",
    ],
    session: [({ tokens }, o) => tokens.session("user_1", o), "orgId", "token"],
    forged: [({ tokens }, o) => tokens.forged("user_1", o), "expires", "token"],
    template: [
      ({ tokens }, options) => tokens.template("user_1", options),
      "claim",
      "Cannot make the token",
    ],
    m2m: [({ tokens }, options) => tokens.m2m(options), "scope", "token"],
    apiKey: [({ tokens }, o) => tokens.apiKey("user_1", o), "scope", "token"],
    oauth: [({ tokens }, o) => tokens.oauth("user_1", o), "clientID", "token"],
    ticket: [({ tokens }, o) => tokens.ticket("user_1", o), "orgID", "token"],
  };
  for (const [name, [call, option, message]] of Object.entries(CALLS)) {
    it(`is refused by ${name}`, async () => {
      const emulator = await withAda();
      for (const part of [`there is no option "${option}"`, message]) {
        await assertRejects(
          () => call(emulator, { [option]: true }),
          TypeError,
          part,
        );
      }
    });
  }

  it("is no worse than an owner of a token that is no id", async () => {
    const { tokens } = await withAda();
    for (
      const owner of [undefined, null, { userId: "user_1" }, 1] as unknown[]
    ) {
      for (
        const make of [
          tokens.session,
          tokens.forged,
          tokens.template,
          tokens.oauth,
          tokens.apiKey,
          tokens.ticket,
        ]
      ) {
        await assertRejects(
          () => make(owner as string),
          TypeError,
          'expected an id as text, such as "user_1"',
        );
      }
    }
  });

  it("is told the nearest", async () => {
    const { tokens, rotateKey } = await withAda();
    await assertRejects(
      () => rotateKey({ keepold: false } as object),
      TypeError,
      'Cannot rotate the key: there is no option "keepold". Did you mean "keepOld"? Expected keepOld.',
    );
    await assertRejects(
      () => tokens.session("user_1", { orgId: "org_1" } as object),
      TypeError,
      'Did you mean "organization"?',
    );
  });
});
