import type { Machine } from '../training/machine.ts';
import { productFormat } from '../training/product-format.ts';

/**
 * Whether a chip is at least as good as another in every figure that is published of the other: rates in every format that it
 * multiplies in, memory, bandwidth, links, chips that these join, network.
 */
export function atLeastAsGood(one: Machine, other: Machine): boolean {
  if (one.assumed !== undefined) return false;
  const figures: (readonly [number, number])[] = [
    [one.peak.bf16, other.peak.bf16],
    // Eight bits may be integers on one and FP8 on the other.
    [eightBits(one), eightBits(other)],
    [one.peak.fp4 ?? 0, other.peak.fp4 ?? 0],
    [one.memory, other.memory],
    [one.bandwidth, other.bandwidth],
    [one.links ?? 0, other.links ?? 0],
    [one.domain, other.domain],
    [one.network, other.network],
  ];
  return figures.every(([a, b]) => a >= b);
}

function eightBits(machine: Machine): number {
  return productFormat(machine, 'fp8').peak;
}
