/**
 * deno task emulator-supported [--write]
 *
 * Makes docs/emulator-supported.md out of the emulator's own tables of
 * operations and of the API's description. Without --write it says whether the
 * page is as it must be.
 */
import type { Operations } from "../src/emulator/instance.ts";
import { guarded, open } from "../src/emulator/routes/operations.ts";
import { readSpec, readWholeSpec } from "../src/emulator/spec/spec.ts";
import { formatMarkdown } from "./toolchain.ts";

const PAGE = "docs/emulator-supported.md";

/** How an operation is emulated. */
type How = "state" | "example" | "open";

interface Line {
  readonly method: string;
  readonly path: string;
  readonly how: How;
  readonly beyond: boolean;
}

const MARKS: { readonly [how in How]: string } = {
  state: "●",
  example: "○",
  open: "● open",
};

/** Every operation that the emulator answers, sorted by path. */
function listOperations(): readonly Line[] {
  const described = readSpec().operations;
  const found = new Map<string, How>();
  for (const key of readWholeSpec().operations.keys()) {
    found.set(key.replace(" ", " /v1"), "example");
  }
  for (const key of keysOf(guarded)) found.set(key, "state");
  for (const key of keysOf(open)) found.set(key, "open");
  return [...found].map(([key, how]) => {
    const [method = "", path = ""] = key.split(" ");
    const inApi = `${method} ${path.replace(/^\/v1/, "")}`;
    const beyond = how !== "open" && !described.has(inApi);
    return { method, path, how, beyond };
  }).sort((a, b) => compare(a.path, b.path) || compare(a.method, b.method));
}

function keysOf(tables: readonly Operations[]): readonly string[] {
  return tables.flatMap((table) => Object.keys(table));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function writeText(): string {
  const lines = listOperations();
  const count = (how: How) => lines.filter((each) => each.how === how).length;
  const inApi = lines.filter(({ how }) => how !== "open");
  const groups = new Map<string, Line[]>();
  for (const line of inApi) {
    const name = line.path.split("/")[2] ?? "";
    groups.set(name, [...groups.get(name) ?? [], line]);
  }
  return [
    "<!-- Made by `deno task emulator-supported --write`; do not edit. -->\n",
    "# What the emulator supports, operation by operation\n",
    `All ${readSpec().operations.size} operations of the Backend API that Clerk`,
    `describes and ${
      inApi.filter(({ beyond }) => beyond).length
    } more are answered:`,
    `${count("state")} have state (●), ${count("example")} are answered by an`,
    "example and keep nothing (○). With `strict`, the latter are refused.",
    "**beyond** marks what is not in Clerk's description. What stands below is",
    "explained in [emulator.md](./emulator.md).\n",
    ...[...groups].flatMap(([name, group]) => writeGroup(name, group)),
    "## Without a key\n",
    "Operations that anybody may use, as on the Frontend API.\n",
    ...writeTable(lines.filter(({ how }) => how === "open")),
  ].join("\n");
}

function writeGroup(name: string, lines: readonly Line[]): readonly string[] {
  const title = name.replaceAll("_", " ");
  const kept = lines.filter(({ how }) => how === "state").length;
  return [
    `## ${title.charAt(0).toUpperCase()}${title.slice(1)}\n`,
    `${kept} of ${lines.length} with state.\n`,
    ...writeTable(lines),
    "",
  ];
}

function writeTable(lines: readonly Line[]): readonly string[] {
  return [
    "| operation | | |",
    "| - | - | - |",
    ...lines.map(({ method, path, how, beyond }) =>
      `| \`${method} ${path}\` | ${MARKS[how]} | ${beyond ? "beyond" : ""} |`
    ),
  ];
}

async function main(args: readonly string[]): Promise<void> {
  const text = await formatMarkdown(writeText());
  if (args.includes("--write")) Deno.writeTextFileSync(PAGE, text);
  else if (Deno.readTextFileSync(PAGE) !== text) {
    console.log(
      `${PAGE} is not up to date: run deno task emulator-supported --write`,
    );
    Deno.exitCode = 1;
  }
}

await main(Deno.args);
