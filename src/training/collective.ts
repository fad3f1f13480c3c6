import type { Constants } from './constants.ts';
import type { CollectiveCurve, Machine } from './machine.ts';

/**
 * Time of a collective among chips that fast links join: t = a + b n + (v + sqrt(v h)) / W with v = (n - 1) / n bytes.
 *
 * @param bytes whole tensor that is gathered, reduced and scattered, or exchanged
 * @returns s
 */
export function collectiveTime(curve: CollectiveCurve, chips: number, bytes: number): number {
  if (chips <= 1 || bytes <= 0) return 0;
  const sent = (bytes * (chips - 1)) / chips;
  return curve.start + curve.each * chips + (sent + Math.sqrt(sent * curve.half)) / curve.bandwidth;
}

/**
 * Time of a gather or reduce-scatter in a group that may reach beyond the fast links.
 *
 * Inside a domain by its measured curve; beyond it each chip of the group in a domain brings its own network link, and
 * the parts inside and outside follow each other (hierarchical rings).
 *
 * @param calls parts in which the bytes are sent; each waits for a round of the ring
 * @param stride chips between neighbours of the group: how many other groups share each domain
 * @returns s
 */
export function spanTime(
  machine: Machine,
  curve: CollectiveCurve,
  {
    chips,
    stride,
    bytes,
    constants,
    calls = 1,
  }: { chips: number; stride: number; bytes: number; constants: Constants; calls?: number },
): number {
  if (chips <= 1 || bytes <= 0) return 0;
  const inside = Math.max(1, Math.min(chips, Math.floor(machine.domain / stride)));
  if (inside >= chips) return calls * collectiveTime(curve, chips, bytes / calls);
  const groups = chips / inside;
  const sent = (bytes * (groups - 1)) / groups;
  const outside =
    calls * constants.networkStart * groups + sent / (machine.network * constants.network * inside);
  const within = collectiveTime(curve, inside, bytes / calls) * calls;
  return Math.max(outside, within) + 0.1 * within;
}
