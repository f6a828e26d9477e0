import { readWholeFile, replaceFile } from "../../platform/whole_file.ts";
import type { EmulatorStorage } from "../storage.ts";

/**
 * Keeps the state of an emulator in a file. What was answered is in the file,
 * whatever ends the process: each write goes to a file beside it, is brought to
 * the disk, and takes the place of the old one in one step. Only its owner may
 * read it. Runs on Deno, Bun, and Node 20.16 or later.
 *
 * One emulator at a time: a write fails, and leaves the file as it is, when
 * another emulator wrote the file since.
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
  let known: string | undefined;
  return {
    read: () => known = readWholeFile(path),
    write(text) {
      const found = readWholeFile(path);
      if (found !== undefined && found !== known) {
        throw new Error(
          `Cannot keep the state in "${path}": something else wrote it in the meantime. Give each emulator a file of its own, and start this one again.`,
        );
      }
      replaceFile(path, text);
      known = text;
    },
  };
}
