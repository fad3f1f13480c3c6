import type { AmountKind, BudgetKind, FindingKind } from '../../src/installed/kinds.ts';
import type { HubItem, SiteItem } from '../../src/installed/model.ts';
import {
  observeAmount,
  observeBudget,
  observeFinding,
  type SiteObservation,
  totalLikelihood,
  unawareLikelihood,
} from '../../src/installed/observation.ts';
import { fillAt, stageAt } from '../../src/installed/world.ts';
import { beta } from '../../src/stats/beta.ts';
import type { Chance } from './chance.ts';
import {
  CREDIBILITY,
  claimOf,
  DAY,
  type DrawnHub,
  type DrawnSite,
  hubSites,
  ORIGINS,
  OWN,
  runningAt,
  SITES,
} from './story.ts';

const head = { id: '', name: { en: '' }, meaning: { en: '' }, citation: {} as FindingKind['citation'] };

/** Findings of one kind; with noise they cover everything, so that one of them is always observed. */
function partition(table: Record<string, readonly [p: readonly number[], noise: number]>): FindingKind {
  const findings = Object.entries(table).map(
    ([name, [p, noise]]) => [name, { name, p: Float64Array.from(p), noise }] as const,
  );
  return { ...head, model: 'finding', findings: new Map(findings) };
}

const warm = [0.02, 0.02, 0.02, 0.05, 0.05, 0.05, 0.12, 0.12, 0.12, 0.85, 0.85, 0.85];
const image = partition({ warm: [warm, 0.5], cold: [warm.map((p) => 1 - p), 0.5] });
const names = [0.05, 0.01, 0.01, 0.2, 0.02, 0.02, 0.2, 0.02, 0.02, 0.3, 0.03, 0.03];
const unnamed = [0.1, 0.1, 0.1, 0.25, 0.45, 0.4, 0.25, 0.45, 0.4, 0.25, 0.45, 0.4];
const tender = partition({
  names: [names, 0.1],
  unnamed: [unnamed, 0.3],
  none: [names.map((p, i) => 1 - p - unnamed[i]!), 0.6],
});
// A reliable source speaks of an amount always, with nothing lit as an unreliable one would.
const amount: AmountKind = {
  ...head,
  model: 'amount',
  of: 'compute',
  sigma: 0.3,
  bias: 1.1,
  unlit: 1,
  noise: { share: 0.2, sigma: 1.6 },
};
const budget: BudgetKind = {
  ...head,
  model: 'budget',
  scopes: [
    { share: 1, sigma: 0.25, weight: 0.7 },
    { share: 0.4, sigma: 0.5, weight: 0.3 },
  ],
  hardwareShare: 0.7,
  noise: { median: 100_000, sigma: 1.2 },
};
const prices = { costPerP: [250_000, 120_000, 80_000], readings: [{ perP: 1e15, weight: 1 }] };
/** Share of the sites at the shell stage or beyond that a reliable count notices. */
const SEEN = 0.85;
/** Where an item comes from: a global origin, or one of the site's own. */
interface From {
  origin: number;
  local: number;
  /** Reliability in the drawn world. */
  trust: number;
  /** Reliability that the item's log likelihood is told with: a shared one, or the mean over a single item's. */
  told: number;
}

/** Observes a drawn world: every item by a source that is reliable or not; adds up what inference will find likely. */
export class Observer {
  logLikelihood = 0;
  private item = 0;
  private readonly chance: Chance;
  private readonly hub: DrawnHub;

  constructor(chance: Chance, hub: DrawnHub) {
    this.chance = chance;
    this.hub = hub;
  }

  itemsOf(i: number, site: DrawnSite): SiteItem[] {
    const items: SiteItem[] = [];
    const add = (from: From, observed: { reliable: () => SiteObservation; noise: () => SiteObservation }) => {
      const rho = CREDIBILITY * from.trust;
      const observation = this.chance.flip(rho) ? observed.reliable() : observed.noise();
      const told = CREDIBILITY * from.told;
      this.logLikelihood += Math.log((told * observation.likelihood(site)) / observation.noise + 1 - told);
      const reliability = reliabilityOf(from.origin);
      const { origin, local } = from;
      items.push({ item: this.item++, origin, local, reliability, credibility: CREDIBILITY, observation });
    };
    const seen = (kind: FindingKind, day: number) => this.finding(kind, day, site);
    add(this.shared(0), seen(image, DAY - 20));
    add(this.shared(0), seen(image, DAY - 320));
    add(this.shared(1), seen(image, DAY - 50));
    add(this.shared(1), seen(image, DAY - 500));
    if (i % 3 === 0) add(this.own(10 + i), seen(tender, DAY - 400));
    if (i % 3 === 2) add(this.own(20 + i), this.stated(DAY - 60, site));
    if (i % 4 === 0) add(this.shared(1), this.stated(DAY - 30, site));
    if (i === 5) {
      const both = this.own(30);
      const twice = { ...both, told: both.trust };
      add(twice, seen(image, DAY - 100));
      add(twice, seen(tender, DAY - 300));
    }
    if (i === 6) add(this.own(40), this.budgeted(site));
    return items;
  }

  private shared(origin: number): From {
    const trust = this.hub.truth.reliability[origin]!;
    return { origin, local: origin, trust, told: trust };
  }

  private own(local: number): From {
    return { origin: -1, local, trust: this.chance.beta(...OWN), told: OWN[0] / (OWN[0] + OWN[1]) };
  }

  private finding(kind: FindingKind, day: number, site: DrawnSite) {
    const all = [...kind.findings.values()];
    const at = 3 * stageAt(site, day) + site.route;
    const told = (weights: readonly number[]) =>
      observeFinding(kind, all[this.chance.choose(weights)]!.name, day);
    return {
      reliable: () => told(all.map(({ p }) => p[at]!)),
      noise: () => told(all.map(({ noise }) => noise)),
    };
  }

  private stated(day: number, site: DrawnSite) {
    const claimed = claimOf(site.record);
    const told = (median: number, sigma: number) =>
      observeAmount(amount, this.chance.lognormal(Math.log(median), sigma), { day, each: 1, claimed });
    const noise = () => told(amount.noise.share * claimed, amount.noise.sigma);
    const truth = site.claimed * fillAt(site, day);
    return { reliable: () => (truth > 0 ? told(amount.bias * truth, amount.sigma) : noise()), noise };
  }

  private budgeted(site: DrawnSite) {
    const told = (median: number, sigma: number) =>
      observeBudget(budget, this.chance.lognormal(Math.log(median), sigma), prices);
    return {
      reliable: () => {
        const scope = budget.scopes[this.chance.choose(budget.scopes.map(({ weight }) => weight))]!;
        return told((scope.share * prices.costPerP[site.route]!) / budget.hardwareShare, scope.sigma);
      },
      noise: () => told(budget.noise.median, budget.noise.sigma),
    };
  }

  /** Officials who noticed something or nothing; a total above a limit or not; a count of sites. */
  hubItems(): HubItem[] {
    const sites = this.hub.sites.filter(({ record }) => record < SITES - 1);
    const chips = sites.reduce((sum, site) => sum + runningAt(site), 0);
    const lit = sites.reduce((sum, site) => sum + site.claimed * fillAt(site, DAY), 0);
    const shells = sites.filter((site) => stageAt(site, DAY) >= 2).length;
    const unaware = (running: number) => unawareLikelihood(running, 0.8, 1500);
    const below = (flops: number) => totalLikelihood(2500, flops, 0.4);
    return [
      this.yesOrNo(1, chips, { yes: unaware, noise: 0.6, sums: { of: 'accelerators' } }),
      this.yesOrNo(0, lit, { yes: below, noise: 0.5, sums: { of: 'compute' } }),
      this.counted(shells),
    ];
  }

  private yesOrNo(
    origin: number,
    sum: number,
    { yes, noise, sums }: Pick<HubItem, 'noise' | 'sums'> & { yes: HubItem['likelihood'] },
  ): HubItem {
    const reliable = this.chance.flip(CREDIBILITY * this.hub.truth.reliability[origin]!);
    const said = this.chance.flip(reliable ? yes(sum) : noise);
    const likelihood = said ? yes : (of: number) => 1 - yes(of);
    return this.hubItem(origin, sum, { likelihood, noise: said ? noise : 1 - noise, sums });
  }

  private counted(there: number): HubItem {
    const reliable = this.chance.flip(CREDIBILITY * this.hub.truth.reliability[0]!);
    const flips = Array.from({ length: there }, () => this.chance.flip(SEEN)).filter(Boolean).length;
    const counted = reliable ? flips : this.chance.choose(new Array<number>(hubSites + 1).fill(1));
    const likelihood = (sum: number) => binomial(counted, sum, SEEN);
    const sums = { of: 'projects', stage: 2 } as const;
    return this.hubItem(0, there, { likelihood, noise: 1 / (hubSites + 1), sums });
  }

  private hubItem(
    origin: number,
    sum: number,
    seen: Pick<HubItem, 'likelihood' | 'noise' | 'sums'>,
  ): HubItem {
    const rho = CREDIBILITY * this.hub.truth.reliability[origin]!;
    this.logLikelihood += Math.log((rho * seen.likelihood(sum)) / seen.noise + 1 - rho);
    const reliability = reliabilityOf(origin);
    return { item: this.item++, origin, reliability, credibility: CREDIBILITY, day: DAY, sites: [], ...seen };
  }
}

function reliabilityOf(origin: number) {
  const [a, b] = origin < 0 ? OWN : ORIGINS[origin]!;
  return beta(a, b);
}

function binomial(k: number, n: number, p: number): number {
  if (k > n) return 0;
  let product = 1;
  for (let i = 1; i <= k; i++) product *= ((n - k + i) / i) * p;
  return product * (1 - p) ** (n - k);
}
