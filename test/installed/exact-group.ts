import type { HubItem } from '../../src/installed/model.ts';
import type { Preset } from '../../src/installed/presets.ts';
import { fillAt, LIT, NAMED, type SiteWorld, stageAt, states } from '../../src/installed/world.ts';
import { logBeta } from '../../src/stats/beta-function.ts';
import { type Beta, FULL, PARTIAL, type SmallHub, sharesOf, smallHub } from './small-hub.ts';

/** How many of the sites are in each class, and how probable that is. */
export interface GroupWorld {
  lit: number;
  litNamed: number;
  accelerators: number;
  probability: number;
}

/** A class of states that the counts of a hub do not tell apart. */
interface Class {
  lit: boolean;
  full: boolean;
  named: boolean;
  world: SiteWorld;
  /** Prior constants and own evidence, summed over the states of the class. */
  weight: number;
}

const STEPS = 200;

/**
 * The posterior of a hub of one record that stands for many like sites, by summing over how many of them are in each of
 * six classes: exact for a hub of any size.
 */
export function enumerateGroup(spec: SmallHub, preset: Preset): GroupWorld[] {
  const model = smallHub(spec);
  const [site] = model.sites;
  const shares = sharesOf(spec);
  const classes = classesOf(spec);
  const pools = Array.from({ length: STEPS }, (_, i) => model.pool.quantile((i + 0.5) / STEPS));
  const share = model.world.poolShare[preset];
  const worlds: GroupWorld[] = [];
  const log = (counts: readonly number[]): number => {
    const sum = (f: (entry: Class) => boolean) =>
      counts.reduce((n, count, c) => n + (f(classes[c]!) ? count : 0), 0);
    const [lit, full, named] = [sum((c) => c.lit), sum((c) => c.full), sum((c) => c.named)];
    return (
      counts.reduce(
        (total, count, c) => total + count * Math.log(classes[c]!.weight) - logFactorial(count),
        0,
      ) +
      logMoment(shares.realisation[preset], lit, site!.count - lit) +
      logMoment(shares.fullShare, full, lit - full) +
      logMoment(shares.namedShare[preset], named, site!.count - named)
    );
  };
  for (const counts of compositions(site!.count, classes.length)) {
    const litNamed = counts.reduce(
      (n, count, c) => n + (classes[c]!.lit && classes[c]!.named ? count : 0),
      0,
    );
    const accelerators = counts.reduce((n, count, c) => n + count * chipsOf(classes[c]!, spec), 0);
    const evidence = pools.reduce((sum, pool) => {
      const items = model.hubItems.map((item) =>
        mixed(item, item.sums ? summedUp(item, { counts, classes }) : pool),
      );
      return sum + (1 - share.cdf(accelerators / pool)) * items.reduce((a, b) => a * b, 1);
    }, 0);
    const lit = counts.reduce((n, count, c) => n + (classes[c]!.lit ? count : 0), 0);
    if (evidence > 0) {
      worlds.push({ lit, litNamed, accelerators, probability: log(counts) + Math.log(evidence) });
    }
  }
  const most = Math.max(...worlds.map(({ probability }) => probability));
  for (const world of worlds) world.probability = Math.exp(world.probability - most);
  const total = worlds.reduce((sum, { probability }) => sum + probability, 0);
  for (const world of worlds) world.probability /= total;
  return worlds;
}

function classesOf(spec: SmallHub): Class[] {
  const model = smallHub(spec);
  const site = model.sites[0]!;
  const classes = new Map<string, Class>();
  for (const state of states) {
    const lit = state.destiny === LIT;
    const named = state.route === NAMED;
    const world: SiteWorld = {
      ...state,
      constructionFrom: 10,
      shellFrom: 20,
      litFrom: 30,
      ramp: 1,
      fill: state.full ? FULL : PARTIAL,
      claimed: spec.sites[0]!.claimed,
      firstBlock: 30,
    };
    const route = named ? 1 : state.route === 1 ? site.legalShare(30) : 1 - site.legalShare(30);
    const own = site.items.reduce((product, { observation, reliability }) => {
      return (
        product *
        ((reliability.mean * observation.likelihood(world)) / observation.noise + 1 - reliability.mean)
      );
    }, 1);
    const key = `${lit} ${state.full} ${named}`;
    const known = classes.get(key) ?? { lit, full: state.full, named, world, weight: 0 };
    known.weight += (lit ? 1 : model.world.unlit[state.destiny]!) * route * own;
    classes.set(key, known);
  }
  return [...classes.values()];
}

function chipsOf({ lit, named, world }: Class, spec: SmallHub): number {
  return lit && named ? spec.sites[0]!.claimed * world.fill : 0;
}

interface Counted {
  counts: readonly number[];
  classes: readonly Class[];
}

function summedUp({ sums, day }: HubItem, { counts, classes }: Counted): number {
  return counts.reduce((total, count, c) => {
    const { world } = classes[c]!;
    if (!sums || (sums.of === 'accelerators' && world.route !== NAMED)) return total;
    return (
      total +
      count *
        (sums.of === 'projects'
          ? Number(stageAt(world, day) >= sums.stage)
          : world.claimed * fillAt(world, day))
    );
  }, 0);
}

function mixed(item: HubItem, seen: number): number {
  const r = item.reliability.mean;
  return (r * item.likelihood(seen)) / item.noise + 1 - r;
}

function logMoment([a, b]: Beta, up: number, down: number): number {
  return logBeta(a + up, b + down) - logBeta(a, b);
}

function logFactorial(n: number): number {
  let sum = 0;
  for (let k = 2; k <= n; k++) sum += Math.log(k);
  return sum;
}

/** All ways to write n as a sum of `parts` counts. */
function* compositions(n: number, parts: number): Generator<number[]> {
  if (parts === 1) yield [n];
  else
    for (let first = 0; first <= n; first++)
      for (const rest of compositions(n - first, parts - 1)) yield [first, ...rest];
}
