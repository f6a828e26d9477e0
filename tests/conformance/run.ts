/** Runs the cases one by one and prints a line for each. */
import { cases } from "./cases.ts";

/** @returns How many cases failed. */
export async function run(print: (line: string) => void): Promise<number> {
  let failed = 0;
  for (const [name, check] of Object.entries(cases)) {
    try {
      await check();
      print(`ok - ${name}`);
    } catch (error) {
      failed++;
      const why = error instanceof Error ? error.stack ?? error.message : error;
      print(`not ok - ${name}\n${why}`);
    }
  }
  return failed;
}
