import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { verifyWebhook } from "../../../webhooks.ts";
import { runEmulator } from "../../../emulator_cli.ts";

/** What the program prints in JSON when it is ready. */
interface Ready {
  readonly url: string;
  readonly port: string;
}

function start(args: readonly string[], env: Record<string, string> = {}) {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "-A", "emulator_cli.ts", "--port", "0", ...args],
    env,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/** Starts the program, runs something beside it, and interrupts it. */
async function beside(
  args: readonly string[],
  run: (ready: Ready) => Promise<void>,
): Promise<{ readonly code: number; readonly warned: string }> {
  const child = start(["--json", ...args]);
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const { value = "{}" } = await reader.read();
  const { url } = JSON.parse(value);
  try {
    await run({ url, port: new URL(url).port });
  } finally {
    child.kill("SIGTERM");
  }
  await reader.cancel();
  const warned = await new Response(child.stderr).text();
  const { code } = await child.status;
  return { code, warned };
}

async function ask(port: string, ...args: readonly string[]): Promise<string> {
  const printed: string[] = [];
  const code = await runEmulator([...args, "--port", port], {
    print: (text) => printed.push(text),
    warn: (text) => printed.push(text),
  });
  assertEquals([code, printed.length], [0, 1], printed.join("\n"));
  return printed.join("\n");
}

describe("The program, in a process of its own", () => {
  it("keeps its keys and its state in files, and ends when it is told to", async () => {
    const folder = await Deno.makeTempDir();
    const keys = `${folder}/deep/keys.json`;
    const seed = `${folder}/seed.json`;
    const state = `${folder}/state.json`;
    const args = ["--keys", keys, "--seed", seed, "--state", state];
    // As editors of Windows write it.
    await Deno.writeTextFile(
      seed,
      '\uFEFF{\r\n  "users": [{ "id": "user_1" }]\r\n}\r\n',
    );
    try {
      const secrets: string[] = [];
      for (let run = 0; run < 2; run++) {
        const { code, warned } = await beside(args, async ({ port }) => {
          const env = JSON.parse(await ask(port, "env", "--json"));
          secrets.push(env.CLERK_SECRET_KEY, env.CLERK_WEBHOOK_SIGNING_SECRET);
          await ask(port, "token", "user_1");
        });
        assertEquals([code, warned], [0, ""]);
      }
      assertEquals(secrets.slice(0, 2), secrets.slice(2));
      const { mode } = await Deno.stat(keys);
      assertEquals((mode ?? 0o600) & 0o777, 0o600);
      const kept = JSON.parse(await Deno.readTextFile(state));
      assertEquals(kept.tables.sessions.length, 2);
      await Deno.chmod(keys, 0o644);
      const child = await start(args).output();
      assertEquals(child.code, 1);
      assertMatch(new TextDecoder().decode(child.stderr), /chmod 600/);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });

  it("says what is wrong in a file or an address, and where", async () => {
    const folder = await Deno.makeTempDir();
    const seed = `${folder}/seed.json`;
    const start = async (...args: readonly string[]) => {
      const warned: string[] = [];
      const code = await runEmulator(["--port", "0", ...args], {
        print: (text) => warned.push(text),
        warn: (text) => warned.push(text),
      });
      return `${code} ${warned.join("\n")}`;
    };
    try {
      for (
        const [text, expected] of [
          [
            '{\r\n  "users": [,]\r\n}',
            /^1 .*seed\.json:2:13": expected a value or "\]"/,
          ],
          ['{\n  "users": [\n', /^1 .*seed\.json:3:1": expected a value/],
          [" \n", /^1 .*seed\.json:2:1": expected a value/],
          ["[]", /^1 .*seed\.json": expected a JSON object/],
          [
            '{"users":[{"emial":"x"}]}',
            /^1 .*"users\[0\]\.emial": .*\(in ".*seed\.json"\)$/,
          ],
          [
            '{"organizations":[{"name":"Acme","members":[{"userId":"u"}]}]}',
            /^1 .*member "u" of "Acme": there is no such user/,
          ],
        ] as const
      ) {
        await Deno.writeTextFile(seed, text);
        assertMatch(await start("--seed", seed), expected);
      }
      assertMatch(
        await start("--seed", folder),
        /^1 Cannot read the seed ".*": \w/,
      );
      assertMatch(
        await start("--state", folder),
        /^1 Cannot keep the state in ".*": \w/,
      );
      assertMatch(
        await start("--host", "203.0.113.1", "--expose"),
        /^1 .*"203\.0\.113\.1": it is no address of this machine/,
      );
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });

  it("sends webhooks to an app", async () => {
    const got: Request[] = [];
    let tell = () => {};
    const both = new Promise<void>((resolve) => tell = resolve);
    const app = Deno.serve(
      { hostname: "127.0.0.1", port: 0, onListen() {} },
      async ({ url, method, headers, body }) => {
        const text = await new Response(body).text();
        const request = new Request(url, { method, headers, body: text });
        if (got.push(request) === 2) tell();
        return new Response(null, { status: 204 });
      },
    );
    const target = `http://127.0.0.1:${app.addr.port}/hooks`;
    try {
      await beside(["--webhook", target], async ({ url, port }) => {
        const env = JSON.parse(await ask(port, "env", "--json"));
        const created = await fetch(`${url}/v1/users`, {
          method: "POST",
          headers: { authorization: `Bearer ${env.CLERK_SECRET_KEY}` },
          body: JSON.stringify({ email_address: ["ada@example.com"] }),
        });
        const { id } = await created.json();
        const sent = await ask(port, "trigger", "user.updated");
        assertEquals(sent, `user.updated: ${target} answered 204`);
        await both;
        const events = [];
        for (const request of got) {
          const { result, error } = await verifyWebhook(request, {
            signingSecret: env.CLERK_WEBHOOK_SIGNING_SECRET,
          });
          assertEquals(error, undefined);
          events.push([result?.type, Reflect.get(result?.data ?? {}, "id")]);
        }
        assertEquals(events.sort(), [["user.created", id], [
          "user.updated",
          id,
        ]]);
      });
    } finally {
      await app.shutdown();
    }
  });

  it("does not start in a deployment, nor beside live keys", async () => {
    for (
      const env of [
        { NODE_ENV: "production" },
        { VERCEL_ENV: "production" },
        { CLERK_SECRET_KEY: "sk_live_secret" },
      ] satisfies Record<string, string>[]
    ) {
      const { code, stderr, stdout } = await start([], env).output();
      assertNotEquals(code, 0);
      assertEquals(stdout.length, 0);
      const text = new TextDecoder().decode(stderr);
      assertMatch(text, /^Cannot start the emulator: the variable/);
      assertEquals(text.includes("sk_live_secret"), false);
    }
  });
});
