import { remaining } from '../elementary/remaining.ts';
import { collectiveTime } from '../training/collective.ts';
import type { CollectiveCurve, Machine } from '../training/machine.ts';
import type { ServingConstants } from './constants.ts';

/** Time in which a tensor group adds up its parts of a tensor of `bytes`; small ones wait for the links, not for the kernels of training. */
export function sumTime(
  machine: Machine,
  chips: number,
  { bytes, pace, constants }: { bytes: number; pace: number; constants: ServingConstants },
): number {
  if (chips <= 1) return 0;
  const inside = Math.min(chips, machine.domain);
  const start = constants.reduceStart * pace;
  const time = machine.reduceAll
    ? shortened(machine.reduceAll, inside, 2 * bytes, { start, pace })
    : shortened(machine.gather, inside, bytes, { start, pace }) +
      shortened(machine.reduce, inside, bytes, { start, pace });
  if (inside === chips) return time;
  const share = (chips / inside - 1) / (chips / inside);
  const far = (2 * share * bytes) / inside / networkOf(machine, { pace, constants });
  return time + far + 2 * pace * (constants.networkStart + constants.networkEach * chips);
}

/** Rate of the network that the engine reaches, never above its own [B/s]. */
function networkOf(
  { network }: Machine,
  { pace, constants }: { pace: number; constants: ServingConstants },
): number {
  return network * Math.min(1, constants.network / pace);
}

/**
 * Time in which tokens reach their experts and come back.
 *
 * Within the fast links by their measured curve. Beyond them each copy of a decoded token travels by itself, as the
 * low-latency kernels of DeepEP send it; tokens of prompts travel once for each node, and within it once for each chip, that
 * they reach (arXiv 2412.19437, section 3.2.2). Out in eight bits, back in sixteen: three bytes a number. The chip with the busiest experts receives, and
 * sends back, `hot` times as much as a mean one; tokens that travel once for a node, as much as the busiest node does.
 *
 * @param tokens of one chip
 * @param reached nodes that a token of a prompt reaches; undefined for decoded tokens
 * @param hot tokens of the busiest chip, and of the busiest node, over those of a mean one
 * @param pace time of the engine's kernels over that of those measured
 */
export function exchangeTime(
  machine: Machine,
  chips: number,
  {
    tokens,
    active,
    into,
    reached,
    hot,
    pace,
    constants,
  }: {
    tokens: number;
    active: number;
    into: number;
    reached: number | undefined;
    hot: { chip: number; node: number };
    pace: number;
    constants: ServingConstants;
  },
): number {
  if (chips <= 1 || tokens <= 0) return 0;
  const each = 3 * into;
  const span = Math.min(chips, machine.domain);
  const start = constants.exchangeStart * pace;
  // Prompts go once to each chip that holds any of their experts, decoded tokens once for each expert.
  const copies = reached === undefined ? active : distinct(active, chips);
  // What reaches a node once is forwarded within it; tokens that travel by themselves come over the network to their chip.
  const within = reached === undefined ? span / chips : 1;
  const near = shortened(machine.exchange, span, hot.chip * tokens * copies * each * within, {
    start,
    pace,
  });
  const back = start * (machine.exchange.start + machine.exchange.each * span);
  if (chips <= span) return near + back;
  const away = 1 - span / chips;
  const busiest = reached === undefined ? hot.chip : hot.node;
  const sent = busiest * tokens * Math.min(active, reached ?? active) * away * each;
  const far =
    sent / networkOf(machine, { pace, constants }) +
    2 * pace * (constants.networkStart + constants.networkEach * chips);
  return Math.max(near, far) + back;
}

/** Different chips among `active` choices at random of `chips`. */
function distinct(active: number, chips: number): number {
  return chips * (1 - remaining(1 / chips, active));
}

/** A collective whose start is that of kernels for short messages; links of measured kernels are not made faster by software. */
function shortened(
  curve: CollectiveCurve,
  chips: number,
  bytes: number,
  { start, pace }: { start: number; pace: number },
): number {
  const whole = collectiveTime(curve, chips, bytes);
  if (whole === 0) return 0;
  const began = curve.start + curve.each * chips;
  return Math.max(1, pace) * (whole - began) + start * began;
}
