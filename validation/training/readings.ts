import { readFileSync } from 'node:fs';
import { parseTable } from '../../src/training/published.ts';
import type { Scored } from './cross-validate.ts';
import type { load } from './load.ts';
import { type Score, scoreOf, scoresBy } from './scores.ts';
import { percent, signed, table } from './tables.ts';

/**
 * Scores of the families with MLPerf rows of v4.1 by both readings of their logs: the blocks after the first, by which
 * the table times them, and the first block, which holds the start of the run and, on TPUs, an evaluation.
 */
export function mlperfReadings(scored: readonly Scored[], { training }: ReturnType<typeof load>): string {
  const blocks = new Map(
    parseTable(readFileSync('data/published/mlperf-blocks.csv', 'utf8')).map((row) => [row.row_id, row]),
  );
  const first = scored.map((one) => {
    const block = blocks.get(one.run.id);
    if (!block) return one;
    const seconds = Number(block.first_s) / Number(block.steps);
    return { ...one, error: one.error + Math.log(one.run.seconds / seconds) };
  });
  const familyOf = ({ chip }: Scored['run']) => training.machines.get(chip)!.family;
  const concerned = new Set(scored.filter(({ run }) => blocks.has(run.id)).map(({ run }) => familyOf(run)));
  const by = new Map(scoresBy(first, familyOf));
  const cells = ({ mean, median, bias }: Score) => [percent(mean), percent(median), signed(bias)];
  const line = (name: string, later: Score, early: Score) => [
    name,
    String(later.rows),
    ...cells(later),
    ...cells(early),
  ];
  const all = (of: readonly Scored[]) => scoreOf(of.map(({ error }) => error));
  const own = (of: readonly Scored[]) => all(of.filter(({ run }) => blocks.has(run.id)));
  return `All twelve MLPerf rows of v4.1 are timed by one rule: the median of the blocks after the first of the first public log, less the
evaluation within each block on TPUs (\`data/published/mlperf-blocks.csv\`); those of v5.0 by the median step of the first log. The first
block holds the start of a run. The same predictions against the first blocks:

${table(
  ['', 'rows', 'mean, later blocks', 'median', 'bias', 'mean, first blocks', 'median', 'bias'],
  [
    line('MLPerf Training v4.1', own(scored), own(first)),
    ...scoresBy(scored, familyOf)
      .filter(([name]) => concerned.has(name))
      .map(([name, score]) => line(name, score, by.get(name)!)),
    line('all rows', all(scored), all(first)),
  ],
)}`;
}
