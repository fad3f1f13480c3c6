import type { HubModel } from '../../src/installed/model.ts';
import { states } from '../../src/installed/world.ts';
import { logBeta } from '../../src/stats/beta-function.ts';

/** Arguments of the beta priors of a hub whose posterior is enumerated. */
export interface BetaPriors {
  realisation: [number, number];
  fullShare: [number, number];
  namedShare: [number, number];
  reliability: [number, number];
}

/** One joint discrete state of all sites, what it implies, and its exact posterior probability. */
export interface JointState {
  state: number[];
  accelerators: number;
  probability: number;
}

/**
 * Enumerates a hub of single sites whose continuous side is fixed (point lags, fills, claims) and that has at most one
 * global origin, by means independent of the engine: moments of beta distributions in closed form, the pool by
 * quadrature.
 *
 * @param ratio likelihood over noise of site i in state s, of own evidence (mean reliabilities applied)
 * @param shared likelihood over noise of site i in state s, of each item of the global origin
 * @param accelerators named accelerators of site i in state s
 */
export function enumerateHub(
  model: HubModel,
  priors: BetaPriors,
  tables: {
    ratio: (site: number, state: number) => number;
    shared: (site: number, state: number) => number[];
    accelerators: (site: number, state: number) => number;
  },
): JointState[] {
  const joint: JointState[] = [];
  const visit = (site: number, chosen: number[]): void => {
    if (site < model.sites.length) {
      for (let s = 0; s < states.length; s++) visit(site + 1, [...chosen, s]);
      return;
    }
    const accelerators = chosen.reduce((sum, s, i) => sum + tables.accelerators(i, s), 0);
    const own = chosen.reduce((product, s, i) => product * tables.ratio(i, s), 1);
    const shared = chosen.flatMap((s, i) => tables.shared(i, s));
    const probability =
      own *
      priorOf(chosen, model, priors) *
      meanOverBeta(priors.reliability, (r) => shared.reduce((product, x) => product * (r * x + 1 - r), 1)) *
      poolFit(model, accelerators);
    joint.push({ state: chosen, accelerators, probability });
  };
  visit(0, []);
  const total = joint.reduce((sum, entry) => sum + entry.probability, 0);
  for (const entry of joint) entry.probability /= total;
  return joint;
}

/** E over the shares of the product of the sites' state probabilities: beta moments. */
function priorOf(chosen: number[], model: HubModel, priors: BetaPriors): number {
  let constant = 1;
  const count = { lit: 0, unlit: 0, full: 0, partial: 0, named: 0, other: 0 };
  for (const s of chosen) {
    const state = states[s]!;
    if (state.destiny === 3) {
      count.lit++;
      if (state.full) count.full++;
      else count.partial++;
    } else {
      count.unlit++;
      constant *= model.world.unlit[state.destiny]!;
    }
    if (state.route === 0) count.named++;
    else {
      count.other++;
      constant *= 0.5;
    }
  }
  return (
    constant *
    moment(priors.realisation, count.lit, count.unlit) *
    moment(priors.fullShare, count.full, count.partial) *
    moment(priors.namedShare, count.named, count.other)
  );
}

/** E[x^a (1 - x)^b] for x ~ beta(alpha, beta). */
function moment([alpha, beta]: [number, number], a: number, b: number): number {
  return Math.exp(logBeta(alpha + a, beta + b) - logBeta(alpha, beta));
}

function meanOverBeta([alpha, beta]: [number, number], f: (r: number) => number): number {
  const steps = 4000;
  let sum = 0;
  let total = 0;
  for (let i = 0; i < steps; i++) {
    const r = (i + 0.5) / steps;
    const weight = r ** (alpha - 1) * (1 - r) ** (beta - 1);
    sum += weight * f(r);
    total += weight;
  }
  return sum / total;
}

/** E over the pool of P(share >= accelerators / pool). */
function poolFit(model: HubModel, accelerators: number): number {
  const steps = 4000;
  let sum = 0;
  for (let i = 0; i < steps; i++) {
    const pool = model.pool.quantile((i + 0.5) / steps);
    sum += accelerators === 0 ? 1 : 1 - model.world.poolShare.neutral.cdf(accelerators / pool);
  }
  return sum / steps;
}
