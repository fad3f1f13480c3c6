import type { Architecture } from '../models/architecture.ts';
import type { Machine } from '../training/machine.ts';
import type { Open } from './candidates.ts';
import { type ChipRates, chipRates } from './chip-day.ts';
import type { ServingConstants } from './constants.ts';
import { placerOf } from './placed-engine.ts';
import { waysOf } from './ways.ts';

/** Chips of an instance at most: the largest published service of open software, a rack. */
const mostChips = 72;

/** Contexts at which the rates of a chip are taken [tokens]. */
const contexts = [1000, 3000, 9000, 27_000];

/** The service that is reckoned with: a model with experts in eight bits, on open software, as DeepSeek's is run. */
export const open: Open = {
  overlap: true,
  formats: { mixer: 'fp8', dense: 'fp8', experts: 'fp8', core: 'bf16', cache: 2 },
  balance: 'balanced',
  guessed: 0,
  accepted: 0,
  engine: 'sglang',
  // Of the newest published services: no progress of software is counted beyond them.
  year: 2025.7,
};

/**
 * How fast chips of one kind serve a model with experts, reading and writing apart: each by the fastest placement of the search that
 * answers questions about serving.
 *
 * @param pace seconds between two tokens of one sequence at most
 * @returns undefined where no instance holds the model, or none writes as fast as that at every context
 */
export function openService(
  model: Architecture,
  { machine, constants, pace }: { machine: Machine; constants: ServingConstants; pace: number },
): ChipRates | undefined {
  const engines = waysOf({ model, machine, chips: mostChips, open }).map(
    placerOf({ model, machine, open, constants }),
  );
  const rates = chipRates({ decode: engines, prefill: engines }, { contexts, pace });
  const serves = [...rates.decode, ...rates.prefill].every((rate) => rate > 0);
  return serves ? rates : undefined;
}
