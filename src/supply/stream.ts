import type { Catalogue, Chip } from '../chips/chip.ts';
import { equivalents } from '../chips/peak.ts';
import type { Piece, Stream } from './pool.ts';

const daysPerYear = 365.25;

/** The chip that H100-equivalents are counted in. */
export function reference({ chips }: Catalogue): Chip {
  return chips.get('h100-sxm5')!;
}

/** A stretch of days with one rate and one mix. */
export interface Stretch {
  from: number;
  to: number;
  /** Relative arrivals a year. */
  rate: number;
  mix: ReadonlyMap<Chip, number>;
}

/** First day on which anything can have arrived, days since 1970-01-01. */
export function firstDay({ rate }: Stream): number {
  return Math.min(...rate.map(({ from }) => from.from));
}

/**
 * The stretches of a stream between two days, as known on a third.
 *
 * A piece not yet published is not used: the piece before it goes on. Of two for one day the later news holds.
 *
 * @param days first and last day, both counted; `asOf` all pieces where left out
 */
export function stretches(
  stream: Stream,
  { from, to, asOf = Infinity }: { from: number; to: number; asOf?: number },
): Stretch[] {
  if (to < from) return [];
  const rate = known(stream.rate, asOf);
  const mix = known(stream.mix, asOf);
  const edges = [from];
  for (const { from: start } of [...rate, ...mix]) {
    if (start.from > from && start.from <= to && !edges.includes(start.from)) edges.push(start.from);
  }
  edges.sort((a, b) => a - b);
  return edges.flatMap((start, i) => {
    const end = edges[i + 1] ?? to + 1;
    const chips = at(mix, start) ?? mix[0];
    if (end <= start || !chips) return [];
    return [{ from: start, to: end, rate: at(rate, start)?.value ?? 0, mix: chips.value }];
  });
}

/** Relative arrivals from one day to another, both counted: sum of rate times years. */
export function arrivals(stream: Stream, days: { from: number; to: number; asOf?: number }): number {
  return stretches(stream, days).reduce((sum, one) => sum + amount(one), 0);
}

/** Relative arrivals by chip. */
export function arrivalsByChip(
  stream: Stream,
  days: { from: number; to: number; asOf?: number },
): Map<Chip, number> {
  const sums = new Map<Chip, number>();
  for (const stretch of stretches(stream, days)) {
    for (const [chip, share] of stretch.mix) {
      const more = share * amount(stretch);
      if (more > 0) sums.set(chip, (sums.get(chip) ?? 0) + more);
    }
  }
  return sums;
}

/** H100-equivalents of the mean accelerator that arrived; chips without a published rate are left out. */
export function meanEquivalents(
  stream: Stream,
  days: { from: number; to: number; asOf?: number; reference: Chip },
): number {
  let count = 0;
  let sum = 0;
  for (const [chip, arrived] of arrivalsByChip(stream, days)) {
    const each = equivalents(chip, days.reference);
    if (each === undefined) continue;
    count += arrived;
    sum += arrived * each;
  }
  return count > 0 ? sum / count : 1;
}

/** Mean years between an interval and what arrived outside it; 0 where nothing did. */
export function meanDistance(
  stream: Stream,
  interval: { from: number; to: number; asOf: number },
  whole: { from: number; to: number },
): number {
  const { from, to, asOf } = interval;
  const before = stretches(stream, { from: whole.from, to: Math.min(from - 1, whole.to), asOf });
  const after = stretches(stream, { from: Math.max(to + 1, whole.from), to: whole.to, asOf });
  let sum = 0;
  let years = 0;
  for (const one of [...before, ...after]) {
    const middle = (one.from + one.to) / 2;
    sum += amount(one);
    years += (amount(one) * Math.max(from - middle, middle - to)) / daysPerYear;
  }
  return sum > 0 ? years / sum : 0;
}

function amount({ from, to, rate }: Stretch): number {
  return (rate * (to - from)) / daysPerYear;
}

/** What was last asked of each list of pieces: the same day, many times over. */
const lastKnown = new WeakMap<readonly object[], { asOf: number; pieces: readonly object[] }>();

function known<T>(pieces: readonly Piece<T>[], asOf: number): readonly Piece<T>[] {
  const last = lastKnown.get(pieces);
  if (last?.asOf === asOf) return last.pieces as readonly Piece<T>[];
  const now = knownPieces(pieces, asOf);
  lastKnown.set(pieces, { asOf, pieces: now });
  return now;
}

function knownPieces<T>(pieces: readonly Piece<T>[], asOf: number): Piece<T>[] {
  const byDay = new Map<number, Piece<T>>();
  for (const piece of pieces) {
    const news = piece.published?.to ?? -Infinity;
    if (news > asOf) continue;
    const other = byDay.get(piece.from.from);
    if (!other || news >= (other.published?.to ?? -Infinity)) byDay.set(piece.from.from, piece);
  }
  return [...byDay.values()].sort((a, b) => a.from.from - b.from.from);
}

function at<T>(pieces: readonly Piece<T>[], day: number): Piece<T> | undefined {
  return pieces.findLast(({ from }) => from.from <= day);
}
