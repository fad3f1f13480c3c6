import { log } from '../elementary/logarithm.ts';
import { say } from '../errors/message.ts';
import type { Distribution } from './distribution.ts';
import { positive, requireArguments } from './distribution-arguments.ts';

/** Distribution of `factor` times a value of `distribution`, factor > 0: for a change of unit. */
export function scaled(distribution: Distribution, factor: number): Distribution {
  requireArguments(positive(factor), `${factor} x ${distribution.name}`, say('the factor is above 0'));
  if (factor === 1) return distribution;
  const atoms = distribution.atoms?.map((x) => x * factor);
  const back = (x: number) => unscaled(distribution, atoms, x, factor);
  const shift = log(factor);
  return {
    name: `${factor} x ${distribution.name}`,
    quantile: (p, near) => factor * distribution.quantile(p, near === undefined ? undefined : near / factor),
    cdf: (x) => distribution.cdf(back(x)),
    logDensity: (x) => distribution.logDensity(back(x)) - (atoms?.includes(x) ? 0 : shift),
    get mean() {
      return factor * distribution.mean;
    },
    get variance() {
      return factor * factor * distribution.variance;
    },
    support: [factor * distribution.support[0], factor * distribution.support[1]],
    discrete: distribution.discrete,
    ...(atoms && { atoms }),
  };
}

/** x / factor, but exactly the atom where x is a scaled atom. */
function unscaled(
  distribution: Distribution,
  atoms: readonly number[] | undefined,
  x: number,
  factor: number,
): number {
  const at = atoms ? atoms.indexOf(x) : -1;
  return at < 0 ? x / factor : distribution.atoms![at]!;
}
