import { globalsOf } from '../../src/installed/globals.ts';
import type { HubItem, HubModel, SiteItem, SiteModel } from '../../src/installed/model.ts';
import type { Preset } from '../../src/installed/presets.ts';
import { fillAt, LIT, NAMED, type SiteWorld, stageAt, states } from '../../src/installed/world.ts';
import { logBeta } from '../../src/stats/beta-function.ts';
import type { Distribution } from '../../src/stats/distribution.ts';
import { type Beta, type BetaShares, type SmallHub, sharesOf, smallHub } from './small-hub.ts';

/** One joint discrete state of all sites and what it implies; the posterior probabilities sum to 1. */
export interface JointWorld {
  sites: readonly SiteWorld[];
  accelerators: number;
  probability: number;
}

/** Steps of each quadrature. */
const STEPS = 800;

/**
 * The posterior of a hub of single sites with a fixed continuous side, by summing over all joint states. No step is
 * shared with the engine: the shares' betas are integrated by their moments, the pool and the reliabilities of own
 * origins by quadrature, those of global origins over their levels.
 */
export function enumerateHub(spec: SmallHub, preset: Preset): JointWorld[] {
  const model = smallHub(spec);
  const outcomes = model.sites.map((site) => states.map((_, s) => outcomeOf(model, site, s)));
  const prior = priorOf(sharesOf(spec), model, preset);
  const shared = sharedEvidence(model, preset);
  const joint: JointWorld[] = [];
  const visit = (chosen: readonly Outcome[], state: readonly number[]): void => {
    if (chosen.length < outcomes.length) {
      for (const [s, outcome] of outcomes[chosen.length]!.entries())
        visit([...chosen, outcome], [...state, s]);
      return;
    }
    const own = chosen.reduce((product, { evidence }) => product * evidence, 1);
    joint.push({
      sites: chosen.map(({ world }) => world),
      accelerators: chosen.reduce((sum, { accelerators }) => sum + accelerators, 0),
      probability: own * prior(state) * shared(chosen),
    });
  };
  visit([], []);
  const total = joint.reduce((sum, { probability }) => sum + probability, 0);
  for (const entry of joint) entry.probability /= total;
  return joint;
}

/** A site in one state: its own evidence over noise, and the ratios of items whose origin it shares with others. */
interface Outcome {
  world: SiteWorld;
  evidence: number;
  shared: readonly { origin: number; ratio: number }[];
  accelerators: number;
}

function outcomeOf(model: HubModel, site: SiteModel, s: number): Outcome {
  const world = worldOf(model, site, s);
  const ratio = ({ observation }: SiteItem) => observation.likelihood(world) / observation.noise;
  const own = new Map<number, SiteItem[]>();
  for (const item of site.items.filter(({ origin }) => origin < 0)) {
    own.set(item.local, [...(own.get(item.local) ?? []), item]);
  }
  const legal = site.legalShare(world.litFrom);
  let evidence = [1, legal, 1 - legal][world.route]!;
  for (const items of own.values()) {
    evidence *= meanOf(items[0]!.reliability, (r) => product(items.map((item) => r * ratio(item) + 1 - r)));
  }
  return {
    world,
    evidence,
    shared: site.items
      .filter(({ origin }) => origin >= 0)
      .map((item) => ({ origin: item.origin, ratio: ratio(item) })),
    accelerators: world.route === NAMED ? claimOf(site) * fillAt(world, model.day) : 0,
  };
}

const product = (values: readonly number[]): number => values.reduce((a, b) => a * b, 1);
const middle = (distribution: Distribution): number => distribution.quantile(0.5);

function claimOf(site: SiteModel): number {
  const claim = site.claims[0]!;
  return middle('accelerators' in claim ? claim.accelerators : claim.compute);
}

function worldOf(
  { world: { lags, ramp, firstBlock, partialFill, fullFill } }: HubModel,
  site: SiteModel,
  s: number,
): SiteWorld {
  const constructionFrom = site.start + middle(lags.construction);
  const shellFrom = constructionFrom + middle(lags.shell);
  return {
    ...states[s]!,
    constructionFrom,
    shellFrom,
    litFrom: shellFrom + middle(lags.lit),
    ramp: middle(ramp),
    fill: middle(states[s]!.full ? fullFill : partialFill),
    claimed: claimOf(site),
    firstBlock,
  };
}

/** E over the shares of the product of the sites' state probabilities: E[x^a (1 - x)^b] of a beta, three times. */
function priorOf(shares: BetaShares, model: HubModel, preset: Preset): (state: readonly number[]) => number {
  return (state) => {
    const worlds = state.map((s) => states[s]!);
    const count = (f: (world: (typeof worlds)[number]) => boolean): number => worlds.filter(f).length;
    const lit = count(({ destiny }) => destiny === LIT);
    const full = count((world) => world.full);
    const named = count(({ route }) => route === NAMED);
    return (
      product(worlds.map(({ destiny }) => (destiny === LIT ? 1 : model.world.unlit[destiny]!))) *
      moment(shares.realisation[preset], lit, worlds.length - lit) *
      moment(shares.fullShare, full, lit - full) *
      moment(shares.namedShare[preset], named, worlds.length - named)
    );
  };
}

const moments = new Map<string, number>();

function moment([a, b]: Beta, up: number, down: number): number {
  const key = `${a} ${b} ${up} ${down}`;
  const value = moments.get(key) ?? Math.exp(logBeta(a + up, b + down) - logBeta(a, b));
  moments.set(key, value);
  return value;
}

/** E over a distribution by midpoints of its quantile function. */
function meanOf(distribution: Distribution, f: (x: number) => number): number {
  let sum = 0;
  for (const x of midpoints(distribution)) sum += f(x);
  return sum / STEPS;
}

const kept = new Map<string, readonly number[]>();

function midpoints(distribution: Distribution): readonly number[] {
  let values = kept.get(distribution.name);
  if (!values) {
    values = Array.from({ length: STEPS }, (_, i) => distribution.quantile((i + 0.5) / STEPS));
    kept.set(distribution.name, values);
  }
  return values;
}

/** E over pool and reliabilities of P(share >= accelerators / pool) x evidence of shared origins and of the hub. */
function sharedEvidence(model: HubModel, preset: Preset): (chosen: readonly Outcome[]) => number {
  const combinations = levelsOf(model);
  const fits = new Map<string, number>();
  const share = model.world.poolShare[preset];
  return (chosen) => {
    const sums = model.hubItems.map((item) =>
      chosen.reduce((sum, { world }, s) => sum + addedTo(item, world, model.sites[s]!), 0),
    );
    const mean = combinations.reduce((whole, reliability) => {
      const key = [reliability, ...sums, total(chosen)];
      let fit = fits.get(key.join(' '));
      if (fit === undefined) {
        fit = meanOf(model.pool, (pool) => {
          const hub = model.hubItems.map((item, h) => mixed(item, reliability, item.sums ? sums[h]! : pool));
          return (1 - share.cdf(total(chosen) / pool)) * product(hub);
        });
        fits.set(key.join(' '), fit);
      }
      const sites = chosen.flatMap(({ shared }) =>
        shared.map(({ origin, ratio }) => reliability[origin]! * ratio + 1 - reliability[origin]!),
      );
      return whole + product(sites) * fit;
    }, 0);
    return mean / combinations.length;
  };
}

function mixed(item: HubItem, reliability: readonly number[], seen: number): number {
  const r = item.origin < 0 ? item.reliability.mean : reliability[item.origin]!;
  return (r * item.likelihood(seen)) / item.noise + 1 - r;
}

const total = (chosen: readonly Outcome[]): number =>
  chosen.reduce((sum, { accelerators }) => sum + accelerators, 0);

function addedTo({ sums, day }: HubItem, world: SiteWorld, { projects }: SiteModel): number {
  if (!sums) return 0;
  if (sums.of === 'accelerators' && world.route !== NAMED) return 0;
  if (sums.of === 'projects') return stageAt(world, day) >= sums.stage ? projects : 0;
  return world.claimed * fillAt(world, day);
}

/** All combinations of the global origins' equally probable reliabilities. */
function levelsOf(model: HubModel): number[][] {
  return globalsOf(model)
    .levels.slice(1)
    .reduce<number[][]>(
      (rows, { values }) => rows.flatMap((row) => [...values].map((r) => [...row, r])),
      [[]],
    );
}
