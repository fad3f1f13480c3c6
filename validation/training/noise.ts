import type { PublishedRun } from '../../src/training/published.ts';

/**
 * How far published runs lie apart that print the same in every field: what no model can predict.
 *
 * @returns logarithms of the ratio of their times, for each two runs of different sources or dates
 */
export function repeats(runs: readonly PublishedRun[]): number[] {
  const alike = new Map<string, PublishedRun[]>();
  for (const run of runs) {
    const { year, ...plan } = run.plan;
    const key = JSON.stringify([run.name, run.chip, run.chips, run.network, plan, run.open]);
    alike.set(key, [...(alike.get(key) ?? []), run]);
  }
  return [...alike.values()].flatMap((same) =>
    same.flatMap((one, i) =>
      same
        .slice(0, i)
        .filter((other) => one.source !== other.source || one.date !== other.date)
        .map((other) => Math.log(one.seconds / other.seconds)),
    ),
  );
}
