/**
 * deno task parity [--requests=N] [--seed=N]
 *
 * Compares request authentication with the official package on many more random
 * requests than the gate does: half a million by default, some minutes.
 */
import { parseArgs } from "node:util";
import { createCase } from "../tests/parity/request_cases.ts";
import { compareRequests } from "../tests/parity/request_comparison.ts";
import { createOddCase } from "../tests/parity/request_oddities.ts";
import { createMaterial } from "../tests/parity/request_material.ts";

const STEP = 20_000;

const { values } = parseArgs({
  options: { requests: { type: "string" }, seed: { type: "string" } },
});
const requests = count("requests", values.requests ?? "500000");
const seed = count("seed", values.seed ?? `${Date.now() % 2 ** 31}`);

function count(name: string, text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new TypeError(`Expected --${name} as a number, received "${text}"`);
}

const material = await createMaterial();
console.log(`Seed ${seed}`);
for (let done = 0; done < requests; done += STEP) {
  const count = Math.min(STEP, requests - done);
  // Each other batch is of requests that hardly any client sends.
  const create = done / STEP % 2 ? createOddCase : createCase;
  const [found] = await compareRequests(material, {
    count,
    seed: seed + done,
    create,
  });
  if (found) {
    console.log(JSON.stringify(found, null, 2));
    Deno.exit(1);
  }
  console.log(`${done + count} requests agree`);
}
