// Answers of the API through both clients: what ours makes of them covers what
// the official one makes of them, but for the departures listed by name.
import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { AMOUNTS, answerBySpec } from "./answers.ts";
import { CALLS } from "./calls.ts";
import { type Answer, both, listOfficialMethods } from "./clients.ts";
import { ANSWER_DEPARTURES } from "./departures.ts";
import { type Difference, findDifferences } from "./differences.ts";
import { json } from "./fetch_switch.ts";

/** The departure that a difference shows, if there is one. */
function departureOf({ at, theirs }: Difference): string | undefined {
  return Object.keys(ANSWER_DEPARTURES).find((name) =>
    ANSWER_DEPARTURES[name]?.(at, theirs)
  );
}

async function compare(
  method: string,
  args: readonly unknown[],
  answer: Answer,
): Promise<readonly Difference[]> {
  const { ours, theirs } = await both(method, args, answer);
  // An error of either is a difference from a value; of both, none.
  return findDifferences(ours.outcome, theirs.outcome, "outcome");
}

/** The differences in what comes of each answer to a method, found once. */
const found = new Map<string, Promise<readonly Difference[]>>();

function findAll(method: string): Promise<readonly Difference[]> {
  const known = found.get(method) ?? compareAll(method);
  found.set(method, known);
  return known;
}

async function compareAll(method: string): Promise<readonly Difference[]> {
  const calls = CALLS[method] ?? [];
  const [{ args } = { args: [] }] = calls;
  const differences: Difference[] = [];
  for (const amount of AMOUNTS) {
    differences.push(...await compare(method, args, answerBySpec(amount)));
  }
  for (const { args, answer, sends } of calls) {
    if (answer === undefined || sends?.length === 0) continue;
    differences.push(...await compare(method, args, () => json(answer)));
  }
  return differences;
}

describe("parity: what is given", () => {
  for (const method of listOfficialMethods()) {
    it(method, async () => {
      const differences = await findAll(method);
      assertEquals(differences.filter((each) => !departureOf(each)), []);
    });
  }

  it("departs in all the ways that are listed", async () => {
    const all = await Promise.all(listOfficialMethods().map(findAll));
    const shown = new Set(all.flat().map(departureOf));
    for (const name of Object.keys(ANSWER_DEPARTURES)) {
      assert(shown.has(name), name);
    }
  });
});
