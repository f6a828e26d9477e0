// What a runtime starts: the bundle beside it does the work.
import process from "node:process";
import { run } from "./bench.mjs";

const [group, rounds, apiUrl] = process.argv.slice(2);
await run(group, Number(rounds), apiUrl);
process.exit(0);
