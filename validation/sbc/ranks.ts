import type { Columns } from '../../src/installed/columns.ts';
import { drawPart, prepare } from '../../src/installed/infer.ts';
import type { HubModel } from '../../src/installed/model.ts';
import { LIT } from '../../src/installed/world.ts';
import { beta } from '../../src/stats/beta.ts';
import { lognormal } from '../../src/stats/lognormal.ts';
import { normalisedWeights } from '../../src/stats/weights.ts';
import { Chance } from './chance.ts';
import { simulate, type Truth } from './simulate.ts';

/** Blocks of draws of each posterior. */
const BLOCKS = 12;
/** Draws closer than this share of a value count as equal to it: sums in another order. */
const TIE = 1e-9;

/** Mistakes planted in inference, to see whether the ranks show them. */
export const bugs = {
  'pool ignored': (model: HubModel): HubModel => ({ ...model, pool: lognormal(Math.log(1e12), 0.01) }),
  'reliability ignored': trusting,
  'shared origins taken for separate ones': separated,
} as const;

export type Bug = keyof typeof bugs;

const compared = [
  'realisation',
  'fullShare',
  'namedShare',
  'pool',
  'pace',
  'reliability 0',
  'reliability 1',
  'accelerators',
  'compute',
  'lit',
  'logLikelihood',
] as const;
const origins = [0, 1] as const;

/** What is ranked, and where the drawn world lies in the posterior from what was observed of it. */
export type Ranks = Record<(typeof compared)[number] | `towards ${(typeof origins)[number]}`, number>;

/**
 * Simulates hub number `index`, infers it, and ranks its world: P(drawn < true) + u P(drawn = true), which is uniform over
 * hubs where inference is right (Talts et al. 2018, arXiv 1804.06788; ranks of data-dependent quantities as in Modrak et
 * al. 2023, Bayesian Analysis). `towards` is the rank of a reliability counted from the end that the evidence speaks
 * against: uniform, too, unless inference learns less of it than there is to learn, which no other rank would show.
 *
 * @param bug planted in inference, not in the simulation
 */
export function ranksOf(index: number, bug?: Bug): Ranks {
  const { truth, model } = simulate(new Chance(index, 'sbc/world'));
  const { columns, weights } = inferred(bug ? bugs[bug](model) : model, index);
  const ties = new Chance(index, 'sbc/ties');
  const entries = compared.map((name) => {
    const rank = rankOf(drawn(name, columns), { truth: trueValue(name, truth), weights, tie: ties.next() });
    return [name, Math.round(rank * 1e4) / 1e4] as const;
  });
  const ranks = Object.fromEntries(entries) as Ranks;
  const up = raised.get(index) ?? raisedBy(bug ? inferred(model, index) : { columns, weights });
  raised.set(index, up);
  for (const o of origins)
    ranks[`towards ${o}`] = up[o]! ? ranks[`reliability ${o}`] : 1 - ranks[`reliability ${o}`];
  return ranks;
}

/** Whether the evidence of a hub speaks for each origin, by its number: asked again with every bug. */
const raised = new Map<number, readonly boolean[]>();

interface Inferred {
  columns: Columns;
  weights: Float64Array;
}

function inferred(model: HubModel, seed: number): Inferred {
  const columns = drawPart(prepare(model, seed), { from: 0, to: BLOCKS });
  return { columns, weights: normalisedWeights(columns.draws, { logWeights: columns.logWeight.neutral }) };
}

/** Whether the posterior mean of each origin's reliability lies above the prior's. */
function raisedBy({ columns, weights }: Inferred): boolean[] {
  return origins.map((o) => {
    const column = columns.globals.get(`reliability/origin-${o}`)!;
    const prior = [...new Set(column)].reduce((sum, level, _, levels) => sum + level / levels.length, 0);
    return column.reduce((sum, level, d) => sum + weights[d]! * (level - prior), 0) > 0;
  });
}

function rankOf(
  draws: Float64Array,
  { truth, weights, tie }: { truth: number; weights: Float64Array; tie: number },
): number {
  const room = TIE * Math.abs(truth);
  let below = 0;
  let equal = 0;
  draws.forEach((x, d) => {
    if (Math.abs(x - truth) <= room) equal += weights[d]!;
    else if (x < truth) below += weights[d]!;
  });
  return below + tie * equal;
}

function trueValue(name: (typeof compared)[number], truth: Truth): number {
  if (name === 'reliability 0') return truth.reliability[0]!;
  if (name === 'reliability 1') return truth.reliability[1]!;
  return truth[name];
}

function drawn(name: (typeof compared)[number], columns: Columns): Float64Array {
  const hubSites = columns.sites.slice(0, -1);
  const sum = (parts: readonly ArrayLike<number>[]): Float64Array => {
    return Float64Array.from({ length: columns.draws }, (_, d) =>
      parts.reduce((total, part) => total + part[d]!, 0),
    );
  };
  switch (name) {
    case 'accelerators':
      return columns.accelerators;
    case 'compute':
      return sum(hubSites.flatMap(({ compute }) => compute));
    case 'lit':
      return sum(hubSites.map(({ stages }) => stages[LIT]));
    case 'logLikelihood':
      return sum(columns.logLikelihood);
    case 'reliability 0':
    case 'reliability 1':
      return columns.globals.get(`reliability/origin-${name.at(-1)}`)!;
    default:
      return columns.globals.get(name)!;
  }
}

/** Takes every source at its word. */
function trusting(model: HubModel): HubModel {
  const sure = { reliability: beta(999, 1), credibility: 1 };
  return {
    ...model,
    sites: model.sites.map((site) => ({ ...site, items: site.items.map((item) => ({ ...item, ...sure })) })),
    origins: model.origins.map((origin) => ({ ...origin, reliability: sure.reliability })),
    hubItems: model.hubItems.map((item) => ({ ...item, ...sure })),
  };
}

/** Gives every item an origin of its own. */
function separated(model: HubModel): HubModel {
  return {
    ...model,
    sites: model.sites.map((site) => ({
      ...site,
      items: site.items.map((item) => ({ ...item, origin: -1, local: 1000 + item.item })),
    })),
    hubItems: model.hubItems.map((item) => ({ ...item, origin: -1 })),
  };
}
