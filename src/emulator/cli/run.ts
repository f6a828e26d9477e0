import { writeLine } from "../../platform/program.ts";
import { isObject, parseJson } from "../../text/json.ts";
import { VERSION } from "../../text/version.ts";
import {
  type Arguments,
  parseArguments,
  portOf,
  UsageError,
  valueOf,
} from "./arguments.ts";
import { HELP } from "./help.ts";
import { control } from "./remote.ts";
import { serve } from "./serve_command.ts";

/** Where the program writes to. */
export interface Output {
  /** Prints what was asked for. */
  print(text: string): void;
  /** Tells of something that went wrong. */
  warn(text: string): void;
}

type Command = (args: Arguments, output: Output) => void | Promise<void>;

const COMMANDS: { readonly [name in Arguments["command"]]: Command } = {
  serve,
  env: showEnvironment,
  token: showToken,
  trigger: sendEvent,
  help: (_, output) => output.print(HELP),
  version: (_, output) => output.print(VERSION),
};

const CONSOLE: Output = {
  print: (text) => writeLine(text),
  warn: (text) => writeLine(text, "error"),
};

/**
 * Runs the program.
 *
 * @param args What is written on the command line after it.
 * @param output Where it writes to; the console by default.
 * @returns The exit code: 0 when all went well, 1 when something failed, 2 when
 * the command line cannot be understood.
 */
export async function runEmulator(
  args: readonly string[],
  output: Output = CONSOLE,
): Promise<number> {
  try {
    const parsed = parseArguments(args);
    await COMMANDS[parsed.command](parsed, output);
    return 0;
  } catch (error) {
    output.warn(error instanceof Error ? error.message : String(error));
    if (!(error instanceof UsageError)) return 1;
    output.warn('See "emulator help".');
    return 2;
  }
}

async function showEnvironment(args: Arguments, output: Output): Promise<void> {
  const env = await control(portOf(args), "GET", "env");
  output.print(
    args.flags.has("json")
      ? JSON.stringify(env)
      : Object.entries(env).map(([name, value]) => `${name}=${value}`)
        .join("\n"),
  );
}

async function showToken(args: Arguments, output: Output): Promise<void> {
  const [userId = ""] = args.operands;
  const orgId = valueOf(args, "org");
  const session = await control(portOf(args), "POST", "sign-in", {
    userId,
    ...(orgId !== undefined && { orgId }),
  });
  output.print(
    args.flags.has("json") ? JSON.stringify(session) : String(session.token),
  );
}

async function sendEvent(args: Arguments, output: Output): Promise<void> {
  const [type = ""] = args.operands;
  const text = valueOf(args, "data");
  const data = text === undefined ? undefined : parseJson(text);
  if (text !== undefined && !isObject(data)) {
    throw new UsageError('The option "--data" takes a JSON object.');
  }
  const url = valueOf(args, "webhook");
  const sent = await control(portOf(args), "POST", "trigger", {
    type,
    ...(data !== undefined && { data }),
    ...(url !== undefined && { url }),
  });
  if (args.flags.has("json")) return output.print(JSON.stringify(sent));
  output.print(`${sent.type}: ${sent.url} answered ${sent.status}`);
}
