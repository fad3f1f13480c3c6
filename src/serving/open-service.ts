import type { Architecture } from '../models/architecture.ts';
import type { Machine } from '../training/machine.ts';
import { type ChipRates, chipRates } from './chip-day.ts';
import type { ServingConstants } from './constants.ts';
import { placeModel } from './placed-engine.ts';
import type { Placement } from './placement.ts';

/** Chips of an instance that are tried: two servers of eight up to the largest published service of open software. */
const decodeGroups = [16, 32, 72];
const prefillGroups = [8, 32];

/** Contexts at which the rates of a chip are taken [tokens]. */
const contexts = [1000, 3000, 9000, 27_000];

/** The service that is reckoned with: a model with experts in eight bits, on open software, as DeepSeek's is run. */
const open: Omit<Placement, 'data' | 'overlap'> = {
  tensor: 1,
  pipeline: 1,
  expertParallel: true,
  formats: { mixer: 'fp8', dense: 'fp8', experts: 'fp8', core: 'bf16', cache: 2 },
  balance: 'balanced',
  guessed: 0,
  accepted: 0,
  engine: 'sglang',
  // Of the newest published services: no progress of software is counted beyond them.
  year: 2025.7,
};

/**
 * How fast chips of one kind serve a model with experts that are spread over many of them, reading and writing apart.
 *
 * @param pace seconds between two tokens of one sequence at most
 * @returns undefined where no instance holds the model, or none writes as fast as that at every context
 */
export function openService(
  model: Architecture,
  { machine, constants, pace }: { machine: Machine; constants: ServingConstants; pace: number },
): ChipRates | undefined {
  const place = (data: number, overlap: boolean) =>
    placeModel(model, { placement: { ...open, data, overlap }, machine, constants });
  const engines = {
    decode: decodeGroups.flatMap((data) => [place(data, true), place(data, false)]),
    prefill: prefillGroups.map((data) => place(data, true)),
  };
  const rates = chipRates(engines, { contexts, pace });
  const serves = [...rates.decode, ...rates.prefill].every((rate) => rate > 0);
  return serves ? rates : undefined;
}
