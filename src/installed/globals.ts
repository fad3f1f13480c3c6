import type { Distribution } from '../stats/distribution.ts';
import type { HubModel } from './model.ts';
import { byPreset, type ByPreset, type Preset } from './presets.ts';

/** Positions of the named parameters in a vector of globals; reliabilities of global origins follow. */
export const REALISATION = 0;
export const FULL_SHARE = 1;
export const NAMED_SHARE = 2;
export const POOL = 3;
export const FIRST_ORIGIN = 4;

/** One variable common to all sites: its prior, and the scale on which its posterior is nearly normal. */
export interface Global {
  name: string;
  scale: 'logit' | 'log';
  prior: ByPreset<Distribution>;
  /** True where the presets share one prior. */
  common: boolean;
}

/** The global variables of a hub, in the order of the positions above. */
export function globalsOf(model: HubModel): readonly Global[] {
  const { world } = model;
  const common = (name: string, scale: Global['scale'], prior: Distribution): Global => ({
    name,
    scale,
    prior: byPreset(() => prior),
    common: true,
  });
  return [
    { name: 'realisation', scale: 'logit', prior: world.realisation, common: false },
    common('fullShare', 'logit', world.fullShare),
    { name: 'namedShare', scale: 'logit', prior: world.namedShare, common: false },
    common('pool', 'log', model.pool),
    ...model.origins.map((origin) => common(`reliability/${origin.id}`, 'logit', origin.reliability)),
  ];
}

/** From the natural scale to the unbounded one. */
export function unbound(scale: Global['scale'], x: number): number {
  return scale === 'log' ? Math.log(x) : Math.log(x / (1 - x));
}

/** From the unbounded scale to the natural one, kept off the ends of (0, 1). */
export function bound(scale: Global['scale'], y: number): number {
  if (scale === 'log') return Math.exp(y);
  return Math.min(1 - 1e-9, Math.max(1e-9, 1 / (1 + Math.exp(-y))));
}

/** Log prior density of a vector on the unbounded scale: log p(x) + log |dx/dy|, summed. */
export function logPrior(globals: readonly Global[], x: Float64Array, preset: Preset): number {
  let sum = 0;
  for (let i = 0; i < globals.length; i++) {
    const { scale, prior } = globals[i]!;
    const slope = scale === 'log' ? x[i]! : x[i]! * (1 - x[i]!);
    sum += prior[preset].logDensity(x[i]!) + Math.log(slope);
  }
  return sum;
}
