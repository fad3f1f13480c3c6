import type { Catalogue } from '../chips/chip.ts';
import { bare } from '../chips/find.ts';
import type { Architecture } from '../models/architecture.ts';
import type { Machine } from '../training/machine.ts';
import type { TrainingData } from '../training/parse.ts';
import { fourFigures } from '../training/reference-runs.ts';
import type { ChipRates } from './chip-day.ts';
import type { ServingConstants } from './constants.ts';
import { atLeastAsGood } from './dominance.ts';
import { open, openService } from './open-service.ts';
import type { ServingData } from './parse.ts';
import { answerSpread } from './spread.ts';

export interface Kind {
  /** Id in data/chips. */
  chip: string;
  machine: Machine;
  /** Standard deviation of the logarithm of a predicted rate, as `sandtable serve` has it within a time between tokens. */
  spread: number;
}

/** Every chip of the catalogue that the training and serving models know as a machine. */
export function ratedKinds(model: Architecture, { catalogue, training, serving }: Knowledge): Kind[] {
  return [...catalogue.chips.keys()].flatMap((chip) => {
    const machine = training.machines.get(bare(chip));
    if (!machine || !(machine.bandwidth > 0)) return [];
    const asked = { model, machine, engine: open.engine, limited: true, apart: true };
    const { sd: spread } = answerSpread(asked, serving);
    return [{ chip, machine, spread }];
  });
}

interface Knowledge {
  catalogue: Catalogue;
  training: TrainingData;
  serving: ServingData;
}

/**
 * Text of data/workloads/rates.yaml: how fast every kind of chip serves a model.
 *
 * @param pace seconds between two tokens of one sequence at most
 */
export function ratesText(
  model: Architecture,
  kinds: readonly Kind[],
  { constants, pace }: { constants: ServingConstants; pace: number },
): string {
  const made = floored(
    kinds.flatMap(({ chip, machine, spread }) => {
      const rates = openService(model, { machine, constants, pace });
      return rates ? [{ chip, machine, spread, rates }] : [];
    }),
  );
  const list = (values: readonly number[]) => `[${values.map(fourFigures).join(', ')}]`;
  const lines = made.map(
    ({ chip, spread, rates: { decode, prefill } }) =>
      `    - { chip: ${chip}, decode: ${list(decode)}, prefill: ${list(prefill)}, spread: ${fourFigures(spread)} }`,
  );
  return `${head}
rates:
  model: ${model.id}
  name: ${model.name}
  pace: ${fourFigures(pace * 1000)} ms
  # Tokens that each token looks back at.
  contexts: ${list(made[0]!.rates.contexts)}
  chips:
${lines.join('\n')}
  basis: derived
  sources: [published-serving-runs]
  note: >-
    From the serving model of src/serving, reading and writing apart, as is faster where a token is wanted every 50 ms: each by the
    fastest placement of the search of sandtable serve on up to 72 chips; experts in eight bits, balanced by copies; no
    tokens guessed ahead; software of late 2025. No chip is given less than one that it at least equals in every published figure. Chips of which
    no memory bandwidth is published are left out, unless data/training assumes one, which widens their spread.
`;
}

interface Rated extends Kind {
  rates: ChipRates;
}

/**
 * Rates of which none is below that of a chip that is at most as good in every published figure: curves of kernels differ in
 * what was measured and by whom, and a judged one may lie below a measured one of a lesser chip.
 */
export function floored(made: readonly Rated[]): Rated[] {
  return made.map((one) => {
    const lesser = made.filter(({ machine }) => atLeastAsGood(one.machine, machine));
    const most = (of: 'decode' | 'prefill') =>
      one.rates[of].map((rate, c) => lesser.reduce((best, { rates }) => Math.max(best, rates[of][c]!), rate));
    return { ...one, rates: { ...one.rates, decode: most('decode'), prefill: most('prefill') } };
  });
}

const head = `# Tokens a second that one chip writes (decode) and reads (prefill) of a model, by context, when nothing keeps it from it.
# Computed by src/serving/open-service.ts and written by npm run rates; a test holds it to the code.`;
