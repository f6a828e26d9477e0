/**
 * The emulator as a program: `deno run -A jsr:@isoclerk/backend/emulator/cli`,
 * or `npx @isoclerk/backend emulator`. Says what it can do with `--help`.
 *
 * @example
 * ```ts
 * import { runEmulator } from "@isoclerk/backend/emulator/cli";
 *
 * const exitCode = await runEmulator(["--no-such-option"], {
 *   print: console.log,
 *   warn: console.log,
 * });
 * console.log(exitCode); // 2
 * ```
 *
 * @module
 */
import {
  isMainModule,
  readArguments,
  setExitCode,
} from "./src/platform/program.ts";
import { runEmulator } from "./src/emulator/cli/run.ts";

export { runEmulator };
export type { Output } from "./src/emulator/cli/run.ts";

/** Runs the program with the arguments of this process, and sets its exit code. */
export async function runEmulatorProgram(): Promise<void> {
  setExitCode(await runEmulator(readArguments()));
}

if (isMainModule("emulator_cli.ts")) void runEmulatorProgram();
