import { assert, assertEquals } from "@std/assert";
import { it } from "@std/testing/bdd";
import { describeReasons } from "../../scripts/write_reasons.ts";
import { REASONS, REFRESH_REASONS } from "../../src/auth/request/reasons.ts";
import { RULES } from "../../src/auth/request/rules.ts";

it("docs/reasons.md is what deno task reasons would write", async () => {
  const file = new URL("../../docs/reasons.md", import.meta.url);
  assertEquals(await Deno.readTextFile(file), describeReasons());
});

it("every reason of a rule is explained", () => {
  const { suffix: _, ...tables } = RULES;
  for (const { reason } of Object.values(tables).flat()) {
    assert(reason in REASONS || reason in REFRESH_REASONS, reason);
  }
});
