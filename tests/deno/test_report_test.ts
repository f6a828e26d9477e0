import { assertEquals, assertStringIncludes } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import {
  countDenoCases,
  countJunitCases,
  countTapCases,
  makeReport,
} from "../../scripts/test/report.ts";

/** JUnit as Deno writes it: a group stands beside its steps. */
function denoJunit(cases: readonly (readonly [string, string])[]): string {
  const lines = cases.map(([name, body]) =>
    `<testcase name="${name}" classname="x">${body}</testcase>`
  );
  return `<testsuites>${lines.join("\n")}</testsuites>`;
}

const FAILURE = `<failure message="no">no</failure>`;

describe("the count of tests", () => {
  it("under Deno leaves groups out", () => {
    const xml = denoJunit([
      ["alone", ""],
      ["group", ""],
      ["group &gt; one", ""],
      ["group &gt; inner", ""],
      ["group &gt; inner &gt; two", ""],
      ["group &gt; three", "<skipped/>"],
    ]);
    assertEquals(countDenoCases(xml), { passed: 3, failed: 0, skipped: 1 });
  });

  it("under Deno counts a failed case once, not its groups", () => {
    const xml = denoJunit([
      ["group", FAILURE],
      ["group &gt; one", FAILURE],
      ["group &gt; two", ""],
    ]);
    assertEquals(countDenoCases(xml), { passed: 1, failed: 1, skipped: 0 });
  });

  it("under Deno counts a group that fails by itself, as by a leak", () => {
    const xml = denoJunit([["group", FAILURE], ["group &gt; one", ""]]);
    assertEquals(countDenoCases(xml), { passed: 1, failed: 1, skipped: 0 });
  });

  it("under Node counts what was cancelled as failed", () => {
    const tap = "# tests 6\n# suites 2\n# pass 3\n# fail 1\n# cancelled 1\n" +
      "# skipped 1\n# todo 0\n";
    assertEquals(countTapCases(tap), { passed: 3, failed: 2, skipped: 1 });
  });

  it("under Bun reads the head of the file", () => {
    const xml =
      `<testsuites name="bun test" tests="9" assertions="0" failures="2" skipped="1" time="0">`;
    assertEquals(countJunitCases(xml), { passed: 6, failed: 2, skipped: 1 });
  });
});

describe("a report", () => {
  const ended = { ok: true, seconds: 1, output: "" };

  it("of a run without a test is a failure", () => {
    const none = { passed: 0, failed: 0, skipped: 0 };
    const report = makeReport("Node", none, ended);
    assertEquals(report.failed, 1);
    assertStringIncludes(report.output, "Not a single test ran");
  });

  it("of a run that ended badly is a failure, whatever was counted", () => {
    const good = { passed: 5, failed: 0, skipped: 0 };
    assertEquals(makeReport("Node", good, ended).failed, 0);
    assertEquals(makeReport("Node", good, { ...ended, ok: false }).failed, 1);
  });
});
