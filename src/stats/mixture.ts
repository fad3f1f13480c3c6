import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { say } from '../errors/message.ts';
import { firstNotBelow } from './discrete.ts';
import type { Distribution } from './distribution.ts';
import { requireArguments } from './distribution-arguments.ts';
import { once } from './once.ts';

/**
 * Draws from one of several distributions, chosen with given probabilities.
 *
 * @param components at least one
 * @param weights one per component, at least 0, sum above 0; equal if left out
 */
export function mixture(
  components: readonly Distribution[],
  weights: readonly number[] = components.map(() => 1),
): Distribution {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  requireArguments(
    components.length === weights.length && weights.every((w) => w >= 0) && total > 0 && total < Infinity,
    `mixture of ${components.length} with weights [${weights}]`,
    say('one weight of at least 0 for each component, not all 0'),
  );
  const parts = components
    .map((distribution, i) => ({ distribution, share: weights[i]! / total }))
    .filter(({ share }) => share > 0);
  if (parts.length === 1) return parts[0]!.distribution;
  const over = (value: (distribution: Distribution) => number) =>
    parts.reduce((sum, part) => sum + part.share * value(part.distribution), 0);
  const cdf = (x: number) =>
    Math.min(
      1,
      over((d) => d.cdf(x)),
    );
  const steps = stepsOf(parts, cdf);
  const moments = once(() => {
    const mean = over((d) => d.mean);
    return { mean, variance: over((d) => d.variance + (d.mean - mean) ** 2) };
  });
  return {
    name: `mixture(${parts.map(({ distribution, share }) => `${percent(share)} ${distribution.name}`).join(', ')})`,
    quantile: (p, near) => quantile(parts, steps, p, near),
    cdf,
    logDensity: (x) => logDensity(parts, steps.atoms.includes(x), x),
    get mean() {
      return moments().mean;
    },
    get variance() {
      return moments().variance;
    },
    support: [
      Math.min(...parts.map((part) => part.distribution.support[0])),
      Math.max(...parts.map((part) => part.distribution.support[1])),
    ],
    discrete: parts.every((part) => part.distribution.discrete),
    ...(steps.atoms.length > 0 && { atoms: steps.atoms }),
  };
}

interface Part {
  distribution: Distribution;
  share: number;
}

interface Steps {
  atoms: readonly number[];
  /** Probability of at most, and of less than, each atom. */
  upTo: readonly number[];
  below: readonly number[];
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))} %`;
}

function stepsOf(parts: readonly Part[], cdf: (x: number) => number): Steps {
  const atoms = [...new Set(parts.flatMap((part) => part.distribution.atoms ?? []))].sort((a, b) => a - b);
  const upTo = atoms.map(cdf);
  if (parts.every((part) => part.distribution.discrete)) upTo[upTo.length - 1] = 1;
  return { atoms, upTo, below: atoms.map((x, i) => upTo[i]! - exp(logDensity(parts, true, x))) };
}

/** Over the parts that have an atom at x if `atAtom`, over those that have not else. */
function logDensity(parts: readonly Part[], atAtom: boolean, x: number): number {
  let sum = 0;
  for (const { distribution, share } of parts) {
    if (distribution.discrete && !atAtom) continue;
    if (atAtom && !distribution.atoms?.includes(x)) continue;
    sum += share * exp(distribution.logDensity(x));
  }
  return log(sum);
}

function quantile(parts: readonly Part[], { atoms, upTo, below }: Steps, p: number, near?: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  const at = firstNotBelow(upTo, p);
  if (at < atoms.length && p > below[at]! + 1e-15) return atoms[at]!;
  // Between the components' own quantiles, and between the neighbouring atoms.
  let low = atoms[at - 1] ?? -Infinity;
  let high = atoms[at] ?? Infinity;
  const own = parts.map((part) => part.distribution.quantile(p, near));
  low = Math.max(low, Math.min(...own));
  high = Math.min(high, Math.max(...own));
  if (!(low < high)) return low;
  if (p === 0 || p === 1) return p === 0 ? low : high;
  return between(parts, p, { low, high, start: near ?? (low + high) / 2 });
}

/** Newton on the cdf inside a bracket; always ends on the side where cdf(x) >= p, up to rounding. */
function between(
  parts: readonly Part[],
  p: number,
  { low, high, start }: { low: number; high: number; start: number },
): number {
  let x = start > low && start < high ? start : low + (high - low) / 2;
  for (let round = 0; round < 200; round++) {
    let gap = -p;
    let density = 0;
    for (const { distribution, share } of parts) {
      gap += share * distribution.cdf(x);
      if (!distribution.discrete) density += share * exp(distribution.logDensity(x));
    }
    if (gap >= 0) high = x;
    else low = x;
    const newton = x - gap / density;
    const inside = newton > low && newton < high;
    const next = inside ? newton : low + (high - low) / 2;
    const step = Math.abs(next - x);
    const scale = Math.abs(next);
    x = next;
    if (step <= (inside ? 1e-9 : 2e-16) * scale || low === high) return inside ? x : high;
  }
  return high;
}
