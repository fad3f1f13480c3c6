import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { error, SandtableError } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { discrete } from './discrete.ts';
import type { Distribution } from './distribution.ts';
import { requireArguments } from './distribution-arguments.ts';
import { once } from './once.ts';

/**
 * `distribution` given that its value lies between `low` and `high`, both included; either may be infinite.
 *
 * Mean and variance are integrals over the quantile function, made when first read; relative error about 1e-6, or
 * about 1e-3 where a mixture with atoms is cut.
 *
 * @throws SandtableError ST-N005 where less than 1e-12 of the probability lies between the ends
 */
export function truncated(distribution: Distribution, low: number, high: number): Distribution {
  requireArguments(
    low <= high,
    `${distribution.name} between ${low} and ${high}`,
    say('the lower end comes first'),
  );
  const below = distribution.cdf(low) - probabilityAt(distribution, low);
  const mass = distribution.cdf(high) - below;
  if (!(mass > 1e-12)) {
    throw new SandtableError(
      error(
        'ST-N005',
        say('`{name}` has no probability between {low} and {high}.', { name: distribution.name, low, high }),
        say('Most of it lies from {low} to {high}: widen the ends.', {
          low: short(distribution.quantile(0.05)),
          high: short(distribution.quantile(0.95)),
        }),
      ),
    );
  }
  const inside = (x: number) => x >= low && x <= high;
  const atoms = distribution.atoms?.filter(inside);
  if (distribution.discrete && atoms) {
    return discrete(
      atoms,
      atoms.map((x) => probabilityAt(distribution, x)),
    );
  }
  const [from, to] = distribution.support;
  const support = [Math.max(low, from), Math.min(high, to)] as const;
  const quantile = (p: number, near?: number) => {
    if (p === 0 || p === 1) return support[p];
    return Math.min(support[1], Math.max(support[0], distribution.quantile(below + p * mass, near)));
  };
  const integrated = once(() => momentsOf(quantile));
  return {
    name: `${distribution.name} between ${low} and ${high}`,
    quantile,
    cdf: (x) => Math.min(1, Math.max(0, (distribution.cdf(Math.min(x, high)) - below) / mass)),
    logDensity: (x) => (inside(x) ? distribution.logDensity(x) - log(mass) : -Infinity),
    get mean() {
      return integrated().mean;
    },
    get variance() {
      return integrated().variance;
    },
    support,
    discrete: distribution.discrete,
    ...(atoms && { atoms }),
  };
}

function short(x: number): string {
  return String(Number(x.toPrecision(3)));
}

function probabilityAt(distribution: Distribution, x: number): number {
  return distribution.atoms?.includes(x) ? exp(distribution.logDensity(x)) : 0;
}

/** Integrals of q(p) and q(p)^2 over (0, 1) by Simpson's rule on octaves towards both ends. */
function momentsOf(quantile: (p: number) => number): { mean: number; variance: number } {
  const middle = quantile(0.5);
  let first = 0;
  let second = 0;
  const add = (p: number, weight: number) => {
    const x = quantile(p) - middle;
    first += weight * x;
    second += weight * x * x;
  };
  for (let octave = 1; octave <= 50; octave++) {
    const start = 2 ** -(octave + 1);
    for (let i = 0; i <= octaveSteps; i++) {
      const p = start * (1 + i / octaveSteps);
      const factor = i === 0 || i === octaveSteps ? 1 : i % 2 === 1 ? 4 : 2;
      const weight = (start * factor) / (3 * octaveSteps);
      add(p, weight);
      add(1 - p, weight);
    }
  }
  return { mean: middle + first, variance: second - first * first };
}

const octaveSteps = 16;
