import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { runDemo } from "../../examples/import/demo.ts";
import { openJournal } from "../../examples/import/journal.ts";
import { readRows } from "../../examples/import/rows.ts";

describe("examples/import_users.ts", () => {
  it("goes on after a kill, and loses and doubles none", async () => {
    // Two processes over HTTP; the limit is met in both, for a moment.
    const { runs, there, different, created } = await runDemo({
      users: 240,
      rateLimit: { requests: 100, perMs: 1000 },
    });
    const [killed, resumed] = runs;
    assertEquals(killed.status.signal, "SIGKILL");
    assertEquals([resumed.status.code, there, different, created], [
      0,
      240,
      240,
      240,
    ]);
    const summary = JSON.parse(resumed.summary);
    const { resumed: before, done, found, failed } = summary;
    assert(before > 0 && before < 240, `${before} were done before`);
    // None was created to be found taken: those in doubt were looked up first.
    assertEquals([before + done, found, failed], [240, 0, 0]);
    assert(killed.refused + resumed.refused > 0, "none was refused");
  });
});

describe("the journal of an import", () => {
  it("tells after a kill what is done, and what is in doubt", async () => {
    const path = await Deno.makeTempFile();
    const journal = await openJournal(path);
    await Promise.all(["a", "b", "c"].map(journal.noteBegun));
    await journal.noteDone("a", "user_a");
    await journal.noteFailed("b", { line: 2, code: "x", why: "y" });
    await journal.close();
    // Killed while it wrote that "c" is done.
    await Deno.writeTextFile(path, '["done","c', { append: true });
    const again = await openJournal(path);
    const ids = ["a", "b", "c", "d"];
    assertEquals(ids.filter(again.isDone), ["a", "b"]);
    assertEquals(ids.filter(again.isInDoubt), ["c"]);
    assertEquals([again.doneBefore, again.failures()], [2, [
      { externalId: "b", line: 2, code: "x", why: "y" },
    ]]);
    await again.noteDone("c", "user_c");
    await again.close();
    const last = await openJournal(path);
    assertEquals([last.doneBefore, ids.filter(last.isInDoubt)], [3, []]);
    await last.close();
    await Deno.remove(path);
  });
});

describe("the rows of an import", () => {
  it("come one by one, without those that are done, up to a wrong one", async () => {
    const path = await Deno.makeTempFile();
    const lines = ["a", "b", "c"].map((externalId) => ({ externalId }));
    const text = lines.map((line) => JSON.stringify(line)).join("\n\n");
    await Deno.writeTextFile(path, `${text}\n{"firstName":"Nobody"}\n`);
    const seen: [string, number][] = [];
    let message = "";
    try {
      for await (const row of readRows(path, (id) => id === "b")) {
        seen.push([row.externalId, row.line]);
      }
    } catch (error) {
      message = String(error);
    }
    assertEquals(seen, [["a", 1], ["c", 5]]);
    assert(message.includes("line 6"), message);
    await Deno.remove(path);
  });
});
