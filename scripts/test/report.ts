/** What a runtime's tests came to, and how that is shown. */

/** The tests of one runtime. */
export interface Report {
  readonly runtime: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  /** What to show when something failed. */
  readonly output: string;
}

/** The counts of a report. */
export type Counts = Pick<Report, "passed" | "failed" | "skipped">;

/**
 * Makes a report. A run that ended badly with no failed test has failed all the
 * same, and so has one in which nothing ran.
 */
export function makeReport(
  runtime: string,
  counts: Counts,
  ended: { ok: boolean; seconds: number; output: string },
): Report {
  const ran = counts.passed + counts.failed;
  const missed = counts.failed === 0 && (!ended.ok || ran === 0);
  return {
    runtime,
    ...counts,
    failed: missed ? 1 : counts.failed,
    seconds: ended.seconds,
    output: missed && ended.ok
      ? `${ended.output}\nNot a single test ran.`
      : ended.output,
  };
}

/** Measures how long something takes, in seconds. */
export async function timed<T>(
  act: () => Promise<T>,
): Promise<{ value: T; seconds: number }> {
  const start = performance.now();
  const value = await act();
  return { value, seconds: (performance.now() - start) / 1000 };
}

/** Prints the failures, a table, and the closing line; tells whether all is well. */
export function printReports(reports: readonly Report[]): boolean {
  for (const { runtime, failed, output } of reports) {
    if (failed > 0) console.log(`\n── ${runtime} failed ──\n${output.trim()}`);
  }
  const width = Math.max(7, ...reports.map((r) => r.runtime.length));
  const row = (a: string, ...rest: string[]) =>
    console.log(a.padEnd(width) + rest.map((s) => s.padStart(10)).join(""));
  console.log();
  row("runtime", "passed", "failed", "skipped", "seconds");
  for (const r of reports) {
    row(
      r.runtime,
      ...[r.passed, r.failed, r.skipped].map(String),
      r.seconds.toFixed(1),
    );
  }
  const sum = (of: (r: Report) => number) =>
    reports.reduce((n, r) => n + of(r), 0);
  const failed = sum((r) => r.failed);
  console.log(`\n${sum((r) => r.passed)} passed, ${failed} failed`);
  return reports.length > 0 && failed === 0;
}

/** Reads a JUnit file as Deno writes it: steps stand beside the test they are of. */
export function countDenoCases(xml: string): Counts {
  const cases = [
    ...xml.matchAll(/<testcase name="([^"]*)"[^>]*>([\s\S]*?)<\/testcase>/g),
  ]
    .map(([, name = "", body = ""]) => ({ name, body }));
  const groups = new Set<string>();
  for (const { name } of cases) {
    const parts = name.split(" &gt; ");
    for (let i = 1; i < parts.length; i++) {
      groups.add(parts.slice(0, i).join(" &gt; "));
    }
  }
  const single = cases.filter(({ name }) => !groups.has(name));
  // A group whose own hooks or sanitizers failed, none of its cases having done so.
  const lonely = cases.filter(({ name, body }) =>
    groups.has(name) && hasFailed(body) &&
    !single.some((c) => c.name.startsWith(`${name} &gt; `) && hasFailed(c.body))
  );
  const failed = single.filter(({ body }) => hasFailed(body)).length +
    lonely.length;
  const skipped = single.filter(({ body }) => body.includes("<skipped")).length;
  return {
    passed: single.length + lonely.length - failed - skipped,
    failed,
    skipped,
  };
}

function hasFailed(body: string): boolean {
  return body.includes("<failure") || body.includes("<error");
}

/** Reads the closing lines of Node's TAP. */
export function countTapCases(tap: string): Counts {
  const number = (name: string) =>
    Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(tap)?.[1] ?? 0);
  return {
    passed: number("pass"),
    failed: number("fail") + number("cancelled"),
    skipped: number("skipped") + number("todo"),
  };
}

/** Reads the head of a JUnit file as Bun writes it. */
export function countJunitCases(xml: string): Counts {
  const head = /<testsuites [^>]*>/.exec(xml)?.[0] ?? "";
  const number = (name: string) =>
    Number(new RegExp(` ${name}="(\\d+)"`).exec(head)?.[1] ?? 0);
  const failed = number("failures") + number("errors");
  const skipped = number("skipped");
  return { passed: number("tests") - failed - skipped, failed, skipped };
}
