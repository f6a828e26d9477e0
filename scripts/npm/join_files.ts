/**
 * Joins the modules of the npm package into few files. A host opens, reads and
 * compiles every file of an import by itself: with one for each module an import
 * took longer than the official package's.
 */
import { dirname } from "node:path/posix";
import { rollup } from "rollup";
import { listFiles } from "../toolchain.ts";

/** The file of each folder of src/; a name that stands twice in one gets a number. */
const LAYERS: { readonly [folder: string]: string } = {
  errors: "base",
  platform: "base",
  text: "base",
  jwt: "tokens",
  keys: "tokens",
  auth: "auth",
  rest: "api",
  api: "api",
  webhooks: "webhooks",
  proxy: "proxy",
  doctor: "doctor",
  handler: "handler",
  emulator: "emulator",
};

const FORMATS = [["esm", "es"], ["script", "cjs"]] as const;

/**
 * Puts joined files in the place of the modules in esm/ and script/, both made
 * of those in esm/. The declarations stay, one for each module.
 *
 * @param outDir The folder of the package.
 * @param entries The modules that users import, as files of JavaScript.
 */
export async function joinFiles(
  outDir: string,
  entries: readonly string[],
): Promise<void> {
  const bundle = await rollup({
    input: Object.fromEntries(
      entries.map((file) => [file.slice(0, -3), `${outDir}/esm/${file}`]),
    ),
    // An entry that other files import from would export what they need, too.
    preserveEntrySignatures: "strict",
    // As package.json says of all files.
    treeshake: { moduleSideEffects: false },
    onLog: (level, { message }) => {
      if (level !== "warn") return;
      throw new Error(`Cannot join the files: ${message}`);
    },
  });
  for (const [folder, format] of FORMATS) {
    const { output } = await bundle.generate({
      format,
      exports: "named",
      esModule: true,
      generatedCode: "es2015",
      hoistTransitiveImports: false,
      chunkFileNames: "shared/[name].js",
      // The project may lie in a folder that is called src, too.
      manualChunks: (path) =>
        LAYERS[/[\\/]esm[\\/]src[\\/](\w+)/.exec(path)?.[1] ?? ""],
    });
    for (const path of listFiles(`${outDir}/${folder}`)) {
      if (path.endsWith(".js")) Deno.removeSync(path);
    }
    for (const file of output) {
      const path = `${outDir}/${folder}/${file.fileName}`;
      Deno.mkdirSync(dirname(path), { recursive: true });
      if (file.type === "chunk") Deno.writeTextFileSync(path, file.code);
    }
  }
  await bundle.close();
}
