import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator, type Emulator } from "../../../emulator.ts";
import { createFileStorage } from "../../../src/emulator/serve/file_storage.ts";

const CHILD = "tests/deno/processes/storage_child.ts";

async function withFolder(run: (folder: string) => Promise<void>) {
  const folder = await Deno.makeTempDir();
  try {
    await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Kills a process in the midst of its work; gives the numbers it acknowledged. */
async function runAndKill(
  command: readonly string[],
  enough: number,
): Promise<number[]> {
  const [name = "", ...args] = command;
  const child = new Deno.Command(name, { args, stdout: "piped" }).spawn();
  let text = "";
  let isKilled = false;
  const decoder = new TextDecoder();
  for await (const chunk of child.stdout) {
    text += decoder.decode(chunk, { stream: true });
    if (isKilled || text.split("\n").length <= enough) continue;
    isKilled = true;
    child.kill("SIGKILL");
  }
  const { signal } = await child.status;
  assertEquals(signal, "SIGKILL");
  // The last line may be cut off.
  return text.split("\n").slice(0, -1).map(Number);
}

async function has(emulator: Emulator, externalId: string): Promise<boolean> {
  const answer = await emulator.fetch(
    `${emulator.apiUrl}/v1/users/count?external_id=${externalId}`,
    { headers: { authorization: `Bearer ${emulator.secretKey}` } },
  );
  return (await answer.json()).total_count === 1;
}

const RUNTIMES: readonly (readonly [string, readonly string[]])[] = [
  ["Deno", [Deno.execPath(), "run", "-A", "--no-config", CHILD]],
];

describe("the emulator's file", () => {
  for (const [runtime, command] of RUNTIMES) {
    it(`has every answered change after kill -9, on ${runtime}`, async () => {
      await withFolder(async (folder) => {
        const path = `${folder}/deep/state.json`;
        const answered: number[] = [];
        for (const enough of [1, 17, 40]) {
          const start = (answered.at(-1) ?? -1) + 2;
          const numbers = await runAndKill(
            [...command, path, String(start)],
            enough,
          );
          assert(numbers.length >= enough);
          answered.push(...numbers);
          const emulator = await createEmulator({
            storage: createFileStorage(path),
          });
          for (const number of answered) {
            assert(await has(emulator, `n${number}`), `${number} is lost`);
          }
          // What was under way may be there or not, but no more than that.
          const count = emulator.snapshot().tables.users?.length ?? 0;
          assert(
            count - answered.length <= 3,
            `${count} of ${answered.length}`,
          );
        }
      });
    });
  }

  it("is for its owner alone, and no other file stays beside it", async () => {
    await withFolder(async (folder) => {
      const storage = createFileStorage(`${folder}/state.json`);
      assertEquals(await storage.read(), undefined);
      await storage.write("one");
      await Deno.writeTextFile(`${folder}/state.json.new`, "cut o");
      await storage.write("two");
      assertEquals(await storage.read(), "two");
      const names = [...Deno.readDirSync(folder)].map(({ name }) => name);
      assertEquals(names, ["state.json"]);
      const { mode } = await Deno.stat(`${folder}/state.json`);
      assertEquals((mode ?? 0) & 0o777, 0o600);
    });
  });

  it("is left alone by an emulator that has not seen what another wrote", async () => {
    await withFolder(async (folder) => {
      const path = `${folder}/state.json`;
      const [first, second] = [
        createFileStorage(path),
        createFileStorage(path),
      ];
      const one = await createEmulator({ storage: first });
      const two = await createEmulator({ storage: second });
      await one.seed({ users: [{ id: "user_1" }] });
      await assertRejects(
        () => two.seed({ users: [{ id: "user_2" }] }),
        Error,
        "something else wrote it",
      );
      await one.seed({ users: [{ id: "user_3" }] });
      const kept = await Deno.readTextFile(path);
      assert(kept.includes("user_1") && kept.includes("user_3"));
      assert(!kept.includes("user_2"));
      await Deno.remove(path);
      await one.saved();
      await one.seed({ users: [{ id: "user_4" }] });
      assert((await Deno.readTextFile(path)).includes("user_3"));
    });
  });

  it("is left alone when the new text cannot be written", async () => {
    await withFolder(async (folder) => {
      const path = `${folder}/state.json`;
      const storage = createFileStorage(path);
      await storage.write("one");
      await Deno.mkdir(`${path}.new/full`, { recursive: true });
      assertThrows(() => storage.write("two"));
      assertEquals(await storage.read(), "one");
    });
  });
});
