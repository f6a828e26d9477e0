import { readWholeFile, replaceFile } from "../../platform/whole_file.ts";
import type { EmulatorStorage } from "../storage.ts";

/**
 * Keeps the state of an emulator in a file. What was answered is in the file,
 * whatever ends the process: each write goes to a file beside it, is brought to
 * the disk, and takes the place of the old one in one step. Only its owner may
 * read it. Runs on Deno, Bun, and Node 20.16 or later.
 *
 * One emulator at a time: two of them overwrite each other's file.
 *
 * @param path The file, which need not be there yet, nor its folder.
 * @returns The storage.
 *
 * @example
 * ```ts ignore
 * import { createEmulator } from "@isoclerk/backend/emulator";
 * import { createFileStorage } from "@isoclerk/backend/emulator/serve";
 *
 * const emulator = await createEmulator({
 *   storage: createFileStorage(".clerk-emulator/state.json"),
 * });
 * ```
 */
export function createFileStorage(path: string): EmulatorStorage {
  return {
    read: () => readWholeFile(path),
    write: (text) => replaceFile(path, text),
  };
}
