/**
 * deno task size [--detail]: bundles what one import costs, minified and compressed, and
 * fails over budget or when a bundle holds what it has no use for.
 */
import * as esbuild from "esbuild";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

interface Budget {
  readonly name: string;
  readonly code: string;
  /** Of 1024 bytes, after minifying and gzip. */
  readonly kilobytes: number;
  /** What it is to come down to, where the budget only keeps it from growing. */
  readonly goal?: number;
  /** Folders that the bundle must not hold anything of. */
  readonly without: readonly string[];
  /** Whether the bundler is not told that files do nothing by themselves: from JSR it is not. */
  readonly isUntold?: boolean;
}

const REST = ["src/api/", "src/rest/"];
const EMULATOR = ["src/emulator/", "emulator.ts"];

const BUDGETS: readonly Budget[] = [
  {
    name: "verifyToken",
    code: `export { verifyToken } from "./mod.ts";`,
    kilobytes: 6.7,
    goal: 5,
    without: [...REST, ...EMULATOR, "src/webhooks/"],
  },
  {
    name: "verifyToken of JSR",
    code: `export { verifyToken } from "./mod.ts";`,
    kilobytes: 7,
    without: ["src/api/", ...EMULATOR, "src/webhooks/"],
    isUntold: true,
  },
  {
    name: "verifyWebhook",
    code: `export { verifyWebhook } from "./webhooks.ts";`,
    kilobytes: 2.5,
    without: [...REST, ...EMULATOR, "src/jwt/", "src/keys/"],
  },
  {
    name: "clerkFrontendApiProxy",
    code: `export { clerkFrontendApiProxy } from "./proxy.ts";`,
    kilobytes: 4.3,
    without: [...REST, ...EMULATOR, "src/jwt/", "src/auth/"],
  },
  {
    name: "diagnose",
    code: `export { diagnose } from "./doctor.ts";`,
    kilobytes: 6.6,
    without: [...REST, ...EMULATOR, "src/auth/"],
  },
  {
    name: "authenticateRequest",
    code: `export { authenticateRequest } from "./mod.ts";`,
    kilobytes: 17.9,
    goal: 11,
    without: [...EMULATOR, "src/api/", "src/webhooks/"],
  },
  {
    name: "one resource",
    code: `export { createResources, users } from "./resources.ts";`,
    kilobytes: 9.4,
    goal: 6,
    without: [...EMULATOR, "src/jwt/", "src/auth/", "src/webhooks/"],
  },
  {
    name: "runInBulk",
    code: `export { runInBulk } from "./bulk.ts";`,
    kilobytes: 2,
    without: [...EMULATOR, "src/api/", "src/jwt/", "src/rest/send.ts"],
  },
  {
    name: "createClerkClient",
    code: `export { createClerkClient } from "./mod.ts";`,
    kilobytes: 28.9,
    goal: 16,
    without: EMULATOR,
  },
  {
    name: "everything of mod.ts",
    code: `export * from "./mod.ts";`,
    kilobytes: 30.4,
    goal: 20,
    without: EMULATOR,
  },
];

interface Bundle {
  readonly bytes: number;
  /** Bytes by file, minified, before compressing. */
  readonly files: ReadonlyMap<string, number>;
}

/** Sources are in no package; the published files say that they do nothing. */
const asPublished: esbuild.Plugin = {
  name: "as-published",
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path),
      sideEffects: false,
    }));
  },
};

async function bundle(
  { code, isUntold }: Budget,
): Promise<Bundle | undefined> {
  const result = await esbuild.build({
    // As JavaScript, in which a missing export is an error, not maybe a type.
    stdin: { contents: code, resolveDir: Deno.cwd(), loader: "js" },
    plugins: isUntold ? [] : [asPublished],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    logLevel: "silent",
  }).catch((error: esbuild.BuildFailure) => {
    const missing = /No matching export|Could not resolve "\.\/\w+\.ts"/;
    if (error.errors?.every((e) => missing.test(e.text))) return undefined;
    throw error;
  });
  if (!result) return undefined;
  const [output] = Object.values(result.metafile.outputs);
  const used = Object.entries(output?.inputs ?? {});
  return {
    bytes: gzipSync(result.outputFiles[0]?.contents ?? "", { level: 9 }).length,
    files: new Map(
      used.map(([path, { bytesInOutput }]) => [path, bytesInOutput] as const)
        .filter(([, bytes]) => bytes > 0).sort(([, a], [, b]) => b - a),
    ),
  };
}

/** Prints one line and gives what is wrong with it. */
async function judge(budget: Budget): Promise<string[]> {
  const { name, kilobytes, without } = budget;
  const made = await bundle(budget);
  const limit = `${kilobytes.toFixed(1)} KB`;
  if (!made) {
    console.log(
      `${name.padEnd(24)}${"none".padStart(10)}${limit.padStart(10)}`,
    );
    return [`${name} cannot be bundled`];
  }
  const size = `${(made.bytes / 1024).toFixed(2)} KB`;
  const goal = budget.goal ? `  goal ${budget.goal.toFixed(1)} KB` : "";
  console.log(
    `${name.padEnd(24)}${size.padStart(10)}${limit.padStart(10)}${goal}`,
  );
  if (Deno.args.includes("--detail")) {
    for (const [path, bytes] of made.files) console.log(`  ${bytes} ${path}`);
  }
  const strays = [...made.files.keys()].filter((file) =>
    without.some((start) => file.startsWith(start))
  );
  return [
    ...(made.bytes > kilobytes * 1024 ? [`${name} is over budget`] : []),
    ...strays.map((file) => `${name} holds ${file}`),
  ];
}

console.log(
  `${"import".padEnd(24)}${"size".padStart(10)}${"budget".padStart(10)}`,
);
const faults: string[] = [];
for (const budget of BUDGETS) faults.push(...await judge(budget));
await esbuild.stop();
for (const fault of faults) console.log(fault);
Deno.exitCode = faults.length > 0 ? 1 : 0;
