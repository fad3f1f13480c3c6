import { type Bug, bugs, type Ranks } from './ranks.ts';
import { uniformity } from './uniformity.ts';

/** Ranks of simulated hubs, by what was wrong with inference; what the command writes. */
export interface Calibration {
  right: readonly Ranks[];
  planted: Readonly<Record<Bug, readonly Ranks[]>>;
}

/** What one quantity's ranks say. */
export interface RankTest {
  name: keyof Ranks;
  chiSquare: number;
  kolmogorov: number;
}

/** Tests the ranks of every quantity. */
export function rankTests(ranks: readonly Ranks[]): RankTest[] {
  const names = Object.keys(ranks[0]!) as (keyof Ranks)[];
  return names.map((name) => ({ name, ...uniformity(ranks.map((row) => row[name])) }));
}

const labels: Record<keyof Ranks, string> = {
  realisation: 'share ever lit',
  fullShare: 'share that fills up',
  namedShare: 'share with the named chip',
  pool: 'national pool',
  pace: 'pace',
  'reliability 0': 'reliability of the first origin',
  'reliability 1': 'reliability of the second origin',
  accelerators: 'restricted accelerators in the hub',
  compute: 'compute lit in the hub',
  lit: 'lit sites',
  logLikelihood: 'log likelihood of the evidence',
  'towards 0': 'reliability of the first origin, towards the evidence',
  'towards 1': 'reliability of the second origin, towards the evidence',
};

/** The page of results. */
export function reportOf({ right, planted }: Calibration): string {
  const kinds = Object.keys(bugs) as Bug[];
  const rows = rankTests(right).map(({ name, chiSquare, kolmogorov }) => {
    const caught = kinds.map((bug) => least(rankTests(planted[bug]).find((test) => test.name === name)!));
    return `| ${[labels[name], figure(chiSquare), figure(kolmogorov), ...caught.map(figure)].join(' | ')} |`;
  });
  const counts = kinds.map((bug) => planted[bug].length);
  return [
    '# Validation',
    '',
    '## Simulation-based calibration of the verdict',
    '',
    `${right.length} hubs of ten sites were simulated by the story that the model tells, each was inferred from what was`,
    'observed of it, and the true value of every quantity was ranked within its posterior. Where inference is right the',
    'ranks are uniform. The table gives p values of two tests of that; the last columns give the smaller of the two with a',
    `mistake planted in inference (${[...new Set(counts)].join(', ')} hubs each), which some rank must catch.`,
    '',
    `| quantity | chi-square | Kolmogorov-Smirnov | ${kinds.join(' | ')} |`,
    `|---|--:|--:|${kinds.map(() => '--:|').join('')}`,
    ...rows,
    '',
    'Reproduce it with `npm run validate:sbc` (some minutes). The simulator shares the observation models with the engine',
    'and nothing else: no density, no quantile function, no sampler (`validation/sbc/`).',
    '',
  ].join('\n');
}

function least({ chiSquare, kolmogorov }: RankTest): number {
  return Math.min(chiSquare, kolmogorov);
}

function figure(p: number): string {
  if (p < 0.0001) return '< 0.0001';
  return p < 0.01 ? p.toFixed(4) : p.toFixed(2);
}
