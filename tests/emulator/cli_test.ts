import { assertEquals, assertMatch } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { runEmulator } from "../../emulator_cli.ts";
import { serveEmulator } from "../../emulator_serve.ts";
import { verifyToken } from "../../mod.ts";
import { VERSION } from "../../src/text/version.ts";

async function run(...args: readonly string[]) {
  const printed: string[] = [];
  const warned: string[] = [];
  const code = await runEmulator(args, {
    print: (text) => printed.push(text),
    warn: (text) => warned.push(text),
  });
  return { code, printed: printed.join("\n"), warned: warned.join("\n") };
}

describe("The program", () => {
  it("explains itself", async () => {
    for (const args of [["help"], ["--help"], ["-h"], ["env", "--help"]]) {
      const { code, printed, warned } = await run(...args);
      assertEquals([code, warned], [0, ""]);
      assertMatch(printed, /^A Clerk instance on this machine/);
      for (
        const name of ["--port", "--seed", "--keys", "--webhook", "--strict"]
      ) {
        assertMatch(printed, new RegExp(`^  ${name} `, "m"));
      }
    }
  });

  it("says which version it is", async () => {
    for (const args of [["--version"], ["version"], ["env", "--version"]]) {
      const { code, printed } = await run(...args);
      assertEquals([code, printed], [0, VERSION]);
    }
  });

  it("says what it cannot understand, with exit code 2", async () => {
    for (
      const [args, message] of [
        [["--prot", "1"], /no option "--prot"/],
        [["--strict=yes"], /no option "--strict=yes"/],
        [["-p", "1"], /no option "-p"/],
        [["start"], /no command "start"/],
        [["env", "--seed", "x"], /"--seed" is for starting it, not for "env"/],
        [["--data={}"], /"--data" is for "trigger", not for starting it/],
        [
          ["env", "--webhook", "x"],
          /"--webhook" is for starting it and "trigger", not for "env"/,
        ],
        [["constructor"], /no command "constructor"/],
        [
          ["token"],
          /Expected "emulator token USER", received "emulator token"/,
        ],
        [
          ["env", "more"],
          /Expected "emulator env", received "emulator env more"/,
        ],
        [["--port"], /"--port" needs a value/],
        [["--seed", "--strict"], /"--seed" needs a value/],
        [["env", "--port", "65536"], /takes 0 to 65535, not "65536"/],
        [["env", "--port", "1e3"], /takes 0 to 65535/],
        [["trigger", "user.created", "--data", "[]"], /takes a JSON object/],
      ] as const
    ) {
      const { code, warned } = await run(...args);
      assertEquals([args, code], [args, 2]);
      assertMatch(warned, message);
      assertMatch(warned, /See "emulator help"/);
    }
  });

  it("says what went wrong, with exit code 1", async () => {
    for (
      const [args, message] of [
        [
          ["--port", "0", "--webhook", "https://example.com/"],
          /on this machine/,
        ],
        [["--port", "0", "--host", "0.0.0.0"], /other machines could reach it/],
      ] as const
    ) {
      const { code, warned } = await run(...args);
      assertEquals([args, code], [args, 1]);
      assertMatch(warned, message);
    }
  });

  it("talks to the emulator that runs", async () => {
    const { emulator, url, stop } = await serveEmulator({
      port: 0,
      seed: {
        users: [{ id: "user_1" }],
        organizations: [{
          id: "org_1",
          name: "Engines",
          members: [{ userId: "user_1" }],
        }],
      },
    });
    const { port } = new URL(url);
    try {
      const env = await run("emulator", "env", "--port", port);
      assertEquals(env.code, 0);
      assertEquals(
        env.printed,
        Object.entries(emulator.env()).map(([k, v]) => `${k}=${v}`).join("\n"),
      );
      const json = await run("env", "--port", port, "--json");
      assertEquals(JSON.parse(json.printed), emulator.env());
      const token = await run("token", "user_1", "--org=org_1", "--port", port);
      const jwtKey = await emulator.jwtKey;
      const { result } = await verifyToken(token.printed, { jwtKey });
      assertEquals([result?.sub, result?.o?.id], ["user_1", "org_1"]);
      const nobody = await run("token", "user_2", "--port", port);
      assertEquals(nobody.code, 1);
      assertMatch(nobody.warned, /there is no such user/);
      const taken = await run("--port", port);
      assertEquals(taken.code, 1);
      assertMatch(taken.warned, /it is taken/);
    } finally {
      await stop();
    }
    const gone = await run("env", "--port", port);
    assertEquals(gone.code, 1);
    assertMatch(gone.warned, /There is no emulator at/);
  });
});
