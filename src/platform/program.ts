import { findBuiltin } from "./builtin.ts";

/** The parts of a host that programs on a command line need. */
interface Host {
  readonly Deno?: {
    readonly args?: readonly string[];
    readonly mainModule?: string;
    readonly build?: { readonly os: string };
    exitCode?: number;
    addSignalListener?(name: Signal, listener: () => void): void;
    removeSignalListener?(name: Signal, listener: () => void): void;
  };
  readonly process?: {
    readonly argv?: readonly string[];
    readonly platform?: string;
    exitCode?: unknown;
    on?(name: Signal, listener: () => void): unknown;
    off?(name: Signal, listener: () => void): unknown;
  };
  readonly console?: { log(line: string): void; error(line: string): void };
  /** Known to every compiler, with the types of any host or of none. */
  readonly globalThis?: unknown;
}

type Signal = "SIGINT" | "SIGTERM";

/** Whether a program was started by a module whose file has that name. */
export function isMainModule(file: string): boolean {
  const { Deno }: Host = globalThis;
  try {
    return Deno?.mainModule?.endsWith(`/${file}`) === true;
  } catch {
    return false;
  }
}

/** What was written on the command line after the program. */
export function readArguments(): readonly string[] {
  const { Deno, process }: Host = globalThis;
  return Deno?.args ?? process?.argv?.slice(2) ?? [];
}

/** Writes a line to the standard output, or to the standard error. */
export function writeLine(line: string, stream: "out" | "error" = "out"): void {
  const { console }: Host = globalThis;
  if (stream === "out") console?.log(line);
  else console?.error(line);
}

/** Says how the program ends, once nothing is left to do. */
export function setExitCode(code: number): void {
  const { Deno, process }: Host = globalThis;
  if (Deno) Deno.exitCode = code;
  else if (process) process.exitCode = code;
}

/** Waits until somebody asks the program to end. */
export function waitForEnd(): Promise<void> {
  const { Deno, process }: Host = globalThis;
  return new Promise((resolve) => {
    const end = () => {
      for (const name of ["SIGINT", "SIGTERM"] as const) {
        if (Deno) Deno.removeSignalListener?.(name, end);
        else process?.off?.(name, end);
      }
      resolve();
    };
    // Windows has no SIGTERM to listen for.
    const names: readonly Signal[] = Deno?.build?.os === "windows"
      ? ["SIGINT"]
      : ["SIGINT", "SIGTERM"];
    for (const name of names) {
      if (Deno) Deno.addSignalListener?.(name, end);
      else process?.on?.(name, end);
    }
  });
}

/** Whether others than its owner may read or write a file, as far as hosts tell. */
export function isShared(path: string): boolean {
  const { Deno, process }: Host = globalThis;
  const system = Deno?.build?.os ?? process?.platform ?? "";
  const files = findBuiltin("fs");
  return !system.startsWith("win") && files !== undefined &&
    canTell(files) && (files.statSync(path).mode & 0o077) > 0;
}

function canTell(
  files: object,
): files is { statSync(path: string): { readonly mode: number } } {
  return "statSync" in files;
}
