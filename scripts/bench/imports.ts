/** Times what an import adds to a process that does nothing else. */

/** A program, and what the table calls it. */
interface Program {
  readonly name: string;
  readonly file: string;
  readonly code: string;
}

const PROGRAMS: readonly Program[] = [
  { name: "nothing", file: "import_0.mjs", code: "" },
  {
    name: "isoclerk",
    file: "import_1.mjs",
    code: 'import "../../npm/esm/mod.js";',
  },
  {
    name: "isoclerk/jwt",
    file: "import_2.mjs",
    code: 'import "../../npm/esm/jwt.js";',
  },
  {
    name: "isoclerk/webhooks",
    file: "import_3.mjs",
    code: 'import "../../npm/esm/webhooks.js";',
  },
  {
    name: "isoclerk/compat",
    file: "import_4.mjs",
    code: 'import "../../npm/esm/compat/mod.js";',
  },
  { name: "jose", file: "import_5.mjs", code: 'import "jose";' },
  {
    name: "@clerk/backend",
    file: "import_6.mjs",
    code: 'import "@clerk/backend";',
  },
  { name: "nothing, CommonJS", file: "import_7.cjs", code: "" },
  {
    name: "isoclerk, CommonJS",
    file: "import_8.cjs",
    code: 'require("../../npm/script/mod.js");',
  },
  {
    name: "@clerk/backend, CommonJS",
    file: "import_9.cjs",
    code: 'require("@clerk/backend");',
  },
];

/** The same out of the sources, as Deno has them from JSR. */
const SOURCES: Program = {
  name: "isoclerk, sources",
  file: "import_s.mjs",
  code: 'import "../../mod.ts";',
};

/**
 * Runs each program in turn, so many times, and prints the median of its time,
 * and how much that is over a process of its kind that imports nothing.
 *
 * @param command Runs a file.
 * @param cwd Where the peers are installed.
 */
export async function benchImports(
  command: readonly string[],
  cwd: string,
  rounds: number,
): Promise<void> {
  const isDeno = command.includes("run");
  const programs = isDeno ? [...PROGRAMS, SOURCES] : PROGRAMS;
  const times = new Map<Program, number[]>();
  for (const { file, code } of programs) {
    await Deno.writeTextFile(`${cwd}/${file}`, code);
  }
  // The first round fills the caches of the host.
  for (let round = 0; round <= rounds; round++) {
    for (const program of programs) {
      const ms = await time([...command, program.file], cwd);
      if (round) times.set(program, [...times.get(program) ?? [], ms]);
    }
  }
  console.log("\nImports, milliseconds of a process, and over nothing");
  let empty = 0;
  for (const program of programs) {
    const ms = median(times.get(program) ?? []);
    if (program.code === "") empty = ms;
    const over = program === SOURCES
      ? ms - median(times.get(PROGRAMS[0] ?? program) ?? [])
      : ms - empty;
    console.log(
      `  ${program.name.padEnd(26)}${ms.toFixed(1).padStart(7)}  + ${
        over.toFixed(1)
      }`,
    );
  }
}

async function time(
  [name = "", ...args]: readonly string[],
  cwd: string,
): Promise<number> {
  const start = performance.now();
  const { success, stderr } = await new Deno.Command(name, { args, cwd })
    .output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
