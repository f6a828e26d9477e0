/** Tells whether a build is still that of the present sources. */
import { exists, listFiles } from "../toolchain.ts";

const INPUTS = ["src", "compat", "tests", "scripts/npm"];
const FILES = ["deno.json", "README.md", "LICENSE", "scripts/build_npm.ts"];

/** A hash of all that a build is made of. */
export async function hashInputs(builder: string): Promise<string> {
  const files = [
    ...INPUTS.flatMap((folder) => listFiles(folder)),
    ...[...Deno.readDirSync(".")].map((e) => e.name).filter((name) =>
      name.endsWith(".ts")
    ),
    ...FILES,
  ].filter((file) => exists(file)).sort();
  const parts = files.map((file) => `${file}\n${Deno.readTextFileSync(file)}`);
  return await hash([builder, ...parts].join("\n"));
}

/** A hash of a text, in hexadecimal. */
export async function hash(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((b) => b.toString(16).padStart(2, "0")).join("");
}

/** Whether the stamp in a folder is that hash. */
export function isStamped(folder: string, value: string): boolean {
  try {
    return Deno.readTextFileSync(`${folder}/.stamp`) === value;
  } catch {
    return false;
  }
}

/** Leaves the stamp in a folder. */
export function stamp(folder: string, value: string): void {
  Deno.writeTextFileSync(`${folder}/.stamp`, value);
}
