/** deno task check:layers: checks what imports what in all that ships. */
import { checkLayers } from "./layers/rules.ts";
import { listFiles } from "./toolchain.ts";

/** The files that ship, and their texts. */
export function readShipped(): Map<string, string> {
  const roots = [...Deno.readDirSync(".")].map((e) => e.name);
  const paths = [
    ...roots.filter((name) => name.endsWith(".ts")),
    ...["src", "compat"].flatMap((folder) => listFiles(folder)),
  ].filter((path) => path.endsWith(".ts"));
  return new Map(paths.sort().map((p) => [p, Deno.readTextFileSync(p)]));
}

if (import.meta.main) {
  const files = readShipped();
  const found = checkLayers(files);
  for (const line of found) console.log(line);
  console.log(`${files.size} files, ${found.length} findings`);
  Deno.exitCode = found.length > 0 ? 1 : 0;
}
