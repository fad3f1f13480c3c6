import { log } from '../elementary/logarithm.ts';
import { parametersOf } from '../models/parameters.ts';
import type { TrainingData } from './parse.ts';
import { predictRun } from './predict-run.ts';
import type { PublishedRun } from './published.ts';
import type { Trained } from './train.ts';

/** A published run that is like the one asked about, and what the model says of it. */
export interface Neighbour {
  id: string;
  source: string;
  model: string;
  chip: string;
  chips: number;
  /** Published and predicted seconds of a step, and tokens a second and chip as published. */
  published: number;
  predicted: number;
  rate: number;
}

/** The published runs most like a plan: the same chip before others, then size of the model, number of chips, sequence. */
export function nearestRuns(
  { model, group, plan }: Trained,
  runs: readonly PublishedRun[],
  { training, most = 3 }: { training: TrainingData; most?: number },
): Neighbour[] {
  const active = parametersOf(model).active;
  const ratio = (a: number, b: number) => Math.abs(log(a / b));
  const experts = (one: PublishedRun['model']) =>
    one.layers.some(({ feedForward }) => feedForward?.kind === 'experts');
  const ranked = runs
    .map((run) => {
      const machine = training.machines.get(run.chip);
      const apart =
        (machine?.id === group.machine.id ? 0 : machine?.family === group.machine.family ? 1 : 4) +
        (run.model.name === model.name || run.model.id === model.id ? 0 : 0.5) +
        (experts(run.model) === experts(model) ? 0 : 1.5) +
        ratio(parametersOf(run.model).active, active) +
        0.2 * ratio(run.chips, group.count) +
        0.2 * ratio(run.plan.sequence, plan.sequence) +
        (run.plan.precision === plan.precision ? 0 : 0.5);
      return { run, apart };
    })
    .sort((a, b) => a.apart - b.apart || (a.run.id < b.run.id ? -1 : 1));
  const numbers = { constants: training.constants, memory: training.memory };
  const neighbours: Neighbour[] = [];
  const seen = new Set<string>();
  for (const { run } of ranked) {
    const key = `${run.source} ${run.name} ${run.chip} ${run.plan.precision}`;
    if (seen.has(key)) continue;
    const made = predictRun(run, { machines: training.machines, numbers });
    if (!made) continue;
    seen.add(key);
    neighbours.push({
      id: run.id,
      source: run.source,
      model: run.name,
      chip: run.chip,
      chips: run.chips,
      published: run.seconds,
      predicted: made.step.total,
      rate: (run.plan.batch * run.plan.sequence) / (run.seconds * run.chips),
    });
    if (neighbours.length === most) break;
  }
  return neighbours;
}

/** Published runs of quality A and B on the family of chips of a plan. */
export function recordOf(
  { group }: Pick<Trained, 'group'>,
  runs: readonly PublishedRun[],
  { machines }: Pick<TrainingData, 'machines'>,
): number {
  const isSame = (run: PublishedRun) =>
    run.quality !== 'C' && machines.get(run.chip)?.family === group.machine.family;
  return runs.filter(isSame).length;
}
