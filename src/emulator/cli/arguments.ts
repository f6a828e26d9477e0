/** What may be written on the command line. */
export interface Arguments {
  /** The subcommand; `serve` by default. */
  readonly command: "serve" | "env" | "token" | "trigger" | "help" | "version";
  /** What follows the subcommand. */
  readonly operands: readonly string[];
  /** The options that take a value, by name, in their order. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** The options that take none. */
  readonly flags: ReadonlySet<string>;
}

/** What is wrong with a command line, for a person. */
export class UsageError extends Error {
  /** The name of the class. */
  override readonly name: string = "UsageError";
}

/** Subcommands, and the operands of each. */
const COMMANDS = {
  serve: [],
  env: [],
  token: ["USER"],
  trigger: ["EVENT"],
  help: [],
  version: [],
} as const;

/** Options that take a value, and the subcommands that they are for. */
const VALUES: Options = {
  port: ["serve", "env", "token", "trigger"],
  host: ["serve"],
  "allow-host": ["serve"],
  seed: ["serve"],
  keys: ["serve"],
  state: ["serve"],
  webhook: ["serve", "trigger"],
  org: ["token"],
  data: ["trigger"],
};

/** Options that take none. */
const FLAGS: Options = {
  strict: ["serve"],
  json: ["serve", "env", "token", "trigger"],
  quiet: ["serve"],
  expose: ["serve"],
  help: [],
  version: [],
};

type Options = { readonly [name: string]: readonly Arguments["command"][] };

/**
 * Reads a command line.
 *
 * @throws {UsageError} When it has what is not known.
 */
export function parseArguments(args: readonly string[]): Arguments {
  const words: string[] = [];
  const values = new Map<string, string[]>();
  const flags = new Set<string>();
  const queue = [...args];
  for (let arg = queue.shift(); arg !== undefined; arg = queue.shift()) {
    const [, name, given] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    if (arg === "-h") flags.add("help");
    else if (name === undefined && !/^-./.test(arg)) words.push(arg);
    else if (has(FLAGS, name) && given === undefined) flags.add(name);
    else if (has(VALUES, name)) {
      const value = given ?? queue.shift();
      if (value === undefined || (!given && value.startsWith("--"))) {
        throw new UsageError(`The option "--${name}" needs a value.`);
      }
      values.set(name, [...values.get(name) ?? [], value]);
    } else throw new UsageError(`There is no option "${arg}".`);
  }
  if (words[0] === "emulator") words.shift();
  const [word = "serve", ...operands] = words;
  if (!isCommand(word)) throw new UsageError(`There is no command "${word}".`);
  const command = flags.has("help")
    ? "help"
    : flags.has("version")
    ? "version"
    : word;
  checkOptions(command, [...values.keys(), ...flags]);
  const expected = COMMANDS[command];
  if (
    command === word && word !== "help" && operands.length !== expected.length
  ) {
    throw new UsageError(
      `Expected "emulator ${[command, ...expected].join(" ")}", received "${
        ["emulator", command, ...operands].join(" ")
      }".`,
    );
  }
  return { command, operands, values, flags };
}

function has(options: Options, name: string | undefined): name is string {
  return name !== undefined && Object.hasOwn(options, name);
}

/** An option that a subcommand does not heed would be lost without a word. */
function checkOptions(
  command: Arguments["command"],
  names: readonly string[],
): void {
  if (command === "help" || command === "version") return;
  const odd = names.find((name) =>
    !(VALUES[name] ?? FLAGS[name])?.includes(command)
  );
  if (odd === undefined) return;
  const whose = (VALUES[odd] ?? FLAGS[odd])?.map((each) =>
    each === "serve" ? "starting it" : `"${each}"`
  );
  throw new UsageError(
    `The option "--${odd}" is for ${whose?.join(" and ")}, not for ${
      command === "serve" ? "starting it" : `"${command}"`
    }.`,
  );
}

function isCommand(word: string): word is Arguments["command"] {
  return Object.hasOwn(COMMANDS, word);
}

/** The value of an option, the last when it is given more than once. */
export function valueOf(
  { values }: Arguments,
  name: string,
): string | undefined {
  return values.get(name)?.at(-1);
}

/**
 * The port that the options say.
 *
 * @throws {UsageError} When it is none.
 */
export function portOf(args: Arguments): number | undefined {
  const text = valueOf(args, "port");
  if (text === undefined) return undefined;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`The option "--port" takes 0 to 65535, not "${text}".`);
}
