/**
 * deno task parity [--requests=N] [--seed=N]
 *
 * Compares request authentication with the official package on many more random
 * requests than the gate does: half a million by default, some minutes.
 */
import { createCase } from "../tests/parity/request_cases.ts";
import { compareRequests } from "../tests/parity/request_comparison.ts";
import { createOddCase } from "../tests/parity/request_oddities.ts";
import { createMaterial } from "../tests/parity/request_material.ts";

const STEP = 20_000;

function option(name: string, otherwise: number): number {
  const prefix = `--${name}=`;
  const given = Deno.args.find((arg) => arg.startsWith(prefix));
  return given ? Number(given.slice(prefix.length)) : otherwise;
}

const requests = option("requests", 500_000);
const seed = option("seed", Math.floor(Math.random() * 2 ** 31));
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
