import { collectiveTime } from '../training/collective.ts';
import type { CollectiveCurve, Machine } from '../training/machine.ts';
import type { ServingConstants } from './constants.ts';

/** Time in which a tensor group adds up its parts of a tensor of `bytes`; small ones wait for the links, not for the kernels of training. */
export function sumTime(
  machine: Machine,
  chips: number,
  { bytes, constants }: { bytes: number; constants: ServingConstants },
): number {
  if (chips <= 1) return 0;
  const inside = Math.min(chips, machine.domain);
  const time =
    shortened(machine.gather, inside, bytes, constants.reduceStart) +
    shortened(machine.reduce, inside, bytes, constants.reduceStart);
  if (inside === chips) return time;
  const share = (chips / inside - 1) / (chips / inside);
  const far = (2 * share * bytes) / inside / (machine.network * constants.network);
  return time + far + 2 * (constants.networkStart + constants.networkEach * chips);
}

/**
 * Time in which tokens reach their experts and come back.
 *
 * Within the fast links by their measured curve. Beyond them each copy of a decoded token travels by itself, as the
 * low-latency kernels of DeepEP send it; tokens of prompts travel once for each node that they reach (arXiv 2412.19437,
 * section 3.2.2). Out in eight bits, back in sixteen: three bytes a number.
 *
 * @param tokens of one chip
 * @param reached nodes that a token of a prompt reaches; undefined for decoded tokens
 */
export function exchangeTime(
  machine: Machine,
  chips: number,
  {
    tokens,
    active,
    into,
    reached,
    constants,
  }: {
    tokens: number;
    active: number;
    into: number;
    reached: number | undefined;
    constants: ServingConstants;
  },
): number {
  if (chips <= 1 || tokens <= 0) return 0;
  const each = 3 * into;
  const span = Math.min(chips, machine.domain);
  const near = shortened(
    machine.exchange,
    span,
    (tokens * active * each * span) / chips,
    constants.exchangeStart,
  );
  const start = constants.exchangeStart * (machine.exchange.start + machine.exchange.each * span);
  if (chips <= span) return near + start;
  const away = 1 - span / chips;
  const sent = tokens * Math.min(active, reached ?? active) * away * each;
  const far =
    sent / (machine.network * constants.network) +
    2 * (constants.networkStart + constants.networkEach * chips);
  return Math.max(near, far) + start;
}

/** A collective whose start is that of kernels for short messages. */
function shortened(curve: CollectiveCurve, chips: number, bytes: number, start: number): number {
  const whole = collectiveTime(curve, chips, bytes);
  return whole === 0 ? 0 : whole - (1 - start) * (curve.start + curve.each * chips);
}
