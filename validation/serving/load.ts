import { readFileSync } from 'node:fs';
import { parseServing } from '../../src/serving/parse.ts';
import { publishedServing } from '../../src/serving/published.ts';
import { parseWorkloads } from '../../src/serving/workloads.ts';
import { load as loadTraining, yaml } from '../training/load.ts';

/** Everything that scoring the serving model needs. */
export function load(file = 'data/published/serving-runs.csv') {
  const { models, training } = loadTraining();
  const { serving, faults } = parseServing(yaml('serving'));
  if (!serving) throw new Error(faults.map(({ what }) => what).join('\n'));
  const read = publishedServing(readFileSync(file, 'utf8'), models, serving);
  const { workloads } = parseWorkloads(yaml('workloads'));
  return { models, machines: training.machines, serving, workloads: workloads!, ...read };
}

export type Loaded = ReturnType<typeof load>;

/** The rows that fits are made to and scored by: of quality A and B, on chips that are known. */
export function scorable({ rows, machines }: Pick<Loaded, 'rows' | 'machines'>): Loaded['rows'] {
  return rows.filter(({ quality, chip }) => quality !== 'C' && machines.has(chip));
}
