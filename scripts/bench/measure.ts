/**
 * Times contestants against each other on a machine that other work disturbs:
 * short neighbouring slices in random order, each compared with the reference's
 * slice of the same round, and the median of those ratios taken.
 */

/** One way of doing the job. */
export interface Contestant {
  /** What the table calls it. */
  readonly name: string;
  /** Does the job once; `i` counts up, for taking inputs in turn. */
  run(i: number): unknown;
  /** Untimed work before each slice, such as making fresh strings. */
  prepare?(): void;
  /** Whether an outcome is right: checked once before timing. */
  holds(outcome: unknown): boolean;
}

/** What was found of one contestant. */
export interface Finding {
  readonly name: string;
  /** Median time of one job, in microseconds. */
  readonly micros: number;
  /** Median, lower and upper quartile of the time over the reference's. */
  readonly ratio: readonly [number, number, number];
}

/** How to measure. */
export interface Plan {
  /** Jobs under way at once; 1 is one after the other. */
  readonly inFlight: number;
  /** The length of a slice, in milliseconds. */
  readonly sliceMs: number;
  /** How long to do nothing before each job, in milliseconds; not counted. */
  readonly pauseMs?: number;
  /** How many slices each contestant gets. */
  readonly rounds: number;
}

function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ??
    NaN;
}

async function slice(
  c: Contestant,
  plan: Plan,
  counts: Map<string, number>,
): Promise<number> {
  c.prepare?.();
  // Goes on where the last slice stopped, or the same few inputs would return.
  const first = counts.get(c.name) ?? 0;
  let next = first;
  const { pauseMs = 0 } = plan;
  // Between two looks at the clock, which is dear for fast jobs.
  const handful = pauseMs > 0 ? 1 : 4;
  const start = performance.now();
  const end = start + plan.sliceMs;
  let paused = 0;
  const lane = async () => {
    for (let now = start; now < end; now = performance.now()) {
      if (pauseMs > 0) paused += await pause(pauseMs);
      for (let k = 0; k < handful; k++) await c.run(next++);
    }
  };
  await Promise.all(Array.from({ length: plan.inFlight }, lane));
  counts.set(c.name, next);
  return (performance.now() - start - paused) * 1000 / (next - first);
}

/** Waits, so that cores fall asleep; gives how long it was. */
async function pause(ms: number): Promise<number> {
  const start = performance.now();
  await new Promise((resolve) => setTimeout(resolve, ms));
  return performance.now() - start;
}

function shuffled<T>(items: readonly T[]): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}

/** Measures contestants; the first is the reference of the ratios. */
export async function measure(
  contestants: readonly Contestant[],
  plan: Plan,
): Promise<readonly Finding[]> {
  for (const c of contestants) {
    c.prepare?.();
    const outcome = await c.run(0);
    if (!c.holds(outcome)) {
      throw new Error(`${c.name} gave a wrong outcome: ${String(outcome)}`);
    }
  }
  const [reference] = contestants;
  if (!reference) throw new Error("Nothing to measure");
  const counts = new Map<string, number>();
  // Warm up without pauses, in which too few jobs would run to get compiled.
  const busy = { ...plan, pauseMs: 0 };
  for (const c of contestants) await slice(c, busy, counts);
  const times = new Map<string, number[]>();
  const ratios = new Map<string, number[]>();
  for (let round = 0; round < plan.rounds; round++) {
    const now = new Map<string, number>();
    for (const c of shuffled(contestants)) {
      now.set(c.name, await slice(c, plan, counts));
    }
    const base = now.get(reference.name) ?? NaN;
    for (const [name, time] of now) {
      times.set(name, [...times.get(name) ?? [], time]);
      ratios.set(name, [...ratios.get(name) ?? [], time / base]);
    }
  }
  return contestants.map(({ name }) => {
    const sorted = (ratios.get(name) ?? []).sort((a, b) => a - b);
    return {
      name,
      micros: quantile((times.get(name) ?? []).sort((a, b) => a - b), 0.5),
      ratio: [
        quantile(sorted, 0.5),
        quantile(sorted, 0.25),
        quantile(sorted, 0.75),
      ],
    };
  });
}

/** Prints a table. */
export function report(title: string, findings: readonly Finding[]): void {
  console.log(`\n${title}`);
  const width = Math.max(...findings.map((f) => f.name.length));
  for (const { name, micros, ratio: [median, low, high] } of findings) {
    const time = micros >= 100 ? micros.toFixed(0) : micros.toFixed(2);
    console.log(
      `  ${name.padEnd(width)}  ${time.padStart(9)} µs  ` +
        `× ${median.toFixed(2)}  (${low.toFixed(2)}–${high.toFixed(2)})`,
    );
  }
}
