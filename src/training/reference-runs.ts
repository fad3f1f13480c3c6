import type { Catalogue } from '../chips/chip.ts';
import { bare } from '../chips/find.ts';
import { SandtableError } from '../errors/fault.ts';
import type { Architecture } from '../models/architecture.ts';
import type { TrainingData } from './parse.ts';
import type { Space } from './space.ts';
import { trainOn } from './train.ts';

/** A job at which rates are taken: beyond it batches of 67 million tokens are shared by too many chips. */
const reference = { chips: 8192, batch: 16_384, sequence: 4096 };

/** Plans of the kind that such models are trained with; a full search would find little more. */
const space: Space = {
  tensor: [1, 2, 4, 8],
  pipeline: [8, 16],
  context: [1],
  expert: [8, 16, 64],
  microBatch: [1],
  schedule: ['1f1b', 'interleaved', 'dualpipe'],
  shard: [1],
  recompute: ['selective', 'full'],
  offload: [0, 0.5],
};

/** How well a kind of chip trains the reference model. */
export interface ReferenceRun {
  /** Id in data/chips. */
  chip: string;
  /** Share of the peak, counting attention as causal. */
  utilisation: number;
  /** Standard deviation of the logarithm of a predicted rate. */
  spread: number;
}

/**
 * Every chip of the catalogue that the training model knows as a machine, but those of no known memory bandwidth, or on which no
 * plan fits.
 */
export function referenceRuns(
  model: Architecture,
  { catalogue, training }: { catalogue: Catalogue; training: TrainingData },
): ReferenceRun[] {
  const { chips: count, ...job } = reference;
  return [...catalogue.chips.keys()].flatMap((chip) => {
    const machine = training.machines.get(bare(chip));
    if (!machine || !(machine.bandwidth > 0)) return [];
    try {
      const run = trainOn({ model, group: { machine, count }, ...job }, training, { space, top: 1 });
      return [{ chip, utilisation: run.utilisation.causal, spread: run.spread.sd }];
    } catch (problem) {
      if (problem instanceof SandtableError) return [];
      throw problem;
    }
  });
}

/** A number in four figures: more than the models are right to. */
export const fourFigures = (value: number): number => Number(value.toPrecision(4));

/** Text of data/workloads/training.yaml: how well every kind of chip trains a model. */
export function referenceText(model: Architecture, runs: readonly ReferenceRun[]): string {
  const { chips, batch, sequence } = reference;
  const lines = runs.map(
    ({ chip, utilisation, spread }) =>
      `    - { chip: ${chip}, utilisation: ${fourFigures(utilisation)}, spread: ${fourFigures(spread)} }`,
  );
  return `# Share of its peak (dense BF16) at which each kind of chip trains a model.
# Computed by src/training/reference-runs.ts and written by npm run rates; a test holds it to the code.
training:
  model: ${model.id}
  chips:
${lines.join('\n')}
  basis: derived
  sources: [deepseek-v3-report]
  note: >-
    From the training model of src/training: the best plan found for ${chips} chips and batches of ${batch} sequences of
    ${sequence} tokens, attention counted as causal. Chips of no published memory bandwidth, or on which no
    plan fits, are left out.
`;
}
