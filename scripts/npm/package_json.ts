/** The package.json of the npm package. */
import denoJson from "../../deno.json" with { type: "json" };

/** An entry of the package: its name in "exports" and its file. */
export interface Entry {
  readonly name: string;
  readonly file: string;
}

/** The program of the package, beside the CommonJS files that it needs. */
export const PROGRAM = "script/isoclerk.js";

/** The text of the program: `isoclerk emulator` is all that it does so far. */
export const PROGRAM_TEXT = `#!/usr/bin/env node
require("./emulator_cli.js").runEmulatorProgram();
`;

/** What both builders write; dnt adds main, module and exports by itself. */
export function describePackage(entries: readonly Entry[]) {
  return {
    name: denoJson.name,
    version: denoJson.version,
    description:
      "An independent backend SDK for Clerk: session tokens, the Backend API and webhooks, on every runtime, with no dependencies.",
    keywords: [
      "clerk",
      "auth",
      "authentication",
      "backend",
      "jwt",
      "jwks",
      "session",
      "webhooks",
      "deno",
      "bun",
      "workers",
      "edge",
    ],
    license: denoJson.license,
    type: "commonjs", // esm/ has a package.json of its own
    sideEffects: false,
    engines: { node: ">=20" },
    files: ["esm", "script"],
    bin: { isoclerk: `./${PROGRAM}` },
    // For the old resolution of TypeScript, "node10", which knows no "exports".
    typesVersions: {
      "*": Object.fromEntries(
        entries.filter(({ name }) => name !== ".").map(({ name, file }) => [
          name.slice(2),
          [`./script/${file.replace(/\.ts$/, ".d.ts")}`],
        ]),
      ),
    },
  };
}

/** The name of a file of TypeScript once it is compiled. */
export function toJs(file: string): string {
  return file.replace(/\.ts$/, ".js");
}

/** The members that dnt would add. */
export function describeEntries(entries: readonly Entry[]) {
  const main = entries.find(({ name }) => name === ".") ?? entries[0];
  return {
    ...(main && {
      main: `./script/${toJs(main.file)}`,
      module: `./esm/${toJs(main.file)}`,
    }),
    exports: {
      ...Object.fromEntries(
        entries.map(({ name, file }) => [name, {
          import: `./esm/${toJs(file)}`,
          require: `./script/${toJs(file)}`,
        }]),
      ),
      "./package.json": "./package.json",
    },
  };
}
