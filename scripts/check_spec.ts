/**
 * deno task check:spec [--openapi FILE]
 *
 * Compares the methods and types of src/api with the tables of Clerk's OpenAPI
 * description, or with a newer description, given as JSON.
 */
import {
  joinSpecs,
  readOutside,
  readSpec,
  type Spec,
} from "../src/emulator/spec/spec.ts";
import { compareApi, type Comparison } from "./spec/compare.ts";
import { type Departure, DEPARTURES } from "./spec/departures.ts";
import type { Finding } from "./spec/finding.ts";
import { readOpenApi } from "./spec/openapi.ts";
import { createProgram } from "./spec/program.ts";
import { readApi } from "./spec/read_api.ts";

/** To be true once all resources are there, and then to go. */
const MISSING_IS_AN_ERROR = false;

/** What is to be said, and how many errors that is. */
export interface Report {
  /** The lines. */
  readonly lines: readonly string[];
  /** How many of them are errors. */
  readonly errors: number;
}

/**
 * Says what a comparison found, but for what is meant.
 *
 * @param isWhole Whether all resources are there, so that none may be missing
 * and each departure must be one.
 */
export function report(
  { findings, covered, missing }: Comparison,
  { described, outside }: { readonly described: Spec; readonly outside: Spec },
  departures: readonly Departure[],
  isWhole: boolean,
): Report {
  const used = new Set<Departure>();
  const wrong = findings.filter((each) => {
    const meant = departures.find((departure) => isMeant(departure, each));
    if (meant) used.add(meant);
    return !meant;
  });
  const unused = departures.filter((each) => !used.has(each));
  const beyond = [...outside.operations.keys()]
    .filter((key) => !described.operations.has(key));
  const count = (keys: Iterable<string>) =>
    [...keys].filter((key) => covered.has(key)).length;
  const { size } = described.operations;
  return {
    lines: [
      ...wrong.map(({ at, what }) => `${at}: ${what}`),
      ...(isWhole ? unused : []).map(({ at, what }) =>
        `scripts/spec/departures.ts: "${at}: ${what}" is no longer so`
      ),
      ...missing.map((key) => `no method for ${key}`),
      `${count(described.operations.keys())}/${size} operations, ${
        count(beyond)
      }/${beyond.length} outside the description, ${
        departures.length - unused.length
      } differences that are meant`,
    ],
    errors: wrong.length + (isWhole ? unused.length + missing.length : 0),
  };
}

/** A departure that ends in a star is of all that begins so. */
function isMeant(departure: Departure, { at, what }: Finding): boolean {
  return departure.at.endsWith("*")
    ? at.startsWith(departure.at.slice(0, -1))
    : departure.at === at && departure.what === what;
}

function main(args: readonly string[]): void {
  const at = args.indexOf("--openapi");
  const file = at < 0 ? undefined : args[at + 1];
  if (at >= 0 && file === undefined) {
    throw new TypeError("Cannot read --openapi: expected the path of a file");
  }
  const described = file === undefined
    ? readSpec()
    : readOpenApi(JSON.parse(Deno.readTextFileSync(file)));
  const outside = readOutside();
  const facts = readApi(createProgram(".", "src/api/client.ts"));
  const comparison = compareApi(facts, joinSpecs(described, outside));
  const { lines, errors } = report(
    comparison,
    { described, outside },
    DEPARTURES,
    MISSING_IS_AN_ERROR,
  );
  for (const line of lines) console.log(line);
  Deno.exitCode = errors > 0 ? 1 : 0;
}

if (import.meta.main) main(Deno.args);
