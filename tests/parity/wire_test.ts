// Every method of the official client, and ours with the same arguments: both
// send the same, but for what calls.ts says, by the names of docs/compat.md.
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { answerBySpec } from "./answers.ts";
import { type Call, CALLS } from "./calls.ts";
import { both, listOfficialMethods } from "./clients.ts";
import { json } from "./fetch_switch.ts";
import { describeWire } from "./wire.ts";

/** What a caller sees of an error, whatever its class is called. */
function see(error: unknown): unknown {
  return error instanceof Error ? error.message : undefined;
}

async function checkCall(method: string, call: Call): Promise<void> {
  const { args, answer, departs, sends = [] } = call;
  const { ours, theirs } = await both(
    method,
    args,
    answer === undefined ? answerBySpec("full") : () => json(answer),
  );
  const [sent, expected] = [ours, theirs].map(({ requests }) =>
    describeWire(requests)
  );
  if (departs === undefined) {
    assertEquals(sent, expected);
    assertEquals(see(ours.outcome.error), see(theirs.outcome.error));
    return;
  }
  const changed = sends.map((change, i) => ({ ...expected?.[i], ...change }));
  assertEquals<readonly unknown[] | undefined>(sent, changed, departs);
  assertNotEquals(sent, expected, `does not depart: ${departs}`);
  // What is not sent is refused.
  assertEquals(ours.outcome.error instanceof Error, sends.length === 0);
}

describe("parity: what is sent", () => {
  for (const method of listOfficialMethods()) {
    it(method, async () => {
      const calls = CALLS[method] ?? [];
      assert(calls.length > 0, "calls.ts has no call of it");
      for (const call of calls) await checkCall(method, call);
    });
  }

  it("has calls of the methods that there are, and no others", () => {
    const methods = [...listOfficialMethods()].sort();
    assertEquals(Object.keys(CALLS).sort(), methods);
    assertEquals(methods.length, 192);
  });
});
