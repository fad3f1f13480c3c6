import { log } from '../elementary/logarithm.ts';
import { error, SandtableError } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import type { Family, Spread } from '../units/quantity.ts';
import { beta } from './beta.ts';
import { point } from './discrete.ts';
import type { Distribution } from './distribution.ts';
import { requireArguments } from './distribution-arguments.ts';
import { fromQuantiles } from './from-quantiles.ts';
import { gamma } from './gamma.ts';
import { lognormal } from './lognormal.ts';
import { normal, normalQuantile } from './normal.ts';
import { triangular } from './triangular.ts';
import { uniform } from './uniform.ts';

/**
 * The distribution whose middle 90 % runs from `low` to `high`: lognormal where both are above 0, normal else, as
 * Squiggle reads `low to high`.
 */
export function fromInterval90(low: number, high: number): Distribution {
  requireArguments(
    low < high && Number.isFinite(high - low),
    `${low} to ${high}`,
    say('write the lower end first, and a single number where both ends are equal'),
  );
  const [a, b] = low > 0 ? [log(low), log(high)] : [low, high];
  const sd = (b - a) / (2 * normalQuantile(0.95));
  return low > 0 ? lognormal((a + b) / 2, sd) : normal((a + b) / 2, sd);
}

/** What a caller means by the two spreads that are not distributions. */
export interface SpreadReading {
  /** For `over 60k`, `up to 5`. */
  bound?: (bound: { low?: number; high?: number }) => Distribution;
  /** For `unknown`. */
  unknown?: () => Distribution;
}

/**
 * The distribution that a written number stands for, in the unit it was written in (see `scaled`).
 *
 * @param spread as parsed
 * @param reading what to take for a bound or an unknown; without it, they are refused
 * @throws SandtableError ST-N002 for impossible arguments, ST-N003 for a bound, ST-N004 for an unknown
 */
export function distributionOf(spread: Spread, reading: SpreadReading = {}): Distribution {
  switch (spread.form) {
    case 'exact':
      return point(spread.value);
    case 'interval':
      return fromInterval90(spread.low, spread.high);
    case 'estimate':
      return fromQuantiles([
        [0.05, spread.low],
        [0.5, spread.best],
        [0.95, spread.high],
      ]);
    case 'family':
      return ofFamily(spread.family, spread.args);
    case 'bound':
      if (reading.bound) return reading.bound(spread);
      throw new SandtableError(
        error(
          'ST-N003',
          say('{bound} is one side of a range.', { bound: boundText(spread) }),
          say('Write both ends, as in `60k to 90k`.'),
        ),
      );
    case 'unknown':
      if (reading.unknown) return reading.unknown();
      throw new SandtableError(
        error(
          'ST-N004',
          say('`unknown` has no distribution to draw from.'),
          say('Write a range that you would defend.'),
        ),
      );
  }
}

const constructors: Record<
  Family,
  { arity: number; make: (...args: number[]) => Distribution; form: string }
> = {
  beta: { arity: 2, make: beta, form: 'beta(a, b)' },
  normal: { arity: 2, make: normal, form: 'normal(mean, standard deviation)' },
  lognormal: { arity: 2, make: lognormal, form: 'lognormal(mu, sigma)' },
  gamma: { arity: 2, make: gamma, form: 'gamma(shape, scale)' },
  uniform: { arity: 2, make: uniform, form: 'uniform(low, high)' },
  triangular: { arity: 3, make: triangular, form: 'triangular(low, mode, high)' },
};

function ofFamily(family: Family, args: readonly number[]): Distribution {
  const { arity, make, form } = constructors[family];
  requireArguments(args.length === arity, `${family}(${args.join(', ')})`, say('write `{form}`', { form }));
  return make(...args);
}

function boundText({ low, high }: { low?: number; high?: number }): string {
  return low === undefined ? `\`up to ${high}\`` : `\`over ${low}\``;
}
