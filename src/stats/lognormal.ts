import { exp, expm1 } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { say } from '../errors/message.ts';
import type { Distribution } from './distribution.ts';
import { positive, requireArguments } from './distribution-arguments.ts';
import { normalCdf, normalQuantile } from './normal.ts';

/** Distribution of exp(X), X normal with mean `mu` and standard deviation `sigma` > 0 (both of the logarithm). */
export function lognormal(mu: number, sigma: number): Distribution {
  requireArguments(
    Number.isFinite(mu) && positive(sigma),
    `lognormal(${mu}, ${sigma})`,
    say('mu is the mean of the logarithm, sigma its standard deviation and above 0'),
  );
  const mean = exp(mu + 0.5 * sigma * sigma);
  return {
    name: `lognormal(mu ${mu}, sigma ${sigma})`,
    quantile: (p) => exp(mu + sigma * normalQuantile(p)),
    cdf: (x) => (x > 0 ? normalCdf((log(x) - mu) / sigma) : 0),
    logDensity: (x) => (x > 0 ? logDensity(log(x), mu, sigma) : -Infinity),
    mean,
    variance: mean * mean * expm1(sigma * sigma),
    support: [0, Infinity],
    discrete: false,
  };
}

function logDensity(logX: number, mu: number, sigma: number): number {
  return -0.5 * ((logX - mu) / sigma) ** 2 - log(sigma) - logX - 0.5 * log(2 * Math.PI);
}
