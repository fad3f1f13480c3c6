import type { Architecture } from '../models/architecture.ts';
import type { Machine } from '../training/machine.ts';
import type { ServingConstants } from './constants.ts';
import type { Placement } from './placement.ts';
import { heldBytes, sequenceBytes } from './weights.ts';

/** What a cache that moves depends on. */
interface Moving {
  model: Architecture;
  machine: Machine;
  constants: Pick<ServingConstants, 'network'>;
}

/**
 * Time in which the cache of a prompt moves from the chips that read it to those that write: each chip of the reading group
 * sends what it holds over its own link to the network, fast links or not, since the two need not share a server.
 *
 * bytes of a chip / (network x what engines reach of it)
 *
 * @param tokens of the prompt, those found in a cache among them
 * @returns s
 */
export function handoverSeconds(
  { model, machine, constants }: Moving,
  placement: Placement,
  tokens: number,
): number {
  const bytes = heldBytes(sequenceBytes(model, placement), tokens);
  return bytes / (machine.network * Math.min(1, constants.network));
}
