import { assert, assertEquals } from "@std/assert";
import { beforeAll, describe, it } from "@std/testing/bdd";
import { createAuthenticator } from "../../compat/authenticate_request.ts";
import { createApi } from "../../src/api/client.ts";
import { RULES, type RuleTables } from "../../src/auth/request/rules.ts";
import { createTransport } from "../../src/rest/transport.ts";
import {
  type Authenticate,
  observe,
  type Seen,
} from "../parity/request_comparison.ts";
import {
  createCase,
  createRandom,
  type RequestCase,
} from "../parity/request_cases.ts";
import {
  createMaterial,
  keyOf,
  type Material,
  SECRETS,
} from "../parity/request_material.ts";
import { NOW } from "../parity/tokens.ts";

/** The dose and the seed of the comparison with the official package. */
const DOSE = 20_000;
const SEED = 1;

/** Rules that no request can tell in the drop-in flavour; they have cases of their own. */
const DIRECTED = ["missing-api-client"];

function createSide(kind: string, rules: RuleTables): Authenticate {
  const options = {
    secretKey: SECRETS[kind],
    publishableKey: keyOf(kind),
    apiUrl: "https://api.clerk.test",
    retry: 0,
  };
  const api = createApi(createTransport(options));
  return createAuthenticator(options, api, options, rules) as Authenticate;
}

/** The tables without one row. */
function drop(table: keyof RuleTables, index: number): RuleTables {
  const rows = RULES[table].filter((_, i) => i !== index);
  return { ...RULES, [table]: rows };
}

/** Asserts that some case is judged otherwise, and tells how many it took. */
async function findDifference(
  cases: readonly RequestCase[],
  expected: Map<number, Seen>,
  material: Material,
  rules: RuleTables,
): Promise<number> {
  const whole = sides(RULES);
  const part = sides(rules);
  for (const [i, each] of cases.entries()) {
    const before = expected.get(i) ??
      await observe(whole(each.kind), material, each);
    expected.set(i, before);
    const after = await observe(part(each.kind), material, each);
    if (JSON.stringify(before) !== JSON.stringify(after)) return i + 1;
  }
  return Infinity;
}

function sides(rules: RuleTables): (kind: string) => Authenticate {
  const made = new Map(
    Object.keys(SECRETS).map((kind) => [kind, createSide(kind, rules)]),
  );
  return (kind) => {
    const side = made.get(kind);
    if (!side) throw new Error(kind);
    return side;
  };
}

describe("the random requests of the parity test notice when a rule is dropped", () => {
  const hostNow = Date.now;
  const expected = new Map<number, Seen>();
  let material: Material;
  let cases: readonly RequestCase[];

  beforeAll(async () => {
    material = await createMaterial();
    const random = createRandom(SEED);
    cases = Array.from({ length: DOSE }, () => createCase(material, random));
  });

  for (const table of Object.keys(RULES) as (keyof RuleTables)[]) {
    for (const [index, rule] of RULES[table].entries()) {
      const reason = "reason" in rule ? rule.reason : "which cookies count";
      if (DIRECTED.includes(reason)) continue;
      it(`${table} ${index}: ${reason}`, async () => {
        Date.now = () => NOW * 1000;
        try {
          const rules = drop(table, index);
          assertEquals(rules[table].length, RULES[table].length - 1);
          const took = await findDifference(cases, expected, material, rules);
          assert(took <= DOSE, "No request told the difference");
        } finally {
          Date.now = hostNow;
        }
      });
    }
  }
});
